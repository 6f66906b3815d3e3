"""Everything inside the window: the parts, put together and wired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hkreader.messages import language, tr
from hkreader.qt.desk import Desk
from hkreader.qt.session import Session
from hkreader.qt.settings import MARKS
from hkreader.ui.action_table import Needs
from hkreader.ui.actions import Actions
from hkreader.ui.beside.beside import Beside
from hkreader.ui.collections import Collections
from hkreader.ui.commands import WindowCommands
from hkreader.ui.deciding import Deciding
from hkreader.ui.drop_target import DropTarget
from hkreader.ui.files import FileCommands, suggested_name
from hkreader.ui.focus_order import chain
from hkreader.ui.go_to_bar import GoToBar
from hkreader.ui.menus import Menus
from hkreader.ui.message_bar import MessageBar
from hkreader.ui.mouse_steps import MouseSteps
from hkreader.ui.note_taking import NoteTaking
from hkreader.ui.notices import Notices
from hkreader.ui.outline_panel import OutlinePanel
from hkreader.ui.panes import Panes
from hkreader.ui.printing.printing import Printing
from hkreader.ui.providers import Providers
from hkreader.ui.review_files import ReviewFiles
from hkreader.ui.status_line import StatusLine
from hkreader.ui.tool_strip import ToolStrip

if TYPE_CHECKING:
    from hkreader.ui.palette.palette import Palette
    from hkreader.ui.panels.side import SidePanel
    from hkreader.ui.reading.pane import ReadingPane
    from hkreader.ui.shortcut_sheet import ShortcutSheet


class Workspace(QWidget):
    """Everything in it listens to the session; what the user wishes goes there."""

    def __init__(self, session: Session, reading: ReadingPane, window: QWidget) -> None:
        super().__init__(window)
        self.session = session
        self.desk = Desk(self)
        self.outline = OutlinePanel(session, self)
        self.reading = reading
        self.panes = Panes(session, self.outline, self.reading, self)
        self.bar = MessageBar(session, self)
        self.go_to_bar = GoToBar(session, self)
        self.commands = WindowCommands(self)
        self.beside = Beside(self)
        self.deciding = Deciding(self)
        self.note_taking = NoteTaking(self)
        self.review_files = ReviewFiles(session, window)
        self.files = FileCommands(session, self.desk, self, self._view_in_sight)
        self.printing = Printing(session, self, self._view_in_sight)
        self.actions_ = Actions(session, self.providers(), window)
        self.menus = Menus(self.actions_, session, self.desk, self)
        self.tools = ToolStrip(self.actions_, self.menus, self)
        self.status = StatusLine(session, self)
        self.notices = Notices(session, self.bar, self.actions_)
        self.collections = Collections(session, self.desk, self.files, window)
        self.mouse_steps = MouseSteps(session, self)
        self.drop_target = DropTarget(window)
        self._side: SidePanel | None = None
        self._sheet: ShortcutSheet | None = None
        self._palette: Palette | None = None
        self._build()
        self._connect()
        self._show_choices()
        self._word()

    @property
    def side(self) -> SidePanel:
        """The side panel; built when the report is painted, or when first asked for."""
        if self._side is None:
            from hkreader.ui.panels.side import SidePanel  # noqa: PLC0415  not before the text

            self._side = SidePanel(self.session, self)
            self.panes.set_side(self._side)
            self.mouse_steps.cover(self._side)
        return self._side

    @property
    def sheet(self) -> ShortcutSheet:
        """The sheet with all keys."""
        if self._sheet is None:
            from hkreader.ui.shortcut_sheet import ShortcutSheet  # noqa: PLC0415  seldom needed

            self._sheet = ShortcutSheet(self.actions_.keymap, self)
        return self._sheet

    @property
    def go_anywhere(self) -> Palette:
        """The palette that leads anywhere."""
        if self._palette is None:
            from hkreader.ui.palette.entries import Entries  # noqa: PLC0415  not at start-up
            from hkreader.ui.palette.palette import Palette  # noqa: PLC0415

            entries = Entries(self.session, self.desk, self.actions_, self.files.open_recent)
            self._palette = Palette(entries, self)
        return self._palette

    def providers(self) -> Providers:
        """Name the objects whose methods the action table calls."""
        fixed = {
            "session": self.session,
            "place": self.session,
            "beside": self.beside,
            "files": self.files,
            "printing": self.printing,
            "reading": self.reading,
            "finding": self.reading.finding,
            "copying": self.reading.copying,
            "panes": self.panes,
            "commands": self.commands,
            "deciding": self.deciding,
            "note_taking": self.note_taking,
            "review_files": self.review_files,
            "window": self.window(),
        }
        return Providers(fixed, self.beside.here)

    def open_menu(self) -> None:
        """Open the menu under its button."""
        self.menus.main.popup(self.tools.mapToGlobal(QPoint(8, self.tools.height())))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.tools, self.bar, self.go_to_bar):
            column.addWidget(widget)
        column.addWidget(self.panes, 1)
        column.addWidget(self.status)
        chain(*self.tools.stops, *self.outline.stops, self.reading.page)

    def _connect(self) -> None:
        self.panes.outline_shown.connect(self.actions_["outline_visible"].setChecked)
        self.panes.side_shown.connect(self.actions_["side_visible"].setChecked)
        self.session.undoing.changed.connect(self._on_undo_changed)
        self.beside.shown.connect(self._on_beside_shown)
        self.beside.together_changed.connect(self.actions_["together"].setChecked)
        self.desk.changed.connect(self._on_desk_changed)
        self.drop_target.paths_dropped.connect(self.files.open_paths)
        for menu in (self.menus.recent, self.menus.desk):
            menu.path_requested.connect(self.files.open_recent)
        session = self.session
        session.language_changed.connect(self.menus.word)
        for changed in (session.report_opened, session.report_closed, session.language_changed):
            changed.connect(self._word)
        self.reading.finding.modes_changed.connect(self.actions_.show_find_modes)
        self.mouse_steps.cover(self.outline)

    def _show_choices(self) -> None:
        """Check what the settings say."""
        settings = self.session.settings
        for choice, value in (
            ("theme", settings.theme),
            ("lines", settings.line_pitch),
            ("column", settings.column_width),
            ("font", settings.text_font),
            ("language", language()),
        ):
            self.actions_.show_choice(choice, value)
        for kind in MARKS:
            self.actions_[f"marks_{kind}"].setChecked(kind not in settings.marks_hidden)
        self.actions_["print_marks"].setChecked(settings.print_marks)
        self.actions_["noise_visible"].setChecked(settings.noise_visible)
        self.actions_["outline_follows"].setChecked(settings.outline_follows)
        if settings.noise_visible:
            self.reading.set_noise_visible(True)

    def _view_in_sight(self) -> str:
        return self.side.export_view()

    def _on_undo_changed(self, can_undo: bool, can_redo: bool) -> None:  # noqa: FBT001  two facts
        self.actions_.set_needs(Needs.UNDO, met=can_undo)
        self.actions_.set_needs(Needs.REDO, met=can_redo)

    def _on_beside_shown(self, shown: bool) -> None:  # noqa: FBT001  Qt's signature
        self.actions_.set_needs(Needs.TWO_TEXTS, met=shown)

    def _on_desk_changed(self) -> None:
        self.actions_.set_needs(Needs.OTHER_FILES, met=len(self.desk.paths) > 1)

    def _word(self) -> None:
        report, name = self.session.report, tr("window.name")
        title = name if report is None else f"{suggested_name(report)} — {name}"
        self.window().setWindowTitle(title)
