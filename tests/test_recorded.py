"""The model path on what a real, small model answered: replayed without a network, byte for byte.

`fixtures/<story>/` holds the recorded replies. `python tests/test_recorded.py` writes the notes that they give today to
`tests/golden/recorded/`, with the counts of what the model returned, what stood at the gates and what was dropped.
"""

import json
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from command import Ran, counterclaim
from counterclaim.core.records import Briefing
from counterclaim.outside.fixtures import check_fixtures, read_fixture
from counterclaim.text.citations import DigestReply, Truncated, read_reply

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
GOLDEN = Path(__file__).parent / "golden" / "recorded"
MODEL = "qwen2.5-coder-1.5b-instruct"
STORIES = sorted(p.name for p in FIXTURES.iterdir() if p.is_dir())


def replay(story: str, *options: str, fixtures: Path = FIXTURES) -> Ran:
    arguments = ("--model", MODEL, "--offline", "--fixtures", str(fixtures), "--quiet", *options)
    nowhere = {"OPENAI_BASE_URL": "", "OPENAI_API_KEY": ""}
    return counterclaim("brief", f"seeds/{story}", *arguments, cwd=ROOT, env=nowhere)


def count_returned(story: str) -> Counter[str]:
    """What the model's digest replies hold: replies, how they read, and claims in them."""
    found: Counter[str] = Counter()
    for path in sorted((FIXTURES / story).glob("digest-*.json")):
        body: Any = read_fixture(path).response.body
        reply = read_reply(body["choices"][0]["message"]["content"])
        if isinstance(reply, Truncated):
            found["cut replies"] += 1
            reply = reply.reply
        found["replies"] += 1
        found["claims returned"] += len(reply.claims) if isinstance(reply, DigestReply) else 0
        found["unreadable replies"] += not isinstance(reply, DigestReply)
    return found


def count_all(story: str, briefing: Briefing) -> dict[str, int]:
    stood = {"claims that stood": len(briefing.claims), "listed as dropped": len(briefing.dropped)}
    return {**dict(sorted(count_returned(story).items())), **stood}


@pytest.mark.parametrize("story", STORIES)
def test_a_recorded_story_is_told_byte_for_byte(story: str) -> None:
    told = replay(story, "--format", "markdown")
    assert told.code == 0, told.err
    assert told.out == (GOLDEN / f"{story}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("story", STORIES)
def test_every_claim_of_a_recorded_model_stands_in_its_article(story: str) -> None:
    briefing = Briefing.model_validate_json(replay(story, "--format", "json").out)
    texts = {a.id: a.text for a in briefing.articles}
    assert all(texts[c.article][c.start : c.end] == c.quote != "" for c in briefing.claims)
    assert all(d.reason for d in briefing.dropped)
    counts = json.loads((GOLDEN / "counts.json").read_text(encoding="utf-8"))
    assert count_all(story, briefing) == counts[story]


@pytest.mark.parametrize("story", [s for s in STORIES if len(list((FIXTURES / s).iterdir())) < 12])
def test_no_fixture_is_unused(story: str, tmp_path: Path) -> None:
    shutil.copytree(FIXTURES / story, tmp_path / story)
    for path in sorted((tmp_path / story).iterdir()):
        kept = path.read_bytes()
        path.unlink()
        assert replay(story, fixtures=tmp_path).code == 2, f"{path.name} was not asked for"
        path.write_bytes(kept)


def test_fixtures_hold_no_secret_and_say_where_they_come_from() -> None:
    assert list(check_fixtures(FIXTURES)) == []
    origins = {read_fixture(path).origin.kind for path in FIXTURES.rglob("*.json")}
    assert origins == {"recorded"}


def write_golden() -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    counts = {}
    for story in STORIES:
        told = replay(story, "--format", "markdown")
        if told.code:
            sys.exit(f"{story}: {told.err}")
        (GOLDEN / f"{story}.md").write_text(told.out, encoding="utf-8")
        counts[story] = count_all(story, Briefing.model_validate_json(replay(story, "--format", "json").out))
        sys.stdout.write(f"{story}: {counts[story]}\n")
    (GOLDEN / "counts.json").write_text(json.dumps(counts, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_golden()
