"""Articles from decoded text: what is stored, and what its head says (room: brains).

`cleaning` (the text that every offset points into), `datelines` (where, when and by whom it was filed), `drafts` (title,
outlet, date and body; the `Article`), `markdown` (front matter).
"""

from counterclaim.text.articles.drafts import (
    Draft,
    article_from_record,
    describe,
    make_article,
    parse_plain,
    read_head,
    settle_year,
)

__all__ = [
    "Draft",
    "article_from_record",
    "describe",
    "make_article",
    "parse_plain",
    "read_head",
    "settle_year",
]
