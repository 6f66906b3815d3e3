"""Sets a book as a document: every format before its text, each paragraph once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from hkreader.core.report import Paragraph, ParagraphKind, Report, Span
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.column import Margins, set_margins
from hkreader.ui.reading.terms import name_span
from hkreader.ui.reading.typography import SETTINGS, Typography

if TYPE_CHECKING:
    from hkreader.text.view import DisplayParagraph

_SALUTATION_ENDS = (":", "：")
_LONGEST_SALUTATION = 24
_LEVELS = 3
_PLAIN = "plain"
_STRONG = "strong"
_MUTED = "muted"
Piece = tuple[int, int, str]
"""Start, end and manner of a stretch of a paragraph."""


def typeset(book: Book, typography: Typography, margins: Margins) -> QTextDocument:
    """Set `book` in the formats of `typography`."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(typography.font(SETTINGS["body"]))
    set_margins(document, margins)
    formats = _Formats(typography)
    strong = strong_stretches(book)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    names = settings_of(book)
    for index, (shown, start) in enumerate(
        zip(book.paragraphs, book.positions.starts, strict=True)
    ):
        name = names[index]
        block, plain = formats.block(name), formats.letters(name, _PLAIN)
        if index:
            cursor.insertBlock(block, plain)
        else:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(plain)
        end = start + len(shown.text)
        for first, last, manner in _pieces(start, end, strong, book.noise):
            cursor.insertText(book.text[first:last], formats.letters(name, manner))
    cursor.endEditBlock()
    return document


@dataclass(slots=True)
class _Formats:
    """Each format made once."""

    typography: Typography
    _blocks: dict[str, QTextBlockFormat] = field(default_factory=dict)
    _letters: dict[tuple[str, str], QTextCharFormat] = field(default_factory=dict)

    def block(self, name: str) -> QTextBlockFormat:
        if name not in self._blocks:
            self._blocks[name] = self.typography.block_format(name)
        return self._blocks[name]

    def letters(self, name: str, manner: str) -> QTextCharFormat:
        key = (name, manner)
        if key not in self._letters:
            weight = QFont.Weight.DemiBold if manner == _STRONG else None
            role = "muted" if manner == _MUTED else None
            self._letters[key] = self.typography.char_format(name, weight=weight, role=role)
        return self._letters[key]


def settings_of(book: Book) -> list[str]:
    """Name the setting of each paragraph; of several bylines only the last is set off."""
    names = [setting_of(book.report, shown) for shown in book.paragraphs]
    for index, (name, following) in enumerate(pairwise(names)):
        if name == following == "byline":
            names[index] = "byline_more"
    return names


def setting_of(report: Report, shown: DisplayParagraph) -> str:
    """Name the setting of a paragraph."""
    paragraph = shown.paragraph
    if paragraph is None:
        return "noise"
    match paragraph.kind:
        case ParagraphKind.TITLE | ParagraphKind.BYLINE | ParagraphKind.TERM | ParagraphKind.TABLE:
            return paragraph.kind.value
        case ParagraphKind.HEADING if _stands_alone(report, paragraph):
            return f"heading{min(max(paragraph.level, 1), _LEVELS)}"
    text = shown.text
    if (
        paragraph.section is None
        and len(text) <= _LONGEST_SALUTATION
        and text.endswith(_SALUTATION_ENDS)
    ):
        return "salutation"
    return "body"


def _stands_alone(report: Report, paragraph: Paragraph) -> bool:
    """Tell a heading of its own from one that runs into its text."""
    section = None if paragraph.section is None else report.sections[paragraph.section]
    if section is None or section.heading_span.start < paragraph.span.start:
        return True
    return section.heading_span.end >= paragraph.span.end


def strong_stretches(book: Book) -> list[Span]:
    """Find what stands out in line: leads, headings that run into their text, names of terms."""
    report, extent = book.report, book.extent
    sections = (section.heading_span for section in report.sections)
    spans = [span for span in sections if span.start in extent]
    spans += [name_span(term, report) for term in report.glossary if term.span.start in extent]
    stretches = sorted(map(book.positions.display_of, spans))
    return [stretch for stretch in stretches if len(stretch)]


def _pieces(start: int, end: int, strong: list[Span], muted: Sequence[Span]) -> Iterator[Piece]:
    """Cut a paragraph into stretches of one manner; what is done with is dropped from `strong`."""
    marked = [(span, _MUTED) for span in muted if span.start < end and span.end > start]
    while strong and strong[0].end <= start:
        strong.pop(0)
    for span in strong:
        if span.start >= end:
            break
        marked.append((span, _STRONG))
    at = start
    for span, manner in sorted(marked):
        first, last = max(span.start, at), min(span.end, end)
        if first >= last:
            continue
        if first > at:
            yield at, first, _PLAIN
        yield first, last, manner
        at = last
    if at < end:
        yield at, end, _PLAIN
