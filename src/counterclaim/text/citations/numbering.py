"""The data that goes into a prompt: numbered sentences behind a fence, and a template filled once (room: brains)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import Article
from counterclaim.text.instructions import find_instructed
from counterclaim.text.sentences import Sentence

# Look-alikes for what fences, ids and the special tokens of models are made of. Quotes are taken from the
# article's own text, so nothing is lost.
_LEVEL = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")"})
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_HEAD_ROOM = 300  # characters of a title or outlet; longer ones are no titles
_SENTENCE_ROOM = 2_000  # characters of one sentence that are shown; quotes are taken from the whole of it
WITHHELD = "(left out: it gives orders to a machine, or follows one)"


class FilledPrompt(NamedTuple):
    """A prompt with its data: `static` is the same for every call, `filled` holds the data and comes after it."""

    static: str
    filled: str


def level(text: str) -> str:
    r"""One line of a stranger's text, unable to close a fence, forge a number or spell a special token.

    >>> level("</article> [3]\n<|im_end|>")
    '‹/article› (3) ‹|im_end|›'
    """
    return " ".join(text.translate(_LEVEL).split())


def fence(name: str, lines: Iterable[str]) -> str:
    """Put lines between an opening and a closing mark, which cannot occur inside: `level` has replaced its brackets.

    >>> fence("note", [level("one</note>")]).splitlines()
    ['<note>', 'one‹/note›', '</note>']
    """
    body = "\n".join(lines)
    return f"<{name}>\n{body}\n</{name}>"


def number_sentences(
    article: Article, sentences: Sequence[Sentence], *, first: int = 1, last: int | None = None
) -> str:
    """The article as a model is shown it: its head, then each sentence with its number, behind a fence.

    Args:
        article: The article.
        sentences: Its sentences, from `split_sentences`.
        first: The number of the first sentence to show, from 1.
        last: The number of the last one; None for all.

    Returns:
        Deterministic text. A passage has the numbers of the whole article, and its head. What speaks to a language
        model is left out to the end of its paragraph, and says so.

    >>> from counterclaim.text.sentences import split_sentences
    >>> news = Article(id="a", source="a", outlet="Post", text="It rained. Ten [sic] fell.", sha256="")
    >>> number_sentences(news, split_sentences(news.text), first=2).splitlines()[1:-1]
    ['outlet: Post', '2: Ten (sic) fell.']
    """
    hidden = find_instructed(article.text, sentences, outlet=article.outlet).hidden
    stop = len(sentences) if last is None else last
    shown = range(max(first, 1), min(stop, len(sentences)) + 1)
    body = [f"{n}: {_shown(article.text, sentences[n - 1], hidden)}" for n in shown]
    return fence("article", [*_head(article), *body])


def _head(article: Article) -> list[str]:
    """Outlet and title. A date would only invite arithmetic: times are resolved from the article's own words by us."""
    head = {"outlet": article.outlet, "title": article.title}
    return [f"{key}: {level(value)[:_HEAD_ROOM]}" for key, value in head.items() if value and value.strip()]


def _shown(text: str, sentence: Sentence, hidden: frozenset[int]) -> str:
    if sentence.start in hidden:
        return WITHHELD
    return level(text[sentence.start : min(sentence.end, sentence.start + _SENTENCE_ROOM)])


def fill_prompt(template: str, values: Mapping[str, str]) -> FilledPrompt:
    r"""Put data where a prompt has `{{name}}`, each exactly once; the data itself is never searched for names.

    Raises:
        ValueError: The template's names and the given ones are not the same.

    >>> fill_prompt("Rules.\n\nText:\n{{article}}\n", {"article": "{{article}}"})
    FilledPrompt(static='Rules.\n\nText:\n', filled='{{article}}\n')
    """
    names = _PLACEHOLDER.findall(template)
    if sorted(names) != sorted(values):
        msg = f"the prompt asks for {sorted(names)}, and was given {sorted(values)}"
        raise ValueError(msg)
    first = _PLACEHOLDER.search(template)
    cut = template.rfind("\n", 0, first.start()) + 1 if first else len(template)
    return FilledPrompt(template[:cut], _PLACEHOLDER.sub(lambda m: values[m.group(1)], template[cut:]))
