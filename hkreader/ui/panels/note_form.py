"""The fields of one note: its colour, its words, its tags."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hkreader.core.reviews import Note, NoteKind
from hkreader.messages import tr
from hkreader.models.signs import NoteSign, letter_of, name_of, sign_of
from hkreader.qt.override import override
from hkreader.qt.settings import NOTE_COLOURS
from hkreader.ui.focus_order import chain
from hkreader.ui.panels.chip import Chip
from hkreader.ui.panels.row_painter import SIGN_TINTS

_COLOURS = (*map(NoteSign, NOTE_COLOURS), NoteSign.PLAIN)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TEXT_LINES = 3
_TAG = re.compile(r"[^\s#＃,，;；、]+")


class NoteForm(QWidget):
    """Shows a note; what is written goes out with Ctrl+Enter or when the form is left."""

    saved = Signal(object, str, str, object)
    """The `Note`, and its colour, words and tags from now on."""
    left = Signal()
    """The keys should go back to where they came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note: Note | None = None
        self._chips = {sign: Chip(SIGN_TINTS[sign], self) for sign in _COLOURS}
        self.text = QPlainTextEdit(self)
        self.tags = QLineEdit(self)
        self._known_tags = QStringListModel(self)
        self._build()
        self.retranslate()

    def show_note(self, note: Note | None) -> None:
        """Show the fields of `note`, or none; what is being written stays."""
        if note is not None and self._note is not None and note.id == self._note.id:
            written = self._is_changed()
            self._note = note
            if written:
                return
        self._note = note
        self.setVisible(note is not None)
        if note is None:
            return
        for sign, chip in self._chips.items():
            chip.setVisible(note.kind is not NoteKind.BOOKMARK)
            chip.setChecked(sign is sign_of(note))
        self.text.setPlainText(note.text)
        self.tags.setText(" ".join(note.tags))

    def offer_tags(self, tags: Iterable[str]) -> None:
        """Complete tags from these."""
        self._known_tags.setStringList(sorted(tags))

    def edit(self) -> None:
        """Give the keys to the words."""
        if self._note is not None:
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            cursor = self.text.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.text.setTextCursor(cursor)

    def retranslate(self) -> None:
        """Word everything in the language in force."""
        for number, (sign, chip) in enumerate(self._chips.items(), 1):
            chip.setText(letter_of(sign))
            chip.setAccessibleName(name_of(sign))
            chip.setToolTip(f"{name_of(sign)}  Alt+{number}")
        self.text.setPlaceholderText(tr("panels.notes.field.words"))
        self.text.setAccessibleName(tr("panels.notes.field.words"))
        self.tags.setPlaceholderText(tr("panels.notes.field.tags"))
        self.tags.setAccessibleName(tr("panels.notes.field.tags"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        colours = QHBoxLayout()
        colours.setSpacing(4)
        for chip in self._chips.values():
            colours.addWidget(chip)
            chip.clicked.connect(self._on_colour_clicked)
            chip.installEventFilter(self)
        colours.addWidget(self.tags, 1)
        column.addLayout(colours)
        column.addWidget(self.text)
        lines = self.text.fontMetrics().lineSpacing() * _TEXT_LINES
        self.text.setFixedHeight(lines + 2 * int(self.text.document().documentMargin()) + 4)
        self.text.setTabChangesFocus(True)
        completer = QCompleter(self._known_tags, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.tags.setCompleter(completer)
        for field in (self.text, self.tags):
            field.installEventFilter(self)
        chain(*self._chips.values(), self.tags, self.text)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def _colour(self) -> str:
        chosen = next((sign for sign, chip in self._chips.items() if chip.isChecked()), None)
        return "" if chosen in (None, NoteSign.PLAIN) else str(chosen)

    @property
    def _tags(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_TAG.findall(self.tags.text())))

    def _is_changed(self) -> bool:
        note = self._note
        if note is None or not self.isVisible():
            return False
        said = (self.text.toPlainText().strip(), self._tags)
        return said != (note.text, note.tags) or self._colour != note.colour

    def save(self) -> None:
        """Hand out what the fields say now, where that is something else."""
        if self._note is not None and self._is_changed():
            words = self.text.toPlainText().strip()
            self.saved.emit(self._note, self._colour, words, self._tags)

    def _choose(self, chosen: Chip) -> None:
        for chip in self._chips.values():
            chip.setChecked(chip is chosen)
        self.save()

    def _on_colour_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._choose(chip)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """What was written counts when the form is left, as in a spreadsheet."""
        if old is None or new is None or not self.isAncestorOf(old):
            return
        if not self.isAncestorOf(new) and new.window() is self.window():
            self.save()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in {
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        }:
            return False
        pressed = event.type() == QEvent.Type.KeyPress
        number = event.key() - Qt.Key.Key_1
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and (
            alone == Qt.KeyboardModifier.ControlModifier or watched is self.tags
        ):
            if pressed:
                self.save()
                self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if pressed:
                note, self._note = self._note, None
                self.show_note(note)
                self.left.emit()
        elif alone == Qt.KeyboardModifier.AltModifier and 0 <= number < len(_COLOURS):
            if pressed and self._note is not None and self._note.kind is not NoteKind.BOOKMARK:
                self._choose(self._chips[_COLOURS[number]])
        else:
            return False
        event.accept()
        return True
