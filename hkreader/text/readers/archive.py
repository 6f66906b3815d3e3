"""ZIP archives: each document inside is one of many."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from hkreader.core.errors import FileDamaged, FileEmpty, FileEncrypted, FileTooLarge, HoldsMany
from hkreader.text.readers.base import Draft
from hkreader.text.readers.row_reports import Member

FORMAT = "zip"

_ZIP = b"PK\x03\x04"
_PACKAGES = (
    "word/",
    "xl/",
    "ppt/",
    "META-INF/",
    "_rels/",
    "Doc_",
    "[Content_Types]",
    "mimetype",
    "OFD.xml",
)
"""What the parts of a document begin with that is itself a package."""
LIMIT_MB = 512
"""What an archive may come to, unpacked."""
_MEMBER_LIMIT_MB = 64
_MB = 1 << 20
MOST = 5000
"""Documents of one archive."""
_ENCRYPTED, _UTF8 = 0x1, 0x800


def accepts(data: bytes) -> bool:
    """Know an archive whose parts make no document of another kind."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
    return bool(names) and not any(name.startswith(_PACKAGES) for name in names)


def draw(path: Path, data: bytes) -> Draft:
    """Say that there are many; raises `FileEmpty` where there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        count = sum(1 for _ in _documents(archive))
    if not count:
        raise FileEmpty(path)
    raise HoldsMany(path, count=count, columns=[])


def members(path: Path, data: bytes, _column: str) -> Iterator[Member]:
    """Give the documents, each in full; raises a `ReadError` about `path`."""
    left = LIMIT_MB * _MB
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for count, info in enumerate(_documents(archive)):
            if info.flag_bits & _ENCRYPTED:
                raise FileEncrypted(path)
            try:
                with archive.open(info) as file:
                    content = file.read(_MEMBER_LIMIT_MB * _MB + 1)
            except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
                raise FileDamaged(path) from error
            except (NotImplementedError, RuntimeError) as error:
                raise FileEncrypted(path) from error
            left -= len(content)
            if left < 0 or len(content) > _MEMBER_LIMIT_MB * _MB or count >= MOST:
                raise FileTooLarge(path, limit_mb=LIMIT_MB)
            yield PurePosixPath(_name(info)).name, content


def _documents(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Leave out folders, what is empty and what systems put there for themselves."""
    for info in archive.infolist():
        parts = PurePosixPath(info.filename).parts
        hidden = any(part.startswith((".", "__MACOSX", "~$")) and part != ".." for part in parts)
        if not info.is_dir() and info.file_size and not hidden:
            yield info


def _name(info: zipfile.ZipInfo) -> str:
    """Give the name of a part; without a word on its encoding Chinese Windows wrote GBK."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename
