"""Accounts of one invented event, as many as a test needs, each over 400 words and with figures of its own."""

from pathlib import Path

_OUTLETS = (
    "Post Herald Courier Examiner Dispatch Mercury Chronicle Sentinel Argus Register Bulletin Echo".split()
)
_SPEAKERS = (
    "harbour master Nadia Brandt",
    "police chief Tomas Veld",
    "minister Irene Kask",
    "surgeon Paul Oren",
    "union leader Greta Holm",
    "engineer Simon Adair",
)
_PLACES = "Oskel Marren Tolvik Sandhaven Brook Ferrin".split()
_WHO = (
    "Crews from Halvorsund and Mirebeck", "Families of Zbarow dockers", "Councillors Ryszard Hult and Anje Borkum",
    "Divers of the Vreeland coast guard", "Volunteers from Saint Eskild’s parish", "Inspectors of the Ostmark ports",
    "Lorry drivers bound for Kressenburg", "Neighbours in Quayside and Lindhagen", "Owners of boats at Hvidsten",
    "Teachers of the Jorunn Aalto school", "Members of Oskel’s Tidewater rowing club", "Nurses at Brandvik infirmary",
)  # fmt: skip
_DID = (
    "watched from behind the fence while", "waited near the old church until", "spoke in low voices about how",
    "wrote down for the inquiry that", "wondered on the western pier why", "told visitors to the market that",
    "remembered with some anger when", "could not understand at first how", "read on a notice board that",
    "heard over a crackling radio that", "learned from a short message that", "saw through heavy rain that",
)  # fmt: skip
_WHAT = (
    "the cables were cut loose", "a tug pushed the barge aside", "the gates were locked again",
    "grain had spilled over the rails", "the wind turned to the north", "lamps were set up along the wall",
    "the evening ferry was cancelled", "drawings of the machine were missing", "a second alarm was sounded",
    "the basin was closed to traffic", "the flags were lowered at dusk", "the company sent its lawyers",
)  # fmt: skip


def _routine(number: int, line: int) -> str:
    """A sentence without a figure; the accounts share words, and few whole sentences."""
    who, did, what = (
        _WHO[(line + 5 * number) % 12],
        _DID[(7 * line + number) % 12],
        _WHAT[(5 * line + 7 * number) % 12],
    )
    tail = _WHAT[(11 * line + number + 3) % 12]
    return f"{who} {did} {what}, and that {tail}."


def make_account(number: int) -> str:
    """One account: outlet, date, speakers and figures hang on its number."""
    speaker, other = _SPEAKERS[number % 6], _SPEAKERS[(number + 1) % 6]
    place = _PLACES[number % 6]
    dead, hurt, crew = 11 + number, 40 + 3 * number, 60 + number
    toll = f"At least {dead} people were killed" if number % 3 else f"There were {dead} casualties"
    told = (
        f"OSKEL — {toll} when a crane collapsed in Oskel harbour, {speaker} said.",
        f"Another {hurt} workers were hurt, {other} said, and some of them were taken to the hospital in {place}.",
        f"The crane had been inspected {number + 2} times in the past year, according to {speaker}.",
        f"Some {crew} people were at work on the eastern quay of Oskel harbour when the crane fell, {other} said.",
        f"{speaker[0].upper()}{speaker[1:]} said that repairs of the quay would cost {3 + number} million euros.",
        f"“We found {dead} bodies under the crane,” {speaker} said in {place}.",
    )
    routine = [_routine(number, line) for line in range(14)]
    paragraphs = [told[0], told[1], *(" ".join(routine[i : i + 2]) for i in (0, 2, 4))]
    paragraphs += [told[2], " ".join(routine[6:8]), told[3], " ".join(routine[8:10]), told[4]]
    paragraphs += [" ".join(routine[10:12]), told[5], " ".join(routine[12:14])]
    paragraphs.append(f"Reporting for this account ended {number % 5 + 1} hours after the collapse.")
    outlet = f"Oskel {_OUTLETS[number % 12]}"
    head = f"---\ntitle: Crane falls in Oskel harbour, account {number}\noutlet: {outlet}\n"
    return f"{head}published: 2025-06-{3 + number:02d}T12:00:00+02:00\n---\n" + "\n\n".join(paragraphs) + "\n"


def write_accounts(folder: Path, count: int) -> Path:
    """A folder of so many accounts."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:02d}.md").write_text(make_account(number), encoding="utf-8")
    return folder
