"""From digests to a briefing: compare them, and say who read them and what was not read (room: steps)."""

from counterclaim import __version__
from counterclaim.core.records import Briefing, Comparison, Engine, Usage
from counterclaim.note.briefing import build_briefing
from counterclaim.relate.comparison import compare_digests
from counterclaim.steps.digests import DigestBatch

BUILTIN = "builtin"


def compare_batch(batch: DigestBatch) -> Comparison:
    """Relate the claims of all digests by rule."""
    return compare_digests(batch.digests)


def brief_batch(
    batch: DigestBatch,
    *,
    title: str | None = None,
    comparison: Comparison | None = None,
    engine: Engine | None = None,
    usage: Usage | None = None,
) -> Briefing:
    """Build the briefing of a batch.

    Args:
        batch: The digests, and the sources that could not be read.
        title: The note's title; None makes one from the earliest headline.
        comparison: What is compared already; None compares by rule.
        engine: Who read and compared; None stands for what the digests say of their readers.
        usage: What the model calls came to; None stands for no call.
    """
    return build_briefing(
        comparison or compare_batch(batch),
        unread=batch.unread,
        engine=engine or describe_engine(batch),
        usage=usage or Usage(),
        title=title,
    )


def describe_engine(batch: DigestBatch) -> Engine:
    """Who read the articles of a batch."""
    readers = sorted({digest.reader for digest in batch.digests} or {BUILTIN})
    return Engine(reader=", ".join(readers), version=__version__)
