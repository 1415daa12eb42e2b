"""Two claims named on the command line, and why they relate as they do (room: face)."""

from typing import TYPE_CHECKING

from counterclaim.cli.console import say, width
from counterclaim.cli.options import Run
from counterclaim.core.errors import UsageError
from counterclaim.note.formats import Format

if TYPE_CHECKING:
    from counterclaim.core.records import Claim, Comparison

_SHOWN = 5
_ROOM = 60


def explain_claims(comparison: "Comparison", names: tuple[str, str], run: Run) -> str:
    """The explanation of the two claims in the format of the run.

    Raises:
        UsageError: A name stands for no claim or for several, or both for one.
    """
    from counterclaim.relate.explanation import Explainer

    a, b = (_choose(comparison, name, quiet=run.quiet) for name in names)
    if a.id == b.id:
        raise UsageError(
            f"both stand for the claim {a.id}",
            source=" ".join(names),
            remedy="name two claims with --explain",
        )
    explanation = Explainer.of(comparison).explain(a, b)
    if run.form is Format.JSON:
        return explanation.model_dump_json(indent=2) + "\n"
    from counterclaim.note.explanation import list_explanation

    return list_explanation(explanation, comparison, width=width(run.output))


def _choose(comparison: "Comparison", name: str, *, quiet: bool) -> "Claim":
    """The claim that a name stands for; of words that stand in a reprint too, those of its source."""
    from counterclaim.relate.explanation import find_claims, keep_originals

    named = find_claims(comparison, name)
    if not named:
        remedy = "give an id that `counterclaim compare` prints, its start, or words of the claim"
        raise UsageError("no claim has this id or these words", source=name, remedy=remedy)
    outlets = {d.article.id: d.article.outlet or d.article.source for d in comparison.digests}
    found = keep_originals(comparison, named)
    if len(found) == 1 < len(named) and not quiet:
        copies = ", ".join(dict.fromkeys(outlets[c.article] for c in named if c != found[0]))
        say(f"{name!r} is taken from {outlets[found[0].article]} ({found[0].id}); reprinted by {copies}")
    if len(found) > 1:
        shown = [f"{c.id} ({outlets[c.article]}: {' '.join(c.text.split())[:_ROOM]})" for c in found[:_SHOWN]]
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        remedy = f"give one of these ids: {'; '.join(shown)}{more}"
        raise UsageError(f"{len(found)} claims fit", source=name, remedy=remedy)
    return found[0]
