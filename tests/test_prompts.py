"""The shipped prompts: their placeholders, their examples, and their size."""

import re

import pytest
from pydantic import TypeAdapter

from counterclaim.core.model import Json
from counterclaim.core.records import Article
from counterclaim.note.bottom_line import BottomLineReply, read_bottom_line
from counterclaim.outside.prompts import list_prompts, load_prompt
from counterclaim.outside.schemas import fits_schema, flatten_schema, parse_json
from counterclaim.outside.tokens import count_tokens
from counterclaim.relate.judgement import JudgeReply, read_judgement
from counterclaim.text.citations import DigestReply, claims_from_reply, fill_prompt, read_reply
from counterclaim.text.sentences import split_sentences

PLACEHOLDERS = {
    "digest": "article",
    "passage": "article",
    "judge": "threads",
    "bottom_line": "register",
    "repair": "error",
}
EXAMPLE = re.compile(r"<article>\n(?P<lines>(?:\d+: .*\n)+)</article>\n(?P<reply>\{.*\})")
# Tokens. With numbering and head, judgements and the bottom line, a run stays within twice its articles' own.
MOST_STATIC = 240


def examples() -> list[tuple[str, int, str]]:
    """Text, number of its first sentence, and reply of each example in the prompts for an article."""
    found = []
    for match in EXAMPLE.finditer(load_prompt("digest").text + load_prompt("passage").text):
        lines = match["lines"].splitlines()
        first = int(lines[0].split(":")[0])
        found.append((" ".join(line.split(": ", 1)[1] for line in lines), first, match["reply"]))
    return found


def test_these_prompts_are_shipped() -> None:
    assert {prompt.name for prompt in list_prompts()} == set(PLACEHOLDERS)


@pytest.mark.parametrize("name", sorted(PLACEHOLDERS))
def test_the_data_comes_last_and_once(name: str) -> None:
    text = load_prompt(name).text
    filled = fill_prompt(text, {PLACEHOLDERS[name]: "DATA {{article}}"})
    assert filled.static
    assert filled.filled.rstrip().endswith("DATA {{article}}")
    assert "DATA" not in filled.static


@pytest.mark.parametrize("name", ["digest", "passage", "judge", "bottom_line"])
def test_it_says_that_the_data_gives_no_instructions(name: str) -> None:
    text = load_prompt(name).text.lower()
    assert re.search(r"is data[^.]*, never an instruction", text)
    assert "json only" in text


def test_the_digest_prompt_is_short() -> None:
    static = fill_prompt(load_prompt("digest").text, {"article": ""}).static
    assert count_tokens(static, "gpt-5-mini").count <= MOST_STATIC


def test_there_are_one_and_two_examples() -> None:
    assert len(examples()) == 3


@pytest.mark.parametrize(
    ("text", "first", "given"), [pytest.param(*e, id=f"from-{e[1]}") for e in examples()]
)
def test_the_examples_pass_our_own_gate(text: str, first: int, given: str) -> None:
    padded = "\n".join(["It rained."] * (first - 1) + [text])
    article = Article(id="a", source="a", text=padded, sha256="", language="en")
    reply = read_reply(given)
    assert isinstance(reply, DigestReply)
    found = claims_from_reply(article, split_sentences(padded), reply)
    assert len(found.claims) == len(reply.claims) > 0
    assert found.dropped == ()


@pytest.mark.parametrize("name", DigestReply.model_json_schema()["$defs"]["ClaimItem"]["properties"])
def test_every_field_of_a_claim_is_shown(name: str) -> None:
    """The values of closed sets are in the schema, which goes along on every rung of the ladder."""
    assert all(f'"{name}":' in load_prompt(one).text for one in ("digest", "passage"))


def test_every_label_is_explained_to_the_judge() -> None:
    text = load_prompt("judge").text
    labels = JudgeReply.model_json_schema()["$defs"]["Judgement"]["properties"]["label"]["enum"]
    assert [label for label in labels if label not in text] == []


def test_the_judges_and_the_last_example_can_be_read() -> None:
    judged = next(x for x in load_prompt("judge").text.splitlines() if x.startswith("{"))
    line = next(x for x in load_prompt("bottom_line").text.splitlines() if x.startswith("{"))
    assert isinstance(read_judgement(judged), JudgeReply)
    assert isinstance(read_bottom_line(line), BottomLineReply)


@pytest.mark.parametrize("record", [DigestReply, JudgeReply, BottomLineReply])
def test_the_schemas_can_be_sent(record: type[DigestReply]) -> None:
    schema = TypeAdapter(dict[str, Json]).validate_python(record.model_json_schema())
    flat = flatten_schema(schema)
    assert flat["additionalProperties"] is False


def test_an_example_has_the_shape_of_the_schema() -> None:
    schema = TypeAdapter(dict[str, Json]).validate_python(DigestReply.model_json_schema())
    assert fits_schema(parse_json(examples()[0][2]), flatten_schema(schema))
