"""How a request differs from one that was recorded, a line a field (room: edges; pure)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from counterclaim.core.model import Json, ModelRequest, canonical_json

T = TypeVar("T")
_ARTICLE = re.compile(r"\ba-[0-9a-f]{8,}\b")

_MOST_LINES = 8
_AROUND = 40
_BEFORE = 12
_ABSENT = "nothing"


def describe_differences(asked: ModelRequest, recorded: ModelRequest) -> tuple[str, ...]:
    """Each field that decides the reply and differs: what is asked, and what was recorded. A long text: where it starts.

    >>> one = ModelRequest(model="m", messages=(), seed=1)
    >>> describe_differences(one, one.model_copy(update={"seed": 2, "slug": "x"}))
    ('seed: asked 1, recorded 2',)
    """
    fields, others = _flatten(asked), _flatten(recorded)
    differing = [
        name for name in [*fields, *(set(others) - set(fields))] if fields.get(name) != others.get(name)
    ]
    lines = [_describe(name, fields.get(name), others.get(name)) for name in sorted(differing)]
    more = len(lines) - _MOST_LINES
    return tuple(lines[:_MOST_LINES]) + ((f"and {more} more fields",) if more > 0 else ())


def nearest(asked: ModelRequest, recorded: Mapping[T, ModelRequest]) -> T | None:
    """The key of the recorded request most like the one asked; None if there is none.

    First the same step, then the same article, or one of its outlet; then the same sentences of it, the fewest
    differing fields, and the longest common beginning.
    """
    fields = _flatten(asked)

    def distance(key: T) -> tuple[bool, bool, bool, bool, int, int]:
        other = recorded[key]
        others = _flatten(other)
        differing = [name for name in fields.keys() | others.keys() if fields.get(name) != others.get(name)]
        alike = sum(_count_alike(fields.get(name, ""), others.get(name, "")) for name in differing)
        label, part = _name_parts(asked.slug), _name_parts(other.slug)
        strange = (
            other.stage != asked.stage,
            label[0] != part[0],
            label[1] != part[1],
            other.slug != asked.slug,
        )
        return (*strange, len(differing), -alike)

    return min(recorded, key=distance, default=None)


def _name_parts(slug: str) -> tuple[str, str]:
    """The outlet in an article's name, which an edit leaves as it is, and which sentences of it are asked about.

    >>> _name_parts("Depot Voice a-c7dd72c0a2 1-4"), _name_parts("How many died?")
    (('Depot Voice', '1-4'), ('How many died?', ''))
    """
    label, _, sentences = _ARTICLE.sub("\n", slug).partition("\n")
    return label.strip(), sentences.strip()


def _flatten(request: ModelRequest) -> dict[str, str]:
    """Every field that decides the reply, by its path, as text; a field without a value is absent."""
    decisive: Json = request.model_dump(mode="json", exclude={"stage", "slug"})
    return dict(_walk(decisive, ""))


def _walk(value: Json, path: str) -> Iterator[tuple[str, str]]:
    inner: Iterable[tuple[object, Json]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    elif value is not None:
        yield path, value if isinstance(value, str) else canonical_json(value)
    for name, one in inner:
        yield from _walk(one, f"{path}.{name}" if path else str(name))


def _describe(name: str, asked: str | None, recorded: str | None) -> str:
    if asked is None or recorded is None or max(len(asked), len(recorded)) <= 2 * _AROUND:
        return f"{name}: asked {_show(asked)}, recorded {_show(recorded)}"
    start = _count_alike(asked, recorded)
    line = asked.count("\n", 0, start) + 1
    shown = max(start - _BEFORE, 0)
    return f"{name}: from line {line} on, asked {_show(asked[shown:])}, recorded {_show(recorded[shown:])}"


def _count_alike(one: str, other: str) -> int:
    """The characters that two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _show(text: str | None) -> str:
    if text is None:
        return _ABSENT
    short = text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]}…"
    return short if _is_plain(short) else repr(short)


def _is_plain(text: str) -> bool:
    return text.replace(".", "").isdigit()
