import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counterclaim.core.records import Article, Claim
from counterclaim.text.grounding import Grounded, Ungrounded, check_claim, fold, ground_quote, level
from counterclaim.text.reader import read_article
from counterclaim.text.sentences import split_sentences
from small_accounts import article, claim, claims, narrated, said_by
from strategies import articles

TEXT = (
    "The “Orla” sank off Karsk on Monday — 14 of its 60 passengers drowned, the coastguard said. "
    "Nobody had warned the crew. The owner’s two other ferries stay in port until Friday."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("‘Two’ — “three”", "'two' - \"three\"", id="quotes-and-dashes"),
        pytest.param("  a \n\t b ", "a b ", id="spaces"),
        pytest.param("ﬁve ½ Ⅳ", "five 1⁄2 iv", id="compatibility-forms"),
        pytest.param("１２", "12", id="full-width"),
        pytest.param("", "", id="empty"),
    ],
)
def test_typography_is_levelled(text: str, expected: str) -> None:
    assert fold(text).text == expected


@given(st.text())
def test_levelling_with_and_without_offsets_is_one(text: str) -> None:
    assert level(text) == fold(text).text


@given(st.text())
def test_fold_keeps_offsets_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.offsets)
    assert all(a <= b for a, b in pairwise(folded.offsets))
    assert all(0 <= at < len(text) for at in folded.offsets)


def is_settled(char: str) -> bool:
    """Whether the compatibility form of a character neither adds a space nor a part that joins its neighbour."""
    form = unicodedata.normalize("NFKC", char)
    return (
        not any(c.isspace() or unicodedata.combining(c) for c in form)
        and form.lower() == form.lower().lower()
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]).filter(is_settled) | st.just(" ")))
def test_fold_is_idempotent(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("it´s", "it's", id="acute-accent-as-apostrophe"),
        pytest.param("5″", '5"', id="double-prime"),
        pytest.param("cafe\u0301", "café", id="combining-accent"),
    ],
)
def test_forms_of_one_text_fold_alike(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("quote", "how", "found"),
    [
        pytest.param("Nobody had warned the crew", "exact", "Nobody had warned the crew", id="exact"),
        pytest.param(
            'the "Orla" sank off karsk on Monday - 14',
            "levelled",
            "The “Orla” sank off Karsk on Monday — 14",
            id="levelled",
        ),
        pytest.param(" the owner's two other ", "levelled", "The owner’s two other", id="outer-space"),
        pytest.param(
            "The owner’s two other ferries stayed in port until Friday",
            "near",
            "The owner’s two other ferries stay in port until Friday",
            id="near",
        ),
    ],
)
def test_a_quote_is_found(quote: str, how: str, found: str) -> None:
    place = ground_quote(quote, TEXT)
    assert isinstance(place, Grounded)
    assert place.how == how
    assert TEXT[place.start : place.end].strip(" .") == found.strip(" .")


@pytest.mark.parametrize(
    ("quote", "text", "reason"),
    [
        pytest.param(" \n", TEXT, "empty", id="empty"),
        pytest.param("\u0345", "", "not in the article", id="no-article"),
        pytest.param("Rescuers searched the harbour all night", TEXT, "not in the article", id="invented"),
        pytest.param(TEXT + TEXT, TEXT, "not in the article", id="longer-than-the-article"),
        pytest.param(
            "the harbour of Karsk was closd at noon",
            "the harbour of Karsk was closed at noon and the harbour of Karsk was closed at noon",
            "several places",
            id="two-places",
        ),
    ],
)
def test_a_quote_is_not_found(quote: str, text: str, reason: str) -> None:
    place = ground_quote(quote, text)
    assert isinstance(place, Ungrounded)
    assert reason in place.reason


@given(articles(), st.data())
def test_any_stretch_of_an_article_is_found_where_its_words_stand(told: Article, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(told.text)))
    quote = told.text[start : start + data.draw(st.integers(0, 80))]
    assume(quote.strip())
    place = ground_quote(quote, told.text)
    assert isinstance(place, Grounded)
    assert told.text[place.start : place.end] == quote


@given(st.text(max_size=60), st.text(max_size=120))
def test_any_quote_and_text_get_an_answer(quote: str, text: str) -> None:
    place = ground_quote(quote, text)
    assert isinstance(place, Ungrounded) or 0 <= place.start < place.end <= len(text)


def checked(text: str, *, quote: str, speaker: str | None = None, body: str = TEXT) -> str | None:
    """The reason against a claim that says `text` about `quote`; None where it stands."""
    told = article(body, title="Ferry sinks", outlet="Odrin Post")
    start = body.index(quote)
    made = claim(text, of=told.id, chain=(said_by(speaker), narrated("Odrin Post"))).model_copy(
        update={"quote": quote, "start": start, "end": start + len(quote)}
    )
    found = check_claim(made, told, split_sentences(body))
    return found.reason if found else None


FIRST, SECOND, THIRD = (
    "14 of its 60 passengers drowned",
    "Nobody had warned the crew",
    "two other ferries stay in port",
)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("14 of its 60 passengers drowned", FIRST, id="verbatim"),
        pytest.param("14 passengers drowned off Karsk", FIRST, id="name-from-the-sentence"),
        pytest.param("14 of its [the “Orla”] 60 passengers", FIRST, id="resolved-from-the-article"),
        pytest.param("Fourteen passengers drowned", FIRST, id="figure-in-words"),
        pytest.param("Nobody had warned the crew", SECOND, id="negation-kept"),
        pytest.param("two other ferries stay in port until Friday", THIRD, id="end-of-the-sentence"),
        pytest.param("Ferries stay in port", THIRD, id="capital-at-the-front"),
        pytest.param("said: Ferries stay in port", THIRD, id="capital-after-a-colon"),
    ],
)
def test_a_grounded_claim_stands(text: str, quote: str) -> None:
    assert checked(text, quote=quote) is None


@pytest.mark.parametrize(
    ("text", "quote", "reason"),
    [
        pytest.param("15 passengers drowned", FIRST, "the figure 15", id="another-figure"),
        pytest.param("at least 14 passengers drowned", FIRST, "the figure 14", id="another-bound"),
        pytest.param("14 to 60 passengers drowned", FIRST, "the figure 14 to 60", id="another-range"),
        pytest.param(
            "14 passengers drowned on 3 May 2019", FIRST, "the figure", id="a-date-is-checked-by-its-digits"
        ),
        pytest.param("14 passengers drowned off Torvik", FIRST, "'Torvik'", id="another-name"),
        pytest.param(
            "14 of its [the owner Torvik] passengers",
            FIRST,
            "'Torvik'",
            id="a-resolved-name-must-be-in-the-article",
        ),
        pytest.param(
            "14 of its [Torvik] passengers",
            FIRST,
            "'Torvik'",
            id="a-resolved-name-opens-the-brackets",
        ),
        pytest.param(
            "Torvik had not warned the crew",
            SECOND,
            "'Torvik'",
            id="another-name-opens-the-claim",
        ),
        pytest.param("two other ferries do not stay in port", THIRD, "has a negation", id="negation-added"),
        pytest.param("no ferries stay in port", THIRD, "the figure 0", id="none-added"),
        pytest.param("somebody had warned the crew", SECOND, "drops a negation", id="negation-dropped"),
    ],
)
def test_an_altered_claim_falls(text: str, quote: str, reason: str) -> None:
    found = checked(text, quote=quote)
    assert found
    assert reason in found


@pytest.mark.parametrize("added", ["Torvalis’", "Torvalis’s", "the Miners’"])
def test_an_owner_in_s_is_named_in_the_article(added: str) -> None:
    body = "“My boat sank,” Ivo Torvalis said for the Miners."
    assert checked(f"My [{added}] boat sank", quote="My boat sank", body=body) is None


@pytest.mark.parametrize(
    ("speaker", "stands"),
    [
        pytest.param(None, True, id="not-known"),
        pytest.param("the coastguard", True, id="in-the-text"),
        pytest.param("coastguard’s", True, id="possessive"),
        pytest.param("Ivo Land", False, id="not-in-the-article"),
    ],
)
def test_a_speaker_is_named_in_the_article(speaker: str | None, *, stands: bool) -> None:
    reason = checked("14 drowned", quote=FIRST, speaker=speaker)
    assert reason is None if stands else "Ivo Land" in (reason or "")


def test_a_negation_in_another_part_of_the_quote_is_not_dropped() -> None:
    body = "No one was hurt, and the bridge was closed."
    assert checked("the bridge was closed", quote=body, body=body) is None
    assert checked("bridge closed", quote=body, body=body) == "the claim drops a negation of its quote"


@pytest.mark.parametrize(
    "update",
    [
        pytest.param({"quote": ""}, id="no-quote"),
        pytest.param({"start": 1}, id="offset"),
        pytest.param({"quote": "Polls shut"}, id="other-words"),
    ],
)
def test_a_quote_must_stand_at_its_offsets(update: dict[str, str | int]) -> None:
    told = article("Polls opened.")
    made = claim("Polls opened", of=told.id).model_copy(update=update)
    assert check_claim(made, told, split_sentences(told.text)) == Ungrounded(
        "the quote is not at its offsets"
    )


def test_a_quote_outside_every_sentence_is_its_own_context() -> None:
    told = article("Polls opened. 9 voted.")
    assert check_claim(claim("Polls opened", of=told.id), told, ()) is None
    moved = claim("Polls opened", of=told.id).model_copy(update={"text": "9 Polls opened"})
    assert check_claim(moved, told, ()) is not None


def altered(made: Claim, digit: re.Match[str], by: int) -> Claim:
    other = str((int(digit.group()) + by) % 10)
    return made.model_copy(update={"text": made.text[: digit.start()] + other + made.text[digit.end() :]})


@given(articles(), st.integers(1, 9), st.data())
def test_every_altered_digit_is_caught(told: Article, by: int, data: st.DataObject) -> None:
    held = [(c, m) for c in read_article(told).claims if c.quantities for m in re.finditer("[0-9]", c.text)]
    assume(held)
    made, digit = data.draw(st.sampled_from(held))
    changed = altered(made, digit, by)
    context = " ".join(
        told.text[s.start : s.end]
        for s in split_sentences(told.text)
        if s.start < made.end and made.start < s.end
    )
    figures = re.findall(r"\d[\d,]*", changed.text)
    assume(not all(f in re.findall(r"\d[\d,]*", context) for f in figures))
    assert check_claim(changed, told, split_sentences(told.text)) is not None


@given(articles())
def test_every_claim_that_was_read_passes_the_gate_again(told: Article) -> None:
    digest = read_article(told)
    sentences = split_sentences(told.text)
    assert all(check_claim(c, told, sentences) is None for c in digest.claims)


def test_money_keeps_its_unit() -> None:
    body = "The bridge cost $3 million."
    (made,) = claims(body)
    told = article(body)
    euros = made.model_copy(update={"text": made.text.replace("$", "€")})
    assert check_claim(made, told, split_sentences(body)) is None
    assert check_claim(euros, told, split_sentences(body)) is not None
