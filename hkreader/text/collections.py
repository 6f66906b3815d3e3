"""Files that hold many reports, laid out as one file each."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path

from hkreader.core.errors import FileEmpty, FileTooLarge
from hkreader.core.progress import Progress, silent
from hkreader.text.encoding import decode
from hkreader.text.readers import archive, csv_table, foreign, plain, sheets
from hkreader.text.readers.choice import load, reader_of
from hkreader.text.readers.row_reports import Member

COLLECTIONS = {module.FORMAT: module for module in (archive, csv_table, sheets)}
"""The readers of files that hold many, by format."""
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 80
_DEEPEST = 3
"""Archives that may lie in each other: one that holds itself would have no end."""


def unpack(path: Path, folder: Path, column: str = "", progress: Progress = silent) -> list[Path]:
    """Write each report of the collection at `path` into `folder` and give the files.

    In a table the reports are in `column`, or in the one that holds most of them. What lies in
    archives inside of archives is laid out beside the rest, what no reader opens is left out.
    Raises a `ReadError` about `path`.
    """
    data = load(path)
    collection = COLLECTIONS[reader_of(data).FORMAT]
    written: dict[str, Path] = {}
    left = archive.LIMIT_MB << 20
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _readable(path, collection.members(path, data, column), _DEEPEST):
        progress(len(written), 0)
        left -= len(content)
        if left < 0 or len(written) >= archive.MOST:
            raise FileTooLarge(path, limit_mb=archive.LIMIT_MB)
        target = folder / _free_name(name, written)
        target.write_bytes(content)
        written[target.name.lower()] = target
    if not written:
        raise FileEmpty(path)
    return list(written.values())


def _readable(path: Path, members: Iterator[Member], depth: int) -> Iterator[Member]:
    """Leave out what no reader opens, and open archives in archives down to `depth`."""
    for name, content in members:
        kind = reader_of(content).FORMAT if content else foreign.FORMAT
        if kind == archive.FORMAT:
            if depth:
                yield from _readable(path, archive.members(path, content, ""), depth - 1)
        elif kind != foreign.FORMAT and (kind != plain.FORMAT or decode(content) is not None):
            yield name, content


def _free_name(name: str, taken: Container[str]) -> str:
    """Make a name that every system takes and that is not there yet."""
    path = Path(_UNFIT.sub("_", name).strip(" .") or "_")
    stem, suffix = path.stem[:_LONGEST_NAME], path.suffix
    free, count = f"{stem}{suffix}", 1
    while free.lower() in taken:
        count += 1
        free = f"{stem} ({count}){suffix}"
    return free
