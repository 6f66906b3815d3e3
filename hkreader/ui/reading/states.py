"""What the reading pane shows while it has no text: nothing open, opening, or why it failed."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.ui.icons import pixmap
from hkreader.ui.reading.column import COLUMN_EMS, EDGE, LINE_PITCH, TEXT_SIZE
from hkreader.ui.theme import Theme

_ICON = 48
_TITLE_PIXELS = 20
_TEXT_PIXELS = 14
_WIDEST = 440
_BAR = 0.62
"""Height of a bar of the skeleton, in em."""
_PARAGRAPHS = (5, 3, 6, 4)
"""Lines of the paragraphs that the skeleton is made of."""
_LAST_LINE = 0.55
_INDENT = 2
_HEADING_WIDTH = 0.3


class State(StrEnum):
    """Why there is no text."""

    EMPTY = "empty"
    OPENING = "opening"
    FAILED = "failed"


_ICONS = {State.EMPTY: "book-open", State.FAILED: "triangle-alert"}


class StatePage(QWidget):
    """Stands where the page will be."""

    builtin_wished = Signal()
    retry_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = State.EMPTY
        self._sentence = ""
        self._name = ""
        self._retry = True
        self.picture = QLabel(self)
        self.title = QLabel(self)
        self.sentence = QLabel(self)
        self.retry_button = QPushButton(self)
        self.builtin_button = QPushButton(self)
        self._build()
        self.retry_button.clicked.connect(self.retry_wished)
        self.builtin_button.clicked.connect(self.builtin_wished)
        self.dress()

    def _build(self) -> None:
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(8)
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        for widget, gap in (
            (self.picture, 8),
            (self.title, 4),
            (self.sentence, 16),
            (self.retry_button, 0),
            (self.builtin_button, 0),
        ):
            layout.addWidget(widget, 0, centre)
            layout.addSpacing(gap)
        layout.addStretch(3)
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(centre)
        self.sentence.setFixedWidth(_WIDEST)

    def show_empty(self) -> None:
        """Say that nothing is open, and what to do."""
        self._show(State.EMPTY, "", "")

    def show_opening(self, name: str) -> None:
        """Keep the place of a text that is being read."""
        self._show(State.OPENING, "", name)

    def show_failure(self, sentence: str, *, retry: bool = True) -> None:
        """Say why there is no text, and what to do."""
        self._retry = retry
        self._show(State.FAILED, sentence, "")

    def _show(self, state: State, sentence: str, name: str) -> None:
        self.state, self._sentence, self._name = state, sentence, name
        self.dress()

    def dress(self) -> None:
        """Put on the words of the language and the colours of the theme, once it is in view."""
        if not self.isVisible():
            return
        theme = Theme.current()
        palette = theme.palette()
        palette.setColor(self.backgroundRole(), theme.colour("paper"))
        self.setPalette(palette)
        title_font = theme.font(_TITLE_PIXELS)
        title_font.setWeight(QFont.Weight.Bold)
        self.title.setFont(title_font)
        self.sentence.setFont(theme.font(_TEXT_PIXELS))
        muted = self.sentence.palette()
        muted.setColor(self.sentence.foregroundRole(), theme.colour("muted"))
        self.sentence.setPalette(muted)
        self.retry_button.setText(tr("reading.state.retry"))
        self.builtin_button.setText(tr("reading.state.builtin"))
        opening = self.state is State.OPENING
        for widget in (self.picture, self.title, self.sentence, self.builtin_button):
            widget.setVisible(not opening)
        self.retry_button.setVisible(self.state is State.FAILED and self._retry)
        if opening:
            self.setAccessibleName(tr("reading.state.opening", name=self._name))
        else:
            role = "doubt" if self.state is State.FAILED else "muted"
            colour = theme.colour(role).name()
            self.picture.setPixmap(pixmap(_ICONS[self.state], colour, _ICON))
            self.title.setText(tr(f"reading.state.{self.state}"))
            self.sentence.setText(self._sentence or tr("reading.state.empty_hint"))
            # A centred label in a column is not asked how high its lines make it.
            self.sentence.setMinimumHeight(self.sentence.heightForWidth(_WIDEST))
            self.setAccessibleName(self.title.text())
            self.setAccessibleDescription(self.sentence.text())
        self.update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.dress()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.state is State.OPENING:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Theme.current().colour("hover"))
            self._paint_skeleton(painter)
            painter.end()

    def _paint_skeleton(self, painter: QPainter) -> None:
        """Draw bars where the lines will be: a title, then paragraphs."""
        em = TEXT_SIZE
        column = min(COLUMN_EMS * em, self.width() - 2 * EDGE)
        left = (self.width() - column) / 2
        y = 3.0 * em
        _bar(
            painter, left + column * (1 - _HEADING_WIDTH) / 2, y, column * _HEADING_WIDTH, em * 1.5
        )
        y += 4 * em
        for lines in _PARAGRAPHS:
            for line in range(lines):
                indent = _INDENT * em if line == 0 else 0
                share = _LAST_LINE if line == lines - 1 else 1.0
                _bar(painter, left + indent, y, column * share - indent, em)
                y += LINE_PITCH * em
            y += 0.6 * em


def _bar(painter: QPainter, left: float, top: float, width: float, em: float) -> None:
    box = QRectF(left, top, width, _BAR * em)
    painter.drawRoundedRect(box, 3, 3)
