"""Articles from decoded text: what is stored, and what its head says (room: brains).

`cleaning` (the text that every offset points into), `datelines` (where, when and by whom it was filed), `drafts` (title,
outlet, date and body; the `Article`), `markdown` (front matter). Each is imported by its own name: the process that
takes pages apart needs the first two only, and no records.
"""
