"""Counterclaim reads several accounts of one event and shows where they agree and where they contradict each other.

`read`, `digest`, `compare`, `brief`, `render` and `diff` are the steps (see `counterclaim.library`); the records that
they take and return are in `counterclaim.core.records`, and those in common use are names of this package too.
Nothing is imported before it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = [
    "Article",
    "ArticleDigest",
    "Briefing",
    "Claim",
    "Comparison",
    "CounterclaimError",
    "Desk",
    "Model",
    "ModelReply",
    "ModelRequest",
    "ModelSettings",
    "NoteDifference",
    "Relation",
    "SourceBatch",
    "Thread",
    "__version__",
    "brief",
    "compare",
    "diff",
    "digest",
    "load_desk",
    "read",
    "render",
]

if TYPE_CHECKING:
    from counterclaim.core.desk import Desk
    from counterclaim.core.editions import NoteDifference
    from counterclaim.core.errors import CounterclaimError
    from counterclaim.core.model import Model, ModelReply, ModelRequest
    from counterclaim.core.records import (
        Article,
        ArticleDigest,
        Briefing,
        Claim,
        Comparison,
        Relation,
        Thread,
    )
    from counterclaim.library import brief, compare, diff, digest, load_desk, read, render
    from counterclaim.outside.sources import SourceBatch
    from counterclaim.steps.models import ModelSettings

_HOMES = {
    "counterclaim.core.desk": ("Desk",),
    "counterclaim.core.editions": ("NoteDifference",),
    "counterclaim.core.errors": ("CounterclaimError",),
    "counterclaim.core.model": ("Model", "ModelReply", "ModelRequest"),
    "counterclaim.core.records": (
        "Article",
        "ArticleDigest",
        "Briefing",
        "Claim",
        "Comparison",
        "Relation",
        "Thread",
    ),
    "counterclaim.library": ("brief", "compare", "diff", "digest", "load_desk", "read", "render"),
    "counterclaim.outside.sources": ("SourceBatch",),
    "counterclaim.steps.models": ("ModelSettings",),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562): `import counterclaim` alone costs next to nothing."""
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(home), name)
            globals()[name] = value
            return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return __all__
