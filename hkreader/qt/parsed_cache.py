"""Reports as they were read last time, so that a start need not read them anew.

What is kept is only used for the same bytes and the same program. It is written with `marshal`:
quick to load, nothing in it can run, and Python's own for exactly this kind of use.
"""

from __future__ import annotations

import contextlib
import marshal
import os
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QStandardPaths

from hkreader import __version__
from hkreader.core.packing import REPORT_CLASSES, Packing
from hkreader.core.report import Report
from hkreader.resources import resource_path

KEPT = 12
SUFFIX = ".parsed"
_LONGEST = 1_000_000
"""Characters of a report that is kept: a longer one is read anew as fast."""

_PACKING = Packing(REPORT_CLASSES)
_PACKAGE = Path(__file__).resolve().parents[1]


def load_parsed(path: Path) -> Report | None:
    """Give the report at `path` as it was kept; None where it has to be read."""
    try:
        content = path.read_bytes()
        stored = marshal.loads(_place(path).read_bytes())  # noqa: S302  cannot run anything
        key, packed = stored
        if key != _key(path, content):
            return None
        report = _PACKING.unpack(packed)
    except (OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
        return None
    return report if isinstance(report, Report) else None


def keep_parsed(report: Report) -> None:
    """Keep `report` for the next start, as long as its file is still what was read."""
    path = report.source.path
    if path is None or len(report.text) > _LONGEST:
        return
    # A full disk, a folder that cannot be written, a record of a new kind: then it is read anew.
    with contextlib.suppress(OSError, ValueError, KeyError):
        content = path.read_bytes()
        if len(content) != report.source.size:
            return
        place = _place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{os.getpid()}")
        draft.write_bytes(marshal.dumps((_key(path, content), _PACKING.pack(report))))
        draft.replace(place)
        _drop_old(place.parent)


def _place(path: Path) -> Path:
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Path(cache) / "parsed" / f"{crc32(os.fsencode(path)):08x}{SUFFIX}"


def _key(path: Path, content: bytes) -> tuple[str, str, int, int]:
    return (_program(), str(path), len(content), crc32(content))


def _program() -> str:
    """Name the program down to the last change of what takes part in reading."""
    folders = (_PACKAGE / "core", _PACKAGE / "text", _PACKAGE / "text" / "readers")
    times = [
        entry.stat().st_mtime_ns
        for folder in (*folders, resource_path("language"))
        if folder.is_dir()
        for entry in os.scandir(folder)
        if entry.is_file()
    ]
    return f"{__version__} {len(times)} {max(times, default=0)}"


def _drop_old(folder: Path) -> None:
    kept = sorted(folder.glob(f"*{SUFFIX}"), key=_age, reverse=True)
    for old in kept[KEPT:]:
        old.unlink(missing_ok=True)


def _age(path: Path) -> float:
    return path.stat().st_mtime
