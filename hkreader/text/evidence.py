"""The places of a text that tell of the document as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hkreader.core.report import Section, Source, Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A text with its head, the page around it and its outline."""

    text: str
    source: Source
    head: Sequence[str]
    """Titles and bylines of the report."""
    page: Sequence[str]
    """Lines of the page around them, trusted less."""
    start: int
    """Where the body begins."""
    sections: Sequence[Section]


def gather_evidence(
    text: str, source: Source, lines: Sequence[Span], head: int, sections: Sequence[Section]
) -> Evidence:
    """Put the evidence together; `lines` are the report's, `head` of them before its body."""
    start = lines[head].start if head < len(lines) else 0
    own = [text[line.start : line.end] for line in lines[:head]]
    page = [
        line.strip()
        for line in text[:start].splitlines()
        if line.strip() and line.strip() not in own
    ]
    return Evidence(text, source, own, page, start, sections)
