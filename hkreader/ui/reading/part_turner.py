"""Knows which part of a long report is in view, and turns to others."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hkreader.core.report import Report
from hkreader.ui.reading.parts import Parts

if TYPE_CHECKING:
    from hkreader.ui.reading.part_bar import PartBar


class PartTurner(QObject):
    """Holds the parts of one report; shows a bar in `column` where there are several."""

    step_wished = Signal(int)

    def __init__(self, column: QBoxLayout, pane: QWidget) -> None:
        super().__init__(pane)
        self._column = column
        self._pane = pane
        self.parts: Parts | None = None
        self.index = 0

    @cached_property
    def bar(self) -> PartBar:
        """What leads from part to part; few reports are so long."""
        from hkreader.ui.reading.part_bar import PartBar  # noqa: PLC0415

        bar = PartBar(self._pane)
        bar.step_wished.connect(self.step_wished)
        self._column.addWidget(bar)
        return bar

    @property
    def part(self) -> Report | None:
        """The part in view."""
        return None if self.parts is None else self.parts[self.index]

    def take(self, report: Report | None) -> None:
        """Begin with the first part of another report."""
        self.parts = None if report is None else Parts(report)
        self.index = 0
        self._tell()

    def turn_to(self, offset: int) -> bool:
        """Turn to the part that holds `offset`; tell whether it is another one."""
        return self.parts is not None and self._turn(self.parts.holding(offset))

    def turn_by(self, by: int) -> bool:
        """Turn to the next part or the one before; tell whether there is one."""
        wished = self.index + by
        return self.parts is not None and 0 <= wished < len(self.parts) and self._turn(wished)

    def dress(self) -> None:
        """Put on the words of the language."""
        if "bar" in self.__dict__:
            self.bar.dress()

    def _turn(self, index: int) -> bool:
        if index == self.index:
            return False
        self.index = index
        self._tell()
        return True

    def _tell(self) -> None:
        if self.parts is not None and len(self.parts) > 1:
            self.bar.show_part(self.parts, self.index)
            self.bar.show()
        elif "bar" in self.__dict__:
            self.bar.hide()
