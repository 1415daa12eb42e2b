import datetime as dt
import random

import pytest

from briefing_story import briefing, comparison
from counterclaim.core.records import ArticleSummary, Briefing, Engine, Usage
from counterclaim.note.briefing import build_briefing
from counterclaim.note.sections import build_sections
from counterclaim.note.terminal import render_terminal
from counterclaim.note.view import Dispute, Position, Sections
from small_note import claim, figure, note, thread


def answers(dispute: Dispute) -> list[Position]:
    return [position for side in dispute.sides for position in side.positions]


def positions_in(sections: Sections) -> list[Position]:
    found = [row for group in sections.figures for row in (*group.rows, *group.replaced)]
    found += [p for dispute in sections.disputed for p in (*answers(dispute), *dispute.replaced)]
    statements = [
        *sections.agreed,
        *sections.together,
        *(s for voice in sections.alone for s in voice.statements),
    ]
    found += [p for statement in statements for p in statement.positions]
    return found + [p for change in sections.changed for p in (*change.earlier, change.later)]


def test_every_claim_stands_somewhere() -> None:
    made = briefing()
    sections = build_sections(made)
    cited = {citation.claim for position in positions_in(sections) for citation in position.citations}
    cited |= {answer.citation.claim for d in sections.disputed for answer in d.responses if answer.citation}
    assert cited == {claim.id for claim in made.claims}


def test_every_citation_is_verbatim() -> None:
    made = briefing()
    text = {article.id: article.text for article in made.articles}
    citations = [
        citation for position in positions_in(build_sections(made)) for citation in position.citations
    ]
    citations += [sentence for source in build_sections(made).sources for sentence in source.key_sentences]
    assert [c for c in citations if text[c.article][c.start : c.end] != c.quote] == []


def test_head() -> None:
    head = build_sections(briefing()).head
    assert head.notice == "machine draft, not reviewed"
    assert head.read == "5 articles, of which 1 is a reprint; 1 source not read"
    assert head.as_of == "Thu 6 Mar 2025 08:00 +02:00 (06:00 UTC)"
    assert head.speakers.startswith(
        "eight, a party counted once: coast guard (with Rhea Tolland), Meridian Lines (with Carl Aune), "
    )
    assert head.engine == "built-in reader, no model (counterclaim 0.1.0)"


def test_reprints_fold_into_one_row() -> None:
    dispute = build_sections(briefing()).disputed[0]
    assert [(p.answer, p.name, len(p.reprints)) for p in dispute.replaced] == [("14", "Rhea Tolland", 1)]
    assert [(p.answer, p.name) for p in answers(dispute)] == [
        ("at least 19", "Seafarers’ Union"),
        ("17", "Rhea Tolland"),
    ]


def test_disputed_threads_come_first_among_the_key_figures() -> None:
    groups = build_sections(briefing()).figures
    assert [group.status for group in groups][:2] == ["disputed", "agreed"]
    assert (groups[0].span, groups[0].floor) == ("17 upwards", None)
    assert (groups[1].span, groups[1].floor) == (None, None)


def test_a_refusal_to_comment_is_a_response_and_no_position() -> None:
    boats = next(d for d in build_sections(briefing()).disputed if d.thread == "t-boats")
    assert [p.name for p in answers(boats)] == ["Ivo Brandt", "Carl Aune"]
    assert [answer.words for answer in boats.responses] == [
        "Strait Business Daily says that Meridian Lines gave no answer"
    ]
    assert [answer.citation and answer.citation.claim for answer in boats.responses] == ["b05"]


def test_agreement_counts_origins() -> None:
    agreed = {statement.thread: statement.label for statement in build_sections(briefing()).agreed}
    assert agreed == {"t-aboard": "agreed, two independent origins", "t-sprinklers": "said by both sides"}


def test_statements_of_one_speaker_stand_together() -> None:
    sections = build_sections(briefing())
    spoken = [(voice.speaker, len(voice.statements)) for voice in sections.alone]
    assert spoken[-2:] == [
        ("Strait Business Daily (own report)", 2),
        ("speaker not stated in The Islander", 1),
    ]
    assert spoken[0] == ("Carl Aune (chief executive, Meridian Lines)", 1)
    assert [statement.thread for statement in sections.together] == ["t-rescued", "t-insurers", "t-start"]


def test_a_claim_without_thread_still_stands_in_the_note() -> None:
    statements = [s for voice in build_sections(briefing()).alone for s in voice.statements]
    assert [s.label for s in statements if s.thread == "f05"] == ["not decided"]


def test_changes_name_what_replaced_what() -> None:
    changed = build_sections(briefing()).changed
    assert [(c.words, c.earlier[0].answer, c.later.answer, c.same_speaker) for c in changed] == [
        ("correction, up", "at most 40 minutes", "70 minutes", False),
        ("update, up", "14", "17", True),
        ("update, down", "6", "3", True),
        ("possible update, for a person to confirm, up", "about 65 million crowns", "at most 80 million crowns", False),
    ]  # fmt: skip


def test_timeline_is_in_the_order_of_the_event() -> None:
    events = build_sections(briefing()).timeline
    assert [event.when for event in events] == [
        "Tue 4 Mar 02:00–02:20",
        "Tue 4 Mar 02:05",
        "Fri 7 Mar",
    ]
    assert [event.position.lead.claim for event in events] == ["b03", "k07", "b06"]


def test_sources_are_in_the_order_of_publication() -> None:
    sources = build_sections(briefing()).sources
    assert [source.article for source in sources] == ["kw1", "hp1", "is1", "sb1", "kw2"]
    assert [source.copy_of for source in sources] == [None, "Kesten Wire", None, None, None]
    assert sources[3].published == "Wed 5 Mar 2025"
    assert sources[0].length == "95 words"


@pytest.mark.parametrize(
    ("papers", "key"),
    [
        pytest.param("ab", True, id="two newsrooms carry it"),
        pytest.param("aa", False, id="one newsroom carries it"),
    ],
)
def test_a_figure_of_one_speaker_is_key_where_several_newsrooms_carry_it(papers: str, *, key: bool) -> None:
    claims = [claim(str(n), paper, quantities=figure(16)) for n, paper in enumerate(papers)]
    others = [claim("8", quantities=figure(1)), claim("9", "b", "Bo Lind", quantities=figure(2))]
    threads = (thread("0", "1", question="How many?"), thread("8", "9", number="u", question="Who?"))
    made = note(*claims, *others, threads=threads)
    keys = tuple(c.id for c in claims)
    summary = ArticleSummary(article="a", headline=None, key_figures=keys)
    found = build_sections(made.model_copy(update={"summaries": (summary,)}))
    assert [g.question for g in found.key_figures] == ["Who?", "How many?"][: 2 if key else 1]
    assert [g.question for g in found.lone_figures] == ([] if key else ["How many?"])


def test_gaps() -> None:
    gaps = {gap.heading: gap for gap in build_sections(briefing()).gaps}
    assert list(gaps) == [
        "Not read", "To ask, dispute by dispute", "Denials without an answer", "No response found", "To ask about a figure",
        "Speakers heard through one outlet only", "How they know: not found", "Speakers without a name", "Statements without a stated speaker",
        "Not decided whether they contradict each other", "Not compared", "Words of the articles that were set aside",
    ]  # fmt: skip
    assert gaps["Not compared"].total == 3
    assert gaps["Denials without an answer"].items == ("Carl Aune denied what Ivo Brandt said (two of them)",)


def test_method_counts_relations_by_label() -> None:
    method = dict(build_sections(briefing()).method)
    assert "23 relations, 23 by rule, 0 by model: equivalent 5, contradicts 4" in method["Compared"]
    assert method["Model use"] == "no model was called"


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_articles_changes_nothing(seed: int) -> None:
    whole = comparison()
    order = random.Random(seed).sample(whole.digests, len(whole.digests))  # noqa: S311 -- a seeded shuffle
    made = build_briefing(
        whole.model_copy(update={"digests": tuple(order)}), unread=briefing().unread, engine=briefing().engine
    )
    assert render_terminal(made) == render_terminal(briefing())


def test_it_is_the_same_after_the_record() -> None:
    made = Briefing.model_validate_json(briefing().model_dump_json())
    assert build_sections(made) == build_sections(briefing())


def test_years_are_shown_where_articles_are_from_several() -> None:
    made = briefing()
    old = made.articles[0].model_copy(update={"published": dt.date(2024, 12, 31)})
    sections = build_sections(made.model_copy(update={"articles": (old, *made.articles[1:])}))
    assert any(event.when == "Fri 7 Mar 2025" for event in sections.timeline)


def test_model_and_cost_are_named() -> None:
    engine = Engine(reader="model", model="some-model", prompts={"digest": "3"}, version="0.1.0")
    made = briefing().model_copy(update={"engine": engine, "usage": Usage(calls=1, input_tokens=7, cost=0.5)})
    method = dict(build_sections(made).method)
    assert method["Read by"] == "model reader, model some-model, prompts digest 3 (counterclaim 0.1.0)"
    assert method["Model use"] == "1 call, 0 stored replies used, 7 tokens in, 0 out, cost 0.5000"


def test_one_text_has_nothing_to_compare() -> None:
    whole = comparison()
    one_text = whole.model_copy(update={"digests": whole.digests[:2]})
    assert build_sections(briefing()).compared
    assert not build_sections(build_briefing(one_text, engine=briefing().engine)).compared
