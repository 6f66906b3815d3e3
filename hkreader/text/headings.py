"""Which lines are headings, of which level, and how far the heading reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hkreader.core.report import Span

_NUMERAL = "一二三四五六七八九十"
_FIRST = re.compile(rf"[{_NUMERAL}]{{1,3}}\s*[、.．，,]\s*|第[{_NUMERAL}]{{1,3}}部分[：:，,\s]*")
_SECOND = re.compile(rf"[（(]\s*[{_NUMERAL}]{{1,3}}\s*[)）]\s*[、.．]?\s*")
_ITEM = re.compile(r"\d{1,2}\s*[、.．](?!\d)\s*|[（(]\s*\d{1,2}\s*[)）]\s*")
_STOP = re.compile(r"[。！!？?：:]")
_LEAD = re.compile(r"(?:——?|—{2,}|[-－]{2})?[^。！？!?；;\d]{2,40}?[。](?=.)")
_AIM = re.compile(r"[^。！？!?；;]{2,40}(?:目标|要求|任务|原则|思路)(?:是|为)?[：:](?=.)")
LONGEST = 70


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading found at the start of a piece."""

    level: int
    span: Span
    alone: bool
    """Whether nothing follows it in its piece."""


def mark_heading(text: str, piece: Span) -> Mark | None:
    """Tell whether a piece begins with a heading."""
    for level, shape in ((1, _FIRST), (2, _SECOND), (3, _ITEM)):
        found = shape.match(text, piece.start, piece.end)
        if found:
            return _numbered(text, piece, level, found.end())
    found = _LEAD.match(text, piece.start, piece.end) or _AIM.match(text, piece.start, piece.end)
    if found is None or len(piece) - len(found.group()) < 10 or text.startswith("各位", piece.start):
        return None
    return Mark(3, Span(*found.span()), alone=False)


def _numbered(text: str, piece: Span, level: int, after: int) -> Mark | None:
    stop = _STOP.search(text, after, piece.end)
    end = stop.end() if stop else piece.end
    if end - piece.start > LONGEST:
        return None
    return Mark(level, Span(piece.start, end), alone=end == piece.end)
