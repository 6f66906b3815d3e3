"""What the actions of the window do, beyond what session and panes do by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hkreader.qt.settings import ZOOM_STEPS

if TYPE_CHECKING:
    from hkreader.ui.workspace import Workspace


class WindowCommands(QObject):
    """Small commands that need several of the window's parts."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session

    def show_indicators(self) -> None:
        """Give the keys to the indicators."""
        self._show_tab("indicators")

    def show_tasks(self) -> None:
        """Give the keys to the tasks."""
        self._show_tab("tasks")

    def show_targets(self) -> None:
        """Give the keys to the results beside the targets."""
        self._show_tab("targets")

    def show_checks(self) -> None:
        """Give the keys to the checks."""
        self._show_tab("checks")

    def show_review(self) -> None:
        """Give the keys to the figures that are to be checked."""
        self._show_tab("review")

    def show_notes(self) -> None:
        """Give the keys to the highlights, notes and bookmarks."""
        self._show_tab("notes")

    def focus_filter(self) -> None:
        """Give the keys to the filter of the table in view."""
        self._workspace.panes.show_side()
        self._workspace.side.focus_filter()

    def go_to_paragraph(self) -> None:
        """Ask for a paragraph number."""
        self._workspace.go_to_bar.ask()

    def open_palette(self) -> None:
        """Open what leads anywhere, or put it away."""
        self._workspace.go_anywhere.toggle()

    def open_outline_1(self) -> None:
        """Show the outline down to its first level."""
        self._workspace.outline.expand_to(1)

    def open_outline_2(self) -> None:
        """Show the outline down to its second level."""
        self._workspace.outline.expand_to(2)

    def open_outline_3(self) -> None:
        """Show the outline down to the lead sentences."""
        self._workspace.outline.expand_to(3)

    def set_outline_follows(self, follows: bool) -> None:  # noqa: FBT001  from a checkable action
        """Open closed branches of the outline where the reader goes, or leave them."""
        self._session.settings.outline_follows = follows

    def set_noise_visible(self, visible: bool) -> None:  # noqa: FBT001  from a checkable action
        """Show what is in the file but not of the report, or hide it."""
        self._session.settings.noise_visible = visible
        self._workspace.reading.set_noise_visible(visible)
        self._workspace.beside.set_noise_visible(visible=visible)

    def zoom_in(self) -> None:
        """Make the text larger."""
        larger = [step for step in ZOOM_STEPS if step > self._session.settings.zoom]
        self._session.set_zoom(larger[0] if larger else ZOOM_STEPS[-1])

    def zoom_out(self) -> None:
        """Make the text smaller."""
        smaller = [step for step in ZOOM_STEPS if step < self._session.settings.zoom]
        self._session.set_zoom(smaller[-1] if smaller else ZOOM_STEPS[0])

    def zoom_reset(self) -> None:
        """Give the text its own size again."""
        self._session.set_zoom(100)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        window = self._workspace.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_shortcuts(self) -> None:
        """Show every key, or put the sheet away."""
        self._workspace.sheet.toggle()

    def choose_glossaries(self) -> None:
        """Let the user add glossaries of his own."""
        from hkreader.ui.glossaries import GlossariesDialog  # noqa: PLC0415  seldom needed

        GlossariesDialog(self._session, self._workspace).open()

    def choose_names(self) -> None:
        """Show the user's own names of indicators."""
        from hkreader.ui.own_names import OwnNamesDialog  # noqa: PLC0415  seldom needed

        OwnNamesDialog(self._session.learning, self._workspace).open()

    def ask_reviewer(self) -> None:
        """Ask whose name stands under decisions and notes."""
        from hkreader.ui.reviewer import ask_reviewer  # noqa: PLC0415  seldom needed

        ask_reviewer(self._session.settings, self._workspace)

    def change_keys(self) -> None:
        """Let the user change the keys."""
        from hkreader.ui.keymap.dialog import KeysDialog  # noqa: PLC0415  seldom needed

        dialog = KeysDialog(self._workspace.actions_.keymap, self._workspace)
        dialog.changed.connect(self._workspace.actions_.take_keys)
        dialog.open()

    def show_about(self) -> None:
        """Tell what program this is."""
        from hkreader.ui.about import AboutDialog  # noqa: PLC0415  seldom needed

        AboutDialog(self._workspace).open()

    def open_menu(self) -> None:
        """Open the menu."""
        self._workspace.open_menu()

    def step_back(self) -> None:
        """Take one layer away: sheet, bar, drawer, pop-up, find, selection; then go to the text."""
        parts = self._workspace
        if parts.sheet.dismiss() or parts.go_anywhere.dismiss() or parts.beside.step_back():
            return
        if parts.go_to_bar.dismiss():
            parts.panes.focus_text()
            return
        if parts.panes.close_over() or parts.reading.step_back() or parts.bar.dismiss():
            return
        if parts.window().isFullScreen():
            self.toggle_full_screen()
        parts.panes.focus_text()

    def _show_tab(self, name: str) -> None:
        self._workspace.panes.show_side()
        self._workspace.side.show_tab(name)
