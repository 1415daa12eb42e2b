import pytest

from counterclaim.core.records import Attribution
from counterclaim.relate.directory import Directory
from small_accounts import slots


def known(*texts: str) -> Directory:
    return Directory.of([s for text in texts for s in slots(text)])


def told(*links: Attribution) -> Directory:
    """A directory of hand-made speakers."""
    (one,) = slots("The road is closed.")
    held = [one._replace(claim=one.claim.model_copy(update={"attribution": (link,)})) for link in links]
    return Directory.of(held)


OTAMEN = Attribution(name="Pilar Otamen", role="chairwoman", side="our association")


@pytest.mark.parametrize(
    ("links", "asked", "side"),
    [
        pytest.param([OTAMEN, OTAMEN.model_copy(update={"side": "Terrace Association"})], OTAMEN, "Terrace Association", id="named-elsewhere"),
        pytest.param([OTAMEN], OTAMEN, "our association", id="named-nowhere"),
        pytest.param([OTAMEN, OTAMEN.model_copy(update={"name": "Ana Roy", "side": "Orvo Union"})], OTAMEN, "our association", id="of-another-person"),
        pytest.param([OTAMEN.model_copy(update={"side": "Orvo Union"}), OTAMEN.model_copy(update={"side": "Karsk Club"})], OTAMEN, "our association", id="two-sides"),
        pytest.param([], Attribution(name="Petra Hallam", role="chief executive", side="company's chief executive"), None, id="side-is-the-role"),
        pytest.param([Attribution(name="Solvane Lines", role="company")], Attribution(name="Petra Hallam", role="chief executive", side="company's chief executive"), "Solvane Lines", id="the-body-elsewhere"),
        pytest.param([], Attribution(name="Signe Halvard", role="Rear Admiral", side="Rear"), None, id="role-holds-the-side"),
        pytest.param([], Attribution(name="Ana Roy", role="mayor", side="Orvo"), "Orvo", id="own-name"),
    ],
)  # fmt: skip
def test_whom_a_person_stands_for(links: list[Attribution], asked: Attribution, side: str | None) -> None:
    assert told(*links, asked).side(asked) == side


@pytest.mark.parametrize(
    ("links", "noun", "body"),
    [
        pytest.param([Attribution(name="Solvane Lines", role="company")], "company", "Solvane Lines", id="called-so"),
        pytest.param([Attribution(name="Tessaly", role="laboratory firm")], "laboratory firm", "Tessaly", id="two-words"),
        pytest.param([Attribution(name="Bram Ostrey", side="Dockers’ Union")], "union", "Dockers’ Union", id="named-so"),
        pytest.param([Attribution(name="Orvo Bank"), Attribution(name="Karsk Bank")], "bank", None, id="two-of-them"),
        pytest.param([Attribution(name="Ana Roy", role="mayor", side="Orvo")], "company", None, id="none"),
    ],
)  # fmt: skip
def test_what_a_common_noun_stands_for(links: list[Attribution], noun: str, body: str | None) -> None:
    assert told(*links).body(Attribution(name=noun)) == body
    assert told(*links).body(Attribution(name="Solvane Lines")) is None


def test_a_known_place_is_found_whatever_stands_before_it() -> None:
    places = known(
        "Nine miners died in Karsk.", "Orvo Bank said 40 houses burned in Upper Dorvel.", "Six met at Orvo."
    )
    assert places.places == ("Karsk", "Upper Dorvel")
    assert places.find_mentioned("Upper Dorvel’s mayor left for Karsk") == "Upper Dorvel"
    assert places.find_mentioned("Karskian mayors and Orvo Bank") is None
