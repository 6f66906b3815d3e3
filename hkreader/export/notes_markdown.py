"""Notes as Markdown: quotations under the headings of the report, what was written below them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hkreader.core.findings import Findings
from hkreader.core.markdown import escaped, escaped_start
from hkreader.core.report import Report
from hkreader.export.about_table import source_name
from hkreader.export.files import write_bytes
from hkreader.export.note_table import mark_words, shown_span
from hkreader.export.places import Place, tidy
from hkreader.messages import tr


def write_notes(report: Report, findings: Findings, target: Path) -> None:
    """Write the notes on `report` to `target`; raises `ExportError`."""
    text = "\n".join(_lines(Place(report, findings, 1)))
    write_bytes(text.encode("utf-8", "replace"), target, report.source.path)


def _lines(place: Place) -> Iterator[str]:
    report = place.report
    name = report.facts.title or source_name(report)
    yield f"# {escaped(tr('export.notes.title', name=tidy(name)))}\n"
    section = None
    for note in place.findings.notes:
        start = note.anchor.span.start
        here = place.section_at(start)
        if here != section:
            section = here
            yield f"## {escaped(here) or tr('export.notes.no_section')}\n"
        yield f"> {escaped(tidy(report.quote(shown_span(report, note))))}\n"
        for line in filter(None, map(str.strip, note.text.splitlines())):
            yield f"{escaped_start(escaped(line))}\n"
        paragraph = place.paragraph(start)
        number = "" if paragraph is None else tr("export.notes.paragraph", number=paragraph.number)
        tags = " ".join(f"\\#{escaped(tag)}" for tag in note.tags)
        when = note.when[: len("2026-11-27")]
        known = filter(None, (mark_words(note), tags, number, escaped(note.who), when))
        yield f"*{' · '.join(known)}*\n"
