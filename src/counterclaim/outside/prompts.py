"""The `prompts/` folder: where it is, and its Markdown files as prompts (room: edges).

A wheel carries the folder inside the package; a checkout, and so an editable install, has it beside `src`. A prompt is
Markdown with YAML front matter that says its name (the file's), version and purpose; what follows is its text.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from counterclaim.core.errors import CounterclaimError, UsageError

_FOLDER = "prompts"
_SUFFIX = ".md"
_FENCE = "---\n"
_FIELDS = ("name", "version", "purpose")
# A line that YAML reads as the text it is: in double quotes without escapes, or plain, without a mark of YAML's.
_PAIR = re.compile(r'([a-z]+): (?:"([^"\\\n]+)"|([A-Za-z][A-Za-z0-9 _,.;-]*))')
_NO_TEXT = frozenset({"yes", "no", "true", "false", "on", "off", "null"})


class PromptError(CounterclaimError):
    """The prompts of this installation are not there, or one of them is malformed."""


class Prompt(NamedTuple):
    """One prompt. `sha256` (hex) is over the whole file with its front matter, line ends as newlines."""

    name: str
    version: str
    purpose: str
    text: str
    sha256: str


def prompts_folder() -> Traversable:
    """The folder of prompts of this installation: the wheel's, else the checkout's.

    Raises:
        PromptError: Neither is there.
    """
    package = files("counterclaim")
    return find_folder(package, Path(str(package)).parents[1])


def find_folder(package: Traversable, checkout: Path) -> Traversable:
    """The folder of prompts in an installed package, else in the checkout that the package is imported from.

    Raises:
        PromptError: Neither is there.
    """
    for place in (package / _FOLDER, checkout / _FOLDER):
        if place.is_dir():
            return place
    raise PromptError("the prompts are not installed", source=_FOLDER, remedy="install the package again")


def list_prompts(folder: Traversable | None = None) -> tuple[Prompt, ...]:
    """All prompts of a folder (by default this installation's), by name.

    Raises:
        PromptError: The folder is not there, or a prompt is malformed.
    """
    folder = folder or prompts_folder()
    return tuple(_read_prompt(folder, name) for name in sorted(_names(folder)))


def load_prompt(name: str, *, folder: Traversable | None = None) -> Prompt:
    """The prompt of that name.

    Raises:
        UsageError: There is none of that name; says which there are.
        PromptError: The folder is not there, or the prompt is malformed.
    """
    folder = folder or prompts_folder()
    names = sorted(_names(folder))
    if name not in names:
        raise UsageError("there is no such prompt", source=name, remedy=f"choose among {', '.join(names)}")
    return _read_prompt(folder, name)


def _names(folder: Traversable) -> Iterator[str]:
    return (place.name.removesuffix(_SUFFIX) for place in folder.iterdir() if place.name.endswith(_SUFFIX))


def _read_prompt(folder: Traversable, name: str) -> Prompt:
    try:
        content = (folder / f"{name}{_SUFFIX}").read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _malformed(name, "it cannot be read as UTF-8") from error
    return parse_prompt(name, content)


def parse_prompt(name: str, content: str) -> Prompt:
    r"""Read one prompt from the content of its file.

    Raises:
        PromptError: No front matter, a field missing or unknown, another name than the file's, or no text.

    >>> parse_prompt("ask", "---\nname: ask\nversion: 2\npurpose: Ask once.\n---\nSay it.\n")[:4]
    ('ask', '2', 'Ask once.', 'Say it.\n')
    """
    head, fence, text = content.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    if not content.startswith(_FENCE) or not fence:
        raise _malformed(name, "it has no front matter between two lines of ---")
    if not text.strip():
        raise _malformed(name, "it has no text")
    fields = _read_fields(name, head)
    if fields["name"] != name:
        raise _malformed(name, f"its front matter names it {fields['name']!r}")
    return Prompt(**fields, text=text.lstrip("\n"), sha256=sha256(content.encode()).hexdigest())


def _read_fields(name: str, head: str) -> dict[str, str]:
    loaded = _read_pairs(head) or _load_yaml(name, head)
    if not isinstance(loaded, dict) or sorted(map(str, loaded)) != sorted(_FIELDS):
        raise _malformed(name, f"its front matter must have {', '.join(_FIELDS)} and nothing else")
    fields = {field: str(loaded[field]).strip() for field in _FIELDS if isinstance(loaded[field], str | int)}
    missing = [field for field in _FIELDS if not fields.get(field)]
    if missing:
        raise _malformed(name, f"its {missing[0]} is not a text; put it in quotes")
    return fields


def _read_pairs(head: str) -> dict[str, str] | None:
    """What the front matter of our own prompts holds, read without YAML, whose import takes as long as asyncio's."""
    pairs = [_PAIR.fullmatch(line) if line.isprintable() else None for line in head.split("\n")]
    found = {pair[1]: pair[2] or pair[3].strip() for pair in pairs if pair}
    plain = {pair[3].strip().lower() for pair in pairs if pair and pair[3]}
    return found if None not in pairs and not plain & _NO_TEXT else None


def _load_yaml(name: str, head: str) -> object:
    import yaml

    try:
        loaded: object = yaml.safe_load(head)
    except yaml.YAMLError as error:
        raise _malformed(name, "its front matter is not YAML") from error
    return loaded


def _malformed(name: str, what: str) -> PromptError:
    return PromptError(
        what, source=f"{_FOLDER}/{name}{_SUFFIX}", remedy="mend the file, or install the package again"
    )
