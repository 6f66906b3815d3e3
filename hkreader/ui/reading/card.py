"""Cards: small sheets that lie over the page, and those that float without ever taking the focus."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QListView,
    QScrollArea,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from hkreader.qt.override import override
from hkreader.ui.theme import Theme

_ROUNDING = 6
_GAP = 6
"""Between a card and the words it belongs to, in pixels."""


def draw_card(widget: QWidget, *, border: str = "rule", rounding: int = _ROUNDING) -> None:
    """Draw the sheet of a card: raised paper with a rule around it."""
    theme = Theme.current()
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour("paper_high"))
    painter.setPen(QPen(theme.colour(border), 1))
    sheet = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(sheet, rounding, rounding)
    painter.end()


def place_beside(size: QSize, anchor: QRect, screen: QRect) -> QPoint:
    """Place a card under its anchor, above it where there is no room, always on the screen."""
    top = anchor.bottom() + 1 + _GAP
    if top + size.height() > screen.bottom() + 1:
        above = anchor.top() - _GAP - size.height()
        top = above if above >= screen.top() else screen.bottom() + 1 - size.height()
    left = min(anchor.left(), screen.right() + 1 - size.width())
    return QPoint(max(screen.left(), left), max(screen.top(), top))


def card_palette(theme: Theme) -> QPalette:
    """Give the palette of what lies on a card: raised paper instead of the panel's."""
    palette = theme.palette()
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, theme.colour("paper_high"))
    return palette


def clear_backdrop(area: QAbstractScrollArea) -> None:
    """Let the card show through a scrolled area that lies on it."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    inner = area.widget() if isinstance(area, QScrollArea) else None
    if inner is not None:
        inner.setAutoFillBackground(False)


class CardList(QListView):
    """A list that lies on a card: rows of one height, the card showing through."""

    def __init__(self, rows: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        clear_backdrop(self)


def paint_row(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Fill the ground of a row that is chosen or pointed at."""
    theme = Theme.current()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, theme.colour("selection"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.colour("hover"))


class FloatingCard(QFrame):
    """A card in a window of its own that the focus never goes to."""

    border = "rule"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_beside(self, anchor: QRect) -> None:
        """Show the card beside `anchor`, a stretch of the screen."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(anchor.center()) or self.screen()
        self.move(place_beside(self.size(), anchor, screen.availableGeometry()))
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Square: round corners need a compositor, and not every desktop runs one.
        draw_card(self, border=self.border, rounding=0)
