"""A folded copy of a text, for finding: width, case, punctuation and blanks no longer matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from hkreader.core.report import Span

_ALIKE = {
    '"': "“”„‟〝〞＂「」『』«»",
    "'": "‘’‚‛＇`´",
    "-": "‐‑‒–—―−－─",
    "~": "～〜∼",
    "·": "•・‧∙⋅",
    ".": "．｡",
    "…": "⋯",
    "<": "〈＜《",
    ">": "〉＞》",
    "(": "（﹙〔【［[",
    ")": "）﹚〕】］]",
    "%": "％﹪",
    ",": "，﹐",
    ":": "：﹕",
    ";": "；﹔",
    "?": "？﹖",
    "!": "！﹗",
}
_FULL_WIDTH_OFFSET = 0xFEE0
_BLANKS = re.compile("(?:[^\\S\n]|[\u200b\u200c\u200d\u2060\ufeff\u00ad])+")
"""Blanks that a crawler or a typesetter scatters; the break between paragraphs stays."""
_SLICE = 1 << 15


_WIDTHS = {code: code - _FULL_WIDTH_OFFSET for code in range(0xFF01, 0xFF5F)}
_MARKS = {ord(other): ord(one) for one, others in _ALIKE.items() for other in others}
_TABLE = _WIDTHS | _MARKS
_TO_ASCII = {code: to for code, to in (_MARKS | _WIDTHS).items() if not chr(code).isascii()}
"""For expressions, to which [ and ( are no alike."""


def fold_widths(text: str) -> str:
    """Fold width and punctuation for an expression, one character for one."""
    return text.translate(_TO_ASCII)


def fold_widths_of_pattern(text: str) -> str:
    """Fold an expression itself: wide marks are but marks, as （ begins no group."""
    return "".join(
        folded if folded == letter or folded.isalnum() else f"\\{folded}"
        for letter, folded in zip(text, fold_widths(text), strict=True)
    )


def fold_characters(text: str) -> str:
    """Fold width, case and punctuation, one character for one."""
    folded = text.translate(_TABLE)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    # A few letters (İ) have a small form of two characters: they stay as they are.
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in folded)


def fold_query(text: str) -> str:
    """Fold what the user typed; empty where only blanks were typed."""
    return _BLANKS.sub("", fold_characters(text.replace("\n", " ")))


@dataclass(slots=True)
class FoldedText:
    """The folded copy with the way back to the text it was made of."""

    text: str = ""
    _kept: list[int] = field(default_factory=lambda: [0])
    """Where in the folded copy each run of kept characters begins ..."""
    _origins: list[int] = field(default_factory=lambda: [0])
    """... and where in the text."""

    def origin(self, start: int, end: int) -> Span:
        """Give the characters of the text that `start` to `end` of the copy were made of."""
        return Span(self._origin_of(start), self._origin_of(end - 1) + 1)

    def _origin_of(self, offset: int) -> int:
        run = bisect_right(self._kept, offset) - 1
        return self._origins[run] + offset - self._kept[run]

    def matches(self, query: str) -> Iterator[Span]:
        """Give the places of the text where the folded `query` stands, none overlapping."""
        at = self.text.find(query) if query else -1
        while at >= 0:
            yield self.origin(at, at + len(query))
            at = self.text.find(query, at + len(query))

    def build(self, text: str, hidden: tuple[Span, ...] = ()) -> Iterator[int]:
        """Fold `text` in slices, leaving `hidden` out, and give after each how far it came."""
        # Another query may have broken off the one that was building this copy.
        self._kept, self._origins = [0], [0]
        pieces: list[str] = []
        length = 0
        for start in range(0, max(len(text), 1), _SLICE):
            end = min(start + _SLICE, len(text))
            for keep in _kept_runs(text, start, end, hidden):
                pieces.append(fold_characters(text[keep.start : keep.end]))
                self._kept.append(length)
                self._origins.append(keep.start)
                length += len(keep)
            yield end
        self.text = "".join(pieces)


def _kept_runs(text: str, start: int, end: int, hidden: tuple[Span, ...]) -> Iterator[Span]:
    first = bisect_right(hidden, start, key=lambda span: span.end)
    gaps = [match.span() for match in _BLANKS.finditer(text, start, end)]
    for span in hidden[first:]:
        if span.start >= end:
            break
        gaps.append((span.start, span.end))
    at = start
    for gap_start, gap_end in sorted(gaps):
        if gap_start > at:
            yield Span(at, min(gap_start, end))
        at = max(at, gap_end)
    if at < end:
        yield Span(at, end)


def folded(text: str) -> FoldedText:
    """Fold a whole text at once."""
    copy = FoldedText()
    for _ in copy.build(text):
        pass
    return copy
