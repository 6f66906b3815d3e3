"""The panel beside the text: indicators, tasks, results beside targets, checks, review, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from hkreader.core.errors import HkreaderError
from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.panels.tab_bar import FlatTabBar
from hkreader.ui.theme import Theme

if TYPE_CHECKING:
    from hkreader.ui.panels.table_page import TablePage

WIDTH = 420
NARROWEST = 300
NAMES = ("indicators", "tasks", "targets", "checks", "review", "notes")


class SidePanel(QFrame):
    """Tables behind tabs; each is built when it is first looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tabs = FlatTabBar(self)
        self._stack = QStackedWidget(self)
        self._pages: dict[str, TablePage] = {}
        self._error: HkreaderError | None = None
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._first_page = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._word()

    def show_tab(self, name: str) -> None:
        """Bring the table that one of `NAMES` means into view and give it the keys."""
        self._tabs.setCurrentIndex(NAMES.index(name))
        self._show_page()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Give the keys to the filter of the table in view."""
        self._show_page()
        self._page().filter_bar.focus_box()

    def export_view(self) -> str:
        """Name the table that is exported where this tab is in view."""
        return "indicators" if self.tab == "review" else self.tab

    @property
    def tab(self) -> str:
        """Name the tab in view."""
        return NAMES[self._tabs.currentIndex()]

    @property
    def page(self) -> TablePage:
        """The page in view, built the first time."""
        return self._page()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Build the table once the panel has been painted: the window comes first."""
        super().showEvent(event)
        if not self._pages:
            self._painted.start()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keys on to what can use them.

        A focus proxy would do the same, but Tab stops at proxies and would go past tabs and filter.
        """
        super().focusInEvent(event)
        self._show_page()
        (self._page().focus_target or self._tabs).setFocus(event.reason())

    @override
    def event(self, event: QEvent) -> bool:
        """Inside the panel the key for finding means the filter, and Escape clears it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if self._means_filter(event) or self._clears_filter(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._means_filter(event):
            self.focus_filter()
        elif self._clears_filter(event):
            self._page().filter_bar.clear()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Where the panel lies over the text, a line sets it off."""
        super().paintEvent(event)
        if self.property("over"):
            painter = QPainter(self)
            painter.fillRect(0, 0, 1, self.height(), Theme.current().colour("rule"))
            painter.end()

    def _build(self) -> None:
        self.setMinimumWidth(NARROWEST)
        for _ in NAMES:
            self._tabs.addTab("")
        kept = self._session.settings.side_tab
        self._tabs.setCurrentIndex(NAMES.index(kept) if kept in NAMES else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self.setTabOrder(self._tabs, self._stack)

    def _connect(self) -> None:
        session = self._session
        self._tabs.currentChanged.connect(self._on_tab_chosen)
        self._painted.timeout.connect(self._on_painted)
        self._first_page.timeout.connect(self._show_page)
        session.report_opening.connect(self._on_report_opening)
        session.report_failed.connect(self._on_report_failed)
        session.language_changed.connect(self._word)
        session.theme_changed.connect(self._on_theme_changed)

    def _on_painted(self) -> None:
        """Load in one turn of the window and build in the next, so that neither is felt."""
        from hkreader.ui.panels import pages  # noqa: F401, PLC0415  not before the first paint

        self._first_page.start()

    def _page(self) -> TablePage:
        """Give the page in view, building it the first time."""
        name = self.tab
        if name not in self._pages:
            from hkreader.ui.panels.pages import PAGES  # noqa: PLC0415  not before the first paint

            page = PAGES[name](self._session, self)
            self._stack.addWidget(page)
            page.show_error(self._error)
            self._pages[name] = page
        return self._pages[name]

    def _on_tab_chosen(self) -> None:
        self._session.settings.side_tab = self.tab
        self._show_page()

    def _show_page(self) -> None:
        self._stack.setCurrentWidget(self._page())

    def _on_report_opening(self, _name: str) -> None:
        self._error = None

    def _on_report_failed(self, error: HkreaderError) -> None:
        self._error = error
        for page in self._pages.values():
            page.show_error(error)

    def _on_theme_changed(self) -> None:
        for page in self._pages.values():
            page.refresh_colours()
        self._tabs.update()

    def _word(self) -> None:
        self.setAccessibleName(tr("panels.side"))
        self._tabs.setAccessibleName(tr("panels.side"))
        for index, name in enumerate(NAMES):
            self._tabs.setTabText(index, tr(f"panels.tab.{name}"))
            self._tabs.setTabToolTip(index, tr(f"panels.tab.{name}.tip"))
        for page in self._pages.values():
            page.retranslate()

    def _is_filtered(self) -> bool:
        page = self._pages.get(self.tab)
        return page is not None and bool(page.filter_bar.row_filter)

    def _means_filter(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Find)

    def _clears_filter(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._is_filtered()
