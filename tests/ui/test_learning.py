"""Offers after the user's word: told in the bar, taken by a key, listed, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QInputDialog

from hkreader.extract.canonical import use_own_names
from hkreader.qt.scribe import system_user
from hkreader.ui.own_names import OwnNamesDialog

Key, Mod = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture(autouse=True)
def _names_of_the_table():
    yield
    use_own_names({})


@pytest.fixture
def named(hongkou_window):
    """A window in which a figure got another name."""
    session = hongkou_window.session
    old = next(it for it in session.findings.measurements if it.text == "256.94亿元")
    session.review.edit(old, replace(old, name="一般公共预算收入"))
    return hongkou_window


def test_an_offer_is_told_and_taken_by_a_key(named, press, qtbot):
    assert "一般公共预算收入" in named.bar.text
    assert [button.text() for button in named.bar._buttons] == ["照提议办"]
    press(Key.Key_Y, Mod.AltModifier)
    learned = []
    named.session.learning.names_known.connect(learned.append)
    named.session.learning.ask_names()
    qtbot.waitUntil(lambda: bool(learned))
    assert list(learned[0].values()) == ["一般公共预算收入"]


def test_without_an_offer_the_key_does_nothing(hongkou_window, press, qtbot):
    with qtbot.waitSignal(hongkou_window.session.message_posted) as told:
        press(Key.Key_Y, Mod.AltModifier)
    assert told.args[0] == "现在没有提议"
    assert not hongkou_window.session.undoing.can_undo


def test_names_are_listed_and_removed(named, press, qtbot):
    press(Key.Key_Y, Mod.AltModifier)
    named.commands.choose_names()
    dialog = next(it for it in named.children() if isinstance(it, OwnNamesDialog))
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert dialog.list.item(0).text().endswith("→  一般公共预算收入")
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert not dialog.remove.isEnabled()
    learned = []
    named.session.learning.names_known.connect(learned.append)
    named.session.learning.ask_names()
    qtbot.waitUntil(lambda: bool(learned))
    assert learned == [{}]
    dialog.accept()


def test_the_list_may_be_closed_before_the_store_has_answered(named, qtbot):
    named.commands.choose_names()
    dialog = next(it for it in named.children() if isinstance(it, OwnNamesDialog))
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    named.session.keeper.settle()
    qtbot.wait(20)


@pytest.mark.parametrize(("typed", "kept"), [("张三", "张三"), ("  ", ""), (None, "")])
def test_the_reviewers_name_is_asked_and_signs(named, qtbot, typed, kept):
    named.commands.ask_reviewer()
    dialog = next(it for it in named.children() if isinstance(it, QInputDialog))
    dialog.setTextValue(system_user() if typed is None else typed)
    dialog.accept()
    assert named.session.settings.reviewer == kept
    assert named.session.scribe.who == (kept or system_user())
