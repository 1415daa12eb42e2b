"""What becomes of one speaker's words on their way through other mouths: passed on, or passed on wrongly (room: brains).

Two articles that let one speaker say two things at one time contradict each other about what was said; an article
that has the words from somebody in between only reports them, and adds no support.
"""

from counterclaim.core.records import Claim
from counterclaim.relate.lineage import compare_originators, originator
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import Slots

RELAY_MISMATCH = "relay mismatch"
_ON_SAYING = frozenset({"interval", "polarity", "time"})


def review_relay(a: Slots, b: Slots, verdict: Verdict | None) -> Verdict | None:
    """What the way through other mouths makes of a verdict; None lets it stand (cases 21, 23)."""
    if verdict is None or a.article.id == b.article.id:
        return None
    if compare_originators(a.claim, b.claim) != "same" or originator(a.claim) is None:
        return None
    if verdict.label == "contradicts" and verdict.rule in _ON_SAYING:
        reason = f"two accounts of what one speaker said: {verdict.reason}"
        return verdict._replace(reason=reason, tags=(*verdict.tags, RELAY_MISMATCH))
    if verdict.label == "equivalent" and _relays(a.claim) != _relays(b.claim):
        reason = "one has from another what the other has from the speaker"
        return Verdict("reports", reason, "relay", flipped=_relays(a.claim) < _relays(b.claim))
    return None


def _relays(claim: Claim) -> int:
    """How many pass the words on between the speaker and the outlet."""
    return sum(link.mode != "narration" for link in claim.attribution[1:])
