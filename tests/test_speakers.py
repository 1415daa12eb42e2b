"""Who can speak: names, roles, sides, kinds, and which wording means whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.sentences import split_sentences
from counterclaim.text.speakers import Mention, Speaker, SpeakerIndex, find_speakers
from counterclaim.text.speakers.abbreviations import tokenize_names
from counterclaim.text.speakers.mentions import join_apposition, read_headed, read_mention
from counterclaim.text.speakers.roles import noun_kind


def index_of(text: str, *, title_end: int = 0) -> SpeakerIndex:
    return find_speakers(text, split_sentences(text), title_end=title_end)


def mention_of(phrase: str) -> Mention | None:
    return read_mention(phrase, tokenize_names(phrase))


@pytest.mark.parametrize(
    ("phrase", "name", "role", "side", "kind"),
    [
        pytest.param(
            "director general Eva Stahl", "Eva Stahl", "director general", None, "person", id="role-name"
        ),
        pytest.param(
            "Finance minister Eva Stahl", "Eva Stahl", "Finance minister", None, "person", id="portfolio"
        ),
        pytest.param(
            "Foreign Minister Eva Stahl", "Eva Stahl", "Foreign Minister", None, "person", id="capital-role"
        ),
        pytest.param("President Eva Stahl", "Eva Stahl", "President", None, "person", id="title"),
        pytest.param("Gen. Eva Stahl", "Eva Stahl", "Gen.", None, "person", id="abbreviated-title"),
        pytest.param(
            "Commission chair Eva Stahl",
            "Eva Stahl",
            "Commission chair",
            "Commission",
            "person",
            id="body-before-role",
        ),
        pytest.param(
            "Reform leader Eva Stahl",
            "Eva Stahl",
            "Reform leader",
            "Reform",
            "person",
            id="party-before-role",
        ),
        pytest.param(
            "foreign ministry spokesman Bo Ek",
            "Bo Ek",
            "foreign ministry spokesman",
            "foreign ministry",
            "person",
            id="ministry-spokesman",
        ),
        pytest.param("the union’s economist Bo Ek", "Bo Ek", "economist", "union", "person", id="owner"),
        pytest.param("analyst Bo Ek of Holm Bank", "Bo Ek", "analyst", "Holm Bank", "person", id="of-bank"),
        pytest.param(
            "Bo Ek of the Upland Monitor", "Bo Ek", None, "Upland Monitor", "person", id="name-of-body"
        ),
        pytest.param("Abdul al-Hakim", "Abdul al-Hakim", None, None, "person", id="article-in-name"),
        pytest.param("its mayor", None, "mayor", None, "person", id="its-role"),
        pytest.param(
            "the Taliban government’s chief spokesman",
            None,
            "chief spokesman",
            "Taliban government",
            "person",
            id="government-owner",
        ),
        pytest.param(
            "The chief spokesman of the Taliban regime",
            None,
            "chief spokesman",
            "Taliban regime",
            "person",
            id="of-regime",
        ),
        pytest.param(
            "spokesperson for the Taliban-led Ministry of Defence",
            None,
            "spokesperson",
            "Taliban-led Ministry of Defence",
            "person",
            id="for-ministry",
        ),
        pytest.param(
            "the army’s chief of staff", None, "chief of staff", "army", "person", id="chief-of-staff"
        ),
        pytest.param("a spokesman for the army", None, "spokesman", "army", "person", id="spokesman-for"),
        pytest.param("the country’s president", None, "president", None, "person", id="country-is-no-side"),
        pytest.param("two officials", None, None, None, "group", id="group"),
        pytest.param("judges at the regional court", None, None, "regional court", "group", id="group-at"),
        pytest.param("Pakistani officials", None, None, "Pakistani", "group", id="demonym"),
        pytest.param("residents", None, None, None, "group", id="bare-group"),
        pytest.param("Pakistan’s military", None, None, "Pakistan", "organisation", id="owned-body"),
        pytest.param("Halden’s office", None, None, "Halden", "organisation", id="office"),
        pytest.param(
            "Norway’s own Seismic Centre", "Seismic Centre", None, "Norway", "organisation", id="own-body"
        ),
        pytest.param(
            "the Civil Protection Directorate",
            "Civil Protection Directorate",
            None,
            None,
            "organisation",
            id="body",
        ),
        pytest.param(
            "League of Regional Observers",
            "League of Regional Observers",
            None,
            None,
            "organisation",
            id="body-of",
        ),
        pytest.param("Bank of the South", "Bank of the South", None, None, "organisation", id="body-of-the"),
        pytest.param(
            "the Metal and Motor Union", "Metal and Motor Union", None, None, "organisation", id="body-and"
        ),
        pytest.param(
            "Farmers’ Union", "Farmers’ Union", None, None, "organisation", id="plural-owner-in-name"
        ),
        pytest.param("Rail maker Borr Steel", "Borr Steel", "Rail maker", None, "organisation", id="company"),
        pytest.param(
            "the broadcaster Moor Radio", "Moor Radio", "broadcaster", None, "organisation", id="outlet"
        ),
        pytest.param("Orle-based Moor Radio", "Moor Radio", None, None, "organisation", id="based"),
        pytest.param("the WHO", "WHO", None, None, "organisation", id="acronym"),
        pytest.param("Norway", "Norway", None, None, "organisation", id="state"),
        pytest.param("the ministry and the union", None, None, None, "group", id="joint"),
        pytest.param("Lee and Orr", "Lee and Orr", None, None, "group", id="joint-names"),
        pytest.param("its figures", None, None, None, "document", id="document"),
        pytest.param("the Green Report", "Green Report", None, None, "document", id="named-document"),
        pytest.param("Leeds Police", "Leeds Police", None, None, "group", id="named-group"),
        pytest.param("her cousin", None, "cousin", None, "person", id="kinship"),
        pytest.param("Channel 4", "Channel 4", None, None, "organisation", id="channel-number"),
    ],
)
def test_read_mention(
    phrase: str, name: str | None, role: str | None, side: str | None, kind: str | None
) -> None:
    found = mention_of(phrase)
    assert found is not None
    assert (found.name, found.role, found.side, found.kind) == (name, role, side, kind)


@pytest.mark.parametrize("phrase", ["", "the", "nobody", "each side", "Pakistan’s", "12", "the 12", "no one"])
def test_no_mention(phrase: str) -> None:
    assert mention_of(phrase) is None


@pytest.mark.parametrize("phrase", ["the state broadcaster PTV", "Moor Radio", "state media", "Orle Gazette"])
def test_outlets_are_marked(phrase: str) -> None:
    found = mention_of(phrase)
    assert found is not None
    assert found.media


def test_pronouns_and_bare_words_for_some() -> None:
    assert mention_of("she") == Mention(0, 3, "she", pronoun="she", gender="female")
    some = mention_of("others")
    assert some is not None
    assert (some.kind, some.head, some.plural) == ("group", "others", True)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param("its mayor", "Bo Ek", ("Bo Ek", "mayor", "person"), id="role-name"),
        pytest.param("Bo Ek", "the head of Orle Rail", ("Bo Ek", "head", "person"), id="name-role"),
        pytest.param(
            "A campaign group",
            "the Upland Monitor",
            ("Upland Monitor", "campaign group", "organisation"),
            id="body",
        ),
        pytest.param("Bo Ek", "Ann Lee", None, id="two-names"),
        pytest.param("the mayor", "the judge", None, id="no-name"),
        pytest.param("she", "Bo Ek", None, id="pronoun"),
        pytest.param("Bo Ek", "the report", None, id="document"),
        pytest.param("Bo Ek", "the residents", None, id="plural"),
    ],
)
def test_join_apposition(first: str, second: str, joined: tuple[str, str, str] | None) -> None:
    a, b = mention_of(first), mention_of(second)
    assert a is not None
    assert b is not None
    found = join_apposition(a, b)
    assert (found and (found.name, found.role, found.kind)) == joined


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("who chairs the board", ("chair", "board"), id="chairs"),
        pytest.param("who runs Orle Rail", ("head", "Orle Rail"), id="runs"),
        pytest.param("who lives in Orle", None, id="no-office"),
        pytest.param("who leads", None, id="no-object"),
        pytest.param("who leads the country", None, id="no-side"),
    ],
)
def test_read_headed(phrase: str, expected: tuple[str, str] | None) -> None:
    found = read_headed(phrase, tokenize_names(phrase))
    assert (found and (found.role, found.side)) == expected


@pytest.mark.parametrize(
    ("text", "name", "role", "side", "kind", "gender"),
    [
        pytest.param(
            "Ann Lee, the mayor of Orle, came.",
            "Ann Lee",
            "mayor",
            "Orle",
            "person",
            "female",
            id="apposition-after",
        ),
        pytest.param(
            "The mayor of Orle, Kim Lee, came.",
            "Kim Lee",
            "mayor",
            "Orle",
            "person",
            None,
            id="apposition-before",
        ),
        pytest.param(
            "Kim Lee, who chairs the board, came.",
            "Kim Lee",
            "chair",
            "board",
            "person",
            None,
            id="who-chairs",
        ),
        pytest.param("Kim Lee, who sings, came.", "Kim Lee", None, None, "person", None, id="who"),
        pytest.param(
            "Spokesman Kim Lee came.", "Kim Lee", "Spokesman", None, "person", "male", id="gender-of-role"
        ),
        pytest.param("Mrs Lee came.", "Lee", "Mrs", None, "person", "female", id="gender-of-title"),
        pytest.param(
            "Borr Tallis, which makes rails, grew.",
            "Borr Tallis",
            "company",
            None,
            "organisation",
            None,
            id="which",
        ),
        pytest.param(
            "Borr Tallis sold its yard.", "Borr Tallis", "company", None, "organisation", None, id="its"
        ),
        pytest.param(
            "A campaign group, the Upland Monitor, came.",
            "Upland Monitor",
            "campaign group",
            None,
            "organisation",
            None,
            id="described-body",
        ),
        pytest.param(
            "We saw the electoral commission.",
            "electoral commission",
            None,
            None,
            "organisation",
            None,
            id="lower-case-body",
        ),
        pytest.param(
            "We met Norway’s Bo Ek, Ann Lee, there.",
            "Ann Lee",
            None,
            None,
            "person",
            "female",
            id="no-apposition",
        ),
        pytest.param("They met in Lake Orrin.", "Lake Orrin", None, None, None, None, id="place"),
        pytest.param("Temmet’s volunteers came.", "Temmet", None, None, None, None, id="owner"),
        pytest.param("He saw Bo Ek of Orle Rail.", "Bo Ek", None, "Orle Rail", "person", None, id="name-of"),
    ],
)
def test_find_speakers(
    text: str, name: str, role: str | None, side: str | None, kind: str | None, gender: str | None
) -> None:
    found = index_of(text).find(name)
    assert found is not None
    assert (found.name, found.role, found.side, found.kind, found.gender) == (name, role, side, kind, gender)


def test_a_role_is_kept_from_any_mention_and_the_first_place() -> None:
    (lee,) = index_of("Ann Lee came. Later mayor Ann Lee left. Lee slept.").speakers
    assert lee == Speaker("Ann Lee", "mayor", None, "person", "female", 0, called=frozenset({"mayor"}))


def test_headings_and_title_are_not_read() -> None:
    text = "Bigfoot Walks Again\n\nKey Points From Talks\n\nAnn Lee came."
    assert [s.name for s in index_of(text, title_end=19).speakers] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "wording", "expected"),
    [
        pytest.param("Emin Torvash came.", "Torvash", "Emin Torvash", id="surname"),
        pytest.param("Emin Torvash came.", "the Torvash’s", "Emin Torvash", id="article-and-ending"),
        pytest.param("Emin Torvash came.", "director Emin Torvash", "Emin Torvash", id="with-role"),
        pytest.param("Emin Torvash and Ana Torvash came.", "Torvash", "Torvash", id="two-of-a-name"),
        pytest.param("The Reform Alliance won.", "Alliance", "Reform Alliance", id="end-of-body"),
        pytest.param("The Reform Alliance won.", "Reform", "Reform Alliance", id="start-of-body"),
        pytest.param("The World Health Organization came.", "WHO", "World Health Organization", id="acronym"),
        pytest.param("Mayor Bo Ek came.", "Bo", "Bo", id="given-name-of-a-person"),
        pytest.param("Borr Rail came.", "Borr", "Borr Rail", id="start-of-unknown"),
        pytest.param("It rained.", "Nobody Else", "Nobody Else", id="unknown"),
        pytest.param("It rained.", "", "", id="empty"),
    ],
)
def test_canonical(text: str, wording: str, expected: str) -> None:
    assert index_of(text).canonical(wording) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        pytest.param("Finance minister Eva Stahl came.", "the minister", "Eva Stahl", id="role"),
        pytest.param("Finance minister Eva Stahl came.", "the finance minister", "Eva Stahl", id="portfolio"),
        pytest.param(
            "Finance minister Eva Stahl came.",
            "the interior minister",
            "interior minister",
            id="other-portfolio",
        ),
        pytest.param("Finance minister Eva Stahl came.", "a minister", "minister", id="indefinite"),
        pytest.param(
            "Minister Eva Stahl and minister Bo Ek came.", "the minister", "minister", id="two-of-a-role"
        ),
        pytest.param("Bo Ek, the union’s agent, came.", "the agent", "Bo Ek", id="agent"),
        pytest.param("Spokesman Bo Ek came.", "the spokesperson", "Bo Ek", id="same-role"),
        pytest.param("The Upland Monitor came.", "the monitor", "Upland Monitor", id="body"),
        pytest.param(
            "The electoral commission met.", "the commission", "electoral commission", id="lower-case"
        ),
        pytest.param(
            "The Civil Directorate of Orle met.",
            "the directorate",
            "Civil Directorate of Orle",
            id="noun-inside",
        ),
        pytest.param("The Coast Party and the Reform Party met.", "the party", "party", id="two-bodies"),
        pytest.param("Borr Rail, a maker of rails, grew.", "the company", "Borr Rail", id="company"),
        pytest.param(
            "The Upland Monitor, a campaign group, came.", "the group", "Upland Monitor", id="described"
        ),
        pytest.param("It rained.", "the army", "army", id="unknown"),
        pytest.param("The Norwegian army met.", "Norway’s army", "Norway’s army", id="side-differs"),
        pytest.param("It rained.", "the thing", "thing", id="unknown-noun"),
    ],
)
def test_resolve(text: str, phrase: str, expected: str) -> None:
    mention = mention_of(phrase)
    assert mention is not None
    later = mention._replace(start=len(text) + 1)
    assert index_of(text).resolve(later).name == expected


def test_resolve_pronoun_and_some_to_nobody() -> None:
    index = index_of("Ann Lee came.")
    for word in ("she", "some"):
        mention = mention_of(word)
        assert mention is not None
        assert index.resolve(mention).name is None


def test_resolve_completes_side_and_keeps_the_stated_role() -> None:
    index = index_of("The Reform Alliance met. Its leader, Ann Lee, came. Reform leader Ann Lee left.")
    mention = mention_of("Alliance chair Ann Lee")
    assert mention is not None
    found = index.resolve(mention)
    assert (found.name, found.role, found.side) == ("Ann Lee", "Alliance chair", "Reform Alliance")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("radio", "media"),
        ("norway", "state"),
        ("nurses", "group"),
        ("vice-admiral", None),
        ("survey", "document"),
    ],
)
def test_noun_kind(word: str, kind: str | None) -> None:
    assert noun_kind(word) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("U.S. Army", ["U.S.", "Army"], id="acronym"),
        pytest.param("J. R. Moss", ["J.", "R.", "Moss"], id="initials"),
        pytest.param("in the U.S. today", ["in", "the", "U.S.", "today"], id="acronym-lower-case"),
        pytest.param("plan B. It", ["plan", "B.", "It"], id="letter-then-capital"),
        pytest.param("plan B. it", ["plan", "B", ".", "it"], id="letter-then-lower-case"),
        pytest.param("Mr. Lee", ["Mr.", "Lee"], id="title"),
        pytest.param("Mr. lee", ["Mr", ".", "lee"], id="title-then-lower-case"),
        pytest.param("B.", ["B", "."], id="last"),
    ],
)
def test_tokenize_names(text: str, expected: list[str]) -> None:
    assert [t.text for t in tokenize_names(text)] == expected


@given(st.text(alphabet=st.sampled_from("Aa b.’'s,theof Mrand-W"), max_size=120))
def test_speakers_are_words_of_the_text(text: str) -> None:
    for speaker in index_of(text).speakers:
        assert speaker.name
        assert speaker.name in text
