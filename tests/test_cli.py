import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import counterclaim as package
from command import GAZETTE, HARBOUR, counterclaim, write
from counterclaim.cli.commands import MEANT
from counterclaim.core.records import Article, ArticleDigest, Briefing, Comparison

COMMANDS = ("brief", "cache", "compare", "diff", "doctor", "prompts", "read", "relate", "schema", "summarize")
GOLDEN = Path(__file__).parent / "golden" / "briefing.schema.json"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    write(tmp_path, "story/a.md", HARBOUR)
    write(tmp_path, "story/b.md", GAZETTE)
    return tmp_path / "story"


def test_help_names_every_command() -> None:
    ran = counterclaim("--help")
    assert ran.code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in ran.out] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    ran = counterclaim(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: counterclaim {command}")
    assert ran.err == ""


def test_help_imports_nothing_heavy() -> None:
    script = "import sys; sys.argv = ['counterclaim', '--help']\nfrom counterclaim.cli import main\ntry: main()\nfinally: print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    heavy = {"pydantic", "pydantic_core", "rich.table", "yaml", "lxml", "trafilatura", "nupunkt", "rapidfuzz"}
    assert [name for name in sorted(heavy) if f"'{name}'" in done.stderr] == []


def test_the_main_process_never_imports_the_extractor(tmp_path: Path) -> None:
    page = write(
        tmp_path,
        "a.html",
        "<html><article><p>A ferry sank at noon on Sunday, it is said.</p></article></html>",
    )
    script = f"import sys; sys.argv = ['counterclaim', 'brief', {page!r}]\nfrom counterclaim.cli import main\ntry: main()\nfinally: print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert "Aurora" not in done.stdout
    assert "'trafilatura'" not in done.stderr
    assert "'counterclaim.text.reader'" in done.stderr


def test_version() -> None:
    assert counterclaim("--version").out == f"counterclaim {package.__version__}\n"


def test_a_brief_in_every_format(story: Path) -> None:
    terminal, markdown, record = (
        counterclaim("brief", str(story), "--format", form) for form in ("terminal", "markdown", "json")
    )
    assert [terminal.code, markdown.code, record.code] == [0, 0, 0]
    assert max(map(len, terminal.out.splitlines())) <= 80
    assert "\x1b" not in terminal.out + markdown.out
    briefing = Briefing.model_validate_json(record.out)
    assert [article.outlet for article in briefing.articles] == ["Harbour Press", "Lisse Gazette"]
    assert briefing.engine.version == package.__version__
    texts = {article.id: article.text for article in briefing.articles}
    assert all(texts[claim.article][claim.start : claim.end] == claim.quote for claim in briefing.claims)
    assert any(relation.label == "contradicts" for relation in briefing.relations)


def test_a_byte_order_mark_where_it_is_asked_for(story: Path) -> None:
    bare, marked = (counterclaim("brief", str(story), "--format", "csv", *bom) for bom in ((), ("--bom",)))
    assert marked.out == "\ufeff" + bare.out


def test_a_title_of_ones_own(story: Path) -> None:
    assert (
        json.loads(counterclaim("brief", str(story), "--title", "The Aurora", "--format", "json").out)[
            "title"
        ]
        == "The Aurora"
    )


def test_one_line_says_who_reads_and_quiet_silences_it(story: Path) -> None:
    said, quiet = counterclaim("brief", str(story)), counterclaim("brief", str(story), "--quiet")
    assert said.err.count("\n") == 1
    assert "built-in reader" in said.err
    assert quiet.err == ""
    assert said.out == quiet.out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("n.md", "# "),
        ("n.html", "<!doctype html>"),
        ("n.json", "{"),
        ("n.txt", "BRIEFING NOTE"),
        ("n.csv", '"claim","article"'),
        ("n.jsonld", '{\n "@context"'),
    ],
    ids=["markdown", "html", "json", "text", "csv", "jsonld"],
)
def test_the_suffix_of_the_output_decides_the_format(
    story: Path, tmp_path: Path, name: str, start: str
) -> None:
    path = tmp_path / name
    ran = counterclaim("brief", str(story), "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert path.read_text(encoding="utf-8").startswith(start)
    assert f"written to {str(path)!r}" in ran.err
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted([name, "story"])


@pytest.mark.parametrize("name", ["note.md", "note.html", "note.json", "note.txt"])
def test_a_note_in_the_folder_of_its_story_is_not_read_as_an_account(story: Path, name: str) -> None:
    first = counterclaim("brief", str(story), "-o", str(story / name))
    again = counterclaim("brief", str(story), "--format", "json")
    assert (first.code, again.code) == (0, 0)
    assert len(json.loads(again.out)["articles"]) == 2
    assert "an earlier briefing" in again.err


def test_read_gives_records_that_can_be_read(story: Path) -> None:
    lines = counterclaim("read", str(story))
    array = counterclaim("read", str(story), "--format", "json")
    table = counterclaim("read", str(story), "--format", "terminal")
    articles = [Article.model_validate_json(line) for line in lines.out.splitlines()]
    assert [Article.model_validate(record) for record in json.loads(array.out)] == articles
    assert "Ferry lost off Lisse" in table.out
    assert counterclaim("read", "-", stdin=lines.out.encode()).out == lines.out


def test_digests_and_comparison_start_from_files(story: Path, tmp_path: Path) -> None:
    digests = tmp_path / "digests.jsonl"
    assert counterclaim("summarize", str(story), "-o", str(digests)).code == 0
    given = [
        ArticleDigest.model_validate_json(line) for line in digests.read_text(encoding="utf-8").splitlines()
    ]
    from_files, from_digests = (
        counterclaim("compare", str(source), "--format", "json", "-q") for source in (story, digests)
    )
    assert from_files.out == from_digests.out
    assert Comparison.model_validate_json(from_digests.out).digests == tuple(given)
    assert counterclaim("brief", str(digests), "-q").out == counterclaim("brief", str(story), "-q").out


def test_lists_for_people(story: Path) -> None:
    summary, relations = counterclaim("summarize", str(story)), counterclaim("compare", str(story))
    assert (summary.code, relations.code) == (0, 0)
    assert "key sentences:" in summary.out
    assert "contradicts (" in relations.out
    assert max(map(len, (summary.out + relations.out).splitlines())) <= 80


PAIR = {
    "a": "The army said that 58 soldiers were killed in Lisse.",
    "b": "The army said that 23 soldiers were killed in Lisse.",
}


def test_relate_answers_line_by_line(tmp_path: Path) -> None:
    lines = [
        json.dumps(PAIR | {"id": "x"}),
        "",
        "no json",
        json.dumps({"id": 7, "a": "only one"}),
        json.dumps([1]),
    ]
    path = write(tmp_path, "pairs.jsonl", "\n".join(lines))
    ran = counterclaim("relate", path)
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 3
    assert [(answer["id"], answer["label"]) for answer in answers] == [
        ("x", "contradicts"),
        (None, None),
        (7, None),
        (None, None),
    ]
    assert [answer["basis"] for answer in answers[1:]] == ["error"] * 3
    assert [f"line {number} is not a pair" in ran.err for number in (3, 4, 5)] == [True] * 3
    assert path in ran.err


def test_relate_answers_before_the_input_ends() -> None:
    command = [sys.executable, "-m", "counterclaim", "relate", "-", "-q"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(2):
            process.stdin.write(json.dumps(PAIR | {"id": number}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_relate_reads_a_line_that_is_too_long_without_keeping_it(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "p.jsonl",
        b'{"id": 1, "a": "' + b"x" * 3_000_000 + b'"}\n' + json.dumps(PAIR | {"id": 2}).encode(),
    )
    output = tmp_path / "out.jsonl"
    ran = counterclaim("relate", path, "-o", str(output))
    first, second = output.read_text(encoding="utf-8").splitlines()
    assert "longer than a megabyte" in json.loads(first)["reason"]
    assert json.loads(second)["id"] == 2
    assert (ran.code, ran.out) == (3, "")


@pytest.mark.parametrize("source", ["nowhere.jsonl", "."], ids=["missing", "folder"])
def test_relate_without_a_file(source: str) -> None:
    ran = counterclaim("relate", source)
    assert (ran.code, ran.out) == (1, "")
    assert repr(source) in ran.err


def test_the_schema_is_the_golden_one() -> None:
    """A change of the contract shows here; it may only add. `counterclaim schema -o` on the golden file renews it."""
    printed = counterclaim("schema")
    assert printed.code == 0
    assert printed.out == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["article", "digest", "comparison"])
def test_schemas_of_other_records(name: str) -> None:
    assert "properties" in json.loads(counterclaim("schema", name).out)


def test_doctor_says_what_is_there() -> None:
    ran = counterclaim("doctor")
    assert ran.code == 0
    assert "builtin" in ran.out
    assert "BAD" not in ran.out


USAGE = [
    pytest.param(["brief"], "SOURCE", id="no-source"),
    pytest.param(["brief", "x", "--model", " "], "a model has a name", id="no-model"),
    pytest.param(["brief", "x", "--record", "once"], "give --model NAME", id="record-without-model"),
    pytest.param(["brief", "x", "--record", "twice"], "--record", id="no-such-record"),
    pytest.param(["brief", "x", "--max-calls", "-1"], "--max-calls", id="fewer-than-no-calls"),
    pytest.param(["brief", "x", "--context", "10"], "--context", id="no-context"),
    pytest.param(["prompts", "show", "novel"], "choose among", id="no-such-prompt"),
    pytest.param(["cache"], "Usage", id="cache-alone"),
    pytest.param(["brief", "x", "--format", "odt"], "--format", id="no-such-format"),
    pytest.param(
        ["brief", "x", "--format", "jsonl"],
        "terminal, markdown, html, docx, csv",
        id="not-this-command's-format",
    ),
    pytest.param(["brief", "x", "-o", "note.odt"], "suffix stands for no format", id="no-such-suffix"),
    pytest.param(["brief", "x", "-o", "no/folder/note.md"], "folder does not exist", id="no-such-folder"),
    pytest.param(
        ["brief", "x", "-o", "."], "it is a folder; give the name of a file in it", id="output-is-a-folder"
    ),
    pytest.param(
        ["brief", "x", "--format", "md", "-o", "."],
        "it is a folder",
        id="output-is-a-folder-and-the-format-is-known",
    ),
    pytest.param(
        ["digest", "x"],
        "No such command 'digest'. Did you mean 'summarize'?",
        id="a-command-as-the-library-calls-it",
    ),
    pytest.param(["help"], "Did you mean '--help'?", id="a-command-that-is-an-option"),
    pytest.param(["brif", "x"], "Did you mean 'brief'?", id="a-slip-of-the-keyboard"),
    pytest.param(
        ["brief", "x", "--format", "odt"],
        "'odt' is not one of terminal, markdown",
        id="which-formats-there-are",
    ),
    pytest.param(
        ["brief", "x", "--figures", "mean"], "'--figures': 'mean' is not one of", id="in-plain-words"
    ),
    pytest.param(["brief", "x", "--year", "25"], "--year", id="two-digit-year"),
    pytest.param(["brief", "x", "--max-bytes", "0"], "--max-bytes", id="no-bytes"),
    pytest.param(["brief", "x", "--colour"], "--colour", id="no-such-option"),
    pytest.param(["relate", "x", "--model", "gpt"], "`--model builtin` only", id="relate-with-another-model"),
    pytest.param(["schema", "novel"], "novel", id="no-such-schema"),
    pytest.param(["tell"], "tell", id="no-such-command"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_wrong_usage_is_2_and_does_nothing(arguments: list[str], message: str, tmp_path: Path) -> None:
    ran = counterclaim(*arguments, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "form"), [("md", "markdown"), ("TXT", "terminal"), ("htm", "html")])
def test_a_format_is_also_called_by_its_suffix(story: Path, name: str, form: str) -> None:
    ran, whole = (counterclaim("brief", str(story), "--format", one, "-q") for one in (name, form))
    assert ran == whole
    assert ran.code == 0


@pytest.mark.parametrize("name", sorted(MEANT))
def test_what_another_name_stands_for_is_a_command_or_an_option(name: str) -> None:
    assert name not in COMMANDS
    assert MEANT[name].split()[0] in {*COMMANDS, "--help", "--version"}


def test_a_source_is_not_overwritten(story: Path) -> None:
    source = str(story / "a.md")
    ran = counterclaim("brief", source, "-o", source)
    assert ran.code == 2
    assert "would be overwritten" in ran.err
    assert Path(source).read_text(encoding="utf-8") == HARBOUR


def test_the_year_option_dates_a_dateline(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Ferry lost\nLISSE, Oct 5 (HP) — A ferry sank at noon.")
    assert json.loads(counterclaim("read", path, "--year", "2025").out)["published"] == "2025-10-05"


def test_colour_and_width_are_for_terminals_only(story: Path) -> None:
    ran = counterclaim("brief", str(story), env={"COLUMNS": "200", "FORCE_COLOR": "1"})
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


CLOSED = [
    pytest.param("schema >&-", 0, b"", id="output"),
    pytest.param("brief a.md >&-", 0, b"", id="output-of-a-note"),
    pytest.param("read a.md 2>&-", 0, b'{"id":', id="errors-do-not-land-among-results"),
    pytest.param("read a.md <&-", 0, b'{"id":', id="input-that-is-not-needed"),
    pytest.param("read - <&-", 1, b"", id="input-that-is-needed"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="another shell there")
@pytest.mark.parametrize(("command", "code", "start"), CLOSED)
def test_closed_standard_streams(tmp_path: Path, command: str, code: int, start: bytes) -> None:
    write(tmp_path, "a.md", HARBOUR)
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m counterclaim {command}"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code
    assert done.stdout.startswith(start)
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("arguments", [["schema"], ["brief", "a.md"]], ids=["json", "text"])
def test_a_full_disk_is_said(tmp_path: Path, arguments: list[str]) -> None:
    write(tmp_path, "a.md", HARBOUR)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "counterclaim", *arguments],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_output_that_cannot_show_a_character_replaces_it(story: Path) -> None:
    ran = counterclaim("brief", str(story), env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    assert "Traceback" not in ran.err


INTERRUPTED_AT_IMPORT = """
import os, signal, sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
sys.argv = ["counterclaim", "brief", "a.md"]
from counterclaim.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_an_interruption_while_the_command_line_is_imported_is_130() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED_AT_IMPORT], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_an_interruption_is_130() -> None:
    command = [sys.executable, "-m", "counterclaim", "relate", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps(PAIR | {"id": 1}).encode() + b"\n")
        process.stdin.flush()
        assert process.stdout.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert b"Traceback" not in process.stderr.read()


def test_it_runs_where_a_file_is_named_like_a_module(story: Path) -> None:
    """The process that reads pages must not import what lies in the folder it is started in."""
    write(story, "json.py", "raise SystemExit('imported')")
    write(
        story,
        "page.html",
        "<html><article><p>A ferry sank at noon on Sunday, it is said.</p></article></html>",
    )
    script = Path(sys.executable).parent / "counterclaim"
    if not script.exists():
        pytest.skip("not installed as a script")
    done = subprocess.run(
        [script, "read", "page.html"], cwd=story, capture_output=True, check=False, env=os.environ
    )
    assert (done.returncode, b"A ferry sank" in done.stdout) == (0, True)
