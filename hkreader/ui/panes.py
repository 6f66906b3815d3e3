"""The three panes side by side, and how the keys travel between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QVBoxLayout, QWidget

from hkreader.core.report import Span
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.drawer import Drawer
from hkreader.ui.layout import BESIDE_WIDTH, OUTLINE_OVER_BELOW, SIDE_OVER_BELOW
from hkreader.ui.outline_panel import OutlinePanel

NARROWEST_TEXT = 280
FOCUS_LINE = 2


class Panes(QWidget):
    """Outline, text and side panel; the two outer ones are drawers."""

    outline_shown = Signal(bool)
    side_shown = Signal(bool)

    def __init__(
        self, session: Session, outline: OutlinePanel, text: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = session.settings
        self._outline = outline
        self._text = text
        self._beside: QWidget | None = None
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._focus_line = QFrame(self)
        self._left = Drawer(
            outline,
            edge=Qt.Edge.LeftEdge,
            threshold=OUTLINE_OVER_BELOW,
            width=self._settings.outline_width,
        )
        self._right = Drawer(
            QWidget(self),
            edge=Qt.Edge.RightEdge,
            threshold=SIDE_OVER_BELOW,
            width=self._settings.side_width,
        )
        self._left.wanted = self._settings.outline_visible
        self._right.wanted = self._settings.side_visible
        self._build()
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        session.span_shown.connect(self._on_span_shown)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def side(self) -> QWidget:
        """The pane on the right."""
        return self._right.pane

    def set_side(self, side: QWidget) -> None:
        """Put the real side panel where its place was kept."""
        place = self._right.pane
        self._right.pane = side
        place.hide()
        place.setParent(None)
        place.deleteLater()
        self._settle()

    def set_beside(self, beside: QWidget) -> None:
        """Put a second text beside the first, from where it can be hidden and shown."""
        self._beside = beside
        beside.setMinimumWidth(NARROWEST_TEXT)
        self._splitter.insertWidget(self._splitter.indexOf(self._text) + 1, beside)

    def show_beside(self, *, shown: bool) -> None:
        """Show or hide the second text."""
        if self._beside is not None:
            self._beside.setVisible(shown)
            self._settle()

    def toggle_outline(self, shown: bool) -> None:  # noqa: FBT001  from a checkable action
        """Show or hide the outline."""
        self._show(self._left, shown=shown)

    def toggle_side(self, shown: bool) -> None:  # noqa: FBT001  from a checkable action
        """Show or hide the side panel."""
        self._show(self._right, shown=shown)

    def show_side(self) -> None:
        """See to it that the side panel is in view."""
        self._show(self._right, shown=True)

    def focus_outline(self) -> None:
        """Give the keys to the outline, bringing it into view."""
        self._show(self._left, shown=True)
        self._outline.focus_tree()

    def focus_text(self) -> None:
        """Give the keys to the text."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_pane(self) -> None:
        """Give the keys to the pane on the right."""
        self._cycle(1)

    def previous_pane(self) -> None:
        """Give the keys to the pane on the left."""
        self._cycle(-1)

    def close_over(self) -> bool:
        """Close a drawer that lies over the text; tell whether there was one."""
        for drawer in (self._right, self._left):
            if drawer.over and drawer.open:
                self._show(drawer, shown=False)
                self.focus_text()
                return True
        return False

    def keep(self) -> None:
        """Remember widths and what is hidden."""
        settings = self._settings
        settings.outline_visible = self._left.wanted
        settings.side_visible = self._right.wanted
        settings.outline_width = self._left.width
        settings.side_width = self._right.width

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _build(self) -> None:
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._text)
        self._text.setMinimumWidth(NARROWEST_TEXT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._focus_line.setObjectName("focusLine")
        self._focus_line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._focus_line.hide()

    def _show(self, drawer: Drawer, *, shown: bool) -> None:
        had_focus = _holds_focus(drawer.pane)
        drawer.show(shown=shown)
        self._settle()
        if had_focus and not shown:
            self.focus_text()

    def _settle(self) -> None:
        taken = BESIDE_WIDTH if len(self._texts()) > 1 else 0
        for drawer in (self._left, self._right):
            drawer.settle(self, self._splitter, taken)
        self._share_width()
        self.outline_shown.emit(self._left.shown)
        self.side_shown.emit(self._right.shown)
        self._draw_focus()

    def _share_width(self) -> None:
        """Give the drawers their widths and the text what is left."""
        widths = {
            drawer.pane: drawer.width
            for drawer in (self._left, self._right)
            if drawer.shown and not drawer.over
        }
        lines = len(widths) * self._splitter.handleWidth()
        texts = self._texts()
        lines += (len(texts) - 1) * self._splitter.handleWidth()
        rest = (self.width() - sum(widths.values()) - lines) // len(texts)
        widths |= dict.fromkeys(texts, max(NARROWEST_TEXT, rest))
        panes = map(self._splitter.widget, range(self._splitter.count()))
        self._splitter.setSizes([widths.get(pane, 0) if pane else 0 for pane in panes])

    def _texts(self) -> list[QWidget]:
        """Give the texts that are seen: one, or two beside each other."""
        beside = self._beside
        return [self._text] if beside is None or beside.isHidden() else [self._text, beside]

    def _cycle(self, step: int) -> None:
        panes = self._texts()
        if self._left.shown:
            panes.insert(0, self._outline)
        if self._right.shown:
            panes.append(self.side)
        at = next(
            (i for i, pane in enumerate(panes) if _holds_focus(pane)), panes.index(self._text)
        )
        pane = panes[(at + step) % len(panes)]
        if pane is self._outline:
            self._outline.focus_tree()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_splitter_moved(self) -> None:
        for drawer in (self._left, self._right):
            if drawer.shown and not drawer.over:
                drawer.width = drawer.pane.width()
        self._draw_focus()

    def _on_span_shown(self, _span: Span, take_focus: bool) -> None:  # noqa: FBT001  a fact
        if take_focus:
            self.close_over()

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._draw_focus()

    def _draw_focus(self) -> None:
        """Mark the pane that has the keys by a line along its upper edge."""
        for pane in (self._outline, *self._texts(), self.side):
            if pane.isVisible() and _holds_focus(pane):
                corner = pane.mapTo(self, pane.rect().topLeft())
                self._focus_line.setGeometry(corner.x(), corner.y(), pane.width(), FOCUS_LINE)
                self._focus_line.show()
                self._focus_line.raise_()
                return
        self._focus_line.hide()


def _holds_focus(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
