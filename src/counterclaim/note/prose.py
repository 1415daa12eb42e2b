"""How figures, speakers, counts and article text are worded in every format (room: brains).

Nothing here knows a format: the renderers escape what these functions return. Text from articles passes through
`plain` or `excerpt`, so that no control or direction mark reaches a reader whoever built the records.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, assert_never

from counterclaim.core.records import Attribution, Bound, Quantity

_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")
_BOUNDED = re.compile(r"\b(?:or|more|fewer|less|least|most|over|under|plus)\b|\+", re.IGNORECASE)
_OPENING, _CLOSING = '“"«„', '”"»“'
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "penny": "pence"}
_UNINFLECTED = frozenset({"yen", "yuan", "renminbi", "won", "baht", "rand", "hertz", "celsius", "fahrenheit"})
_PAIRS = (("“", "”"), ('"', '"'), ("«", "»"), ("‹", "›"))
_MARKS = frozenset(_OPENING + _CLOSING)
_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ASKING = re.compile(
    r"(?:How|Whether|What|Wh(?:o|om|ose|en|ere|ich|y)|(?:For|In|On|To|By|Of|At|Within|After|Out of) how|"
    r"Did|Do|Does|Is|Are|Was|Were|Has|Have|Had|Can|Could|Will|Would|Should|May|Might)\b"
)
NOT_STATED = "speaker not stated"
CUT = "[…]"
NAME_ROOM, LINE_ROOM = 100, 240


def safe(text: str) -> str:
    r"""A text without control, direction and unpaired surrogate characters, its white space as it was.

    >>> safe("a \x1b[31mred\u202e\n line ")
    'a [31mred\n line '
    """
    return _UNSAFE.sub("", text)


def plain(text: str) -> str:
    r"""One safe line: control, direction and unpaired surrogate characters removed, white space as single spaces.

    >>> plain("a \x1b[31mred\u202e\n line ")
    'a [31mred line'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACE.sub(" ", safe(text)).strip()


def printable(text: str) -> str:
    r"""A text with its lines and spaces as they are, without what could steer a screen; lines end with "\\n".

    >>> printable("a \x1b[31mred\u202e\r\n  line")
    'a [31mred\n  line'
    """
    return "\n".join(safe(text).splitlines())


class Excerpt(NamedTuple):
    """A verbatim stretch of a quote; `before` and `after` say whether something was left out on that side."""

    text: str
    before: bool = False
    after: bool = False

    def marked(self) -> str:
        """The excerpt in quotation marks that it does not hold itself, what was left out shown outside them.

        >>> Excerpt("23 soldiers died", after=True).marked()
        '“23 soldiers died” […]'
        >>> Excerpt("“No,” she said").marked()
        '"“No,” she said"'
        """
        pairs = ((opening, closing) for opening, closing in _PAIRS if not {opening, closing} & set(self.text))
        opening, closing = next(pairs, _PAIRS[0])
        return f"{CUT + ' ' if self.before else ''}{opening}{self.text}{closing}{' ' + CUT if self.after else ''}"


def excerpt(quote: str, room: int, focus: int = 0) -> Excerpt:
    """At most about `room` characters of the quote around the offset `focus`, cut between words.

    A pair of quotation marks that encloses the whole quote is left off, since we set our own.

    >>> excerpt("“We lost no one,”", 40).text
    'We lost no one,'
    >>> excerpt("The army said that 23 soldiers and two drivers had died there", 30, focus=19).marked()
    '[…] “that 23 soldiers and two” […]'
    """
    shift = len(quote) - len(quote.lstrip())
    body = _unwrapped(quote.strip())
    if len(body) <= room:
        return Excerpt(plain(body))
    start = max(0, min(focus - shift - room // 3, len(body) - room))
    end = start + room
    if start and (border := body.find(" ", start, end)) >= 0 and border < max(focus - shift, 1):
        start = border + 1
    if end < len(body) and (border := body.rfind(" ", start + 1, end + 1)) > focus - shift:
        end = border
    return Excerpt(plain(body[start:end]), before=start > 0, after=end < len(body))


def _unwrapped(quote: str) -> str:
    inner = quote[1:-1]
    opening = _OPENING.find(quote[:1])
    if inner and opening >= 0 and quote[-1] == _CLOSING[opening] and _MARKS.isdisjoint(inner):
        return inner
    return quote


def shortened(text: str, room: int) -> str:
    """The start of a text that is ours or a heading, cut between words with "…".

    >>> shortened("How many people were killed in the province by noon?", 30)
    'How many people were killed…'
    """
    line = plain(text)
    if len(line) <= room:
        return line
    border = line.rfind(" ", 1, room)
    return line[: border if border > room // 2 else room - 1].rstrip(" ,;:") + "…"


def number_words(value: float) -> str:
    """A number as it is printed: separators for thousands, round millions in words, never an exponent.

    >>> number_words(1234567.0), number_words(6.40), number_words(0.1 + 0.2), number_words(65e6), number_words(2.5e9)
    ('1,234,567', '6.4', '0.3', '65 million', '2.5 billion')
    """
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and value / size == round(value / size, 2):
            return f"{_digits(value / size)} {word}"
    return _digits(value)


def _digits(value: float) -> str:
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def bound_words(bound: Bound) -> str:
    """The words that stand before a figure for its bound; empty where the figure needs none.

    >>> bound_words("at_least"), bound_words("exact")
    ('at least ', '')
    """
    match bound:
        case "at_least" | "at_most" | "more_than" | "less_than":
            return bound.replace("_", " ") + " "
        case "approx":
            return "about "
        case "exact" | "range" | "vague":
            return ""
        case _:
            assert_never(bound)


def unit_words(unit: str | None, value: float | None = None) -> str:
    """The unit as it follows a figure; in the plural unless the value is one or the unit is a currency's code.

    >>> unit_words("percent"), unit_words("percentage_point"), unit_words("EUR"), unit_words("minute", 1)
    ('%', ' percentage points', ' EUR', ' minute')
    """
    words = plain(unit or "").replace("_", " ")
    if not words or words == "percent":
        return "%" if words else ""
    plural = value != 1 and not words.isupper() and words not in _UNINFLECTED
    return f" {_PLURALS.get(words, words + 's') if plural else words}"


def figure_words(quantity: Quantity) -> str:
    """The figure with its bound: as worded where the words hold digits, else in digits; vague words as they are.

    >>> figure_words(Quantity(start=0, end=4, text="nine", low=9, high=9))
    '9'
    >>> figure_words(Quantity(start=0, end=3, text="200", low=200, high=None, bound="more_than"))
    'more than 200'
    >>> figure_words(Quantity(start=0, end=6, text="dozens", low=24, high=None, bound="vague"))
    'dozens'
    """
    words = _uncapitalised(shortened(quantity.text, NAME_ROOM).rstrip("’'"))
    if words[:1].isdigit() and not _BOUNDED.search(words):
        return bound_words(quantity.bound) + words
    low, high = quantity.low, quantity.high
    upper = quantity.bound in {"at_most", "less_than"} or low is None
    known = high if upper else low
    if known is None or known != round(known) or quantity.bound == "vague" or any(c.isdigit() for c in words):
        return words
    if quantity.bound == "range" and low is not None and high is not None:
        return f"{number_words(low)} to {number_words(high)}{unit_words(quantity.unit)}"
    return f"{bound_words(quantity.bound)}{number_words(known)}{unit_words(quantity.unit, known)}"


def _uncapitalised(words: str) -> str:
    """A figure from the start of a sentence, as it stands inside one: "About 200" but "EUR 200"."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def speaker_words(link: Attribution, *also: str) -> str:
    """A speaker with role, side and what else is known of them, nothing said twice.

    >>> speaker_words(Attribution(name="Ana Roy", role="mayor", side="Orvo"))
    'Ana Roy (mayor, Orvo)'
    >>> speaker_words(Attribution(name=None, role="a hospital official"))
    'a hospital official'
    >>> speaker_words(Attribution(name="Orvo’s army", side="Orvo"))
    'Orvo’s army'
    """
    named = (shortened(part, NAME_ROOM) for part in (link.name, link.role, link.side, *also) if part)
    parts = [part for part in named if part]
    if not parts:
        return "speaker not stated"
    name, said = parts[0], [parts[0].casefold()]
    extra: list[str] = []
    for part in parts[1:]:
        if not any(part.casefold() in other for other in said):
            extra.append(part)
            said.append(part.casefold())
    return f"{name} ({', '.join(extra)})" if extra else name


def listing(items: Sequence[str], *, limit: int | None = None) -> str:
    """Items as prose; those over the limit become a count.

    >>> listing(["A", "B", "C"]), listing(["A", "B", "C", "D"], limit=2)
    ('A, B and C', 'A, B and two more')
    """
    shown = list(items) if limit is None or len(items) <= limit else [*items[:limit]]
    if len(shown) < len(items):
        shown.append(f"{small(len(items) - len(shown))} more")
    *first, last = shown or [""]
    return f"{', '.join(first)} and {last}" if first else last


def asked_words(question: str) -> str:
    """A question as it stands before its answers: an indirect one ends with a colon.

    >>> asked_words("How many died?"), asked_words("Whether the dam held")
    ('How many died?', 'Whether the dam held:')
    """
    return question if question.endswith(("?", ":")) else f"{question}:"


def inline_words(question: str) -> str:
    """A question as part of a sentence.

    >>> inline_words("How many died?"), inline_words("Whether the dam held"), inline_words("Ana Roy lost how many?")
    ('how many died', 'whether the dam held', 'Ana Roy lost how many')
    """
    words = question.rstrip("?:")
    return words[:1].lower() + words[1:] if is_asking(words) else words


def is_asking(question: str) -> bool:
    """Whether a question begins as one, and does not ask in the middle of a statement.

    >>> is_asking("How many died?"), is_asking("Ana Roy lost how many?")
    (True, False)
    """
    return _ASKING.match(question) is not None


def sentence_case(words: str) -> str:
    """Words of ours as they begin a sentence.

    >>> sentence_case("no article says when"), sentence_case("")
    ('No article says when', '')
    """
    return words[:1].upper() + words[1:]


def said_by(name: str) -> str:
    """Who said it, as part of a sentence: a description takes an article where it needs one.

    >>> said_by("Ana Roy"), said_by("company’s lawyer"), said_by("local officials"), said_by("speaker not stated in The Sun")
    ('said Ana Roy', 'said the company’s lawyer', 'said local officials', 'speaker not stated in The Sun')
    >>> said_by("Orvo’s army"), said_by("Orvo government"), said_by("The Orvo court")
    ('said Orvo’s army', 'said the Orvo government', 'said The Orvo court')
    """
    if name.startswith(NOT_STATED):
        return name
    first, _, rest = name.partition(" ")
    owned, many = first.endswith(("’s", "'s", "s’")), name.endswith(("s", "police", "staff", "people"))
    body = rest.rpartition(" ")[2].islower() and not owned and first.lower() not in {"the", "a", "an"}
    bare = (not owned and many) if name[:1].islower() else (not body or many)
    return f"said {'' if bare else 'the '}{name}"


def denied_by(name: str) -> str:
    """Who denied what was told, as part of a sentence.

    >>> denied_by("Ana Roy"), denied_by("mayor"), denied_by("speaker not stated in The Sun")
    ('denied by Ana Roy', 'denied by the mayor', 'denied, speaker not stated in The Sun')
    """
    return (
        f"denied, {name}"
        if name.startswith(NOT_STATED)
        else f"denied by {said_by(name).removeprefix('said ')}"
    )


def small(number: int) -> str:
    """A count in words up to twelve, so that our counts do not look like reported figures.

    >>> small(3), small(40)
    ('three', '40')
    """
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun in the right number.

    >>> counted(1, "article"), counted(0, "article"), counted(2, "summary", "summaries")
    ('1 article', '0 articles', '2 summaries')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def more_words(number: int, noun: str, section: str) -> str:
    """How many more there are, and in which section.

    >>> more_words(2, "dispute", "Disputed"), more_words(0, "dispute", "Disputed"), more_words(1, "answer", "Disputed")
    ('; two more disputes under Disputed', '', '; one more answer under Disputed')
    """
    if number < 1:
        return ""
    return f"; {small(number)} more {noun}{'' if number == 1 else 's'} under {section}"
