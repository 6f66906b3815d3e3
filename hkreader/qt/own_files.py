"""Where the program keeps texts that are nobody's file yet: of collections, of the clipboard."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QStandardPaths

KEPT = 20
"""Collections whose reports are kept laid out."""


def data_folder() -> Path:
    """Give the folder for what the program keeps for the user."""
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place))


def program_folder() -> Path:
    """Give the folder that the program itself lies in."""
    return Path(sys.executable).parent


def folder_for(kind: str, path: Path, detail: str) -> Path:
    """Give the folder for what comes out of `path` in the way that `detail` names."""
    mark = crc32(os.fsencode(path) + b"\0" + detail.encode())
    return _folder(kind) / f"{path.stem[:40]}-{mark:08x}"


def drop_old_collections() -> None:
    """Drop what came out of collections long ago: it can be had again. Pasted texts stay."""
    place = _folder("collections")
    folders = sorted(place.iterdir(), key=_age, reverse=True) if place.is_dir() else []
    for folder in folders[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


def _age(path: Path) -> float:
    return path.stat().st_mtime


def keep_text(text: str, title: str) -> Path:
    """Keep a text under `title` and the time; raises `OSError` where that cannot be."""
    folder = _folder("pasted")
    folder.mkdir(parents=True, exist_ok=True)
    stem, count = f"{title} {datetime.now().astimezone():%Y-%m-%d %H%M%S}", 1
    path = folder / f"{stem}.txt"
    while path.exists():
        count += 1
        path = folder / f"{stem} ({count}).txt"
    path.write_text(text, "utf-8", newline="")
    return path


def _folder(kind: str) -> Path:
    return data_folder() / kind
