"""Keys changed by keys alone: recorded, refused, taken over, in force at once and at the next start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hkreader.messages import Language
from hkreader.ui.keymap.dialog import KeysDialog, groups

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(hongkou_window, qtbot):
    hongkou_window.actions_["keys"].trigger()
    [dialog] = hongkou_window.findChildren(KeysDialog)
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    dialog.filter.setFocus()
    yield dialog
    if isValid(dialog):
        dialog.close()
    hongkou_window.window().activateWindow()


@pytest.fixture
def record(qtbot, dialog):
    """Choose an action by its words, and press another key for it."""

    def record(words, key, modifier=Qt.KeyboardModifier.NoModifier):
        dialog.filter.setFocus()

        dialog.filter.setText(words)
        qtbot.keyClick(dialog.filter, Key.Key_Down)
        qtbot.keyClick(dialog.list, Key.Key_Return)
        assert dialog.field.isVisible()
        qtbot.keyClick(dialog.field, key, modifier)

    return record


def test_a_changed_key_works_at_once_and_the_old_one_no_more(
    hongkou_window, dialog, record, qtbot, settings
):
    record("转到第几段", Key.Key_F12)
    assert settings.keys["go_to"] == ["F12"]
    dialog.close()
    window = hongkou_window
    window.panes.focus_text()
    window.window().activateWindow()
    qtbot.waitUntil(window.reading.page.hasFocus)
    qtbot.keyClick(window.reading.page, Key.Key_G, CTRL)
    assert not window.go_to_bar.isVisible()
    qtbot.keyClick(window.reading.page, Key.Key_F12)
    assert window.go_to_bar.isVisible()
    assert "F12" in window.actions_["go_to"].toolTip()


def test_a_key_of_the_text_is_changed_too(hongkou_window, dialog, record, qtbot):
    record("下移一行", Key.Key_N)
    dialog.close()
    page = hongkou_window.reading.page
    before = page.verticalScrollBar().value()
    qtbot.keyClick(page, Key.Key_J)
    assert page.verticalScrollBar().value() == before
    qtbot.keyClick(page, Key.Key_N)
    assert page.verticalScrollBar().value() > before


@pytest.mark.parametrize("take", [True, False])
def test_a_conflict_names_the_other_and_is_decided(dialog, record, qtbot, settings, take):
    record("转到第几段", Key.Key_F3)
    assert "查找下一处" in dialog._note.text()
    assert "go_to" not in settings.keys, "nothing happens unasked"
    assert dialog.take_over.hasFocus()
    qtbot.keyClick(dialog.take_over if take else dialog.leave, Key.Key_Space)
    assert settings.keys == ({"go_to": ["F3"], "find_next": []} if take else {})


def test_a_bare_letter_is_refused_with_the_reason(dialog, record, settings):
    record("转到第几段", Key.Key_A)
    assert "Ctrl" in dialog._note.text()
    assert settings.keys == {}


def test_escape_stops_recording_and_del_removes(dialog, record, qtbot, settings):
    record("转到第几段", Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.field.isVisible()
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert settings.keys == {"go_to": []}
    dialog.reset.click()
    assert settings.keys == {}


def test_every_action_is_listed_once_and_everything_has_a_name(dialog, hongkou_window):
    listed = [action_id for _, ids in groups() for action_id in ids]
    assert len(listed) == len(set(listed))
    left_out = set(hongkou_window.actions_.keymap.ids) - set(listed)
    assert left_out == {"show_exported", "show_exported_folder", "restore_store"}
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or widget.text()


def test_the_next_start_has_the_same_keys(make_window, settings):
    settings.keys = {"find": ["F12"], "find_next": []}
    window = make_window()
    assert window.actions_["find"].shortcut().toString() == "F12"
    assert window.actions_["find_next"].shortcuts() == []
    assert "F12" in window.actions_["find"].toolTip()
    window.session.set_language(Language.EN)
    assert "F12" in window.actions_["find"].toolTip()
