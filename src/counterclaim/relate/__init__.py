"""Brains for *several* articles: how their claims relate. Pure functions over records.

`slots` (a claim, levelled), `lineage` (who stands behind it, earlier or later), `scope` (do two claims count the same?),
`ladder` (the rules for figures), `statements` (the rules for everything else), `mates` (figures of one sentence), `align`
(which pairs are worth it), `origins` (reprints), `threads` (one question, its status), `comparison` (all in order),
`pairs` (two bare statements), `judgement` and `overrules` (what a model may decide, and what not).
To add a rule: `ladder` for figures, `statements` for words, `scope` for what makes two claims incomparable.
"""
