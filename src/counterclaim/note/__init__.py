"""Brains for what people see: a briefing, and one renderer a format. Pure functions from records to text.

`briefing` makes the record; `sections` derives from it, through `register`, `positions`, `cards`, `changes` and `ledger`,
the one `view` that every renderer lays out; `markdown` and `terminal` are the renderers, `listing` the plain lists.
To add a format: a renderer here that reads `view`, its name in `cli.options.Format`, its call in `cli.accounts`.
"""
