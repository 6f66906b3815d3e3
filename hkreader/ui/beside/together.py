"""Two texts that scroll together: the one the reader moves leads, the other follows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject

from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.text.alignment import Alignment
from hkreader.ui.reading.pane import ReadingPane

_READING_LINE = 0.3
"""How far down the page people read, as a share of its height."""
_TOUCHES = {
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.FocusIn,
}
"""What shows that the reader has to do with a text: keys of the window come as an override first."""


class Together(QObject):
    """Knows which of two texts leads, and takes the other along while `on`."""

    def __init__(
        self, first: tuple[Session, ReadingPane], second: tuple[Session, ReadingPane]
    ) -> None:
        super().__init__(second[1])
        self.on = False
        self.alignment: Alignment | None = None
        """Between the text of the first and that of the second."""
        self._sessions = (first[0], second[0])
        self._panes = (first[1], second[1])
        self._leader = 0
        for number, (session, pane) in enumerate((first, second)):
            session.place_changed.connect(partial(self._on_place_changed, number))
            session.span_shown.connect(partial(self._on_span_shown, number))
            for part in (pane.page, pane.page.viewport(), pane.page.verticalScrollBar()):
                part.installEventFilter(self)

    def lead(self, number: int) -> None:
        """Let the first (0) or the second text (1) lead."""
        self._leader = number

    def align(self) -> None:
        """Bring the other text to the place that answers to where the leader is."""
        session, page = self._sessions[self._leader], self._panes[self._leader].page
        if page.book is None or self.alignment is None:
            return
        positions = page.book.positions
        view = page.viewport().height()
        offset = session.offset
        height = page.height_of(positions.position_of(offset))
        if offset == session.place or not 0 <= height < view:
            # Nothing that was jumped to is in view: it is the line being read that answers.
            place = page.place_below(view * _READING_LINE)
            offset, height = positions.offset_of(place), page.height_of(place)
        carry = self.alignment.back if self._leader else self.alignment.across
        self._panes[1 - self._leader].follow(carry(offset), height)

    def _on_place_changed(self, number: int, _place: int) -> None:
        if self.on and number == self._leader:
            self.align()

    def _on_span_shown(self, number: int, *_span: object) -> None:
        self.lead(number)
        if self.on:
            self.align()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            page = self._panes[1].page
            parts = (page, page.viewport(), page.verticalScrollBar())
            self.lead(int(any(watched is part for part in parts)))
        return False
