"""PDF documents, told by their first bytes; pages are read only when one is opened."""

from __future__ import annotations

from pathlib import Path

from hkreader.text.readers.base import Draft

FORMAT = "pdf"
_NEAR = 1024
"""Bytes that other programs may have put before the first line."""


def accepts(data: bytes) -> bool:
    """Know a PDF by its first line, and by its objects where something stands before that."""
    if data.startswith(b"%PDF-"):
        return True
    return b"%PDF-" in data[:_NEAR] and b" obj" in data


def draw(path: Path, data: bytes) -> Draft:
    """Draw the text of the pages."""
    # Costly and seldom needed.
    from hkreader.text.readers.page_story import draw_story  # noqa: PLC0415
    from hkreader.text.readers.pdf_glyphs import read_pages  # noqa: PLC0415

    text, layout, undecodable = draw_story(path, read_pages(path, data))
    return Draft(text, FORMAT, "utf-8", undecodable, layout)
