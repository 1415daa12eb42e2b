"""The shapes of orders to a language model, and the words without which none of them is there (room: brains).

To compile all patterns takes as long as to read half an article, and to search one for them as long as a tenth; so a
text is searched only for the shapes whose words it holds. Nearly all articles hold none.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

# An imperative opens a sentence or a clause, or follows one of these; "were told to ignore" is a report of one.
_OPENS = (
    r"(?:^|[^\w\s’'\-]\s*|\b(?:please|now|then|so|kindly|instead|you|and|bitte|por favor|veuillez|assistants?|models?|ai|llms?)\s+"
    r"(?:(?:must|should|shall|will|can|are to|need to|have to|now|simply|just)\s+)*)"
)
_DISREGARD = (
    r"(?:ignor|disregard|forget|overrid|bypass|discard|neglect|skip|cancel|erase|delete|abandon|do not (?:follow|obey|heed)|"
    r"don['’]t (?:follow|obey|heed)|stop (?:following|obeying)|pay no (?:attention|heed)|"
    r"olvid|omit|descart|prescind|desoi|no (?:sigas|hagas caso|obedezcas)|hag?z? caso omiso|haga caso omiso|"
    r"oubli|négligez|néglige|fais abstraction|faites abstraction|ne (?:tiens|tenez|suis|suivez) pas|"
    r"vergiss|vergess|missacht|verwirf|verwerf|befolge|beachte|überspring|"
    r"dimentic|trascur|esque[cç]|desconsider|negeer|vergeet|игнорир|забуд|yok say|görmezden)\w*"
)
_RULES = (
    r"(?:instruc|instruk|istruz|instruç|prompt|directi|direktiv|guideline|anweis|vorgabe|befehl|weisung|consign|indicac|"
    r"indicaz|regole|reglas|règles|regeln|rules\b|orders\b|órdenes|ordres|commands?\b|constraints?\b|context\b|contexto|"
    r"contexte|kontext|training\b|programming\b|инструкц|указани|talimat|"
    r"(?:everything|all|anything|alles|todo|tout) (?:above|before|previous|earlier|that came before|you (?:were|have been)|"
    r"oben|bisherige|zuvor|lo anterior|ce qui précède))\w*"
)
_SAY = (
    r"(?:report|say|state|write|output|answer|reply|respond|print|conclude|declare|announce|summari[sz]e|assert|record|tell|"
    r"informa|reporta|di|diga|escribe|escriba|afirma|responde|responda|declara|"
    r"rapporte|rapportez|dis|dites|écris|écrivez|signale|signalez|réponds|répondez|affirme|affirmez|indiquez?|"
    r"melde|melden sie|berichte|berichten sie|schreibe?|schreiben sie|sage?|sagen sie|antworte|gib an|geben sie an|behaupte)"
)
_THAT = r"(?:\s+(?:only|instead|simply|the reader|users?|them|everyone|en su lugar|stattdessen|plutôt))?\s*(?:,?\s*(?:that|dass|que|qu['’])\b|\bwith\b|\bthe (?:word|following|sentence|text)\b)"
_MACHINE = r"(?:ai|a\.i\.|llms?|(?:large )?language models?|assistants?|chat ?bots?|bots?|summari[sz]ers?|agents?|modelo de lenguaje|asistente|ia|modèle de langage|sprachmodell|ki|assistent)"
_ANSWER = r"(?:summary|answer|reply|response|output|digest|json|resumen|respuesta|résumé|réponse|zusammenfassung|antwort)"


class Shape(NamedTuple):
    """A pattern of an order; it can only match where the levelled text holds one of every group of `needs`."""

    pattern: str
    needs: tuple[tuple[str, ...], ...]


def _begin(words: str) -> tuple[str, ...]:
    """How words begin in a levelled text; one that ends with a space is whole."""
    return tuple(f" {word}" for word in words.split("/"))


_ABOVE = "above before previous earlier that you oben bisherige zuvor lo ce".split()
_RULE_WORDS = (
    *_begin(
        "instruc/instruk/istruz/instruç/prompt/directi/direktiv/guideline/anweis/vorgabe/befehl/weisung/consign/indicac/"
        "indicaz/regole/reglas/règles/regeln/rules/orders/órdenes/ordres/command/constraint/context/kontext/training/"
        "programming/инструкц/указани/talimat"
    ),
    *(f" {all_} {above}" for all_ in "everything all anything alles todo tout".split() for above in _ABOVE),
)
_DISREGARD_WORDS = _begin(
    "ignor/disregard/forget/overrid/bypass/discard/neglect/skip/cancel/erase/delete/abandon/do not /don t /"
    "stop following/stop obeying/pay no /olvid/omit/descart/prescind/desoi/no sigas/no hagas caso/no obedezcas/"
    "ha caso/hag caso/haz caso/hagz caso/haga caso/oubli/néglige/fais abstraction/faites abstraction/ne /vergiss/vergess/"
    "missacht/verwirf/verwerf/befolge/beachte/überspring/dimentic/trascur/esque/desconsider/negeer/vergeet/игнорир/"
    "забуд/yok say/görmezden"
)
_SAY_WORDS = _begin(
    "report/say/state/write/output/answer/reply/respond/print/conclude/declar/announce/summari/assert/record/tell/informa/"
    "di/escrib/afirma/rapporte/écri/signale/répond/affirme/indique/melde/berichte/schreib/sag/antworte/gib an/"
    "geben sie an/behaupte"
)
_MACHINE_WORDS = _begin(
    "ai /a . i/llm/language model/large language model/assistant/chat/bot/summari/agent/modelo de lenguaje/asistente/ia /"
    "modèle de langage/sprachmodell/ki /assistent"
)
_ANSWER_WORDS = _begin(
    "summary/answer/reply/response/output/digest/json/resumen/respuesta/résumé/réponse/zusammenfassung/antwort"
)

# Those who read by machine, addressed as readers ("for automated readers of this page"): two words side by side.
_KINDS = (
    ("automated/automatic/machine/ai/llm/robot/robotic/computer/digital", "reader/parser/scraper/crawler/indexer/summari"),
    ("automatische/automatischen/automatisierte/automatisierten/maschinelle/maschinellen/ki", "leser/lese/auswerter"),
    ("lector/lectores", "automátic/automatizad/de ia/de inteligencia artificial"),
    ("lecteur/lecteurs", "automatique/automatisé/ia/d ia"),
)  # fmt: skip
_OTHERS = (
    ("automated/automatic/ai/llm/computer", "system/tool/software/model/assistant/agent/bot/program/engine/aggregator"),
    ("automatische/automatischen/automatisierte/automatisierten/ki", "system/programm/modell/assistent/agent/werkzeug"),
    ("sistema/sistemas/programa/programas/herramienta/herramientas/asistente/asistentes/modelo/modelos/agente/agentes",
     "automátic/automatizad/de ia/de inteligencia artificial/de lenguaje"),
    ("système/systèmes/logiciel/logiciels/outil/outils/assistant/assistants/modèle/modèles/agent/agents",
     "automatique/automatisé/ia/d ia/de langage"),
)  # fmt: skip


def _pairs(kinds: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The two words side by side, in levelled form."""
    return tuple(f" {a} {b}" for first, second in kinds for a in first.split("/") for b in second.split("/"))


def _either(kinds: tuple[tuple[str, str], ...]) -> str:
    """A pattern of one of the pairs; the second word may go on."""
    both = (
        rf"(?:{first.replace('/', '|')})[ \-](?:{second.replace('/', '|').replace('d ia', 'd[’' + chr(39) + ']ia')})"
        for first, second in kinds
    )
    return rf"\b(?:{'|'.join(both)})\w*"


_BY_MACHINE, _READER_WORDS = _either(_KINDS), _pairs(_KINDS)
_ANY_MACHINE, _ANY_WORDS = _either((*_KINDS, *_OTHERS)), _pairs((*_KINDS, *_OTHERS))
_ADDRESS = (
    r"(?:^|[^\w\s’'\-]\s*)(?:for|to|attention|note (?:to|for)|dear|message (?:to|for)|para|a|aviso (?:a|para)|nota (?:a|para)|"
    r"pour|aux|à|note (?:aux|pour)|avis aux|für|an|hinweis (?:für|an)|achtung|liebe)\s+"
    r"(?:(?:all|any|the|every|todos|los|las|tous|les|toutes|alle|die|jede)\s+){0,2}"
) + _ANY_MACHINE
_PLEASE = r"(?:please|kindly|bitte|por favor|veuillez|merci de|prière de)"
_ENTER = (
    r"(?:record|report|treat|register|log|state|write|say|consider|assume|registr|anot|inform|consider|trat|"
    r"enregistr|not|rapport|considér|trait|erfass|vermerk|meld|behandel|berichte)\w*"
)
_THIS = (
    r"(?:this|esta|este|cette|cet|ce|diese[nrsm]?)\s+"
    r"(?:page|text|article|story|document|página|texto|artículo|nota|texte|seite|artikel)\b"
)
_MUST_WORDS = _begin("must /should /shall /has to /have to /are to /is to /needs to /debe /doit /muss /soll ")

SHAPES = (
    Shape(
        _OPENS + _DISREGARD + r"(?:\W+\w+){0,7}?\W+" + _RULES,
        (_RULE_WORDS, _DISREGARD_WORDS),
    ),
    # "Vergiss, was ..." with the object first: the rules stand before a verb of disregard in the same clause
    Shape(
        r"\b" + _RULES + r"(?:\W+\w+){0,5}?\W+(?:ignorieren|vergessen|missachten|ignorar|ignorer)\b",
        (_RULE_WORDS, _begin("ignor/vergessen /missachten ")),
    ),
    Shape(
        r"(?:^|[.!?:;—–]\s+|\b(?:please|instead|bitte|por favor|veuillez)\W+)" + _SAY + _THAT,
        ((*(f" .{verb}" for verb in _SAY_WORDS), *_begin("please /instead /bitte /por favor /veuillez ")),),
    ),
    Shape(
        r"\b(?:you are|you're|act as|pretend to be|imagine you are|eres|tu es|vous êtes|du bist|sie sind)\s+(?:now\s+|ahora\s+|maintenant\s+|jetzt\s+)?(?:an?|un|une|ein|eine)?\s*(?:\w+\s+){0,3}"
        + _MACHINE
        + r"\b",
        (
            _begin(
                "you are /you re /act as /pretend to be /imagine you are /eres /tu es /vous êtes /du bist /sie sind "
            ),
        ),
    ),
    Shape(
        r"\b(?:attention|dear|hey|note to|message (?:to|for)|instructions? (?:to|for)|aviso (?:a|para)|à l['’]attention|hinweis (?:an|für))\W+(?:\w+\W+){0,4}?"
        + _MACHINE
        + r"\b",
        (_begin("attention /dear /hey /note to /message /instruction/aviso /hinweis "), _MACHINE_WORDS),
    ),
    Shape(
        r"\b(?:any|every|all|dear)\s+"
        + _MACHINE
        + r"\s+(?:\w+\s+){0,5}?(?:must|should|shall|has to|have to|are to|is to)\s+(?:\w+\s+){0,2}?"
        + _SAY,
        (_begin("any /every /all /dear "), _MACHINE_WORDS, _MUST_WORDS),
    ),
    # "For automated readers of this page: ...", with a colon, a request, or a bare imperative after the address
    Shape(
        _ADDRESS + r"(?:\s+\w+){0,8}?\s*:",
        (_ANY_WORDS,),
    ),
    Shape(
        _ADDRESS + r"[^.!?:\n]{0,160}?\b" + _PLEASE + r"\b",
        (_ANY_WORDS, _begin("please /kindly /bitte /por favor /veuillez /merci de /prière de ")),
    ),
    Shape(
        _ADDRESS + r"(?:\s+\w+){0,8}?\s*[,–—]\s*" + _ENTER,
        (_ANY_WORDS,),
    ),
    Shape(
        _BY_MACHINE
        + r"(?:\s+\w+){0,6}?\s+(?:must|should|shall|have to|are to|are (?:asked|requested|advised|instructed) to|deben|deberán|"
        r"doivent|devront|müssen|sollen|werden gebeten)\s+(?:\w+\s+){0,8}?" + _ENTER,
        (_READER_WORDS,),
    ),
    Shape(
        _ANY_MACHINE
        + r",?\s+(?:(?:reading|processing|parsing|indexing|crawling|summari[sz]ing|(?:that|who|which) (?:read|process|parse|index|summari[sz]e)|"
        r"que (?:leen|lean|lea|procesen)|qui (?:lisent|lit|traitent)|lisant)\s+"
        + _THIS
        + r"|die\s+"
        + _THIS
        + r"\s+(?:lesen|verarbeiten|auswerten))",
        (_ANY_WORDS,),
    ),
    Shape(
        r"\b(?:if|si|wenn|falls)\s+(?:you are|you['’]re|usted es|es usted|eres|vous êtes|tu es|sie|du)\s+(?:an?|un|une|ein|eine)?\s*"
        + _ANY_MACHINE,
        (_ANY_WORDS,),
    ),
    Shape(
        r"\byou (?:must|should|shall|will|are to|have to|need to|may only)\s+(?:\w+\s+){0,2}?" + _SAY + _THAT,
        (
            _begin(
                "you must /you should /you shall /you will /you are to /you have to /you need to /you may only "
            ),
        ),
    ),
    Shape(
        r"\b(?:in|from|of|into|at the (?:top|start|end) of) your " + _ANSWER,
        (tuple(f" your{word}" for word in _ANSWER_WORDS),),
    ),
    Shape(
        r"\b(?:your|tus?|vos|tes|deine|ihre) (?:\w+ )?(?:system )?(?:prompts?|instructions?|instrucciones|programming|guidelines|anweisungen)\b",
        (
            _begin("prompt/instruction/instrucciones /programming /guidelines /anweisungen "),
            _begin("your /tu /tus /vos /tes /deine /ihre "),
        ),
    ),
    Shape(
        r"\b(?:your|the|this|any|tu|el|la|le|ta|die|deine)\s+"
        + _ANSWER
        + r"\s+(?:must|should|shall|has to|needs to|debe|doit|muss|soll)\b",
        (_ANSWER_WORDS, _MUST_WORDS),
    ),
    Shape(
        r"\b(?:system|developer|hidden|secret|new|updated|real|important)\s+(?:prompt|instructions?|message|override|directive|command)s?\s*:",
        (
            _begin("prompt/instruction/message/override/directive/command"),
            _begin("system /developer /hidden /secret /new /updated /real /important "),
        ),
    ),
    Shape(
        r"(?:^|\n)\W{0,8}(?:system|assistant|user|developer|human|ai)\s*:",
        (_begin("system ./assistant ./user ./developer ./human ./ai ."),),
    ),
    Shape(
        r"<\|?/?\s*(?:im_start|im_end|system|assistant|user|instructions?|inst|endoftext|eot_id|start_header|s)\b|\[/?(?:INST|SYS|SYSTEM)\]|###\s*\w*\s*(?:instruction|system|response|prompt)",
        (_begin("</[ inst /[ sys/# # #"),),
    ),
    Shape(
        r"<!--",
        (_begin("< ."),),
    ),
    Shape(
        r"\b(?:from now on|henceforth|de ahora en adelante|à partir de maintenant|ab (?:jetzt|sofort))\W+(?:you|report|say|write|answer|responde|di|dis|dites|réponds|antworte|melde|sage)\b",
        (
            _begin(
                "from now on /henceforth /de ahora en adelante /à partir de maintenant /ab jetzt /ab sofort "
            ),
        ),
    ),
)
_FLAGS = re.IGNORECASE | re.MULTILINE
_PIECE = re.compile(r"\w+|[.!?:;—–\n<#\[]")
# Where case is ignored, `re` takes the two Turkish letters for an i; `casefold` does not.
_LEVELS = str.maketrans(dict.fromkeys("!?:;—–\n", ".") | dict.fromkeys("İı", "i"))


def level_words(text: str) -> str:
    """The words of a text and the marks at which a clause ends, all in one case and apart, for `could_match`.

    >>> level_words("Please: IGNORE all [rules]")
    ' . please . ignore all [ rules '
    """
    pieces = " ".join(_PIECE.findall(text))  # before case is levelled: that may turn an accent into a letter
    return f" . {pieces.translate(_LEVELS).casefold()} "


def could_match(shape: Shape, levelled: str) -> bool:
    """Whether a levelled text holds the words that a shape needs."""
    return all(any(word in levelled for word in group) for group in shape.needs)


@lru_cache(maxsize=8)  # the reader and those who check a model's reply ask for the same article's
def find_orders(text: str) -> tuple[re.Match[str], ...]:
    """All matches of the shapes in a text, in order and disjoint."""
    levelled = level_words(text)
    likely = (shape for shape in SHAPES if could_match(shape, levelled))
    if not any(_compiled(shape.pattern).search(text) for shape in likely):
        return ()
    return tuple(_compiled("|".join(f"(?:{shape.pattern})" for shape in SHAPES)).finditer(text))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, _FLAGS)
