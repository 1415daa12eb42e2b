from itertools import pairwise

from hypothesis import given

from counterclaim.core.records import Article, Attribution
from counterclaim.text.reader import read_article
from counterclaim.text.sentences import split_sentences
from counterclaim.text.summary import find_named, summarize_article
from small_accounts import article, claim, narrated, said_by
from strategies import articles

STORY = (
    "Twelve miners died in Karsk on Monday, Ana Ruiz said.\n\nShe said 40 others were hurt in Karsk.\n\n"
    "The pit was shut.\n\nIt rained in Odrin.\n\nThe mayor, Ivo Land, thanked the crews.\n\n"
    "Trains were late.\n\nThe Karsk pit had 900 miners, the union said."
)


def test_an_article_is_summed_up_in_its_own_words() -> None:
    told = article(STORY, title="Miners die in pit at Karsk")
    summary = read_article(told).summary
    assert summary.headline == "Miners die in pit at Karsk"
    assert summary.what == "Twelve miners died in Karsk on Monday, Ana Ruiz said."
    assert summary.where == "Karsk"
    assert summary.when == "Monday"
    assert "Ana Ruiz" in summary.who
    assert summary.key_figures == tuple(c.id for c in read_article(told).claims if c.quantities)
    assert summary.key_sentences[0].text == summary.what
    assert "Trains were late." not in {p.text for p in summary.key_sentences}
    assert "The Karsk pit had 900 miners, the union said." in {p.text for p in summary.key_sentences}


def test_an_empty_article_says_nothing() -> None:
    summary = summarize_article(article(""), (), ())
    assert (summary.what, summary.where, summary.when, summary.key_sentences) == (None, None, None, ())


def test_a_stray_mark_is_no_sentence() -> None:
    text = "-\n\nPolls opened."
    assert summarize_article(article(text), split_sentences(text), ()).what == "Polls opened."


def test_speakers_are_named_once_with_their_role() -> None:
    mayor = Attribution(name="Ana Ruiz", role="mayor")
    held = [
        claim("a", chain=(said_by("Ana Ruiz"), narrated())),
        claim("b", chain=(mayor,)),
        claim("c", chain=(said_by("Ana Ruiz"),)),
        claim("d", chain=(said_by(None),)),
        claim("e", chain=(narrated(),)),
        claim("f"),
        claim("g", chain=(said_by("Ivo Land"),)),
    ]
    assert find_named(held) == (mayor, said_by("Ivo Land"))


@given(articles())
def test_key_sentences_are_verbatim_and_in_order(told: Article) -> None:
    summary = read_article(told).summary
    assert len(summary.key_sentences) <= 5
    assert all(told.text[p.start : p.end] == p.text for p in summary.key_sentences)
    assert all(a.end <= b.start for a, b in pairwise(summary.key_sentences))
