"""Where things stand in the text, as the tables name it: section, paragraph, sentence."""

from __future__ import annotations

import re

from hkreader.core.findings import Findings
from hkreader.core.report import Report
from hkreader.export.table import Paragraph

_BLANKS = re.compile(r"\s+")
_CHINESE_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_SEGMENT = re.compile(r"(?s).{1,1800}(?:(?<=[。；！？])|$)|.{1,1800}")
"""A row is no higher than a page: a paragraph longer than that goes on in the next row."""
_HEADING_ENDS = "。，,:： "


class Place:
    """One report of an export, with the rows its paragraphs have in the sheet of the text."""

    def __init__(self, report: Report, findings: Findings, first_row: int) -> None:
        """Give its first paragraph the row `first_row`."""
        self.report = report
        self.findings = findings
        self._rows: list[int] = []
        self._texts: list[list[str]] = []
        row = first_row
        for paragraph in report.paragraphs:
            parts = _SEGMENT.findall(tidy(report.quote(paragraph.span))) or [""]
            self._rows.append(row)
            self._texts.append(parts)
            row += len(parts)
        self.next_row = row

    def paragraph(self, offset: int) -> Paragraph | None:
        """Give the paragraph that holds `offset`."""
        found = self.report.paragraph_at(offset)
        return None if found is None else Paragraph(found.number, self._rows[found.number - 1])

    def section(self, index: int | None) -> str:
        """Name the section below the level of parts that holds section `index`."""
        sections = self.report.sections
        section = None if index is None else sections[index]
        while section is not None and section.level > 2 and section.parent is not None:  # noqa: PLR2004
            section = sections[section.parent]
        return "" if section is None else tidy(section.heading).rstrip(_HEADING_ENDS)

    def section_at(self, offset: int) -> str:
        """Name the section that holds `offset`."""
        section = self.report.section_at(offset)
        return self.section(None if section is None else section.index)

    def sentence(self, offset: int) -> str:
        """Quote the sentence that holds `offset`."""
        sentence = self.report.sentence_at(offset)
        return "" if sentence is None else tidy(self.report.quote(sentence.span))

    def texts(self) -> list[tuple[int, int, str]]:
        """Give number, start and text of every row in the sheet of the text."""
        return [
            (paragraph.number, paragraph.span.start, part)
            for paragraph, parts in zip(self.report.paragraphs, self._texts, strict=True)
            for part in parts
        ]


def tidy(text: str) -> str:
    """Join what line breaks of the file part; blanks between Chinese characters mean nothing."""
    return _CHINESE_GAP.sub("", _BLANKS.sub(" ", text)).strip()
