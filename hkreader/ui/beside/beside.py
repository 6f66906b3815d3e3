"""A second text beside the first: another place of the same report, or another report."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from hkreader.qt.settings import BESIDE_SAME
from hkreader.ui.focus_order import chain

if TYPE_CHECKING:
    from hkreader.qt.side_session import SideSession
    from hkreader.text.alignment import Alignment
    from hkreader.ui.beside.pane import BesidePane
    from hkreader.ui.beside.together import Together
    from hkreader.ui.palette.palette import Palette
    from hkreader.ui.workspace import Workspace

# ruff: noqa: PLC0415  most readings have one text only


class Beside(QObject):
    """What the window's actions call; everything else is made when a second text is wanted."""

    shown = Signal(bool)
    together_changed = Signal(bool)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._session.report_opened.connect(self._align)

    @cached_property
    def session(self) -> SideSession:
        """The state behind the second text."""
        from hkreader.qt.side_session import SideSession

        session = SideSession(self._session)
        session.report_opened.connect(self._align)
        session.history_changed.connect(self._on_keys_moved)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_keys_moved)
        return session

    @cached_property
    def pane(self) -> BesidePane:
        """The second text."""
        from hkreader.ui.beside.pane import BesidePane

        pane = BesidePane(self.session, self._workspace)
        pane.bar.choice_wished.connect(self.choices.toggle)
        pane.bar.together_wished.connect(self.set_together)
        pane.bar.align_wished.connect(self.realign)
        pane.bar.close_wished.connect(self.close)
        self._workspace.panes.set_beside(pane)
        chain(self._workspace.reading.page, *pane.bar.stops, pane.reading.page)
        return pane

    @cached_property
    def together(self) -> Together:
        """What lets both scroll together."""
        from hkreader.ui.beside.together import Together

        first = (self._session, self._workspace.reading)
        return Together(first, (self.session, self.pane.reading))

    @cached_property
    def choices(self) -> Palette:
        """The list of what can stand beside the report."""
        from hkreader.ui.beside.choices import BesideChoices
        from hkreader.ui.palette.palette import Palette

        choices = BesideChoices(self._session, self._workspace.desk, self)
        return Palette(choices, self._workspace)

    @property
    def is_open(self) -> bool:
        """Whether there is a second text."""
        return "pane" in self.__dict__ and not self.pane.isHidden()

    def here(self, provider: str) -> QObject | None:
        """Give who carries out actions in the second text, where that has the keys."""
        focus = QApplication.focusWidget()
        if not self.is_open or focus is None or not self.pane.isAncestorOf(focus):
            return None
        return {
            "reading": self.pane.reading,
            "finding": self.pane.reading.finding,
            "copying": self.pane.reading.copying,
            "place": self.session,
        }.get(provider)

    # ── what the window's actions call ──

    def compare(self) -> None:
        """Ask what is to stand beside the report; put it away where something does."""
        if self.is_open:
            self.close()
        else:
            self.choices.toggle()

    def show_same(self) -> None:
        """Show another place of the report in view beside it."""
        self._open(together=False)
        self.session.show_same()

    def show_path(self, path: Path) -> None:
        """Show the report at `path` beside the one in view, both scrolling together."""
        self._open(together=True)
        self.session.open_path(path)

    def ask_path(self) -> None:
        """Ask for the file of another report."""
        self._workspace.files.ask_report(self.show_path)

    def set_together(self, together: bool) -> None:  # noqa: FBT001  from a checkable action
        """Let both texts scroll together, or each by itself."""
        if self.is_open:
            self.together.on = together
            self.pane.bar.together.setChecked(together)
            if together:
                self.together.align()
        self.together_changed.emit(self.is_open and together)

    def realign(self) -> None:
        """Bring the other text to where the one with the keys is."""
        if self.is_open:
            self.together.align()

    def close(self) -> None:
        """Put the second text away."""
        if self.is_open:
            had_keys = self.pane.isAncestorOf(QApplication.focusWidget() or self._workspace)
            self.set_together(False)
            self.session.close_report()
            self._workspace.panes.show_beside(shown=False)
            self.shown.emit(False)  # noqa: FBT003  Qt's signature
            if had_keys:
                self._workspace.panes.focus_text()

    def step_back(self) -> bool:
        """Put one layer of the second text away, where that has the keys; tell whether there was."""
        if "choices" in self.__dict__ and self.choices.dismiss():
            return True
        return self.here("reading") is not None and self.pane.reading.step_back()

    def set_noise_visible(self, *, visible: bool) -> None:
        """Show what is in the file but not of the report, or hide it."""
        if self.is_open:
            self.pane.reading.set_noise_visible(visible)

    # ── from start to start ──

    def keep(self) -> None:
        """Remember what stands beside the report."""
        report = self.session.report if self.is_open else None
        kept = ""
        if report is not None and report.source.path is not None:
            kept = BESIDE_SAME if self.session.shows_same else str(report.source.path)
        self._session.settings.beside = kept

    def restore(self) -> None:
        """Show again what stood beside the report when the window was closed."""
        kept = self._session.settings.beside
        if kept == BESIDE_SAME:
            self.show_same()
        elif kept and Path(kept).is_file():
            self.show_path(Path(kept))

    def _open(self, *, together: bool) -> None:
        pane = self.pane
        self._workspace.panes.show_beside(shown=True)
        self.together.alignment = None
        self.set_together(together)
        self.shown.emit(True)  # noqa: FBT003  Qt's signature
        pane.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keys_moved(self) -> None:
        """Let the actions show what they do where the keys are."""
        here = self.here("reading") is not None
        session = self.session if here else self._session
        reading = self.pane.reading if here else self._workspace.reading
        self._workspace.actions_.show_history(*session.can_travel)
        self._workspace.actions_.show_find_modes(*reading.finding.modes)

    def _align(self) -> None:
        first = self._session.report
        if not self.is_open or first is None or self.session.report is None:
            return
        self.session.align_with(first, self._take_alignment)

    def _take_alignment(self, alignment: Alignment) -> None:
        self.together.alignment = alignment
        if self.together.on:
            self.together.lead(0)
            self.together.align()
