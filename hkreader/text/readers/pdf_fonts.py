"""The font that stands in for Chinese ones which a PDF names but does not hold.

pdfium drops letters whose shapes it cannot measure; with this font it measures them alike on every
machine, whatever fonts that has.
"""

from __future__ import annotations

import ctypes
from functools import cache

import pypdfium2.raw as pdfium

from hkreader.resources import resource_path

_CHARSETS = frozenset({128, 129, 134, 136})
"""Japanese, Korean, simplified and traditional Chinese, as fonts number them."""
_CHINESE = 134
_HANDLE = 1
_NAME = b"Noto Sans SC\0"


@cache
def _font() -> bytes:
    return resource_path("fonts", "NotoSansSC-subset.ttf").read_bytes()


def _fill(buffer: ctypes.c_void_p | int | None, room: int, data: bytes) -> int:
    if buffer and room >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


def _map_font(*asked: int) -> int | None:
    return _HANDLE if asked[3] in _CHARSETS else None


def _font_data(*asked: int) -> int:
    table, buffer, room = asked[2:5]
    return 0 if table else _fill(buffer, room, _font())


def _face_name(*asked: int) -> int:
    return _fill(asked[2], asked[3], _NAME)


_ANSWERS = {
    "Release": lambda *_: None,
    "EnumFonts": lambda *_: None,
    "MapFont": _map_font,
    "GetFont": lambda *_: None,
    "GetFontData": _font_data,
    "GetFaceName": _face_name,
    "GetFontCharset": lambda *_: _CHINESE,
    "DeleteFont": lambda *_: None,
}


@cache
def use_own_font() -> object:
    """Make pdfium ask here for fonts; what is given back has to live as long as it does."""
    kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    info = pdfium.FPDF_SYSFONTINFO(version=1)
    for name, answer in _ANSWERS.items():
        setattr(info, name, kinds[name](answer))
    pdfium.FPDF_SetSystemFontInfo(info)
    return info
