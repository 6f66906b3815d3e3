"""Every figure of the built-in report checked by keys alone, as one does who signs for them.

`python -m tests.signing FOLDER` does it with the store and the workbook below FOLDER, and writes to
FOLDER/said.log what is decided at each moment; then it waits to be killed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit

from hkreader.app import start_application
from hkreader.core.reviews import Decision, Ruling
from hkreader.library.codec import to_json
from hkreader.models.nodes import RowNode
from hkreader.qt.settings import Settings
from tests.hands import ALT, CTRL, SHIFT, Hands, Key

EDITED, REJECTED, ADDED = 10, 3, 2
_UNFOUND = re.compile(r"[一二三四五六七八九十]个[\u4e00-\u9fff]{2}")
"""What may be a number and stands where no figure was found."""
SIZE = QSize(1360, 860)


def mark_of(decision: Decision) -> str:
    """Give a short mark of a decision, by which it is known again."""
    known = _known.get(id(decision))
    if known is None:
        mark = hashlib.blake2b(to_json(decision).encode(), digest_size=8).hexdigest()
        known = _known[id(decision)] = decision, mark
    return known[1]


_known: dict[int, tuple[Decision, str]] = {}
"""Marks made so far; each holds its decision, so that no other one can come to its place."""


def marks_of(decisions: Iterable[Decision]) -> list[str]:
    """Mark each of `decisions`."""
    return list(map(mark_of, decisions))


class Signing(Hands):
    """Goes through all figures: most are right, some are put right, rejected, merged, split."""

    pause = 0.001

    @property
    def review(self):
        return self.session.review

    def open(self, tell: Callable[[list[str]], None]) -> None:
        self.start(SIZE, [])
        self.review.changed.connect(lambda: tell(marks_of(self.review.decisions)))
        self.press(Key.Key_7, CTRL)
        self.until(lambda: bool(self.window.side.page.model.rows))
        self.window.side.page.table.select_first()
        self.window.side.page.table.setFocus()

    def check_all(self) -> None:
        self._add()
        self._split()
        page, number = self.window.side.page, 0
        whole = self.review.progress[1]
        page.table.setFocus()
        self.press(Key.Key_PageDown, ALT)
        while self.review.progress[0] < whole:
            number += 1
            row = page.table.current_row().record
            assert row.item.decision is None, row
            if number % 9 == 4 and number // 9 < EDITED:
                self._rename(f"{row.figure.name}（核）")
            elif number % 30 == 11 and number // 30 < REJECTED:
                self.press(Key.Key_Delete)
            else:
                self.press(Key.Key_Space)
            assert number <= whole

    def undo_and_redo(self) -> None:
        before = tuple(self.review.decisions)
        steps = 0
        while self.session.undoing.can_undo:
            self.press(Key.Key_Z, CTRL)
            steps += 1
        assert not self.review.decisions
        self.press(Key.Key_Y, CTRL, times=steps)
        assert tuple(self.review.decisions) == before

    def export(self, target: Path) -> None:
        self.press(Key.Key_E, CTRL | SHIFT)
        self.answer(target)
        self.until(target.exists)
        self.until(lambda: not self.session.jobs.busy)

    def _rename(self, name: str) -> None:
        self.press(Key.Key_F2)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.selectAll()
        self.write(name)
        self.press(Key.Key_Return)
        self.press(Key.Key_PageDown, ALT)

    def _add(self) -> None:
        """Add numbers that were not taken for figures, from where they stand."""
        added = 0
        for words in self._unfound():
            self.press(Key.Key_2, CTRL)
            self.press(Key.Key_F, CTRL)
            self.write(words)
            self.until(lambda: not self.window.reading.finding.finder.busy)
            self.press(Key.Key_Escape)
            self.press(Key.Key_Right, SHIFT, times=len(words))
            before = len(self.review.decisions)
            self.press(Key.Key_N, ALT)
            self.press(Key.Key_Return)
            added += len(self.review.decisions) - before
            if added == ADDED:
                return
        raise AssertionError(added)

    def _unfound(self) -> Iterable[str]:
        text, figures = self.session.report.text, self.session.findings.measurements
        for found in _UNFOUND.finditer(text):
            if text.count(found.group()) == 1 and not any(
                it.span.start < found.end() and found.start() < it.span.end for it in figures
            ):
                yield found.group()

    def _split(self) -> None:
        """Take two figures for one and think better of it."""
        page = self.window.side.page
        page.table.setFocus()
        self.press(Key.Key_Home)
        self.press(Key.Key_Down, SHIFT)
        while not self._are_two_open(page.table.selected_rows()):
            self.press(Key.Key_Down)
            self.press(Key.Key_Down, SHIFT)
        self.press(Key.Key_M, ALT)
        self.rest(0.1)
        self.press(Key.Key_S, ALT)
        self.rest(0.1)
        [parts] = [it for it in self.review.decisions if len(it.measurements) > 1]
        assert parts.ruling is Ruling.EDITED

    def _are_two_open(self, rows: Sequence[RowNode]) -> bool:
        return [row.record.item.decision for row in rows] == [None, None]


def main() -> None:
    folder = Path(sys.argv[1])
    os.environ["XDG_DATA_HOME"] = str(folder)
    log = os.open(folder / "said.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def tell(marks: list[str]) -> None:
        line = json.dumps({"at": time.time(), "marks": marks})
        os.write(log, line.encode() + b"\n")

    start_application()
    signing = Signing(Settings(folder / "settings.ini"))
    signing.open(tell)
    signing.check_all()
    signing.undo_and_redo()
    signing.export(folder / "工作簿.xlsx")
    os.write(log, json.dumps({"at": time.time(), "done": True}).encode() + b"\n")
    while True:
        signing.rest(1.0)


if __name__ == "__main__":
    main()
