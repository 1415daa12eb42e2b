"""A GGUF file served by this process on a loopback port, for models that run on the user's own machine (room: edges).

`xllamacpp` (the extra `local`) starts llama.cpp's OpenAI-compatible server in threads of its own; the provider then
asks it like any other endpoint. The server ends when the context does.
"""

import gc
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import SecretStr

from counterclaim.core.errors import EndpointError, UsageError

if TYPE_CHECKING:
    from xllamacpp import Server

PREFIX = "gguf:"
_MAGIC = b"GGUF"
_LOOPBACK = "127.0.0.1"
_ERRORS_ONLY = 1  # llama.cpp's word for what its log shows
CONTEXT = 8192  # tokens; an article of two thousand words with its prompt and its claims


class Served(NamedTuple):
    """Where the server of a file is. The key is this run's own: no page in a browser and no other user can ask."""

    base_url: str
    key: SecretStr


def find_gguf(model: str) -> Path | None:
    """The file that a model name stands for; None where it is the name of a model at an endpoint.

    >>> find_gguf("gguf:models/small.gguf").name, find_gguf("small")
    ('small.gguf', None)
    """
    return Path(model.removeprefix(PREFIX)) if model.startswith(PREFIX) else None


def check_gguf(path: Path) -> None:
    """Refuse what is not a GGUF file before anything heavy is loaded: llama.cpp says little about it.

    Raises:
        UsageError: It is not there, cannot be read, or is something else.
    """
    remedy = f"give --model {PREFIX}FILE, where FILE is a model in GGUF format"
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        what = f"the model file cannot be read ({error.strerror})"
        raise UsageError(what, source=str(path), remedy=remedy) from error
    if magic != _MAGIC:
        raise UsageError("it is not a GGUF file", source=str(path), remedy=remedy)


@contextmanager
def serve_gguf(path: Path, *, context: int | None = None, threads: int | None = None) -> Iterator[Served]:
    """Serve a model file while the context lasts; gives the base URL of its API, and the key that it wants.

    Args:
        path: The file.
        context: Tokens that a prompt and its reply may take together; 8,192 where it is not said.
        threads: How many threads may compute; None leaves it to llama.cpp.

    Raises:
        UsageError: There is no such file, it is not GGUF, or the extra `local` is not installed.
        EndpointError: llama.cpp cannot load it.
    """
    check_gguf(path)
    key = secrets.token_hex(16)
    server = _start(path, key, context=context or CONTEXT, threads=threads)
    try:
        yield Served(f"{server.listening_address.rstrip('/')}/v1", SecretStr(key))
    finally:
        # The server stops when the last reference to it goes: it has no method for it.
        del server
        gc.collect()


def _start(path: Path, key: str, *, context: int, threads: int | None) -> "Server":
    try:
        from xllamacpp import CommonParams, Server
    except ImportError as error:
        raise UsageError(
            "the package that runs GGUF files is not installed",
            source=f"{PREFIX}{path.name}",
            remedy="install it with: pip install 'counterclaim[local]'",
        ) from error
    parameters = CommonParams()
    parameters.model.path = str(path)
    parameters.hostnames, parameters.port = [_LOOPBACK], 0
    parameters.n_ctx, parameters.n_parallel = context, 1
    parameters.api_keys, parameters.verbosity = [key], _ERRORS_ONLY
    if threads is not None:
        parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = threads
    try:
        return Server(parameters)
    except (RuntimeError, ValueError, OSError) as error:
        raise EndpointError(
            f"llama.cpp cannot load the model ({error})",
            source=str(path),
            remedy="check that the file is whole and that there is memory for it",
        ) from error
