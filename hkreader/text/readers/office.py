"""Old Word and WPS documents (.doc, .wps) and RTF: turned into .docx by LibreOffice where that is installed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hkreader.core.progress import Progress, silent
from hkreader.text.readers.base import Draft

FORMAT = "doc"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STORY = "WordDocument".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_RTF = b"{\\rtf"


def accepts(data: bytes) -> bool:
    """Know a compound file by its Word stream, and RTF by its first word."""
    if data.startswith(_RTF):
        return True
    return data.startswith(OLE) and _STORY in data and _LOCKED not in data


def draw(path: Path, data: bytes, progress: Progress = silent) -> Draft:
    """Draw the text of what the office program makes of it."""
    # Costly and seldom needed.
    from hkreader.text.readers.apart import draw_apart  # noqa: PLC0415
    from hkreader.text.readers.office_program import converted  # noqa: PLC0415

    kind = "rtf" if data.startswith(_RTF) else "doc"
    package = converted(path, data, kind, progress)
    return replace(draw_apart(f"{__package__}.docx", path, package, progress), format=kind)
