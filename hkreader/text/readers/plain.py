"""Plain text: the decoded file itself, so that offsets are the file's."""

from __future__ import annotations

from pathlib import Path

from hkreader.core.errors import FileNotText
from hkreader.text.encoding import decode
from hkreader.text.readers.base import Draft

FORMAT = "text"


def accepts(data: bytes) -> bool:
    """Take whatever no other reader wanted."""
    return bool(data)


def draw(path: Path, data: bytes) -> Draft:
    """Decode the bytes."""
    decoded = decode(data)
    if decoded is None:
        raise FileNotText(path)
    return Draft(decoded.text, FORMAT, decoded.encoding, decoded.undecodable)
