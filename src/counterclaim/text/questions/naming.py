"""Names as they stand in a question, and the words of an article that are none (room: brains)."""

import re

from counterclaim.text.lexicon import concept, stem
from counterclaim.text.speakers.roles import BODIES

_ARTICLES = ("the ", "a ", "an ", "its ", "our ", "his ", "her ", "their ", "somebody", "one ")
_BRANDED = frozenset(
    "airline bank brewery church city college firm hospital hotel leadership police port school town radio".split()
)
_LOWER = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]+(?![^\W\d_])")
_CAPITAL = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ][a-zà-ÿ]+(?![^\W\d_])")
_INSIDE = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]+(?![^\W\d_])")
_SHORTEST = 3  # letters of a word whose stem tells it from a name


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
