"""A reader that does whatever its document says, to see what becomes of the program."""

from __future__ import annotations

import ctypes
import time
from pathlib import Path

from hkreader.core.errors import FileTooLarge
from hkreader.text.readers.base import Draft

FORMAT = "hostile"


def draw(path: Path, data: bytes) -> Draft:
    match data:
        case b"hang":
            time.sleep(3600)
        case b"spin":
            while True:
                pass
        case b"eat":
            eaten = []
            while True:
                eaten.append(bytearray(1 << 26))
        case b"crash":
            ctypes.string_at(0)
        case b"fail":
            raise RuntimeError("a mistake")
        case b"refuse":
            raise FileTooLarge(path, limit_mb=7)
    return Draft(data.decode(), FORMAT, "utf-8")
