"""Spacing: text that was cut into words and marks for machines, written again as people write it (room: brains).

Collections of sentence pairs often come so ("did n't , he said . -RRB-"); the grammars of this folder read prose. The
conventions are those of the Penn Treebank tokeniser.
"""

import re

_CUT = re.compile(
    r"(?:^|\s)(?:[.,;:?!]|n['’]t|['’](?:s|re|ve|ll|d|m)|``|''|-[LR][RSC]B-)(?=\s|$)", re.IGNORECASE
)
_BRACKETS = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "-lcb-": "{", "-rcb-": "}"}
_JOINS = tuple(
    (re.compile(shape, re.IGNORECASE), written)
    for shape, written in (
        (
            r"\b(ca|wo|sha|do|does|did|is|are|was|were|has|have|had|could|would|should|might|must|need) n['’]t\b",
            r"\1n't",
        ),
        (r" ['’] ?(s|re|ve|ll|d|m)\b", r"'\1"),
        (r" ([.,;:?!%)\]}])", r"\1"),
        (r"([(\[{$£€¥]) ", r"\1"),
        (r"(\d) - (?=[a-z])", r"\1-"),
    )
)
_OPENING, _CLOSING = "“", "”"


def respace(text: str) -> str:
    """Join what a tokeniser cut; text in which nothing stands apart like that is returned as it is.

    >>> respace("He did n't take $ 75 million , `` not at all '' -LRB- he said -RRB- .")
    "He didn't take $75 million, “not at all” (he said)."
    >>> respace("3 - 4 men, in 'free' Karsk")
    "3 - 4 men, in 'free' Karsk"
    """
    if not _CUT.search(text):
        return text
    joined = " ".join(_BRACKETS.get(word.lower(), word) for word in _pair_quotes(text.split()))
    joined = joined.replace(f"{_OPENING} ", _OPENING).replace(f" {_CLOSING}", _CLOSING)
    for shape, written in _JOINS:
        joined = shape.sub(written, joined)
    return joined


def _pair_quotes(words: list[str]) -> list[str]:
    """Make marks of quotation one kind: they open and close in turn."""
    opened = False
    paired = []
    for word in words:
        if word in {"``", "''"}:
            opened = word == "``" or not opened
            paired.append(_OPENING if opened else _CLOSING)
        else:
            paired.append(word)
    return paired
