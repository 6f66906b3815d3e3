"""Draw the program's icon: `python packaging/draw_icon.py` writes the PNG and the Windows icon.

A page of text with the rising bars of its figures, in the colours of the light theme.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter

ROOT = Path(__file__).resolve().parents[1]
PNG = ROOT / "resources" / "icons" / "hkreader.png"
ICO = ROOT / "packaging" / "hkreader.ico"
SIZES = (16, 24, 32, 48, 64, 128, 256)
LINES = ((12, 40), (20, 34), (28, 40))
"""Of the text: height and right end, on a page of 64 by 64."""
BARS = ((14, 10), (25, 16), (36, 23))
"""Of the figures: left end and height."""


def draw(size: int) -> QImage:
    """Draw the icon `size` pixels wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#9E2B25"))
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 12, 12)
    painter.setBrush(QColor("#FCFBF8"))
    for top, right in LINES:
        painter.drawRoundedRect(QRectF(14, top, right - 14, 4), 2, 2)
    for left, height in BARS:
        painter.drawRoundedRect(QRectF(left, 54 - height, 8, height), 1.5, 1.5)
    painter.drawRoundedRect(QRectF(47, 12, 4, 42), 2, 2)
    painter.end()
    return image


def png_bytes(image: QImage) -> bytes:
    """Give `image` as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
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
    pictures = {size: png_bytes(draw(size)) for size in SIZES}
    PNG.write_bytes(pictures[256])
    ICO.write_bytes(ico_bytes(pictures))
    print(PNG, ICO, sep="\n")
    del application


if __name__ == "__main__":
    main()
