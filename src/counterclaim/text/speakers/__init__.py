"""Who can speak in an article: names, roles, sides, and which wording means whom (room: brains).

Use only what this module names. Inside, each importing only those before it: `roles` (the nouns of those who speak),
`nounphrases` (where a phrase starts and ends), `abbreviations` (tokens with titles and initials whole), `mentions`
(what one phrase says), `sightings` (every naming in a sentence), `index` (the public records and functions). A new
role, body or state is one word in `roles`.
"""

from counterclaim.text.speakers.index import Speaker, SpeakerIndex, find_speakers
from counterclaim.text.speakers.mentions import Kind, Mention
from counterclaim.text.speakers.roles import INDUSTRIES, Gender, noun_kind

__all__ = ["INDUSTRIES", "Gender", "Kind", "Mention", "Speaker", "SpeakerIndex", "find_speakers", "noun_kind"]
