import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.core.records import Claim
from counterclaim.text.ellipses import EARLIER
from counterclaim.text.reader import read_article
from small_accounts import SUNDAY, article, claims


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """Figure, measure and population of every claim that carries a figure."""
    return [(q.text, q.measure, q.population) for c in claims(text) for q in c.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "58 soldiers died and another 30 were wounded.",
            [("58", "killed", "soldiers"), ("another 30", "wounded", "soldiers")],
            id="casualties-population-carried",
        ),
        pytest.param(
            "In all 12 miners died. Of them 3 in Karsk.",
            [("12", "killed", "miners"), ("3", "killed", "miners")],
            id="casualties-ellipsis-in-the-next-sentence",
        ),
        pytest.param(
            "In all 12 miners died.\n\nOf them 3 in Karsk.",
            [("12", "killed", "miners"), ("3", None, None)],
            id="nothing-is-carried-over-a-paragraph",
        ),
        pytest.param(
            "12 miners died. 4 villages lost power.",
            [("12", "killed", "miners"), ("4", "without power", "villages")],
            id="words-of-its-own-take-nothing-over",
        ),
        pytest.param(
            "“How many children have been hurt?” he asked. “12,” Ana Ruiz said.",
            [("12", "wounded", "children")],
            id="an-answer-takes-over-the-question",
        ),
        pytest.param("The two countries signed both deals.", [], id="a-small-number-that-refers"),
        pytest.param("The 40 members signed.", [("40", "signed", "members")], id="a-larger-number-counts"),
        pytest.param("Nobody was hurt.", [("Nobody", "wounded", "people")], id="nobody-counts-the-hurt"),
        pytest.param("Nobody opened the gate.", [], id="nobody-is-no-count"),
        pytest.param("On 4 May, 12 polls opened.", [("12", "opened", "polls")], id="dates-are-no-counts"),
        pytest.param("The strike lasted 3 hours.", [("3 hours", "lasted", None)], id="durations-are-figures"),
        pytest.param(
            "Output fell to 690 tonnes, down from the 780 it named.",
            [("690 tonnes", "Output", None), ("780", "Output", None)],
            id="a-replaced-figure-takes-the-measure",
        ),
    ],
)
def test_figures(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert read(text) == expected


def test_a_replaced_figure_is_marked_and_takes_the_unit() -> None:
    new, old = claims("Output fell to 690 tonnes, down from the 780 it named.")
    assert (EARLIER in old.flags, EARLIER in new.flags) == (True, False)
    assert old.quantities[0].unit == "tonne"
    assert old.text.endswith("[Output]")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Nine died, the mayor said, and the earlier figure of 12 was wrong.", id="earlier-figure"
        ),
        pytest.param(
            "Nine died, the mayor said, and the 12 first reported was an error.", id="first-reported"
        ),
    ],
)
def test_a_figure_called_the_earlier_one_is_marked(text: str) -> None:
    marked = {c.answer: EARLIER in c.flags for c in claims(text)}
    assert marked["Nine"] is False
    assert marked["12"] is True


def test_what_is_only_set_against_a_figure_is_no_figure() -> None:
    (seats,) = claims("The commission said the Greens had won 38 seats, and not 41 as it had said.")[:1]
    assert "41" not in {c.answer for c in claims(seats.quote)}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("The region pledged €2 million for the bridge.", "pledged", id="a-cue-with-a-sum"),
        pytest.param("The region said €2 million would go to the bridge.", "go", id="a-cue-with-a-clause"),
    ],
)
def test_what_is_pledged_is_measured_by_its_cue(text: str, measure: str) -> None:
    (pledge,) = claims(text)
    assert pledge.quantities[0].measure == measure


def test_an_increment_of_others_is_no_increment() -> None:
    first, second = claims("58 soldiers died and another 30 were wounded.")
    assert second.quantities[0].counting == "unstated"
    (more,) = claims("Another 30 soldiers died.")
    assert more.quantities[0].counting == "incremental"
    assert first.quote == "58 soldiers died"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Votes, according to police.", [], id="remains-of-a-cue"),
        pytest.param("It rained.", [], id="too-few-content-words"),
        pytest.param("“Go home now,” Ana Ruiz said.", ["Go home now"], id="direct-words-count"),
        pytest.param("“Go home,” Ana Ruiz said.", [], id="two-direct-words-do-not"),
        pytest.param("The road to Karsk is open.", ["The road to Karsk is open"], id="statement"),
    ],
)
def test_statements(text: str, expected: list[str]) -> None:
    assert [c.text for c in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "event", "said"),
    [
        pytest.param("On Sunday, Ana Ruiz said 12 people had died on Friday.", "Friday", "Sunday", id="both"),
        pytest.param("Ana Ruiz said on Sunday that 12 people had died.", None, "Sunday", id="said-only"),
        pytest.param("The talks ended and 40 boats left Karsk on Monday.", "Monday", None, id="own-words"),
        pytest.param(
            "The strike began on Monday and 40 pilots joined.", "Monday", None, id="the-only-one-around"
        ),
        pytest.param(
            "12 people died on Monday and on Tuesday; 3 others were hurt.", None, None, id="two-around"
        ),
        pytest.param(
            "Rents were 9 per cent up, the most since 1958, after 40 millimetres of rain fell.",
            None,
            None,
            id="how-long-another-thing-held",
        ),
        pytest.param(
            "12 clerks left on Monday, and 40 clerks stayed.", None, None, id="another-sentence-in-one"
        ),
        pytest.param(
            "40 farmers had paid for a bridge, which opened on Saturday.",
            None,
            None,
            id="told-of-what-is-named",
        ),
        pytest.param(
            "12 clerks were paid and 40 clerks were sacked on Friday.", "Friday", None, id="shared-by-two"
        ),
        pytest.param(
            "Turnout was 3 points higher than at the vote four years ago.",
            None,
            None,
            id="what-it-is-measured-by",
        ),
        pytest.param(
            "The tanker which had left on Monday sank with 9 men.", None, None, id="relative-clause"
        ),
        pytest.param(
            "A man whom clerks had questioned was freed on Monday with 9 others.",
            "Monday",
            None,
            id="main-verb-behind-it",
        ),
        pytest.param("Sales rose to 40 vans on Monday, with 9 vans left.", "Monday", None, id="attached"),
        pytest.param(
            "The toll is down to 4 men, because two that clerks counted last week were one.",
            None,
            None,
            id="of-the-reason",
        ),
        pytest.param("Sunday’s fire burned 12 barns and 9 barns are left.", None, None, id="whose"),
        pytest.param("In 1987 a ferry sank and 52 people drowned.", "1987", None, id="opens-the-sentence"),
        pytest.param("The quake that struck on Saturday had killed 31 men by noon, 22 of them in Issa.", "by noon", None, id="some-of-them"),
        pytest.param("The quake that struck on Saturday had killed 31 men by noon, 22 in Issa.", "by noon", None, id="some-of-them-unsaid"),
        pytest.param("The quake that struck on Saturday had killed 31 men by noon, as 9 men fled.", None, None, id="others"),
    ],
)  # fmt: skip
def test_times(text: str, event: str | None, said: str | None) -> None:
    found = claims(text)[-1]
    assert (found.event_time.text if found.event_time else None) == event
    assert (found.said_at.text if found.said_at else None) == said


def test_the_chain_ends_with_the_outlet() -> None:
    (told,) = claims("Police said 12 people had died.", outlet="Odrin Post")
    assert [link.name for link in told.attribution] == ["Police", "Odrin Post"]
    assert told.attribution[-1].mode == "narration"


@pytest.mark.parametrize("mark", ["-", "•", "*"])
def test_a_bullet_without_a_speaker_has_lost_its_attribution(mark: str) -> None:
    (told,) = claims(f"{mark} 40 miners died in Karsk")
    assert "attribution lost" in told.flags


def test_a_bullet_without_a_space_has_lost_its_attribution() -> None:
    (told,) = claims("*40 miners died in Karsk")
    assert told.flags == ("attribution lost",)


@pytest.mark.parametrize(
    ("text", "measure", "population"),
    [
        pytest.param("40 killed in Karsk.", "killed", None, id="participle-is-no-population"),
        pytest.param("Barely 500 people came to the square.", "came", "people", id="adverb-is-no-measure"),
        pytest.param(
            "The toll rose to 96 from the 58 of Sunday.",
            "killed",
            None,
            id="weekday-is-no-population",
        ),
        pytest.param(
            "If the river rises, 40 homes will be flooded.",
            "flooded",
            "homes",
            id="measure-of-another-clause",
            marks=pytest.mark.xfail(
                reason="a known measure word anywhere before beats the verb of the figure"
            ),
        ),
    ],
)
def test_frames_in_a_text(text: str, measure: str, population: str | None) -> None:
    assert read(text)[-1][1:] == (measure, population)


def test_a_claim_that_fails_the_gate_is_listed_with_its_reason() -> None:
    digest = read_article(article("“We did not lose 40 men — 12 of us, I swear,” Ana Ruiz said."))
    assert [c.answer for c in digest.claims] == ["40"]
    assert [d.reason for d in digest.dropped] == ["the claim drops a negation of its quote"]


def test_another_language_is_not_attempted() -> None:
    digest = read_article(article("Le maire a parlé de 12 morts.", language="fr"))
    assert digest.claims == ()
    assert "fr" in digest.dropped[0].reason


def test_ids_are_stable_and_unique() -> None:
    text = "Police said 12 men and 3 women had died. Police said 12 men had died."
    one, two = claims(text), claims(text)
    assert [c.id for c in one] == [c.id for c in two]
    assert len({c.id for c in one}) == len(one)


def check(found: list[Claim], text: str) -> None:
    for c in found:
        assert text[c.start : c.end] == c.quote
        assert c.quote
        assert len(c.quantities) <= 1
        assert all(text[q.start : q.end] == q.text for q in c.quantities)
        assert all(c.start <= q.start < q.end <= c.end for q in c.quantities)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    check(claims(text, published=SUNDAY), text)


NASTY = (
    "Ana Ruiz said ", "12 men", ", ", "“", "”", "‘", " [", "] ", "; ", "— ", "\n", "\u202e", "\u0007", "👩‍👩‍👧 ", "قتل 58 ",
    "from ", "no ", "to 3", "$", "%", ". ", "- ", "which ", "On Monday ", "denied that ", "’s ", "3,000,", "half a ",
    "if ", "\ud800",
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(NASTY), max_size=40).map("".join))
def test_hostile_pieces_are_read(text: str) -> None:
    check(claims(text), text)


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("\u202e", id="bidi"),
        pytest.param("a", id="one-word"),
        pytest.param("&", id="marks"),
        pytest.param("👩‍👩‍👧 ", id="emoji"),
        pytest.param("1,", id="number"),
    ],
)
def test_100_kb_of_one_thing_take_seconds(unit: str) -> None:
    start = time.process_time()
    text = unit * (100_000 // len(unit))
    check(claims(text), text)
    assert time.process_time() - start < 30


def seconds(size: int) -> float:
    start = time.process_time()
    claims("12 men, " * size)
    return time.process_time() - start


def test_a_long_list_of_figures_takes_linear_time() -> None:
    seconds(10)
    assert seconds(800) < 9 * seconds(200)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("The mayor did not repeat his earlier claim that only two patients had died.", [], id="not-repeated"),
        pytest.param("The firm declined to repeat its statement that 40 jobs were safe.", [], id="declined"),
        pytest.param("The mayor repeated his earlier claim that only two patients had died.", ["only two"], id="repeated"),
        pytest.param("Three patients, all over 70, died on Monday.", ["Three"], id="an-age-of-all"),
        pytest.param("Two women, both under 30, were hurt.", ["Two"], id="an-age-of-both"),
        pytest.param("All over 70 villages were hit by the storm.", ["70"], id="no-age"),
    ],
)  # fmt: skip
def test_what_is_not_said_and_how_old_people_are_is_no_count(text: str, figures: list[str]) -> None:
    assert [q.text for c in claims(text) for q in c.quantities] == figures
