"""The pages of an OFD package as glyphs and ruling lines; fonts, pictures and signatures are not looked at."""

from __future__ import annotations

import math
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import east_asian_width
from xml.etree import ElementTree

from hkreader.core.errors import FileDamaged, FileEncrypted
from hkreader.text.readers.glyphs import Frame, Glyph, Page, Rule
from hkreader.text.readers.package import Package

_POINTS = 72 / 25.4
"""Points to a millimetre, which OFD counts in."""
_ENTRY = "OFD.xml"
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STROKE = re.compile(r"([MLBQACS])([^A-Z]*)")
_GROUPS = frozenset({"Content", "Layer", "PageBlock", "Page"})
_PLAIN = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FEWEST_IN_MATRIX = 6
_MOST_REPEATED = 10_000
_DEEPEST = 50
_THIN = 1.0
"""Points within which a stroke is straight."""
_PRIVATE = ("\ue000", "\uf8ff")

Matrix = tuple[float, float, float, float, float, float]


def read_pages(path: Path, package: Package) -> Iterator[Page]:
    """Read the pages of all documents in the package; raises a `ReadError` where there are none."""
    parts = _Parts(path, package)
    for root in parts.documents():
        document = parts.xml(root)
        if document is not None:
            yield from _Document(parts, root, document).pages()


class _Parts:
    """The parts of a package by the addresses that stand in other parts."""

    def __init__(self, path: Path, package: Package) -> None:
        self._path = path
        self._package = package
        self._names = {name.replace("\\", "/").lstrip("/").lower(): name for name in package.names}

    def documents(self) -> list[str]:
        """Give the addresses of the documents."""
        entry = self.xml(_ENTRY)
        roots = [] if entry is None else [e.text.strip() for e in _all(entry, "DocRoot") if e.text]
        roots = roots or [name for name in self._names.values() if name.endswith("Document.xml")]
        if not roots:
            if any("encrypt" in name for name in self._names):
                raise FileEncrypted(self._path)
            raise FileDamaged(self._path)
        return roots

    def xml(self, address: str) -> ElementTree.Element | None:
        """Give a part; None where it is missing or broken: the others may still be read."""
        name = self._names.get(posixpath.normpath("/" + address).lstrip("/").lower())
        if name is None:
            return None
        try:
            return self._package.xml(name)
        except FileDamaged:
            return None

    def near(self, part: str, address: str) -> str:
        """Give the address that `address` means inside `part`."""
        if address.startswith("/"):
            return address
        beside = posixpath.join(posixpath.dirname(part), address)
        return beside if posixpath.normpath(beside).lstrip("/").lower() in self._names else address


class _Document:
    """One document of the package."""

    def __init__(self, parts: _Parts, place: str, root: ElementTree.Element) -> None:
        self._parts = parts
        self._place = place
        self._root = root
        self._templates = {
            template.get("ID", ""): template.get("BaseLoc", "")
            for template in _all(root, "TemplatePage")
        }

    def pages(self) -> Iterator[Page]:
        pages = next(_all(self._root, "Pages"), None)
        for item in () if pages is None else _all(pages, "Page"):
            content = self._part(item.get("BaseLoc", ""))
            if content is None:
                yield Page([], pictured=False, undecodable=0)
                continue
            sheet = _Sheet()
            for used in _all(content, "Template"):
                template = self._part(self._templates.get(used.get("TemplateID", ""), ""))
                if template is not None:
                    sheet.draw(template)
            sheet.draw(content)
            yield sheet.page()

    def _part(self, address: str) -> ElementTree.Element | None:
        return self._parts.xml(self._parts.near(self._place, address)) if address else None


@dataclass(slots=True)
class _Sheet:
    """Gathers what is drawn on one page, by the direction it runs in."""

    glyphs: dict[int, list[Glyph]] = field(default_factory=lambda: defaultdict(list))
    rules: list[Rule] = field(default_factory=list)
    pictured: bool = False
    order: int = 0
    undecodable: int = 0

    def page(self) -> Page:
        frames = [
            Frame(glyphs, self.rules if angle == 0 else [])
            for angle, glyphs in sorted(self.glyphs.items(), key=_most_first)
        ]
        return Page(frames, self.pictured, self.undecodable)

    def draw(self, part: ElementTree.Element, depth: int = 0) -> None:
        for item in part:
            name = _name(item)
            if name in _GROUPS and depth < _DEEPEST:
                self.draw(item, depth + 1)
            elif name == "TextObject":
                self._text(item)
            elif name == "PathObject":
                self._path(item)
            elif name == "ImageObject":
                self.pictured = True

    def _text(self, item: ElementTree.Element) -> None:
        left, top = (*_numbers(item.get("Boundary")), 0.0, 0.0)[:2]
        matrix = _matrix(item.get("CTM"))
        size = (_numbers(item.get("Size")) or [4.0])[0]
        scale = (_numbers(item.get("HScale")) or [1.0])[0]
        x = y = 0.0
        for code in _all(item, "TextCode"):
            words = "".join(code.itertext())
            x = (_numbers(code.get("X")) or [x])[0]
            y = (_numbers(code.get("Y")) or [y])[0]
            across, down = (_steps(code.get(name), len(words)) for name in ("DeltaX", "DeltaY"))
            at_x, at_y = x, y
            for index, char in enumerate(words):
                wide = size * scale * (1.0 if east_asian_width(char) in "WFA" else 0.5)
                place = _moved(matrix, at_x, at_y, left, top)
                self._glyph(char, place, matrix, (wide, size))
                at_x += across[index] if index < len(across) else 0.0 if down else wide
                at_y += down[index] if index < len(down) else 0.0

    def _glyph(
        self,
        char: str,
        place: tuple[float, float],
        matrix: Matrix,
        extent: tuple[float, float],
    ) -> None:
        if not char.strip() or not char.isprintable():
            return
        a, b, c, d, *_ = matrix
        angle = round(math.degrees(math.atan2(b, a)))
        x, y = _turned(place, -angle)
        width, size = extent[0] * math.hypot(a, b), extent[1] * math.hypot(c, d)
        x, y, width, size = (value * _POINTS for value in (x, y, width, size))
        self.glyphs[angle].append(Glyph(char, x, x + width, y, size, self.order, apart=False))
        self.order += 1
        self.undecodable += _PRIVATE[0] <= char <= _PRIVATE[1]

    def _path(self, item: ElementTree.Element) -> None:
        """Take the straight strokes of a path as ruling lines."""
        left, top = (*_numbers(item.get("Boundary")), 0.0, 0.0)[:2]
        matrix = _matrix(item.get("CTM"))
        data = next(_all(item, "AbbreviatedData"), None)
        here = start = (0.0, 0.0)
        for command, words in _STROKE.findall("" if data is None else data.text or ""):
            numbers = _numbers(words)
            if command == "C":
                self._rule(here, start)
                continue
            if len(numbers) < 2:  # noqa: PLR2004  a point has two
                continue
            there = tuple(v * _POINTS for v in _moved(matrix, numbers[-2], numbers[-1], left, top))
            point = (there[0], there[1])
            if command in "MS":
                start = point
            elif command == "L":
                self._rule(here, point)
            here = point

    def _rule(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = one, other
        if (abs(x0 - x1) < _THIN) != (abs(y0 - y1) < _THIN):
            self.rules.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _most_first(entry: tuple[int, Sequence[Glyph]]) -> tuple[int, int]:
    return -len(entry[1]), abs(entry[0])


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (item for item in element.iter() if _name(item) == name)


def _numbers(words: str | None) -> list[float]:
    return [float(word) for word in _NUMBER.findall(words or "")]


def _matrix(words: str | None) -> Matrix:
    numbers = _numbers(words)
    if len(numbers) < _FEWEST_IN_MATRIX:
        return _PLAIN
    a, b, c, d, e, f = numbers[:_FEWEST_IN_MATRIX]
    return (a, b, c, d, e, f) if a or b else _PLAIN


def _moved(matrix: Matrix, x: float, y: float, left: float, top: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e + left, b * x + d * y + f + top


def _turned(place: tuple[float, float], degrees: int) -> tuple[float, float]:
    if not degrees:
        return place
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return place[0] * cosine - place[1] * sine, place[0] * sine + place[1] * cosine


def _steps(words: str | None, count: int) -> list[float]:
    """Read the distances from sign to sign; `g 3 2.1` repeats one three times."""
    steps: list[float] = []
    pieces = iter((words or "").split())
    for piece in pieces:
        if piece == "g":
            times, step = (_numbers(next(pieces, "")) for _ in range(2))
            if times and step:
                steps += [step[0]] * min(int(max(times[0], 0)), _MOST_REPEATED)
        else:
            steps += _numbers(piece)
        if len(steps) >= count:
            break
    return steps
