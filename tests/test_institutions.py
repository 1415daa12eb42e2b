from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Article, ArticleDigest, ArticleSummary, Attribution, Claim
from counterclaim.relate.bodies import read_body
from counterclaim.relate.institutions import find_wording, name_institutions
from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.origins import find_originators
from counterclaim.text.nations import find_nations


def digest(key: str, text: str, *links: dict[str, str | None]) -> ArticleDigest:
    article = Article(id=key, source=key, text=text, sha256="")
    claims = tuple(
        Claim(
            id=f"{key}{n}",
            article=key,
            quote="No",
            start=0,
            end=2,
            text="No.",
            question="?",
            answer="no",
            attribution=(Attribution(**link),),  # type: ignore[arg-type]
        )
        for n, link in enumerate(links)
    )
    return ArticleDigest(article=article, summary=ArticleSummary(article=key, headline=None), claims=claims)


def speaker(name: str | None, role: str | None = None, side: str | None = None) -> dict[str, str | None]:
    return {"name": name, "role": role, "side": side}


SAME = {
    "genitive and adjective": [
        ("Peru’s military met.", speaker("Peru’s military")),
        ("", speaker("Peruvian military")),
    ],
    "military and army": [("", speaker("Danish army")), ("", speaker("Denmark’s military"))],
    "a short form in its article": [
        ("Kenya’s police came. Police said so.", speaker("police")),
        ("", speaker("Kenyan police")),
    ],
    "a short form in another article": [
        ("The Ostby police came.", speaker("Ostby police")),
        ("Police came.", speaker("police")),
    ],
    "police, the force": [("", speaker("Ostby police force")), ("", speaker("Ostby police"))],
    "chief constable": [
        ("", speaker("Ada Brook", "Chief Constable")),
        ("", speaker("police")),
    ],
    "spokesman and his ministry": [
        ("", speaker("Ana Ruiz", "spokeswoman", "Health Ministry")),
        ("", speaker("Ministry of Health")),
    ],
    "two spokesmen": [
        ("", speaker("Ana Ruiz", "spokeswoman", "Vesk Grid")),
        ("", speaker("Bo Dahl", "spokesman", "Vesk Grid")),
    ],
    "a spokesman and a firm by its name": [
        ("", speaker("Ana Ruiz", "spokeswoman", "Vesk Grid")),
        ("", speaker("Vesk Grid")),
    ],
    "the same spokesman without a role": [
        ("", speaker("Ana Ruiz", "spokeswoman", "Health Ministry")),
        ("", speaker("Ana Ruiz")),
    ],
    "media wing": [
        ("The Chadian army.", speaker("Sahel Information", "media wing", "army")),
        ("", speaker("Chad’s army")),
    ],
    "acronym written out": [
        ("The National Flood Agency (NFA) met.", speaker("NFA")),
        ("", speaker("National Flood Agency")),
    ],
    "defence and defense": [("", speaker("Defense Ministry")), ("", speaker("Ministry of Defence"))],
    "seat and state": [("", speaker("Lisbon")), ("", speaker("Portugal"))],
    "seat and government": [("", speaker("Lisbon")), ("", speaker("Portuguese government"))],
    "who governs there": [
        ("The Junta government in Bamako met.", speaker("Bamako")),
        ("", speaker("Junta government")),
    ],
    "a court with its place": [
        ("", speaker("Court of Appeal")),
        ("", speaker("Court of Appeal in Orle")),
    ],
    "authorities": [("", speaker("Junta authorities")), ("", speaker("Junta government"))],
}
OTHER = {
    "two armies": [("", speaker("Chadian army")), ("", speaker("Kenyan army"))],
    "army and police": [("", speaker("Kenyan army")), ("", speaker("Kenyan police"))],
    "army and state": [("", speaker("Kenya")), ("", speaker("Kenya’s army"))],
    "two ministries": [("", speaker("Health Ministry")), ("", speaker("Defence Ministry"))],
    "two hospitals’ spokesmen": [
        ("", speaker("hospital spokesman", "spokesman", "Lund hospital")),
        ("", speaker("hospital spokesman", "spokesman", "Orle hospital")),
    ],
    "a short form of two": [
        ("The Lund police and the Orle police came. Police said so.", speaker("police")),
        ("", speaker("Lund police")),
    ],
    "a short form of two elsewhere": [
        ("Police said so.", speaker("police")),
        ("The Lund police and the Orle police came.", speaker("Orle police")),
    ],
    "police and their union": [("", speaker("Lund police")), ("", speaker("Lund police union"))],
    "a country’s and a region’s": [
        ("", speaker("Spanish government")),
        ("", speaker("Spanish Rioja government")),
    ],
    "one surname in two bodies": [
        ("", speaker("Ana Ruiz", "spokeswoman", "Health Ministry")),
        ("", speaker("Leo Ruiz", "spokesman", "Defence Ministry")),
    ],
    "a person and the place they govern": [("", speaker("Ana Ruiz", "mayor", "Orle")), ("", speaker("Orle"))],
    "who governs is not told": [
        ("No government in Bamako met.", speaker("Bamako")),
        (
            "The Junta government in Bamako and the Rebel government in Bamako met.",
            speaker("Junta government"),
        ),
    ],
    "exiles in another’s capital": [
        ("The Malian government in Paris met.", speaker("Malian government")),
        ("", speaker("Paris")),
    ],
}


def kinship(accounts: list[tuple[str, dict[str, str | None]]]) -> str:
    read = name_institutions([digest("ab"[n], text, link) for n, (text, link) in enumerate(accounts)])
    return compare_originators(read[0].claims[0], read[1].claims[0])


@pytest.mark.parametrize("case", SAME)
def test_wordings_of_one_institution_are_one_originator(case: str) -> None:
    assert kinship(SAME[case]) == kinship([*reversed(SAME[case])]) == "same"


@pytest.mark.parametrize("case", OTHER)
def test_two_institutions_stay_two(case: str) -> None:
    assert kinship(OTHER[case]) != "same"


def test_the_wording_stays_beside_the_institution() -> None:
    texts = [("Peru’s military met. The army left.", speaker("army")), ("", speaker("Peru’s military"))]
    read = name_institutions([digest("ab"[n], text, link) for n, (text, link) in enumerate(texts)])
    links = [d.claims[0].attribution[0] for d in read]
    assert [(x.name, x.institution) for x in links] == [
        ("army", "Peru’s military"),
        ("Peru’s military", "Peru’s military"),
    ]


def test_several_names_of_one_institution_are_one_origin() -> None:
    read = name_institutions(
        [
            digest("a", "", speaker("Ana Ruiz", "spokeswoman", "Health Ministry")),
            digest("b", "", speaker("Ministry of Health")),
        ]
    )
    found = find_originators([c for d in read for c in d.claims])
    assert [(o.originator, o.articles) for o in found] == [("Ministry of Health", ("a", "b"))]


def test_a_desk_table_has_the_last_word() -> None:
    link = Attribution(name="Peru’s military", desk=("name",), worded="the army")
    assert find_wording(link) is None


def test_the_outlet_in_its_own_voice_is_no_institution() -> None:
    assert find_wording(Attribution(name="Norway Post", mode="narration")) is None


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("the Norwegian armed forces", "armed forces"),
        ("police department of Orle", "police"),
        ("Oslo", "government"),
        ("Norwegian", None),
        ("Ana Ruiz", None),
        ("", None),
    ],
)
def test_a_body_is_read_from_its_wording(wording: str, kind: str | None) -> None:
    body = read_body(wording)
    assert (body.kind if body else None) == kind


@given(st.lists(st.sampled_from(["the", "north", "korean", "dutch", "army", "oslo", "zz"]), max_size=6))
def test_the_stretches_of_countries_are_in_order_and_apart(words: list[str]) -> None:
    found = list(find_nations(words))
    assert all(0 <= a < b <= len(words) for a, b, _ in found)
    assert all(x[1] <= y[0] for x, y in pairwise(found))
