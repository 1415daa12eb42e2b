import pytest

from counterclaim.core.desk import Desk, OutletGrade, Party
from counterclaim.core.records import Article, Attribution, Comparison
from counterclaim.note.markdown import render_markdown
from counterclaim.note.terminal import render_terminal
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.parties import as_worded, name_parties
from counterclaim.steps.briefings import brief_batch
from counterclaim.steps.digests import DigestBatch
from counterclaim.steps.wishes import Wish
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, WEDNESDAY, article, claim

ARMY = Party(name="Norrland army", aliases=("the army", "ISB"), side="Norrland")
REBELS = Party(name="River Front", aliases=("the fighters",), side="Front")
DESK = Desk(parties=(ARMY, REBELS), opposed=(("Norrland", "Front"),))
FIRST = article("The army said 12 people were killed in the fire at Karsk.", published=MONDAY)
LATER = article(
    "At Karsk the mill’s fire killed 15 people, River Front said.", outlet="Post", published=WEDNESDAY
)
SAME = article("At Karsk the mill’s fire killed 15 people, ISB said.", outlet="Post", published=WEDNESDAY)


def named(link: Attribution, desk: Desk | None = DESK) -> Attribution:
    made = claim("x", chain=(link,))
    digest = read_article(FIRST).model_copy(update={"claims": (made,)})
    return name_parties(digest, desk).claims[0].attribution[0]


@pytest.mark.parametrize(
    ("link", "name", "side", "fields"),
    [
        pytest.param(Attribution(name="the army"), "Norrland army", "Norrland", ("name", "side"), id="alias"),
        pytest.param(Attribution(name="Army’s"), "Norrland army", "Norrland", ("name", "side"), id="form"),
        pytest.param(Attribution(name="Norrland Army"), "Norrland army", "Norrland", ("name", "side"), id="case"),
        pytest.param(Attribution(name="Sudland army"), "Sudland army", None, (), id="another's army"),
        pytest.param(Attribution(name="army chief"), "army chief", None, (), id="more than the name"),
        pytest.param(
            Attribution(name=None, role="the army"), "Norrland army", "Norrland", ("name", "side"), id="role alone"
        ),
        pytest.param(Attribution(name="Ivo Land", side="ISB"), "Ivo Land", "Norrland", ("side",), id="party as side"),
        pytest.param(Attribution(name="Ivo Land", side="Front"), "Ivo Land", "Front", ("side",), id="side by name"),
        pytest.param(Attribution(name="The Army", mode="narration"), "The Army", None, (), id="an outlet"),
        pytest.param(Attribution(name=None), None, None, (), id="nobody"),
    ],
)  # fmt: skip
def test_who_is_who(link: Attribution, name: str | None, side: str | None, fields: tuple[str, ...]) -> None:
    found = named(link)
    assert (found.name, found.side, found.desk) == (name, side, fields)
    assert as_worded(found) == link
    assert named(found) == found
    assert named(found, None) == link


def compared(*papers: Article, desk: Desk | None) -> Comparison:
    digests = [name_parties(read_article(paper), desk) for paper in papers]
    return compare_digests(digests, opposed=desk.opposed if desk else ())


def labels(found: Comparison) -> list[str]:
    return [relation.label for relation in found.relations]


def test_opposed_parties_never_update_each_other() -> None:
    assert labels(compared(FIRST, LATER, desk=None)) == ["possible_update"]
    assert labels(compared(FIRST, LATER, desk=DESK)) == ["contradicts"]
    assert labels(compared(FIRST, LATER, desk=DESK.model_copy(update={"opposed": ()}))) == ["possible_update"]


def test_an_alias_makes_one_speaker_of_two_names() -> None:
    assert labels(compared(FIRST, SAME, desk=None)) == ["possible_update"]
    assert labels(compared(FIRST, SAME, desk=DESK)) == ["updates"]


def test_a_side_makes_one_origin_of_two_speakers() -> None:
    agreeing = article(
        "At Karsk the mill’s fire killed 12 people, the town hall said.", outlet="Post", published=MONDAY
    )
    both = Desk(parties=(ARMY, Party(name="the town hall", side="Norrland")))
    assert [t.status for t in compared(FIRST, agreeing, desk=None).threads] == ["agreed"]
    assert [t.status for t in compared(FIRST, agreeing, desk=both).threads] == ["one_sided"]
    apart = Desk(parties=(ARMY, Party(name="the town hall", side="Front")), opposed=(("Norrland", "Front"),))
    assert [t.status for t in compared(FIRST, agreeing, desk=apart).threads] == ["conceded"]


def test_the_users_sides_go_before_what_names_suggest() -> None:
    one, two = (
        claim(n, name=n, chain=(named(Attribution(name=n), Desk(parties=parties)),))
        for n, parties in (
            ("Norrland’s government", (Party(name="Norrland’s government", side="Government"),)),
            ("Norrland’s opposition", (Party(name="Norrland’s opposition", side="Opposition"),)),
        )
    )
    assert compare_originators(one, two) == "other"


def test_the_note_shows_what_is_the_desks() -> None:
    desk = DESK.model_copy(
        update={
            "house": "The Karsk desk", "title": "Fire at Karsk", "marking": "TLP:AMBER+STRICT",
            "grades": (OutletGrade(outlet="The Morning Paper", grade="B"), OutletGrade(outlet="Pots", grade="D")),
        }
    )  # fmt: skip
    made = brief_batch(DigestBatch((read_article(FIRST), read_article(SAME))), wish=Wish(desk=desk))
    assert (made.title, made.desk) == ("Fire at Karsk", desk)
    terminal, markdown = render_terminal(made), render_markdown(made)
    assert terminal.splitlines()[0] == terminal.splitlines()[-1] == "TLP:AMBER+STRICT"
    assert markdown.splitlines()[2] == markdown.splitlines()[-1] == "**TLP:AMBER+STRICT**"
    for text in (" ".join(terminal.split()), markdown.replace("\\", "")):
        assert "The Karsk desk" in text
        assert "Norrland [desk]" in text
        assert "in the article: " in text
        assert "graded B6 by the desk" in text
        assert "Morning Paper B6; F6 for every other source; graded, but no article is of Pots" in text
        assert "Norrland: Norrland army; Front: River Front; opposed: Norrland and Front" in text


def test_the_tables_of_the_earlier_note_are_kept_and_can_be_replaced() -> None:
    marked = DESK.model_copy(update={"marking": "TLP:RED"})
    first = brief_batch(DigestBatch((read_article(FIRST),)), wish=Wish(desk=marked))
    both = DigestBatch((read_article(FIRST), read_article(LATER)))
    second = brief_batch(both, wish=Wish(previous=first))
    assert second.desk == marked
    assert [r.label for r in second.relations] == ["contradicts"]
    third = brief_batch(both, wish=Wish(previous=first, desk=Desk()))
    assert [r.label for r in third.relations] == ["possible_update"]
    assert [link.desk for c in third.claims for link in c.attribution if link.desk] == []
    assert third.since is not None
    assert "reread" not in {d.kind for d in third.since.developments}
