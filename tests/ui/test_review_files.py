"""Decisions handed to a colleague, merged with theirs, and had back from a backup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from hkreader.core.reviews import Ruling
from hkreader.library.backups import backups
from hkreader.library.store import Store
from hkreader.library.wording import text_hash
from hkreader.ui.conflicts import ConflictsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def decided(hongkou_window, qtbot):
    """Three figures confirmed and one rejected, all stored."""
    review = hongkou_window.session.review
    figures = hongkou_window.session.findings.measurements
    review.confirm(figures[:3])
    review.reject(figures[3:4])
    stored(hongkou_window, qtbot)
    return hongkou_window


def stored(window, qtbot):
    answers = []
    window.session.keeper.read(lambda store: len(store.texts()), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.waitUntil(lambda: not window.session.review._jobs.busy)


def test_what_was_saved_is_merged_without_a_word_where_nothing_differs(decided, qtbot, tmp_path):
    path = tmp_path / "核对.json"
    decided.review_files.save_to(str(path))
    qtbot.waitUntil(path.exists)
    review = decided.session.review
    review.withdraw(decided.session.findings.measurements[:1])
    assert review.progress[0] == 3
    decided.review_files.merge_from(str(path))
    qtbot.waitUntil(lambda: review.progress[0] == 4)
    assert "加入 1 条，相同 3 条" in decided.status._place.toolTip()


def test_where_two_differ_the_user_chooses(decided, qtbot, tmp_path):
    path = tmp_path / "核对.json"
    decided.review_files.save_to(str(path))
    qtbot.waitUntil(path.exists)
    review = decided.session.review
    first, second = decided.session.findings.measurements[:2]
    review.edit(first, replace(first, name="我的名称"))
    review.reject([second])
    stored(decided, qtbot)
    decided.review_files.merge_from(str(path))
    qtbot.waitUntil(lambda: bool(decided.window().findChildren(ConflictsDialog)))
    [dialog] = decided.window().findChildren(ConflictsDialog)
    assert dialog.list.topLevelItemCount() == 2
    assert "我的名称" in dialog.list.topLevelItem(0).text(1)
    assert review.decision_at(first.span).ruling is Ruling.EDITED, "nothing is overwritten unasked"
    dialog.list.topLevelItem(1).setCheckState(0, Qt.CheckState.Checked)
    dialog.done_button.click()
    qtbot.waitUntil(lambda: review.decision_at(second.span).ruling is Ruling.CONFIRMED)
    assert review.decision_at(first.span).ruling is Ruling.EDITED


def test_a_file_of_something_else_is_told(decided, qtbot, tmp_path):
    path = tmp_path / "别的.json"
    path.write_text("{}", "utf-8")
    with qtbot.waitSignal(decided.session.report_failed):
        decided.review_files.merge_from(str(path))
    assert "别的.json" in decided.bar.text


def test_the_last_backup_is_offered_for_a_damaged_store(decided, qtbot):
    session = decided.session
    decided.review_files.look_after()
    qtbot.waitUntil(lambda: bool(backups(session.keeper.path)))
    session.keeper.shut_down()
    session.keeper.path.write_bytes(b"damaged" * 4_000)
    with qtbot.waitSignal(session.report_failed):
        session.review_again()
    assert "备份" in decided.bar.text
    assert decided.bar._buttons[0].text() == "恢复备份"
    decided.bar._buttons[0].click()
    qtbot.waitUntil(lambda: session.review.progress[0] == 4)


def test_the_store_is_copied_once_a_day_at_the_start(decided, make_window, qtbot):
    path = decided.session.keeper.path
    decided.session.keeper.shut_down()
    again = make_window()
    qtbot.waitUntil(lambda: bool(backups(path)))
    with Store(backups(path)[0], read_only=True) as store:
        assert store.texts()
    assert again.session.keeper.path == path


def test_what_another_program_stored_is_there_when_the_user_comes_back(decided, qtbot):
    session = decided.session
    text = text_hash(session.report)
    decided.review_files._on_state_changed(Qt.ApplicationState.ApplicationActive)
    session.keeper.settle()
    with Store(session.keeper.path) as other:
        other.drop(text, [it.span for it in other.decisions_of(text)[:2]])
    decided.review_files._on_state_changed(Qt.ApplicationState.ApplicationInactive)
    qtbot.wait(30)
    assert session.review.progress[0] == 4
    decided.review_files._on_state_changed(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: session.review.progress[0] == 2)


@pytest.fixture
def unwritable(decided, monkeypatch):
    """A window with a decision that the store does not take."""
    from hkreader.core.errors import StoreReadOnly
    from hkreader.library.database import Database

    def refuse(self):
        raise StoreReadOnly(self.path)

    monkeypatch.setattr(Database, "together", refuse)
    session = decided.session
    session.review.confirm(session.findings.measurements[5:6])
    session.keeper.settle()
    return decided


def closing(window):
    window.window().close()
    return [it for it in window.window().children() if isinstance(it, QMessageBox)]


def test_everything_is_stored_before_the_window_closes(decided):
    assert closing(decided) == []
    assert not decided.window().isVisible()


def test_the_window_does_not_close_over_what_is_not_stored(
    unwritable, qtbot, tmp_path, monkeypatch
):
    [box] = closing(unwritable)
    assert unwritable.window().isVisible()
    assert "1 项" in box.text()
    assert {button.text() for button in box.buttons()} == {"再试一次", "另存为文件…", "不存，关闭"}
    box.defaultButton().click()
    assert unwritable.window().isVisible()
    target = tmp_path / "救出.json"
    unwritable.review_files.rescue_to(str(target))
    assert "measurements" in target.read_text("utf-8")
    monkeypatch.undo()
    assert closing(unwritable)[1:] == [], "what can be written by now is written"
    assert not unwritable.window().isVisible()


def test_who_gives_it_up_may_close(unwritable):
    [box] = closing(unwritable)
    next(button for button in box.buttons() if button.text() == "不存，关闭").click()
    assert not unwritable.window().isVisible()
