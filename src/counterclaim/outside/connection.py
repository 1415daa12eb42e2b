"""The connection to an endpoint: the only module that knows the OpenAI SDK (room: edges).

The SDK is imported when a connection is made (it costs 0.7 s) and does not retry. Its errors end here: they hold the
request with its key, so ours are raised outside of their `except` blocks and carry no chain back to them.
"""

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from pydantic import SecretStr

from counterclaim.core.errors import (
    ConnectionLostError,
    EndpointError,
    KeyRefusedError,
    ModelError,
    ModelTimeoutError,
)
from counterclaim.core.model import Json, ModelRequest
from counterclaim.core.records import Record
from counterclaim.outside.faults import Answer, Question, hide_key, read_fault
from counterclaim.outside.retries import read_retry_after

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Awaitable, Callable

    import httpx2
    from openai import AsyncOpenAI

OPENAI_URL = "https://api.openai.com/v1"
_CONNECT_SECONDS = 10.0
_NO_KEY = "none"


class Endpoint(Record):
    """Where to ask, with which key, and how many seconds one answer may take.

    The default time is for a small machine that reads an article to a local model at 30 tokens a second.
    `key_variable` is where the user sets the key, for messages.
    """

    base_url: str = OPENAI_URL
    key: SecretStr | None = None
    key_variable: str = "OPENAI_API_KEY"
    timeout: float = 600.0

    @property
    def address(self) -> str:
        """The base URL without user, password and query, for messages and memories.

        >>> Endpoint(base_url="https://me:secret@models.example/v1?token=x").address
        'https://models.example/v1'
        """
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}".rstrip("/")


class _RawResponse(Protocol):
    """What `with_raw_response` returns, as far as we look at it."""

    @property
    def http_response(self) -> "httpx2.Response":
        """The response before anyone parsed it."""
        ...


class Connection:
    """Connections to one endpoint, opened when they are needed.

    Args:
        endpoint: Where and with which key.
        now: The time, to read the dates in answers.
        transport: Carries the requests in place of the network.

    Raises:
        EndpointError: The base URL is not one.
        KeyRefusedError: The key cannot be sent in a header.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        now: "Callable[[], dt.datetime]",
        *,
        transport: "httpx2.AsyncBaseTransport | None" = None,
    ) -> None:
        _check_url(endpoint)
        self._key = _check_key(endpoint)
        self._endpoint, self._now = endpoint, now
        self._client = _open_client(endpoint, self._key, transport)

    def word(self, request: ModelRequest, parameters: tuple[str, ...] = ()) -> Question:
        """A request as messages about it name it; `parameters` are those sent that could be left out."""
        return Question(request, self._endpoint.address, parameters, self._key, self._endpoint.key_variable)

    async def complete(self, body: dict[str, Json], question: Question) -> str:
        """Ask for one chat completion and return the body of the answer, unread.

        Raises:
            ModelError: There was no answer, or none with status 200.
        """
        # The SDK's overloads take no mapping that is made at run time.
        arguments: dict[str, Any] = {**body}
        create = self._client.chat.completions.with_raw_response.create
        return _body_of(await self._exchange(partial(create, **arguments), question), question)

    async def list_models(self, question: Question) -> str:
        """Ask for the list of models and return the body of the answer, unread.

        Raises:
            ModelError: There was no answer, or none with status 200.
        """
        return _body_of(await self._exchange(self._client.models.with_raw_response.list, question), question)

    async def close(self) -> None:
        """Close the connections. None can be opened after this."""
        await self._client.close()

    async def _exchange(
        self, send: "Callable[[], Awaitable[_RawResponse]]", question: Question
    ) -> Answer | ModelError:
        """One request and what came of it. A fault is returned, so that it is raised with no chain to the SDK's."""
        import openai

        try:
            async with asyncio.timeout(self._endpoint.timeout):
                response = await send()
        except openai.APIStatusError as error:
            return self._read_response(error.response)
        except (openai.APITimeoutError, TimeoutError):
            return _timed_out(self._endpoint, question)
        except openai.APIConnectionError as error:
            return _lost(error.__cause__, question)
        return self._read_response(response.http_response)

    def _read_response(self, response: "httpx2.Response") -> Answer:
        wait = read_retry_after(response.headers, self._now())
        text = response.content.decode("utf-8", "replace").removeprefix("\ufeff")
        return Answer(response.status_code, text, wait)


def _open_client(
    endpoint: Endpoint, key: SecretStr | None, transport: "httpx2.AsyncBaseTransport | None"
) -> "AsyncOpenAI":
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient, Timeout

    # A redirect is not followed: it would turn the request into a GET, and may lead the key to another host.
    timeout = Timeout(endpoint.timeout, connect=min(_CONNECT_SECONDS, endpoint.timeout))
    http = DefaultAsyncHttpxClient(transport=transport, timeout=timeout, follow_redirects=False)
    return AsyncOpenAI(
        api_key=key.get_secret_value() if key else _NO_KEY,
        base_url=endpoint.base_url,
        max_retries=0,
        timeout=timeout,
        http_client=http,
    )


def _check_url(endpoint: Endpoint) -> None:
    import httpx2

    try:
        url = httpx2.URL(endpoint.base_url)
        usable = url.scheme in {"http", "https"} and bool(url.host) and " " not in endpoint.base_url
    except httpx2.InvalidURL:
        usable = False
    if not usable:
        raise EndpointError(
            "the base URL is not an http or https address",
            remedy="set OPENAI_BASE_URL to one such as http://localhost:8080/v1",
        )


def _check_key(endpoint: Endpoint) -> SecretStr | None:
    """The key without the line end that a file leaves on it. Another sign that no header takes would be shown by h11."""
    key = endpoint.key.get_secret_value().strip() if endpoint.key else ""
    if not all("!" <= sign <= "~" for sign in key):
        raise KeyRefusedError(
            "the key holds a space or a sign that no key has", remedy=f"set {endpoint.key_variable} anew"
        )
    return SecretStr(key) if key else None


def _body_of(answer: Answer | ModelError, question: Question) -> str:
    if isinstance(answer, ModelError):
        raise answer
    if not 200 <= answer.status < 300:  # noqa: PLR2004 -- the range of success
        raise read_fault(answer, question)
    return answer.body


def _timed_out(endpoint: Endpoint, question: Question) -> ModelTimeoutError:
    return ModelTimeoutError(
        f"no whole answer from {question.request.model} within {endpoint.timeout:.0f} s{question.place}",
        source=question.name,
        remedy="try again later, or allow more time for a slow model",
    )


def _lost(cause: BaseException | None, question: Question) -> ModelError:
    """Why there was no answer. What the cause says is quoted only where it cannot be about our own headers."""
    kind = type(cause).__name__
    if kind != "ConnectError":
        return ConnectionLostError(
            f"the connection was cut before the answer was whole ({kind}){question.place}",
            source=question.name,
            remedy="try again later",
        )
    return ConnectionLostError(
        f"nothing answers{question.place}: {hide_key(str(cause), question.key)}",
        source=question.name,
        remedy="start the server, or check OPENAI_BASE_URL and the network",
    )
