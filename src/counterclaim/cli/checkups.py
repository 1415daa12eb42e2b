"""The command that looks at the installation: doctor (room: face)."""

import os
import sys
from typing import Annotated

import typer

from counterclaim.cli.console import colored, width
from counterclaim.cli.options import BUILTIN, Asking, CacheFolder, ModelName
from counterclaim.cli.outcomes import NOTHING_READ, outcome

_WIDTH = 16


def doctor(
    *,
    model: ModelName = None,
    probe: Annotated[
        bool,
        typer.Option(
            "--probe", help="Ask the endpoint: its models, and with --model one tiny call a way of asking."
        ),
    ] = False,
    cache_dir: CacheFolder = None,
) -> None:
    """Show what is installed and what does not work.

    The endpoint is reached only with --probe; the key is never printed.
    """
    with outcome():
        from counterclaim.cli.asking import settings_of, world_now
        from counterclaim.steps.checkup import check_up
        from counterclaim.steps.probes import check_model_path, probe_endpoint

        named = None if model == BUILTIN else model
        settings = settings_of(Asking(named, cache=cache_dir))
        checks = [*check_up(), *check_model_path(settings)]
        if probe:
            import asyncio

            checks += asyncio.run(probe_endpoint(settings, world_now()))
        for check in checks:
            typer.echo(f"{'BAD' if check.remedy else 'ok '}  {check.name:<{_WIDTH}} {check.found}")
            if check.remedy:
                typer.echo(f"     {'':<{_WIDTH}} {check.remedy}")
        shown = "no colour" if os.environ.get("NO_COLOR") else f"colour {'on' if colored() else 'off'}"
        typer.echo(f"ok   {'output':<{_WIDTH}} {sys.stdout.encoding}, {width()} columns, {shown}")
        if any(check.remedy for check in checks):
            raise typer.Exit(NOTHING_READ)
