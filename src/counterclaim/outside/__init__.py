"""Edges: one outside thing each (files, pages, models, caches).

Sources: `files` (which files are sources, by suffix), `decoding` (bytes to text), `pages` (the process that takes HTML
apart, in `extraction` and `markup`), `records` (JSON), `languages`, `sources` (all of them to articles).
To add a source type: its suffix in `files`, a module here that makes its text, its turn in `sources`; what is heavy or
untrusted goes through a process of its own like `pages`.
Models: `connection`, `provider`, `abilities`, `retries`, `replies`, `faults`, `schemas`, `local`. Kept replies: `cache`,
`store`, `inventory`, `fixtures`, `replay`, `differences`, `secrets`. `prompts`, `tokens`, `prices`, `streams` (outputs).
"""
