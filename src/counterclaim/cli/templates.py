"""The commands about the prompts: prompts, prompts show (room: face)."""

from typing import Annotated

import typer

from counterclaim.cli.console import say
from counterclaim.cli.outcomes import outcome

prompts = typer.Typer(
    rich_markup_mode=None, help="List the prompts with their versions and hashes, or show one."
)


@prompts.callback(invoke_without_command=True)
def list_all(context: typer.Context) -> None:
    """List the prompts with their versions and hashes, or show one."""
    if context.invoked_subcommand is not None:
        return
    with outcome():
        from counterclaim.outside.prompts import list_prompts

        for prompt in list_prompts():
            typer.echo(f"{prompt.name:<12} {prompt.version:<4} {prompt.sha256[:12]}  {prompt.purpose}")


@prompts.command()
def show(name: Annotated[str, typer.Argument(help="The prompt.")]) -> None:
    """Print the text of a prompt as it is sent, and its version on standard error."""
    with outcome():
        from counterclaim.outside.prompts import load_prompt

        prompt = load_prompt(name)
        say(f"{prompt.name}, version {prompt.version}, sha256 {prompt.sha256}")
        typer.echo(prompt.text, nl=not prompt.text.endswith("\n"))
