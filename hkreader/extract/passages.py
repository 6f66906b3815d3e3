"""A sentence as the rules read it: half width, no blanks, each character knowing its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hkreader.core.report import Paragraph, Report, Sentence, Span

_FOLD = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("—–―−", "-")
    | dict.fromkeys("～∼", "~")
    | dict.fromkeys("︰∶﹕", ":")
    | dict.fromkeys("〔［【", "(")
    | dict.fromkeys("〕］】", ")")
    | dict.fromkeys("「『″", "“")
    | dict.fromkeys("」』", "”")
    | {"﹪": "%", "﹒": ".", "｡": "。", "〈": "《", "〉": "》"}
)
_SLICE = 1 << 15
# Blanks, zero-width marks, and note marks such as [3] or 〔12〕 that stand for no word of the sentence.
_DROPPED = re.compile(
    r"[\s\u3000\u00a0\u200b-\u200f\u2060\ufeff\u00ad]+"
    r"|\(下同\)|&nbsp;|\\[rnt]|[\[(]\d{1,3}[\])](?!、)|[①-⑳]"
)


def fold(text: str) -> str:
    """Bring full-width forms and look-alikes to one form, character for character."""
    if len(text) <= _SLICE:
        return text.translate(_FOLD)
    # In slices: one long call would hold up every other thread, the window's too.
    slices = (text[start : start + _SLICE] for start in range(0, len(text), _SLICE))
    return "".join(piece.translate(_FOLD) for piece in slices)


@dataclass(frozen=True, slots=True)
class Passage:
    """A folded sentence; `places[i]` is the report offset of `text[i]`."""

    text: str
    places: range | list[int]
    paragraph: Paragraph

    def span(self, start: int, end: int) -> Span:
        """Give the report's span of the folded stretch."""
        return Span(self.places[start], self.places[end - 1] + 1)


def passages(report: Report) -> Iterator[Passage]:
    """Read every sentence of the report, in text order."""
    folded = fold(report.text)
    noise = [item.span for item in report.noise]
    ends = [span.end for span in noise]
    for sentence in report.sentences:
        first = bisect_right(ends, sentence.span.start)
        text, places = _condense(folded, sentence, _meeting(noise, first, sentence.span.end))
        if text:
            yield Passage(text, places, report.paragraphs[sentence.paragraph])


def _meeting(noise: list[Span], first: int, end: int) -> list[Span]:
    """Give the noise from the index `first` that begins before `end`."""
    last = first
    while last < len(noise) and noise[last].start < end:
        last += 1
    return noise[first:last]


def _condense(folded: str, sentence: Sentence, noise: list[Span]) -> tuple[str, range | list[int]]:
    start, end = sentence.span.start, sentence.span.end
    holes = [(m.start(), m.end()) for m in _DROPPED.finditer(folded, start, end)]
    holes += [(max(n.start, start), min(n.end, end)) for n in noise]
    if not holes:
        return folded[start:end], range(start, end)
    pieces: list[str] = []
    places: list[int] = []
    at = start
    for hole_start, hole_end in sorted(holes):
        if hole_start > at:
            pieces.append(folded[at:hole_start])
            places.extend(range(at, hole_start))
        at = max(at, hole_end)
    pieces.append(folded[at:end])
    places.extend(range(at, end))
    return "".join(pieces), places
