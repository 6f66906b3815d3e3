"""The tree of sections and the paragraphs that hang in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hkreader.core.report import Paragraph, ParagraphKind, Part, Section, Span
from hkreader.text.headings import Mark

_PARTS = (
    (Part.GLOSSARY, re.compile("名词|用语|注释|解释|术语")),
    (Part.GOVERNMENT, re.compile("政府自身|自身建设|建设.*政府|政府建设|服务型政府|法治政府")),
    (Part.REVIEW, re.compile("回顾|过去|成就|工作情况|主要工作和")),
    (Part.PLAN, re.compile("任务|安排|部署|今年|目标|重点工作|主要工作|要求|打算|建议|今后")),
)


def build_sections(text: str, marks: Sequence[Mark], end: int) -> list[Section]:
    """Nest the headings; each section reaches to the next of its level or above."""
    sections: list[Section] = []
    open_at: list[int] = []
    for index, mark in enumerate(marks):
        while open_at and sections[open_at[-1]].level >= mark.level:
            open_at.pop()
        parent = open_at[-1] if open_at else None
        heading = text[mark.span.start : mark.span.end]
        part = _part_of(heading, sections) if mark.level == 1 or parent is None else sections[parent].part
        stop = next((later.span.start for later in marks[index + 1 :] if later.level <= mark.level), end)
        while stop > mark.span.end and text[stop - 1].isspace():
            stop -= 1
        sections.append(Section(index, mark.level, heading, mark.span, Span(mark.span.start, stop), part, parent))
        open_at.append(index)
    return sections


def _part_of(heading: str, sections: Sequence[Section]) -> Part:
    for part, shape in _PARTS:
        if shape.search(heading):
            return part
    return sections[-1].part if sections else Part.OPENING


def build_paragraphs(
    pieces: Sequence[Span], marks: dict[int, Mark], sections: Sequence[Section]
) -> list[Paragraph]:
    """Number the pieces and tell what each is."""
    paragraphs: list[Paragraph] = []
    at = 0
    for number, piece in enumerate(pieces, 1):
        while at < len(sections) and sections[at].span.start <= piece.start:
            at += 1
        section = at - 1 if at else None
        while section is not None and piece.start >= sections[section].span.end:
            section = sections[section].parent
        mark = marks.get(piece.start)
        kind = ParagraphKind.BODY
        if mark is not None and mark.level < 3:
            kind = ParagraphKind.HEADING
        elif section is not None and sections[section].part is Part.GLOSSARY:
            kind = ParagraphKind.TERM
        level = mark.level if mark is not None and kind is ParagraphKind.HEADING else 0
        paragraphs.append(Paragraph(number, piece, kind, section, level))
    return paragraphs
