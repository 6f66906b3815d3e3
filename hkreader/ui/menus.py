"""The menus, built from the action table when they are first opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from hkreader.messages import tr
from hkreader.qt.desk import Desk
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.qt.settings import Settings
from hkreader.ui.action_table import MENUS
from hkreader.ui.actions import Actions


class PathMenu(QMenu):
    """Files to choose from, listed anew whenever it opens."""

    path_requested = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)

    def fill(self) -> None:
        """List what there is now."""
        raise NotImplementedError

    def add_path(self, path: Path) -> QAction:
        """List a file."""
        action = self.addAction(f"{path.name}  —  {_short(path.parent)}".replace("&", "&&"))
        action.setData(str(path))
        return action

    def _on_triggered(self, action: QAction) -> None:
        if action.data():
            self.path_requested.emit(Path(action.data()))


class RecentMenu(PathMenu):
    """The files opened last."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("window.menu.recent"), parent)
        self._settings = settings

    @override
    def fill(self) -> None:
        self.clear()
        for path in self._settings.recent:
            self.add_path(path)
        if self.isEmpty():
            self.addAction(tr("window.menu.recent_empty")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(tr("window.menu.recent_clear")).triggered.connect(
            self._settings.clear_recent
        )


class DeskMenu(PathMenu):
    """The files that are open, the one in view checked."""

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("window.menu.desk"), parent)
        self._session = session
        self._desk = desk

    @override
    def fill(self) -> None:
        self.clear()
        report = self._session.report
        for path in self._desk.paths:
            action = self.add_path(path)
            action.setCheckable(True)
            action.setChecked(report is not None and report.source.path == path)
        if self.isEmpty():
            self.addAction(tr("window.menu.desk_empty")).setEnabled(False)


class Menus(QObject):
    """The one menu behind the menu button, or the menu bar where the platform has its own."""

    def __init__(self, actions: Actions, session: Session, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._parent = parent
        self._main: QMenu | None = None
        self._named: dict[str, QMenu] = {}
        self.recent = RecentMenu(session.settings, parent)
        self.desk = DeskMenu(session, desk, parent)
        self._named["recent"] = self.recent
        self._named["desk"] = self.desk

    @property
    def main(self) -> QMenu:
        """The menu behind the button."""
        if self._main is None:
            self._main = QMenu(self._parent)
            for name, inner in MENUS:
                self._main.addMenu(self.menu(name, inner))
        return self._main

    def fill_bar(self, bar: QMenuBar) -> None:
        """Hang the menus in a menu bar."""
        for name, inner in MENUS:
            bar.addMenu(self.menu(name, inner))

    def menu(self, name: str, inner: tuple[str, ...] = ()) -> QMenu:
        """Give the menu `name` with the menus `inner` hanging in it."""
        if name not in self._named:
            self._named[name] = self._build(name, inner)
        return self._named[name]

    def word(self) -> None:
        """Put the titles into the language in force."""
        for name, menu in self._named.items():
            menu.setTitle(tr(f"window.menu.{name}"))

    def _build(self, name: str, inner: tuple[str, ...]) -> QMenu:
        menu = QMenu(tr(f"window.menu.{name}"), self._parent)
        group = None
        for action in self._actions.of_menu(name):
            if group is not None and action.spec.group != group:
                menu.addSeparator()
            group = action.spec.group
            menu.addAction(action)
        if inner:
            menu.addSeparator()
        for inner_name in inner:
            menu.addMenu(self.menu(inner_name))
        return menu


def _short(folder: Path) -> str:
    try:
        return str("~" / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
