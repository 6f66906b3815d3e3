"""Documents that no reader here opens, told by their first bytes so that the refusal can name them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from hkreader.core.errors import FileDamaged, FileEncrypted, FormatUnsupported
from hkreader.text.readers.base import Draft

FORMAT = "foreign"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = "ZIP"
_MAGIC = (
    (_OLE, "DOC/WPS"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"\x1f\x8b", "GZIP"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
)
_PACKED = (
    (b"word/document", "DOCX"),
    (b"xl/workbook", "XLSX"),
    (b"ppt/presentation", "PPTX"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "ODF"),
    (b"mimetypeapplication/epub", "EPUB"),
)


def accepts(data: bytes) -> bool:
    """Know the document kinds that are no text."""
    return name_format(data) is not None


def draw(path: Path, data: bytes) -> Draft:
    """Refuse, naming the format; a document with a password is one in another container."""
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise FileEncrypted(path)
    name = name_format(data)
    if name == _ZIP and not zipfile.is_zipfile(io.BytesIO(data)):
        raise FileDamaged(path)
    raise FormatUnsupported(path, format=name)


def name_format(data: bytes) -> str | None:
    """Name the document format that the first bytes tell of, if any."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _PACKED if mark in data), _ZIP)
    return None
