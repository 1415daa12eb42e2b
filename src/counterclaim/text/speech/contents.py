"""What each cue covers: the stretches of a sentence that somebody is made to say (room: brains).

A leading cue covers what follows it, a trailing one what precedes it, one in the middle both, up to the next cue or to
where the sentence goes on in the outlet's voice ("..., the union said, which called the offer poor").
"""

from collections.abc import Sequence
from typing import assert_never

from counterclaim.text.clauses import has_clause
from counterclaim.text.speakers.nounphrases import QUOTE, is_verb_like
from counterclaim.text.speech.cueclauses import Cue
from counterclaim.text.speech.cues import find_verb
from counterclaim.text.speech.cutting import CLOSERS, Piece, Region, cut_region
from counterclaim.text.speech.passages import Unit
from counterclaim.text.tokens import Token

_JOINTS = frozenset("and but while whilst whereas though although as yet or nor".split())
# The sentence goes on in the outlet's own voice after ", X said,".
_NARRATIVE = frozenset(
    """which who whom whose when as after before while whilst whereas although though but because where despite following
    during with without until since amid in on at by from under a an this""".split()
)
_GOING_ON = frozenset(
    """and or nor including nearly almost most mostly mainly some many all half among not up down compared against plus
    only more fewer less""".split()
)
_SUBORDINATE = frozenset(
    "if should when unless once although though while because after before as until since whether were had".split()
)
_RESPONSES = frozenset({"denied", "rejected", "confirmed", "declined", "could_not_confirm", "unreached"})
_OPENERS = frozenset("but and yet meanwhile however still nevertheless also moreover".split())


def draw_contents(
    unit: Unit, cues: Sequence[Cue], media: frozenset[int], passing: frozenset[int] = frozenset()
) -> tuple[Piece, ...]:
    """The stretches that the cues of a unit cover, disjoint and in order.

    `media` are the cues whose speaker is an outlet; `passing` those of a document or of somebody of whom nothing is
    known, who pass on what another says in the same sentence.

    >>> from counterclaim.text.speech.clauses import find_cues
    >>> from counterclaim.text.tokens import tokenize
    >>> news = "It rained, Lee said, but it was warm."
    >>> unit = Unit(news, tokenize(news), {}, 0, 0)
    >>> [news[p.start : p.end] for p in draw_contents(unit, find_cues(news, unit.tokens), frozenset())]
    ['It rained']
    """
    drawing = _Drawing(unit, cues, media, media | passing)
    for i in range(len(cues)):
        drawing.take(i)
    return drawing.finish()


# What opens a clause that only tells when, or despite what, the rest of the sentence was so.
_OPENING = frozenset("after before when because since although though once until".split())


class _Drawing:
    """The state of one pass over a unit's cues: which cue's content is open, and where the next one may start."""

    def __init__(
        self, unit: Unit, cues: Sequence[Cue], media: frozenset[int], passing: frozenset[int]
    ) -> None:
        self.unit, self.cues, self.media, self.passing = unit, cues, media, passing
        self.pieces: list[Piece] = []
        self.left = 0  # the first token that no cue has taken
        self.base = 0  # the same, before the open cue
        self.open: int | None = None  # the leading cue whose content runs
        self.above: tuple[int, ...] = ()  # the outlets that report the open cue
        self.tail: int | None = None  # the trailing cue after which the sentence goes on
        self.cited: int | None = None  # the source that a cue still to come cites

    def take(self, i: int) -> None:
        cue = self.cues[i]
        match cue.place:
            case "trailing":
                self._trail(i)
            case "relay":
                self._relay(i)
            case "source":
                self._source(i)
            case "relative":
                self._relative(i)
            case "leading" | "participle":
                self._lead(i)
            case never:
                assert_never(never)

    def finish(self) -> tuple[Piece, ...]:
        self._close(len(self.unit.tokens))
        self._close_tail(len(self.unit.tokens))
        if self.cited is not None:
            self._go_back(self.cited)
        return tuple(sorted(self.pieces))

    def _lead(self, i: int) -> None:
        cue = self.cues[i]
        if self.open is not None:
            if self._is_nested(i):
                if cue.start == self.cues[self.open].end and self.open in self.media:
                    self.above, self.open, self.left = (*self.above, self.open), i, cue.end
                return
            self._close(_before_joint(self.unit.tokens, cue.start))
        self._close_tail(_before_joint(self.unit.tokens, cue.start))
        self.base = self.left if self.pieces or self.left else 0
        self.open, self.above, self.left = i, (), cue.end

    def _is_nested(self, i: int) -> bool:
        """Whether a cue belongs to what another is made to say ("X said that Y had denied it")."""
        cue, tokens = self.cues[i], self.unit.tokens
        if cue.place == "participle" or cue.subject is None:
            return False
        outer = self.cues[self.open] if self.open is not None else cue
        before = tokens[cue.start - 1]
        if before.text == ";":
            return False
        if before.lower not in _JOINTS or before.lower == "as":
            return True
        comma = cue.start > 1 and tokens[cue.start - 2].text in {",", QUOTE}
        plain = cue.force.stance is None and "c" in cue.force.frames
        return not (comma or before.lower in {"while", "whereas"} or (plain and outer.end < cue.start - 1))

    def _trail(self, i: int) -> None:
        cue = self.cues[i]
        mark = self._divided_at(
            cue.start, led=cue.subject is not None and cue.subject.pronoun in {"it", "they"}
        )
        if mark is not None:
            self._close(mark)
            self.left = mark + 1
        if self.open is not None and self._has_words(self.left, cue.start):
            if self._wraps(i):
                self._pass_on(i)
                return
            if cue.since is not None:
                return  # "Lee said that the damage, put at $4m by Finch, was slight": Lee's word for his
            self.left, self.open = self.base, None
        elif self.tail is not None and not self._has_words(self.cues[self.tail].end, cue.start):
            self._add_relay(i)
            self.tail, self.left = None, cue.end
            return
        first = max(_skip_opening(self.unit.tokens, self.left), cue.since or 0)
        self._add(first, cue.start, i, trailing=True)
        self.tail, self.open, self.left = (i if cue.since is None else None), None, cue.end

    def _divided_at(self, end: int, *, led: bool) -> int | None:
        """The semicolon or colon behind the open cue's content, from which on a trailing cue is another saying.

        "He stood by his count: two were lost, he said." So is a clause that only leads up to what "it said".
        """
        tokens = self.unit.tokens
        dividing = {";", ":"} if self.open is not None else {":"} if led else set[str]()
        at = next((k for k in range(end - 1, self.left, -1) if tokens[k].text in dividing), None)
        return at if at is not None and self._has_words(self.left, at) else None

    def _wraps(self, i: int) -> bool:
        """Whether a trailing cue passes on what the open one reports, rather than reporting the whole on its own.

        An outlet passes on; so does whoever gives another's very words. "Dorrel had conceded, Halden said" is
        Halden's word alone.
        """
        inner = self.cues[self.open] if self.open is not None else None
        quotes = any(t.text == QUOTE for t in self.unit.tokens[self.left : self.cues[i].start])
        return i in self.passing or quotes or (inner is not None and inner.place == "participle")

    def _relay(self, i: int) -> None:
        cue = self.cues[i]
        if self.open is not None:
            self._pass_on(i)
        elif self.pieces:
            self._close_tail(cue.start)
            self._add_relay(i)
        else:
            self._add(_skip_opening(self.unit.tokens, self.left), cue.start, i, trailing=True)
        self.left = cue.end

    def _pass_on(self, i: int) -> None:
        """Cue `i` passes on the open content, and what the same subject said before in the sentence."""
        first = self.open if self.open is not None else i
        while first and (self.cues[first].subject is None or self.cues[first].place == "participle"):
            first -= 1
        self._close(self.cues[i].start)
        self._add_relay(i, first)
        self.left = self.cues[i].end

    def _add_relay(self, i: int, first: int = 0) -> None:
        """The stretches of the unit so far, from those of cue `first` on, were passed on by cue `i`."""
        self.pieces = [p._replace(relays=(*p.relays, i)) if p.cue >= first else p for p in self.pieces]

    def _source(self, i: int) -> None:
        """Match ", citing X": what the cue before covers goes back to X."""
        cue = self.cues[i]
        self._close(cue.start)
        self._close_tail(cue.start)
        if self.pieces:
            self._go_back(i)
            self.left = cue.end
        else:
            self.cited = i

    def _go_back(self, i: int) -> None:
        """What the unit's cues cover so far goes back to the source that cue `i` names."""
        self.pieces = [p._replace(cue=i, relays=(p.cue, *p.relays)) for p in self.pieces]

    def _relative(self, i: int) -> None:
        """Match ", which X denied": the words before, if nobody else is made to say them; else the clause itself."""
        cue, tokens = self.cues[i], self.unit.tokens
        begin = next(
            (k for k in range(cue.start - 1, max(-1, cue.start - 4), -1) if tokens[k].text == ","),
            cue.start - 1,
        )
        if self.open is None and self.tail is None and cue.force.denies and self._has_words(self.left, begin):
            self._add(_skip_opening(tokens, self.left), begin, i, trailing=True)
        else:
            self._close(begin)
            if cue.force.stance in _RESPONSES:
                self._add(begin, cue.end, i, trailing=True)
            elif cue.force.stance == "accused":  # "the leak, which it blames on the firm"
                end = next((k for k in range(cue.end, len(tokens)) if tokens[k].text in CLOSERS), len(tokens))
                self._add(begin, end, i, trailing=True)
                self.left = end
                return
        self.left = cue.end

    def _close(self, end: int) -> None:
        if self.open is None:
            return
        end = self._aside_end(self.cues[self.open], end)
        self._add(self.left, end, self.open, relays=tuple(reversed(self.above)))
        self.open, self.above = None, ()

    def _aside_end(self, cue: Cue, end: int) -> int:
        """Where the content of "The mayor, who said it rained, left" ends: at the comma that closes the aside.

        So it is in "After the mayor said it rained, the crowd left".
        """
        tokens = self.unit.tokens
        if cue.start == 1 and tokens[0].lower in _OPENING:
            return next((k for k in range(self.left, end - 1) if self._closes_clause(k, end)), end)
        if cue.subject is None or tokens[cue.start].lower != "who":
            return end
        verbs = (
            k for k in range(self.left, end - 1) if tokens[k].text == "," and is_verb_like(tokens[k + 1])
        )
        return next(verbs, end)

    def _closes_clause(self, k: int, end: int) -> bool:
        """Whether the token at `k` is the comma between what the open cue says and a clause that it does not."""
        tokens = self.unit.tokens
        after = tokens[k + 1]
        if tokens[k].text != "," or after.lower in {"which", "who", "whose", "whom"} or is_verb_like(after):
            return False
        return has_clause(tokens[self.left : k]) and has_clause(tokens[k + 1 : end])

    def _close_tail(self, end: int) -> None:
        """The words between a cue in the middle and the next one, or the end."""
        if self.tail is None:
            return
        start, cue = self.cues[self.tail].end, self.tail
        self.tail = None
        tokens = self.unit.tokens
        while start < end and tokens[start].text in CLOSERS:
            start += 1
        if start < end and self._goes_on(start, end, cue):
            self._add(start, end, cue)

    def _goes_on(self, start: int, end: int, cue: int) -> bool:
        """Whether the words after ", X said," are still X's."""
        tokens = self.unit.tokens
        first = tokens[start]
        if first.text == QUOTE:
            return True
        opening = _skip_opening(tokens, 0)
        if tokens[opening].lower in _SUBORDINATE and self.cues[cue].start > opening:
            return True
        if tokens[self.cues[cue].end].text not in {",", ";", "—", "–"}:
            return False
        if any(t.text == QUOTE for t in tokens[: self.cues[cue].start]):
            return False
        if (
            first.lower in _GOING_ON
            or first.text[:1].isdigit()
            or self._only_sets_scene(opening, start, end, cue)
        ):
            return True
        adds = find_verb(first.lower) is not None and tokens[self.cues[cue].end].text != ";"
        verbal = first.lower.endswith("ing") or adds
        return (
            first.lower not in _NARRATIVE and not verbal and any(is_verb_like(t) for t in tokens[start:end])
        )

    def _only_sets_scene(self, opening: int, start: int, end: int, cue: int) -> bool:
        """Whether no clause stands before the cue, but one after it: "An hour before the launch, he said, a call went out"."""
        tokens, until = self.unit.tokens, self.cues[cue].start
        return (
            opening < until - 1
            and not has_clause(tokens[opening:until])
            and tokens[start].lower not in {"which", "who", "whom", "whose"}
            and has_clause(tokens[start:end])
        )

    def _has_words(self, start: int, end: int) -> bool:
        return any(t.is_word or t.text == QUOTE or t.text[:1].isdigit() for t in self.unit.tokens[start:end])

    def _add(
        self, start: int, end: int, cue: int, *, relays: tuple[int, ...] = (), trailing: bool = False
    ) -> None:
        pieces = cut_region(self.unit, Region(start, end, trailing), cue, self.cues[cue])
        self.pieces += [piece._replace(relays=relays) for piece in pieces]


def _before_joint(tokens: Sequence[Token], start: int) -> int:
    """The end of the content that stands before a further cue: without the conjunction and comma that join them."""
    end = start
    while end and (tokens[end - 1].lower in _JOINTS or tokens[end - 1].text in {",", ";"}):
        end -= 1
    return end


def _skip_opening(tokens: Sequence[Token], left: int) -> int:
    """Where the content of a trailing cue starts: after "But" or "Meanwhile," and marks."""
    i = left
    while i < len(tokens) and (tokens[i].text in CLOSERS or (tokens[i].lower in _OPENERS and i - left < 2)):  # noqa: PLR2004
        i += 1
    return i
