import pytest

from counterclaim.core.records import Comparison, ResponseKind
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, article, claims


def compare(*accounts: tuple[str, str, str]) -> Comparison:
    return compare_digests([read_article(article(t, outlet=o, published=p)) for o, p, t in accounts])


def log(comparison: Comparison, words: str) -> list[tuple[ResponseKind, str | None]]:
    """The responses of the thread that holds the claim with these words."""
    held = [c.id for d in comparison.digests for c in d.claims if words in c.text]
    (thread,) = [t for t in comparison.threads if held[0] in t.claims]
    return [(r.kind, r.speaker) for r in thread.responses]


@pytest.mark.parametrize(
    ("text", "flag", "quote"),
    [
        pytest.param("The ministry declined to comment.", "declined", "The ministry declined to comment", id="declined"),
        pytest.param("The firm did not respond to a request for comment.", "declined", "The firm did not respond to a request for comment", id="no-answer"),
        pytest.param("Karsk has neither confirmed nor denied that its ships were there.", "declined", "Karsk has neither confirmed nor denied that its ships were there", id="neither-nor"),
        pytest.param("Asked about the vote, the minister refused to answer.", "declined", "Asked about the vote, the minister refused to answer", id="cue-behind"),
        pytest.param("The hospital could not confirm that figure.", "could not confirm", "The hospital could not confirm that figure", id="could-not-confirm"),
        pytest.param("The council could not say whether the bridge was safe.", "could not confirm", "The council could not say whether the bridge was safe", id="could-not-say"),
        pytest.param("Builder Tom Reeve could not be reached.", "not reached", "Builder Tom Reeve could not be reached", id="not-reached"),
        pytest.param("The harbour's lawyer could not immediately be reached for comment.", "not reached", "The harbour's lawyer could not immediately be reached for comment", id="not-reached-for-comment"),
        pytest.param("The mayor was not available for comment.", "not reached", "The mayor was not available for comment", id="not-available"),
        pytest.param("The owner, Tom Reeve, did not return calls.", "not reached", "The owner, Tom Reeve, did not return calls", id="calls-not-returned"),
        pytest.param("The mayor did not immediately respond.", "declined", "The mayor did not immediately respond", id="no-answer-and-nothing-behind-it"),
        pytest.param("The union denied it.", "denial", "The union denied it", id="denied"),
        pytest.param("The league rejected the claim.", "denial", "The league rejected the claim", id="rejected"),
        pytest.param("The hospital confirmed the toll.", "confirmed", "The hospital confirmed the toll", id="confirmed"),
        pytest.param("The union denied that the gates were locked.", "denial", "The union denied that the gates were locked", id="denied-with-content"),
    ],
)  # fmt: skip
def test_a_response_is_quoted_with_the_words_that_make_it_one(text: str, flag: str, quote: str) -> None:
    (found,) = claims(f"The road to Odrin is open. {text}")[1:]
    assert (found.quote, flag in found.flags) == (quote, True)
    assert found.attribution[0].mode == "indirect"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A settlement could not be reached on Sunday.", id="an agreement"),
        pytest.param("Odrin could not be reached by road.", id="a place"),
        pytest.param("The village could not be reached on Sunday.", id="a place that is a body too"),
        pytest.param("The divers could not be reached on Monday.", id="people to be saved"),
        pytest.param("The ridge could not be reached before dark.", id="a place as a common noun"),
        pytest.param("The captain did not return to the harbour.", id="somebody who went"),
    ],
)
def test_what_could_not_be_got_at_is_no_response_and_no_mere_possibility(text: str) -> None:
    (found,) = claims(f"The road to Odrin is open. {text}")[1:]
    assert (found.flags, found.polarity, found.certainty) == ((), "denied", "certain")


def test_what_is_denied_is_compared_without_the_word_that_denies_it() -> None:
    (found,) = claims("The union denied that the gates were locked.")
    assert (found.text, found.polarity, found.answer) == ("the gates were locked", "denied", "no")


def test_a_response_without_content_says_how_somebody_responded() -> None:
    (found,) = claims("The ministry declined to comment.")
    assert (found.question, found.answer, found.polarity) == (
        "How the ministry responded",
        "declined to comment",
        "affirmed",
    )


TOLL = "Police said 9 people were killed in Karsk."
PAIR = "Police said 9 people were killed in Karsk. The union said 12 people were killed in Karsk."


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(f"{TOLL} The ministry declined to comment.", "9 people", [("declined", "ministry")], id="nothing-else-said"),
        pytest.param(f"{TOLL} The ministry could not be reached for comment.", "9 people", [("not_reached", "ministry")], id="not-reached"),
        pytest.param(f"{TOLL} The hospital could not confirm that figure.", "9 people", [("could_not_confirm", "hospital")], id="that-figure"),
        pytest.param(f"{TOLL} The figure could not be independently verified.", "9 people", [("could_not_confirm", "Post")], id="the-outlet-itself"),
        pytest.param(f"{PAIR} Neither toll could be verified.", "9 people", [("could_not_confirm", "Post")], id="neither-first"),
        pytest.param(f"{PAIR} Neither toll could be verified.", "12 people", [("could_not_confirm", "Post")], id="neither-second"),
        pytest.param(f"{TOLL} Neither toll could be verified.", "9 people", [], id="neither-of-one"),
        pytest.param(f"{TOLL} 40 houses burned in Odrin, the mayor said. The hospital could not confirm that toll.", "40 houses", [], id="no-toll"),
        pytest.param("Police said 9 people were killed and 30 were hurt in Karsk. The hospital could not confirm that figure.", "9 people", [], id="one-of-two-figures"),
        pytest.param(f"{TOLL}\n\nThe mayor opened a school on the hill. It has a garden with old trees. The ministry declined to comment.", "9 people", [], id="too-far"),
        pytest.param("The firm, the union said, dumped waste in the lake. The firm denied it.", "dumped waste", [("denied", "firm")], id="denied-it"),
        pytest.param("The union alleged that the firm dumped waste in the lake. The firm rejected the allegation.", "dumped waste", [("denied", "firm")], id="the-allegation"),
        pytest.param("The union said the firm dumped waste in the lake. The firm rejected the allegation.", "dumped waste", [], id="no-allegation-before-it"),
        pytest.param("Police said the old bridge was closed. The council would not say whether the old bridge was closed.", "old bridge was closed", [("declined", "council")], id="in-its-own-words"),
        pytest.param("Police said 9 people were killed. Police could not confirm that figure.", "9 people", [], id="not-about-oneself"),
    ],
)  # fmt: skip
def test_what_a_response_speaks_of(text: str, words: str, expected: list[tuple[str, str]]) -> None:
    assert log(compare(("Post", TUESDAY, text)), words) == expected


def test_a_response_is_logged_with_its_quote_and_article() -> None:
    comparison = compare(
        ("Post", MONDAY, TOLL), ("Herald", TUESDAY, f"{TOLL} The ministry declined to comment.")
    )
    (thread,) = [t for t in comparison.threads if len(t.claims) > 1]
    (response,) = thread.responses
    (herald,) = [d.article.id for d in comparison.digests if d.article.outlet == "Herald"]
    assert (response.article, response.quote) == (herald, "The ministry declined to comment")
    claim = next(c for d in comparison.digests for c in d.claims if c.id == response.claim)
    assert claim.quote == response.quote


def test_a_confirmation_and_a_denial_with_content_stay_in_their_thread() -> None:
    comparison = compare(
        ("Post", MONDAY, "The union said the gates of the mill were locked on Sunday."),
        ("Herald", TUESDAY, "The firm denied that anybody had locked the mill gates on Sunday."),
    )
    assert log(comparison, "mill were locked") == [("denied", "firm")]


ARMIES = "The army of Karsk said 9 soldiers of Odrin were killed. The army of Odrin said 4 soldiers of Odrin were killed."


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("The army of Karsk said 20 ships of Odrin were destroyed.", [("not_mentioned", "Odrin")], id="silent"),
        pytest.param("The army of Karsk said 20 ships of Odrin were destroyed. The army of Odrin said 2 ships were destroyed.", [], id="heard"),
        pytest.param("The army of Karsk said 20 ships were destroyed.", [], id="not-named"),
        pytest.param("The army of Karsk said 20 ships of Odrin were destroyed. The army of Odrin declined to comment.", [("declined", "army of Odrin")], id="declined"),
        pytest.param("The port master said 20 ships of Odrin were destroyed.", [], id="not-opposed"),
    ],
)  # fmt: skip
def test_the_other_side_is_not_on_record(more: str, expected: list[tuple[str, str]]) -> None:
    comparison = compare(("Post", TUESDAY, f"{ARMIES} {more}"))
    assert log(comparison, "20 ships") == expected


STORY = (
    "The union said 9 people were killed when the roof of the mill in Karsk fell in on Monday night, and that the owner had been warned. "
    "The mill declined to comment. Three gates of the yard, on the river side, were shut {} after the fall, police said. "
    "The roof was built in 1961 and had been mended twice since then."
)


def test_a_reprint_adds_no_response_and_no_statement() -> None:
    comparison = compare(("Post", MONDAY, STORY.format("as well")), ("Herald", TUESDAY, STORY.format("too")))
    for thread in comparison.threads:
        assert len({(r.kind, r.speaker) for r in thread.responses}) == len(thread.responses)
    (toll,) = [t for t in comparison.threads if "killed" in t.question]
    assert {(r.kind, len(r.reprints)) for r in toll.responses} >= {("declined", 1)}
    (gates,) = [t for t in comparison.threads if "gates" in t.question]
    assert len(gates.claims) == 2


WHY = "Karsk called the raid an answer to the shelling of Torm."
SHELLED = "Karsk accused Odrin of shelling Torm and its harbour."


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(f"{SHELLED} Odrin has neither confirmed nor denied it.", "shelling Torm and", [("declined", "Odrin")], id="the-charge"),
        pytest.param(f"{SHELLED} {WHY} Odrin has neither confirmed nor denied carrying it out.", "shelling Torm and", [("declined", "Odrin")], id="the-deed-behind-a-motive"),
        pytest.param(f"{SHELLED} {WHY} Odrin has neither confirmed nor denied carrying it out.", "the raid", [], id="not-the-motive"),
        pytest.param(f"{WHY} Odrin has neither confirmed nor denied carrying it out.", "the raid", [], id="nothing-tells-of-the-deed"),
        pytest.param("The clinic said 12 dancers were hurt. The clinic’s head, Ana Ruiz, spoke next. The fire chief could not say what had caused it.", "12 dancers", [], id="a-question-is-no-statement"),
        pytest.param("The union said the firm had drained the lake. The firm has neither confirmed nor denied carrying it out.", "drained the lake", [("declined", "firm")], id="carrying-it-out"),
    ],
)  # fmt: skip
def test_a_response_is_to_what_its_pronoun_stands_for(
    text: str, words: str, expected: list[tuple[str, str]]
) -> None:
    assert log(compare(("Post", TUESDAY, text)), words) == expected
