"""The table of what the user marked and wrote."""

from __future__ import annotations

from hkreader.core.report import Report, Span
from hkreader.core.reviews import Note, NoteKind
from hkreader.export.places import Place, tidy
from hkreader.export.table import Column, Table, Value
from hkreader.messages import tr

COLUMNS = [
    Column("number", 6, centred=True),
    Column("section", 24, wrap=True),
    Column("passage", 56, wrap=True),
    Column("note", 40, wrap=True),
    Column("tags", 18, wrap=True),
    Column("mark", 10, centred=True),
    Column("who", 14, wrap=True),
    Column("when", 18, centred=True),
    Column("paragraph", 6, centred=True),
]
_MINUTES = len("2026-11-27T10:20")


def fill_notes(table: Table, place: Place, head: list[Value]) -> None:
    """Add the notes on one report, in its order."""
    for number, note in enumerate(place.findings.notes, 1):
        start = note.anchor.span.start
        table.rows.append(
            [
                *head,
                number,
                place.section_at(start),
                tidy(place.report.quote(shown_span(place.report, note))),
                note.text,
                " ".join(note.tags),
                mark_words(note),
                note.who,
                note.when[:_MINUTES].replace("T", " "),
                place.paragraph(start),
            ]
        )


def shown_span(report: Report, note: Note) -> Span:
    """Give what of the text a note shows: its passage, or the sentence of a bare place."""
    span = note.anchor.span
    sentence = None if span else report.sentence_at(span.start)
    return span if sentence is None else sentence.span


def mark_words(note: Note) -> str:
    """Say what a note is: a highlight by its colour, a note, a bookmark."""
    is_colour = note.kind is NoteKind.HIGHLIGHT and note.colour
    return tr(f"export.mark.{note.colour if is_colour else note.kind}")
