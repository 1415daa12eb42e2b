import asyncio
from pathlib import Path

import pytest

from briefing_story import briefing, comparison
from counterclaim.core.records import Article, ArticleDigest, Briefing, Engine, Unread
from counterclaim.outside.files import load_sources, pages_of
from counterclaim.outside.pages import PageReader
from counterclaim.steps.briefings import brief_batch, describe_engine
from counterclaim.steps.digests import DigestBatch
from counterclaim.steps.editions import carry_over, digests_of, go_on, still_unread
from counterclaim.steps.reading import Readout
from counterclaim.steps.stories import Order, digest_with
from counterclaim.steps.wishes import Wish
from counterclaim.text.reader import read_article
from small_accounts import article

BODY = "The fire at Karsk broke out at noon in a mill by the river, and the mill burned until Tuesday. "
OLD = article(BODY + "Police said 12 people were killed.", outlet="Post")
NEW = article(BODY + "Police said 9 people were killed.", outlet="Post")
OTHER = article("At Karsk the mill’s fire hurt 30 people, doctors said.", outlet="Courier")


def batch(*papers: Article, unread: tuple[Unread, ...] = ()) -> DigestBatch:
    return DigestBatch(tuple(read_article(paper) for paper in papers), unread)


def note(*papers: Article) -> Briefing:
    return brief_batch(batch(*papers))


def ids(digests: tuple[ArticleDigest, ...]) -> list[str]:
    return [digest.article.id for digest in digests]


def test_the_digests_of_a_note_are_those_it_was_made_from() -> None:
    assert tuple(digests_of(briefing()).values()) == comparison().digests


def test_an_article_given_again_is_not_counted_twice_and_stays_as_it_was_read() -> None:
    made = note(OLD, OTHER)
    again = read_article(OLD).model_copy(update={"claims": ()})
    carried = carry_over(made, [again])
    assert carried.digests == tuple(digests_of(made).values())
    assert carried.notices == ("articles of the earlier note, given again and not counted twice: 1",)


def test_new_articles_come_after_those_carried_over() -> None:
    assert ids(carry_over(note(OLD), batch(OTHER).digests).digests) == [OLD.id, OTHER.id]


def test_a_corrected_text_takes_the_place_of_the_earlier_one() -> None:
    carried = carry_over(note(OLD, OTHER), batch(NEW).digests)
    assert ids(carried.digests) == [OTHER.id, NEW.id]
    assert carried.notices == (f"{NEW.source!r}: another text of {OLD.source!r}, which it replaces",)


def test_sources_that_were_never_read_are_still_named() -> None:
    lost = (Unread(source="scan.pdf", reason="binary"), Unread(source=OTHER.source, reason="empty"))
    made = brief_batch(batch(OLD, unread=lost))
    assert still_unread(made, batch(OTHER).digests) == lost[:1]
    later = brief_batch(batch(OLD, OTHER), wish=Wish(previous=made))
    assert [one.source for one in later.unread] == ["scan.pdf"]


def test_the_next_version_keeps_title_number_and_who_read_its_articles() -> None:
    by_model = Engine(reader="model", model="m-1", prompts={"digest": "3"}, version="0")
    first = note(OLD).model_copy(update={"engine": by_model, "title": "The mill"})
    second = brief_batch(batch(OLD, OTHER), wish=Wish(previous=first))
    assert (second.version, second.title) == (2, "The mill")
    assert (second.engine.model, second.engine.prompts) == ("m-1", {"digest": "3"})
    third = go_on(
        second, note(OLD).model_copy(update={"engine": by_model.model_copy(update={"model": "m-2"})})
    )
    assert (third.version, third.engine.model) == (3, "m-1, m-2")
    assert brief_batch(batch(OLD), wish=Wish("Mine", first)).title == "Mine"


def test_readers_are_told_apart_and_told_once() -> None:
    mixed = read_article(OLD).model_copy(update={"reader": "builtin, model"})
    assert describe_engine(DigestBatch((mixed, read_article(OTHER)))).reader == "builtin, model"


@pytest.mark.enable_socket
def test_a_model_is_not_asked_about_an_article_of_the_earlier_note(tmp_path: Path) -> None:
    made = tmp_path / "a.md"
    made.write_text(f"---\noutlet: Post\n---\n{OLD.text}\n", encoding="utf-8")
    loaded = load_sources([str(made)])
    asked: list[str] = []

    async def read(paper: Article) -> Readout:
        asked.append(paper.source)
        return Readout(read_article(paper))

    with PageReader(pages_of(loaded)) as pages:
        first = asyncio.run(digest_with(read, Order("briefing", loaded, pages)))
        previous = brief_batch(first)
        again = asyncio.run(digest_with(read, Order("briefing", loaded, pages, wish=Wish(previous=previous))))
    assert asked == [str(made)]
    assert again.digests == first.digests
