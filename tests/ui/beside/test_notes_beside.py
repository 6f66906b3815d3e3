"""What is marked in the second text is of that text, and shows in both where they are one."""

from __future__ import annotations

from PySide6.QtCore import Qt

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def caret_in(beside, words):
    page = beside.pane.reading.page
    start = beside.session.report.text.index(words)
    page.place_caret(page.book.positions.position_of(start))
    page.setFocus()


def places(pane):
    return list(pane.page.places_of("notes"))


def test_a_note_on_the_other_report_is_kept_with_that(qtbot, hongkou_window, compared, press):
    session = hongkou_window.session
    qtbot.waitUntil(lambda: compared.session.notes.is_ready)
    caret_in(compared, "审批制度改革")
    press(Key.Key_D, CTRL)
    assert not session.notes.all
    [note] = compared.session.notes.all
    assert "审批制度改革" in compared.session.report.quote(note.anchor.span)
    assert places(compared.pane.reading)
    assert not places(hongkou_window.reading)
    press(Key.Key_Z, CTRL)
    assert not compared.session.notes.all


def test_the_same_report_shows_it_in_both(qtbot, hongkou_window, beside, press):
    session = hongkou_window.session
    qtbot.waitUntil(lambda: session.notes.is_ready)
    beside.show_same()
    caret_in(beside, "256.94亿元")
    press(Key.Key_D, CTRL)
    assert len(session.notes.all) == 1
    assert hongkou_window.side.page.form.text.hasFocus()
    assert places(beside.pane.reading)
    assert places(hongkou_window.reading)


def test_before_the_other_report_is_known_nothing_is_noted(
    hongkou_window, beside, other, press, qtbot
):
    with qtbot.waitSignal(beside.session.report_opened, timeout=30_000):
        beside.show_path(other)
    caret_in(beside, "审批制度改革")
    press(Key.Key_D, CTRL)
    press(Key.Key_B, CTRL)
    assert not beside.session.notes.all
    assert not hongkou_window.session.notes.all
