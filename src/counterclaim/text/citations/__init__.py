"""Cite, do not copy: what a model is shown of an article, and the claims that its citations stand for (room: brains).

Use only what this module names. Inside, each importing only those before it: `numbering` (the data block and the
filled prompt), `reply` (schema and strict reading), `evidence` (what our own text says at the cited sentences),
`objections` (why an item may not stand), `claims` (the claims of a reply), `coverage` (what they leave out). A new check is one function in `objections`.
"""

from counterclaim.text.citations.claims import CitedDigest, claims_from_reply
from counterclaim.text.citations.coverage import add_passed_over, list_uncited
from counterclaim.text.citations.numbering import FilledPrompt, fence, fill_prompt, level, number_sentences
from counterclaim.text.citations.reply import (
    ClaimItem,
    DigestReply,
    SummaryItem,
    Truncated,
    Unreadable,
    cut_items,
    explain,
    join_replies,
    parse_cut,
    read_reply,
)

__all__ = [
    "CitedDigest",
    "ClaimItem",
    "DigestReply",
    "FilledPrompt",
    "SummaryItem",
    "Truncated",
    "Unreadable",
    "add_passed_over",
    "claims_from_reply",
    "cut_items",
    "explain",
    "fence",
    "fill_prompt",
    "join_replies",
    "level",
    "list_uncited",
    "number_sentences",
    "parse_cut",
    "read_reply",
]
