"""The small tip over a figure or a masked character: what it was read as."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hkreader.core.findings import Bound, Kind, Measurement
from hkreader.core.report import Mask
from hkreader.core.reviews import Note
from hkreader.messages import catalogue, tr
from hkreader.ui.reading.card import FloatingCard, card_palette
from hkreader.ui.theme import Theme

_WIDEST = 320
_VALUE_PIXELS = 17


class MarkTip(FloatingCard):
    """Up to four lines, gone as soon as the mouse is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title = QLabel(self)
        self.value = QLabel(self)
        self.detail = QLabel(self)
        self.doubt = QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        for label in self._labels():
            label.setWordWrap(True)
            label.setMaximumWidth(_WIDEST)
            layout.addWidget(label)
        self.dress()

    def _labels(self) -> tuple[QLabel, ...]:
        return self.title, self.value, self.detail, self.doubt

    def dress(self) -> None:
        """Put on the colours of the theme."""
        theme = Theme.current()
        self.setPalette(card_palette(theme))
        font = theme.font(_VALUE_PIXELS)
        font.setWeight(QFont.Weight.Bold)
        self.value.setFont(font)
        for label, role in ((self.detail, "muted"), (self.doubt, "doubt")):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), theme.colour(role))
            label.setPalette(palette)

    def show_figure(self, figure: Measurement, anchor: QRect) -> None:
        """Tell what a figure was read as."""
        self._show(figure.name, value_text(figure), detail_text(figure), doubt_text(figure), anchor)

    def show_mask(self, mask: Mask, anchor: QRect) -> None:
        """Tell what may stand behind masked characters."""
        self._show(mask_text(mask), "", "", "", anchor)

    def show_note(self, note: Note, anchor: QRect) -> None:
        """Tell what the user wrote there."""
        tags = " ".join(f"#{tag}" for tag in note.tags)
        self._show(note.text, "", tags, "", anchor)

    def show_line(self, text: str, anchor: QRect) -> None:
        """Say one quiet line."""
        self._show("", "", text, "", anchor)

    def _show(self, title: str, value: str, detail: str, doubt: str, anchor: QRect) -> None:
        for label, text in zip(self._labels(), (title, value, detail, doubt), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
            metrics = label.fontMetrics()
            needed = metrics.horizontalAdvance(text) + metrics.averageCharWidth()
            if text:
                label.setFixedWidth(min(_WIDEST, needed))
        self.show_beside(anchor)


def value_text(figure: Measurement) -> str:
    """Word the value: how exactly it is meant, its sign, and the report's own characters."""
    bound = "" if figure.bound is Bound.EXACT else tr(f"reading.bound.{figure.bound}")
    sign = "−" if figure.value < 0 and not figure.text.startswith(("-", "−", "－")) else ""
    return f"{bound}{sign}{figure.text}"


def detail_text(figure: Measurement) -> str:
    """Word kind, basis, period and status."""
    parts = [
        "" if figure.kind is Kind.LEVEL else tr(f"reading.kind.{figure.kind}"),
        figure.basis or "",
        period_text(figure.period),
        tr(f"reading.status.{figure.status}"),
    ]
    return " · ".join(part for part in parts if part)


def period_text(period: str | None) -> str:
    """Word a period: `2017`, or `2013-2017`."""
    if period is None:
        return ""
    first, dash, last = period.partition("-")
    if dash and first.isdigit() and last.isdigit():
        return tr("reading.period.years", first=first, last=last)
    return tr("reading.period.year", year=period) if period.isdigit() else period


def doubt_text(figure: Measurement) -> str:
    """Word why a figure is not sure."""
    if not figure.reason or figure.reason not in catalogue():
        return ""
    return tr(figure.reason)


def mask_text(mask: Mask) -> str:
    """Word what may stand behind masked characters."""
    if not mask.suggestions:
        return tr("reading.mask.unknown")
    return tr("reading.mask.likely", words="、".join(mask.suggestions))
