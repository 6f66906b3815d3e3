"""The fields of one figure, to be put right by hand."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from hkreader.core.findings import Bound, Kind, Measurement, Status
from hkreader.extract.retelling import Telling, telling_of
from hkreader.messages import tr
from hkreader.models.figure_words import status_words
from hkreader.qt.override import override
from hkreader.ui.focus_order import chain
from hkreader.ui.panels.section_combo import SectionCombo
from hkreader.ui.theme import Theme

_PLACES = {
    "name": (0, 0, 3),
    "value": (1, 0, 1),
    "unit": (1, 2, 1),
    "kind": (2, 0, 1),
    "bound": (2, 2, 1),
    "period": (3, 0, 1),
    "status": (3, 2, 1),
    "basis": (4, 0, 1),
    "note": (4, 2, 1),
}
"""Row, column of the label, and columns that the field takes."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ReviewForm(QWidget):
    """Shows a figure; what is put right goes out when Enter is pressed or the form is left."""

    saved = Signal(object, str)
    """The `Telling` and the note."""
    left = Signal()
    """The keys should go back to the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Measurement | None = None
        self._shown: tuple[Telling, str] | None = None
        self._names = QStringListModel(self)
        self._lines = {name: QLineEdit(self) for name in ("name", "value", "unit", "period")}
        self._lines |= {name: QLineEdit(self) for name in ("basis", "note")}
        self._choices: dict[str, SectionCombo] = {
            name: SectionCombo(self) for name in ("kind", "bound", "status")
        }
        self._labels = {name: QLabel(self) for name in _PLACES}
        self._problem = QLabel(self)
        self._build()
        self.retranslate()

    def show_figure(self, figure: Measurement | None, note: str = "") -> None:
        """Show the fields of `figure`, or none; what is being written stays."""
        same = figure is not None and self._figure is not None and figure.span == self._figure.span
        if not (same and self._is_written()):
            self._show(figure, note)

    def _is_written(self) -> bool:
        """Tell whether the user is about to put the figure right."""
        focus = QApplication.focusWidget()
        has_keys = focus is not None and self.isAncestorOf(focus)
        return has_keys and self._shown is not None and self.telling != self._shown

    def _show(self, figure: Measurement | None, note: str) -> None:
        self._figure = figure
        self.setVisible(figure is not None)
        if figure is None:
            self._shown = None
            return
        telling = telling_of(figure)
        self._shown = (telling, note)
        for name in ("name", "value", "unit", "period", "basis"):
            self._lines[name].setText(getattr(telling, name))
            self._lines[name].setCursorPosition(0)
        self._lines["note"].setText(note)
        for name, box in self._choices.items():
            box.setCurrentIndex(box.findData(getattr(telling, name).value))
        self.show_problem("")

    def offer_names(self, names: Iterable[str]) -> None:
        """Complete names from these."""
        self._names.setStringList(sorted(set(names)))

    def edit(self, field: str = "name") -> None:
        """Give the keys to a field."""
        if self._figure is not None:
            self._lines[field].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._lines[field].selectAll()

    def show_problem(self, words: str) -> None:
        """Say what is wrong with what was typed."""
        palette = self._problem.palette()
        palette.setColor(self._problem.foregroundRole(), Theme.current().colour("doubt"))
        self._problem.setPalette(palette)
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def retranslate(self) -> None:
        """Word everything in the language in force."""
        for name, label in self._labels.items():
            words = tr(f"panels.review.field.{name}")
            label.setText(words)
            field = self._field(name)
            field.setAccessibleName(words)
            field.setToolTip(words)
        self._fill("kind", ((kind, tr(f"panels.kind.{kind}")) for kind in Kind))
        self._fill("bound", ((bound, _bound_words(bound)) for bound in Bound))
        self._fill("status", ((status, status_words(status)) for status in Status))
        if self._figure is not None and self._shown is not None:
            self._show(self._figure, self._shown[1])

    @property
    def telling(self) -> tuple[Telling, str]:
        """What the fields say now, and the note."""
        texts = {name: line.text() for name, line in self._lines.items()}
        chosen = {name: box.currentData() for name, box in self._choices.items()}
        telling = Telling(
            name=texts["name"],
            value=texts["value"],
            unit=texts["unit"],
            kind=Kind(chosen["kind"]),
            bound=Bound(chosen["bound"]),
            period=texts["period"],
            status=Status(chosen["status"]),
            basis=texts["basis"],
        )
        return telling, texts["note"]

    def _field(self, name: str) -> QWidget:
        return self._lines.get(name) or self._choices[name]

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for name, (row, column, width) in _PLACES.items():
            grid.addWidget(self._labels[name], row, column)
            grid.addWidget(self._field(name), row, column + 1, 1, width)
            self._labels[name].setBuddy(self._field(name))
        grid.addWidget(self._problem, len(_PLACES), 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._problem.setWordWrap(True)
        for name in _PLACES:
            self._field(name).installEventFilter(self)
        for box in self._choices.values():
            box.first_counts = True
            box.setFixedHeight(self._lines["name"].sizeHint().height())
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._lines["name"].setCompleter(completer)
        chain(*(self._field(name) for name in _PLACES))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _fill(self, name: str, choices: Iterable[tuple[StrEnum, str]]) -> None:
        box = self._choices[name]
        box.clear()
        for value, words in choices:
            box.addItem(words, value.value)

    def _save(self) -> None:
        if self._shown is not None and self.telling != self._shown:
            self.saved.emit(*self.telling)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """What was typed counts when the form is left, as in a spreadsheet."""
        if old is None or new is None or not self.isAncestorOf(old):
            return
        if not self.isAncestorOf(new) and new.window() is self.window():
            self._save()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in {
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        }:
            return False
        if event.key() in _ENTER and not isinstance(watched, QComboBox):
            if event.type() == QEvent.Type.KeyPress:
                self._save()
                self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._show(self._figure, self._shown[1] if self._shown else "")
                self.left.emit()
        else:
            return False
        event.accept()
        return True


def _bound_words(bound: Bound) -> str:
    return tr(f"panels.bound.{bound}.word") or tr("panels.review.exact")
