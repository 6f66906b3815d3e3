"""Render the program's icon: `python packaging/draw_icon.py` after a change of `hkreader.svg`.

The window needs a PNG, Windows a file with several sizes.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImageReader, QImageWriter

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SOURCE = ICONS / "hkreader.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def png_bytes(size: int) -> bytes:
    """Give the icon, `size` pixels wide, as a PNG file."""
    reader = QImageReader(str(SOURCE))
    reader.setScaledSize(QSize(size, size))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(reader.read())
    return bytes(buffer.data().data())


def ico_bytes(pictures: dict[int, bytes]) -> bytes:
    """Pack PNG files of several sizes as a Windows icon."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        edge = size % 256
        head += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(pictures.values())


def main() -> None:
    """Write both files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    pictures = {size: png_bytes(size) for size in SIZES}
    SOURCE.with_suffix(".png").write_bytes(pictures[256])
    SOURCE.with_suffix(".ico").write_bytes(ico_bytes(pictures))
    print(SOURCE.with_suffix(".png"), SOURCE.with_suffix(".ico"), sep="\n")
    del application


if __name__ == "__main__":
    main()
