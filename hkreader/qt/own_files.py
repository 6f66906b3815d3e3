"""Where the program keeps texts that are nobody's file yet: of collections, of the clipboard."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QStandardPaths


def folder_for(kind: str, path: Path, detail: str) -> Path:
    """Give the folder for what comes out of `path` in the way that `detail` names."""
    mark = crc32(os.fsencode(path) + b"\0" + detail.encode())
    return _folder(kind) / f"{path.stem[:40]}-{mark:08x}"


def keep_text(text: str, title: str) -> Path:
    """Keep a text under `title` and the time; raises `OSError` where that cannot be."""
    folder = _folder("pasted")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{title} {datetime.now().astimezone():%Y-%m-%d %H%M%S}.txt"
    path.write_text(text, "utf-8", newline="")
    return path


def _folder(kind: str) -> Path:
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place)) / kind
