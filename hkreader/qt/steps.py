"""From an offset to the next or previous section, paragraph or figure; no Qt needed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hkreader.core.report import Report, Span

if TYPE_CHECKING:
    from hkreader.core.findings import Findings

HEADING_LEVELS = 2
"""Leads (level 3) begin a paragraph each: paragraph steps reach them."""


def section_starts(report: Report) -> list[Span]:
    """Give the headings worth a step: all, where a report has no proper headings."""
    headings = [s.heading_span for s in report.sections if s.level <= HEADING_LEVELS]
    return headings or [s.heading_span for s in report.sections]


def paragraph_starts(report: Report) -> list[Span]:
    """Give an empty span at the head of each paragraph."""
    return [Span(p.span.start, p.span.start) for p in report.paragraphs]


def figures(findings: Findings) -> list[Span]:
    """Give the characters of each measurement."""
    return [m.span for m in findings.measurements]


def damaged_places(report: Report) -> list[Span]:
    """Give where the text is damaged, but for what is true of all of it."""
    spans = {span for damage in report.damages for span in damage.spans}
    return sorted(span for span in spans if len(span) < len(report.text))


def is_damaged(report: Report) -> bool:
    """Tell whether there is such a place."""
    whole = len(report.text)
    return any(len(span) < whole for damage in report.damages for span in damage.spans)


def following(spans: Sequence[Span], offset: int) -> Span | None:
    """Give the first span that begins behind `offset`."""
    index = bisect_right(spans, offset, key=_start)
    return spans[index] if index < len(spans) else None


def following_around(spans: Sequence[Span], offset: int) -> Span | None:
    """Give the first span that begins behind `offset`, or else the very first."""
    return following(spans, offset) or next(iter(spans), None)


def preceding(spans: Sequence[Span], offset: int) -> Span | None:
    """Give the last span that begins before `offset`."""
    index = bisect_left(spans, offset, key=_start) - 1
    return spans[index] if index >= 0 else None


def span_index_at(spans: Sequence[Span], offset: int) -> int:
    """Give the index of the span that holds `offset`, -1 for none."""
    index = bisect_right(spans, offset, key=_start) - 1
    return index if index >= 0 and offset in spans[index] else -1


def _start(span: Span) -> int:
    return span.start
