"""Nouns that what is said of the counted makes one sort: rounds and shots that were fired (room: brains).

They are no synonyms: a round of talks is no shot. Beside a measure of its row each stands for the first noun of the row.
"""

from functools import cache

from counterclaim.text.lexicon import HUMAN, PEOPLE_CONCEPTS, concept

# The measures | the one that they are of | the nouns of which they are.
_FATES = (
    "captured holding held | kidnapped | *",  # who is seized is held, by whatever word; a post that is seized is not
    "go | cut | job",
    "lost | cancelled | operation surgery appointment procedure",
    "fired sent despatched dispatched dropped used tracked detected taken counted involved flown | launched | drone missile rocket bomb",
)
_PEOPLE = "*"
_POST = concept("post")  # an employee, a job, a border post
# The measures | the nouns that count one sort there.
_ROWS = (
    "fired struck shot | shot round bullet cartridge",
    "cancelled delayed | departure sailing service trip journey",
    f"{' '.join(sorted(HUMAN))} | worker employee striker",
    "treated hospitalised wounded infected sickened | person patient case admission",
    "attended | person demonstrator participant attendee",
    "killed | victim fatality death body",
    "wounded | person injury",
    "detained | person arrest detention",
    "kidnapped | person hostage kidnapping abduction",
    "votes rejected counted | vote ballot paper slip",
)


def level_head(head: str | None, measure: str | None) -> str | None:
    """The concept of the counted noun, under the one name that its sort has beside a measure.

    >>> from counterclaim.text.lexicon import concept
    >>> level_head(concept("rounds"), "fired") == level_head(concept("shots"), "fired"), level_head("round", None)
    (True, 'round')
    """
    return _sorts().get((head or "", measure or ""), head)


def level_measure(measure: str | None, head: str | None) -> str | None:
    """The measure of a figure, under the one name that it has of the nouns of a row.

    >>> level_measure("captured", concept("guards")), level_measure("captured", concept("towns"))
    ('kidnapped', 'captured')
    """
    people = head in PEOPLE_CONCEPTS and head != _POST
    of_people = _fates().get((_PEOPLE, measure or "")) if people else None
    return of_people or _fates().get((head or "", measure or ""), measure)


@cache
def _fates() -> dict[tuple[str, str], str]:
    """(Concept of a noun, measure) -> the measure that it is of."""
    table: dict[tuple[str, str], str] = {}
    for row in _FATES:
        measures, name, nouns = (part.split() for part in row.split(" | "))
        heads = {noun if noun == _PEOPLE else concept(noun) for noun in nouns}
        table |= {(head, measure): name[0] for head in heads for measure in measures}
    return table


@cache
def _sorts() -> dict[tuple[str, str], str]:
    """(Concept of a noun, measure) -> the concept of the noun that stands for its sort."""
    table: dict[tuple[str, str], str] = {}
    for row in _ROWS:
        measures, nouns = (part.split() for part in row.split(" | "))
        first, *others = (concept(noun) for noun in nouns)
        table |= {(other, measure): first for other in others for measure in measures}
    return table
