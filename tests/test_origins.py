import pytest

from counterclaim.core.records import Article, Attribution, Claim
from counterclaim.relate.origins import find_originators, find_reprints, merge_groups

WIRE = (
    "Rescue teams pulled eleven survivors from the flooded tunnel under the Karsk ridge on Tuesday, the fire service said. "
    "Water had risen to the roof within minutes, according to the shift foreman, who led the way out through a drain. "
    "Pumps from three towns were brought in overnight and the railway line stays shut until engineers have seen the vault."
)
OTHER = (
    "Survivors of the tunnel flood told of a wall of brown water. Eleven people came out alive. The fire service thanked "
    "the villagers who carried hoses up the ridge by hand, and the railway promised an inquiry into the state of the drain."
)


def article(name: str, text: str, published: str | None = None) -> Article:
    return Article.model_validate(
        {
            "id": f"a-{name}",
            "source": name,
            "outlet": name,
            "published": published,
            "text": text,
            "sha256": "",
        }
    )


def claim(cid: str, where: str, speaker: str | None) -> Claim:
    chain = (Attribution(name=speaker),) if speaker else (Attribution(name="Paper", mode="narration"),)
    return Claim(
        id=cid,
        article=where,
        quote="x",
        start=0,
        end=1,
        text="x",
        question="q",
        answer="yes",
        attribution=chain,
    )


def test_a_lightly_edited_copy_goes_back_to_the_earliest() -> None:
    copy = WIRE.replace("eleven", "11").replace("on Tuesday, ", "")
    (origin,) = find_reprints(
        [
            article("Evening", copy, "2025-03-02"),
            article("Morning", WIRE, "2025-03-01"),
            article("Noon", OTHER),
        ]
    )
    assert origin.kind == "same_text"
    assert set(origin.articles) == {"a-Morning", "a-Evening"}
    assert origin.source == "a-Morning"
    assert "earliest" in (origin.reason or "")


def test_a_cut_copy_is_still_a_reprint() -> None:
    assert find_reprints([article("Noon", WIRE), article("Dusk", WIRE[: len(WIRE) // 2])])


def test_independent_accounts_are_not_reprints() -> None:
    assert find_reprints([article("a", WIRE), article("b", OTHER)]) == ()


def test_a_credit_line_beats_the_date() -> None:
    copy = WIRE + " (Northern Wire)"
    wire = article("Northern Wire", WIRE, "2025-03-02")
    (origin,) = find_reprints([article("Daily", copy, "2025-03-01"), wire])
    assert origin.source == wire.id
    assert "credit line" in (origin.reason or "")


CRASH = "Nine people died when a coach left the road above Karsk on Friday, police said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(CRASH, CRASH.replace("Nine", "Eleven"), id="another figure"),
        pytest.param(CRASH, CRASH.replace("Nine", "12"), id="another figure, in digits"),
        pytest.param(CRASH, CRASH.replace("police", "the mayor"), id="another speaker"),
        pytest.param(
            CRASH, CRASH.replace("police", "Ivo Laas, who drove it,"), id="another speaker, by name"
        ),
        pytest.param(CRASH, CRASH.replace("Karsk", "Teal"), id="another place"),
        pytest.param(
            "Turnout in the Arvo district was 61 per cent on Sunday, the electoral office said.",
            "Turnout in the Arvo district was 54 per cent on Sunday, the electoral office said. Counting goes on.",
            id="another share, and a sentence more",
        ),
        pytest.param(
            f"{CRASH} The bank of the road gave way after three days of rain, the fire chief told reporters.",
            f"{CRASH.replace('Nine', 'Ten')} The bank of the road gave way after three days of rain, the fire chief said.",
            id="another figure in one of two sentences",
        ),
    ],
)
def test_short_texts_that_tell_otherwise_are_no_reprints(one: str, other: str) -> None:
    assert find_reprints([article("a", one), article("b", other)]) == ()


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(CRASH, id="word for word"),
        pytest.param(CRASH.replace("Nine", "9"), id="the figure in digits"),
        pytest.param(f"KARSK (Ostby Agency) - {CRASH}", id="with an agency's line"),
        pytest.param(CRASH.replace(" on Friday", ""), id="without the day"),
        pytest.param(CRASH.replace(" above Karsk", ""), id="without the place"),
        pytest.param(
            f"{CRASH} The valley's own clinic took in four of the hurt, it told the Courier.",
            id="with a line of its own",
        ),
    ],
)
def test_short_copies_are_reprints(copy: str) -> None:
    assert find_reprints([article("a", CRASH), article("b", copy)])


def test_a_long_copy_with_one_other_figure_is_a_reprint() -> None:
    text = f"{WIRE} {OTHER}"
    assert find_reprints([article("a", text), article("b", text.replace("three towns", "five towns"))])


@pytest.mark.parametrize("text", ["", "Too short."])
def test_texts_without_word_runs_have_no_reprints(text: str) -> None:
    assert find_reprints([article("a", text), article("b", text)]) == ()


def test_groups_merge_and_are_ordered() -> None:
    assert merge_groups([("c", "d"), ("a", "b"), ("d", "a")]) == [frozenset("abcd")]


def test_one_originator_in_two_articles_is_one_origin() -> None:
    held = [
        claim("c1", "a1", "Ana Ruiz"),
        claim("c2", "a2", "Ruiz"),
        claim("c3", "a1", None),
        claim("c4", "a1", "Ivo Land"),
    ]
    (origin,) = find_originators(held)
    assert origin.originator == "Ana Ruiz"
    assert origin.articles == ("a1", "a2")
    assert origin.claims == ("c1", "c2")
