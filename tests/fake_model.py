"""A fake model of a few lines for the steps, and what they need around it."""

import json
from collections.abc import Callable

from counterclaim.core.model import Finish, Json, ModelReply, ModelRequest, TokenUsage
from counterclaim.core.records import Article, Usage
from counterclaim.outside.prompts import Prompt
from counterclaim.steps.requests import Asker, Prompts
from counterclaim.text.articles.drafts import make_article, parse_plain
from model_server import digest_of

Said = str | Exception | ModelReply
NEWS = (
    "At least 12 people died when the ferry Aurora sank off Lisse, harbour master Ann Odell said.\n\n"
    "Rescue boats found 31 survivors in the water, Odell said.\n\n"
    "The ferry carried 58 passengers, the company said.\n\n"
    "Divers will search the wreck for 4 crew members."
)


def make_news(text: str = NEWS, outlet: str = "Post") -> Article:
    return make_article(parse_plain(text)._replace(outlet=outlet), source=f"{outlet}.txt", language="en")


def make_asker(*, passages: bool = False, context: int | None = None, model: str = "stub-1") -> Asker:
    def prompt(name: str, placeholder: str) -> Prompt:
        return Prompt(name, "7", f"To {name}.", f"Do {name}.\n\n{{{{{placeholder}}}}}\n", "ab" * 32)

    prompts = Prompts(
        digest=prompt("digest", "article"),
        passage=prompt("passage", "article"),
        judge=prompt("judge", "threads"),
        bottom_line=prompt("bottom_line", "register"),
        repair=prompt("repair", "error"),
    )
    return Asker(model, prompts, passages=passages, context=context)


def say(text: str, finish: Finish = "stop") -> ModelReply:
    return ModelReply(text=text, finish=finish, usage=TokenUsage(input_tokens=10, output_tokens=5), raw="{}")


def claim(number: int, answer: str, **fields: Json) -> dict[str, Json]:
    base: dict[str, Json] = {
        "sentences": [number],
        "speaker": None,
        "relay": None,
        "question": "How many?",
        "answer": answer,
        "polarity": "affirmed",
        "certainty": "certain",
        "reality": "occurred",
    }
    return base | fields


def digest(*claims: dict[str, Json]) -> str:
    summary = {"who": [], "what": None, "where": None, "when": None, "key_sentences": []}
    return json.dumps({"summary": summary, "claims": list(claims)})


class FakeModel:
    """Answers with what a function makes of the request; an exception is raised. Counts as a meter."""

    def __init__(self, answer: Callable[[ModelRequest], Said]) -> None:
        self._answer, self.asked = answer, list[ModelRequest]()

    @property
    def usage(self) -> Usage:
        return Usage(
            calls=len(self.asked), input_tokens=10 * len(self.asked), output_tokens=5 * len(self.asked)
        )

    @property
    def named(self) -> tuple[str, ...]:
        return ()

    async def ask(self, request: ModelRequest) -> ModelReply:
        self.asked.append(request)
        said = self._answer(request)
        if isinstance(said, Exception):
            raise said
        return say(said) if isinstance(said, str) else said


def in_turn(*said: Said) -> Callable[[ModelRequest], Said]:
    """The answers one after the other."""
    left = list(said)
    return lambda _request: left.pop(0)


def honest(request: ModelRequest) -> str:
    """What the loopback server's model says of an article."""
    return json.dumps(digest_of(request.messages[1].content))
