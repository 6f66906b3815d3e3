"""A small switch that says by letter and colour what it lets through."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hkreader.qt.override import override
from hkreader.ui.theme import Theme

SIDE = 24
RADIUS = 4


class Chip(QAbstractButton):
    """One letter in a box; filled when switched on."""

    def __init__(self, fill: str, parent: QWidget | None = None, *, ink: str = "ink") -> None:
        super().__init__(parent)
        self._fill = fill
        self._ink = ink
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("accent" if self.hasFocus() else "rule"))
        if self.isChecked():
            painter.setBrush(theme.colour(self._fill))
            if not self.hasFocus():
                painter.setPen(theme.colour(self._ink))
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        font = QFont(self.font())
        font.setPixelSize(12)
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour(self._ink if self.isChecked() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
