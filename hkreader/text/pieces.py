"""Logical paragraphs: lines joined where the file broke them, cut where it lost the breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hkreader.core.report import Span
from hkreader.text.headings import opens_part
from hkreader.text.lines import BLANK, trim
from hkreader.text.marks import begins_with_mark

_TERMINAL = frozenset("。！？；：…!?;:”’」』）)】》—")
_OPEN = frozenset("，、《（“‘「『〈,(")
_OPEN_END = frozenset("《（“‘「『〈(")
_FEWEST_BROKEN = 5
_SLACK = 3
"""Characters that a line which ends a sentence may miss of the width and still be full."""
_MOSTLY = 0.8
_CLOSE = re.compile(r"[，。、；：！？）》”’〉」』】%％,;)]")
_LATIN_END = re.compile(r"[A-Za-z]$")
_LATIN_START = re.compile(r"[\d.．]")
_ADDRESS = re.compile(r"(?:尊敬的)?各位(?:代表|委员|主任|同志)")
_WRAPPED_SHARE = 0.5
"""Share of lines without a closing mark above which a file is taken to be wrapped by width."""
_WIDEST = 80
_FEWEST = 30
_LONG = 40
_CRAMMED = 1500
"""A line of more characters may hold several paragraphs whose breaks were lost."""
_LOST = re.compile(
    r"(?<=[。！？!?：:”）)])[ \t\u3000\u00a0]*(?="
    r"[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、(?![二三四五六七八九十]、)|"
    r"第[一二三四五六七八九十]{1,3}[、，,]|[一二三四五六七八九十]{1,2}是[^。]{2,60}[。；]|——[^—]|"
    r"各位(?:代表|委员)[：:！!，,])"
)
_YEARLY = re.compile(
    r"(?<=[顾排务划点标作设作求路想])[ \u3000]*"
    r"(?=(?:\d{4}年[，,是]|过去|刚刚过去|即将过去|今年|去年|一年来|五年来|各位|面对|当前|明年|20\d\d年))"
)


def find_pieces(text: str, lines: Sequence[Span], head: int) -> list[Span]:
    """Give the logical paragraphs of the lines; the first `head` lines stand for themselves."""
    pieces = list(lines[:head])
    body = lines[head:]
    breaks = _Breaks(_wrap_width(text, body), _has_broken_links(text, body))
    start: Span | None = None
    last: Span | None = None
    for line in body:
        if start is None or last is None:
            start, last = line, line
        elif _continues(text, start, last, line, breaks):
            last = line
        else:
            pieces.extend(_cut(text, Span(start.start, last.end)))
            start, last = line, line
    if start is not None and last is not None:
        pieces.extend(_cut(text, Span(start.start, last.end)))
    return pieces


@dataclass(frozen=True, slots=True)
class _Breaks:
    """How a file breaks its lines apart from its paragraphs."""

    width: int
    """At which lines were wrapped, 0 where they were not."""
    links: bool
    """Whether every link of the page became a line of its own."""


def _has_broken_links(text: str, lines: Sequence[Span]) -> bool:
    begun = sum(_CLOSE.match(text, line.start) is not None for line in lines)
    ended = sum(text[line.end - 1] in _OPEN_END for line in lines)
    return begun + ended >= _FEWEST_BROKEN


def _wrap_width(text: str, lines: Sequence[Span]) -> int:
    """Give the width at which a file's lines were wrapped, 0 where they were not."""
    if len(lines) < _FEWEST:
        return 0
    longer = [line for line in lines if len(line) > 10]  # noqa: PLR2004  shorter ones tell nothing
    unended = sum(text[line.end - 1] not in _TERMINAL for line in longer)
    if not longer or unended < _WRAPPED_SHARE * len(longer):
        return 0
    width = sorted(map(len, longer))[len(longer) * 9 // 10]
    return width if width <= _WIDEST else 0


def _continues(text: str, start: Span, last: Span, line: Span, breaks: _Breaks) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    if _CLOSE.match(text, line.start):
        return True
    if begins_with_mark(text, line) or _ADDRESS.match(text, line.start):
        return False
    end = text[last.end - 1]
    if end in _OPEN or text[last.start : last.end] == "——":
        return True
    if breaks.width:
        least = breaks.width - _SLACK if end in _TERMINAL else breaks.width * _MOSTLY
        return len(last) >= least and not _indented(text, line)
    return end not in _TERMINAL and _runs_on(text, start, last, line, breaks)


def _runs_on(text: str, start: Span, last: Span, line: Span, breaks: _Breaks) -> bool:
    """Tell whether an unclosed line of a file that is not wrapped breaks inside a sentence."""
    if breaks.links and not opens_part(text, line):
        heading = start == last and begins_with_mark(text, start)
        return not heading and not opens_part(text, start)
    if _LATIN_END.search(text, last.start, last.end) and _LATIN_START.match(text, line.start):
        return True
    whole = text[start.start : last.end]
    return len(whole) >= _LONG and "。" in whole


def _indented(text: str, line: Span) -> bool:
    return line.start > 1 and text[line.start - 1] in BLANK and text[line.start - 2] in BLANK


def _cut(text: str, piece: Span) -> Iterator[Span]:
    """Cut a piece whose paragraph breaks were lost before its headings and addresses."""
    if len(piece) < _CRAMMED:
        yield piece
        return
    cuts = [found.end() for found in _LOST.finditer(text, piece.start, piece.end)]
    start = piece.start
    for cut in [*cuts, piece.end]:
        span = trim(text, start, cut)
        if len(span):
            yield from _cut_heading(text, span)
        start = cut


def _cut_heading(text: str, span: Span) -> Iterator[Span]:
    """Part a first-level heading from the text that lost its break to it."""
    if re.match(r"[一二三四五六七八九十]{1,3}、", text[span.start : span.start + 4]):
        found = _YEARLY.search(text, span.start + 6, min(span.end, span.start + 50))
        blank = re.search(r"[ \t\u3000\u00a0]", text[span.start + 3 : span.start + 45])
        at = found.end() if found else span.start + 3 + blank.end() if blank else 0
        if at:
            yield trim(text, span.start, at)
            span = trim(text, at, span.end)
    yield span
