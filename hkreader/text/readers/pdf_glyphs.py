"""The one door to pdfium: what stands on a page, as glyphs and ruling lines in an upright frame."""

from __future__ import annotations

import ctypes
import math
import threading
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from hkreader.core.errors import FileDamaged, FileEncrypted, FileTooLarge
from hkreader.text.readers.glyphs import Frame, Glyph, Page, Rule
from hkreader.text.readers.pdf_fonts import use_own_font

_ONE_AT_A_TIME = threading.Lock()
"""pdfium keeps its state to itself: two threads must not be inside."""
_PAGES = 3000
_GLYPHS = 5_000_000
_MEGABYTES = 20
"""What that many glyphs come to, in the words of the failure."""
_OBJECTS = 40_000
"""A page drawn of more objects is a map or a plan: its lines rule no table."""
_DEPTH = 4
_OVERPRINT = 0.15
"""Parts of its size within which a letter that is set again makes the first one bold."""
_TURNS = 1.0
"""Degrees by which writing of one direction may differ."""
_THIN = 2.5
_SHORTEST = 4.0
_FOLDED = ((0x2E80, 0x2FD5), (0xF900, 0xFAFF), (0xFB00, 0xFB06))
"""Radicals, compatibility ideographs and ligatures: shapes that fonts name in place of letters."""
_RADICALS = dict(
    zip(
        "⺠⻓⻔⻋⻢⻅⻛⻬⻉⻚⻁⻘⻄⻆⻰⻜⻥⻦⻩⻣⻤⺟⻨⻳⻮⻙⻝⻧⻪⻫⺎⺏⺐⺒⻌⻍⻎⺮⺷",
        "民长门车马见风齐贝页虎青西角龙飞鱼鸟黄骨鬼母麦龟齿韦食卤齐斉尢尢尢巳辶辶辶竹羊",
        strict=True,
    )
)

_Handle = Any
"""What pdfium hands out: its library is untyped."""


def read_pages(path: Path, data: bytes) -> Iterator[Page]:
    """Read the pages one after the other; raises a `ReadError` where the file is none."""
    with _ONE_AT_A_TIME:
        document = _open(path, data)
        try:
            count = len(document)
            if count > _PAGES:
                raise FileTooLarge(path, limit_mb=_MEGABYTES)
            left = _GLYPHS
            for index in range(count):
                page = _read(document, index)
                left -= sum(len(frame.glyphs) for frame in page.frames)
                if left < 0:
                    raise FileTooLarge(path, limit_mb=_MEGABYTES)
                yield page
        finally:
            document.close()


def _open(path: Path, data: bytes) -> _Handle:
    use_own_font()
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise FileEncrypted(path) from error
        raise FileDamaged(path) from error


def _read(document: _Handle, index: int) -> Page:
    """Read a page; one that is broken is empty."""
    page = _load(document, index)
    if not page:
        return Page([], pictured=False, undecodable=0)
    try:
        written, undecodable = _written(page)
        written = _on_sheet(page, written)
        rules, pictured = _drawn(page)
    finally:
        pdfium.FPDF_ClosePage(page)
    return Page(list(_frames(written, rules)), pictured, undecodable)


def _load(document: _Handle, index: int) -> _Handle:
    """Load a page with what is written into its forms and boxes as part of it."""
    page = pdfium.FPDF_LoadPage(document.raw, index)
    if page and pdfium.FPDFPage_GetAnnotCount(page) > 0:
        flat = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        if flat == pdfium.FLATTEN_SUCCESS:
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document.raw, index)
    return page


@dataclass(slots=True)
class _Set:
    """A character as pdfium tells of it, in the page's own coordinates."""

    char: str
    x: float
    y: float
    box: tuple[float, float, float, float]
    size: float
    angle: float
    apart: bool


def _written(page: _Handle) -> tuple[list[_Set], int]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], 0
    undecodable = 0
    found: list[_Set] = []
    try:
        high, apart = 0, False
        for index in range(pdfium.FPDFText_CountChars(text)):
            if pdfium.FPDFText_IsGenerated(text, index) == 1:
                apart = True
                continue
            code = pdfium.FPDFText_GetUnicode(text, index)
            if 0xD800 <= code < 0xDC00:  # noqa: PLR2004  the first half of a pair
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:  # noqa: PLR2004  the second half
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            high = 0
            char = _character(code)
            undecodable += char == "\ufffd"
            if char:
                found.append(_placed(text, index, char, apart=apart))
            apart = False
    finally:
        pdfium.FPDFText_ClosePage(text)
    return found, undecodable


def _on_sheet(page: _Handle, written: list[_Set]) -> list[_Set]:
    """Leave out what is drawn beside the visible sheet."""
    if not pdfium.FPDF_GetPageBoundingBox(page, _BOX):
        return written
    left, bottom, right, top = _BOX.left, _BOX.bottom, _BOX.right, _BOX.top
    if right - left <= 1 or top - bottom <= 1:
        return written
    return [item for item in written if left <= item.x <= right and bottom <= item.y <= top]


def _character(code: int) -> str:
    """Give what a glyph stands for, nothing for signs that are none."""
    if code == 2 or code == 0xAD:  # noqa: PLR1714, PLR2004  pdfium's own sign of a hyphen at a line's end
        return "\u00ad" if code == 0xAD else "-"  # noqa: PLR2004
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:  # noqa: PLR2004
        return "\ufffd"
    if code < 32 or code in {0xFFFE, 0xFFFF, 0x200B, 0xFEFF}:  # noqa: PLR2004  no letters
        return " " if code == 9 else ""  # noqa: PLR2004
    char = chr(code)
    if any(first <= code <= last for first, last in _FOLDED):
        return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return " " if char in "\u00a0\u2002\u2003\u2009" else char


_X, _Y = ctypes.c_double(), ctypes.c_double()
_BOX, _MATRIX = pdfium.FS_RECTF(), pdfium.FS_MATRIX()


def _placed(text: _Handle, index: int, char: str, *, apart: bool) -> _Set:
    pdfium.FPDFText_GetCharOrigin(text, index, _X, _Y)
    pdfium.FPDFText_GetLooseCharBox(text, index, _BOX)
    size = pdfium.FPDFText_GetFontSize(text, index)
    angle = 0.0
    if pdfium.FPDFText_GetMatrix(text, index, _MATRIX):
        size *= math.hypot(_MATRIX.c, _MATRIX.d)
        angle = math.degrees(math.atan2(_MATRIX.b, _MATRIX.a))
    box = (_BOX.left, _BOX.bottom, _BOX.right, _BOX.top)
    return _Set(char, _X.value, _Y.value, box, abs(size) or 1.0, angle, apart)


def _frames(written: Sequence[_Set], rules: Sequence[Rule]) -> Iterator[Frame]:
    by_angle: dict[int, list[tuple[int, _Set]]] = defaultdict(list)
    for order, item in enumerate(written):
        by_angle[round(item.angle / _TURNS) % round(360 / _TURNS)].append((order, item))
    ranked = sorted(by_angle.items(), key=lambda entry: -len(entry[1]))
    for rank, (turn, items) in enumerate(ranked):
        angle = math.radians(turn * _TURNS)
        glyphs = _without_overprint(_upright(items, angle))
        yield Frame(glyphs, [_turned_rule(rule, angle) for rule in rules] if not rank else [])


def _turned(x: float, y: float, angle: float) -> tuple[float, float]:
    cos, sin = math.cos(angle), math.sin(angle)
    return x * cos + y * sin, x * sin - y * cos


def _turned_rule(rule: Rule, angle: float) -> Rule:
    (x0, y0), (x1, y1) = _turned(rule[0], rule[1], angle), _turned(rule[2], rule[3], angle)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _upright(items: Sequence[tuple[int, _Set]], angle: float) -> Iterator[Glyph]:
    square = abs(math.sin(2 * angle)) < 0.01  # noqa: PLR2004  a quarter turn or none
    last: Glyph | None = None
    origin = (0.0, 0.0)
    for order, item in items:
        x, y = _turned(item.x, item.y, angle)
        if last is not None and last.order == order - 1 and origin == (x, y):
            # One glyph may stand for several characters: a ligature, a dash of two.
            last = Glyph(item.char, last.x1, last.x1, y, item.size, order, apart=False)
            yield last
            continue
        origin = (x, y)
        if square:
            a, _ = _turned(item.box[0], item.box[1], angle)
            b, _ = _turned(item.box[2], item.box[3], angle)
            x0, x1 = min(a, b), max(a, b)
        else:
            wide = unicodedata.east_asian_width(item.char[:1]) in "WF"
            x0, x1 = x, x + item.size * (1.0 if wide else 0.5)
        last = Glyph(item.char, x0, x1, y, item.size, order, item.apart)
        yield last


def _without_overprint(glyphs: Iterator[Glyph]) -> list[Glyph]:
    """Leave out letters that are set again upon themselves."""
    kept: list[Glyph] = []
    near: dict[tuple[str, int, int], Glyph] = {}
    for glyph in glyphs:
        step = max(1.0, glyph.size / 4)
        column, row = int(glyph.x0 // step), int(glyph.base // step)
        places = [(column + i, row + j) for i in (0, -1, 1) for j in (0, -1, 1)]
        others = (near.get((glyph.char, *place)) for place in places)
        if glyph.char.strip() and any(other and _upon(glyph, other) for other in others):
            continue
        near[glyph.char, column, row] = glyph
        kept.append(glyph)
    return kept


def _upon(glyph: Glyph, other: Glyph) -> bool:
    reach = _OVERPRINT * glyph.size
    if glyph.order == other.order + 1 and glyph.x0 == glyph.x1:
        return False
    return abs(glyph.x0 - other.x0) < reach and abs(glyph.base - other.base) < reach


_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1, 0, 0, 1, 0, 0)


def _drawn(page: _Handle) -> tuple[list[Rule], bool]:
    """Give the straight lines of a page, and whether it shows pictures."""
    rules: list[Rule] = []
    pictured = False
    count = pdfium.FPDFPage_CountObjects(page)
    objects = ((pdfium.FPDFPage_GetObject(page, index), _PLAIN, 0) for index in range(count))
    waiting = list(objects) if count <= _OBJECTS else []
    seen = 0
    while waiting and seen < _OBJECTS:
        item, outer, depth = waiting.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured = True
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules.extend(_rules(item, _within(_matrix(item), outer)))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            inner = _within(_matrix(item), outer)
            inside = range(min(pdfium.FPDFFormObj_CountObjects(item), _OBJECTS))
            waiting += [(pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in inside]
    return rules, pictured or count > _OBJECTS


def _matrix(item: _Handle) -> _Matrix:
    if not pdfium.FPDFPageObj_GetMatrix(item, _MATRIX):
        return _PLAIN
    return (_MATRIX.a, _MATRIX.b, _MATRIX.c, _MATRIX.d, _MATRIX.e, _MATRIX.f)


def _within(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    o = outer
    return (
        a * o[0] + b * o[2],
        a * o[1] + b * o[3],
        c * o[0] + d * o[2],
        c * o[1] + d * o[3],
        e * o[0] + f * o[2] + o[4],
        e * o[1] + f * o[3] + o[5],
    )


def _rules(path: _Handle, matrix: _Matrix) -> Iterator[Rule]:
    """Give the straight strokes of a path, and its fill where that is as thin as a stroke."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke):
        return
    for points in _outlines(path, matrix):
        if stroke.value:
            for (x0, y0), (x1, y1) in pairwise(points):
                if (abs(x0 - x1) < 1) != (abs(y0 - y1) < 1):
                    yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        elif fill.value and points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            width, height = max(xs) - min(xs), max(ys) - min(ys)
            if min(width, height) <= _THIN and max(width, height) >= _SHORTEST:
                x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
                if width > height:
                    yield min(xs), y, max(xs), y
                else:
                    yield x, min(ys), x, max(ys)


def _outlines(path: _Handle, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
            points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and points:
            yield [*points, points[0]]
            points = []
    if points:
        yield points
