"""The short question that a claim answers, and its answer (room: brains).

Use only what this module names. Inside, each importing only those before it: `naming` (pronouns give way to those they
mean), `sentences` (what a question of any kind needs: capitals, cuts, closing marks), `statements` (whether it is so),
`amounts` (what stands in a figure's place), `figures` (how many), `asking` (the public functions).
"""

from counterclaim.text.questions.asking import answer, ask
from counterclaim.text.questions.naming import article_before, find_common, name_pronouns

__all__ = ["answer", "article_before", "ask", "find_common", "name_pronouns"]
