"""What a question of any kind needs: capitals, the cut to its clause, closing marks (room: brains)."""

import re

from counterclaim.text.clauses import has_clause
from counterclaim.text.lexicon import FUNCTION_WORDS
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.speakers import noun_kind
from counterclaim.text.tokens import tokenize

_JOINTS = frozenset({"and", "but", "nor", "so", "yet"})
_THEN = re.compile(r"then,? (?!there\b)(?=(?:the|a|an|it|he|she|they|we|i|[A-Z])\b)", re.IGNORECASE)
_INDEFINITE = frozenset(
    "everyone everybody everything anyone anybody anything someone somebody something".split()
)
_TITLES = frozenset("mr mrs ms dr sir".split())
# Where a long sentence goes on after the clause that is asked for.
_GOING_ON = re.compile(
    r"(?:,|;| [–—-]) (?=(?:(?:and|but|so|or) )?(?:which|who|whose|whom|where|when|while|whereas|although|though|because|as|since|after|"
    r"before|with|without|if|unless|until|and|but|so|including|according|particularly|\w+ing|\w+ed|up|down|not)\b)"
)
HOW_MANY = r"how (?:many|much|long)|what percentage"
_PLAIN_VERB = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bher )(?<!\bof )\b(?:remain|die|live|want|take|hold|need|stay|lie|run|keep|give|get|go|come|say|tell|start|see|seek|lack|own|include|involve|"
    r"contain|wear|suffer|receive|depend|belong|become|think|know|mean|stand|face|work|show|cover|cost|pay|use)s?\b"
)
_LONGEST = 22  # words of a question that is read at a glance
_LEAST = 6


def capital(text: str) -> str:
    """The text with its first letter as a capital.

    >>> capital("how many?")
    'How many?'
    """
    return f"{text[:1].upper()}{text[1:]}"


def mid_sentence(text: str, common: frozenset[str] = frozenset()) -> str:
    """The text as it reads after "whether": no joining word in front, no capital but a name's.

    >>> mid_sentence("And so two men left"), mid_sentence("Ana left")
    ('two men left', 'Ana left')
    """
    text = _THEN.sub("", text, count=1) if _THEN.match(text) else text
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low.rstrip(",") in _JOINTS and rest:
        return mid_sentence(rest, common)
    plain_words = (FUNCTION_WORDS - _TITLES) | SMALL.keys() | _INDEFINITE
    titled = rest[:1].isupper() and low not in plain_words  # "President Corso"
    plain = not titled and (low in plain_words | common or noun_kind(low) in {"group", "document"})
    return (
        f"{low} {rest}".rstrip()
        if plain and first != "I" and first[1:].islower() | (len(first) == 1)
        else text
    )


def cut_to_clause(text: str, *, keeping: str = "") -> str:
    """A long text up to where its clause goes on, as far as what it must keep stands before.

    >>> words = "The north bank of the river was closed to all walkers on Monday by the wardens of the three parishes"
    >>> cut_to_clause(f"{words}, who had feared for its safety") == words, cut_to_clause(words) == words
    (True, True)
    """
    ends = [m.start() for m in _GOING_ON.finditer(text)]
    while len(text.split()) > _LONGEST and ends:
        head = text[: ends.pop()]
        whole = has_clause(tokenize(head)) and len(head.split()) >= _LEAST
        if whole and keeping in head:
            text = head
    return text


def close_marks(text: str) -> str:
    """The text with its last quotation closed and the full stop of "p.m." restored.

    >>> close_marks("it was “a start"), close_marks("it left at 9 p.m")
    ('it was “a start”', 'it left at 9 p.m.')
    """
    text = f"{text}." if re.search(r"\b[ap]\.m$", text) else text
    if text.count("“") > text.count("”"):
        return f"{text}”"
    return f'{text}"' if text.count('"') % 2 else text


def close(asked: str) -> str:
    """The words of a question as one, from capital to question mark.

    >>> close("how many were there  at 9 p.m")
    'How many were there at 9 p.m.?'
    """
    return f"{capital(close_marks(' '.join(asked.split())))}?"


def has_verb(text: str) -> bool:
    """Whether a text is a clause, or holds a plain verb of the present that has no ending to be known by.

    >>> has_verb("payments start today"), has_verb("a drop")
    (True, False)
    """
    return has_clause(tokenize(text)) or bool(_PLAIN_VERB.search(text))
