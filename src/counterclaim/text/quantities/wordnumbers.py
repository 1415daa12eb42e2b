"""Numbers in words that are no plain cardinals: shares, what an article makes a number, vague words (room: brains)."""

from collections.abc import Callable

from counterclaim.text.quantities.cardinals import (
    ORDINALS,
    PART,
    PARTS,
    SMALL,
    ZEROS,
    Words,
    next_word,
    read_cardinal,
    read_hundreds,
    read_ordinal_end,
    read_point,
    scale_groups,
    to_reading,
)
from counterclaim.text.quantities.numerals import SCALES, Reading
from counterclaim.text.quantities.pieces import Line

# Limits of vague words: ours, documented for readers. A plural scale word is two of it or more.
VAGUE = {"couple": (2.0, 3.0), "few": (3.0, 10.0), "several": (3.0, 10.0), "handful": (3.0, 10.0)}
PLURALS = {
    "tens": 20.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
    "lakhs": 2e5,
    "crores": 2e7,
}
MULTIPLES = SCALES | {"hundred": 100.0, "hundreds": 100.0, "dozen": 12.0, "dozens": 12.0}
_SHARE_FOLLOWERS = frozenset(
    "of in this last next from since on by and or than more less fewer higher lower larger smaller bigger greater "
    "were was are is have has had said say to as at for off over during after before between".split()
)
_SHARE_LEADERS = frozenset("than about nearly almost by only around least most roughly some".split())
_SCORES_FOLLOWERS = frozenset(
    "of were are have more killed injured wounded dead feared others missing died".split()
)
_SCORES_LEADERS = frozenset(
    "test exam box credit approval its his her their our the satisfaction average game".split()
)
_HALF_LEADERS = frozenset(
    "first second other latter former better top bottom lower upper opening closing last final northern southern "
    "eastern western past next in".split()
)
_BARE_LEADERS = frozenset("another further additional extra nearly about around some over than every".split())
_HUNDRED = 100.0


def read_words(line: Line, at: int) -> Reading | None:
    """Read the number in words that starts at piece `at`; None if there is none.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> [read_words(cut_line(words), 0).value for words in ("forty-two", "a quarter of a million", "four-fifths")]
    [42.0, 250000.0, 0.8]
    """
    word = line.lower(at)
    if word in ZEROS:
        return read_point(line, Reading(at, at + 1, 0.0, words=True))
    words = read_cardinal(line, at)
    if words is not None:
        return _counted(line, at, words)
    if word in _READERS:
        return _READERS[word](line, at)
    return Reading(at, at + 1, ORDINALS[word], kind="ordinal", words=True) if word in ORDINALS else None


def _counted(line: Line, at: int, words: Words) -> Reading:
    ordinal = read_ordinal_end(line, words)
    if ordinal is not None:
        return Reading(at, ordinal.stop, ordinal.value, kind="ordinal", words=True)
    return _share(line, at, words) or read_point(line, to_reading(at, words))


def _share(line: Line, at: int, words: Words) -> Reading | None:
    """Read "two-thirds", "one quarter", "three quarters of a million"."""
    following = next_word(line, words.stop)
    word = line.lower(following)
    single = word in PART and (words.value == 1 or (line.hyphen(words.stop) and word != "half"))
    part = PARTS.get(word) or (PART[word] if single else None)
    if part is None:
        return None
    return _of_scale(line, Reading(at, following + 1, words.value / part, 0.0, kind="fraction", words=True))


def _of_scale(line: Line, share: Reading) -> Reading:
    """A share with what it is taken of, where that is a number: "half a million", "a quarter of a million"."""
    following = next_word(line, share.stop)
    if line.lower(following) == "of":
        following = next_word(line, following + 1)
    if line.lower(following) in {"a", "an"}:
        following = next_word(line, following + 1)
    factor = MULTIPLES.get(line.lower(following))
    if factor is None:
        return share
    return share._replace(
        stop=following + 1, value=share.value * factor, step=factor, scale=factor, kind="cardinal"
    )


def _article(line: Line, at: int) -> Reading | None:
    """What an article makes a number: "a hundred", "a dozen", "a third", "a few hundred"; "a" alone is none."""
    following = next_word(line, at + 1)
    word = line.lower(following)
    if word == "hundred" or word in SCALES:
        words = read_hundreds(line, following) if word == "hundred" else scale_groups(line, Words(1, at + 1))
        return to_reading(at, words)._replace(step=_HUNDRED if words.value == _HUNDRED else words.scale)
    if word == "dozen":
        return Reading(at, following + 1, 12.0, 12.0, words=True)
    if word in VAGUE:
        reading = _vague(line, following)
    elif word in PART and (word == "half" or _share_context(line, at, following + 1)):
        share = Reading(at, following + 1, 1 / PART[word], 0.0, kind="fraction", words=True)
        reading = _of_scale(line, share)
    else:
        return None
    return reading._replace(first=at) if reading else None


def _share_context(line: Line, first: int, stop: int) -> bool:
    """Whether "a third" is a share and not the next in a row ("a third man")."""
    following = line.lower(stop)
    if line.lower(first - 1) in _SHARE_LEADERS or not following[:1].isalpha():
        return True
    scale = next_word(line, stop)
    return following in _SHARE_FOLLOWERS or line.lower(scale) in MULTIPLES


def _half(line: Line, at: int) -> Reading | None:
    word = line.lower(at)
    share = Reading(at, at + 1, 1 / PART[word], 0.0, kind="fraction", words=True)
    whole = _of_scale(line, share)
    if whole.kind == "cardinal":
        return whole
    idle = line.lower(at - 1) in _HALF_LEADERS or line.hyphen(at - 1)
    return None if word == "quarter" or idle else share


def _vague(line: Line, at: int) -> Reading | None:
    word = line.lower(at)
    if word in VAGUE:
        return _vague_few(line, at)
    following = next_word(line, at + 1)
    low, stop = PLURALS[word], at + 1
    if line.lower(following) == "of":
        scale = next_word(line, following + 1)
        if line.lower(scale) in PLURALS and line.lower(scale) in SCALES:
            low, stop = low * SCALES[line.lower(scale)], scale + 1
    if word == "tens" and stop == at + 1:
        return None
    if word == "scores" and not _are_scores(line, at):
        return None
    return Reading(at, stop, low, low, kind="vague", words=True)


def _vague_few(line: Line, at: int) -> Reading | None:
    word = line.lower(at)
    low, high = VAGUE[word]
    article = line.lower(at - 1) == "a"
    following = next_word(line, at + 1)
    of = line.lower(following) == "of"
    if not (article or word == "several" or (word == "couple" and of)):
        return None
    stop = at + 1
    following = next_word(line, following + 1) if of else following
    while (factor := MULTIPLES.get(line.lower(following))) is not None:
        low, high, stop = low * factor, high * factor, following + 1
        following = next_word(line, stop)
    return Reading(at, stop, low, low, kind="vague", words=True, high=high)


def _are_scores(line: Line, at: int) -> bool:
    """Whether "scores" are many people, not the points of a game or of a test."""
    following = line.lower(next_word(line, at + 1))
    return following in _SCORES_FOLLOWERS and line.lower(at - 1) not in _SCORES_LEADERS


def _bare_scale(line: Line, at: int) -> Reading | None:
    """Read a scale without an article: "another hundred", "hundred thousand dollars", "billion-dollar"."""
    word = line.lower(at)
    following = next_word(line, at + 1)
    led = line.lower(at - 1) in _BARE_LEADERS
    if word == "dozen":
        return Reading(at, at + 1, 12.0, 12.0, words=True)
    if not (led or line.hyphen(at + 1) or line.lower(following) in SCALES):
        return None
    if word == "hundred":
        words = read_hundreds(line, at, ands=led)
        return to_reading(at, words)._replace(step=max(words.scale, _HUNDRED))
    return Reading(at, at + 1, SCALES[word], SCALES[word], SCALES[word], words=True)


_READERS: dict[str, Callable[[Line, int], Reading | None]] = {
    "a": _article,
    "an": _article,
    "half": _half,
    "quarter": _half,
    **dict.fromkeys(["hundred", "dozen", *SCALES], _bare_scale),
    **dict.fromkeys([*VAGUE, *PLURALS], _vague),  # after the scales: "thousands" is no thousand
}
# The words at which a number may start: most words of a text are none of them.
OPENERS = frozenset([*ZEROS, *SMALL, *ORDINALS, *_READERS])
