"""The one way from a file to its `Report`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from hkreader.core.progress import Progress, silent
from hkreader.core.report import Report, Source, Span
from hkreader.text.damages import find_damages
from hkreader.text.evidence import gather_evidence
from hkreader.text.facts import find_facts
from hkreader.text.glossary import find_terms, glossary_pieces
from hkreader.text.holes import Cut, cut_layout, find_holes, with_holes
from hkreader.text.lines import find_lines
from hkreader.text.masks import find_masks
from hkreader.text.noise import sieve
from hkreader.text.outline import (
    Setting,
    build_paragraphs,
    build_sections,
    find_marks,
    with_tables,
)
from hkreader.text.pieces import find_pieces
from hkreader.text.readers import Layout, draw_text
from hkreader.text.sentences import find_sentences

_UNKNOWN = Layout()


def read_report(path: Path, progress: Progress = silent) -> Report:
    """Read a file as a report; raises a `ReadError` that says why it cannot be."""
    draft, source = draw_text(path, progress)
    return report_from_text(draft.text, source, draft.layout)


def report_from_text(text: str, source: Source, layout: Layout = _UNKNOWN) -> Report:
    """Find everything that points into `text`; `layout` is what its reader knows beyond it."""
    holes = find_holes(text)
    if holes:
        cut = Cut(text, [hole.span for hole in holes])
        report = _assemble(cut.text, source, cut_layout(layout, cut))
        report = with_holes(report, text, cut, layout, holes)
    else:
        report = _assemble(text, source, layout)
    return replace(report, damages=find_damages(report, layout.scans))


def _assemble(text: str, source: Source, layout: Layout) -> Report:
    tables = [table.span for table in layout.tables]
    known = sorted([*tables, *(noise.span for noise in layout.noise)])
    lines = find_lines(text) if layout.paragraphs is None else list(layout.paragraphs)
    sieved = sieve(text, _outside(lines, known))
    noise = sorted([*sieved.noise, *layout.noise], key=attrgetter("span"))
    pieces = sieved.lines
    if layout.paragraphs is None:
        pieces = find_pieces(text, pieces, sieved.head)
    marks = find_marks(text, pieces, sieved.head)
    sections = build_sections(text, marks, pieces)
    entries = glossary_pieces(text, pieces, sections)
    setting = Setting(sieved.head, frozenset(entries))
    paragraphs = build_paragraphs(text, pieces, setting, marks, sections)
    if tables:
        paragraphs = with_tables(paragraphs, tables)
    evidence = gather_evidence(text, source, sieved.lines, sieved.head, sections)
    return Report(
        text=text,
        source=source,
        facts=find_facts(evidence),
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        sentences=tuple(find_sentences(text, paragraphs, layout.tables)),
        glossary=tuple(find_terms(text, pieces, entries)),
        masks=tuple(find_masks(text, sieved.lines, noise)),
        noise=tuple(noise),
        tables=layout.tables,
        pages=layout.pages,
    )


def _outside(lines: list[Span], known: Sequence[Span]) -> list[Span]:
    """Leave out the lines that lie in stretches of which the reader knows what they are."""
    if not known:
        return lines
    starts = [span.start for span in known]
    return [line for line in lines if not _covered(line, known, starts)]


def _covered(line: Span, known: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, line.start) - 1
    return index >= 0 and line.end <= known[index].end
