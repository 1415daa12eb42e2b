"""Kinds of rooms, places, causes and doers whose members are not each other (room: brains).

Each row holds one kind, its members set apart by bars; what can lie in another, or be another by a wider name ("the
house", "the vehicle"), stands in no common row.
"""

from functools import cache

from counterclaim.text.lexicon import stem

_KINDS = (
    # rooms of a house or a works
    "kitchen galley canteen | cellar basement | attic loft roof | boiler furnace | bedroom dormitory | bathroom | garage | stairwell staircase | storeroom warehouse | workshop | laundry | lift elevator | corridor hallway | balcony | laboratory",
    # where somebody is, is found or dies
    "home house flat | hospital clinic | prison jail cell | street pavement | ambulance | hotel | mosque | church | synagogue | airport | supermarket | restaurant | river | lake | forest",
    # what sets fire to things
    "leak | lightning | arson | cigarette | candle | wiring short-circuit | firework | bomb | welding | battery",
    # what makes vehicles crash
    "brake | tyre tire | steering | ice snow | fog | speeding | fatigue | signal | track | bird",
    # what makes people ill
    "virus | bacteria bacterium salmonella | poison | heat heatstroke | overdose | allergy",
    # who fights
    "army military troop soldier | rebel insurgent militant guerrilla | police policeman | protester demonstrator | settler",
    # who is on which side of a cell, a counter or a gate
    "inmate prisoner detainee convict | guard warder jailer officer policeman police soldier troop",
    "hacker outsider stranger | insider employee staff clerk",
    "union striker strikers picket | company employer management operator",
    # parts of a ground or a building where somebody fell
    "tunnel passage | step steps stairs | pitch | roof | yard courtyard | car-park | gallery balcony",
    # what drives, floats and flies
    "lorry truck | bus coach | car taxi | tram | van | train | motorcycle motorbike | bicycle cyclist | plane airliner | helicopter | ferry | tanker | trawler | tug",
)


def find_members(words: frozenset[str]) -> frozenset[tuple[int, int]]:
    """The members that the words of a phrase name, each as its kind and its place in it; `words` are stems.

    >>> sorted(find_members(frozenset({stem("boiler"), stem("room")})))
    [(0, 3)]
    """
    return frozenset(member for word in words for member in _members().get(word, ()))


def exclude(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two phrases name different members of one kind, and no common one.

    >>> exclude(frozenset({stem("kitchen")}), frozenset({stem("boiler"), stem("room")}))
    True
    >>> exclude(frozenset({stem("kitchen")}), frozenset({stem("house")}))
    False
    """
    one, two = find_members(a), find_members(b)
    kinds = {kind for kind, _ in one}, {kind for kind, _ in two}
    return bool(kinds[0] & kinds[1]) and not one & two


@cache
def _members() -> dict[str, frozenset[tuple[int, int]]]:
    table: dict[str, frozenset[tuple[int, int]]] = {}
    for kind, row in enumerate(_KINDS):
        for member, words in enumerate(row.split("|")):
            for word in words.split():
                table[stem(word)] = table.get(stem(word), frozenset()) | {(kind, member)}
    return table
