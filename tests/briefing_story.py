"""An invented story as a comparison, for the tests of the note: a ferry fire told by five articles, one a reprint."""

import datetime as dt
from hashlib import sha256

from counterclaim.core.records import (
    Article,
    ArticleDigest,
    ArticleSummary,
    Attribution,
    Briefing,
    Claim,
    Comparison,
    Dropped,
    Engine,
    FigureRange,
    Label,
    Origin,
    Passage,
    Quantity,
    Relation,
    Response,
    Thread,
    TimeInterval,
    Uncompared,
    Unread,
)
from counterclaim.note.briefing import build_briefing
from counterclaim.steps.editions import go_on

_WIRE = """Fire broke out on the car deck of the ferry Orlanda at 2.05 a.m. on Tuesday, five miles off Kesten, the coast guard said.

Fourteen people died, coast guard commander Rhea Tolland told reporters on the quay. “We have taken 211 people off alive,” she said. Six were still missing, she added.

The ferry had left Sund with 231 people on board, according to the coast guard. Helicopters were over the ship within forty minutes, the transport ministry said.

The alarm sounded on every deck, Meridian Lines, which owns the ferry, said in a statement."""

_ISLANDER = """At least 19 people burned or drowned on the Orlanda, the Seafarers’ Union said on Tuesday afternoon, and it has their names.

“No alarm rang below deck three. My members ran from door to door,” the union’s secretary, Ivo Brandt, told a meeting in Kesten.

Two of the starboard lifeboats were padlocked, Brandt said. The sprinklers on the car deck had been out of order since January, according to the union.

“We were in the water for an hour and saw nobody,” passenger Mina Osk told the station Radio Strait.

Several dozen lorries were lost with the deck. The premier wants an inquiry by Easter if the owner does not open its books."""

_BUSINESS = """Meridian Lines lost a fifth of its market value after the fire on its ferry Orlanda.

Chief executive Carl Aune said that the sprinklers had been awaiting a part since January, and that the fire started shortly after two. He put the number on board at 231.

The repair would have cost 40,000 crowns, Aune said. Meridian Lines declined to comment on the lifeboats.

The company plans to sail again on Friday. Insurers expect to pay about 65 million crowns, analyst Petra Holm of Nordbank said."""

_FOLLOW_UP = """The coast guard raised its count of the dead in the Orlanda fire to 17 on Thursday, from 14 two days before. Three people are still missing, commander Rhea Tolland said.

“There was not one padlock on any lifeboat,” said Carl Aune, who runs Meridian Lines.

Tolland withdrew an earlier statement on the rescue: the first helicopter reached the ship after seventy minutes, not forty, she said.

The fire began in a refrigerated lorry, investigators at the transport ministry believe. The ministry said the coast guard’s earlier count of survivors stood. Damage might reach 80 million crowns, said harbour insurer Oskar Lind."""

_PAPERS = (
    ("kw1", "Kesten Wire", "Fourteen dead in ferry fire off Kesten", "2025-03-04T09:10:00+02:00", _WIRE),
    (
        "hp1",
        "The Harbour Post",
        "Ferry fire: coast guard counts 14 dead",
        "2025-03-04T10:30:00+02:00",
        "KESTEN (Kesten Wire) – " + _WIRE,
    ),
    ("is1", "The Islander", "“Nobody rang the bell”", "2025-03-04T16:20:00+02:00", _ISLANDER),
    ("sb1", "Strait Business Daily", "Meridian Lines sinks on the exchange", "2025-03-05", _BUSINESS),
    ("kw2", "Kesten Wire", "Ferry fire toll raised to 17", "2025-03-06T08:00:00+02:00", _FOLLOW_UP),
)

_TOLLAND = Attribution(name="Rhea Tolland", role="commander", side="coast guard", cue="told")
_GUARD = Attribution(name="the coast guard", side="coast guard", cue="said")
_MINISTRY = Attribution(name="the transport ministry", side="government", cue="said")
_MERIDIAN = Attribution(name="Meridian Lines", side="Meridian Lines", cue="said")
_AUNE = Attribution(name="Carl Aune", role="chief executive", side="Meridian Lines", cue="said")
_UNION = Attribution(name="Seafarers’ Union", side="Seafarers’ Union", cue="said")
_BRANDT = Attribution(name="Ivo Brandt", role="secretary", side="Seafarers’ Union", cue="told", mode="direct")
_OSK = Attribution(name="Mina Osk", role="passenger", cue="told", mode="direct", access="first_hand")
_LIND = Attribution(name="Oskar Lind", role="harbour insurer", cue="said")
_HOLM = Attribution(name="Petra Holm", role="analyst", side="Nordbank", cue="said")

_Q_DEAD = "How many people died in the fire on the Orlanda?"
_Q_MISSING = "How many people are missing?"
_Q_ABOARD = "How many people were on board?"
_Q_ALARM = "Did the alarm sound on every deck?"
_Q_BOATS = "Were lifeboats padlocked?"
_Q_START = "When did the fire break out?"
_Q_HELP = "How long did the first helicopter take?"

Row = tuple[str, str, str, str, str, str, Attribution | None]
_CLAIMS: tuple[Row, ...] = (
    ("k01", "kw1", "Fourteen people died", "Fourteen people died in the fire on the Orlanda.", _Q_DEAD, "14", _TOLLAND),
    ("k02", "kw1", "We have taken 211 people off alive", "211 people were taken off the Orlanda alive.", "How many people were rescued?", "211", _TOLLAND),
    ("k03", "kw1", "Six were still missing", "Six people were still missing.", _Q_MISSING, "6", _TOLLAND),
    ("k04", "kw1", "The ferry had left Sund with 231 people on board", "The Orlanda had left Sund with 231 people on board.", _Q_ABOARD, "231", _GUARD),
    ("k05", "kw1", "Helicopters were over the ship within forty minutes", "Helicopters were over the Orlanda within forty minutes.", _Q_HELP, "within forty minutes", _MINISTRY),
    ("k06", "kw1", "The alarm sounded on every deck", "The alarm sounded on every deck of the Orlanda.", _Q_ALARM, "Yes", _MERIDIAN),
    ("k07", "kw1", "Fire broke out on the car deck of the ferry Orlanda at 2.05 a.m. on Tuesday, five miles off Kesten", "Fire broke out on the car deck of the Orlanda at 2.05 a.m. on Tuesday.", _Q_START, "2.05 a.m. on Tuesday", _GUARD),
    ("h01", "hp1", "Fourteen people died", "Fourteen people died in the fire on the Orlanda.", _Q_DEAD, "14", _TOLLAND),
    ("h02", "hp1", "We have taken 211 people off alive", "211 people were taken off the Orlanda alive.", "How many people were rescued?", "211", _TOLLAND),
    ("h03", "hp1", "The alarm sounded on every deck", "The alarm sounded on every deck of the Orlanda.", _Q_ALARM, "Yes", _MERIDIAN),
    ("i01", "is1", "At least 19 people burned or drowned on the Orlanda", "At least 19 people died on the Orlanda.", _Q_DEAD, "at least 19", _UNION),
    ("i02", "is1", "“No alarm rang below deck three. My members ran from door to door,”", "No alarm rang below deck three.", _Q_ALARM, "No, not below deck three", _BRANDT),
    ("i03", "is1", "Two of the starboard lifeboats were padlocked", "Two of the starboard lifeboats were padlocked.", _Q_BOATS, "two of them", _BRANDT),
    ("i04", "is1", "The sprinklers on the car deck had been out of order since January", "The sprinklers on the car deck had been out of order since January.", "Did the sprinklers work?", "No, since January", _UNION),
    ("i05", "is1", "We were in the water for an hour and saw nobody", "Passengers were in the water for an hour and saw nobody.", "How long were passengers in the water?", "an hour", _OSK),
    ("i06", "is1", "Several dozen lorries were lost with the deck", "Several dozen lorries were lost with the deck.", "How many lorries were lost?", "several dozen", None),
    ("i07", "is1", "The premier wants an inquiry by Easter if the owner does not open its books", "The premier wants an inquiry by Easter.", "Will there be an inquiry?", "by Easter", Attribution(name=None, role="the premier", cue="wants")),
    ("b01", "sb1", "Carl Aune said that the sprinklers had been awaiting a part since January", "The sprinklers had been awaiting a part since January.", "Did the sprinklers work?", "No, since January", _AUNE),
    ("b02", "sb1", "He put the number on board at 231", "231 people were on board.", _Q_ABOARD, "231", _AUNE),
    ("b03", "sb1", "the fire started shortly after two", "The fire started shortly after two.", _Q_START, "shortly after two", _AUNE),
    ("b04", "sb1", "The repair would have cost 40,000 crowns", "The repair would have cost 40,000 crowns.", "What would the repair have cost?", "40,000 crowns", _AUNE),
    ("b05", "sb1", "Meridian Lines declined to comment on the lifeboats", "Meridian Lines declined to comment on the lifeboats.", _Q_BOATS, "declined to comment", _MERIDIAN),
    ("b06", "sb1", "The company plans to sail again on Friday", "Meridian Lines plans to sail again on Friday.", "When will the company sail again?", "on Friday", Attribution(name="Strait Business Daily", mode="narration")),
    ("b07", "sb1", "Insurers expect to pay about 65 million crowns", "Insurers expect to pay about 65 million crowns.", "What will insurers pay?", "about 65 million crowns", _HOLM),
    ("b08", "sb1", "Meridian Lines lost a fifth of its market value", "Meridian Lines lost a fifth of its market value.", "How far did the shares fall?", "by a fifth", Attribution(name="Strait Business Daily", mode="narration")),
    ("f01", "kw2", "The coast guard raised its count of the dead in the Orlanda fire to 17 on Thursday", "The coast guard raised its count of the dead to 17.", _Q_DEAD, "17", _GUARD),
    ("f02", "kw2", "Three people are still missing", "Three people are still missing.", _Q_MISSING, "3", _TOLLAND),
    ("f03", "kw2", "There was not one padlock on any lifeboat", "There was not one padlock on any lifeboat.", _Q_BOATS, "No", _AUNE),
    ("f04", "kw2", "the first helicopter reached the ship after seventy minutes, not forty", "The first helicopter reached the ship after seventy minutes.", _Q_HELP, "after seventy minutes", _TOLLAND),
    ("f05", "kw2", "The fire began in a refrigerated lorry", "The fire began in a refrigerated lorry.", "Where did the fire begin?", "in a refrigerated lorry", _MINISTRY),
    ("f06", "kw2", "the coast guard’s earlier count of survivors stood", "The coast guard’s earlier count of survivors stood.", "How many people were rescued?", "the earlier count", _MINISTRY),
    ("f07", "kw2", "Damage might reach 80 million crowns", "Damage might reach 80 million crowns.", "What will insurers pay?", "80 million crowns", _LIND),
)  # fmt: skip

_FIGURES: dict[str, tuple[str, float | None, float | None, str, str | None, str]] = {
    "k01": ("Fourteen", 14, 14, "exact", None, "killed"),
    "h01": ("Fourteen", 14, 14, "exact", None, "killed"),
    "i01": ("At least 19", 19, None, "at_least", None, "killed"),
    "f01": ("17", 17, 17, "exact", None, "killed"),
    "k02": ("211", 211, 211, "exact", None, "rescued"),
    "h02": ("211", 211, 211, "exact", None, "rescued"),
    "k03": ("Six", 6, 6, "exact", None, "missing"),
    "f02": ("Three", 3, 3, "exact", None, "missing"),
    "k04": ("231", 231, 231, "exact", None, "present"),
    "b02": ("231", 231, 231, "exact", None, "present"),
    "k05": ("forty", 0, 40, "at_most", "minute", "reached"),
    "f04": ("seventy", 70, 70, "exact", "minute", "reached"),
    "i06": ("Several dozen", 36, None, "vague", None, "lost"),
    "b04": ("40,000 crowns", 40000, 40000, "exact", "crown", "cost"),
    "b07": ("about 65 million crowns", 65e6, 65e6, "approx", "crown", "paid"),
    "f07": ("80 million crowns", None, 80e6, "at_most", "crown", "paid"),
    "b08": ("a fifth", 20, 20, "exact", "percent", "fell"),
}

_RELATIONS: tuple[tuple[str, str, Label, str], ...] = (
    ("k01", "h01", "equivalent", "the same words in a reprint"),
    ("k02", "h02", "equivalent", "the same words in a reprint"),
    ("k06", "h03", "equivalent", "the same words in a reprint"),
    ("k01", "i01", "contradicts", "14 is below the floor of 19"),
    ("f01", "i01", "contradicts", "17 is below the floor of 19"),
    ("f01", "k01", "updates", "the same originator raised its count"),
    ("f02", "k03", "updates", "the same originator, a later count"),
    ("f04", "k05", "corrects", "the earlier time is called wrong"),
    ("f05", "i06", "different_scope", "another outcome"),
    ("i02", "k06", "contradicts", "one says that it happened, the other that it did not"),
    ("f03", "i03", "denies", "a denial of the same statement"),
    ("i03", "f03", "contradicts", "one says that it happened, the other that it did not"),
    ("k04", "b02", "equivalent", "the same figure of the same people"),
    ("i04", "b01", "equivalent", "the same period, another wording"),
    ("k07", "b03", "compatible", "2.05 lies shortly after two"),
    ("f06", "k02", "confirms", "the ministry stands by the count"),
    ("f06", "h02", "reports", "it says only that the other was said"),
    ("b07", "b04", "undetermined", "the currency is not stated: which crowns"),
    ("i05", "k05", "undetermined", "the place is missing"),
    ("k03", "k04", "part_of", "the missing are part of those on board"),
    ("b06", "f05", "fulfils", "a deed that was planned"),
    ("k04", "k02", "refines", "the larger count holds the smaller"),
    ("f07", "b07", "possible_update", "a later count by another originator"),
)

_THREADS: tuple[Thread, ...] = (
    Thread(
        id="t-dead", question=_Q_DEAD, claims=("k01", "h01", "i01", "f01"), status="disputed",
        independent_origins=2, differs_by=("number",), figures=FigureRange(low=17, high=None, floor=17),
        superseded=("k01", "h01"),
    ),
    Thread(
        id="t-alarm", question=_Q_ALARM, claims=("k06", "h03", "i02"), status="disputed", independent_origins=2,
        differs_by=("polarity",), responses=(Response(kind="not_mentioned", speaker="Rhea Tolland"),),
    ),
    Thread(
        id="t-boats", question=_Q_BOATS, claims=("i03", "b05", "f03"), status="disputed", independent_origins=2,
        differs_by=("polarity",),
        responses=(
            Response(kind="declined", speaker="Meridian Lines", claim="b05"),
            Response(kind="denied", speaker="Carl Aune", claim="f03"),
        ),
    ),
    Thread(id="t-aboard", question=_Q_ABOARD, claims=("k04", "b02"), status="agreed", independent_origins=2, figures=FigureRange(low=231, high=231, floor=231)),
    Thread(id="t-sprinklers", question="Did the sprinklers work?", claims=("i04", "b01"), status="conceded", independent_origins=2),
    Thread(id="t-missing", question=_Q_MISSING, claims=("k03", "f02"), status="superseded", independent_origins=1, superseded=("k03",)),
    Thread(id="t-help", question=_Q_HELP, claims=("k05", "f04"), status="superseded", independent_origins=1, superseded=("k05",)),
    Thread(id="t-rescued", question="How many people were rescued?", claims=("k02", "h02", "f06"), status="one_sided", independent_origins=1),
    Thread(id="t-start", question=_Q_START, claims=("k07", "b03"), status="unclear", independent_origins=2),
    Thread(id="t-water", question="How long were passengers in the water?", claims=("i05",), status="single_origin", independent_origins=1),
    Thread(id="t-lorries", question="How many lorries were lost?", claims=("i06",), status="single_origin"),
    Thread(id="t-inquiry", question="Will there be an inquiry?", claims=("i07",), status="single_origin", independent_origins=1),
    Thread(id="t-repair", question="What would the repair have cost?", claims=("b04",), status="single_origin", independent_origins=1),
    Thread(id="t-sail", question="When will the company sail again?", claims=("b06",), status="single_origin", independent_origins=1),
    Thread(id="t-insurers", question="What will insurers pay?", claims=("b07", "f07"), status="unclear", independent_origins=2, figures=FigureRange(low=65e6, high=80e6, unit="crown")),
    Thread(id="t-shares", question="How far did the shares fall?", claims=("b08",), status="single_origin", independent_origins=1),
)  # fmt: skip  # f05 is left out on purpose: a claim in no thread is still printed

_TUESDAY = dt.datetime(2025, 3, 4)  # noqa: DTZ001 -- the event's local time, in a zone no article states
_HOUR, _MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
_TIMES = {
    "k07": TimeInterval(text="at 2.05 a.m. on Tuesday", start=_TUESDAY + 2 * _HOUR + 5 * _MINUTE, end=_TUESDAY + 2 * _HOUR + 6 * _MINUTE),
    "b03": TimeInterval(text="shortly after two", start=_TUESDAY + 2 * _HOUR, end=_TUESDAY + 2 * _HOUR + 20 * _MINUTE),
    "k05": TimeInterval(text="within forty minutes", start=None, end=_TUESDAY + 2 * _HOUR + 45 * _MINUTE),
    "b06": TimeInterval(text="on Friday", start=_TUESDAY + 72 * _HOUR, end=_TUESDAY + 96 * _HOUR),
    "i04": TimeInterval(text="since January", start=_TUESDAY.replace(month=1, day=1)),
}  # fmt: skip
_SAID = {
    "i01": TimeInterval(text="on Tuesday afternoon", start=_TUESDAY + 12 * _HOUR, end=_TUESDAY + 18 * _HOUR),
    "f01": TimeInterval(text="on Thursday", start=_TUESDAY + 48 * _HOUR, end=_TUESDAY + 72 * _HOUR),
}
_KEYS = {"kw1": ("k01", "k02", "k03"), "is1": ("i01", "i06"), "sb1": ("b07",), "kw2": ("f01",)}


def articles() -> dict[str, Article]:
    made = {}
    for number, outlet, title, published, text in _PAPERS:
        digest = sha256(text.encode()).hexdigest()
        made[number] = Article(
            id=number, source=f"ferry/{number}.md", title=title, outlet=outlet, text=text, sha256=digest,
            language="en", published=published,  # type: ignore[arg-type]
        )  # fmt: skip
    return made


def _quantities(claim: str, start: int, quote: str) -> tuple[Quantity, ...]:
    if claim not in _FIGURES:
        return ()
    text, low, high, bound, unit, measure = _FIGURES[claim]
    at = start + quote.index(text)
    return (
        Quantity(start=at, end=at + len(text), text=text, low=low, high=high, bound=bound, unit=unit, measure=measure),  # type: ignore[arg-type]
    )  # fmt: skip


def _claim(row: Row, papers: dict[str, Article]) -> Claim:
    number, paper, quote, text, question, answer, speaker = row
    start = papers[paper].text.index(quote)
    chain = (speaker,) if speaker else ()
    if number == "i05":
        chain = (*chain, Attribution(name="Radio Strait"))
    outlet = Attribution(name=papers[paper].outlet, mode="narration")
    return Claim(
        id=number, article=paper, quote=quote, start=start, end=start + len(quote), text=text, question=question,
        answer=answer, attribution=(*chain, outlet) if chain and chain[0].mode != "narration" else chain,
        polarity="denied" if number in {"i02", "f03"} else "affirmed",
        certainty="probable" if number in {"f05", "b07", "f07"} else "unstated",
        reality={"b06": "planned", "i07": "conditional"}.get(number, "occurred"),  # type: ignore[arg-type]
        kind="quantity" if number in _FIGURES else "event",
        quantities=_quantities(number, start, quote), event_time=_TIMES.get(number), said_at=_SAID.get(number),
        flags=("declined",) if number == "b05" else (),
    )  # fmt: skip


def comparison() -> Comparison:
    papers = articles()
    claims = [_claim(row, papers) for row in _CLAIMS]
    digests = tuple(_digest(paper, [c for c in claims if c.article == paper.id]) for paper in papers.values())
    return Comparison(
        digests=digests,
        relations=tuple(Relation(a=a, b=b, label=label, reason=why, basis="rule:sample") for a, b, label, why in _RELATIONS),
        threads=_THREADS,
        origins=(
            Origin(id="o1", kind="same_text", articles=("kw1", "hp1"), source="kw1", reason="97% of the text is shared"),
            Origin(id="o2", kind="same_originator", articles=("kw1", "kw2"), claims=("k01", "h01", "f01", "k02", "h02", "k03", "f02", "f04"), originator="Rhea Tolland"),
        ),
        uncompared=(Uncompared(what="pairs of claims", reason="over the limit of candidates a claim", count=3),),
    )  # fmt: skip


def _digest(paper: Article, claims: list[Claim]) -> ArticleDigest:
    first, *rest = paper.text.split("\n\n")
    key = (first, rest[0])
    summary = ArticleSummary(
        article=paper.id,
        headline=paper.title,
        who=tuple(dict.fromkeys(c.attribution[0].name or "" for c in claims if c.attribution)),
        what=first,
        where="Kesten",
        when="on Tuesday",
        key_sentences=tuple(Passage(start=paper.text.index(k), end=paper.text.index(k) + len(k), text=k) for k in key),
        key_figures=_KEYS.get(paper.id, ()),
    )  # fmt: skip
    dropped = (
        Dropped(article=paper.id, what="“My members ran”", reason="the quote holds no complete statement"),
    )
    return ArticleDigest(
        article=paper,
        summary=summary,
        claims=tuple(claims),
        dropped=dropped if paper.id == "is1" else (),
    )


def briefing() -> Briefing:
    return build_briefing(
        comparison(),
        unread=(Unread(source="ferry/scan.pdf", reason="the file is binary; give the text of the article"),),
        engine=Engine(reader="builtin", version="0.1.0"),
    )


_FIRST_DAY = {
    "t-boats": "single_origin", "t-aboard": "single_origin", "t-sprinklers": "single_origin",
    "t-missing": "single_origin", "t-help": "single_origin", "t-start": "single_origin",
}  # fmt: skip


def first_day() -> Briefing:
    """The note as it stood on Tuesday: without the business page and the follow-up."""
    whole = briefing()
    articles = tuple(a for a in whole.articles if a.id not in {"sb1", "kw2"})
    read = {a.id for a in articles}
    claims = tuple(c for c in whole.claims if c.article in read)
    known = {c.id for c in claims}
    threads = [
        t.model_copy(
            update={
                "claims": tuple(c for c in t.claims if c in known),
                "superseded": (),
                "status": _FIRST_DAY.get(t.id, t.status),
                "responses": tuple(r for r in t.responses if r.claim is None or r.claim in known),
            }
        )
        for t in whole.threads
    ]
    return whole.model_copy(
        update={
            "articles": articles,
            "summaries": tuple(s for s in whole.summaries if s.article in read),
            "claims": claims,
            "relations": tuple(r for r in whole.relations if {r.a, r.b} <= known),
            "threads": tuple(t for t in threads if t.claims),
            "origins": tuple(o for o in whole.origins if set(o.articles) <= read),
            "dropped": tuple(d for d in whole.dropped if d.article in read),
            "as_of": articles[-1].published,
        }
    )


def second_day() -> Briefing:
    """The whole note as version 2, going on from the first day's."""
    return go_on(first_day(), briefing())
