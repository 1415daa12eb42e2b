"""The cache as a whole: what it holds, emptying it, and its replies as fixtures (room: steps)."""

from collections.abc import Iterator
from pathlib import Path

from counterclaim.core.errors import UsageError
from counterclaim.outside.cache import DiskCache
from counterclaim.outside.fixtures import Fixtures
from counterclaim.outside.inventory import list_replies, summarize_cache
from counterclaim.outside.replay import Exported, export_replies
from counterclaim.steps.models import ModelSettings, private_texts


def describe_cache(folder: Path) -> Iterator[str]:
    """Where the cache is and what it holds, a line a fact; no folder is made where there is none.

    Raises:
        CacheError: It cannot be read.
    """
    yield f"folder   {folder}"
    if not folder.is_dir():
        yield "replies  none: there is no cache yet"
        return
    with DiskCache(folder) as cache:
        summary = summarize_cache(cache)
        yield f"size     {cache.size():,} bytes on disk"
        yield f"replies  {summary.replies:,}, {summary.size:,} bytes"
        for share in summary.models:
            yield f"         {share.model}: {share.replies:,} ({share.size:,} bytes)"
        yield f"known    abilities of {summary.memories:,} endpoints and models"
        if summary.foreign:
            yield f"foreign  {summary.foreign:,} rows that Counterclaim did not write, never used"


def clear_cache(folder: Path) -> int:
    """Remove everything from the cache; how many rows there were.

    Raises:
        CacheError: It cannot be emptied, or is no cache.
    """
    if not folder.is_dir():
        return 0
    with DiskCache(folder) as cache:
        return cache.clear()


def export_cache(settings: ModelSettings) -> Exported:
    """Write all replies of the cache as fixtures.

    Raises:
        UsageError: There is no cache, or no folder was given.
        CacheError: A row is not a reply.
    """
    if settings.fixtures is None or not settings.cache.is_dir():
        raise UsageError(
            "there is no cache to export", source=str(settings.cache), remedy="give --cache-dir DIR"
        )
    fixtures = Fixtures(settings.fixtures, settings.story, private=private_texts(settings))
    with DiskCache(settings.cache) as cache:
        return export_replies(list_replies(cache), fixtures)
