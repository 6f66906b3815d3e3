"""The column of text on the page: its measures, and what is kept free around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

TEXT_SIZE = 18
"""Pixels of the text at a zoom of 100 %."""
LINE_PITCH = 1.8
COLUMN_EMS = 38
EDGE = 24
"""Pixels kept free around the text."""


@dataclass(frozen=True, slots=True)
class Margins:
    """What the document keeps free around the column, in pixels."""

    left: float
    right: float
    top: float
    bottom: float


def set_margins(document: QTextDocument, margins: Margins) -> None:
    """Keep `margins` free; where they changed the document is laid out anew."""
    root = document.rootFrame()
    frame = root.frameFormat()
    now = (frame.leftMargin(), frame.rightMargin(), frame.topMargin(), frame.bottomMargin())
    if now == (margins.left, margins.right, margins.top, margins.bottom):
        return
    frame.setLeftMargin(margins.left)
    frame.setRightMargin(margins.right)
    frame.setTopMargin(margins.top)
    frame.setBottomMargin(margins.bottom)
    root.setFrameFormat(frame)
