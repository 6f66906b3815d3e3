"""The facts that the session tells and every view may listen to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Facts(QObject):
    """Signals only; who emits them is `Navigator` and `Session`."""

    report_opening = Signal(str)
    report_opened = Signal(object)
    """The `Report`; its text is readable, nothing is found yet."""
    findings_ready = Signal(object)
    """The `Findings` of the report in view."""
    report_failed = Signal(object)
    """The `HkreaderError`; the report in view, if any, stays."""
    many_found = Signal(object)
    """The `HoldsMany` of a file that was to be opened: it has to be unpacked first."""
    unpacked = Signal(object, object)
    """The `Path` of a collection and the list of its members'."""
    report_closed = Signal()
    span_shown = Signal(object, bool)
    """The `Span` to scroll to and light, and whether the text takes the focus.

    An empty span is a bare place: it goes to the top of the pane and lights nothing.
    """
    place_changed = Signal(int)
    """The first visible character."""
    caret_changed = Signal(int)
    section_changed = Signal(int)
    """Index of the innermost section the reader is in, -1 for none."""
    measurement_changed = Signal(int)
    """Index into `Findings.measurements` of the figure at the caret, -1 for none."""
    history_changed = Signal(bool, bool)
    """Whether there is a way back, and a way forward."""
    message_posted = Signal(str, str)
    """One line and its level: `info`, `warning`, `error`."""
    job_progressed = Signal(str, int, int)
    """A label, done, whole; whole is 0 where it cannot be told."""
    job_finished = Signal()
    exported = Signal(object)
    """The `Path` that was written."""
    language_changed = Signal()
    theme_changed = Signal()
    looks_changed = Signal()
    """Distance of lines, width of the column or font of the text."""
    terms_changed = Signal()
    """Other terms are known: the report's own, the user's, and those in quotation marks."""
    marks_changed = Signal()
    """Which kinds of marks are to be seen."""
    notes_changed = Signal()
    """Other highlights, notes or bookmarks are on the report in view."""
    zoom_changed = Signal(int)
