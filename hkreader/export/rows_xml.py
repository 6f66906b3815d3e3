"""The rows of a sheet as the markup of a workbook.

openpyxl makes an object of every cell it writes, which for hundreds of reports takes minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from hkreader.export.table import Paragraph

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MOST_LINKS = 65530


@dataclass(slots=True)
class SheetBody:
    """The rows and links that a sheet's own markup is filled with."""

    text_sheet: str
    """The sheet that links lead to."""
    rows: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def link(self, place: str, style: int, paragraph: Paragraph) -> str:
        """Give a cell that leads to a paragraph; a sheet holds only so many links."""
        target = f"'{self.text_sheet}'!A{paragraph.row}"
        number = paragraph.number
        if len(self.links) < _MOST_LINKS:
            self.links.append(f'<hyperlink ref="{place}" location="{escape(target)}"/>')
            return number_cell(place, style, number)
        formula = escape(f'HYPERLINK("#{target}",{number})')
        return f'<c r="{place}" s="{style}"><f>{formula}</f><v>{number}</v></c>'

    def fill(self, markup: bytes, reference: str) -> list[bytes]:
        """Put rows and links into the markup of a sheet that has only its head."""
        markup = re.sub(
            rb'<dimension ref="[^"]*"', f'<dimension ref="{reference}"'.encode(), markup
        )
        before, end, after = markup.partition(b"</sheetData>")
        parts = [before, "".join(self.rows).encode(), end]
        if self.links:
            links = f"<hyperlinks>{''.join(self.links)}</hyperlinks>".encode()
            middle, mark, rest = after.partition(b"<printOptions")
            return [*parts, middle, links, mark, rest]
        return [*parts, after]


def row(number: int, cells: list[str], height: float | None) -> str:
    """Give a row of cells, with its height where it is no line's."""
    set_height = "" if height is None else f' ht="{height:g}" customHeight="1"'
    return f'<row r="{number}"{set_height}>{"".join(cells)}</row>'


def number_cell(place: str, style: int, value: float) -> str:
    """Give a cell that holds a number."""
    return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'


def text_cell(place: str, style: int, text: str) -> str:
    """Give a cell that holds a text, whatever it begins with."""
    words = escape(_ILLEGAL.sub("\ufffd", text))
    if "_x" in words:
        words = _ESCAPED_CODE.sub("_x005F_", words)
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
    )
