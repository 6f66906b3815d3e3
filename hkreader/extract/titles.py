"""Short titles of tasks: verb and object, without how and how much."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hkreader.extract.commitments import commitment_words

_LONGEST = 24
_HANGING = re.compile(
    r"(?:以上|以下|以内|左右|上下|余|多|约|近|超过|突破|达到|达|控制在|稳定在|保持在|不低于|不少于|不超过|至少|分别|各|共|的)+$"
)
_BOUNDS = r"(?:以上|以下|以内|左右|上下)?"
_TAIL = re.compile(r"等([^、，等]{2,12})$")
_LIST_MARK = re.compile(r"[、和与及]")


def make_title(clause: str, figures: Sequence[tuple[int, int]]) -> str:
    """Word a commitment short; `figures` are the spans of its measurements in `clause`."""
    words = commitment_words().verb_and_object(clause)
    bare = _without_figures(clause, len(clause) - len(words), figures)
    return _shortened(bare.strip("，、；。 ")) or clause[:_LONGEST]


def _without_figures(clause: str, start: int, figures: Sequence[tuple[int, int]]) -> str:
    pieces, at = [], start
    for begin, end in figures:
        if begin < at:
            continue
        pieces.append(_HANGING.sub("", clause[at:begin]))
        at = end + len(re.match(_BOUNDS, clause[end:]).group())  # type: ignore[union-attr]
    pieces.append(clause[at:])
    return "".join(pieces)


def _shortened(words: str) -> str:
    """Cut a long list after its first members."""
    if len(words) <= _LONGEST:
        return words
    cut = 0
    for match in _LIST_MARK.finditer(words, 6, _LONGEST):
        if words.count("“", 0, match.start()) == words.count("”", 0, match.start()):
            cut = match.start()
    if not cut:
        return f"{words[: _LONGEST - 1]}…"
    tail = _TAIL.search(words, cut)
    return f"{words[:cut]}等{tail.group(1) if tail else ''}"
