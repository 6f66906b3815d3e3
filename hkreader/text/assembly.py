"""The one way from a file to its `Report`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
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
LONG = 1_000_000
"""Characters from which on the beginning of a text can be had before the rest."""
_BEGINNING = 150_000
_STEPS = 6


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first pages of a long text as a report, and the way to the whole of it."""

    report: Report
    rest: Callable[[Progress], Report]


def begin_report(path: Path, progress: Progress = silent) -> Report | Beginning:
    """Read a file as a report, or of a long one what comes first; raises a `ReadError`."""
    draft, source = draw_text(path, progress)
    text, layout = draft.text, draft.layout
    if len(text) <= LONG:
        return report_from_text(text, source, layout, progress)
    end = text.rfind("\n", 0, _BEGINNING) + 1 or _BEGINNING
    report = report_from_text(text[:end], source, _clipped(layout, end), progress)
    rest = partial(report_from_text, text, source, layout)
    return Beginning(replace(report, damages=()), rest)


def _clipped(layout: Layout, end: int) -> Layout:
    """Give what a layout tells of the text before `end`."""
    paragraphs = layout.paragraphs
    return Layout(
        None if paragraphs is None else tuple(span for span in paragraphs if span.end <= end),
        tuple(table for table in layout.tables if table.span.end <= end),
        tuple(page for page in layout.pages if page < end),
        tuple(noise for noise in layout.noise if noise.span.end <= end),
    )


def read_report(path: Path, progress: Progress = silent) -> Report:
    """Read a file as a report; raises a `ReadError` that says why it cannot be."""
    draft, source = draw_text(path, progress)
    return report_from_text(draft.text, source, draft.layout, progress)


def report_from_text(
    text: str, source: Source, layout: Layout = _UNKNOWN, progress: Progress = silent
) -> Report:
    """Find everything that points into `text`; `layout` is what its reader knows beyond it."""
    holes = find_holes(text)
    progress(1, _STEPS)
    if holes:
        cut = Cut(text, [hole.span for hole in holes])
        report = _assemble(cut.text, source, cut_layout(layout, cut), progress)
        report = with_holes(report, text, cut, layout, holes)
    else:
        report = _assemble(text, source, layout, progress)
    return replace(report, damages=find_damages(report, layout.scans))


def _assemble(text: str, source: Source, layout: Layout, progress: Progress) -> Report:
    tables = [table.span for table in layout.tables]
    known = sorted([*tables, *(noise.span for noise in layout.noise)])
    lines = find_lines(text) if layout.paragraphs is None else list(layout.paragraphs)
    progress(2, _STEPS)
    sieved = sieve(text, _outside(lines, known))
    progress(3, _STEPS)
    noise = sorted([*sieved.noise, *layout.noise], key=attrgetter("span"))
    pieces = sieved.lines
    if layout.paragraphs is None:
        pieces = find_pieces(text, pieces, sieved.head)
    marks = find_marks(text, pieces, sieved.head)
    progress(4, _STEPS)
    sections = build_sections(text, marks, pieces)
    entries = glossary_pieces(text, pieces, sections)
    setting = Setting(sieved.head, frozenset(entries))
    paragraphs = build_paragraphs(text, pieces, setting, marks, sections)
    progress(5, _STEPS)
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
