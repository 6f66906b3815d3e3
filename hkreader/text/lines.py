"""The file's lines: where they start and end, without the blanks around them."""

from __future__ import annotations

import re

from hkreader.core.report import Span

BLANK = " \t\u3000\u00a0\u200b\u200c\u200d\ufeff\u2002\u2003\u2009\ufffd"
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WRITTEN_BREAK = re.compile(r"(?:\\r\\n|\\n|\\r|\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])+")
_FEWEST_WRITTEN = 3


def find_lines(text: str) -> list[Span]:
    r"""Find the lines that hold more than blanks; a `\r\n` written as text breaks lines too."""
    if text.count("\\n") >= _FEWEST_WRITTEN or text.count("\\r") >= _FEWEST_WRITTEN:
        ends = [*(found.span() for found in _WRITTEN_BREAK.finditer(text)), (len(text), len(text))]
        starts = [0, *(end for _, end in ends)]
        bounds = [(start, end) for start, (end, _) in zip(starts, ends, strict=False)]
    else:
        bounds = [found.span() for found in _LINE.finditer(text)]
    spans = (trim(text, start, end) for start, end in bounds)
    return [span for span in spans if len(span)]


def trim(text: str, start: int, end: int) -> Span:
    """Give the stretch without the blanks around it."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(BLANK + "\r\n"))
    end -= len(piece) - len(piece.rstrip(BLANK + "\r\n"))
    return Span(start, max(start, end))
