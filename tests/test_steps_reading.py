import asyncio

import pytest

from counterclaim.core.errors import (
    BudgetReachedError,
    KeyRefusedError,
    ModelError,
    ModelTimeoutError,
    PromptTooLongError,
    ReplyEmptyError,
)
from counterclaim.core.marks import BESIDE, FELL_BACK, NOT_READ, PASSED_OVER
from counterclaim.core.model import Json
from counterclaim.core.records import Article, ArticleDigest
from counterclaim.outside.store import NotStoredError
from counterclaim.steps.reading import read_by_model
from counterclaim.steps.requests import (
    Asker,
    Source,
    Span,
    describe_prompts,
    fits,
    halve_span,
    plan_spans,
    request_digest,
    split_span,
)
from counterclaim.text.reader import read_article
from counterclaim.text.sentences import split_sentences
from fake_model import NEWS, FakeModel, Said, claim, digest, honest, in_turn, make_asker, make_news, say

GOOD = digest(claim(1, "12"), claim(2, "31"), claim(3, "58"), claim(4, "4"))


def read(model: FakeModel, article: Article | None = None, asker: Asker | None = None) -> ArticleDigest:
    return asyncio.run(read_by_model(article or make_news(), model, asker or make_asker())).digest


def notes(got: ArticleDigest) -> list[str]:
    return [one.reason for one in got.dropped if one.what.startswith(FELL_BACK)]


def test_one_call_reads_an_article() -> None:
    model = FakeModel(in_turn(GOOD))
    got = read(model)
    assert (got.reader, len(model.asked), notes(got)) == ("model", 1, [])
    assert figures(got, beside=False) == ["At least 12", "31", "58", "4"]
    assert all(NEWS[c.start : c.end] == c.quote for c in got.claims)
    request = model.asked[0]
    assert [message.role for message in request.messages] == ["system", "user"]
    assert "12 people" not in request.messages[0].content
    assert (request.stage, request.schema_name) == ("digest", "digest")


def figures(got: ArticleDigest, *, beside: bool | None = None) -> list[str]:
    """The figures of a digest, or those alone that only the built-in reader found, or that it did not."""
    counted = [c for c in got.claims if c.quantities]
    return [c.answer for c in counted if beside is None or bool(BESIDE & set(c.flags)) is beside]


FALLBACKS = [
    pytest.param([say("No.", "refusal")], "the model refused: No.", 1, id="refusal"),
    pytest.param([say("x", "content_filter")], "content filter", 1, id="content-filter"),
    pytest.param([ReplyEmptyError("the reply has no text")], "the reply has no text", 1, id="empty"),
    pytest.param([ModelTimeoutError("no whole answer")], "no whole answer", 1, id="time-out"),
    pytest.param(["I am sorry", "I am sorry"], "not JSON", 2, id="unreadable-twice"),
    pytest.param(["oops", ReplyEmptyError("nothing")], "not JSON", 2, id="repair-without-answer"),
    pytest.param(["oops", say("No.", "refusal")], "not JSON", 2, id="repair-refused"),
    pytest.param([digest()], "no claim that stands", 1, id="no-claims"),
    pytest.param([digest(claim(1, "99"))], "no claim that stands", 1, id="no-grounded-claim"),
    pytest.param([say('{"summary": {"who": [', "length")], "cut off", 1, id="cut-at-once"),
]


@pytest.mark.parametrize(("said", "reason", "calls"), FALLBACKS)
def test_the_built_in_reader_serves_and_the_digest_says_why(
    said: list[Said], reason: str, calls: int
) -> None:
    model = FakeModel(in_turn(*said))
    got = read(model)
    assert len(model.asked) == calls
    assert got.reader == "builtin"
    assert got.claims == read_article(make_news()).claims != ()
    (note,) = notes(got)
    assert reason in note
    assert "Post" in note
    assert note.endswith("the built-in reader served")


def test_what_was_dropped_of_a_useless_reply_is_still_named() -> None:
    got = read(FakeModel(in_turn(digest(claim(1, "99")))))
    assert any("99" in one.what for one in got.dropped)


def test_a_repair_shows_the_model_its_reply_and_the_reason() -> None:
    model = FakeModel(in_turn("no json", GOOD))
    got = read(model)
    assert (got.reader, len(figures(got, beside=False)), notes(got)) == ("model", 4, [])
    first, second = model.asked
    assert second.messages[:2] == first.messages
    assert second.messages[2].content == "no json"
    assert "not JSON" in second.messages[3].content
    assert (second.stage, second.response_schema) == ("repair", first.response_schema)


STOPS = [
    pytest.param(KeyRefusedError("no"), id="set-up"),
    pytest.param(NotStoredError("not stored"), id="offline"),
]


@pytest.mark.parametrize("error", STOPS)
@pytest.mark.parametrize("before", [[], ["no json"]], ids=["first-call", "repair"])
def test_what_is_no_fault_of_the_article_is_not_hidden(error: ModelError, before: list[Said]) -> None:
    with pytest.raises(type(error)):
        read(FakeModel(in_turn(*before, error)))


@pytest.mark.parametrize("before", [[], ["no json"]], ids=["first-call", "repair"])
def test_at_the_end_of_the_budget_the_built_in_reader_serves(before: list[Said]) -> None:
    model = FakeModel(in_turn(*before, BudgetReachedError("no more calls")))
    got = asyncio.run(read_by_model(make_news(), model, make_asker()))
    assert got.stop is not None
    assert got.stop.kind == "budget"
    assert (got.digest.reader, got.digest.claims) == ("builtin", read_article(make_news()).claims)
    assert "no more calls" in notes(got.digest)[0]


def test_a_call_that_the_budget_forbids_ends_no_other() -> None:
    first = "\n1: "
    model = FakeModel(
        lambda request: (
            honest(request) if first in request.messages[1].content else BudgetReachedError("no more")
        )
    )
    long = make_news(
        "\n\n".join(f"Rescuers brought {n + 20} people ashore, Ann Odell said." for n in range(1, 11))
    )
    got = asyncio.run(read_by_model(long, model, make_asker(passages=True)))
    assert got.stop is not None
    assert [c.flags[-1:] == (NOT_READ,) for c in got.digest.claims] == [False] * 4 + [True] * 6
    assert got.digest.reader == "model"


THIN = [
    pytest.param([claim(2, "31")], ["At least 12", "58", "4"], id="one-of-four"),
    pytest.param([claim(1, "99"), claim(2, "31")], ["At least 12", "58", "4"], id="one-dropped"),
    pytest.param([claim(1, "12", sentences=[1, 2, 3, 4])], ["31", "58", "4"], id="one-item-for-all"),
    pytest.param(
        [claim(1, "the ferry Aurora sank", question="What happened?")],
        ["At least 12", "31", "58", "4"],
        id="a-statement-for-a-figure",
    ),
]


@pytest.mark.parametrize(("items", "beside"), THIN)
def test_what_a_thin_reply_passes_over_is_read_beside_it(
    items: list[dict[str, Json]], beside: list[str]
) -> None:
    got = read(FakeModel(in_turn(digest(*items))))
    assert got.reader == "model"
    assert figures(got, beside=True) == beside
    assert [c for c in got.claims if BESIDE & set(c.flags)] == [
        c for c in got.claims if PASSED_OVER in c.flags
    ]
    places = [(c.quantities[0].start, c.quantities[0].low) for c in got.claims if c.quantities]
    assert len(places) == len(set(places)) == 4
    assert set(got.summary.key_figures) == {c.id for c in got.claims if c.quantities}


def test_a_complete_reply_has_nothing_beside_it() -> None:
    assert figures(read(FakeModel(in_turn(GOOD))), beside=True) == []


def test_figures_that_no_claim_quotes_are_listed_where_nobody_reads_the_language() -> None:
    spanish = make_news("Murieron 12 personas en el puerto.\n\nOtras 40 fueron trasladadas a Lisse.")
    spanish = spanish.model_copy(update={"language": "es"})
    got = read(FakeModel(in_turn(digest(claim(1, "12")))), spanish)
    assert [c.answer for c in got.claims] == ["12"]
    assert any(one.what.endswith("no claim quotes: 40") for one in got.dropped)


def cut(*answers: str) -> Said:
    """A reply that breaks off within the claim after these."""
    whole = digest(
        *(claim(n, answer) for n, answer in enumerate(answers, start=1)), claim(len(answers) + 1, "x")
    )
    return say(whole[: whole.rindex('"answer"')], "length")


def test_a_cut_reply_is_kept_and_the_rest_asked_for_once() -> None:
    model = FakeModel(in_turn(cut("12", "31"), digest(claim(3, "58"))))
    got = read(model)
    assert (figures(got, beside=False), figures(got, beside=True)) == (["At least 12", "31", "58"], ["4"])
    assert (got.reader, notes(got)) == ("model", [])
    assert "\n3: " in model.asked[1].messages[1].content
    assert "\n2: " not in model.asked[1].messages[1].content


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        pytest.param("oops", "its continuation", id="unreadable"),
        pytest.param(ReplyEmptyError("nothing"), "its continuation: nothing", id="empty"),
    ],
)
def test_a_continuation_that_fails_leaves_the_rest_to_the_built_in_reader(second: Said, reason: str) -> None:
    model = FakeModel(in_turn(cut("12", "31"), second))
    got = read(model)
    assert len(model.asked) == 2
    assert got.reader == "model"
    assert figures(got, beside=False) == ["At least 12", "31"]
    assert "58" in figures(got, beside=True)
    (note,) = notes(got)
    assert reason in note
    assert any(one.what == f"{FELL_BACK} of sentences 3 to 4" for one in got.dropped)


def test_a_reply_that_is_cut_twice_is_kept_as_far_as_it_goes() -> None:
    third = digest(claim(3, "58"), claim(4, "4"))
    model = FakeModel(in_turn(cut("12", "31"), say(third[: third.rindex('"answer"')], "length")))
    got = read(model)
    assert len(model.asked) == 2
    assert "cut twice" in notes(got)[0]
    assert figures(got)[:3] == ["At least 12", "31", "58"]


def test_a_reply_cut_after_its_last_claim_needs_no_continuation() -> None:
    model = FakeModel(in_turn(say(digest(claim(4, "4"), claim(4, "4"))[:-2], "length")))
    assert len(read(model).claims) >= 1
    assert len(model.asked) == 1


def test_passages_are_asked_one_by_one_and_put_together() -> None:
    model = FakeModel(honest)
    long = make_news(
        "\n\n".join(f"Rescuers brought {n + 20} people ashore, Ann Odell said." for n in range(1, 11))
    )
    got = read(model, long, make_asker(passages=True))
    assert [request.slug.split()[-1] for request in model.asked] == ["1-4", "5-8", "9-10"]
    assert got.reader == "model"
    whole = read(FakeModel(honest), long)
    assert [c.id for c in got.claims] == [c.id for c in whole.claims] != []


def test_a_lost_passage_is_read_by_the_built_in_reader() -> None:
    long = make_news(
        "\n\n".join(f"Rescuers brought {n + 20} people ashore, Ann Odell said." for n in range(1, 11))
    )
    model = FakeModel(lambda request: "oops" if "\n5: " in request.messages[1].content else honest(request))
    got = read(model, long, make_asker(passages=True))
    assert len(notes(got)) == 1
    assert any(one.what == f"{FELL_BACK} of sentences 5 to 8" for one in got.dropped)
    served = {c.quote for c in read_article(long).claims}
    assert {c.quote for c in got.claims if "26" in c.quote} <= served
    assert sorted(c.start for c in got.claims) == [c.start for c in got.claims]


def test_a_prompt_that_is_too_long_is_halved_at_a_paragraph() -> None:
    def answer(request: Said) -> Said:
        content = request.messages[1].content
        return (
            PromptTooLongError("too long") if "\n1: " in content and "\n4: " in content else honest(request)
        )

    model = FakeModel(answer)
    got = read(model)
    assert [request.slug.split()[-1] for request in model.asked[1:]] == ["1-2", "3-4"]
    assert [c.answer for c in got.claims if c.quantities] == ["At least 12", "31", "58", "4"]


def test_one_paragraph_that_is_too_long_goes_to_the_built_in_reader() -> None:
    model = FakeModel(lambda _: PromptTooLongError("longer than the context"))
    got = read(
        model, make_news("At least 12 people died at sea, Ann Odell said. Of them 9 were sailors, she said.")
    )
    assert (len(model.asked), got.reader) == (1, "builtin")
    assert "longer than the context" in notes(got)[0]


def source(text: str = NEWS) -> Source:
    return Source(make_news(text), split_sentences(text))


def test_spans_cover_every_sentence_once_and_part_at_paragraphs() -> None:
    text = "\n\n".join("One. " * 3 + f"Line {n} ends here." for n in range(9))
    given = source(text)
    for spans in (
        split_span(given, Span(1, 36), 4),
        split_span(given, Span(1, 36), 9),
        halve_span(given, Span(1, 36)),
    ):
        assert [n for span in spans for n in range(span.first, span.last + 1)] == list(
            range(1, len(given.sentences) + 1)
        )
        borders = [
            given.sentences[s.first - 1].paragraph - given.sentences[s.first - 2].paragraph for s in spans[1:]
        ]
        assert borders == [1] * len(borders)


def test_a_context_that_is_too_small_makes_chunks_that_fit() -> None:
    given = source(
        "\n\n".join(
            f"Boat {n} brought {n + 20} people ashore in the rain, Ann Odell said." for n in range(60)
        )
    )
    asker = make_asker(context=6000, model="small-1b")
    spans = plan_spans(asker, given)
    assert len(spans) > 1
    assert all(fits(asker, given, span) for span in spans)
    assert plan_spans(make_asker(context=100_000), given) == (Span(1, 60),)
    assert plan_spans(make_asker(), given) == (Span(1, 60),)


def test_a_paragraph_that_fits_no_context_is_sent_all_the_same() -> None:
    given = source("Word " * 3000 + "ends.")
    assert plan_spans(make_asker(context=1000), given) == (Span(1, len(given.sentences)),)


def test_requests_are_the_same_for_the_same_article_and_name_the_passage() -> None:
    asker, given = make_asker(), source()
    whole, part = request_digest(asker, given, Span(1, 4)), request_digest(asker, given, Span(2, 3))
    assert whole == request_digest(asker, source(), Span(1, 4))
    assert (part.slug, whole.slug) == (f"Post {given.article.id} 2-3", f"Post {given.article.id}")


def test_prompts_are_named_with_version_and_hash() -> None:
    assert describe_prompts(make_asker().prompts)["digest"] == "7 abababababab"
