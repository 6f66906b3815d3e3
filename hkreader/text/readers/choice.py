"""Which reader a file gets: its content decides, never its ending."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import cast

from hkreader.core.errors import FileEmpty, FileIsFolder, FileMissing, FileTooLarge, FileUnreadable
from hkreader.core.progress import Progress, silent
from hkreader.core.report import Source
from hkreader.text.readers import (
    archive,
    csv_table,
    docx,
    foreign,
    html,
    markdown,
    mhtml,
    ofd,
    office,
    pdf,
    plain,
    sheets,
)
from hkreader.text.readers.base import Draft, Reader

READERS = tuple(
    cast("Reader", module)
    for module in (
        archive,
        docx,
        ofd,
        sheets,
        pdf,
        office,
        foreign,
        html,
        mhtml,
        markdown,
        csv_table,
        plain,
    )
)
_HERE = frozenset({office.FORMAT, foreign.FORMAT, plain.FORMAT})
"""They take nothing apart themselves."""
LIMIT_MB = 64
_LIMIT = LIMIT_MB * 1024 * 1024


def draw_text(path: Path, progress: Progress = silent) -> tuple[Draft, Source]:
    """Read a file whole and give what its reader drew, with the story of its bytes."""
    data = load(path)
    draft = _draw(path, data, progress)
    if not draft.text.strip("\0 \t\r\n\u3000\ufeff"):
        raise FileEmpty(path)
    return draft, _source(path, data, draft)


def reader_of(data: bytes) -> Reader:
    """Choose by the content; the last one takes whatever no other wanted."""
    return next(reader for reader in READERS if reader.accepts(data))


def _draw(path: Path, data: bytes, progress: Progress) -> Draft:
    reader = reader_of(data)
    if reader.FORMAT == office.FORMAT:
        return office.draw(path, data, progress)
    if reader.FORMAT in _HERE:
        return reader.draw(path, data)
    # Plain text, the commonest file, is read without.
    from hkreader.text.readers.apart import draw_apart  # noqa: PLC0415

    return draw_apart(reader.__name__, path, data, progress)


def load(path: Path) -> bytes:
    """Give the bytes of a file; raises a `ReadError` where they cannot be had."""
    if path.is_dir():
        raise FileIsFolder(path)
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(path) from error
    if len(data) > _LIMIT:
        raise FileTooLarge(path, limit_mb=LIMIT_MB)
    if not data:
        raise FileEmpty(path)
    return data


def _source(path: Path, data: bytes, draft: Draft) -> Source:
    digest = hashlib.sha256(data).hexdigest()
    size = len(data)
    return Source(
        path, draft.format, draft.encoding, digest, size, draft.undecodable, draft.partial
    )
