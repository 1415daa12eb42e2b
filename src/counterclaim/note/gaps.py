"""What is missing, for whoever plans the next call: unanswered, unsaid, unread, undecided, dropped (room: brains).

Everything here is what the program did not find: a statement may stand in an article all the same, in words that it
does not read. The headings say so.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from counterclaim.core.marks import BESIDE, FELL_BACK
from counterclaim.core.records import Briefing
from counterclaim.note.backing import name_voices
from counterclaim.note.cards import disputes
from counterclaim.note.ledger import origin_lines, ranked
from counterclaim.note.parties import is_unnamed, is_voice_of_state
from counterclaim.note.placement import Placement
from counterclaim.note.positions import is_attributed
from counterclaim.note.prose import (
    LINE_ROOM,
    NAME_ROOM,
    asked_words,
    counted,
    listing,
    plain,
    shortened,
)
from counterclaim.note.reasons import word_drop
from counterclaim.note.register import Register, outlet_name, speaker_name
from counterclaim.note.uncounted import find_uncounted
from counterclaim.note.undecided import find_undecided
from counterclaim.note.unheard import find_unanswering, find_unheard
from counterclaim.note.unstated import ask_about_figures
from counterclaim.note.view import Dispute, Gap, OriginLine
from counterclaim.text.lexicon import FUNCTION_WORDS
from counterclaim.text.tokens import tokenize

_ITEM_ROOM = 160
_NAMES = 12  # of one line


def gaps(briefing: Briefing, placement: Placement) -> tuple[Gap, ...]:
    """What is missing, one entry a kind, what a person can act on first; kinds with no case are left out."""
    disputed = disputes(placement, briefing.relations)
    found = (
        _unread(briefing, "Not read", again=False),
        _unread(briefing, "Given twice, counted once", again=True),
        _not_read_by_model(briefing, placement.register),
        _beside_model(briefing, placement.register),
        _to_ask(disputed),
        _unanswered(briefing, placement),
        _no_response(placement, disputed),
        find_unheard(briefing, placement),
        find_uncounted(briefing, placement),
        ask_about_figures(placement, placed=any(plain(one.where or "") for one in briefing.summaries)),
        _one_outlet(placement),
        _unexplained(placement),
        _described(briefing, placement.register),
        _no_speaker(briefing, placement.register),
        find_undecided(placement, briefing.relations),
        Gap(
            "Not compared",
            sum(entry.count for entry in briefing.uncompared),
            tuple(
                f"{shortened(e.what, _ITEM_ROOM)}: {shortened(e.reason, LINE_ROOM)}"
                f"{f' ({e.count:,})' if e.count > 1 else ''}"
                for e in briefing.uncompared
            ),
        ),
        _dropped(briefing, placement),
    )
    return tuple(gap for gap in found if gap.total)


def _unread(briefing: Briefing, heading: str, *, again: bool) -> Gap:
    """The sources that are not among the articles: those that could not be read, or those that are there already."""
    sources = [one for one in briefing.unread if (one.same_as is not None) == again]
    return _folded(heading, ((one.source, shortened(one.reason, LINE_ROOM)) for one in sources))


def _folded(heading: str, cases: Iterable[tuple[str, str]]) -> Gap:
    told = ((shortened(what, LINE_ROOM), words) for what, words in cases)
    items = tuple(f"{asked_words(what)} {words}" if words else what for what, words in told)
    return Gap(heading, len(items), items)


def _not_read_by_model(briefing: Briefing, register: Register) -> Gap:
    """The articles, or sentences of them, for which the model gave nothing that could be used."""
    lost = [drop for drop in briefing.dropped if drop.what.startswith(FELL_BACK)]
    places = [
        f"{outlet_name(register.articles.get(d.article))}{d.what.removeprefix(FELL_BACK)}" for d in lost
    ]
    reasons = (shortened(drop.reason, LINE_ROOM) for drop in lost)
    return _folded("Not read by the model", zip(places, reasons, strict=True))


def _beside_model(briefing: Briefing, register: Register) -> Gap:
    """What the built-in reader found beside the model, which would have been lost."""
    beside = [claim for claim in briefing.claims if BESIDE & set(claim.flags)]
    by_outlet = Counter(outlet_name(register.articles.get(claim.article)) for claim in beside)
    items = tuple(f"{outlet}: {counted(count, 'statement')}" for outlet, count in ranked(by_outlet))
    return Gap("Passed over by the model, read by the built-in reader, marked so", len(beside), items)


def _to_ask(disputed: Iterable[Dispute]) -> Gap:
    """What would settle each dispute, and who could give it."""
    return _folded(
        "To ask, dispute by dispute", ((d.question, f"Ask {_askable(d)} for {d.settle}") for d in disputed)
    )


def _askable(dispute: Dispute) -> str:
    opposed = [side for side in dispute.sides if side.opposed]
    return listing([f"{name_voices(side.positions)} ({side.answer})" for side in opposed], limit=_NAMES)


def _unanswered(briefing: Briefing, placement: Placement) -> Gap:
    """Denials after which the denied speaker is not heard again on the question."""
    cases: dict[tuple[str, str], str] = {}
    for relation in briefing.relations:
        denial, denied = placement.by_claim.get(relation.a), placement.by_claim.get(relation.b)
        if (
            relation.label == "denies"
            and denial
            and denied
            and not _heard_after(placement, relation.a, relation.b)
        ):
            cases.setdefault((denial.name, denied.name), denied.answer)
    items = tuple(
        f"{speaker} denied what {other} said ({answer})" for (speaker, other), answer in cases.items()
    )
    return Gap("Denials without an answer", len(items), items)


def _heard_after(placement: Placement, denial: str, denied: str) -> bool:
    register = placement.register
    return any(
        register.originator[claim] == register.originator[denied]
        and register.rank[claim] > register.rank[denial]
        for claim in placement.thread_of[denied].claims
        if claim in register.claims
    )


def _no_response(placement: Placement, disputed: Iterable[Dispute]) -> Gap:
    """Questions on which the other side was not found to speak, each with what it did not reply to."""
    cases = {
        (thread.id, name): f"{name}: {asked_words(thread.question)} ({first.answer})"
        for name, thread, first in find_unanswering(placement, disputed)
    }
    asked = {thread for thread, _ in cases}
    for thread, _ in placement.threads:
        for response in thread.responses if thread.status != "disputed" else ():  # a dispute's card says it
            if response.kind == "not_mentioned" and thread.id not in asked:
                name = shortened(response.speaker or "the other side", NAME_ROOM)
                cases[thread.id, name] = f"{name}: {thread.question}"
    return Gap("No response found", len(cases), tuple(shortened(case, LINE_ROOM) for case in cases.values()))


def _one_outlet(placement: Placement) -> Gap:
    """Speakers of whom all that is known came through one outlet; its reprints are no second one."""
    alone: dict[str, list[str]] = {}
    texts = len(placement.register.in_order) - len(placement.register.copy_of)
    lines = [line for line in origin_lines(placement) if line.attributed] if texts > 1 else []
    for line in lines:
        if len(line.outlets) == 1 and not _is_heard_elsewhere(line, lines):
            alone.setdefault(line.outlets[0], []).append(line.name)
    items = tuple(f"{outlet}: {listing(names)}" for outlet, names in alone.items())
    return Gap("Speakers heard through one outlet only", sum(map(len, alone.values())), items)


def _is_heard_elsewhere(line: OriginLine, lines: Iterable[OriginLine]) -> bool:
    """Whether it is the voice of a state that other outlets quote under another name: "the Norwegian statement"."""
    others = (one for one in lines if one.party and one.party == line.party and one.outlets != line.outlets)
    return is_voice_of_state(line.name) and not is_unnamed(line.name) and any(others)


def _unexplained(placement: Placement) -> Gap:
    """Speakers of whom no article says whether they saw it, were told, or have it from a document, all of them."""
    names = [line.name for line in origin_lines(placement) if line.attributed and line.access == "unstated"]
    return Gap("How they know: not found", len(names), (listing(names),) if names else ())


def _described(briefing: Briefing, register: Register) -> Gap:
    """Speakers who are described and not named: nobody can ring "a security source"; a reprint adds no statement."""
    own = (claim for claim in briefing.claims if claim.article not in register.copy_of)
    links = [claim.attribution[0] for claim in own if is_attributed(claim)]
    unnamed = (
        plain(x.name or x.role or "")
        for x in links
        if not plain(x.name or "") or is_unnamed(plain(x.name or ""))
    )
    roles = Counter(shortened(role, NAME_ROOM) for role in unnamed if role)
    items = tuple(f"{role} ({counted(count, 'statement')})" for role, count in ranked(roles))
    return Gap("Speakers without a name", len(items), items)


def _no_speaker(briefing: Briefing, register: Register) -> Gap:
    silent = [claim for claim in briefing.claims if not speaker_name(claim)]
    by_outlet = Counter(outlet_name(register.articles.get(claim.article)) for claim in silent)
    items = tuple(f"{outlet}: {counted(count, 'statement')}" for outlet, count in ranked(by_outlet))
    return Gap("Statements without a stated speaker", len(silent), items)


def _shown_asides(placement: Placement) -> Mapping[str, set[str]]:
    """What stands in the note of each article beside its statements: the occasions, and who passed the words on."""
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for position in dict.fromkeys(placement.by_claim.values()):
        for citation in position.citations:
            shown[citation.article].update(position.later, citation.relays)
    return shown


def _is_shown(what: str, words: str) -> bool:
    """Whether words that were set aside are held by others: all but "the" and the like.

    >>> _is_shown("The state broadcaster NTV", "NTV (state broadcaster)"), _is_shown("Not so", "NTV")
    (True, False)
    """
    told = [
        token.lower for token in tokenize(plain(what)) if token.is_word and token.lower not in FUNCTION_WORDS
    ]
    return plain(what) in words or (bool(told) and {*told} <= {token.lower for token in tokenize(words)})


def _dropped(briefing: Briefing, placement: Placement) -> Gap:
    """Everything that was dropped, by article and reason, but for what stands in the note as an occasion or a relay."""
    cases: dict[tuple[str, str], list[str]] = {}
    register, shown = placement.register, _shown_asides(placement)
    place = {article.id: number for number, article in enumerate(register.in_order)}
    listed = [drop for drop in briefing.dropped if not drop.what.startswith(FELL_BACK)]
    listed = [
        drop for drop in listed if not any(_is_shown(drop.what, words) for words in shown[drop.article])
    ]
    for drop in sorted(listed, key=lambda drop: place.get(drop.article, len(place))):
        outlet = outlet_name(register.articles.get(drop.article))
        cases.setdefault((outlet, word_drop(drop.reason)), []).append(shortened(drop.what, _ITEM_ROOM))
    items = tuple(f"{outlet}, {reason}: {'; '.join(what)}" for (outlet, reason), what in cases.items())
    return Gap("Words of the articles that were set aside", len(listed), items)
