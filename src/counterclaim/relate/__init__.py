"""Brains for *several* articles: how their claims relate. Pure functions over records.

`slots` (a claim, levelled), `lineage` (who stands behind it, earlier or later), `layers` (is a forecast beside what is, one question?), `scope` (do two claims count the same?),
`rungs` (a question and its answer), `ladder` (the questions for figures), `statements` (those for everything else), `mates`
(figures of one sentence), `events` (do two articles tell of one event?), `candidates` (what shares most with a claim),
`align` (which pairs are worth it), `origins` (reprints), `wires` (which agency is printed), `grounds` (what a pair is judged on, and its whole way), `threads` (one question, its status), `comparison` (all
in order), `questions` and `explanation` (a pair's way, in words), `pairs` (two bare statements: `parallel`, `polarity` and
`doubts`, `terms` and `entailment`), `judgement` and `overrules` (what a model may decide, and what not).
To add a rule: `ladder` for figures, `statements` for words, `scope` for what makes two claims incomparable; a new
question gets its key in `rungs` and its words in `questions`.
"""
