"""What a cache holds, counted and listed (room: edges)."""

from collections import Counter
from collections.abc import Iterator

from counterclaim.core.records import Record
from counterclaim.outside.store import MEMORY, REPLY, Cache, CacheError, StoredReply, load_reply


class ModelShare(Record):
    """The replies of one model: how many, and the bytes of their bodies."""

    model: str
    replies: int
    size: int


class CacheSummary(Record):
    """What is in a cache. `foreign`: rows under our keys that are not replies, and are never used."""

    models: tuple[ModelShare, ...]
    memories: int
    foreign: int

    @property
    def replies(self) -> int:
        """All replies."""
        return sum(share.replies for share in self.models)

    @property
    def size(self) -> int:
        """The bytes of all bodies."""
        return sum(share.size for share in self.models)


def summarize_cache(cache: Cache) -> CacheSummary:
    """Count what is in a cache, by model in alphabetical order.

    Raises:
        CacheError: It cannot be read.
    """
    counts, sizes, foreign = Counter[str](), Counter[str](), 0
    for key in cache.keys(REPLY):
        try:
            reply = load_reply(cache, key.removeprefix(REPLY))
        except CacheError:
            foreign += 1
            continue
        if reply is not None:
            counts[reply.request.model] += 1
            sizes[reply.request.model] += len(reply.body.encode())
    models = tuple(
        ModelShare(model=model, replies=count, size=sizes[model]) for model, count in sorted(counts.items())
    )
    return CacheSummary(models=models, memories=len(list(cache.keys(MEMORY))), foreign=foreign)


def list_replies(cache: Cache) -> Iterator[StoredReply]:
    """All stored replies, in the order of their keys.

    Raises:
        CacheError: A row is not a reply.
    """
    for key in cache.keys(REPLY):
        reply = load_reply(cache, key.removeprefix(REPLY))
        if reply is not None:
            yield reply
