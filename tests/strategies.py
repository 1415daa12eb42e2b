"""Shared Hypothesis strategies: small news articles with speakers, figures, places and times."""

from hashlib import sha256

from hypothesis import strategies as st

from counterclaim.core.records import Article

SPEAKERS = ("Ana Ruiz", "the fire service", "General Ivo Land", "the Health Ministry", "residents", "she")
PLACES = ("", " in Karsk", " in the district of Odrin", " across the country")
HEDGES = ("", "at least ", "more than ", "about ", "up to ", "nearly ")
VERBS = ("were killed", "were hurt", "lost their homes", "are missing", "had been detained")
WHOM = ("people", "soldiers", "miners", "children")
FRAMES = (
    "{who} said {what}.",
    "{what}, {who} said.",
    "{what}, according to {who}.",
    "“We count that {what},” {who} said.",
    "{what}.",
    "{who} denied that {what}.",
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    number = draw(st.integers(0, 120_000))
    figure = draw(st.sampled_from((f"{number:,}", str(number), "two dozen", "dozens of", "no", "another 12")))
    hedge = draw(st.sampled_from(HEDGES)) if figure[0].isdigit() else ""
    what = f"{hedge}{figure} {draw(st.sampled_from(WHOM))} {draw(st.sampled_from(VERBS))}{draw(st.sampled_from(PLACES))}"
    text = draw(st.sampled_from(FRAMES)).format(who=draw(st.sampled_from(SPEAKERS)), what=what)
    return text[0].upper() + text[1:]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    paragraphs = draw(
        st.lists(st.lists(sentences(), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4)
    )
    noise = draw(st.text(max_size=40).filter(lambda s: "\x00" not in s))
    text = "\n\n".join([*paragraphs, noise]).strip() or "Nothing."
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    day = draw(st.integers(1, 28))
    return Article.model_validate(
        {
            "id": f"a-{digest[:10]}",
            "source": f"{digest[:6]}.txt",
            "outlet": draw(st.sampled_from(("The Karsk Courier", "Odrin Post", None))),
            "published": f"2025-03-{day:02}T12:00:00+00:00",
            "language": "en",
            "text": text,
            "sha256": digest,
        }
    )
