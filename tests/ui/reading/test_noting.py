"""What the user marks on the page: passages in colours, words on them, bookmarks."""

from __future__ import annotations

import pytest

from hkreader.core.report import Span
from hkreader.core.reviews import NoteKind
from hkreader.ui.reading.marks import MarkKind

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def noting(pane, session):
    session._begin_notes(session.report)
    return pane.noting


def kinds(pane):
    return [mark.kind for mark in pane.page._layers["notes"].marks]


def select(pane, first, last):
    cursor = pane.page.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(last, cursor.MoveMode.KeepAnchor)
    pane.page.setTextCursor(cursor)


def test_what_is_selected_is_marked_and_no_longer_selected(noting, pane, session):
    select(pane, 85, 98)
    wanted = pane.page.book.positions.span_of(85, 98)
    note = noting.mark()
    assert note.anchor.span == wanted
    assert kinds(pane) == [MarkKind.NOTE_YELLOW]
    assert pane.page.selected()[0] == pane.page.selected()[1]


def test_without_a_selection_it_is_the_sentence_and_only_once(noting, pane, session):
    pane.page.place_caret(90)
    note = noting.mark()
    assert session.report.sentence_at(note.anchor.span.start).span == note.anchor.span
    assert noting.mark() is note, "marked already: the same note, to be written on"
    assert len(session.notes.all) == 1


@pytest.mark.parametrize("colour", ["yellow", "green", "blue", "pink", ""])
def test_colour_and_words_show(noting, pane, session, colour):
    select(pane, 85, 98)
    note = noting.mark()
    session.notes.change(note, colour=colour, text="待核", tags=())
    assert kinds(pane) == [f"note_{colour}" if colour else "note", MarkKind.NOTE_WORDS]
    image = pane.page.viewport().grab().toImage()
    session.notes.remove(session.notes.all)
    assert pane.page.viewport().grab().toImage() != image


def test_a_bookmark_comes_and_goes(noting, pane, session):
    pane.page.place_caret(90)
    assert noting.toggle_bookmark() is True
    assert kinds(pane) == [MarkKind.BOOKMARK]
    [note] = session.notes.all
    assert note.kind is NoteKind.BOOKMARK
    assert noting.toggle_bookmark() is False
    assert kinds(pane) == []


def test_a_bookmark_is_no_passage_to_write_on(noting, pane, session):
    pane.page.place_caret(90)
    noting.toggle_bookmark()
    assert noting.mark().kind is NoteKind.HIGHLIGHT
    assert len(session.notes.all) == 2


def test_marks_follow_undo_and_the_next_report(noting, pane, session):
    select(pane, 85, 98)
    noting.mark()
    session.undoing.undo()
    assert kinds(pane) == []
    session.undoing.redo()
    assert kinds(pane) == [MarkKind.NOTE_YELLOW]
    session.close_report()
    assert not session.notes.is_ready
    assert noting.mark() is None


def test_resting_on_words_shows_them(noting, pane, session, qtbot):
    note = session.notes.highlight(Span(*_plain(session.report)))
    session.notes.change(note, colour="blue", text="请统计局核对", tags=("待核",))
    [mark, _words] = pane.page._layers["notes"].marks
    pane.glosses._on_rested(mark, pane.page.box_of(mark.start, mark.end).center().toPoint())
    tip = pane.glosses.tip
    assert tip.isVisible()
    assert (tip.title.text(), tip.detail.text()) == ("请统计局核对", "#待核")


def _plain(report):
    sentence = report.sentences[0].span
    return sentence.start, sentence.end
