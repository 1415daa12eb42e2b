import pytest

from counterclaim.core.explanations import Compared, Slot
from counterclaim.relate.readings import find_differences, read_slots
from counterclaim.relate.sayings import date_first_said
from small_accounts import MONDAY, TUESDAY, slot


@pytest.mark.parametrize(
    ("a", "b", "which", "compared", "read"),
    [
        pytest.param("Police said 9 people died in Karsk.", "Police said 9 people died in Odrin.", "place", "apart", ("Karsk", "Odrin"), id="places"),
        pytest.param("Police said 31 babies in the country were burned.", "9 babies were burned in Sarn, police said.", "place", "apart", ("“in the country”, that is all of it", "Sarn"), id="country"),
        pytest.param("The bank said rates rose by 6 per cent.", "The bank said rates rose by 9 per cent.", "place", "none", (None, None), id="share-has-no-place"),
        pytest.param("At least 12 ships sank.", "Nine ships sank.", "figure", "apart", ("“At least 12”, at least: 12 or more", "“Nine”, as a plain figure: 9"), id="bounds"),
        pytest.param("It was doing 17.2 knots.", "It was doing 11 knots.", "figure", "apart", ("“17.2 knots”, as a plain figure: 17.15 to 17.25 knots", "“11 knots”, as a plain figure: 10.5 to 11.5 knots"), id="own-unit"),
        pytest.param("About 200 men marched.", "210 men marched.", "figure", "unlike", ("“About 200”, about: 180 to 220", "“210”, as a plain figure"), id="overlap"),
        pytest.param("12 men died.", "12 men were hurt.", "measure", "apart", ("killed", "wounded"), id="fates"),
        pytest.param("A third of the shops closed.", "6 per cent of the shops closed.", "figure", "apart", ("“A third”, as a plain figure: 31.6667 to 35 per cent", "“6 per cent”, as a plain figure: 5.7 to 6.3 per cent"), id="share-in-words"),
        pytest.param("More than 20 shops opened.", "31 shops opened in all.", "figure", "unlike", ("“More than 20”, more than: above 20", "“31”, as a plain figure"), id="more-than"),
        pytest.param("31 shops opened in all.", "31 shops opened.", "place", "none", (None, None), id="in-all-is-no-place"),
        pytest.param("12 men died since Friday.", "12 men died on Sunday.", "happened", "unlike", ("“since Friday” (from 2025-02-28 00:00)", "“Sunday” (2025-03-02)"), id="overlapping-times"),
        pytest.param("140 litres of dye got out.", "The tank held 22 litres.", "counted", "one", ("dye", None), id="what-an-amount-is-of"),
        pytest.param("On the Afghan side nine soldiers died.", "Norway’s army said it lost 23 soldiers.", "counted", "apart", ("soldiers on the Afghan side", "the speaker’s own soldiers"), id="whose"),
        pytest.param("Prices rose by 6 per cent.", "Prices fell by 6 per cent.", "measure", "apart", ("change, a rise", "change, a fall"), id="directions"),
        pytest.param("12 guards died.", "12 ships left.", "counted", "apart", ("guards", "ships"), id="things"),
        pytest.param("The road is closed.", "The road is not closed.", "standing", "apart", ("affirmed, as a fact", "negated, as a fact"), id="polarity"),
        pytest.param("Police denied that a bus was stopped.", "A bus was stopped.", "standing", "apart", ("a reported denial, as a fact", "affirmed, as a fact"), id="denial"),
        pytest.param("The raid was unprovoked.", "They were raided without provocation.", "standing", "same", ("affirmed, with a negation in it (unprovoked), as a fact", "affirmed, with a negation in it (provocation), as a fact"), id="one-negation"),
        pytest.param("The road will close.", "The road may have closed.", "standing", "apart", ("affirmed, as planned or expected", "affirmed, as a fact, as possible"), id="layers"),
        pytest.param("The road is closed.", "The road is closed.", "words", "same", ("road, closed", "road, closed"), id="words"),
        pytest.param("The road is closed.", "The bakers met.", "words", "apart", ("road, closed", "bakers, met"), id="other-words"),
        pytest.param("12 men died on Sunday.", "12 men died on Monday.", "happened", "apart", ("“Sunday” (2025-03-02)", "“Monday” (2025-03-03)"), id="days"),
        pytest.param("12 men died by noon on Sunday.", "12 men died.", "happened", "one", ("“by noon on Sunday” (until 2025-03-02 12:00)", None), id="as-of"),
        pytest.param("The club said the gates were open.", "The gates were open.", "speaker", "apart", ("club", "Morning Paper in its own voice"), id="own-voice"),
        pytest.param("The gates were open.", "The gates were shut.", "speaker", "same", ("Morning Paper in its own voice",) * 2, id="one-voice"),
        pytest.param("The club said the gates were open, according to Radio Orvo.", "The club said the gates were open.", "through", "apart", ("Radio Orvo, then Morning Paper", "Morning Paper"), id="relay"),
    ],
)  # fmt: skip
def test_slots_side_by_side(
    a: str, b: str, which: Slot, compared: Compared, read: tuple[str | None, str | None]
) -> None:
    found = next(r for r in read_slots(slot(a), slot(b)) if r.slot == which)
    assert ((found.a, found.b), found.compared) == (read, compared)
    back = next(r for r in read_slots(slot(b), slot(a)) if r.slot == which)
    assert ((back.b, back.a), back.compared) == (read, compared)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Police said on Sunday that 12 men had died.", "said “Sunday” (2025-03-02); reported 2025-03-04 18:00 UTC", id="day-of-saying"),
        pytest.param("Police said 12 men had died.", "reported 2025-03-04 18:00 UTC", id="only-the-report"),
        pytest.param("12 men died on Sunday.", "reported 2025-03-04 18:00 UTC", id="own-voice"),
    ],
)  # fmt: skip
def test_a_report_is_not_called_a_saying(text: str, said: str) -> None:
    found = next(r for r in read_slots(slot(text), slot(text)) if r.slot == "said")
    assert (found.a, found.compared) == (said, "same")


def test_an_earlier_print_and_an_earlier_saying_are_named() -> None:
    words = "Police said{} that 12 men had died."
    early, late = date_first_said(
        [
            slot(words.format(" on Sunday"), published="2025-03-03", outlet="Herald"),
            slot(words.format(" on Monday"), published=TUESDAY, outlet="Post"),
        ]
    )
    found = next(r for r in read_slots(early, late) if r.slot == "said")
    assert found.a == "said “Sunday” (2025-03-02); reported 2025-03-03"
    assert found.b == (
        "said “Monday” (2025-03-03); first said “Sunday” (2025-03-02), by Herald; "
        "first reported 2025-03-03 in Herald; here 2025-03-04 18:00 UTC"
    )
    assert found.compared == "unlike"


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        pytest.param(
            "Police said 9 guards died in Karsk.", "40 ships left Odrin, the port said.", 3, id="two-things"
        ),
        pytest.param("The road is closed.", "The road will close.", 1, id="two-layers"),
        pytest.param("Nine men died.", "Nine men died.", 0, id="none"),
    ],
)
def test_all_that_the_questions_find_is_told(a: str, b: str, found: int) -> None:
    told = find_differences(slot(a, published=MONDAY), slot(b))
    assert len(told) == found
    assert all("? " in one for one in told)


def test_a_repetition_after_the_first_print_is_not_the_first_saying() -> None:
    words = "Police said{} that 12 men had died."
    first, again = date_first_said(
        [
            slot(words.format(""), published=MONDAY, outlet="Herald"),
            slot(words.format(" on Tuesday"), published=TUESDAY, outlet="Post"),
        ]
    )
    found = next(r for r in read_slots(first, again) if r.slot == "said")
    assert found.a == "reported 2025-03-03 18:00 UTC"
    assert (
        found.b
        == "said again “Tuesday” (2025-03-04); first reported 2025-03-03 18:00 UTC in Herald; here 2025-03-04 18:00 UTC"
    )


def test_what_an_earlier_print_tells_is_said_to_be_told_there() -> None:
    first, again = date_first_said(
        [
            slot("Police said 12 men died in Karsk on Sunday.", published=MONDAY, outlet="Herald"),
            slot("Police said 12 men were dead.", published=TUESDAY, outlet="Post"),
        ]
    )
    found = {r.slot: r.b for r in read_slots(first, again)}
    assert found["place"] == "not in its words; Herald has it of Karsk"
    assert found["happened"] == "not in its words; as Herald has it: “Sunday” (2025-03-02)"
