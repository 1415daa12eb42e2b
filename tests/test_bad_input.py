"""Bad input through the real command line: the message names source and remedy, the exit code fits, nothing is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from command import GAZETTE, HARBOUR, counterclaim, write

FRENCH = """---
title: Un ferry coule au large de Lisse
outlet: Le Quai
published: 2025-10-05
---
Au moins douze personnes sont mortes dimanche dans le naufrage du ferry, ont annoncé les garde-côtes dans la soirée.

Le propriétaire du navire a déclaré que personne ne l’avait averti de la panne de la pompe.
"""
ELSEWHERE = """---
title: Council sets water price
outlet: Dorvel Post
published: 2025-10-05
---
The council of Dorvel put up the price of water by nine per cent on Friday, mayor Ines Calder said. Seven members
voted in favour and two against.
"""

# name and content of what is bad, what the message says, what the remedy says
BAD = [
    pytest.param("gone.md", None, "no such file or folder", "check the name", id="missing"),
    pytest.param("empty.txt", "", "it is empty", "give a file that holds an article", id="empty"),
    pytest.param("blank.txt", " \n\n", "it is empty", "give a file that holds an article", id="blank"),
    pytest.param("scan.pdf", b"%PDF-1.4\n%\xe2\xe3", "it is a PDF, not text", "convert it to text", id="pdf"),
    pytest.param("a.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x05", "a binary file", "convert it to text", id="binary"),
    pytest.param("big.txt", b"A ferry sank. " * 1_500_000, "larger than 10 MB", "--max-bytes", id="twenty-megabytes"),
    pytest.param("front.md", "---\ntitle: [Toll\n---\nIt sank.", "front matter is broken on line 3", "mend the lines", id="front-matter"),
    pytest.param("home.html", "<html><nav><a href='/'>Home</a></nav><p>We use cookies to serve you better.</p></html>", "no article found", "save the whole article page", id="page-without-article"),
    pytest.param("torn.json", '{"text": "It', "it is not JSON", "mend it", id="torn-json"),
    pytest.param("https://example.org/a", None, "fetching URLs is not supported yet", "save the page", id="url"),
]  # fmt: skip


def place(folder: Path, name: str, content: str | bytes | None) -> str:
    return name if content is None else write(folder, name, content)


@pytest.mark.parametrize(("name", "content", "what", "remedy"), BAD)
def test_alone_it_is_1_and_nothing_is_printed(
    tmp_path: Path, name: str, content: str | bytes | None, what: str, remedy: str
) -> None:
    source = place(tmp_path, name, content)
    ran = counterclaim("brief", source)
    assert (ran.code, ran.out) == (1, "")
    assert all(part in ran.err for part in (repr(source), what, remedy, "nothing could be read"))
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(("name", "content", "what", "remedy"), BAD)
def test_beside_others_it_is_3_and_they_are_read(
    tmp_path: Path, name: str, content: str | bytes | None, what: str, remedy: str
) -> None:
    source = place(tmp_path, name, content)
    ran = counterclaim("brief", write(tmp_path, "good.md", HARBOUR), source, "--format", "json", "--quiet")
    briefing = json.loads(ran.out)
    assert ran.code == 3
    assert [article["outlet"] for article in briefing["articles"]] == ["Harbour Press"]
    assert [one["source"] for one in briefing["unread"]] == [source]
    assert what in briefing["unread"][0]["reason"]
    assert remedy in briefing["unread"][0]["reason"]
    assert repr(source) in ran.err


def test_the_note_itself_names_what_was_not_read(tmp_path: Path) -> None:
    ran = counterclaim("brief", write(tmp_path, "good.md", HARBOUR), write(tmp_path, "empty.txt", ""))
    assert ran.code == 3
    assert "empty.txt" in "".join(ran.out.split())
    assert "it is empty" in " ".join(ran.out.split())


@pytest.mark.parametrize("names", [[], ["photo.jpg", "notes.docx"]], ids=["empty", "other-kinds"])
def test_a_folder_with_nothing_readable(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        write(tmp_path, name, b"\xff\xd8\xff")
    ran = counterclaim("brief", str(tmp_path))
    assert (ran.code, ran.out) == (1, "")
    assert "the folder holds no article" in ran.err
    assert "put .txt, .md" in ran.err


def test_one_article_alone_makes_a_note_that_says_so(tmp_path: Path) -> None:
    ran = counterclaim("brief", write(tmp_path, "a.md", HARBOUR))
    assert ran.code == 0
    assert "Only one article was read" in " ".join(ran.out.split())


def test_the_same_file_twice_is_one_article(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", HARBOUR)
    ran = counterclaim("brief", path, path, "--format", "json")
    briefing = json.loads(ran.out)
    assert ran.code == 0
    assert "the same article as" in ran.err
    assert len(briefing["articles"]) == 1
    assert briefing["unread"] == [{"source": path, "reason": f"already read as {path!r}", "same_as": path}]


def test_a_source_given_twice_is_none_that_was_not_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", HARBOUR)
    ran = counterclaim("brief", path, path, "missing.md")
    told = " ".join(ran.out.split())
    assert ran.code == 3
    assert "1 source given twice and counted once; 1 source not read" in told
    assert "Given twice, counted once (1)" in told
    assert "not read: no such file" in ran.err


def test_two_events_have_no_relation(tmp_path: Path) -> None:
    ran = counterclaim(
        "brief", write(tmp_path, "a.md", HARBOUR), write(tmp_path, "b.md", ELSEWHERE), "--format", "json"
    )
    briefing = json.loads(ran.out)
    assert ran.code == 0
    assert len(briefing["articles"]) == 2
    assert [relation for relation in briefing["relations"] if crosses(relation, briefing)] == []
    assert briefing["uncompared"]


def crosses(relation: dict[str, str], briefing: dict[str, list[dict[str, str]]]) -> bool:
    article = {claim["id"]: claim["article"] for claim in briefing["claims"]}
    return article[relation["a"]] != article[relation["b"]]


def test_another_language_is_read_and_its_claims_are_not_attempted(tmp_path: Path) -> None:
    ran = counterclaim(
        "brief", write(tmp_path, "a.md", HARBOUR), write(tmp_path, "f.md", FRENCH), "--format", "json"
    )
    briefing = json.loads(ran.out)
    french = briefing["articles"][1]
    assert ran.code == 0
    assert (french["language"], french["outlet"]) == ("fr", "Le Quai")
    assert [claim for claim in briefing["claims"] if claim["article"] == french["id"]] == []
    assert [drop["article"] for drop in briefing["dropped"] if "another language" in drop["reason"]] == [
        french["id"]
    ]


def test_a_larger_limit_lets_a_larger_text_in(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", HARBOUR)
    refused, taken = (
        counterclaim("read", path, "--max-bytes", "100"),
        counterclaim("read", path, "--max-bytes", "1000"),
    )
    assert (refused.code, taken.code) == (1, 0)
    assert "larger than 100 bytes" in refused.err


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    ran = counterclaim("brief", str(tmp_path / "a\x1b[2J\u202e.txt"))
    assert ran.code == 1
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize(
    "arguments", [["brief"], ["brief", "--format", "json"], ["read"]], ids=["note", "json", "records"]
)
def test_a_closed_output_pipe_ends_quietly(tmp_path: Path, arguments: list[str]) -> None:
    for number in range(40):
        write(
            tmp_path,
            f"{number:02d}.md",
            (HARBOUR if number % 2 else GAZETTE).replace("Aurora", f"Aurora {number}"),
        )
    process = subprocess.Popen(
        [sys.executable, "-m", "counterclaim", *arguments, str(tmp_path), "-q"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=120)
    assert process.returncode == 141
    assert err == b""


def test_an_article_in_another_language_is_named_at_the_head_of_the_note(tmp_path: Path) -> None:
    french = "Karsk, 4 mars 2025 (Courrier) Au moins 19 personnes sont mortes, a dit le ministre lundi soir à la radio."
    ran = counterclaim("brief", write(tmp_path, "fr.txt", french), write(tmp_path, "good.md", HARBOUR), "-q")
    assert ran.code == 0
    assert "1 article not compared, for no claim was read" in " ".join(ran.out.split())
