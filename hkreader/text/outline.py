"""The tree of sections and the paragraphs that hang in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hkreader.core.report import Paragraph, ParagraphKind, Part, Section, Span
from hkreader.text.headings import Kind, find_candidates
from hkreader.text.levels import Mark, settle_levels
from hkreader.text.noise import is_byline, is_title
from hkreader.text.parts import assign_parts, find_turn


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the pieces stand that are neither text nor heading."""

    head: int
    """How many pieces stand before the body."""
    entries: frozenset[int]
    """Indexes of the pieces of the glossary."""


def find_marks(text: str, pieces: Sequence[Span], head: int) -> list[Mark]:
    """Find the headings among the pieces."""
    return settle_levels(text, pieces, find_candidates(text, pieces, head), head)


def build_sections(text: str, marks: Sequence[Mark], pieces: Sequence[Span]) -> list[Section]:
    """Nest the headings; each section reaches to the next of its level or above."""
    stops = _stops(marks, pieces)
    parts = _parts(text, marks, pieces)
    sections: list[Section] = []
    path: list[int] = []
    for index, mark in enumerate(marks):
        while path and sections[path[-1]].level >= mark.level:
            path.pop()
        parent = path[-1] if path else None
        part = parts[index] if parent is None else sections[parent].part
        span = Span(mark.span.start, stops[index])
        heading = text[mark.span.start : mark.span.end]
        sections.append(Section(index, mark.level, heading, mark.span, span, part, parent))
        path.append(index)
    return sections


def _stops(marks: Sequence[Mark], pieces: Sequence[Span]) -> list[int]:
    """Give where each section's text ends, walking backwards."""
    stops = [0] * len(marks)
    next_at: dict[int, int] = {}
    last = len(pieces) - 1
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        following = min(
            (next_at[level] for level in range(1, mark.level + 1) if level in next_at),
            default=last + 1,
        )
        stops[index] = max(mark.span.end, pieces[following - 1].end)
        next_at[mark.level] = mark.piece
        for deeper in range(mark.level + 1, 4):
            next_at.pop(deeper, None)
    return stops


def _parts(text: str, marks: Sequence[Mark], pieces: Sequence[Span]) -> dict[int, Part]:
    """Give the part of every section that has none above it to take it from."""
    tops = [index for index, mark in enumerate(marks) if mark.level == 1]
    headings = [text[marks[index].span.start : marks[index].span.end] for index in tops]
    parts = dict(zip(tops, assign_parts(headings), strict=True))
    turn = None
    for index, mark in enumerate(marks):
        if index in parts:
            if mark.kind is Kind.GLOSSARY:
                parts[index] = Part.GLOSSARY
            continue
        if turn is None:
            turn = find_turn(text, pieces[0].start, pieces[-1].end)
        parts[index] = Part.REVIEW if mark.span.start < turn else Part.PLAN
    return parts


def build_paragraphs(
    text: str,
    pieces: Sequence[Span],
    setting: Setting,
    marks: Sequence[Mark],
    sections: Sequence[Section],
) -> list[Paragraph]:
    """Number the pieces and tell what each is."""
    heads = {mark.piece: mark for mark in marks}
    paragraphs: list[Paragraph] = []
    at = 0
    for index, piece in enumerate(pieces):
        while at < len(sections) and sections[at].span.start <= piece.start:
            at += 1
        section = at - 1 if at else None
        while section is not None and piece.start >= sections[section].span.end:
            section = sections[section].parent
        mark = heads.get(index)
        kind, level = ParagraphKind.BODY, 0
        if index < setting.head:
            kind = _head_kind(text[piece.start : piece.end])
        elif mark is not None and mark.alone:
            kind, level = ParagraphKind.HEADING, mark.level
        elif index in setting.entries:
            kind = ParagraphKind.TERM
        paragraphs.append(Paragraph(index + 1, piece, kind, section, level))
    return paragraphs


def with_tables(paragraphs: Sequence[Paragraph], tables: Sequence[Span]) -> list[Paragraph]:
    """Put each table, as a paragraph of the section around it, between the others."""
    merged: list[Paragraph] = []
    rest = list(tables)
    for paragraph in [*paragraphs, None]:
        while rest and (paragraph is None or rest[0].start < paragraph.span.start):
            section = merged[-1].section if merged else None
            merged.append(Paragraph(0, rest.pop(0), ParagraphKind.TABLE, section))
        if paragraph is not None:
            merged.append(paragraph)
    return [replace(paragraph, number=number) for number, paragraph in enumerate(merged, 1)]


def _head_kind(line: str) -> ParagraphKind:
    if is_title(line) or (not is_byline(line) and len(line) > 12):  # noqa: PLR2004  longer than a name
        return ParagraphKind.TITLE
    return ParagraphKind.BYLINE
