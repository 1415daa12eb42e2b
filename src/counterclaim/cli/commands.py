"""The commands by their names, what a name that is none stands for, and plain words for options (room: face)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command, Context

# What people call a command who know another tool, the library or the records.
MEANT: Mapping[str, str] = {
    **dict.fromkeys("digest digests summary summaries claims extract".split(), "summarize"),
    **dict.fromkeys("note briefing report analyze analyse render".split(), "brief"),
    **dict.fromkeys("articles load parse".split(), "read"),
    **dict.fromkeys("relations contradictions align".split(), "compare"),
    **dict.fromkeys("pair pairs judge".split(), "relate"),
    **dict.fromkeys("changes difference".split(), "diff"),
    **dict.fromkeys("check status config".split(), "doctor"),
    "explain": "compare --explain A B",
    "estimate": "brief --estimate",
    "update": "brief --previous NOTE.json",
    "help": "--help",
    "version": "--version",
}
_RAISED = "Value error, "  # with which pydantic, by which typer reads options, opens the words of a check


class Commands(TyperGroup):
    """The commands of `counterclaim`; what is wrong with a command line is said in words for people."""

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, Command | None, list[str]]":
        """The command that the arguments name; what has another name here is told by it."""
        meant = MEANT.get(args[0].casefold()) if args else None
        if meant and self.get_command(ctx, args[0]) is None:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {meant!r}?")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: "Context") -> object:
        """Run the command; a value that an option refuses is told without the words of the library that checks it."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix(_RAISED)
            raise
