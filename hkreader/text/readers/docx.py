"""Word documents (.docx), told by their main part; the story is read only when one is opened."""

from __future__ import annotations

from pathlib import Path

from hkreader.text.readers.base import Draft

FORMAT = "docx"
_MAIN = b"word/document.xml"


def accepts(data: bytes) -> bool:
    """Know a Word package by its main part."""
    return data.startswith(b"PK\x03\x04") and _MAIN in data


def draw(path: Path, data: bytes) -> Draft:
    """Draw the text of the package."""
    from hkreader.text.readers.docx_story import draw_story  # noqa: PLC0415  costly, seldom needed

    return Draft(draw_story(path, data), FORMAT, "utf-8")
