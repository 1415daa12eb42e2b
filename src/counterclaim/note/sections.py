"""The briefing as the eleven sections of the note, one derivation for every format (room: brains)."""

from counterclaim.core.records import Briefing
from counterclaim.note.cards import agreements, disputes, figure_groups, uncorroborated
from counterclaim.note.changes import changes, follow_course
from counterclaim.note.common_ground import agreed_grounds, find_grounds
from counterclaim.note.contrasts import contrast_figures, find_undecided_counts
from counterclaim.note.dates import as_of_words
from counterclaim.note.gaps import gaps
from counterclaim.note.kin import Kin
from counterclaim.note.ledger import (
    engine_words,
    method,
    model_wording,
    name_originators,
    origin_lines,
    sources,
)
from counterclaim.note.matrix import build_matrix
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.policies import policy_line
from counterclaim.note.prose import LINE_ROOM, counted, listing, plain, shortened
from counterclaim.note.register import Register, register_briefing
from counterclaim.note.since import describe_since
from counterclaim.note.states import find_turns
from counterclaim.note.telling import attach_remarks, fold_retellings, leave_out_shown
from counterclaim.note.timeline import timeline
from counterclaim.note.unheard import find_unanswering
from counterclaim.note.view import Answer, Change, Dispute, FigureGroup, Head, OriginLine, Sections
from counterclaim.note.watch import next_words

_HEAD_SPEAKERS = 6
_RELATED = 4  # statements beside one dispute


def build_sections(briefing: Briefing) -> Sections:
    """Everything a renderer lays out, in order. Deterministic: the same briefing gives the same sections.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="Nothing", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> build_sections(empty).head.read
    '0 articles'
    """
    register = register_briefing(briefing)
    placement = place_claims(register)
    changed = changes(placement, briefing.relations)
    origins = origin_lines(placement)
    kin = Kin.of(placement, briefing.relations)
    disputed = tuple(_relate(dispute, placement, kin) for dispute in disputes(placement, briefing.relations))
    voices, together = uncorroborated(placement, _find_told(changed), _find_silent(placement, disputed))
    agreed = (*agreed_grounds(find_grounds(placement, disputed)), *agreements(placement))
    events = timeline(placement, disputed)
    voices, together = attach_remarks(placement, fold_retellings(placement, voices, events), together)
    shown = {s.thread: s.responses for s in (*together, *(s for voice in voices for s in voice.statements))}
    alone = leave_out_shown(placement, voices, (*agreed, *together), disputed)
    answered = {s.thread: s.responses for voice in alone for s in voice.statements}
    following = next_words(placement, disputed, changed, briefing.as_of)
    return Sections(
        head=_head(briefing, register, origins)._replace(next=following),
        bottom_line=tuple(plain(line) for line in briefing.bottom_line),
        figures=tuple(
            follow_course(group, changed)._replace(responses=answered.get(group.thread, ()))
            for group in _figures(briefing, placement)
        ),
        disputed=disputed,
        agreed=agreed,
        alone=alone,
        together=together,
        changed=(*changed, *find_turns(placement, briefing.relations)),
        timeline=events,
        sources=sources(briefing, register),
        origins=origins,
        gaps=gaps(briefing, placement),
        method=method(briefing, register),
        compared=len(briefing.articles) - len(register.copy_of) > 1,
        matrix=build_matrix(placement, briefing.relations, kin, answered=shown),
        since=describe_since(briefing.since) if briefing.since else None,
        contrasts=contrast_figures(placement, briefing.relations),
        undecided=find_undecided_counts(placement, briefing.relations, shown),
        wording=model_wording(briefing),
    )


def _find_silent(placement: Placement, disputed: tuple[Dispute, ...]) -> dict[str, list[str]]:
    """By thread, the parties that give no answer to what it says."""
    silent: dict[str, list[str]] = {}
    for name, thread, _ in find_unanswering(placement, disputed):
        silent.setdefault(thread.id, []).append(name)
    return silent


def _find_told(changed: tuple[Change, ...]) -> frozenset[str]:
    """The claims that stand under what changed."""
    shown = (p for change in changed for p in (*change.earlier, change.later))
    return frozenset(citation.claim for p in shown for citation in p.citations)


def _relate(dispute: Dispute, placement: Placement, kin: Kin) -> Dispute:
    """The dispute with what its speakers say in other words: their statements without a figure on related questions."""
    held = [p for side in dispute.sides for p in side.positions]
    own = {citation.claim for position in (*held, *dispute.replaced) for citation in position.citations}
    origins = {position.origin for position in held if position.attributed}
    near = dict.fromkeys(placement.by_claim[claim] for claim in kin.find(own))
    told = [p for p in near if p.origin in origins and p.figure is None and own.isdisjoint({p.lead.claim})]
    return dispute._replace(related=tuple(Answer(p.name, p.lead) for p in told[:_RELATED]))


def _figures(briefing: Briefing, placement: Placement) -> tuple[FigureGroup, ...]:
    """The key figures with what the counting policy makes of them; one figure alone, undecided, needs no word."""
    groups = figure_groups(placement, (claim for s in briefing.summaries for claim in s.key_figures))
    found = {figure.thread: figure for figure in briefing.policy_figures}
    return tuple(
        group._replace(policy=policy_line(figure))
        if (figure := found.get(group.thread)) and (figure.answer or len({r.answer for r in group.rows}) > 1)
        else group
        for group in groups
    )


def _not_compared(briefing: Briefing) -> list[str]:
    """Outlets of the articles of which no claim stands (another language, for one): what follows is silent on them."""
    told = {claim.article for claim in briefing.claims}
    return [plain(a.outlet or a.source) for a in briefing.articles if a.id not in told]


def _head(briefing: Briefing, register: Register, origins: tuple[OriginLine, ...]) -> Head:
    copies = len(register.copy_of)
    read = counted(len(briefing.articles), "article")
    if copies:
        read += f", of which {counted(copies, 'is a reprint', 'are reprints')}"
    silent = _not_compared(briefing)
    if silent:
        read += f"; {counted(len(silent), 'article')} not compared, for no claim was read ({listing(silent)})"
    again = sum(one.same_as is not None for one in briefing.unread)
    if again:
        read += f"; {counted(again, 'source')} given twice and counted once"
    if len(briefing.unread) > again:
        read += f"; {counted(len(briefing.unread) - again, 'source')} not read"
    return Head(
        title=shortened(briefing.title, LINE_ROOM),
        as_of=as_of_words(briefing.as_of, (article.published for article in briefing.articles)),
        read=read,
        speakers=name_originators(origins, _HEAD_SPEAKERS),
        engine=engine_words(briefing.engine),
        version=_version_words(briefing),
        marking=briefing.desk.marking or "" if briefing.desk else "",
        partial=shortened(briefing.partial or "", LINE_ROOM),
        house=shortened(briefing.desk.house or "", LINE_ROOM) if briefing.desk else "",
    )


def _version_words(briefing: Briefing) -> str:
    before = f", goes on from {describe_since(briefing.since).before}" if briefing.since else ""
    return f"{briefing.version}{before}"
