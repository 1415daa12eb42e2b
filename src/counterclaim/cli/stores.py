"""The commands about what is kept: cache info, cache clear, cache export (room: face)."""

from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.console import say
from counterclaim.cli.options import CacheFolder
from counterclaim.cli.outcomes import NOTHING_READ, PARTLY_READ, outcome

cache = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Look at the paid replies that are kept."
)


@cache.command()
def info(*, cache_dir: CacheFolder = None) -> None:
    """Show where the cache is, what it holds and how large it is."""
    with outcome():
        from counterclaim.cli.asking import cache_folder
        from counterclaim.steps.stores import describe_cache

        for line in describe_cache(cache_dir or cache_folder()):
            typer.echo(line)


@cache.command()
def clear(
    *,
    cache_dir: CacheFolder = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Remove everything from the cache; what was paid must be paid again."""
    with outcome():
        from counterclaim.cli.asking import cache_folder
        from counterclaim.steps.stores import clear_cache

        folder = cache_dir or cache_folder()
        if not yes:
            typer.confirm(f"Remove all replies kept in {str(folder)!r}?", abort=True, err=True)
        typer.echo(f"{clear_cache(folder)} entries removed")


@cache.command()
def export(
    fixtures: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of fixtures.")],
    *,
    story: Annotated[str, typer.Option(help="The folder in it.")] = "cache",
    cache_dir: CacheFolder = None,
) -> None:
    """Write the replies in the cache as fixtures, one file each."""
    with outcome():
        from counterclaim.cli.asking import cache_folder, settings_of
        from counterclaim.cli.options import Asking
        from counterclaim.steps.stores import export_cache

        settings = settings_of(Asking(fixtures=fixtures)).model_copy(
            update={"cache": cache_dir or cache_folder(), "story": story}
        )
        exported = export_cache(settings)
        for path in exported.written:
            typer.echo(str(path))
        for error in exported.refused:
            say(str(error))
        if not exported.written:
            say("nothing was exported")
            raise typer.Exit(NOTHING_READ)
        if exported.refused:
            raise typer.Exit(PARTLY_READ)
