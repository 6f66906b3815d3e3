"""The tab of highlights, notes and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hkreader.core.findings import Findings
from hkreader.core.report import Span
from hkreader.core.reviews import Note
from hkreader.messages import tr
from hkreader.models.nodes import RowNode
from hkreader.models.note_model import NoteColumn, NoteModel, NoteRow
from hkreader.models.said_words import signed_words, tag_words
from hkreader.models.signs import NoteSign, name_of
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.panels.column_widths import ColumnLimits
from hkreader.ui.panels.detail_html import note as passing
from hkreader.ui.panels.detail_html import passage, title
from hkreader.ui.panels.note_form import NoteForm
from hkreader.ui.panels.table_page import TablePage


class NotePage(TablePage):
    """Shows what the user marked, and below the fields of the note in view; follows the caret."""

    detail_height = 260
    limits = ColumnLimits(NoteColumn.WORDS, {NoteColumn.PASSAGE: 190, NoteColumn.TAGS: 96})
    chips = tuple(NoteSign)
    deeds = (("edit", "F2"), ("reject", "Del"))
    holds = "notes"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._came_from: QWidget | None = None
        self._wanted = ""
        """The id of the note to be in view once the rows are there."""
        self._to_be_written = False
        """Whether the keys then go to its fields."""
        super().__init__(session, NoteModel(session), parent)
        session.notes_changed.connect(self._on_notes_changed)
        session.caret_changed.connect(self._follow)
        session.span_shown.connect(self._on_span_shown)
        self.detail.setMinimumHeight(60)
        self.table.selectionModel().currentRowChanged.connect(self._show_fields)
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self._go_back)

    def write(self, note: Note, came_from: QWidget | None = None) -> None:
        """Give the keys to the fields of `note`; afterwards they go back to `came_from`."""
        self._select(note.id)
        self._came_from = came_from
        if self._wanted:
            self._to_be_written = True
        else:
            self._show_fields()
            self.form.edit()

    def show_only(self, sign: NoteSign) -> None:
        """Show the notes of one sort."""
        self.filter_bar.choose(sign)

    @override
    def edit_row(self) -> bool:
        self._came_from = None
        self.form.edit()
        return self.form.isVisible()

    @override
    def decide(self, what: str) -> None:
        """Take the selected notes back, and let be done with what was lost."""
        records: list[NoteRow] = [row.record for row in self.table.selected_rows()]
        notes = self._session.notes
        lost = [record.lost for record in records if record.lost is not None]
        if what != "confirm":
            notes.remove([record.note for record in records if record.note is not None])
        notes.settle(lost)

    @override
    def describe(self, row: RowNode[Any]) -> str:
        """Give the passage, and who wrote what when; of what was lost the words it stood in."""
        report = self._session.report
        record: NoteRow = row.record
        if report is None:
            return ""
        if record.note is None:
            lines = [title(record.passage, (name_of(record.sign),)), passing(record.words)]
            lines.append(passing(tr("panels.notes.lost")))
            if record.place is not None:
                lines.append(passing(tr("panels.notes.nearest")))
                lines.append(passage(report, record.place, ()))
            return "".join(lines)
        note, place = record.note, record.place
        lines = [passage(report, place, ()) if place else title(record.passage)]
        known = (name_of(record.sign), tag_words(note), signed_words(note.who, note.when))
        lines.append(passing(" · ".join(filter(None, known))))
        return "".join(lines)

    @override
    def add_to_detail(self, holder: QVBoxLayout) -> None:
        self.form = NoteForm(self)
        self.form.hide()
        holder.addWidget(self.form)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.form.retranslate()

    @override
    def _is_small(self, findings: Findings) -> bool:
        """Nobody writes so many notes that their rows could not be made in one go."""
        return True

    @override
    def _on_filled(self) -> None:
        super()._on_filled()
        self.form.offer_tags(self._session.notes.tags)
        if self._wanted:
            self._select(self._wanted)
        if self._session.findings is not None:
            # What is not there now was taken back.
            self._wanted = ""
        self._show_fields()
        if self._to_be_written and not self._wanted:
            self._to_be_written = False
            self.form.edit()

    @override
    def _fill(self) -> None:
        current = self.table.current_row()
        if not self._wanted and current is not None:
            self._wanted = _id(current.record)
        super()._fill()

    @override
    def _on_report_changed(self) -> None:
        self._wanted, self._to_be_written = "", False
        super()._on_report_changed()

    def _on_notes_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _select(self, note_id: str) -> None:
        """Go to the row of a note; as soon as there is one."""
        if self._stale and self.isVisible():
            self._catch_up()
        row = next((it for it in self.model.rows if _id(it.record) == note_id), None)
        self._wanted = note_id if row is None else ""
        if row is not None and not self.table.select_node(row):
            self.filter_bar.clear()
            self.table.select_node(row)

    def _show_fields(self) -> None:
        if self._is_filling:
            return
        row = self.table.current_row()
        self.form.show_note(None if row is None else row.record.note)

    def _on_saved(self, note: Note, colour: str, words: str, tags: Sequence[str]) -> None:
        now = self._session.notes.get(note.id)
        if now is not None:
            self._session.notes.change(now, colour=colour, text=words, tags=tags)

    def _go_back(self) -> None:
        """Give the keys back to where they came from."""
        target = self._came_from or self.focus_target
        self._came_from = None
        if target is not None and QApplication.focusWidget() is not target:
            target.setFocus()

    def _on_span_shown(self, span: Span) -> None:
        self._follow(span.start)


def _id(record: NoteRow) -> str:
    return "" if record.note is None else record.note.id
