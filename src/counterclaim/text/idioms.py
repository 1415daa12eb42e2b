"""Measures that take more than one word: "searched for", "pulled alive", "moved to safety" (room: brains).

A row names a measure of the lexicon and the wordings that mean it. The first word of a wording is the verb or noun that
is looked up; a function word after it must follow closely, the other words may stand anywhere near.
"""

from collections.abc import Sequence
from functools import cache

from counterclaim.text.lexicon import FUNCTION_WORDS, stem
from counterclaim.text.tokens import Token

_ROWS = (
    "killed | make ultimate sacrifice, make supreme sacrifice, pay ultimate price, lay down lives",
    "missing | search for, look for, hunt for, trace not",
    "rescued | pull alive, pull from rubble, pull from wreckage, pull from water, bring to safety, dig out alive, pluck from",
    "evacuated | move to safety, take to safety, move out of homes, move out way, take out danger, bring out danger, order to leave homes",
    "displaced | leave homeless, lose homes, drive from homes, force from homes",
    "detained | take into custody, put behind bars, lock up",
    "walked out | walk out of",
    "striking | take part strike, take part walkout, join strike, join walkout, join stoppage, go on strike, walk out, down tools, lay down tools, stop work, withhold labour",
    "rejected | throw out ballots, throw out votes, throw out papers, throw out slips",
    "turnout | take part voters, take part electorate, go to polls voters",
    "infected | catch virus, catch infection, catch disease, catch bug, catch flu, catch strain, catch patient, pick up infection, pick up bug, test positive",
    "derailed | leave track, leave tracks, leave rails, come off track, come off tracks, come off rails, jump track",
    "attended | take part, turn out, take to streets, fill street, fill square, fill hall, fill stadium, pack square, pack street, pack hall, line street",
    "intercepted | shoot down, bring down drone, bring down missile, bring down rocket, bring down aircraft, bring down plane, bring down of",
    "aboard | board on, carry passengers, carry people, carry crew, carry train, carry plane, carry bus, carry coach, carry ferry, carry boat",
    "without power | power without, electricity without, cut power, lose power, lose electricity, electricity out, power out",
    "wounded | need stitches, treat for injuries, treat for wounds",
    "sickened | fall sick, take sick",
    "hospitalised | take to hospital, rush to hospital, admit to hospital, admit patients, admit wounded, admit injured, hospital in",
    "intensive-care | care intensive",
    "cancelled | call off",
    "delayed | put off, push back, hold up",
    "detonated | go off",
    "magnitude | measure earthquake, measure quake, measure tremor",
    "fallen | cut by",
    "burned | go up in flames",
    "hired | take on",
    "won | take home, walk away with",
    "captured | fall into hands, take control, take possession",
    "stolen | make off, get away with",
    "cut | lay off, let go, go jobs, go posts, disappear jobs, disappear posts",
)
_NEAR = 7  # tokens on either side in which the rest of a wording must stand
_CLOSE = 3  # tokens behind in which its particle must stand


def find_idiom(tokens: Sequence[Token], i: int) -> str | None:
    """The measure of the wording that the word at `i` opens, or None.

    >>> from counterclaim.text.tokens import tokenize
    >>> find_idiom(tokenize("four men are still being looked for"), 5)
    'missing'
    >>> find_idiom(tokenize("rescuers pulled 14 people alive from the rubble"), 1)
    'rescued'
    >>> find_idiom(tokenize("four men looked tired"), 2)
    """
    wordings = _idioms().get(stem(tokens[i].text), ())
    return next(
        (measure for rest, measure in wordings if all(_stands(tokens, i, word) for word in rest)), None
    )


def _stands(tokens: Sequence[Token], i: int, word: str) -> bool:
    if word in FUNCTION_WORDS and word != "without":
        before = i > 0 and tokens[i - 1].lower == word
        return before or any(t.lower == word for t in tokens[i + 1 : i + 1 + _CLOSE])
    around = (*tokens[max(0, i - _NEAR) : i], *tokens[i + 1 : i + 1 + _NEAR])
    return any(stem(t.text) == stem(word) for t in around)


@cache
def _idioms() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Stem of the first word -> the other words and the measure, for each of its wordings."""
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for row in _ROWS:
        measure, _, wordings = row.partition(" | ")
        for wording in wordings.split(", "):
            first, *rest = wording.split()
            key = stem(first)
            table[key] = (*table.get(key, ()), (tuple(rest), measure))
    return table
