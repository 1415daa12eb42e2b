"""What sentences that a model wrote may say: nothing that no claim holds, no verdict, no instruction (room: brains)."""

import re

from counterclaim.text.citations.objections import unknown_name
from counterclaim.text.grounding import level
from counterclaim.text.instructions import find_instructions
from counterclaim.text.quantities import find_quantities

_VERDICT = re.compile(
    r"\b(?:true|truth|truthful\w*|untrue|false|falsely|falsehoods?|lie|lies|lied|lying|liars?|proves?|proved|proven|proof|"
    r"admit(?:s|ted|tedly)?|admission|claim(?:s|ed|ing)?|alleg(?:es?|ed|edly|ation|ations)|debunk\w*|in fact|actually|"
    r"in reality|clearly|obviously|evidently|correctly|rightly|wrongly|misleading|mislead\w*|fake|hoax|refut(?:es?|ed|ing)|"
    r"confess\w*|concoct\w*|fabricat\w*|credibl[ey]|unreliable|discredit\w*)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"https?:|www\.|[<>{}\[\]|`]|\\\\|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)
_RUN = re.compile(r"\d[\d.,]*")
_QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")

_OPENERS = frozenset(
    "both neither accounts reports officials nobody independent two three four five six several each according while as "
    "after before since still others agencies sources figures estimates counts speakers sides there".split()
)


def find_verdict(text: str) -> str | None:
    """The first word of a text that says who is right; what stands between quotation marks is somebody's.

    >>> find_verdict("The army lied."), find_verdict("Lee called it “a lie”."), find_verdict("The army said 12.")
    ('lied', None, None)
    """
    found = _VERDICT.search(_QUOTED.sub(" ", text))
    return found.group() if found else None


def object_to_prose(text: str, known: str) -> str | None:
    """Why a sentence of a model may not be shown, or None.

    Args:
        text: The sentence.
        known: All wording that stands behind it: names, figures and quotations must be in it.

    >>> object_to_prose("Ann Lee said 12 died.", "mayor Ann Lee: 12 died")
    >>> object_to_prose("Ann Lee said 13 died.", "mayor Ann Lee: 12 died")
    "the figure '13' is in no claim"
    """
    have = level(known)
    verdict = find_verdict(text)
    if verdict:
        return f"{verdict!r} is a verdict"
    if _MARKUP.search(text):
        return "it holds marks that are no prose"
    if find_instructions(text):
        return "it gives orders to a machine"
    quoted = next((q for q in _QUOTED.findall(text) if level(q).strip(" .,") not in have), None)
    if quoted is not None:
        return f"nobody is quoted with {quoted!r}"
    name = unknown_name(f"x {_uncapital(text, have)}", have)
    if name:
        return f"the name {name!r} is in no claim"
    figure = stray_figure(text, known)
    return f"the figure {figure!r} is in no claim" if figure else None


def _uncapital(text: str, have: str) -> str:
    """The text without the capital of its first word where that may be no name: a word of the claims, or a short one."""
    first = text.split(" ", 1)[0].strip(".,;:")
    plain = level(first) in have or first.lower() in _OPENERS
    return text[:1].lower() + text[1:] if plain else text


def stray_figure(text: str, known: str) -> str | None:
    """The first figure or run of digits in a text that the known wording does not hold with the same bound.

    >>> stray_figure("at least 12 on 3 May", "at least 12 died"), stray_figure("12 died", "at least 12 died")
    ('3', '12')
    """
    have = {(q.low, q.high, q.unit) for q in find_quantities(known)}
    given = find_quantities(text)
    stray = next((q.text for q in given if (q.low, q.high, q.unit) not in have), None)
    if stray:
        return stray
    runs = {run.group().rstrip(".,") for run in _RUN.finditer(known)}
    others = (r for r in _RUN.finditer(text) if not any(q.start <= r.start() < q.end for q in given))
    return next((run for r in others if (run := r.group().rstrip(".,")) not in runs), None)
