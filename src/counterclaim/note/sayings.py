"""What one speaker said on one question, and every place where it stands: what all parts of the view hold (room: brains)."""

from typing import NamedTuple

from counterclaim.core.records import Access, Mode, Quantity
from counterclaim.note.marks import STATEMENT_WITHDRAWN, concerns_wording

_SCRAP = 40
_OPENING = 4  # words
_LEADING = frozenset({"whether", "if", "when", "after", "before", "while", "although", "though"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "this", "these", "those"})


class Citation(NamedTuple):
    """One occurrence of a statement: the verbatim quote and where it stands. `focus`: the figure's offset in it.

    `language` is the article's, empty where it is not known. `mode` is how the article gives the speaker's words,
    narration where it speaks in its own voice; `retold`: it says in its own words how the speaker responded, and quotes
    nothing. `relays` are those between the speaker and the outlet, the nearest to the speaker first.
    """

    claim: str
    article: str
    outlet: str
    published: str
    quote: str
    start: int
    end: int
    focus: int = 0
    language: str = ""
    mode: Mode = "narration"
    retold: bool = False
    relays: tuple[str, ...] = ()

    @property
    def wording(self) -> str:
        """Whose words the quote holds, where that is not the one before it: the speaker's own, or the outlet's.

        >>> cited = Citation("c", "a", "The Sun", "", "the gate was shut", 0, 17, mode="indirect")
        >>> cited.wording, cited._replace(mode="direct").wording, cited._replace(retold=True).wording
        ('in The Sun’s words', 'own words', '')
        """
        told = "" if self.retold else f"in {self.outlet}’s words"
        return {"direct": "own words", "mixed": "partly own words", "indirect": told, "narration": ""}[
            self.mode
        ]

    @property
    def own_mark(self) -> str:
        """The mark of direct quotation, for lines that name no wording else; empty where the words are the outlet's."""
        return f" ({self.wording})" if self.mode in {"direct", "mixed"} else ""

    def credit(self, speaker: str) -> str:
        """The name to put before the quote: the outlet's where it only says how the speaker responded.

        >>> Citation("c", "a", "The Sun", "", "The mayor declined", 0, 18, retold=True).credit("Ana Roy")
        'The Sun on Ana Roy'
        """
        return f"{self.outlet} on {speaker}" if self.retold else speaker


class Position(NamedTuple):
    """What one speaker said on one question, with every occurrence.

    `name` is the speaker's, `origin` what the speaker is counted under: the institution that they speak for, else the
    same. `answer` is the figure with its bound, or the answer in words. `lead` is the occurrence to show; `more` are other
    wordings or articles, `reprints` the occurrences in copies of an article. `time` is that of publication unless it
    begins with "said"; empty where neither is known. `attributed`: somebody other than the outlet said it. `marks` are words of warning ("planned", "probable"). `replaced`: a later statement took its
    place. `figure` is what `answer` words, None where the answer is none; `side` is the party that the speaker
    stands for in the words of the article, `party` the one under which lists put them, both empty where nobody says so;
    `access` is how they know; `before` the sentence before the quote where the quote points back to it, verbatim; `after` what its sentence sets
    against it ("but the town was quiet"), verbatim;
    `later` when it was last printed, and on what occasion it was said, verbatim.
    """

    answer: str
    figure: Quantity | None
    speaker: str
    name: str
    question: str
    relays: tuple[str, ...]
    lead: Citation
    text: str
    time: str
    more: tuple[Citation, ...] = ()
    reprints: tuple[Citation, ...] = ()
    marks: tuple[str, ...] = ()
    replaced: bool = False
    attributed: bool = True
    side: str = ""
    access: Access = "unstated"
    origin: str = ""
    party: str = ""
    before: str = ""
    later: tuple[str, ...] = ()
    after: str = ""

    @property
    def teller(self) -> str:
        """Who says what is quoted, with role and side; see `Citation.credit`."""
        return self.lead.credit(self.speaker)

    @property
    def around(self) -> str:
        """What the quote leans on, before it and after it, in brackets; nothing where it stands alone."""
        told = [f"after {self.before}" if self.before else "", f"goes on: {self.after}" if self.after else ""]
        return f" ({'; '.join(words for words in told if words)})" if any(told) else ""

    @property
    def is_figure(self) -> bool:
        """Whether the answer is a figure."""
        return self.figure is not None

    @property
    def denied(self) -> str:
        """The figure that the speaker says is not so; empty where it is another answer."""
        bare = self.answer.removeprefix("not ")
        return bare if self.is_figure and bare != self.answer else ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every occurrence, the one to show first."""
        return (self.lead, *self.more, *self.reprints)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it in a text of their own, each once, in the order of publication."""
        return tuple(dict.fromkeys(citation.outlet for citation in (self.lead, *self.more)))

    def outlets_before(self, number: int) -> tuple[str, ...]:
        """The outlets of the first `number` occurrences in texts of their own."""
        return tuple(citation.outlet for citation in (self.lead, *self.more)[:number])

    @property
    def when(self) -> str:
        """The time with all that is known of it."""
        return "; ".join(words for words in (self.time, *self.later) if words)

    @property
    def carriers(self) -> tuple[tuple[Citation, str], ...]:
        """The occurrences in texts of their own, each with the relays that it alone has, in words."""
        return tuple((citation, self._others(citation)) for citation in (self.lead, *self.more))

    def _others(self, citation: Citation) -> str:
        if citation.relays == self.relays:
            return ""
        names = [relay.partition(" (")[0] for relay in citation.relays]
        return f" (via {', '.join(names)})" if names else " (not so relayed)"

    @property
    def points(self) -> bool:
        """Whether the statement holds a word whose meaning stands elsewhere: one that is marked, or a pronoun near its start."""
        return self.opens_with_pronoun or any(concerns_wording(mark) for mark in self.marks)

    @property
    def opens_with_pronoun(self) -> bool:
        """Whether a pronoun stands near the start, other than in a clause whose subject follows: "On whether it did …"."""
        opening = self.text.casefold().split()[:_OPENING]
        at = next((n for n, word in enumerate(opening) if word in _PRONOUNS), None)
        return at is not None and not (at and opening[at - 1] in _LEADING)

    @property
    def told(self) -> str:
        """The statement in a line that stands alone: a short scrap of a sentence gives way to question and answer."""
        cut = self.text[:1].islower() or (self.text.startswith("Of ") and "," not in self.text)
        scrap = self.is_figure and len(self.text) < _SCRAP and cut
        return f"{self.question} {self.answer}" if scrap else self.text

    @property
    def warnings(self) -> tuple[str, ...]:
        """The marks that concern the quote too, not only our wording of it, and that it was replaced."""
        marks = tuple(mark for mark in self.marks if not concerns_wording(mark))
        return (*marks, "replaced later") if self.replaced and STATEMENT_WITHDRAWN not in marks else marks
