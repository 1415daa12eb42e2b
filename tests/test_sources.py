import datetime as dt
import io
import json
import os
import sys
from pathlib import Path

import pytest

from counterclaim.core.records import ArticleDigest
from counterclaim.outside.decoding import decode
from counterclaim.outside.files import MAX_BYTES, load_sources
from counterclaim.outside.pages import PageReader
from counterclaim.outside.sources import SourceBatch, iterate_articles, read_sources

TEXT = "Ferry lost\nLISSE, 5 October 2025 (Harbour Press) — A ferry sank at noon, the coast guard said."
FRENCH = (
    "Le ministre a déclaré que le pont avait été fermé à toute circulation dès dimanche. « Personne n’a été blessé », "
    "a-t-il dit, en précisant que cent vingt passagers avaient été évacués par les secours."
)
PAGE = (
    "<html lang=en><head><title>Ferry lost | Harbour Press</title></head><body><nav><a href=/>Home</a></nav><article>"
    "<h1>Ferry lost</h1><p>A ferry sank at noon on Sunday, the coast guard said.</p><p>It had 240 people aboard, by the "
    "count of its owner.</p></article></body></html>"
)


def write(folder: Path, name: str, content: str | bytes = TEXT) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def sources_of(batch: SourceBatch) -> list[str]:
    return [Path(article.source).name for article in batch.articles]


def test_every_kind_is_read_in_the_order_given(tmp_path: Path) -> None:
    record = {"text": "A record sank at noon.", "title": "R"}
    given = [
        write(tmp_path, "p.html", PAGE),
        write(tmp_path, "t.txt"),
        write(tmp_path, "m.md", "---\ntitle: M\noutlet: O\n---\nA ferry sank."),
        write(tmp_path, "j.json", json.dumps(record)),
        write(tmp_path, "l.jsonl", "\n".join(json.dumps(record | {"title": f"L{n}"}) for n in range(2))),
        write(tmp_path, "u.HTM", PAGE.replace("noon", "night")),
    ]
    batch = read_sources(given)
    assert batch.unread == ()
    assert sources_of(batch) == [
        "p.html",
        "t.txt",
        "m.md",
        "j.json",
        "l.jsonl, record 1",
        "l.jsonl, record 2",
        "u.HTM",
    ]
    assert [article.outlet for article in batch.articles[:3]] == ["Harbour Press", "Harbour Press", "O"]
    assert {article.language for article in batch.articles[:2]} == {"en"}


# name, content, what the reason says, what the remedy says
UNREADABLE = [
    pytest.param("a.txt", b"", "it is empty", "give a file", id="empty"),
    pytest.param("a.txt", b" \n\t\n", "it is empty", "give a file", id="blank"),
    pytest.param("a.txt", "— * —", "no text in it", "give a file", id="no-word"),
    pytest.param("a.pdf", b"%PDF-1.7 ...", "a PDF", "convert it to text", id="pdf"),
    pytest.param("a.docx", b"PK\x03\x04....", "office document", "convert it to text", id="docx"),
    pytest.param("a.png", b"\x89PNG\r\n\x1a\n", "a PNG image", "convert it to text", id="png"),
    pytest.param("a.txt", b"ferry\x00\x01\x02 sank\x00\x00 x", "a binary file", "convert it to text", id="binary-in-txt"),
    pytest.param("a.txt", b"x" * (MAX_BYTES + 1), "larger than 10 MB", "--max-bytes", id="too-large"),
    pytest.param("a.md", "---\ntitle: [A\n---\nIt sank.", "front matter is broken on line 3", "mend", id="front-matter"),
    pytest.param("a.html", "<html><body><nav><a href=/>Home</a> <a href=/x>World</a></nav></body></html>", "no article found", "save the whole", id="page-without-article"),
    pytest.param("a.json", '{"text": "It sank."', "not JSON (line 1)", "mend it", id="broken-json"),
    pytest.param("a.json", '{"title": "T"}', "no `text`", "schema", id="record-without-text"),
    pytest.param("a.json", "[]", "no article record", "give records", id="no-record"),
    pytest.param("a.json", "[5]", "not a JSON record", "give records", id="a-number"),
    pytest.param("a.json", "[" * 100_000, "nested too deeply", "give records", id="deep-json"),
    pytest.param("a.json", '{"text": 1' + "0" * 5000 + "}", "not JSON", "mend it", id="endless-number"),
    pytest.param("a.jsonl", '{"text": ""}', "no text in it", "give a file", id="empty-record"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "what", "remedy"), UNREADABLE)
def test_unreadable_sources_are_listed_and_stop_nothing(
    tmp_path: Path, name: str, content: str | bytes, what: str, remedy: str
) -> None:
    given = [write(tmp_path, name, content), write(tmp_path, "good.txt")]
    batch = read_sources(given)
    assert sources_of(batch) == ["good.txt"]
    assert [one.source for one in batch.unread] == given[:1]
    assert what in batch.unread[0].reason
    assert remedy in batch.unread[0].reason


# source, what the reason says
UNFINDABLE = [
    pytest.param("nowhere.txt", "no such file", id="missing"),
    pytest.param("https://example.org/a", "fetching URLs is not supported yet", id="url"),
    pytest.param("nul\0.txt", "no such file", id="nul"),
    pytest.param("x" * 300, "cannot be a file name", id="long-name"),
    pytest.param("-", "no standard input", id="no-stdin"),
    pytest.param("", "cannot be a file name", id="no-name"),
]


@pytest.mark.parametrize(("source", "what"), UNFINDABLE)
def test_sources_that_cannot_be_found(source: str, what: str) -> None:
    batch = read_sources([source])
    assert batch.articles == ()
    assert what in batch.unread[0].reason
    assert ";" in batch.unread[0].reason


def test_links_that_lead_nowhere_or_round(tmp_path: Path) -> None:
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    batch = read_sources([str(tmp_path / "dead.txt"), str(tmp_path / "loop.txt")])
    assert ["nowhere" in one.reason or "itself" in one.reason for one in batch.unread] == [True, True]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_permission_denied(tmp_path: Path) -> None:
    path = write(tmp_path, "secret.txt")
    Path(path).chmod(0)
    assert "permission denied" in read_sources([path]).unread[0].reason


def test_a_folder_is_read_with_its_subfolders_in_the_order_of_paths(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "c.md",
        ".hidden.txt",
        ".git/x.txt",
        "_draft.txt",
        "README.md",
        "photo.jpg",
        "LICENSE",
    ):
        write(tmp_path, name, f"{TEXT} This one is {name}.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    batch = read_sources([str(tmp_path)])
    assert sources_of(batch) == ["z.txt", "b.txt", "c.md"]
    assert batch.unread == ()
    assert [notice.partition(": ")[2] for notice in batch.notices] == [
        "passed over, not a kind of file that is read"
    ]


def test_json_in_a_folder_need_not_be_an_article(tmp_path: Path) -> None:
    write(tmp_path, "gold.json", '{"story": "x", "articles": [{"file": "a.txt"}]}')
    write(tmp_path, "note.json", '{"schema": "counterclaim/briefing/1", "articles": [{"text": "It sank."}]}')
    write(tmp_path, "records.json", '{"articles": [{"text": "It sank at noon."}, {"title": "no text"}]}')
    broken = write(tmp_path, "torn.json", '{"text": ')
    batch = read_sources([str(tmp_path)])
    assert sources_of(batch) == ["records.json, record 1"]
    assert [Path(one.source).name for one in batch.unread] == ["records.json, record 2", Path(broken).name]
    assert [notice.rpartition(", ")[2] for notice in batch.notices] == [
        "no article record in it",
        "an earlier briefing",
    ]


@pytest.mark.parametrize(
    "head",
    ["# T\n\nBriefing note, machine draft, not reviewed.", "BRIEFING NOTE (machine draft, not reviewed)"],
)
def test_a_note_of_ours_is_no_account(tmp_path: Path, head: str) -> None:
    note = write(tmp_path, "note.md", f"{head}\n\n58 soldiers died, said somebody.")
    assert "it is a briefing note" in read_sources([note]).unread[0].reason
    folder = read_sources([str(tmp_path)])
    assert (folder.articles, folder.unread) == ((), ())
    assert folder.notices[0].endswith("an earlier briefing")


@pytest.mark.parametrize("names", [[], ["photo.jpg"]], ids=["empty", "other-kinds"])
def test_a_folder_with_nothing_to_read(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        write(tmp_path, name)
    batch = read_sources([str(tmp_path)])
    assert "the folder holds no article" in batch.unread[0].reason
    assert batch.unread[0].source == str(tmp_path)


WRAPPINGS = [
    pytest.param('{"articles": [RECORD]}', id="articles"),
    pytest.param(
        '{"schema": "counterclaim/briefing/1", "claims": [], "articles": [RECORD]}', id="briefing-named"
    ),
    pytest.param('{"article": RECORD, "claims": []}', id="digest"),
    pytest.param('{"digests": [{"article": RECORD}]}', id="comparison"),
    pytest.param('[{"article": RECORD}]', id="list-of-digests"),
    pytest.param('{"article": RECORD}\n\n{"article": RECORD2}', id="lines-of-digests"),
    pytest.param("RECORD\nnot json\n{}", id="lines-one-broken"),
]


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_records_are_found_whatever_wraps_them(tmp_path: Path, wrapping: str) -> None:
    record = json.dumps({"text": "A ferry sank at noon.", "id": "mine-1", "source": "first.md"})
    other = json.dumps({"text": "It did not sink."})
    path = write(tmp_path, "a.json", wrapping.replace("RECORD2", other).replace("RECORD", record))
    batch = read_sources([path])
    assert batch.articles[0].id == "mine-1"
    assert batch.articles[0].source == "first.md"
    assert len(batch.articles) + len(batch.unread) == (
        3 if "not json" in wrapping else 2 if "RECORD2" in wrapping else 1
    )


STDIN = [
    pytest.param(TEXT, "Ferry lost", id="plain"),
    pytest.param("---\ntitle: M\n---\nA ferry sank.", "M", id="markdown"),
    pytest.param('\ufeff [ {"text": "A ferry sank.", "title": "J"}]', "J", id="json"),
    pytest.param(
        '{"text": "A ferry sank.", "title": "J"}\n{"text": "It did not.", "title": "K"}\n', "J", id="jsonl"
    ),
    pytest.param("<!DOCTYPE HTML>" + PAGE, "Ferry lost", id="page"),
    pytest.param("[Photo] a caption\nThe text.", "[Photo] a caption", id="bracket-is-not-always-json"),
]


@pytest.mark.parametrize(("content", "title"), STDIN)
def test_standard_input_is_read_as_what_it_is(content: str, title: str) -> None:
    batch = read_sources(["-"], stdin=io.BytesIO(content.encode()))
    assert batch.unread == ()
    assert batch.articles[0].title == title
    assert batch.articles[0].source.startswith("-")


def test_a_file_whose_suffix_says_nothing_is_read_as_what_it_is(tmp_path: Path) -> None:
    assert read_sources([write(tmp_path, "story")]).articles[0].outlet == "Harbour Press"


def test_the_same_article_again_is_named(tmp_path: Path) -> None:
    first, second = write(tmp_path, "a.txt"), write(tmp_path, "b.txt")
    batch = read_sources([second, first, second])
    assert [article.source for article in batch.articles] == [second]
    assert [(one.source, one.reason) for one in batch.unread] == [
        (first, f"already read as {second!r}"),
        (second, f"already read as {second!r}"),
    ]


def test_a_year_comes_from_the_option_or_from_the_batch(tmp_path: Path) -> None:
    bare = write(tmp_path, "a.txt", "Ferry lost\nLISSE, Dec 31 (HP) — A ferry sank.")
    page = write(
        tmp_path,
        "b.html",
        PAGE.replace("<article>", "<article><time datetime='2026-01-02T10:00+03:00'></time>"),
    )
    alone, given, among = (
        read_sources([bare]),
        read_sources([bare, page], year=2020),
        read_sources([bare, page]),
    )
    assert [batch.articles[0].published for batch in (alone, given, among)] == [
        None,
        dt.date(2020, 12, 31),
        dt.date(2025, 12, 31),
    ]
    assert among.articles[0].flags == ("year inferred: 2025, from the other articles",)
    assert len({batch.articles[0].id for batch in (alone, given, among)}) == 1


def test_an_undated_text_may_date_another(tmp_path: Path) -> None:
    first = write(
        tmp_path,
        "a.txt",
        "Ferry lost\nLISSE, Oct 5 (HP) — A ferry sank, after the storm of 28 September 2025.",
    )
    second = write(tmp_path, "b.txt", "Ferry found\nLISSE, Oct 7 (HP) — The ferry was found.")
    assert [a.published for a in read_sources([first, second]).articles] == [
        dt.date(2025, 10, 5),
        dt.date(2025, 10, 7),
    ]


ENCODINGS = [
    pytest.param("utf-8", TEXT, None, id="utf-8"),
    pytest.param("utf-8-sig", TEXT, None, id="utf-8-mark"),
    pytest.param("utf-16", TEXT, None, id="utf-16-mark"),
    pytest.param("utf-32", TEXT, None, id="utf-32-mark"),
    pytest.param("utf-16-le", TEXT, "encoding guessed: utf-16", id="utf-16-le-unmarked"),
    pytest.param("utf-16-be", TEXT, "encoding guessed: utf-16", id="utf-16-be-unmarked"),
    pytest.param("cp1252", TEXT + " “It was the café’s owner who had called for help,” he said.", "encoding guessed: windows-1252", id="english-windows"),
    pytest.param("cp1252", FRENCH, "encoding guessed: cp1252", id="french-windows"),
    pytest.param("cp1251", "Министр сообщил, что мост закрыт для движения, и что никто не пострадал.", "encoding guessed: cp1251", id="cyrillic"),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "text", "assumed"), ENCODINGS)
def test_decode(encoding: str, text: str, assumed: str | None) -> None:
    assert decode(text.encode(encoding)) == (text, assumed)


def test_a_few_damaged_characters_do_not_change_the_encoding() -> None:
    text, assumed = decode((FRENCH + "é").encode()[:-1])
    assert text == FRENCH + "\ufffd"
    assert assumed == "UTF-8 with damaged characters: 1"


def test_what_was_assumed_is_flagged(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", (TEXT + " “It was the café’s,” he said.").encode("cp1252"))
    article = read_sources([path]).articles[0]
    assert article.flags == ("encoding guessed: windows-1252",)
    assert "café’s" in article.text


LANGUAGES = [
    pytest.param("en", FRENCH, "fr", id="a-tag-that-lies"),
    pytest.param(
        "fr",
        TEXT + " It was the third that the port had lost in a year, he said.",
        "en",
        id="english-tagged-french",
    ),
    pytest.param("pt-BR", "São 12.", "pt", id="too-short-to-tell"),
    pytest.param("???", "12 34", None, id="nothing-known"),
]


@pytest.mark.parametrize(("tag", "text", "language"), LANGUAGES)
def test_the_text_says_its_language(tmp_path: Path, tag: str, text: str, language: str | None) -> None:
    path = write(tmp_path, "a.md", f"---\ntitle: T\nlanguage: '{tag}'\n---\n{text}")
    assert read_sources([path]).articles[0].language == language


def digest_json(text: str, quote: str) -> str:
    article = {"id": "a-1", "source": "a.md", "text": text, "sha256": "0"}
    claim = {
        "id": "c-1",
        "article": "a-1",
        "quote": quote,
        "start": 2,
        "end": 7,
        "text": "A ferry sank.",
        "question": "Q?",
    }
    claim |= {"answer": "A", "attribution": []}
    return json.dumps(
        {"article": article, "summary": {"article": "a-1", "headline": None}, "claims": [claim]}
    )


@pytest.mark.parametrize(
    ("quote", "claims"), [("ferry", 1), ("fairy", 0)], ids=["at-its-place", "not-at-its-place"]
)
def test_a_digest_is_taken_as_it_is_but_for_quotes_that_are_not_there(
    tmp_path: Path, quote: str, claims: int
) -> None:
    path = write(tmp_path, "d.jsonl", digest_json("A ferry sank.", quote))
    with PageReader(()) as pages:
        (outcome,) = iterate_articles(load_sources([path]), pages)
    digest = outcome.got
    assert isinstance(digest, ArticleDigest)
    assert (len(digest.claims), len(digest.dropped)) == (claims, 1 - claims)
    assert read_sources([path]).articles == (digest.article,)


def test_a_broken_digest_is_named(tmp_path: Path) -> None:
    broken = digest_json("A ferry sank.", "ferry").replace('"start": 2', '"start": "two"')
    batch = read_sources([write(tmp_path, "d.json", broken)])
    assert "not a digest (claims.0.start" in batch.unread[0].reason


def test_a_name_that_is_not_utf_8_can_be_recorded(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems refuse such names")
    write(tmp_path, os.fsdecode(b"caf\xe9.txt"))
    batch = read_sources([str(tmp_path)])
    assert batch.articles[0].model_dump_json()
    assert batch.articles[0].source.endswith("caf?.txt")


def test_pages_come_last_and_others_do_not_wait(tmp_path: Path) -> None:
    loaded = load_sources([write(tmp_path, "p.html", PAGE), write(tmp_path, "t.txt")])
    with PageReader((PAGE.encode(),)) as pages:
        assert [outcome.place[0] for outcome in iterate_articles(loaded, pages)] == [1, 0]
