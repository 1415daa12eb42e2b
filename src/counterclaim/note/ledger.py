"""Where the statements come from, what is missing, and how the note was made (room: brains)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from counterclaim.core.marks import BESIDE
from counterclaim.core.records import Access, Article, ArticleSummary, Briefing, Engine, Usage
from counterclaim.note.dates import moment_words
from counterclaim.note.parties import is_unnamed
from counterclaim.note.placement import Placement
from counterclaim.note.policies import POLICY_WORDS
from counterclaim.note.prose import (
    LINE_ROOM,
    NAME_ROOM,
    NOT_STATED,
    counted,
    listing,
    plain,
    shortened,
    small,
)
from counterclaim.note.register import Register, outlet_name
from counterclaim.note.view import QUOTES_WORDS, Citation, OriginLine, Position, Source, Wording
from counterclaim.relate.lineage import name_key
from counterclaim.relate.overrules import JUDGEMENTS

_NO_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_ITEM_ROOM = 160
_TIMES = "of publication unless marked “said”, by the clock of"
_EVENT_TIMES = "events by the clock and calendar that an article words"
_UNSTATED: Access = "unstated"


def sources(briefing: Briefing, register: Register) -> tuple[Source, ...]:
    """Each article in order of publication, a reprint with the article it copies."""
    summaries = {summary.article: summary for summary in briefing.summaries}
    grades = {name_key(one.outlet): f"{one.grade}6" for one in briefing.desk.grades} if briefing.desk else {}
    return tuple(
        _source(register, article, summaries.get(article.id))._replace(
            grade=grades.get(name_key(article.outlet or ""), "")
        )
        for article in register.in_order
    )


def _source(register: Register, article: Article, summary: ArticleSummary | None) -> Source:
    original = register.articles.get(register.copy_of.get(article.id, ""))
    outlet, published = outlet_name(article), moment_words(article.published, zone=True)
    passages = summary.key_sentences if summary else ()
    return Source(
        article=article.id,
        outlet=outlet,
        title=shortened(article.title or (summary.headline if summary else None) or "", LINE_ROOM) or None,
        published=published,
        language=shortened(article.language or "", NAME_ROOM) or "language not known",
        length=length_words(article),
        copy_of=outlet_name(original) if original else None,
        summary=_summary_lines(summary),
        key_sentences=tuple(
            Citation(
                "",
                article.id,
                outlet,
                published,
                passage.text,
                passage.start,
                passage.end,
                language=plain(article.language or ""),
            )
            for passage in passages
        ),
        source=shortened(article.source, LINE_ROOM),
        flags=tuple(shortened(flag, LINE_ROOM) for flag in article.flags),
        original=original.id if original else None,
    )


def _summary_lines(summary: ArticleSummary | None) -> tuple[tuple[str, str], ...]:
    if summary is None:
        return ()
    who = listing([words for name in summary.who if (words := shortened(name, NAME_ROOM))], limit=6)
    lines = (("who", who), ("what", summary.what), ("where", summary.where), ("when", summary.when))
    return tuple((label, shortened(words, _ITEM_ROOM)) for label, words in lines if words and plain(words))


def length_words(article: Article) -> str:
    """How long an article is, in words; in characters where the script sets no spaces between words.

    >>> length_words(Article(id="a", source="s", text="Two people died.", sha256=""))
    '3 words'
    """
    if (article.language or "").split("-")[0].lower() in _NO_SPACES:
        return counted(len(article.text), "character")
    return counted(len(article.text.split()), "word")


def origin_lines(placement: Placement) -> tuple[OriginLine, ...]:
    """Each speaker with the outlets that carry them, the most quoted first, outlets in their own voice last."""
    grouped: dict[str, list[Position]] = {}
    for _, positions in placement.threads:
        for position in positions:
            grouped.setdefault(position.origin, []).append(position)
    lines = []
    for name, rows in grouped.items():
        own = tuple(dict.fromkeys(outlet for row in rows for outlet in row.outlets))
        copied = dict.fromkeys(c.outlet for row in rows for c in row.reprints if c.outlet not in own)
        speaker = (
            max((row.speaker for row in rows), key=len) if len({row.name for row in rows}) == 1 else name
        )
        attributed = any(row.attributed for row in rows)
        access = next((row.access for row in rows if row.access != "unstated"), _UNSTATED)
        party = next((row.party for row in rows if row.party), "")
        lines.append(OriginLine(name, speaker, len(rows), own, tuple(copied), attributed, access, party))
    return tuple(sorted(lines, key=lambda line: (not line.attributed, -line.statements, line.speaker)))


def group_origins(lines: Iterable[OriginLine]) -> tuple[tuple[str, tuple[OriginLine, ...]], ...]:
    """The originators of one party together, those of most statements first, outlets in their own voice last.

    A group has a name only where it holds several; whose party nobody states stands alone.

    >>> one = OriginLine("Orvo’s army", "Orvo’s army", 1, ("The Sun",), party="Orvo")
    >>> [(name, len(held)) for name, held in group_origins([one, one._replace(name="Orvo"), one._replace(party="")])]
    [('Orvo', 2), ('', 1)]
    """
    held: dict[tuple[str, str], list[OriginLine]] = {}
    for line in lines:
        held.setdefault((line.party, "" if line.party else line.name), []).append(line)
    groups = sorted(held.values(), key=lambda g: (not g[0].attributed, -sum(line.statements for line in g)))
    return tuple((group[0].party if len(group) > 1 else "", tuple(group)) for group in groups)


def name_originators(lines: Iterable[OriginLine], limit: int) -> str:
    """Everybody who is heard, by party, as one line: how many they are; apart, who is not named, and newsrooms of their own.

    >>> one = OriginLine("Orvo’s army", "Orvo’s army", 1, ("The Sun",), party="Orvo")
    >>> name_originators([one, one._replace(name="Orvo"), OriginLine("The Sun", "", 1, (), attributed=False)], 6)
    'one, a party counted once: Orvo (with Orvo’s army); and one newsroom in its own voice'
    """
    told, unnamed, folded, own = [], [], False, 0
    for party, group in group_origins(lines):
        if not group[0].attributed:
            own += not group[0].name.startswith(NOT_STATED)
            continue
        if not group[0].party and is_unnamed(group[0].name):
            unnamed.append(group[0].name)
            continue
        others = [line.name for line in group if name_key(line.name) != name_key(party)]
        beside = "with " if len(others) < len(group) else ""
        folded = folded or bool(party)
        told.append(f"{party} ({beside}{listing(others)})" if party else group[0].name)
    once = ", a party counted once" if folded else ""
    newsrooms = f"{small(own)} newsroom{'s in their' if own > 1 else ' in its'} own voice" if own else ""
    named = f"{small(len(told))}{once}: {listing(told, limit=limit)}" if told else ""
    among = ", who may be of these" if told else ""
    hidden = f"{small(len(unnamed))} not named{among}: {listing(unnamed, limit=limit)}" if unnamed else ""
    return "; and ".join(words for words in (named, hidden, newsrooms) if words)


def carried_words(line: OriginLine, limit: int | None = None) -> str:
    """How often and where an originator is carried.

    >>> carried_words(OriginLine("A", "A (mayor)", 2, ("The Post", "The Sun"), ("The Echo",)))
    '2 statements in The Post and The Sun, reprinted by The Echo'
    """
    return f"{counted(line.statements, 'statement')} in {reach_words(line, limit)}"


def reach_words(line: OriginLine, limit: int | None = None) -> str:
    """Where an originator is carried, and who copied it."""
    outlets = "its own pages" if line.outlets == (line.name,) else listing(line.outlets, limit=limit)
    reprinted = f", reprinted by {listing(line.reprinted_by, limit=limit)}" if line.reprinted_by else ""
    return f"{outlets}{reprinted}"


def ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Counts, the highest first, equals by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def model_wording(briefing: Briefing) -> Wording | None:
    """What the model made of the bottom line, never without saying so."""
    if not briefing.model_wording:
        return None
    name = f" {plain(briefing.engine.model)}" if briefing.engine.model else ""
    label = f"In the words of the model{name}, each sentence checked against the statements here:"
    return Wording(label, tuple(plain(line) for line in briefing.model_wording))


def engine_words(engine: Engine) -> str:
    """Who read the articles.

    >>> engine_words(Engine(reader="builtin", version="0.1.0"))
    'built-in reader, no model (counterclaim 0.1.0)'
    >>> engine_words(Engine(reader="builtin", model="qwen", version="0.1.0"))
    'built-in reader, model qwen, though asked, read no article (counterclaim 0.1.0)'
    """
    prompts = ", ".join(f"{plain(name)} {plain(version)}" for name, version in sorted(engine.prompts.items()))
    return f"{_reader_words(engine)}{f', prompts {prompts}' if prompts else ''} (counterclaim {plain(engine.version)})"


def _reader_words(engine: Engine) -> str:
    other = f" (replies name {', '.join(plain(name) for name in engine.replied)})" if engine.replied else ""
    named = f"model {plain(engine.model)}{other}" if engine.model else "a model whose name is not recorded"
    if "model" not in engine.reader:
        asked = f"{named}, though asked, read no article" if engine.model else "no model"
        reader = "built-in reader" if engine.reader == "builtin" else f"{plain(engine.reader)} reader"
        return f"{reader}, {asked}"
    mixed = "; of some articles the built-in reader alone" if "builtin" in engine.reader else ""
    return f"model reader, {named}{mixed}"


def method(briefing: Briefing, register: Register) -> tuple[tuple[str, str], ...]:
    """How the note was made, in labelled lines."""
    labels = Counter(relation.label.replace("_", " ") for relation in briefing.relations)
    by_model = sum(relation.basis.startswith("model") for relation in briefing.relations)
    by_label = ", ".join(f"{label} {count}" for label, count in ranked(labels))
    compared = f"{counted(len(briefing.claims), 'statement')} on {counted(len(briefing.threads), 'question')}"
    relations = counted(len(briefing.relations), "relation")
    rules = f"{len(briefing.relations) - by_model} by rule, {by_model} by model"
    lines = (
        ("Read by", engine_words(briefing.engine)),
        ("Compared", f"{compared}; {relations}, {rules}{f': {by_label}' if by_label else ''}"),
        *([("Judged", _judged_words(briefing, by_model))] if briefing.engine.model else []),
        ("Model use", usage_words(briefing.usage, asked=briefing.engine.model is not None)),
        ("Beside it", _beside_words(briefing)),
        ("Grades", grade_words(briefing)),
        ("Parties", party_words(briefing)),
        ("Quotes", f"{QUOTES_WORDS}; what an outlet reports of a speaker stands in the outlet’s words"),
        ("Figures", POLICY_WORDS[briefing.figure_policy]),
        ("Times", f"{_TIMES} {register.zone} where a zone is known; {_EVENT_TIMES}"),
        ("Order", "answers that exclude each other first, then in order of publication"),
        ("Not judged", "who is right"),
    )
    return tuple((label, words) for label, words in lines if words)


def grade_words(briefing: Briefing) -> str:
    """Who graded the sources: nobody, or the user; credibility (the digit) is never judged."""
    graded = briefing.desk.grades if briefing.desk else ()
    if not graded:
        return "F6 (reliability cannot be judged) for every source: nobody has graded them"
    read = {name_key(article.outlet or "") for article in briefing.articles}
    here = [f"{plain(one.outlet)} {one.grade}6" for one in graded if name_key(one.outlet) in read]
    absent = [plain(one.outlet) for one in graded if name_key(one.outlet) not in read]
    told = f"{listing(here)}; F6 for every other source" if here else "F6 for every source"
    unused = f"; graded, but no article is of {listing(absent)}" if absent else ""
    return f"by the desk’s own table, the letter alone (6: credibility not judged): {told}{unused}"


def party_words(briefing: Briefing) -> str:
    """What the user's table says of the parties; empty where it says nothing."""
    desk = briefing.desk
    if desk is None or not desk.parties:
        return ""
    sides: dict[str, list[str]] = {}
    for party in desk.parties:
        sides.setdefault(plain(party.side or "no side given"), []).append(plain(party.name))
    told = "; ".join(f"{side}: {listing(names)}" for side, names in sides.items())
    against = listing([f"{plain(one)} and {plain(two)}" for one, two in desk.opposed])
    return f"sides marked [desk], and names with what the article has beside them, are the desk’s own: {told}{f'; opposed: {against}' if against else ''}"


def _judged_words(briefing: Briefing, stand: int) -> str:
    """What the model decided of what the rules left open, and which of its judgements do not count."""
    if "judge" not in briefing.engine.prompts:
        return "by rule alone: the model was asked about no pair"
    refused = [one for one in briefing.uncompared if one.what == JUDGEMENTS]
    total = sum(one.count for one in refused)
    why = "; ".join(f"{shortened(one.reason, LINE_ROOM)} ({one.count})" for one in refused)
    left = f"{counted(total, 'judgement')} of the model not counted{f': {why}' if why else ''}"
    return f"{counted(stand, 'pair')} that the rules left open decided by the model; {left}"


def _beside_words(briefing: Briefing) -> str:
    """How much of the note only the built-in reader found; empty where no model read."""
    if "model" not in briefing.engine.reader:
        return ""
    beside = sum(bool(BESIDE & set(claim.flags)) for claim in briefing.claims)
    return f"the built-in reader read the same articles; {counted(beside, 'statement')} of {len(briefing.claims)} only it found"


def usage_words(usage: Usage, *, asked: bool = False) -> str:
    """Calls, tokens and cost; a cost that is not known is said to be so.

    >>> usage_words(Usage(calls=2, input_tokens=900, output_tokens=80))
    '2 calls, 0 stored replies used, 900 tokens in, 80 out, cost not known'
    """
    if not usage.calls and not usage.cached:
        return "no call was answered" if asked else "no model was called"
    cost = "cost not known" if usage.cost is None else f"cost {usage.cost:.4f}"
    tokens = f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out"
    return f"{counted(usage.calls, 'call')}, {counted(usage.cached, 'stored reply', 'stored replies')} used, {tokens}, {cost}"
