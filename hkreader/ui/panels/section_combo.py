"""A flat box to choose a section from, or anything else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

from hkreader.qt.override import override
from hkreader.ui.theme import Theme

HEIGHT = 24
PADDING = 8
ARROW = 8
RADIUS = 4
NARROWEST = 96


class SectionCombo(QComboBox):
    """Looks like the chips beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_counts = False
        """Whether the first entry is a choice like others, and not that there is none."""
        self.setMinimumWidth(NARROWEST)
        self.setFixedHeight(HEIGHT)
        self.setMaxVisibleItems(24)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, HEIGHT)

    @override
    def showPopup(self) -> None:
        """Headings are longer than the box: the list is as wide as the panel."""
        panel = self.parentWidget()
        if panel is not None:
            self.view().setMinimumWidth(max(self.width(), panel.width() - 4 * PADDING))
            self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        super().showPopup()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        chosen = self.first_counts or self.currentIndex() > 0
        painter.setPen(theme.colour("accent" if self.hasFocus() else "rule"))
        if chosen:
            painter.setBrush(theme.colour("paper_high"))
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(theme.colour("hover"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(theme.colour("ink" if chosen else "muted"))
        room = self.rect().adjusted(PADDING, 0, -2 * PADDING - ARROW, 0)
        words = painter.fontMetrics().elidedText(
            self.currentText().strip(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        self._paint_arrow(painter)
        painter.end()

    def _paint_arrow(self, painter: QPainter) -> None:
        x, y = self.width() - PADDING - ARROW / 2, self.height() / 2
        pen = painter.pen()
        pen.setColor(Theme.current().colour("muted"))
        pen.setWidthF(1.4)
        painter.setPen(pen)
        points = [QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]
        painter.drawPolyline(QPolygonF(points))
