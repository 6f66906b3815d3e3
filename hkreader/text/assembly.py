"""The one way from a file to its `Report`."""

from __future__ import annotations

from pathlib import Path

from hkreader.core.report import Report, Source
from hkreader.text.evidence import gather_evidence
from hkreader.text.facts import find_facts
from hkreader.text.glossary import find_terms, glossary_pieces
from hkreader.text.lines import find_lines
from hkreader.text.masks import find_masks
from hkreader.text.noise import sieve
from hkreader.text.outline import Setting, build_paragraphs, build_sections, find_marks
from hkreader.text.pieces import find_pieces
from hkreader.text.readers import draw_text
from hkreader.text.sentences import find_sentences


def read_report(path: Path) -> Report:
    """Read a file as a report; raises a `ReadError` that says why it cannot be."""
    text, source = draw_text(path)
    return report_from_text(text, source)


def report_from_text(text: str, source: Source) -> Report:
    """Find everything that points into `text`."""
    sieved = sieve(text, find_lines(text))
    pieces = find_pieces(text, sieved.lines, sieved.head)
    marks = find_marks(text, pieces, sieved.head)
    sections = build_sections(text, marks, pieces)
    entries = glossary_pieces(text, pieces, sections)
    setting = Setting(sieved.head, frozenset(entries))
    paragraphs = build_paragraphs(text, pieces, setting, marks, sections)
    evidence = gather_evidence(text, source, sieved.lines, sieved.head, sections)
    return Report(
        text=text,
        source=source,
        facts=find_facts(evidence),
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        sentences=tuple(find_sentences(text, paragraphs)),
        glossary=tuple(find_terms(text, pieces, entries)),
        masks=tuple(find_masks(text, sieved.lines, sieved.noise)),
        noise=tuple(sieved.noise),
    )
