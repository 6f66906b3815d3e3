"""The dialog in which every key can be changed, and conflicts are shown as they come up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hkreader.messages import tr
from hkreader.models.group_words import folded
from hkreader.qt.override import override
from hkreader.ui.action_table import ACTIONS, MENUS, PANE_KEYS
from hkreader.ui.keymap.key_field import KeyField
from hkreader.ui.keymap.keymap import Keymap, Objection, native
from hkreader.ui.theme import Theme

SIZE = (620, 560)
_KEYS_WIDTH = 220
_ROW = 26
_ID = Qt.ItemDataRole.UserRole
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class KeysDialog(QDialog):
    """A list of all actions with their keys; Enter on one takes the next key pressed."""

    changed = Signal()
    """The keys in force are others."""

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._wished = ("", "")
        """The action and the key that somebody else has."""
        self.filter = QLineEdit(self)
        self.list = QTreeWidget(self)
        self.field = KeyField(self)
        self._note = QLabel(self)
        self.take_over = QPushButton(self)
        self.leave = QPushButton(self)
        self.record = QPushButton(self)
        self.remove = QPushButton(self)
        self.reset = QPushButton(self)
        self.reset_all = QPushButton(self)
        self.close_button = QPushButton(self)
        self._build()
        self._word()
        self._fill()
        self._connect()
        self._say("")

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(420, 360)
        self.resize(*SIZE)
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(12)
        self.list.setAllColumnsShowFocus(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, self.list.header().ResizeMode.Stretch)
        self.list.header().resizeSection(1, _KEYS_WIDTH)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.field.setReadOnly(True)
        self.field.hide()
        self._note.setWordWrap(True)
        conflict = QHBoxLayout()
        conflict.addWidget(self._note, 1)
        conflict.addWidget(self.take_over)
        conflict.addWidget(self.leave)
        buttons = QHBoxLayout()
        for button in (self.record, self.remove, self.reset, self.reset_all):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.field)
        layout.addLayout(conflict)
        layout.addLayout(buttons)
        self.setFocusProxy(self.filter)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(self._on_record)
        self.list.currentItemChanged.connect(self._on_moved)
        self.field.key_pressed.connect(self._on_key)
        self.field.cancelled.connect(self._stop_recording)
        self.record.clicked.connect(self._on_record)
        self.remove.clicked.connect(self._on_remove)
        self.reset.clicked.connect(self._on_reset)
        self.reset_all.clicked.connect(self._on_reset_all)
        self.take_over.clicked.connect(self._on_take_over)
        self.leave.clicked.connect(self._on_leave)
        self.close_button.clicked.connect(self.accept)

    def _word(self) -> None:
        self.setWindowTitle(tr("window.keys.title"))
        for widget, name in (
            (self.take_over, "take_over"),
            (self.leave, "leave"),
            (self.record, "record"),
            (self.remove, "remove"),
            (self.reset, "reset"),
            (self.reset_all, "reset_all"),
        ):
            widget.setText(tr(f"window.keys.{name}"))
        self.close_button.setText(tr("window.bar.close"))
        self.filter.setPlaceholderText(tr("window.keys.filter"))
        self.filter.setAccessibleName(tr("window.keys.filter"))
        self.list.setAccessibleName(tr("window.keys.title"))
        self.list.setHeaderLabels([tr("window.keys.action"), tr("window.keys.key")])
        self.field.setPlaceholderText(tr("window.keys.press"))
        self.field.setAccessibleName(tr("window.keys.press"))

    # ── the list ──

    def _fill(self) -> None:
        for title, ids in groups():
            group = QTreeWidgetItem([title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.font()
            font.setBold(True)
            group.setFont(0, font)
            self.list.addTopLevelItem(group)
            for action_id in ids:
                item = QTreeWidgetItem([words_of(action_id), ""])
                item.setSizeHint(0, QSize(0, _ROW))
                item.setData(0, _ID, action_id)
                group.addChild(item)
        self.list.expandAll()
        self._show_keys()
        self._choose_first()

    def _items(self) -> list[QTreeWidgetItem]:
        tops = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        children = (top.child(at) for top in tops if top for at in range(top.childCount()))
        return [child for child in children if child is not None]

    def _show_keys(self) -> None:
        ink, accent = Theme.current().colour("ink"), Theme.current().colour("accent")
        for item in self._items():
            action_id = str(item.data(0, _ID))
            own = self._keymap.is_own(action_id)
            keys = " / ".join(map(native, self._keymap.keys_of(action_id)))
            item.setText(1, f"{keys}  {tr('window.keys.own')}".strip() if own else keys)
            item.setForeground(1, accent if own else ink)

    def _narrow(self, text: str) -> None:
        """Show only what has every word of `text` in its name or its keys."""
        wanted = folded(text).split()
        for item in self._items():
            said = folded(f"{item.text(0)} {item.text(1)}")
            item.setHidden(not all(word in said for word in wanted))
        hidden = [item for item in self._items() if item.isHidden()]
        for at in range(self.list.topLevelItemCount()):
            top = self.list.topLevelItem(at)
            if top is not None:
                inside = range(top.childCount())
                top.setHidden(all(top.child(index) in hidden for index in inside))
        self._choose_first()

    def _choose_first(self) -> None:
        current = self.list.currentItem()
        if current is None or current.isHidden() or current.data(0, _ID) is None:
            for item in self._items():
                if not item.isHidden():
                    self.list.setCurrentItem(item)
                    return

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return "" if item is None or item.isHidden() else str(item.data(0, _ID) or "")

    def _on_moved(self) -> None:
        self._say("")
        some = bool(self._chosen())
        for button in (self.record, self.remove, self.reset):
            button.setEnabled(some)

    # ── changing ──

    def _on_record(self) -> None:
        if self._chosen():
            self._say(tr("window.keys.hint"))
            self.field.show()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_recording(self) -> None:
        if not self.field.isHidden():
            self.field.hide()
            self._say("")
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_key(self, key: str) -> None:
        action_id = self._chosen()
        self._stop_recording()
        objections = set(self._keymap.objections(action_id, key))
        holder = self._keymap.holder_of(key)
        refused = objections - {Objection.TAKEN_ELSEWHERE}
        if refused:
            self._say(tr(f"window.keys.objection.{refused.pop()}", pressed=native(key)), doubt=True)
        elif holder not in {None, action_id}:
            self._wished = (action_id, key)
            words = tr("window.keys.conflict", pressed=native(key), other=words_of(str(holder)))
            self._say(words, doubt=True, choice=True)
            self.take_over.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._set(action_id, key)
            if objections:
                words = tr(f"window.keys.objection.{objections.pop()}", pressed=native(key))
                self._say(words, doubt=True)

    def _set(self, action_id: str, key: str) -> None:
        self._keymap.set_keys(action_id, [key])
        self._on_changed()

    def _on_take_over(self) -> None:
        self._set(*self._wished)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_leave(self) -> None:
        self._say("")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self) -> None:
        if self._chosen():
            self._keymap.set_keys(self._chosen(), [])
            self._on_changed()

    def _on_reset(self) -> None:
        if self._chosen():
            self._keymap.reset(self._chosen())
            self._on_changed()

    def _on_reset_all(self) -> None:
        self._keymap.reset_all()
        self._on_changed()

    def _on_changed(self) -> None:
        self._say("")
        self._show_keys()
        self.changed.emit()

    def _say(self, words: str, *, doubt: bool = False, choice: bool = False) -> None:
        palette = self._note.palette()
        colour = Theme.current().colour("doubt" if doubt else "muted")
        palette.setColor(self._note.foregroundRole(), colour)
        self._note.setPalette(palette)
        self._note.setText(words or tr("window.keys.how"))
        for button in (self.take_over, self.leave):
            button.setVisible(choice)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.filter and event.key() in {*_ENTER, Qt.Key.Key_Down}:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif watched is self.list and event.key() in _ENTER:
            self._on_record()
        elif watched is self.list and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._on_remove()
        else:
            return False
        return True


def groups() -> list[tuple[str, list[str]]]:
    """Give every action that can have a key, under the menu it stands in."""
    found: list[tuple[str, list[str]]] = []
    for menu in (name for name, inner in MENUS for name in (name, *inner)):
        ids = [spec.id for spec in ACTIONS if spec.menu == menu]
        if ids:
            found.append((tr(f"window.menu.{menu}"), ids))
    rest = [spec.id for spec in ACTIONS if not spec.menu and (spec.listed or spec.keys)]
    rest += [spec.id for spec in PANE_KEYS if spec.scope == "text"]
    return [*found, (tr("window.menu.panes"), rest)]


def words_of(action_id: str) -> str:
    """Name an action, or what a key of the text does."""
    if any(spec.id == action_id for spec in ACTIONS):
        return tr(f"window.action.{action_id}").rstrip("…")
    return tr(f"window.key.{action_id}")
