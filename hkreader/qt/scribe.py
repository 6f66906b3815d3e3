"""Signs what the user says of a report: in which words it stands, by whom and when it was said."""

from __future__ import annotations

import getpass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkreader.core.progress import Progress
from hkreader.core.report import Report, Span
from hkreader.core.reviews import Anchor, KnownText
from hkreader.qt.jobs import Job, Jobs
from hkreader.qt.settings import Settings

if TYPE_CHECKING:
    from hkreader.library.wording import Wording

# What follows comes late on purpose: nothing of it is needed before there are figures.
# ruff: noqa: PLC0415


class Scribe(QObject):
    """Knows the words of the report in view; they are made away from the window."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._jobs = Jobs(self)
        self._report: Report | None = None
        self._wording: Wording | None = None

    @property
    def who(self) -> str:
        """Whose word it is."""
        return self.settings.reviewer or system_user()

    def take(self, report: Report | None) -> None:
        """Be ready for what is said of `report`."""
        if report is self._report:
            return
        self._jobs.cancel()
        self._report, self._wording = report, None
        if report is not None:
            then = partial(self._on_worded, report)
            self._jobs.start(Job("", partial(_word, report), then, _raise))

    def anchor(self, *spans: Span) -> Anchor:
        """Anchor what reaches from the first of `spans` to the last."""
        return self._words().anchor(*spans)

    def now(self) -> str:
        """Give the time, as it is stored."""
        return datetime.now().astimezone().isoformat(timespec="seconds")

    def known(self, *, checked: int = 0, total: int = 0) -> KnownText:
        """Give what the store is to know of the report."""
        from hkreader.library.wording import known_text

        return known_text(
            self._in_view(), self._words(), checked=checked, total=total, seen=self.now()
        )

    def shut_down(self) -> bool:
        """Wait for what is under way; tell whether it ended in time."""
        return self._jobs.shut_down()

    def _words(self) -> Wording:
        if self._wording is None:
            # Something is said before the words are made: seldom, and then it has to wait.
            self._wording = _word(self._in_view())
        return self._wording

    def _in_view(self) -> Report:
        if self._report is None:
            raise RuntimeError("no report to say anything of")
        return self._report

    def _on_worded(self, report: Report, wording: Wording) -> None:
        if report is self._report:
            self._wording = wording


def system_user() -> str:
    """Give the name of the system's user; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _word(report: Report, _progress: Progress | None = None) -> Wording:
    from hkreader.library.wording import Wording

    return Wording(report)


def _raise(error: Exception) -> None:
    raise error
