"""What one speaker said on one question, with every occurrence folded into it (room: brains).

Folding means: a claim in a reprint that has an `equivalent` in the article it was copied from is the same statement
once more, and all claims of one speaker with one answer are one position. What is folded stays in the position.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from counterclaim.core.records import Attribution, Claim, Mode, Quantity
from counterclaim.note.context import find_after, find_before, find_occasion
from counterclaim.note.dates import in_zone, instant, interval_words, moment_words
from counterclaim.note.marks import CORRECTED, LOST, NAMELESS, RESPONSES, mark_claim
from counterclaim.note.parties import is_unnamed
from counterclaim.note.prose import (
    LINE_ROOM,
    NAME_ROOM,
    counted,
    figure_words,
    listing,
    plain,
    shortened,
    speaker_words,
)
from counterclaim.note.questions import resolve
from counterclaim.note.register import Register, outlet_name, speaker_name
from counterclaim.note.view import Citation, Position
from counterclaim.relate.bodies import is_short
from counterclaim.relate.institutions import is_wording_of, speaks_for_body
from counterclaim.text.reader import STATEMENT_WITHDRAWN

ANSWER_ROOM = 90
_EARLIER = "earlier figure"
_QUOTING = frozenset({"direct", "mixed"})
_VOICES = 3  # who speak for one institution, named in a line


def figure_of(claim: Claim) -> Quantity | None:
    """The figure that answers the claim's question: the first with a measure, else the first."""
    return next((q for q in claim.quantities if q.measure), claim.quantities[0] if claim.quantities else None)


def cite(register: Register, claim: Claim) -> Citation:
    """The claim's quote with its place; the whole clause where the reader took a part of it for the figure."""
    article = register.articles.get(claim.article)
    figure, wide = figure_of(claim), register.widest(claim)
    published = moment_words(article.published if article else None, zone=True)
    focus = figure.start - wide.start if figure and wide.start <= figure.start < wide.end else 0
    outlet, language = outlet_name(article), plain((article and article.language) or "")
    place = (claim.article, outlet, published, wide.quote, wide.start, wide.end)
    retold = is_attributed(claim) and is_retold(claim)
    return Citation(claim.id, *place, focus, language, _mode(claim), retold, relays_of(register, claim))


def _mode(claim: Claim) -> Mode:
    return claim.attribution[0].mode if is_attributed(claim) else "narration"


def is_retold(claim: Claim) -> bool:
    """Whether an article says in its own words how a speaker responded, and quotes nothing that the speaker said.

    >>> says = Claim(id="c", article="a", quote="q", start=0, end=1, text="q", question="How Ana responded", answer="",
    ...              attribution=(Attribution(name="Ana"),), flags=("declined",))
    >>> is_retold(says), is_retold(says.model_copy(update={"attribution": (Attribution(name="Ana", mode="direct"),)}))
    (True, False)
    """
    quoted = bool(claim.attribution) and claim.attribution[0].mode in _QUOTING
    return not quoted and not RESPONSES.isdisjoint(claim.flags)


def positions_of(register: Register, ids: Iterable[str]) -> tuple[Position, ...]:
    """The claims as positions, by speaker and answer, in order of publication."""
    groups: list[list[Claim]] = []
    held: dict[tuple[str, str, str], list[Claim]] = {}
    claims = (register.claims[i] for i in dict.fromkeys(ids) if i in register.claims)
    for claim in sorted(claims, key=lambda c: _order(register, c)):
        speaker = register.originator[claim.id].casefold()
        # Two who speak for one institution give one figure; what they state without one may be two things.
        voice = speaker if figure_of(claim) else voices_of(register, [claim])[0].casefold()
        answer, twin = (voice, "answer", answer_key(claim)), (speaker, "twin", register.twins[claim.id])
        group = held.get(answer) or held.get(twin)
        if group is None:
            groups.append(group := [])
        group.append(claim)
        held[answer] = held[twin] = group
    return tuple(_position(register, group) for group in _give_back(groups))


def _give_back(groups: list[list[Claim]]) -> list[list[Claim]]:
    """The groups, with what an article repeats without its speaker put back with the one to whom it gives it elsewhere.

    A headline or a list of key points that drops the name is no second origin.
    """
    kept: list[list[Claim]] = []
    lost = [group for group in groups if all(LOST in claim.flags for claim in group)]
    for group in lost:
        papers = {claim.article for claim in group}
        owner = next(
            (
                other
                for other in groups
                if other not in lost
                and answer_key(other[0]) == answer_key(group[0])
                and papers <= {claim.article for claim in other if is_attributed(claim)}
            ),
            None,
        )
        if owner is None:
            kept.append(group)
        else:
            owner.extend(group)
    return [group for group in groups if group not in lost or group in kept]


def _order(register: Register, claim: Claim) -> tuple[tuple[dt.datetime, int], int, str]:
    return register.rank[claim.id], claim.start, claim.id


def is_attributed(claim: Claim) -> bool:
    """Whether somebody is named or described who said it, other than the outlet in its own voice."""
    first = claim.attribution[0] if claim.attribution else None
    own_voice = first is not None and first.mode == "narration" and first.role in {None, "outlet"}
    return bool(speaker_name(claim)) and not own_voice


def answer_key(claim: Claim) -> str:
    """What two claims of one speaker must share to be the same answer.

    >>> from counterclaim.core.records import Quantity
    >>> answer_key(Claim(id="c", article="a", quote="no", start=0, end=2, text="No.", question="?", answer="No",
    ...                  attribution=(), polarity="denied"))
    'denied no'
    """
    figure = figure_of(claim)
    if figure is None or (figure.low is None and figure.high is None):
        taken_back = "taken back: " if STATEMENT_WITHDRAWN in claim.flags else ""
        return f"{taken_back}{claim.polarity} {plain(claim.answer or claim.text).casefold().strip(' .')}"
    return f"{claim.polarity} {figure.low} {figure.high} {figure.bound} {figure.unit} {figure.counting}"


def _position(register: Register, group: list[Claim]) -> Position:
    own = [claim for claim in group if claim.id not in register.folded_into] or group
    named = [claim for claim in group if LOST not in claim.flags] or group
    live = [c for c in own if c.id not in register.superseded and c in named] or own
    lead = min(live, key=lambda claim: (_indirectness(claim), *_order(register, claim)))
    more = [claim for claim in own if claim is not lead]
    copies = [claim for claim in group if claim not in own]
    figure = figure_of(lead)
    speaker, voices = _speaker(register, lead, named), voices_of(register, named)
    position = Position(
        answer=answer_words(lead),
        figure=figure,
        speaker=speaker,
        name=voices[0] if len(voices) == 1 else register.originator[lead.id],
        question=shortened(resolve(lead.question), LINE_ROOM),
        relays=relays_of(register, lead),
        lead=cite(register, lead),
        text=plain(resolve(lead.text)),
        time=_time(register, lead),
        later=(*_last_print(register, lead, own), *_occasions(register, own)),
        more=tuple(cite(register, claim) for claim in more),
        reprints=tuple(cite(register, claim) for claim in copies),
        marks=(*mark_claim(lead), *_correction(register, group), *_nameless(lead)),
        replaced=lead.id in register.superseded or STATEMENT_WITHDRAWN in lead.flags,
        attributed=is_attributed(lead),
        side=shortened(_side(_first_links(group)) or "", NAME_ROOM) if is_attributed(lead) else "",
        access=next((link.access for link in _first_links(group) if link.access != "unstated"), "unstated"),
        origin=register.originator[lead.id],
        party=register.parties.get(register.originator[lead.id], "") if is_attributed(lead) else "",
    )
    article = register.articles.get(lead.article)
    points = position.points and not position.is_figure
    return position._replace(
        before=find_before(article, lead) if points else "", after=find_after(article, register.widest(lead))
    )


def _nameless(lead: Claim) -> tuple[str, ...]:
    """The mark of a speaker whom the article describes and does not name."""
    return (NAMELESS,) if is_attributed(lead) and is_unnamed(speaker_name(lead)) else ()


def _correction(register: Register, group: Iterable[Claim]) -> tuple[str, ...]:
    """The mark of what a later statement takes back, where it does not stand as replaced."""
    ids = {claim.id for claim in group}
    return (CORRECTED,) if ids & register.corrected and not ids & register.superseded else ()


def answer_words(claim: Claim) -> str:
    """The answer as it stands beside its question; a denial says so, of a figure too."""
    if (figure := figure_of(claim)) is not None:
        return f"{'not ' if denies_figure(claim) else ''}{figure_words(figure)}"
    if STATEMENT_WITHDRAWN in claim.flags:
        return "taken back"
    words = shortened(resolve(claim.answer or claim.text), ANSWER_ROOM).strip(" .")
    denied = claim.polarity == "denied" and not {"no", "not", "never", "nobody", "none"} & set(
        words.casefold().split()
    )
    return f"not: {words}" if denied else words


def denies_figure(claim: Claim) -> bool:
    """Whether a claim says of a figure that it is not so; "nobody was hurt" is no denial of one."""
    figure = figure_of(claim)
    return figure is not None and claim.polarity == "denied" and "denial" in claim.flags and figure.high != 0


def _indirectness(claim: Claim) -> int:
    """A speaker's own words before a report of them, and both before a second-hand one."""
    mode = claim.attribution[0].mode if claim.attribution else "narration"
    relayed = len(claim.attribution) > len(("originator", "outlet"))
    return (0 if mode in _QUOTING else 1) + (2 if relayed else 0)


def voices_of(register: Register, group: Iterable[Claim]) -> tuple[str, ...]:
    """Who speaks in some claims of one originator: its spokesmen by name, and itself where it speaks under its own."""
    found: dict[str, bool] = {}
    for claim in group:
        originator = register.originator[claim.id]
        first = claim.attribution[0] if claim.attribution else None
        name = first.name if first is not None and first.institution == originator else None
        own = name is None or is_short(name) or is_wording_of(name, originator)
        found[originator if name is None or own else shortened(name, NAME_ROOM)] = own
    return tuple(found)


def _speaker(register: Register, lead: Claim, group: list[Claim]) -> str:
    """The originator with role and side, completed from the other occurrences where this one leaves them out.

    Where several speak for one institution, it comes first and they are named behind it.
    """
    originator = register.originator[lead.id]
    first = lead.attribution[0] if lead.attribution else None
    if first is None or not speaker_name(lead):
        return originator
    if not is_attributed(lead):
        return speaker_words(Attribution(name=originator, role="own report"))
    voices = voices_of(register, group)
    if len(voices) > 1:
        others = [voice for voice in voices if voice != originator]
        return f"{originator} ({listing(others, limit=_VOICES)})"
    links = _first_links([lead, *group])
    role = next((link.role for link in links if link.role), None)
    side = next((_shown_side(link) for link in links if link.side), None)
    if first.institution == originator and speaks_for_body(first):
        side = None  # the originator that follows is what the side stands for
    plainly = first.institution == originator and voices == (originator,)
    held = plain(first.name or "").casefold() in originator.casefold()
    name = originator if held or plainly else first.name
    return speaker_words(Attribution(name=name, role=role, side=side), originator)


def _first_links(group: Iterable[Claim]) -> list[Attribution]:
    return [claim.attribution[0] for claim in group if claim.attribution]


def _side(links: Iterable[Attribution]) -> str | None:
    return next((link.side for link in links if link.side), None)


def _shown_side(link: Attribution) -> str:
    """The side; marked where it is the user's table that says so."""
    return f"{link.side} [desk]" if "side" in link.desk else link.side or ""


def relays_of(register: Register, claim: Claim) -> tuple[str, ...]:
    """Through whom it came, the one nearest to the originator first, the outlet itself left out."""
    outlet = outlet_name(register.articles.get(claim.article)).casefold()
    named = [(link, shortened(link.name or link.role or "", NAME_ROOM)) for link in claim.attribution[1:]]
    return tuple(
        speaker_words(Attribution(name=name, role=link.role if link.role != "outlet" else None))
        for link, name in named
        if name and name.casefold() != outlet
    )


def _time(register: Register, claim: Claim) -> str:
    """When it was said, marked so; else when it was published, by the clock of the story's zone; empty if not known."""
    said = interval_words(claim.said_at, common=register.year, zone=register.zone)
    if said:
        return f"said {said}"
    article = register.articles.get(claim.article)
    published = in_zone(article.published if article else None, register.zone)
    return "" if published is None else moment_words(published, common=register.year)


def _last_print(register: Register, lead: Claim, own: Iterable[Claim]) -> Iterator[str]:
    """When it was printed last, where that was on another day than first: a figure is as fresh as that."""
    current = [c for c in own if _EARLIER not in c.flags and c.article in register.articles]
    prints = [register.articles[c.article].published for c in current]
    known = sorted((p for p in prints if p is not None), key=lambda moment: instant(moment, register.zone))
    if not known or figure_of(lead) is None or lead.id in register.superseded:
        return
    first, last = (instant(moment, register.zone).date() for moment in (known[0], known[-1]))
    if first < last:
        yield f"last printed {moment_words(in_zone(known[-1], register.zone), common=register.year)}"


def _occasions(register: Register, own: Iterable[Claim]) -> Iterator[str]:
    """What opens the sentences and says when or where it was said, verbatim, with the outlet."""
    found = {
        words: outlet_name(register.articles[c.article])
        for c in own
        if (
            words := find_occasion(register.articles.get(c.article), c, register.set_aside.get(c.article, ()))
        )
    }
    return (f"{words} ({outlet})" for words, outlet in found.items())


def carried_by(position: Position, limit: int | None = None, *, timed: bool = False) -> str:
    """The relays, the outlets with the number of reprints, the time: "via Radio Strait, The Sun (+1 reprint), Mon 3 Mar"."""
    relays = f"via {', '.join(position.relays)}, " if position.relays else ""
    reprints = f" (+{counted(len(position.reprints), 'reprint')})" if position.reprints else ""
    when = f", {position.when}" if position.when and timed else ""
    outlets = dict.fromkeys(f"{citation.outlet}{words}" for citation, words in position.carriers)
    return f"{relays}{listing([*outlets], limit=limit)}{reprints}{when}"
