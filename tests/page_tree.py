"""Reads a page strictly, for the tests of the HTML note: every element is closed where it was opened."""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Self

VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})


class Element:
    """One element with its attributes and children; text is a child too."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Self | str] = []

    def __iter__(self) -> Iterator[Self]:
        """Yield this element and all below it, in document order."""
        yield self
        for child in self.children:
            if not isinstance(child, str):
                yield from child

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, *tags: str, having: str | None = None) -> list[Self]:
        return [e for e in self if e.tag in tags and (having is None or having in e.classes)]

    def find(self, matches: Callable[[Self], bool]) -> Self:
        return next(e for e in self if matches(e))

    def shape(self) -> list[object]:
        """Tags, attribute names and classes, without any text or value of an attribute."""
        below = [child.shape() for child in self.children if not isinstance(child, str)]
        return [self.tag, sorted(self.attributes), sorted(self.classes), below]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in {tag}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


def read_page(page: str) -> Element:
    """The page's tree.

    Raises:
        AssertionError: It is not one that every browser reads the same.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root
