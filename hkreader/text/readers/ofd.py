"""OFD documents (GB/T 33190), told by their entry part; pages are read only when one is opened."""

from __future__ import annotations

from pathlib import Path

from hkreader.text.readers.base import Draft

FORMAT = "ofd"
_PARTS = (b"OFD.xml", b"/Document.xml")


def accepts(data: bytes) -> bool:
    """Know a package by the part that every OFD begins with."""
    return data.startswith(b"PK\x03\x04") and all(part in data for part in _PARTS)


def draw(path: Path, data: bytes) -> Draft:
    """Draw the text of the pages."""
    # Costly and seldom needed.
    from hkreader.text.readers.ofd_pages import read_pages  # noqa: PLC0415
    from hkreader.text.readers.package import Package  # noqa: PLC0415
    from hkreader.text.readers.page_story import draw_story  # noqa: PLC0415

    package = Package(path, data)
    text, layout, undecodable = draw_story(path, read_pages(path, package))
    return Draft(text, FORMAT, "utf-8", undecodable, layout, package.damaged)
