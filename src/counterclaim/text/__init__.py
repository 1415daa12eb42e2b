"""Brains for *one* article: what it says, who says it, in which words. Pure functions over text.

`tokens`, `sentences`: the cut every other module counts in. `articles/`: from decoded text to an article.
`quantities/`: figures, bounds, units. `times/`: dates, clock times, intervals. `lexicon`: measures, populations, synonyms.
`facts`, `frames`, `places`: one fact, what its figure counts, where. `speakers/`, `speech/`: who says which stretch.
`stretches`, `modality`, `wording`, `summary`: a sentence by voice, how firmly it speaks, a claim in words, a digest.
`instructions`: text that orders a model about. `grounding`: the gate every claim passes. `reader`: the built-in reader.
`citations/`: claims from what a model cites.
"""
