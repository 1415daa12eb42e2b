"""Brains for what people see: a briefing, and one renderer a format. Pure functions from records to text.

`briefing` makes the record; `sections` derives from it, through `register`, `positions`, `cards`, `changes`, `matrix`
and `ledger`, the one `view` that every renderer lays out; `markdown`, `terminal` and `html` are the renderers,
`listing` the plain lists. To add a format: a renderer here that reads `view`, its name, suffix and call in `formats`;
the tests over all formats join by themselves. `csv` and `jsonld` are for programs: they read the records through
`register` and `positions`.
"""
