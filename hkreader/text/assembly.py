"""The one way from a file to its `Report`."""

from __future__ import annotations

from pathlib import Path

from hkreader.core.report import Facts, Report, Source
from hkreader.text.facts import find_facts
from hkreader.text.headings import mark_heading
from hkreader.text.lines import find_lines
from hkreader.text.outline import build_paragraphs, build_sections
from hkreader.text.readers import draw_text
from hkreader.text.sentences import find_sentences


def read_report(path: Path) -> Report:
    """Read a file as a report; raises a `ReadError` that says why it cannot be."""
    text, source = draw_text(path)
    return report_from_text(text, source)


def report_from_text(text: str, source: Source) -> Report:
    """Find everything that points into `text`."""
    pieces = find_lines(text)
    marks = {piece.start: mark for piece in pieces if (mark := mark_heading(text, piece))}
    end = pieces[-1].end if pieces else 0
    sections = build_sections(text, list(marks.values()), end)
    paragraphs = build_paragraphs(pieces, marks, sections)
    return Report(
        text=text,
        source=source,
        facts=find_facts(text, source),
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        sentences=tuple(find_sentences(text, paragraphs)),
        glossary=(),
        masks=(),
        noise=(),
    )


__all__ = ["Facts", "read_report", "report_from_text"]
