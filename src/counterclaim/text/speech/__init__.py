"""Who says what, and through whom (room: brains).

Use only what this module names. Inside, each importing only those before it: `quotation` (quote marks), `cues` (the
reporting verbs and their force), `subjects` (who the verb's subject is), `extras` (addressee, occasion, time), `shapes`
(when an everyday verb reports), `cueclauses`, `sourcing`, `valuers` and `clauses` (the cues of a sentence), `passages` (sentences
that belong together), `cutting` and `contents` (what a cue covers), `refine` (what its first words add), `descriptions`
(whom "the company" means), `focus` (whom a pronoun means), `headlines`, `identification` (the name that a lead
holds back), `reading` (the public function). A new reporting verb is one word in `cues`.
"""

from counterclaim.text.speech.cues import Certainty, Stance, find_verb
from counterclaim.text.speech.reading import Speech, find_speech

__all__ = ["Certainty", "Speech", "Stance", "find_speech", "find_verb"]
