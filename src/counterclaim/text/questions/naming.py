"""Who is meant in the place of the pronoun: "I [Ana Ruiz] have" is asked as "Ana Ruiz has" (room: brains)."""

import re

from counterclaim.text.clauses import MODALS, PAST
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS, PAST_FORMS, PEOPLE, concept, stem
from counterclaim.text.speakers.roles import BODIES

_ARTICLES = ("the ", "a ", "an ", "its ", "our ", "his ", "her ", "their ", "somebody", "one ")
_PRONOUN = re.compile(
    r"\b(I|we|you|he|she|it|they|me|us|him|her|them|my|our|your|his|its|their) \[([^\]]+)\]"
    r"(?:((?: (?:\w+ly|never|also|still|now|then|already|always|just|only|once))?) ([\w’']+))?",
    re.IGNORECASE,
)
_PLURAL_SUBJECTS = frozenset({"i", "we", "you", "they"})  # their verb has no "-s"
_OWNERS = frozenset("my our your his its their".split())
_AGAIN = {"i": "they", "we": "they", "my": "their", "our": "their", "me": "them", "us": "them"}
_SINGULAR = {
    "have": "has",
    "haven’t": "hasn’t",
    "haven't": "hasn't",
    "am": "is",
    "are": "is",
    "aren’t": "isn’t",
    "aren't": "isn't",
    "were": "was",
    "weren’t": "wasn’t",
    "weren't": "wasn't",
    "do": "does",
    "don’t": "doesn’t",
    "don't": "doesn't",
    "go": "goes",
}
_PLURAL = {"am": "are", "was": "were", "has": "have", "is": "are"}
_SELVES = re.compile(r"\b(?:myself|ourselves)\b")
_BRANDED = frozenset(
    "airline bank brewery church city college firm hospital hotel leadership police port school town radio".split()
)
_LOWER = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]+(?![^\W\d_])")
_CAPITAL = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ][a-zà-ÿ]+(?![^\W\d_])")
_INSIDE = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]+(?![^\W\d_])")
_SHORTEST = 3  # letters of a word whose stem tells it from a name
_HISSING = ("s", "x", "z", "ch", "sh")


def find_common(text: str) -> frozenset[str]:
    """The words of an article that are no names, in lower case: those that it writes so, and other forms of them.

    A word that it writes with a capital within a sentence may be a name and is left out.

    >>> sorted(find_common("Repairs began. The repair of Marn cost Tern little. Tern is a bird") & {"repairs", "tern"})
    ['repairs']
    """
    lower = frozenset(_LOWER.findall(text))
    names = frozenset(word.lower() for word in _INSIDE.findall(text))
    stems = frozenset(stem(word) for word in lower if len(word) > _SHORTEST)
    opening = frozenset(word.lower() for word in _CAPITAL.findall(text)) - names
    known = frozenset(word for word in opening if stem(word) in stems or concept(word) != stem(word))
    return lower | known


def article_before(name: str) -> str:
    """A name as it stands within a sentence: with "the" where it is a description.

    >>> article_before("health ministry"), article_before("Ana Ruiz")
    ('the health ministry', 'Ana Ruiz')
    """
    described = name[:1].islower() and not name.startswith(_ARTICLES)
    return f"the {name}" if described or _is_described(name) else name


def _is_described(name: str) -> bool:
    """Whether a name in capitals says what it names, as "Medicines Agency" and "Union of Teachers" do."""
    owner = re.sub(r"[’']s?$", "", name)
    words = [word.rstrip("’'") for word in owner.split(" of ")[0].split()]
    if not words or name.lower().startswith("the ") or re.search(r"[’']s? ", owner):
        return False
    joined = " of " in owner or len(words) > 1
    return joined and (
        words[-1].lower() in BODIES - _BRANDED or words[-1] in {"Union", "Society", "Authority"}
    )


def name_pronouns(text: str) -> str:
    """A text of ours with those whom its pronouns mean in their place, each named once, the verb in the right number.

    >>> name_pronouns("I [Ana Ruiz] have lost my [Ana Ruiz’s] keys")
    'Ana Ruiz has lost their keys'
    >>> name_pronouns("We [residents] never saw it, nor did they [Ana] ask us [residents]")
    'The residents never saw it, nor did Ana ask them'
    """
    named: set[str] = set()

    def name_one(found: re.Match[str]) -> str:
        pronoun, name, adverb, verb = found[1], found[2], found[3] or "", found[4]
        low, who = pronoun.lower(), re.sub(r"(?:[’']s|(?<=s)[’'])$", "", name)
        again, plural = who in named, is_plural(who)
        named.add(who)
        words = _AGAIN.get(low, pronoun) if again else article_before(name)
        if not found.start() and text[:1].isupper():
            words = f"{words[:1].upper()}{words[1:]}"
        if verb is None:
            return words
        asked = text[: found.start()].rstrip().rpartition(" ")[2].lower() in AUXILIARIES
        if low in _PLURAL_SUBJECTS and not asked:
            verb = _PLURAL.get(verb, verb) if again or plural else _agree(verb)
        return f"{words}{adverb} {verb}"

    words = _PRONOUN.sub(name_one, text)
    return _SELVES.sub("themselves", words) if words != text else words


def is_plural(name: str) -> bool:
    """Whether a description names several: "residents", "the police"; a body's own name is one.

    >>> is_plural("residents"), is_plural("Union of Teachers"), is_plural("police")
    (True, False, True)
    """
    head = re.split(r" (?:of|in|on|at|for|from|with) ", name)[0].split()
    last = head[-1].lower() if head else ""
    several = last in {"police", "people", "men", "women"} or last.endswith("s")
    return several and name[:1].islower() and (last == "police" or stem(last) in PEOPLE or last[-2:] != "ss")


def _agree(verb: str) -> str:
    """The verb of "I" or "we" as that of one who is named; a past form stays."""
    low = verb.lower()
    if low in _SINGULAR:
        return _SINGULAR[low]
    past = low.endswith("ed") or low in PAST_FORMS | PAST
    if past or low in MODALS | FUNCTION_WORDS | AUXILIARIES or not verb.isalpha() or verb != low:
        return verb
    if low.endswith("y") and low[-2:-1] not in set("aeiou"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if low.endswith(_HISSING) else f"{verb}s"
