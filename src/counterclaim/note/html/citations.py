"""The line that a person copies to cite a statement: who, in whose words, where, and which note."""

from collections.abc import Mapping

from counterclaim.note.prose import excerpt
from counterclaim.note.view import Citation, Position, Source

_ROOM = 500


def cite_position(position: Position, sources: Mapping[str, Source], as_of: str) -> str:
    """One plain line: speaker, quote, relays, outlet, title, publication, place in the text, claim."""
    lead = position.lead
    source = sources.get(lead.article)
    title = f", “{source.title}”" if source and source.title else ""
    parts = (
        f"{position.teller}{_worded(position.lead)}{_said(position)}: {excerpt(lead.quote, _ROOM, lead.focus).marked()}",
        f" - {''.join(f'via {relay}, ' for relay in position.relays)}{lead.outlet}{title}, published {lead.published}",
        f", characters {lead.start} to {lead.end}, claim {lead.claim}",
        f". Briefing note as of {as_of}, machine draft.",
    )
    return "".join(parts)


def _worded(lead: Citation) -> str:
    """Whose words follow, in full, since the line is read without the page."""
    if not lead.wording:
        return ""
    return (
        f", as reported by {lead.outlet}, {lead.wording}" if lead.mode == "indirect" else f", {lead.wording}"
    )


def _said(position: Position) -> str:
    return f", {position.time}" if position.time.startswith("said ") else ""
