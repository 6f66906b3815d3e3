"""The whole way by the keys alone, as xdotool and people go it."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def write(text):
    """Commit `text` where the focus is, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def shown(window):
    return window.session.report.quote(window.session._position.shown)


def at(window, text):
    return window.session.report.text.startswith(text, window.session.offset)


def test_open_jump_step_look_up_find_filter_export(
    qtbot, window, press, hongkou, tmp_path, monkeypatch
):
    session = window.session
    dialogs = []
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialogs.append(dialog))  # noqa: PLW0108  takes self

    # Open.
    press(Key.Key_O, CTRL)
    with qtbot.waitSignal(session.findings_ready, timeout=30_000):
        dialogs.pop().filesSelected.emit([str(hongkou)])

    # Jump to a section: filter the outline, Enter, and on into the text.
    press(Key.Key_T, CTRL)
    press(Key.Key_T, CTRL)
    assert window.outline._filter.hasFocus()
    write("深化改革开放")
    press(Key.Key_Return)
    assert shown(window).startswith("(二)深化改革开放")
    press(Key.Key_Escape)
    assert window.outline._filter.text() == ""
    press(Key.Key_2, CTRL)
    assert window.reading.page.hasFocus()

    # Step: sections, figures, back.
    press(Key.Key_PageDown, CTRL)
    assert shown(window).startswith("(三)")
    press(Key.Key_PageUp, CTRL)
    assert shown(window).startswith("(二)")
    press(Key.Key_Down, ALT)
    first = shown(window)
    press(Key.Key_Down, ALT)
    second = shown(window)
    assert first != second
    assert {first, second} <= {m.text for m in session.findings.measurements}
    press(Key.Key_Up, ALT)
    assert shown(window) == first
    press(Key.Key_Left, ALT)
    assert shown(window).startswith("(二)")
    press(Key.Key_Right, ALT)
    assert shown(window) == first

    # A paragraph by its number.
    press(Key.Key_G, CTRL)
    write_number = QApplication.focusWidget()
    assert window.go_to_bar.isAncestorOf(write_number)
    qtbot.keyClicks(write_number, "9")
    press(Key.Key_Return)
    assert session.report.paragraph_at(session.offset).number == 9
    assert window.reading.page.hasFocus()

    # Look a term up; Escape puts it away, the text keeps the keys.
    term = next(term for term in session.report.glossary if term.occurrences)
    session.show_span(term.occurrences[0], take_focus=True)
    press(Key.Key_L, CTRL)
    popup = window.reading.glosses.popup
    assert popup.isVisible()
    assert window.reading.page.hasFocus()
    press(Key.Key_Escape)
    assert not popup.isVisible()

    # Find.
    press(Key.Key_F, CTRL)
    write("营商环境")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: at(window, "营商环境"))
    offset = session.offset
    press(Key.Key_F3)
    assert session.offset != offset
    assert at(window, "营商环境")
    press(Key.Key_F3, SHIFT)
    assert session.offset == offset
    press(Key.Key_Escape)
    press(Key.Key_2, CTRL)

    # Filter the indicators, and from a row into the text.
    press(Key.Key_3, CTRL)
    press(Key.Key_J, CTRL)
    write("一般公共预算收入")
    qtbot.wait(300)
    press(Key.Key_Down)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "亿元" in shown(window) or "%" in shown(window))
    assert not window.reading.page.hasFocus()
    press(Key.Key_Return, CTRL)
    assert window.reading.page.hasFocus()

    # Export.
    press(Key.Key_E, CTRL | SHIFT)
    target = tmp_path / "虹口.xlsx"
    with qtbot.waitSignal(session.exported, timeout=30_000):
        dialogs.pop().fileSelected.emit(str(target))
    assert zipfile.is_zipfile(target)
    press(Key.Key_Escape)
    press(Key.Key_Escape)

    # Close.
    press(Key.Key_W, CTRL)
    assert session.report is None


def test_panes_by_their_numbers(hongkou_window, press):
    window = hongkou_window
    for key, pane in (
        (Key.Key_1, window.outline),
        (Key.Key_3, window.side),
        (Key.Key_2, window.reading),
        (Key.Key_4, window.side),
        (Key.Key_5, window.side),
    ):
        press(key, CTRL)
        assert pane.isAncestorOf(QApplication.focusWidget()), key
    assert window.side.export_view() == "targets"


def test_f9_and_f1_and_zoom(hongkou_window, press):
    window = hongkou_window
    press(Key.Key_F9)
    assert not window.outline.isVisible()
    press(Key.Key_F9)
    assert window.outline.isVisible()
    press(Key.Key_F9, SHIFT)
    assert not window.side.isVisible()
    press(Key.Key_F1)
    assert window.sheet.isVisible()
    press(Key.Key_F1)
    assert not window.sheet.isVisible()
    press(Key.Key_Plus, CTRL)
    press(Key.Key_Equal, CTRL)
    assert window.session.settings.zoom == 125
    press(Key.Key_0, CTRL)
    assert window.session.settings.zoom == 100


def test_paragraphs_with_ctrl_and_arrows(hongkou_window, press):
    session = hongkou_window.session
    session.go_to_paragraph(9)
    press(Key.Key_Down, CTRL)
    assert session.report.paragraph_at(session.offset).number == 10
    press(Key.Key_Up, CTRL)
    press(Key.Key_Up, CTRL)
    assert session.report.paragraph_at(session.offset).number == 8


def test_copy_with_citation(hongkou_window, press):
    hongkou_window.session.go_to_paragraph(9)
    press(Key.Key_C, CTRL | SHIFT)
    copied = QApplication.clipboard().text()
    assert "虹口区" in copied
    assert "2018" in copied
