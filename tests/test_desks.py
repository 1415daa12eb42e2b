from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import HARBOUR, counterclaim, write
from counterclaim.core.desk import Desk, OutletGrade, Party
from counterclaim.core.errors import DeskUnreadableError
from counterclaim.outside.desks import load_desk, read_desk

WHOLE = """\
house: The Larkmere desk
title: "Fighting: day two"
tlp: tlp:amber+strict
outlets:
  Kestrel Hill Wire: B
  NO: a          # YAML would read a falsehood
parties:
  Inter-Services Public Relations:
    aliases: [ISPR, the army]
    side: Pakistan
  Zabihullah Mujahid:
    aliases: Mujahid
    side: Kabul
  Tolo News:
opposed:
  - [Pakistan, Kabul]
"""


def test_a_whole_table() -> None:
    assert read_desk(WHOLE, source="d") == Desk(
        house="The Larkmere desk",
        title="Fighting: day two",
        marking="TLP:AMBER+STRICT",
        grades=(OutletGrade(outlet="Kestrel Hill Wire", grade="B"), OutletGrade(outlet="NO", grade="A")),
        parties=(
            Party(name="Inter-Services Public Relations", aliases=("ISPR", "the army"), side="Pakistan"),
            Party(name="Zabihullah Mujahid", aliases=("Mujahid",), side="Kabul"),
            Party(name="Tolo News"),
        ),
        opposed=(("Pakistan", "Kabul"),),
    )


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "house:\ntlp: ~\noutlets:\nparties: null\nopposed:\n"]
)
def test_an_empty_table_says_nothing(text: str) -> None:
    assert read_desk(text, source="d") == Desk()


def test_of_three_opposed_sides_every_two_are() -> None:
    text = "parties:\n  A: {side: a}\n  B: {side: b}\n  C: {side: c}\nopposed:\n  - [a, b, c]\n"
    assert read_desk(text, source="d").opposed == (("a", "b"), ("a", "c"), ("b", "c"))


WRONG = [
    pytest.param("outlets:\n  Post: G\n", 2, "'G' is no grade", id="no such letter"),
    pytest.param("outlets:\n  Post: B2\n", 2, "'B2' is no grade", id="a digit"),
    pytest.param("outlets:\n  Post: A\n  Sun: B\n  Post: C\n", 4, r"'Post' is given twice \(first on line 2\)", id="outlet twice"),
    pytest.param("house: A\nhouse: B\n", 2, "'house' is given twice", id="key twice"),
    pytest.param("outlet:\n  Post: A\n", 1, "'outlet' means nothing here; did you mean 'outlets'", id="misspelt"),
    pytest.param("zebra: 1\n", 1, "'zebra' means nothing here; the keys are house, ", id="unknown"),
    pytest.param("parties:\n  A:\n    sides: x\n", 3, "'sides' means nothing here; did you mean 'side'", id="in a party"),
    pytest.param("title: x\ntlp: WHITE\n", 2, "'WHITE' is no marking; TLP 2.0 calls it CLEAR", id="TLP 1.0"),
    pytest.param("tlp: PURPLE\n", 1, "'PURPLE' is no marking; give one of RED, AMBER", id="no marking"),
    pytest.param("- a\n- b\n", 1, "the file is not a list of `key: value` lines", id="a list"),
    pytest.param("outlets: [Post]\n", 1, "`outlets` is not a list of `key: value` lines", id="outlets a list"),
    pytest.param("parties:\n  A: Pakistan\n", 2, "the party 'A' is not a list", id="party a word"),
    pytest.param("house: [a, b]\n", 1, "a name or word is expected here", id="two houses"),
    pytest.param("parties:\n  A:\n    aliases: ['...']\n", 3, "a name or word is expected here", id="no name"),
    pytest.param("outlets:\n  Post:\n", 2, "a name or word is expected here", id="no letter"),
    pytest.param(
        "parties:\n  A: {aliases: [x]}\n  B:\n    aliases:\n      - X\n", 5, r"'X' is a name of 'A' already \(line 2\)", id="one alias, two parties",
    ),
    pytest.param("parties:\n  A: {side: a}\nopposed:\n  - [a, b]\n", 4, "no party stands for 'b'; the sides are a", id="unknown side"),
    pytest.param("opposed:\n  - [a, b]\n", 2, "no party stands for 'a'; give parties a `side` first", id="no sides"),
    pytest.param("parties:\n  A: {side: a}\nopposed:\n  - [a]\n", 4, "two different sides are expected", id="one side"),
    pytest.param("parties:\n  A: {side: a}\nopposed:\n  - [a, a]\n", 4, "two different sides are expected", id="against itself"),
    pytest.param("house: a\ntitle: b: c\n", 2, "it is not YAML", id="a colon"),
    pytest.param("house: a\n---\nhouse: b\n", 2, "it is not YAML", id="two documents"),
    pytest.param("house: [a\n", 2, "it is not YAML", id="not closed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "what"), WRONG)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(DeskUnreadableError, match=rf"^'desk\.yaml': line {line}: {what}") as caught:
        read_desk(text, source="desk.yaml")
    assert caught.value.remedy


@given(st.text(alphabet=st.sampled_from("ab:-[]{}\n \t&*!|>'\"#%@,?\u0000é"), max_size=60))
def test_any_text_is_a_table_or_a_fault(text: str) -> None:
    try:
        assert isinstance(read_desk(text, source="d"), Desk)
    except DeskUnreadableError as error:
        assert error.source == "d"  # noqa: PT017 - either outcome is right


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DeskUnreadableError, match="no such file"):
        load_desk(str(tmp_path / "none.yaml"))
    with pytest.raises(DeskUnreadableError, match="it cannot be read"):
        load_desk(str(tmp_path))
    with pytest.raises(DeskUnreadableError, match="it is not UTF-8"):
        load_desk(write(tmp_path, "latin.yaml", "house: Ménage\n".encode("latin-1")))
    with pytest.raises(DeskUnreadableError, match="larger than a megabyte"):
        load_desk(write(tmp_path, "long.yaml", "# long\n" * 200_000))


def test_the_command_line_takes_the_table_and_the_policy(tmp_path: Path) -> None:
    paper, desk = write(tmp_path, "a.md", HARBOUR), write(tmp_path, "desk.yaml", WHOLE)
    ran = counterclaim("brief", paper, "--desk", desk, "--figures", "acled", "--quiet")
    assert ran.code == 0
    assert ran.out.startswith("TLP:AMBER+STRICT\n")
    assert "Issued by    The Larkmere desk" in ran.out
    assert "ACLED’s counting policy: 12, the only figure given (" in " ".join(ran.out.split())
    compared = counterclaim("compare", paper, "--desk", desk, "--format", "json", "--quiet")
    assert '"opposed": [\n    [\n      "Pakistan",\n      "Kabul"\n    ]\n  ]' in compared.out
    bad = counterclaim("brief", paper, "--desk", write(tmp_path, "bad.yaml", "tlp: x\n"))
    assert (bad.code, bad.out) == (2, "")
    assert "bad.yaml': line 1: 'X' is no marking" in bad.err
    assert counterclaim("brief", paper, "--figures", "best").code == 2
