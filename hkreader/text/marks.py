"""The numbers and signs that head a paragraph: `一、`, `（一）`, `1.`, `第一`, `一是`, `——`."""

from __future__ import annotations

import re
from enum import IntEnum

from hkreader.core.report import Span

_N = "[一二三四五六七八九十]"


class Shape(IntEnum):
    """Kinds of heading, from the widest to the narrowest."""

    CHAPTER = 1
    """`一、`, `第一部分`."""
    SECTION = 2
    """`（一）`."""
    ITEM = 3
    """`1.`, `（1）`, `①`."""
    ORDINAL = 4
    """`第一，`, `一是`, `首先`."""
    DASH = 5
    """`——`."""


_SHAPES = (
    (
        Shape.CHAPTER,
        re.compile(
            rf"{_N}{{1,3}}\s*[、.．]\s*(?!{_N}\s*、|[二三]\s*(?:次?产|三))|"
            rf"第{_N}{{1,3}}(?:部分|章)\s*[：:，,、]?\s*"
        ),
    ),
    (
        Shape.SECTION,
        re.compile(
            rf"[（(〈<]\s*{_N}{{1,3}}\s*[)）〉>]\s*[、.．]?\s*|[㈠-㈩]\s*|{_N}{{1,2}}[)）]\s*"
        ),
    ),
    (
        Shape.ITEM,
        re.compile(
            r"[0-9０-９]{1,2}\s*[、．]\s*|[0-9０-９]{1,2}\s*\.\s*(?![0-9０-９])|"
            r"[（(]\s*[0-9０-９]{1,2}\s*[)）]\s*|[①-⑳]\s*"
        ),
    ),
    (
        Shape.ORDINAL,
        re.compile(
            rf"{_N}{{1,2}}(?:是(?!否)|要(?!素))|第{_N}{{1,2}}\s*[，,、：:]\s*|第{_N}{{1,2}}(?=是)|其{_N}[，,、]"
        ),
    ),
    (Shape.DASH, re.compile(r"[—–―─－-]{1,4}\s*(?![\s\d]*[—–―─－-])(?=[\u4e00-\u9fff“‘《])")),
)
_ANY = re.compile("|".join(f"(?:{shape.pattern})" for _, shape in _SHAPES))


def begins_with_mark(text: str, span: Span) -> bool:
    """Tell whether a stretch begins like a heading."""
    return _ANY.match(text, span.start, span.end) is not None


def mark_at(text: str, span: Span) -> tuple[Shape, int] | None:
    """Give the shape of the mark that a stretch begins with, and where the mark ends."""
    for shape, pattern in _SHAPES:
        found = pattern.match(text, span.start, span.end)
        if found:
            return shape, found.end()
    return None
