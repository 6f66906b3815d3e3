"""The story of a Word package: paragraphs, tables, numbering and notes, as text with its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

from hkreader.core.errors import FileDamaged
from hkreader.text.readers.base import Layout
from hkreader.text.readers.composer import Composer, Row, is_table
from hkreader.text.readers.docx_numbering import Numbering
from hkreader.text.readers.package import Package

_MAIN = "word/document.xml"
_NOTES = (("footnoteReference", "word/footnotes.xml"), ("endnoteReference", "word/endnotes.xml"))
_NAMESPACE = re.compile(r"\{[^}]*\}")
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sectPr"}
)
_OFF = frozenset({"0", "false", "off"})
_MOST_SPANNED = 200
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def draw_story(path: Path, package: Package) -> tuple[str, Layout]:
    """Draw the text, one line a paragraph; footnotes and endnotes follow the text."""
    try:
        return _Story(package).compose()
    except (KeyError, RecursionError, ValueError) as error:
        raise FileDamaged(path) from error


def name_of(element: ElementTree.Element) -> str:
    """Give an element's name without its namespace (strict and transitional differ in it)."""
    return _NAMESPACE.sub("", element.tag)


def attribute(element: ElementTree.Element, name: str) -> str:
    """Give an attribute's value whatever its namespace."""
    return next((value for key, value in element.items() if _NAMESPACE.sub("", key) == name), "")


class _Story:
    """Walks the parts of one package and counts its notes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._names = frozenset(package.names)
        styles = self._part("word/styles.xml")
        self._numbering = Numbering(self._part("word/numbering.xml"), styles)
        self._hidden = _hidden_styles(styles)
        self._noted: list[tuple[str, str]] = []

    def compose(self) -> tuple[str, Layout]:
        root = self._part(_MAIN)
        if root is None:
            raise KeyError(_MAIN)
        composer = Composer()
        for part in chain(self._parts(root), self._notes()):
            if isinstance(part, str):
                composer.line(part)
            else:
                composer.table(part)
        return composer.text, composer.layout

    def _part(self, name: str) -> ElementTree.Element | None:
        return self._package.xml(name) if name in self._names else None

    def _parts(self, root: ElementTree.Element) -> Iterator[str | list[Row]]:
        """Give the lines and tables below `root`; a table that only lays out a page is lines."""
        for child in root:
            name = name_of(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                rows = self._rows(child)
                if is_table(rows):
                    yield rows
                else:
                    yield from self._parts(child)
            elif name not in _SKIPPED:
                yield from self._parts(child)

    def _lines(self, root: ElementTree.Element) -> Iterator[str]:
        """Give all below `root` as lines."""
        for part in self._parts(root):
            if isinstance(part, str):
                yield part
            else:
                yield from (" ".join(filter(None, row)) for row in part)

    def _paragraph(self, paragraph: ElementTree.Element) -> Iterator[str]:
        boxes: list[ElementTree.Element] = []
        line = "".join(self._pieces(paragraph, boxes))
        yield self._numbering.label(paragraph) + line if line.strip() else line
        for box in boxes:
            yield from self._lines(box)

    def _pieces(
        self, element: ElementTree.Element, boxes: list[ElementTree.Element]
    ) -> Iterator[str]:
        for child in element:
            name = name_of(child)
            if name == "t":
                yield child.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "r" and self._is_hidden(child):
                continue
            elif name == "txbxContent":
                boxes.append(child)
            elif name in {"footnoteReference", "endnoteReference"}:
                self._noted.append((name, attribute(child, "id")))
                yield f"[{len(self._noted)}]"
            elif name not in _SKIPPED:
                yield from self._pieces(child, boxes)

    def _is_hidden(self, run: ElementTree.Element) -> bool:
        """Tell a run that Word does not show, by itself or by its style."""
        for properties in run:
            if name_of(properties) == "rPr":
                return any(
                    (name_of(item) == "vanish" and attribute(item, "val") not in _OFF)
                    or (name_of(item) == "rStyle" and attribute(item, "val") in self._hidden)
                    for item in properties
                )
        return False

    def _rows(self, table: ElementTree.Element) -> list[Row]:
        """Give the cells of a table; places that a cell reaches over are None."""
        rows: list[Row] = []
        for row in _named(table, "tr"):
            cells: list[str | None] = []
            for cell in _named(row, "tc"):
                spanned, covered = _reach(cell)
                words = " ".join(line.strip() for line in self._lines(cell) if line.strip())
                cells += [None if covered else words, *([None] * (spanned - 1))]
            rows.append(cells)
        return rows

    def _notes(self) -> Iterator[str]:
        bodies: dict[tuple[str, str], str] = {}
        for reference, part in _NOTES:
            root = self._part(part) if self._noted else None
            for note in () if root is None else root:
                body = " ".join(line.strip() for line in self._lines(note) if line.strip())
                bodies[reference, attribute(note, "id")] = body
        for number, key in enumerate(tuple(self._noted), 1):
            if bodies.get(key):
                yield f"[{number}]{bodies[key]}"


def _named(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Give the children of that name, those in content controls too."""
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _named(child, name)


def _reach(cell: ElementTree.Element) -> tuple[int, bool]:
    """Give over how many columns a cell reaches, and whether one above reaches over it."""
    spanned, covered = 1, False
    for properties in _named(cell, "tcPr"):
        for item in properties:
            if name_of(item) == "gridSpan":
                value = attribute(item, "val")
                spanned = min(max(int(value), 1), _MOST_SPANNED) if value.isdecimal() else 1
            elif name_of(item) == "vMerge":
                covered = attribute(item, "val") in {"", "continue"}
    return spanned, covered


def _hidden_styles(styles: ElementTree.Element | None) -> frozenset[str]:
    """Name the character styles whose text Word does not show."""
    hidden = set()
    for style in () if styles is None else styles:
        for properties in _named(style, "rPr"):
            if any(
                name_of(item) == "vanish" and attribute(item, "val") not in _OFF
                for item in properties
            ):
                hidden.add(attribute(style, "styleId"))
    return frozenset(hidden)
