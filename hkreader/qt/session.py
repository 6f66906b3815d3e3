"""The one mutable state behind the window: wishes come in as calls, facts go out as signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hkreader.core.errors import HkreaderError, HoldsMany
from hkreader.core.report import Report, Span, Term
from hkreader.messages import Language, explain, set_language, tr
from hkreader.qt import work
from hkreader.qt.annotated import Annotated
from hkreader.qt.jobs import Job, Jobs, Work
from hkreader.qt.override import override
from hkreader.qt.settings import BUILTIN, Settings
from hkreader.resources import resource_path

if TYPE_CHECKING:
    from hkreader.core.findings import Findings
    from hkreader.qt.work import GatheredTerms
    from hkreader.text import Beginning
    from hkreader.text.alignment import Alignment

ANALYSIS_DELAY = 120
"""Milliseconds of quiet after a report is shown, so that it is painted and scrolls at once."""
PLACE_DELAY = 800
REST_SECONDS = 0.2
"""From the beginning of a long report to the reading of its rest: it is painted alone."""


class Session(Annotated):
    """Opens and closes reports, has them analysed and exported, keeps the user's choices."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(settings, parent)
        self.many: HoldsMany | None = None
        """The collection that waits for how it is to be unpacked."""
        self._more_terms: tuple[Term, ...] = ()
        self.is_beginning = False
        """Whether of a long report only the beginning is there yet."""
        self.jobs = Jobs(self)
        self._analysis_timer = self._single_shot(ANALYSIS_DELAY, self.analyse)
        self._place_timer = self._single_shot(PLACE_DELAY, self.keep_place)
        self.jobs.progressed.connect(self.job_progressed)
        self.jobs.finished.connect(self.job_finished)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the report's glossary, then the user's, then those in quotation marks."""
        return () if self.report is None else (*self.report.glossary, *self._more_terms)

    @property
    def path(self) -> Path | None:
        """The file in view; None for the built-in report and where there is none."""
        path = None if self.report is None else self.report.source.path
        return None if path == resource_path(*BUILTIN) else path

    def open_path(self, path: Path) -> None:
        """Read the file at `path` and show it."""
        self.keep_place()
        self._analysis_timer.stop()
        self.jobs.cancel()
        self.many = None
        self.is_beginning = False
        self.report_opening.emit(path.name)
        kept = work.at_hand(path)
        if kept is not None:
            self.take(kept)
            return
        label = tr("window.job.reading", name=path.name)
        self.jobs.start(Job(label, work.reading(path), self._take_read, self._fail_reading))

    def unpack(self, path: Path, column: str) -> None:
        """Lay out the reports of the collection at `path`, a file each."""
        label = tr("window.job.unpacking", name=path.name)
        work_ = work.unpacking(path, column)
        self.jobs.start(Job(label, work_, partial(self.unpacked.emit, path), self._fail))

    def leave_packed(self) -> None:
        """Open nothing of the collection that was found."""
        if self.many is not None:
            self._fail(self.many)

    def open_builtin(self) -> None:
        """Show the report that comes with the program."""
        self.open_path(resource_path(*BUILTIN))

    def take(self, report: Report) -> None:
        """Show a report that has been read."""
        place = min(self.settings.place_in(report.source.sha256), max(0, len(report.text) - 1))
        self._begin(report, place)
        self.note_opened()
        self.report_opened.emit(report)
        if place:
            self._show(Span(place, place), take_focus=False)
        self.history_changed.emit(*(False, False))
        self._locate()
        if not self.is_beginning:
            # Counted from behind the paint that the new report brings.
            QTimer.singleShot(0, self._analysis_timer.start)

    def analyse(self) -> None:
        """Look for the figures of the report in view."""
        self._analysis_timer.stop()
        if self.report is not None and self.findings is None and not self.is_beginning:
            self._begin_notes(self.report)
            label = tr("window.job.analysing")
            job = Job(label, work.analysing(self.report), self._take_findings, self._fail)
            self.jobs.start(job)

    def close_report(self) -> None:
        """Put the report away."""
        self.keep_place()
        self._analysis_timer.stop()
        self.jobs.cancel()
        self.is_beginning = False
        self._begin(None)
        self.report_closed.emit()

    def export_to(self, target: Path) -> None:
        """Write everything found to `target`."""
        self._export(work.exporting, target)

    def export_checked(self, target: Path) -> None:
        """Write what the user has checked to `target`, and nothing else."""
        self._export(work.exporting_checked, target)

    def export_table(self, view: str, target: Path) -> None:
        """Write the table `view` (`indicators`, `tasks`, `targets`, `checks`, `notes`) to `target`."""
        self._export(partial(work.exporting_table, view), target)

    def set_glossaries(self, paths: Sequence[Path]) -> None:
        """Use other glossaries of the user's own."""
        self.settings.glossaries = paths
        self.gather_terms()

    def gather_terms(self) -> None:
        """Look for terms that the report does not explain itself."""
        report = self.report
        if report is not None and not self.is_beginning:
            work_ = work.gathering_terms(report, self.settings.glossaries)
            then = partial(self._take_terms, report)
            self.jobs.start(Job(tr("window.job.terms"), work_, then, self._fail))

    def align_with(self, other: Report, then: Callable[[Alignment], None]) -> None:
        """Find which place of `other` answers to which of the report in view."""
        if self.report is not None:
            label = tr("window.job.aligning")
            self.jobs.start(Job(label, work.aligning(other, self.report), then, self._fail))

    def cancel_job(self) -> None:
        """Call off what is under way."""
        if self.jobs.busy:
            self.jobs.cancel()
            if self.is_beginning:
                # What is there must not pass for the whole.
                self.close_report()
            self.message_posted.emit(tr("window.message.cancelled"), "info")

    def set_zoom(self, percent: int) -> None:
        """Set the size of the text."""
        if percent != self.settings.zoom:
            self.settings.zoom = percent
            self.zoom_changed.emit(percent)

    def set_line_pitch(self, percent: int) -> None:
        """Set the distance of the lines."""
        self.settings.line_pitch = percent
        self.looks_changed.emit()

    def set_column_width(self, characters: int) -> None:
        """Set how long a line may be."""
        self.settings.column_width = characters
        self.looks_changed.emit()

    def set_text_font(self, name: str) -> None:
        """Choose the font of the text."""
        self.settings.text_font = name
        self.looks_changed.emit()

    def set_marked(self, kind: str, shown: bool) -> None:  # noqa: FBT001  from a checkable action
        """Show the marks of `kind`, one of `MARKS`, or hide them."""
        hidden = self.settings.marks_hidden
        self.settings.marks_hidden = hidden - {kind} if shown else hidden | {kind}
        self.marks_changed.emit()

    def set_theme(self, name: str) -> None:
        """Choose `system`, `light`, `sepia`, `dark` or `contrast`."""
        self.settings.theme = name
        self.theme_changed.emit()

    def set_language(self, language: Language) -> None:
        """Choose the language of the interface."""
        self.settings.language = language
        set_language(language)
        self.language_changed.emit()

    @override
    def _begin(self, report: Report | None, place: int = 0) -> None:
        super()._begin(report, place)
        self._more_terms = ()

    @override
    def set_place(self, offset: int) -> None:
        super().set_place(offset)
        self._place_timer.start()

    def note_opened(self) -> None:
        """Remember the report in view as the one to begin with at the next start."""
        self.settings.note_opened(self.path)

    def keep_place(self) -> None:
        """Remember the place, so that the next start begins there."""
        self._place_timer.stop()
        if self.report is not None:
            self.settings.keep_place(self.report.source.sha256, self.place)

    def shut_down(self) -> bool:
        """Keep the place and wait for what is under way; tell whether all ended in time."""
        self._analysis_timer.stop()
        self.keep_place()
        self.settings.sync()
        stored = self._put_away_review()
        beside = [session.shut_down() for session in self.findChildren(Session)]
        return self.jobs.shut_down() and stored and all(beside)

    def _take_read(self, result: Report | Beginning) -> None:
        """Show a report; of a long one the beginning first, while the rest is worked on."""
        if isinstance(result, Report):
            self.take(result)
            return
        self.is_beginning = True
        self.take(result.report)
        path = result.report.source.path
        label = tr("window.job.reading", name="" if path is None else path.name)
        rest = Job(label, result.rest, self._take_rest, self._fail_rest)
        self.jobs.start(rest, after=REST_SECONDS)

    def _take_rest(self, report: Report) -> None:
        """Show the whole of a long report in the place of its beginning, at the same place."""
        self.keep_place()
        self.is_beginning = False
        self.take(report)

    def _fail_rest(self, error: Exception) -> None:
        """Put the beginning away: it must not pass for the whole."""
        self.close_report()
        self._fail(error)

    def _take_findings(self, findings: Findings) -> None:
        """Lay what the user decided over what was found."""
        if self.report is not None:
            self.scribe.take(self.report)
            self.review.begin(self.report, findings)

    def _take_terms(self, report: Report, gathered: GatheredTerms) -> None:
        terms, failures = gathered
        if report is self.report:
            self._more_terms = terms
            self.terms_changed.emit()
        for error in failures:
            self.message_posted.emit(explain(error), "warning")

    @override
    def _take_reviewed(self, findings: Findings) -> None:
        is_first = self.findings is None
        self._take_up(findings)
        self.findings_ready.emit(findings)
        self._locate()
        if is_first:
            self.gather_terms()

    def _fail_reading(self, error: Exception) -> None:
        """Tell what went wrong; the report that stays in view still gets its figures."""
        if isinstance(error, HoldsMany):
            self.many = error
            self.many_found.emit(error)
        else:
            self._fail(error)
        if self.report is not None and self.findings is None:
            self._analysis_timer.start()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, HkreaderError):
            error = HkreaderError(self.path or Path())
        self.report_failed.emit(error)

    def _export(self, exporting: Callable[[Report, Findings, Path], Work], target: Path) -> None:
        """Write as `exporting` does, once the findings follow the user's word."""

        def begin() -> None:
            if self.report is not None and self.findings is not None:
                writing = exporting(self.report, self._signed(self.findings), target)
                label = tr("window.job.exporting", name=target.name)
                self.jobs.start(Job(label, writing, self.exported.emit, self._fail))

        if self.findings is not None:
            self.review.when_settled(begin)

    def _single_shot(self, delay: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=delay)
        timer.timeout.connect(slot)
        return timer
