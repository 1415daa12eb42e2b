"""The vocabulary of reporting: verbs and phrases that mark speech, and the force each lends to it (room: brains).

A new reporting verb is one word in a table here. `frames` says what may follow: `c` a clause ("said P"), `o` an object
("denied the charge"), `n` a figure in the object ("recorded 12 cases"), `t` a clause only after "that", a colon or a
quotation ("found that P"), `ca` an addressee first ("told reporters P"), `i` the order may be inverted ("said Prell"),
`q` a quotation only.
"""

from functools import cache
from typing import Literal, NamedTuple

Stance = Literal[
    "denied",
    "rejected",
    "confirmed",
    "declined",
    "could_not_confirm",
    "unreached",
    "repeated",
    "promised",
    "demanded",
    "warned",
    "accused",
    "condemned",
    "conceded",
    "revised",
    "withdrew",
]
Certainty = Literal["alleged", "believed", "may"]
Tense = Literal["past", "present", "base", "ing", "participle"]


class Force(NamedTuple):
    """What a reporting verb lends to what it reports. `denies`: the content is what the speaker says is not so."""

    lemma: str
    frames: str
    stance: Stance | None = None
    certainty: Certainty | None = None
    denies: bool = False


_VERBS: tuple[tuple[str, Stance | None, Certainty | None, str], ...] = (
    (
        "ci",
        None,
        None,
        """say add state remark reply answer respond declare announce argue assert stress emphasise emphasize explain
        recall write tweet comment joke quip lament boast conclude mention continue wonder rule cry shout mutter counter
        retort protest proclaim observe whisper exclaim elaborate muse sigh snap recount note report""",
    ),
    (
        "co",
        None,
        None,
        """indicate reveal disclose specify clarify underline underscore testify certify contend propose recommend
        outline complain agree estimate describe characterise characterize portray project""",
    ),
    ("co", None, "may", "suggest signal hint imply"),
    ("ca", None, None, "tell inform remind assure notify reassure brief"),
    ("cn", None, None, "calculate count list record register measure detect tally log number determine"),
    ("t", None, None, "find show hear"),
    ("qi", None, None, "ask"),
    ("q", None, None, "read"),
    ("o", None, None, "put place value assess give call label brand name identify present depict see date"),
    ("coi", None, "alleged", "claim allege"),
    ("coi", "conceded", None, "admit acknowledge concede confess"),
    ("coi", "confirmed", None, "confirm verify corroborate"),
    ("coi", "repeated", None, "repeat insist maintain reiterate reaffirm restate"),
    ("coi", "promised", None, "promise pledge vow swear undertake"),
    ("coi", "warned", None, "warn caution"),
    ("co", "warned", None, "threaten"),
    ("co", "demanded", None, "demand request"),
    ("o", "demanded", None, "urge implore beg advise order"),
    ("o", "accused", None, "accuse blame charge hold"),
    ("o", "condemned", None, "condemn denounce criticise criticize decry deplore slam lambast castigate"),
    ("o", "revised", None, "revise correct amend raise lower cut increase reduce update"),
    ("o", "withdrew", None, "retract withdraw"),
    ("ci", None, "believed", "believe think suspect reckon fear hope expect assume predict forecast guess"),
)
_DENIALS: tuple[tuple[str, Stance, str], ...] = (
    ("coi", "denied", "deny"),
    ("o", "rejected", "reject dismiss refute rebut dispute contest contradict repudiate disown rubbish"),
)
_PHRASES: tuple[tuple[str, Stance | None, str], ...] = (
    ("t", None, "be_certain be_sure be_convinced be_adamant be_positive be_confident"),
    ("ci", None, "point_out"),
    ("q", None, "go_on hit_back"),
    ("o", None, "complain_of complain_about speak_of talk_of hint_at boast_of"),
    ("o", "rejected", "play_down object_to"),
    ("o", "repeated", "stand_by keep_to stick_to stick_by stick_with hold_to adhere_to"),
    ("o", "demanded", "call_for appeal_for insist_on press_for ask_for"),
    ("o", "demanded", "call_on appeal_to"),
    ("o", "warned", "warn_of warn_against warn_about caution_against"),
    ("o", "conceded", "admit_to confess_to apologise_for apologize_for"),
    ("o", "withdrew", "take_back walk_back row_back"),
)
_DENYING_PHRASES = frozenset({"rule_out"})
_IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "swear": ("swore", "sworn"),
    "put": ("put", "put"),
    "cut": ("cut", "cut"),
    "hit": ("hit", "hit"),
    "read": ("read", "read"),
    "give": ("gave", "given"),
    "find": ("found", "found"),
    "show": ("showed", "shown"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "stick": ("stuck", "stuck"),
    "stand": ("stood", "stood"),
    "speak": ("spoke", "spoken"),
    "go": ("went", "gone"),
    "think": ("thought", "thought"),
    "hear": ("heard", "heard"),
    "take": ("took", "taken"),
    "undertake": ("undertook", "undertaken"),
    "forecast": ("forecast", "forecast"),
    "withdraw": ("withdrew", "withdrawn"),
}
_BEING: list[tuple[str, Tense]] = [("is", "present"), ("are", "present"), ("was", "past"), ("were", "past")]
_DOUBLING = frozenset("admit rebut snap quip log beg put cut hit".split())
# Verbs that report in these forms alone: "saw" tells of the eyes, "sees no danger" is an opinion.
_ONLY_PRESENT = frozenset({"see"})
# The same letters are a noun: "UN reports", "the army's claims".
NOUN_LIKE = frozenset(
    """reports claims notes states demands estimates charges promises comments answers posts counts records lists calls
    puts hopes fears signals hints projects measures registers numbers requests disputes protests cries remarks replies
    shows finds thinks tweets logs brands labels places boasts briefs brief project number counter state count list
    record register measure log demand request promise claim report note estimate charge call put place label brand
    names raises cuts reads contests outlines rules rule orders order presents present answers answer""".split()
)
# Nouns for what is said and doubted: "denied the charge that P", "a claim the ministry rejects".
DOUBTS = frozenset(
    """claim allegation charge accusation suggestion report reports rumour rumours rumor rumors idea notion claims
    assertion charges allegations accusations suggestions insinuation""".split()
)
# Nouns for what somebody has said, which may be repeated or taken back.
STATEMENTS = frozenset(
    "statement statements account story version words remarks comments position view verdict findings promise pledge".split()
)
_UNANSWERED: dict[Stance, str] = {
    "declined": """
        neither confirmed nor denied; neither confirm nor deny; did not confirm or deny; would not confirm or deny;
        declined to; has declined to; refused to comment; refused to say; refused to confirm; refused to discuss;
        refused to answer; would not comment; would not say; would not confirm; would not discuss; would not be drawn;
        did not comment; did not respond; did not immediately respond; did not reply; did not immediately reply;
        did not immediately comment; did not answer; did not say; has not commented;
        have not commented; had not commented; has not responded; have not responded; had no comment; made no comment;
        offered no comment""",
    "could_not_confirm": """
        could not confirm; could not immediately confirm; could not independently confirm; could not verify;
        could not independently verify; could not say; could not tell; cannot confirm; cannot say; can not confirm;
        was unable to confirm; were unable to confirm; was unable to verify; was unable to say; were unable to say;
        is unable to confirm; did not confirm; has not confirmed; have not confirmed""",
    "unreached": """
        could not be reached; could not immediately be reached; could not be immediately reached; could not be contacted;
        could not immediately be contacted; cannot be reached; was not available for comment; were not available for comment;
        was not immediately available for comment; were not immediately available for comment;
        was unavailable for comment; were unavailable for comment; did not return calls; did not return a call;
        did not return phone calls; did not return messages; did not return emails; did not return repeated calls""",
    "repeated": """
        has not budged from; have not budged from; had not budged from; did not budge from; would not budge from;
        has not moved from; did not move from; has not wavered from; did not waver from""",
    "rejected": "did not accept; does not accept; refused to accept; did not recognise; does not recognise",
}


@cache
def evasions_by_first() -> dict[str, tuple[tuple[tuple[str, ...], Stance], ...]]:
    """The phrases of not answering and not accepting, by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Stance]]] = {}
    for stance, phrases in _UNANSWERED.items():
        for phrase in phrases.split(";"):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, stance))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


def find_verb(word: str) -> tuple[Force, Tense] | None:
    """The reporting verb of which a lower-case word is a form, and the form's tense; None if of none.

    >>> find_verb("denied")[0].stance, find_verb("says")[1], find_verb("ate")
    ('denied', 'present', None)
    """
    return _verb_forms().get(word)


def find_phrase(word: str, after: str) -> tuple[Force, Tense] | None:
    """The reporting phrase that a verb form and the word after it make ("called", "for").

    >>> find_phrase("kept", "to")[0].stance
    'repeated'
    """
    return _phrase_forms().get((word, after))


@cache
def _verb_forms() -> dict[str, tuple[Force, Tense]]:
    forces = [Force(v, fs, stance, sure) for fs, stance, sure, verbs in _VERBS for v in verbs.split()]
    forces += [Force(v, fs, stance, denies=True) for fs, stance, verbs in _DENIALS for v in verbs.split()]
    table: dict[str, tuple[Force, Tense]] = {}
    for force in forces:
        for form, tense in _inflect(force.lemma):
            if tense == "present" or force.lemma not in _ONLY_PRESENT:
                table.setdefault(form, (force, tense))
    return table


@cache
def _phrase_forms() -> dict[tuple[str, str], tuple[Force, Tense]]:
    rows = [(phrase, fs, stance) for fs, stance, phrases in _PHRASES for phrase in phrases.split()]
    forces = [Force(phrase.replace("_", " "), fs, stance) for phrase, fs, stance in rows]
    forces += [Force(phrase.replace("_", " "), "o", "rejected", denies=True) for phrase in _DENYING_PHRASES]
    table: dict[tuple[str, str], tuple[Force, Tense]] = {}
    for force in forces:
        verb, particle = force.lemma.split()
        for form, tense in _BEING if verb == "be" else _inflect(verb):
            table.setdefault((form, particle), (force, tense))
    return table


def _inflect(lemma: str) -> list[tuple[str, Tense]]:
    """The forms of a verb; where past and base are alike, the past is meant."""
    past, participle = _IRREGULAR.get(lemma, (_regular_past(lemma),) * 2)
    stem = lemma.removesuffix("e") + (lemma[-1] if lemma in _DOUBLING else "")
    rows: list[tuple[str, Tense]] = [
        (past, "past"),
        (_third_person(lemma), "present"),
        (stem + "ing", "ing"),
        (lemma, "base"),
        (participle, "participle"),
    ]
    return rows


def _third_person(lemma: str) -> str:
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "o")) else "s")


def _regular_past(lemma: str) -> str:
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ied"
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ed"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeiou"
