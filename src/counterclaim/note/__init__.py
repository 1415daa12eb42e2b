"""Brains for what people see: a briefing, and one renderer a format. Pure functions from records to text.

`briefing` makes the record; `sections` derives from it, through `register`, `positions`, `cards`, `changes`, `matrix`
and `ledger`, the one `view` that every renderer lays out: `terminal` (on a `screen`), `html`, `markdown` and `docx` (on
`paper`, with its `stationery`); the last two share `folding` and `footnotes`. `csv` (with its `columns`) and `jsonld` are
for programs and read the records; `listing` holds the plain lists. To add a format: a renderer here, its name, suffix and
call in `formats`, how the tests read it back in `tests/every_format.py`; the tests over all formats join by themselves.
"""
