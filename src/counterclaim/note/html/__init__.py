"""The note as one HTML page that needs no network and no script (room: brains).

`page` lays the view out by `templates/` (the only folder with markup, style and script); `quotes` marks every cited
quote in the articles' texts, `plots` places figures on a scale, `filters` makes the rules that hide, `citations` words
the line to copy.
"""

from counterclaim.note.html.page import render_html

__all__ = ["render_html"]
