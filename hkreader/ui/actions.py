"""Turns the action table into live actions: words, keys, icons, and when each makes sense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from hkreader.messages import tr
from hkreader.qt.session import Session
from hkreader.ui.action_table import ACTIONS, ActionSpec, Needs
from hkreader.ui.icons import icon
from hkreader.ui.keymap.keymap import Keymap

_MENU_ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
    "preferences": QAction.MenuRole.PreferencesRole,
}

Providers = Mapping[str, QObject]
"""The objects that the targets of the table name."""


def target_of(spec: ActionSpec, providers: Providers) -> Callable[..., Any]:
    """Find the method that `spec` names."""
    provider, method = spec.target.split(".")
    found: Callable[..., Any] = getattr(providers[provider], method)
    return found


class TableAction(QAction):
    """An action of the table; it looks its target up when it is first triggered."""

    def __init__(self, spec: ActionSpec, providers: Providers, parent: QObject) -> None:
        super().__init__(parent)
        self.spec = spec
        self._providers = providers
        self.setObjectName(spec.id)
        self.setCheckable(spec.checkable or bool(spec.choice))
        self.setMenuRole(_MENU_ROLES.get(spec.menu_role, QAction.MenuRole.NoRole))
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, checked: bool) -> None:  # noqa: FBT001  Qt's signature
        target = target_of(self.spec, self._providers)
        if self.spec.checkable and self.spec.value:
            target(self.spec.value, checked)
        elif self.spec.checkable:
            target(checked)
        elif self.spec.choice:
            target(self.spec.value)
        else:
            target()


class Actions(QObject):
    """All actions of one window, kept in step with what there is to act on."""

    dressed = Signal()
    """Words or icons have changed."""

    def __init__(self, session: Session, providers: Providers, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.keymap = Keymap(session.settings)
        self._state = dict.fromkeys(Needs, False) | {Needs.NOTHING: True}
        self._all = {spec.id: TableAction(spec, providers, self) for spec in ACTIONS}
        self._group_choices()
        self.take_keys()
        self._on_content_changed()
        self.show_history(*session.can_travel)
        window.addActions(list(self._all.values()))
        self._connect()

    def __getitem__(self, action_id: str) -> TableAction:
        """Give the action `action_id`."""
        return self._all[action_id]

    @property
    def all(self) -> list[TableAction]:
        """All actions in the order of the table."""
        return list(self._all.values())

    def of_menu(self, menu: str) -> list[TableAction]:
        """Give the actions of a menu in the order of the table."""
        return [action for action in self._all.values() if action.spec.menu == menu]

    def show_choice(self, choice: str, value: str | int) -> None:
        """Check the action of `choice` that stands for `value`; none where none does."""
        for action in self._all.values():
            if action.spec.choice == choice and action.spec.value == value:
                action.setChecked(True)

    def set_needs(self, need: Needs, *, met: bool) -> None:
        """Tell whether what some actions need is there."""
        if self._state[need] != met:
            self._state[need] = met
            self._enable()

    def show_history(self, can_back: bool, can_forward: bool) -> None:  # noqa: FBT001  two facts
        """Tell whether there is a way back, and a way forward."""
        self._state[Needs.BACK] = can_back
        self._state[Needs.FORWARD] = can_forward
        self._enable()

    def show_find_modes(self, expression: bool, inside: bool) -> None:  # noqa: FBT001  two facts
        """Tell whether a find takes expressions, and whether it keeps to a section."""
        self._all["find_expression"].setChecked(expression)
        self._all["find_in_section"].setChecked(inside)

    def take_keys(self) -> None:
        """Put the keys in force on the actions."""
        for action in self._all.values():
            keys = self.keymap.keys_of(action.spec.id)
            action.setShortcuts([QKeySequence(key) for key in keys])
        self._word()

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        for action in self._all.values():
            if action.spec.icon:
                action.setIcon(icon(action.spec.icon))
        self.dressed.emit()

    def _connect(self) -> None:
        session = self._session
        session.report_opened.connect(self._on_content_changed)
        session.findings_ready.connect(self._on_content_changed)
        session.report_closed.connect(self._on_content_changed)
        session.history_changed.connect(self.show_history)
        session.language_changed.connect(self._word)
        session.theme_changed.connect(self.draw_icons)

    def _on_content_changed(self) -> None:
        self._state[Needs.REPORT] = self._session.report is not None
        self._state[Needs.FINDINGS] = self._session.findings is not None
        self._enable()

    def _enable(self) -> None:
        for action in self._all.values():
            action.setEnabled(self._state[action.spec.needs])

    def _word(self) -> None:
        for action in self._all.values():
            text = tr(f"window.action.{action.spec.id}")
            action.setText(text)
            action.setToolTip(f"{text.rstrip('…')}  {key_text(action)}".rstrip())
        self.dressed.emit()

    def _group_choices(self) -> None:
        groups: dict[str, QActionGroup] = {}
        for action in self._all.values():
            if action.spec.choice:
                group = groups.setdefault(action.spec.choice, QActionGroup(self))
                group.addAction(action)


def key_text(action: QAction) -> str:
    """Give the first key of `action` as keyboards name it here."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
