"""Cue phrases that name a source: "according to X", "by X's count", "X was quoted as saying" (room: brains).

The forms of not answering ("declined to comment", "could not confirm") are read here too.
"""

from collections.abc import Sequence

from counterclaim.text.speakers.abbreviations import tokenize_names
from counterclaim.text.speakers.mentions import Mention, read_mention
from counterclaim.text.speakers.nounphrases import ADVERBS, AUXILIARIES, QUOTE, is_possessive
from counterclaim.text.speakers.roles import gender_of
from counterclaim.text.speech.cueclauses import Cue, Place, cue_place, find_subject
from counterclaim.text.speech.cues import Force, evasions_by_first
from counterclaim.text.speech.extras import Extras, is_end, read_extras
from counterclaim.text.speech.subjects import subject_after, subject_before
from counterclaim.text.tokens import Token

_RECKONINGS = frozenset(
    """reckoning count estimate sum figures tally account calculation calculations arithmetic estimates view opinion
    words""".split()
)
_RELAYING = frozenset("reported quoted cited told carried".split())
_OWN = {"his": "he", "her": "she", "its": "it", "their": "they"}
_OBJECTS = {"him": "he", "her": "she", "it": "it", "them": "they"}
_BE = frozenset("is are was were be been being am".split())
_NAMING = frozenset({"named", "identified", "quoted"})
_ASKED = frozenset(
    "for on at late through despite and but".split()
)  # what follows one who could not be asked
_PHRASE = 12  # tokens of a source's phrase: "figures released on Friday by the statistics office"


def find_sourcing(text: str, tokens: Sequence[Token], i: int, before: Sequence[Cue]) -> Cue | None:
    """Read the cue phrase or the form of not answering that starts at token `i`; None if none does.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "Two died, according to the mayor of Orle."
    >>> cue = find_sourcing(news, tokenize(news), 3, ())
    >>> cue.subject.role, cue.subject.side, cue.place
    ('mayor', 'Orle', 'trailing')
    """
    return _phrase(text, tokens, i) or _evasion(text, tokens, i, before) or _quoted(text, tokens, i)


def _phrase(text: str, tokens: Sequence[Token], i: int) -> Cue | None:
    words = [t.lower for t in tokens[i : i + 3]]
    after_mark = i > 0 and tokens[i - 1].text in {",", QUOTE}
    match words:
        case ["according", "to", *_]:
            return _sourced(text, tokens, i, i + 2)
        case ["as", verb, "by" | "to"] if verb in _RELAYING:
            return _sourced(text, tokens, i, i + 3, place="relay")
        case ["citing" | "quoting", *_] if after_mark:
            return _sourced(text, tokens, i, i + 1, place="source")
        case ["by" | "on" | "in", *_]:
            return _reckoned(text, tokens, i) or _counted(text, tokens, i)
        case _:
            return None


def _sourced(text: str, tokens: Sequence[Token], i: int, at: int, *, place: Place = "trailing") -> Cue | None:
    """A phrase that names the source from token `at` on."""
    found = _object_pronoun(tokens, at) or subject_after(text, tokens, at)
    if found is None:
        return None
    subject, end = found
    closed = end < len(tokens) and tokens[end].text == ","
    opens = i == 0 or (closed and tokens[i - 1].lower in {"and", "but", "while"})
    if place == "trailing" and opens:
        place, end = "leading", end + closed
    else:
        end = _source_end(tokens, end)
    word = text[tokens[i].start : tokens[at - 1].end]
    return Cue(Force(word.lower(), "c"), subject, i, i, end, place, word, Extras(end))


def _object_pronoun(tokens: Sequence[Token], at: int) -> tuple[Mention, int] | None:
    """Match "according to her", not "according to her lawyer"."""
    pronoun = _OBJECTS.get(tokens[at].lower) if at < len(tokens) else None
    if pronoun is None or not (is_end(tokens, at + 1) or tokens[at + 1].lower in {"and", "but", "while"}):
        return None
    token = tokens[at]
    return Mention(token.start, token.end, token.text, pronoun=pronoun, gender=gender_of(pronoun)), at + 1


def _source_end(tokens: Sequence[Token], end: int) -> int:
    """The source's phrase runs to the next mark: "according to figures released on Friday"."""
    for stop in range(end, end + _PHRASE):
        if is_end(tokens, stop):
            return stop
        if tokens[stop].lower in {"and", "but", "while", "who", "which"}:
            return end
    return end


def _reckoned(text: str, tokens: Sequence[Token], i: int) -> Cue | None:
    """Match "by the directorate's reckoning", "in Lee's view", "by her count"."""
    if i and tokens[i - 1].text not in {",", QUOTE, "—", "–"}:
        return None
    near = range(i + 2, min(i + 9, len(tokens)))
    last = next((k for k in near if tokens[k].lower in _RECKONINGS), None)
    if last is None and i == 0:  # "By Lee's count 20 died. By the army's, 21 did."
        last = next((k - 1 for k in near if tokens[k].text == "," and is_possessive(tokens[k - 1])), None)
    subject = _owner(text, tokens[i + 1 : last + is_possessive(tokens[last])]) if last is not None else None
    if last is None or subject is None:
        return None
    end = last + 1
    word = text[tokens[i].start : tokens[last].end]
    place: Place = "leading" if i == 0 and end < len(tokens) else "trailing"
    end += place == "leading" and tokens[end].text == ","
    return Cue(Force(tokens[last].lower, "c"), subject, i, i, end, place, word, Extras(end))


def _counted(text: str, tokens: Sequence[Token], i: int) -> Cue | None:
    """Match "by the count of the organisers", "in the words of Colonel Bo Ek"."""
    words = [t.lower for t in tokens[i : i + 4]]
    if words[1:2] not in (["the"], ["a"]) or words[3:] != ["of"] or words[2] not in _RECKONINGS:
        return None
    if i and tokens[i - 1].text not in {",", QUOTE, "—", "–"}:
        return None
    found = subject_after(text, tokens, i + 4)
    if found is None or not (found[0].name or found[0].kind in {"person", "group", "organisation"}):
        return None
    subject, end = found
    that = [t.lower for t in tokens[end : end + 2]] == [",", "that"]
    place: Place = "leading" if i == 0 or that else "trailing"
    end += (2 if that else 1) if place == "leading" and end < len(tokens) and tokens[end].text == "," else 0
    word = text[tokens[i].start : tokens[i + 2].end]
    return Cue(Force(words[2], "c"), subject, i, i, end, place, word, Extras(end))


def _owner(text: str, tokens: Sequence[Token]) -> Mention | None:
    """The owner in "the mayor's" or "her"; None where there is none, or the outlet speaks of itself."""
    first = tokens[0]
    if first.lower in _OWN:
        return Mention(first.start, first.end, first.text, pronoun=_OWN[first.lower])
    owner = next((t for t in reversed(tokens) if is_possessive(t)), None)
    if owner is None or first.lower in {"this", "our", "my"}:
        return None
    end = owner.end - (2 if owner.lower.endswith("'s") else 1)
    return read_mention(text, tokenize_names(text, first.start, end))


def _evasion(text: str, tokens: Sequence[Token], i: int, before: Sequence[Cue]) -> Cue | None:
    """Match "declined to comment", "could not confirm whether"."""
    for words, stance in evasions_by_first().get(tokens[i].lower, ()):
        end = i + len(words)
        if tuple(t.lower for t in tokens[i:end]) != words:
            continue
        mention, start, place = find_subject(text, tokens, i, before)
        if (
            start is None
            or _withholds_name(tokens, end)
            or (stance == "unreached" and _on_ground(tokens, end))
        ):
            return None
        if (
            not is_end(tokens, end)
            and tokens[end].lower in {"that", "whether", "if"}
            and not is_end(tokens, end + 1)
        ):
            end += 1
        force = Force(" ".join(words), "o", stance, denies=stance == "rejected")
        if place == "leading":
            place = cue_place(tokens, start, Extras(end))
        if place == "leading" and is_end(tokens, end):
            end -= stance != "rejected"  # what nothing follows is its own content
        return Cue(
            force, mention, start, i, end, place, text[tokens[i].start : tokens[end - 1].end], Extras(end)
        )
    return None


def _on_ground(tokens: Sequence[Token], end: int) -> bool:
    """Whether somebody had to get there: "the village could not be reached by road", "until the storm had passed"."""
    return not is_end(tokens, end) and tokens[end].lower not in _ASKED


def _withholds_name(tokens: Sequence[Token], end: int) -> bool:
    """Whether only a name is not given: "a spokesman who declined to be named", "they refused to give their names"."""
    words = [t.lower for t in tokens[end : end + 4]]
    passive = words[:1] == ["be"] and bool(words[1:]) and words[1] in _NAMING
    given = words[:1] in (["give"], ["disclose"]) and bool({"name", "names"} & {*words[1:3]})
    return passive or given


def _quoted(text: str, tokens: Sequence[Token], i: int) -> Cue | None:
    """Match "X was quoted by Y as saying that P", "Y quoted X as saying that P": X says it, Y passes it on."""
    if tokens[i].lower not in {"quoted", "quotes", "cited"}:
        return None
    saying = next(
        (k + 1 for k in range(i + 1, min(i + 16, len(tokens) - 1)) if tokens[k].lower == "as"), None
    )
    if saying is None or tokens[saying].lower not in {"saying", "telling"}:
        return None
    helper = i
    while helper and tokens[helper - 1].lower in AUXILIARIES | ADVERBS:
        helper -= 1
    subject, start = subject_before(text, tokens, helper)
    via = None
    if any(t.lower in _BE for t in tokens[helper:i]):
        named = subject_after(text, tokens, i + 2) if tokens[i + 1].lower == "by" else None
        via = named[0] if named is not None else None
    else:
        named = subject_after(text, tokens, i + 1)
        subject, via = (named[0] if named is not None and named[1] == saying - 1 else None), subject
    if subject is None:
        return None
    extras = read_extras(text, tokens, saying, "ca" if tokens[saying].lower == "telling" else "c")
    place = cue_place(tokens, start, extras)
    return Cue(Force("say", "c"), subject, start, i, extras.end, place, tokens[i].text, extras, via)
