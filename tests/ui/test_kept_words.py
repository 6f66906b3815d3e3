"""What the user said is kept: told where it cannot be, found again in other files."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hkreader.core.errors import StoreFull, StoreReadOnly, StoreUnwritable
from hkreader.core.reviews import Ruling
from hkreader.extract import analysis
from hkreader.library.database import Database
from hkreader.library.store import Store
from hkreader.library.wording import text_hash
from tests.formats import formats

Key, Mod = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
MADE = [name for name in ("gbk", "html", "docx", "ofd", "doc") if name in formats()]


@pytest.fixture
def window(hongkou_window, press, qtbot):
    qtbot.waitUntil(lambda: hongkou_window.session.notes.is_ready)
    press(Key.Key_7, Mod.ControlModifier)
    page = hongkou_window.side.page
    qtbot.waitUntil(lambda: bool(page.model.rows))
    page.table.select_first()
    page.table.setFocus()
    return hongkou_window


def open_in(window, path, qtbot):
    with qtbot.waitSignal(window.session.findings_ready, timeout=30_000):
        window.session.open_path(path)
    qtbot.waitUntil(lambda: window.session.notes.is_ready)
    window.session.keeper.settle()
    qtbot.wait(20)


def check_all(window, qtbot):
    """Confirm nearly all, put ten right, reject three, note two."""
    session = window.session
    figures = session.findings.measurements
    for figure in figures[5:15]:
        session.review.edit(figure, replace(figure, name=f"{figure.name}（核）"))
    session.review.reject(figures[20:23])
    session.review.confirm(
        [it for at, it in enumerate(figures) if at not in {*range(5, 15), *range(20, 23)}]
    )
    session.notes.highlight(figures[2].span)
    session.notes.highlight(session.report.sentences[40].span)
    qtbot.waitUntil(
        lambda: not session.review._applying.isActive() and not session.review._jobs.busy
    )
    session.keeper.settle()


@pytest.mark.parametrize(
    "error",
    [lambda path: StoreFull(path, reason="SQLITE_FULL"), StoreReadOnly],
    ids=["disk full", "read-only folder"],
)
def test_what_cannot_be_stored_is_told_and_stored_later(window, press, qtbot, monkeypatch, error):
    def refuse(self):
        raise error(self.path)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "together", refuse)
        for _ in range(3):
            press(Key.Key_Space)
        window.session.keeper.settle()
        qtbot.waitUntil(lambda: window.bar.text.startswith("有 3 处核对还没有保存"))
        assert window.session.review.progress[0] == 3, "checking goes on"
        press(Key.Key_2, Mod.ControlModifier)
        press(Key.Key_PageDown, Mod.ControlModifier)
        assert window.session.place > 0, "reading goes on"
        window.session.review_again()
        window.session.keeper.settle()
        qtbot.wait(20)
        assert window.session.review.progress[0] == 3, "what is not stored is not forgotten"
    window.session.keeper.try_again()
    qtbot.waitUntil(lambda: window.session.keeper.unsaved == 0)
    with Store(window.session.keeper.path) as store:
        assert len(store.decisions_of(text_hash(window.session.report))) == 3


@pytest.mark.skipif(os.name == "nt", reason="folders are no files there, too")
def test_a_folder_that_cannot_be_there_is_told(window, press, qtbot):
    keeper = window.session.keeper
    assert not keeper.path.parent.exists()
    keeper.path.parent.parent.mkdir(parents=True, exist_ok=True)
    keeper.path.parent.write_text("in the way")
    with qtbot.waitSignal(keeper.failed) as failed:
        press(Key.Key_Space)
    assert isinstance(failed.args[0], StoreUnwritable)
    qtbot.waitUntil(lambda: keeper.unsaved == 1)
    keeper.path.parent.unlink()
    keeper.try_again()
    qtbot.waitUntil(lambda: keeper.unsaved == 0)


def test_a_file_that_was_renamed_or_moved_has_everything(window, qtbot, tmp_path):
    check_all(window, qtbot)
    session = window.session
    before = tuple(session.review.decisions), tuple(session.notes.all)
    moved = tmp_path / "别处" / "改过名的报告.txt"
    moved.parent.mkdir()
    moved.write_bytes(session.report.source.path.read_bytes())
    open_in(window, moved, qtbot)
    assert (tuple(session.review.decisions), tuple(session.notes.all)) == before
    done, whole = session.review.progress
    assert done == whole


@pytest.mark.parametrize("name", MADE)
def test_a_converted_file_has_everything(window, qtbot, tmp_path, name):
    check_all(window, qtbot)
    session = window.session
    before, noted = session.review.decisions, len(session.notes.all)
    path = tmp_path / f"报告.{name}"
    path.write_bytes(formats()[name](session.report))
    open_in(window, path, qtbot)
    after = session.review.decisions
    assert len(after) >= 0.99 * len(before)
    rulings = {session.report.quote(it.span): it.ruling for it in after}
    assert {Ruling.CONFIRMED, Ruling.EDITED, Ruling.REJECTED} == set(rulings.values())
    assert len(session.notes.all) == noted
    assert len(session.notes.lost) <= 0.01 * len(before)


def test_what_has_no_place_in_a_new_version_is_told_and_listed(window, press, qtbot, tmp_path):
    check_all(window, qtbot)
    session = window.session
    report = session.report
    gone = [it for it in session.review.decisions if it.ruling is Ruling.EDITED][:4]
    text = report.text
    for decision in reversed(gone):
        sentence = report.sentence_at(decision.span.start).span
        text = text[: sentence.start] + "全面完成各项任务。" + text[sentence.end :]
    path = tmp_path / "新稿.txt"
    path.write_text(text, "utf-8")
    open_in(window, path, qtbot)
    lost = {it.item for it in session.notes.lost}
    assert set(gone) <= lost
    assert str(len(lost)) in window.bar.text
    window.bar._buttons[0].click()
    page = window.side.page
    assert {row.record.sign for row in page.proxy.shown_rows()} == {"lost"}
    page.table.select_first()
    page.table.setFocus()
    press(Key.Key_Space)
    assert len(session.notes.lost) == len(lost) - 1
    press(Key.Key_Z, Mod.ControlModifier)
    assert len(session.notes.lost) == len(lost)


def test_another_extractor_changes_nothing_that_was_said(window, qtbot, hongkou, monkeypatch):
    check_all(window, qtbot)
    session = window.session
    decisions = tuple(session.review.decisions)
    found = analysis.find_measurements

    def otherwise(report, progress):
        items, unplaced = found(report, progress)
        changed = [
            replace(it, name="换了名") if at % 10 == 0 else it for at, it in enumerate(items)
        ]
        return tuple(changed), unplaced

    monkeypatch.setattr(analysis, "find_measurements", otherwise)
    open_in(window, hongkou, qtbot)
    assert tuple(session.review.decisions) == decisions
    again = [item for item in session.review.items() if item.look is not None]
    assert 9 <= len(again) <= 11, "those that differ are listed"
    assert all(
        item.figures == (item.decision.measurements or item.decision.found) for item in again
    )
    assert "换了名" not in {it.name for it in session.findings.measurements}
