"""The report as the reader knows it: one unchanged text and spans into it.

Every offset counts code points of `Report.text`; spans are half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        """Tell whether `offset` lies in the span."""
        return self.start <= offset < self.end

    def __len__(self) -> int:
        """Give the number of characters."""
        return self.end - self.start


class Part(StrEnum):
    """What a stretch of a report is for."""

    OPENING = "opening"
    REVIEW = "review"
    PLAN = "plan"
    GOVERNMENT = "government"
    CLOSING = "closing"
    GLOSSARY = "glossary"


class RegionLevel(StrEnum):
    """Whose government reports."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


@dataclass(frozen=True, slots=True)
class Source:
    """The story of the bytes: where they came from and how they were read."""

    path: Path | None
    format: str
    encoding: str
    sha256: str
    size: int
    undecodable: int = 0
    """How many bytes had no meaning in the encoding (shown as U+FFFD)."""
    partial: bool = False
    """Whether the file is damaged and gave only a part of its text."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says of itself; None where it cannot be told."""

    title: str | None = None
    region: str | None = None
    level: RegionLevel | None = None
    year: int | None = None
    """Year of delivery: the year planned."""
    review_year: int | None = None
    speaker: str | None = None
    speaker_title: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline; `span` runs from its heading to the end of its text."""

    index: int
    level: int
    """1 `一、`, 2 `(一)`, 3 a lead sentence or a numbered item."""
    heading: str
    heading_span: Span
    span: Span
    part: Part
    parent: int | None
    """Index of the enclosing section."""


class ParagraphKind(StrEnum):
    """How a paragraph is set."""

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    BODY = "body"
    TERM = "term"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A logical paragraph: hard line breaks inside it are the file's, not the writer's.

    A heading that runs into its text (`(一)加快…。全年…`) shares its paragraph with it.
    """

    number: int
    """1 for the first; what citations name."""
    span: Span
    kind: ParagraphKind
    section: int | None
    """Index of the innermost section that holds the paragraph's first character."""
    level: int = 0
    """Of a heading: its section's level."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its closing mark."""

    span: Span
    paragraph: int
    """Index into `Report.paragraphs`."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a glossary, or a term that the report puts in quotation marks unexplained."""

    name: str
    definition: str
    """Empty where nobody explains it."""
    span: Span
    """The whole entry; where it is none of this report's, the term's first place in the text."""
    occurrences: tuple[Span, ...] = ()
    """Where the text uses the term, outside the glossary."""
    source: str = ""
    """The file of a glossary of the user's own; empty for the report's."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Characters that a crawler replaced by asterisks, with the words that would fit."""

    span: Span
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noise:
    """What is in the file but not of the report."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the document: cells as stretches of the text, row by row."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]
    """An empty span for an empty cell, or for one that a neighbour covers."""


class DamageKind(StrEnum):
    """What happened to a text on its way here."""

    UNDECODABLE = "undecodable"
    MOJIBAKE = "mojibake"
    MASKED = "masked"
    LOST_DIGITS = "lost_digits"
    CUT_OFF = "cut_off"
    SCANNED = "scanned"
    """Pages that are pictures; each shows as an empty span where its text would stand."""
    NO_REPORT = "no_report"
    """Nothing happened: it is just no government work report."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage and where it shows."""

    kind: DamageKind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its unchanged text and everything that points into it, in text order."""

    text: str
    source: Source
    facts: Facts
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    glossary: tuple[Term, ...]
    masks: tuple[Mask, ...]
    noise: tuple[Noise, ...]
    tables: tuple[Table, ...] = ()
    damages: tuple[Damage, ...] = ()
    pages: tuple[int, ...] = ()
    """Where each page of a paged document begins; empty for others."""

    def quote(self, span: Span) -> str:
        """Give the exact characters of `span`."""
        return self.text[span.start : span.end]

    def section_at(self, offset: int) -> Section | None:
        """Give the innermost section that holds `offset`."""
        index = bisect_right(self.sections, offset, key=lambda section: section.span.start) - 1
        section = self.sections[index] if index >= 0 else None
        while section is not None and offset >= section.span.end:
            section = None if section.parent is None else self.sections[section.parent]
        return section

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Give the paragraph that holds `offset`, or the last one before it."""
        index = _last_at(self.paragraphs, offset)
        return self.paragraphs[index] if index >= 0 else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds `offset`."""
        index = _last_at(self.sentences, offset)
        if index < 0 or offset not in self.sentences[index].span:
            return None
        return self.sentences[index]

    def page_at(self, offset: int) -> int | None:
        """Give the number of the page that holds `offset`, from 1; None without pages."""
        return bisect_right(self.pages, offset) or None if self.pages else None

    def part_at(self, offset: int) -> Part:
        """Tell which part of the report holds `offset`."""
        section = self.section_at(offset)
        return Part.OPENING if section is None else section.part


def _last_at(items: Sequence[Paragraph] | Sequence[Sentence], offset: int) -> int:
    return bisect_right(items, offset, key=attrgetter("span.start")) - 1
