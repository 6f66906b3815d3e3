"""The story of a Word package: paragraphs, tables, numbering and notes, as plain text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from hkreader.core.errors import FileNotText, FileTooLarge, FormatUnsupported
from hkreader.text.readers.docx_numbering import Numbering

_LIMIT_MB = 64
_MAIN = "word/document.xml"
_NOTES = (("footnoteReference", "word/footnotes.xml"), ("endnoteReference", "word/endnotes.xml"))
_NAMESPACE = re.compile(r"\{[^}]*\}")
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sectPr"}
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def draw_story(path: Path, data: bytes) -> str:
    """Draw the text, one line a paragraph; footnotes and endnotes follow the text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _Story(path, package).text()
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, EOFError, ValueError) as error:
        raise FileNotText(path) from error
    except (NotImplementedError, RuntimeError) as error:
        raise FormatUnsupported(path, format="DOCX") from error


def name_of(element: ElementTree.Element) -> str:
    """Give an element's name without its namespace (strict and transitional differ in it)."""
    return _NAMESPACE.sub("", element.tag)


def attribute(element: ElementTree.Element, name: str) -> str:
    """Give an attribute's value whatever its namespace."""
    return next((value for key, value in element.items() if _NAMESPACE.sub("", key) == name), "")


class _Story:
    """Walks the parts of one package and counts its notes."""

    def __init__(self, path: Path, package: zipfile.ZipFile) -> None:
        self._path = path
        self._package = package
        self._names = frozenset(package.namelist())
        self._numbering = Numbering(self._part("word/numbering.xml"), self._part("word/styles.xml"))
        self._noted: list[tuple[str, str]] = []

    def text(self) -> str:
        root = self._part(_MAIN)
        if root is None:
            raise KeyError(_MAIN)
        lines = list(self._lines(root))
        lines.extend(self._notes())
        return "\n".join(lines)

    def _part(self, name: str) -> ElementTree.Element | None:
        if name not in self._names:
            return None
        if self._package.getinfo(name).file_size > _LIMIT_MB * 1024 * 1024:
            raise FileTooLarge(self._path, limit_mb=_LIMIT_MB)
        data = self._package.read(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise ValueError(name)
        return ElementTree.fromstring(data)  # noqa: S314  no document type, so no entities

    def _lines(self, root: ElementTree.Element) -> Iterator[str]:
        for child in root:
            name = name_of(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._rows(child)
            elif name not in _SKIPPED:
                yield from self._lines(child)

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
            elif name == "txbxContent":
                boxes.append(child)
            elif name in {"footnoteReference", "endnoteReference"}:
                self._noted.append((name, attribute(child, "id")))
                yield f"[{len(self._noted)}]"
            elif name not in _SKIPPED:
                yield from self._pieces(child, boxes)

    def _rows(self, table: ElementTree.Element) -> Iterator[str]:
        for row in table:
            if name_of(row) == "tr":
                cells = [child for child in row if name_of(child) == "tc"]
                yield "\t".join(" ".join(filter(None, self._lines(cell))) for cell in cells)

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
