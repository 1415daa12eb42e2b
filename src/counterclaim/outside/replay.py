"""Answering from fixtures, and recording them (room: edges).

Replay is strict: it asks nobody, and a request that is not there is an error that says what differs from the nearest
fixture, and how to record it. `FixtureModel(Fixtures(...), parse, model=CachedModel(...), record="once")` records
without paying twice.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from counterclaim.core.errors import ModelError, UsageError
from counterclaim.core.model import Model, ModelReply, ModelRequest
from counterclaim.outside.fixtures import OK, FixtureError, FixtureResponse, Fixtures, read_body, short_key
from counterclaim.outside.store import NotStoredError, Parse, Recording, StoredReply

RecordMode = Literal["none", "once", "all"]
Fail = Callable[[ModelRequest, FixtureResponse], ModelError]


class FixtureModel:
    """A `Model` that answers from fixtures and, if told to record, from another model.

    Args:
        fixtures: Where they are.
        parse: Reads a body that came with status 200.
        model: Who is asked when recording.
        record: `none` asks nobody, `once` records what is not there, `all` records everything anew.
        recording: What is noted with a new fixture.
        fail: Names the error of a response with another status.

    Raises:
        UsageError: Recording needs a model to ask, and what to note.
    """

    def __init__(
        self,
        fixtures: Fixtures,
        parse: Parse,
        *,
        model: Model | None = None,
        record: RecordMode = "none",
        recording: Recording | None = None,
        fail: Fail | None = None,
    ) -> None:
        if record != "none" and (model is None or recording is None):
            raise UsageError("nobody can be asked", source=f"--record {record}", remedy="set OPENAI_BASE_URL")
        self._fixtures, self._parse, self._fail = fixtures, parse, fail
        self._model, self._record, self._recording = model, record, recording

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer from a fixture, marked as cached; else from the model, and write that down.

        Raises:
            NotStoredError: It is not there and nobody may be asked; says what differs and how to record it.
            FixtureError: The fixture is malformed, or the new one must not be written.
            ModelError: The one that the fixture holds, or the model's; that is not written.
        """
        found = self._fixtures.find(request) if self._record != "all" else None
        if found is not None:
            return self._replay(request, found.response)
        if self._record == "none" or self._model is None or self._recording is None:
            raise self._missed(request)
        reply = await self._model.ask(request)
        self._fixtures.write(request, read_body(reply.raw), self._recording.of(request))
        return reply

    def _replay(self, request: ModelRequest, response: FixtureResponse) -> ModelReply:
        if response.status == OK:
            return self._parse(request, response.raw).model_copy(update={"cached": True})
        if self._fail is None:
            raise ModelError(f"the server answered with status {response.status}", source=_name(request))
        raise self._fail(request, response)

    def _missed(self, request: ModelRequest) -> NotStoredError:
        return NotStoredError(
            f"no fixture answers this request ({short_key(request)}): {self._fixtures.explain_miss(request)}",
            source=_name(request),
            remedy="to record it, run the same command with an endpoint and --record once --fixtures DIR, a folder of your"
            " own",
        )


class Exported(NamedTuple):
    """The fixtures written, and why others were not."""

    written: tuple[Path, ...]
    refused: tuple[FixtureError, ...]


def export_replies(replies: Iterable[StoredReply], fixtures: Fixtures) -> Exported:
    """Write stored replies as fixtures. One that must not be written does not stop the others."""
    written: list[Path] = []
    refused: list[FixtureError] = []
    for reply in replies:
        try:
            written.append(fixtures.write(reply.request, read_body(reply.body), reply.origin))
        except FixtureError as error:
            refused.append(error)
    return Exported(tuple(written), tuple(refused))


def _name(request: ModelRequest) -> str:
    return f"{request.stage} {request.slug}".strip()
