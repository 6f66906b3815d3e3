"""Packages of zipped parts (Word, OFD): opened within limits, and what can be saved of damaged ones."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from hkreader.core.errors import FileDamaged, FileEncrypted, FileTooLarge

_MOST_PARTS = 20_000
_LIMIT_MB = 64
"""What all that is read of a package may come to, unpacked."""
_LIMIT = _LIMIT_MB * 1024 * 1024
_LOCAL = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3I2H")
_ENCRYPTED = 1
_DEFLATED = 8


class Package:
    """The parts of a package by their names; reading too much of it is refused."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Open `data`; raises a `ReadError` about `path` where nothing can be read of it."""
        self._path = path
        self._data = data
        self._left = _LIMIT
        self.damaged = False
        """Whether something that was asked for could not be read whole."""
        self._archive: zipfile.ZipFile | None = None
        self._saved: dict[str, bytes] = {}
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            ValueError,
            EOFError,
            OSError,
            struct.error,
        ):
            self._saved = self._salvage()
        self.names = self._archive.namelist() if self._archive else list(self._saved)
        if not self.names:
            raise FileDamaged(path)
        if len(self.names) > _MOST_PARTS:
            raise FileTooLarge(path, limit_mb=_LIMIT_MB)

    def read(self, name: str) -> bytes:
        """Give a part unpacked, of a damaged one what there is of it.

        Raises `FileTooLarge`, `FileEncrypted` or `FileDamaged`.
        """
        if self._archive is None or name in self._saved:
            return self._saved[name]
        try:
            info = self._archive.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise FileEncrypted(self._path)
            with self._archive.open(info) as part:
                data = part.read(self._left + 1)
        except FileEncrypted:
            raise
        except NotImplementedError as error:
            raise FileEncrypted(self._path) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            OSError,
            RuntimeError,
            struct.error,
        ) as error:
            self._saved = self._saved or self._salvage()
            if name not in self._saved:
                raise FileDamaged(self._path) from error
            return self._saved[name]
        self._count(len(data))
        return data

    def xml(self, name: str) -> ElementTree.Element:
        """Give a part as XML, of a damaged one all before the damage.

        A document type, and so any entity, is refused.
        """
        data = self.read(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise FileDamaged(self._path)
        try:
            return ElementTree.fromstring(data)  # noqa: S314  no document type, so no entities
        except ElementTree.ParseError as error:
            self.damaged = True
            root = _before_damage(data)
            if root is None:
                raise FileDamaged(self._path) from error
            return root
        except (ValueError, LookupError, RecursionError) as error:
            raise FileDamaged(self._path) from error

    def _count(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise FileTooLarge(self._path, limit_mb=_LIMIT_MB)

    def _salvage(self) -> dict[str, bytes]:
        """Read the parts of a damaged package one after the other, as far as they are whole."""
        self.damaged = True
        data = self._data
        parts: dict[str, bytes] = {}
        at = data.find(_LOCAL)
        while 0 <= at <= len(data) - _HEADER.size and len(parts) < _MOST_PARTS:
            fields = _HEADER.unpack_from(data, at)
            method, packed, name_size, extra = fields[3], fields[7], fields[9], fields[10]
            start = at + _HEADER.size + name_size + extra
            name = data[at + _HEADER.size : at + _HEADER.size + name_size].decode(
                "utf-8", "replace"
            )
            part, used = self._inflate(data, start, method, packed)
            if part:
                parts.setdefault(name, part)
            at = data.find(_LOCAL, max(start + used, at + 4))
        return parts

    def _inflate(self, data: bytes, start: int, method: int, packed: int) -> tuple[bytes, int]:
        """Unpack one part as far as it goes; give it with the bytes it took."""
        if method != _DEFLATED:
            part = data[start : start + packed] if method == 0 else b""
            self._count(len(part))
            return part, packed
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            part = unpacker.decompress(data[start:], self._left + 1)
        except zlib.error:
            return b"", 0
        self._count(len(part))
        used = len(data) - start - len(unpacker.unused_data) - len(unpacker.unconsumed_tail)
        return part, used


def _before_damage(data: bytes) -> ElementTree.Element | None:
    """Parse as far as it goes; there is no document type, so no entities."""
    root: ElementTree.Element | None = None
    with contextlib.suppress(ElementTree.ParseError, ValueError, LookupError, RecursionError):
        for _, element in ElementTree.iterparse(io.BytesIO(data), ("start",)):  # noqa: S314
            root = element if root is None else root
    return root
