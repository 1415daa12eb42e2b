"""The bottom line that a model wrote: the register it is given, and the gate before it is printed (room: brains).

Every figure and name must be in the claim register, and with the speaker who gave it; otherwise the template's text
stays, and the reasons say why.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from counterclaim.core.records import Article, Briefing, Claim, Quantity, Record, Status, Thread
from counterclaim.note.positions import denies_figure
from counterclaim.note.register import Register, outlet_name, register_briefing
from counterclaim.relate.lineage import originator, same_bearer, same_side
from counterclaim.text.citations import Unreadable, explain, fence, level
from counterclaim.text.citations.evidence import content, share
from counterclaim.text.citations.prose import object_to_prose
from counterclaim.text.modality import is_negative
from counterclaim.text.quantities import find_quantities
from counterclaim.text.sentences import split_sentences
from counterclaim.text.speech import Speech, find_speech
from counterclaim.text.tokens import tokenize

_MOST_SENTENCES = 3
_ROOM = 320  # characters of a sentence
_MOST_THREADS = 8  # however many articles
_MOST_CLAIMS = 5  # of one thread
_TEXT_ROOM = 200
_SAME_WORDS = 0.5  # share of a statement's content words that its speaker's own claims must hold
_WEIGHT: tuple[Status, ...] = (
    "disputed",
    "conceded",
    "agreed",
    "superseded",
    "one_sided",
    "single_origin",
    "unclear",
)  # what a bottom line is about first


class BottomLineReply(Record):
    """The whole reply to the bottom-line prompt."""

    sentences: tuple[str, ...]


class Accepted(NamedTuple):
    """The sentences that may be printed."""

    sentences: tuple[str, ...]


class Rejected(NamedTuple):
    """Why the template's text stays."""

    reasons: tuple[str, ...]


def read_bottom_line(text: str) -> BottomLineReply | Unreadable:
    """Read a reply to the bottom-line prompt; half a bottom line is none.

    >>> read_bottom_line('{"sentences":["Ana Roy said 12."]}').sentences
    ('Ana Roy said 12.',)
    """
    try:
        return BottomLineReply.model_validate_json(text, strict=True)
    except ValidationError as error:
        return Unreadable(explain(error))


def render_register(briefing: Briefing) -> str:
    """The claim register as prompt data: the weightiest threads, each with its answers and who gave them.

    A thread a sentence, or an article where there are more: what is asked stays within twice the articles' tokens.
    The quotes stay behind: they double the prompt, and the gate checks the sentences against all of them.
    """
    register = register_briefing(briefing)
    threads = sorted(register.threads, key=lambda t: (_WEIGHT.index(t.status), -len(t.claims), t.id))
    most = max(_MOST_SENTENCES, min(_MOST_THREADS, len(briefing.articles)))
    return fence("register", [_render_thread(thread, register) for thread in threads[:most]])


def _render_thread(thread: Thread, register: Register) -> str:
    live = [c for c in thread.claims if c not in thread.superseded and c not in register.folded_into]
    told: dict[tuple[str, str], str] = {}
    for claim in (register.claims[c] for c in live if c in register.claims):
        speaker = _speaker(claim, register.articles.get(claim.article))
        answer = f"not {claim.answer}" if denies_figure(claim) else claim.answer
        told.setdefault((speaker, answer.lower()), answer)
    said = "; ".join(
        f"{level(answer)[:_TEXT_ROOM]}, said {level(speaker)}"
        for (speaker, _), answer in [*told.items()][:_MOST_CLAIMS]
    )
    return f"{thread.status.replace('_', ' ')}: {level(thread.question)[:_TEXT_ROOM]} {said}"


def _speaker(claim: Claim, article: Article | None) -> str:
    link = originator(claim)
    return (link.name or link.role or "somebody not named") if link else outlet_name(article)


def check_bottom_line(sentences: Sequence[str], briefing: Briefing) -> Accepted | Rejected:
    """Let a bottom line pass, or say why the template's text stays.

    At most three sentences; no verdict, no instruction, no markup; every figure, name and quotation in the register;
    every figure and statement with a speaker who made it, affirmed or denied as there.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="", as_of=None, engine=Engine(reader="x", version="0"), articles=(), summaries=(),
    ...     claims=(), relations=(), threads=(), origins=())
    >>> check_bottom_line(["Ana Roy said 12 died."], empty)
    Rejected(reasons=("the name 'Ana' is in no claim",))
    """
    lines = tuple(" ".join(sentence.split()) for sentence in sentences)
    if not lines or not all(lines):
        return Rejected(("it is empty",))
    told = sum(len(split_sentences(line)) for line in lines)
    if told > _MOST_SENTENCES:
        return Rejected((f"it has more than {_MOST_SENTENCES} sentences",))
    known = _wording(briefing)
    found = (_object(line, known, briefing) for line in lines)
    reasons = tuple(dict.fromkeys(reason for reason in found if reason))
    return Rejected(reasons) if reasons else Accepted(lines)


def _wording(briefing: Briefing) -> str:
    parts = [f"{c.quote}\n{c.text}\n{c.question}\n{_links(c)}" for c in briefing.claims]
    return "\n".join([*parts, *(article.outlet or "" for article in briefing.articles)])


def _links(claim: Claim) -> str:
    return "\n".join(f"{x.name or ''}\n{x.role or ''}\n{x.side or ''}" for x in claim.attribution)


def _object(line: str, known: str, briefing: Briefing) -> str | None:
    if len(line) > _ROOM:
        return f"a sentence is longer than {_ROOM} characters"
    return object_to_prose(line, known) or _object_to_sayings(line, known, briefing)


def _object_to_sayings(line: str, known: str, briefing: Briefing) -> str | None:
    """What each named speaker is made to say, against their own claims; a figure that nobody says may not stand."""
    sayings = find_speech(line, split_sentences(line))
    for figure in find_quantities(line):
        if not any(s.start <= figure.start < s.end for s in sayings):
            return f"the figure {figure.text!r} has no speaker"
    reasons = (_object_to_saying(s, line, briefing.claims) for s in sayings)
    reason = next((r for r in reasons if r), None)
    if reason is None and not sayings and share(content(line), known) < _SAME_WORDS:
        return "it says what no claim says"
    return reason


def _object_to_saying(saying: Speech, line: str, claims: Iterable[Claim]) -> str | None:
    link = saying.attribution[0]
    name = link.name or link.role
    own = [c for c in claims if _speaks(name, c)]
    if not own:
        return f"{name or 'nobody named'} says nothing in the register"
    figures = find_quantities(line, saying.start, saying.end)
    said = line[saying.start : saying.end]
    negative = saying.polarity == "denied" or is_negative(tokenize(said))
    for figure in figures:
        givers = [c for c in own if any(_equals(figure, q) for q in c.quantities)]
        if not givers:
            return f"{name} does not give the figure {figure.text!r}"
        own = [c for c in own if c in givers or len(figures) > 1]
    words = content(said) - content(" ".join(f.text for f in figures))
    own = [c for c in own if share(words, f"{c.quote}\n{c.text}\n{c.question}") >= _SAME_WORDS]
    if not own:
        return f"{name} does not say so in any claim"
    if not any((c.polarity == "denied") == negative for c in own):
        return f"{name} {'does not deny' if negative else 'denies'} what the sentence says"
    return None


def _speaks(name: str | None, claim: Claim) -> bool:
    link = originator(claim) or (claim.attribution[-1] if claim.attribution else None)
    return link is not None and any(
        same_bearer(name, x) or same_side(name, x) for x in (link.name, link.side, link.role)
    )


def _equals(figure: Quantity, own: Quantity) -> bool:
    return (figure.low, figure.high, figure.unit) == (own.low, own.high, own.unit)
