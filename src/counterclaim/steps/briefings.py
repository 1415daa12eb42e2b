"""From digests to a briefing: compare them, and say who read them and what was not read (room: steps)."""

from counterclaim import __version__
from counterclaim.core.desk import Desk
from counterclaim.core.records import Briefing, Comparison, Engine, Usage
from counterclaim.note.briefing import build_briefing
from counterclaim.note.policies import apply_policy
from counterclaim.note.title import given_title
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.parties import name_parties
from counterclaim.steps.digests import DigestBatch
from counterclaim.steps.editions import go_on, still_unread
from counterclaim.steps.wishes import Wish

BUILTIN = "builtin"


def compare_batch(batch: DigestBatch, desk: Desk | None = None) -> Comparison:
    """Relate the claims of all digests by rule, with speakers named and sided as in the user's tables."""
    digests = [name_parties(digest, desk) for digest in batch.digests]
    return compare_digests(digests, opposed=desk.opposed if desk else ())


def brief_batch(
    batch: DigestBatch,
    *,
    comparison: Comparison | None = None,
    engine: Engine | None = None,
    usage: Usage | None = None,
    wish: Wish = Wish(),  # noqa: B008 - immutable
) -> Briefing:
    """Build the briefing of a batch.

    Args:
        batch: The digests, and the sources that could not be read; with those carried over from an earlier note.
        comparison: What is compared already; None compares by rule.
        engine: Who read and compared; None stands for what the digests say of their readers.
        usage: What the model calls came to; None stands for what the digests say.
        wish: What the user wants of the note.
    """
    previous, desk = wish.previous, find_desk(wish)
    made = build_briefing(
        comparison or compare_batch(batch, desk),
        unread=(*(still_unread(previous, batch.digests) if previous else ()), *batch.unread),
        engine=engine or describe_engine(batch),
        usage=usage or sum_usage(batch),
        title=wish.title or (desk.title if desk else None) or (given_title(previous) if previous else None),
    )
    policy = wish.figures or (previous.figure_policy if previous else "range")
    made = apply_policy(made.model_copy(update={"desk": desk}), policy)
    return go_on(previous, made) if previous else made


def find_desk(wish: Wish) -> Desk | None:
    """The user's tables, else those of the note to go on from: a marking is not lost from one version to the next."""
    return wish.desk or (wish.previous.desk if wish.previous else None)


def describe_engine(batch: DigestBatch) -> Engine:
    """Who read the articles of a batch."""
    readers = sorted({name for d in batch.digests for name in d.reader.split(", ")} or {BUILTIN})
    models = dict.fromkeys(digest.model for digest in batch.digests if digest.model)
    return Engine(reader=", ".join(readers), model=", ".join(models) or None, version=__version__)


def sum_usage(batch: DigestBatch) -> Usage:
    """What the calls for the digests of a batch came to; the cost is None as soon as one is not known."""
    told = [digest.usage for digest in batch.digests if digest.usage]
    costs = [one.cost for one in told]
    known = [cost for cost in costs if cost is not None]
    return Usage(
        calls=sum(one.calls for one in told),
        cached=sum(one.cached for one in told),
        input_tokens=sum(one.input_tokens for one in told),
        output_tokens=sum(one.output_tokens for one in told),
        cost=sum(known) if told and len(known) == len(costs) else None,
    )
