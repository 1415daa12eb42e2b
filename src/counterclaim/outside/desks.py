"""The user's own tables, read from a small YAML file; what is wrong in it is told with its line (room: edges).

    house: The Larkmere desk
    title: Fighting on the Durand Line
    tlp: AMBER                          # RED, AMBER+STRICT, AMBER, GREEN or CLEAR (TLP 2.0)
    outlets:
      Kestrel Hill Wire: B              # a letter of the Admiralty system, A to F
    parties:
      Inter-Services Public Relations:
        aliases: [ISPR, the army]       # other names that articles use, whole
        side: Pakistan
    opposed:
      - [Pakistan, Afghanistan]         # neither updates what the other says

Every value is read as it is written: YAML's own readings (`NO` as a falsehood) have no place in names.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from counterclaim.core.desk import Desk, Grade, Marking, OutletGrade, Party
from counterclaim.core.errors import DeskUnreadableError

if TYPE_CHECKING:
    import yaml

MAX_BYTES = 1_000_000
_KEYS = ("house", "title", "tlp", "outlets", "parties", "opposed")
_PARTY_KEYS = ("aliases", "side")
_GRADES: tuple[Grade, ...] = get_args(Grade)
_MARKINGS: tuple[Marking, ...] = get_args(Marking)


def load_desk(path: str) -> Desk:
    """Read a desk file.

    Raises:
        DeskUnreadableError: There is no such file, or an entry is wrong; names the line.
    """
    try:
        raw = Path(path).read_bytes()[: MAX_BYTES + 1]
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DeskUnreadableError("it is not UTF-8", source=path, remedy="save it as UTF-8") from error
    except (OSError, ValueError) as error:
        what = "no such file" if isinstance(error, FileNotFoundError) else "it cannot be read"
        raise DeskUnreadableError(what, source=path, remedy="check the name") from error
    if len(raw) > MAX_BYTES:
        raise DeskUnreadableError("it is larger than a megabyte", source=path, remedy="give a smaller table")
    return read_desk(text, source=path)


def read_desk(text: str, *, source: str) -> Desk:
    """Read the text of a desk file.

    Raises:
        DeskUnreadableError: As for `load_desk`.
    """
    page = _Page(source)
    top = page.entries(_compose(text, source), "the file")
    page.check_keys(top, _KEYS)
    parties, sides = page.read_parties(top.get("parties"))
    return Desk(
        house=page.read_words(top.get("house")),
        title=page.read_words(top.get("title")),
        marking=page.read_marking(top.get("tlp")),
        grades=tuple(page.read_grades(top.get("outlets"))),
        parties=parties,
        opposed=tuple(page.read_opposed(top.get("opposed"), sides)),
    )


Entry = tuple["yaml.Node", "yaml.Node"]


def _compose(text: str, source: str) -> "yaml.Node | None":
    import yaml

    try:
        # Nodes, not values: they keep their lines, and nothing is built from them.
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        what = f"{where}it is not YAML ({error.problem or error.context})"
        raise DeskUnreadableError(
            what, source=source, remedy="mend the line; a name with a colon needs quotation marks"
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise DeskUnreadableError(
            "it is not YAML", source=source, remedy="give a list of `key: value` lines"
        ) from error


class _Page:
    """A file whose entries are checked one by one; every fault names the file and the line."""

    def __init__(self, source: str) -> None:
        self._source = source

    def fault(self, node: "yaml.Node", what: str, remedy: str) -> DeskUnreadableError:
        """What is wrong at a node."""
        line = f"line {node.start_mark.line + 1}: {what}"
        return DeskUnreadableError(line, source=self._source, remedy=remedy)

    def entries(self, node: "yaml.Node | None", what: str) -> dict[str, Entry]:
        """The entries of a mapping by their keys; a key given twice is a fault."""
        import yaml

        if node is None or _is_empty(node):
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise self.fault(node, f"{what} is not a list of `key: value` lines", "write it as in the README")
        found: dict[str, Entry] = {}
        for key, value in node.value:
            name = self.words(key)
            if name in found:
                first = found[name][0].start_mark.line + 1
                raise self.fault(
                    key, f"{name!r} is given twice (first on line {first})", "keep one of the two"
                )
            found[name] = (key, value)
        return found

    def words(self, node: "yaml.Node") -> str:
        """A value as it is written, on one line."""
        import yaml

        if not isinstance(node, yaml.ScalarNode):
            raise self.fault(node, "a name or word is expected here", "give one value, in quotation marks")
        words = " ".join(node.value.split())
        if not any(character.isalnum() for character in words):
            raise self.fault(node, "a name or word is expected here", "give one, or remove the line")
        return words

    def items(self, node: "yaml.Node") -> list["yaml.Node"]:
        """The items of a list; one value alone is a list of one."""
        import yaml

        return node.value if isinstance(node, yaml.SequenceNode) else [] if _is_empty(node) else [node]

    def check_keys(self, entries: Mapping[str, Entry], known: tuple[str, ...]) -> None:
        """Refuse a key that means nothing here."""
        for name, (key, _) in entries.items():
            if name not in known:
                near = get_close_matches(name, known, n=1)
                remedy = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(known)}"
                raise self.fault(key, f"{name!r} means nothing here", remedy)

    def read_words(self, entry: Entry | None) -> str | None:
        """An optional value."""
        return None if entry is None or _is_empty(entry[1]) else self.words(entry[1])

    def read_marking(self, entry: Entry | None) -> Marking | None:
        """A label of the Traffic Light Protocol, with or without the letters TLP before it."""
        if entry is None or _is_empty(entry[1]):
            return None
        given = self.words(entry[1]).upper().removeprefix("TLP:").replace(" ", "")
        for marking in _MARKINGS:
            if marking == f"TLP:{given}":
                return marking
        names = ", ".join(marking.removeprefix("TLP:") for marking in _MARKINGS)
        remedy = "TLP 2.0 calls it CLEAR" if given == "WHITE" else f"give one of {names} (TLP 2.0)"
        raise self.fault(entry[1], f"{given!r} is no marking", remedy)

    def read_grades(self, entry: Entry | None) -> Iterator[OutletGrade]:
        """The letter of each outlet."""
        for outlet, (_, value) in self.entries(entry[1] if entry else None, "`outlets`").items():
            given = self.words(value)
            grade = next((letter for letter in _GRADES if letter == given.upper()), None)
            if grade is None:
                remedy = "give a letter from A (completely reliable) to F (cannot be judged), and no number"
                raise self.fault(value, f"{given!r} is no grade", remedy)
            yield OutletGrade(outlet=outlet, grade=grade)

    def read_parties(self, entry: Entry | None) -> tuple[tuple[Party, ...], frozenset[str]]:
        """The parties, and the sides they stand on. A name belongs to one party only."""
        parties: list[Party] = []
        owners: dict[str, tuple[str, int]] = {}
        for name, (key, value) in self.entries(entry[1] if entry else None, "`parties`").items():
            fields = self.entries(value, f"the party {name!r}")
            self.check_keys(fields, _PARTY_KEYS)
            aliases = self.items(fields["aliases"][1]) if "aliases" in fields else []
            for node in (key, *aliases):
                self._own(node, name, owners)
            given = tuple(self.words(node) for node in aliases)
            parties.append(Party(name=name, aliases=given, side=self.read_words(fields.get("side"))))
        return tuple(parties), frozenset(party.side for party in parties if party.side)

    def _own(self, node: "yaml.Node", party: str, owners: dict[str, tuple[str, int]]) -> None:
        name = self.words(node)
        known = owners.setdefault(name.casefold(), (party, node.start_mark.line + 1))
        if known[0] != party:
            what = f"{name!r} is a name of {known[0]!r} already (line {known[1]})"
            raise self.fault(node, what, "give each name to one party")

    def read_opposed(self, entry: Entry | None, sides: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Pairs of sides; of a longer list every two are opposed."""
        for row in self.items(entry[1]) if entry else []:
            nodes = self.items(row)
            names = [self.words(node) for node in nodes]
            for node, name in zip(nodes, names, strict=True):
                if name not in sides:
                    known = (
                        f"the sides are {', '.join(sorted(sides))}"
                        if sides
                        else "give parties a `side` first"
                    )
                    raise self.fault(node, f"no party stands for {name!r}", known)
            if len(set(names)) < len(names) or len(names) < 2:  # noqa: PLR2004 - a pair
                raise self.fault(
                    row, "two different sides are expected here", "write [one side, another side]"
                )
            yield from combinations(names, 2)


def _is_empty(node: "yaml.Node") -> bool:
    return node.value in {"", "~", "null"} if isinstance(node.value, str) else False
