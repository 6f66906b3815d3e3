"""Word documents (.docx), told by their main part; the story is read only when one is opened."""

from __future__ import annotations

from pathlib import Path

from hkreader.text.readers.base import Draft

FORMAT = "docx"
_PARTS = (b"word/document", b"word/_rels/", b"word/styles.xml")


def accepts(data: bytes) -> bool:
    """Know a Word package by its parts."""
    return data.startswith(b"PK\x03\x04") and any(part in data for part in _PARTS)


def draw(path: Path, data: bytes) -> Draft:
    """Draw the text of the package."""
    # Costly and seldom needed.
    from hkreader.text.readers.docx_story import draw_story  # noqa: PLC0415
    from hkreader.text.readers.package import Package  # noqa: PLC0415

    package = Package(path, data)
    text, layout = draw_story(path, package)
    return Draft(text, FORMAT, "utf-8", layout=layout, partial=package.damaged)
