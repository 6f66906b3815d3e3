"""Figures checked one after the other, by keys alone."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from hkreader.core.report import Span
from hkreader.core.reviews import Ruling
from hkreader.library.store import Store
from hkreader.library.wording import text_hash

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def window(hongkou_window, press, qtbot):
    press(Key.Key_7, CTRL)
    page = hongkou_window.side.page
    qtbot.waitUntil(lambda: bool(page.model.rows))
    page.table.select_first()
    page.table.setFocus()
    return hongkou_window


@pytest.fixture
def settle(qtbot, window):
    def settle():
        review = window.session.review
        qtbot.waitUntil(lambda: not review._applying.isActive() and not review._jobs.busy)
        qtbot.wait(20)

    return settle


def review_of(window):
    return window.session.review


def current(window):
    return window.side.page.table.current_row().record


def type_into(press, field, text):
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    QApplication.focusWidget().setText(text)


def test_every_figure_has_a_row_and_the_progress_is_told(window):
    page = window.side.page
    assert len(page.model.rows) == len(window.session.findings.measurements)
    assert "已核 0/" in page.filter_bar._count.text()
    assert page.form.isVisible()


def test_space_confirms_and_goes_on(window, press, settle):
    first = current(window).figure
    press(Key.Key_Space)
    settle()
    assert review_of(window).decision_at(first.span).ruling is Ruling.CONFIRMED
    assert current(window).figure.span.start > first.span.start
    assert "已核 1/" in window.side.page.filter_bar._count.text()
    assert window.session._position.shown == current(window).figure.span, "the text goes with it"
    for _ in range(5):
        press(Key.Key_Space)
    settle()
    assert "已核 6/" in window.side.page.filter_bar._count.text()


def test_a_name_is_put_right_and_shown_everywhere(window, press, settle):
    first = current(window).figure
    press(Key.Key_F2)
    assert QApplication.focusWidget() is window.side.page.form._lines["name"]
    type_into(press, "name", "财政总收入合计")
    press(Key.Key_Return)
    settle()
    decision = review_of(window).decision_at(first.span)
    assert decision.ruling is Ruling.EDITED
    assert "财政总收入合计" in [it.name for it in window.session.findings.indicators]
    assert window.side.page.table.hasFocus()
    assert current(window).figure.name == "财政总收入合计"


def test_what_is_no_number_is_told_and_nothing_is_changed(window, press):
    press(Key.Key_F2)
    window.side.page.form._lines["value"].setText("许多")
    press(Key.Key_Return)
    assert "许多" in window.side.page.form._problem.text()
    assert not review_of(window).decisions


def test_escape_leaves_the_fields_as_they_were(window, press):
    before = current(window).figure.name
    press(Key.Key_F2)
    type_into(press, "name", "别的")
    press(Key.Key_Escape)
    assert window.side.page.form._lines["name"].text() == before
    assert not review_of(window).decisions


def test_del_rejects_and_undo_brings_it_back(window, press, settle):
    gone = current(window).figure
    press(Key.Key_Delete)
    settle()
    assert gone not in window.session.findings.measurements
    assert len(window.side.page.model.rows) == len(window.session.findings.measurements) + 1
    press(Key.Key_Z, CTRL)
    settle()
    assert gone in window.session.findings.measurements
    assert not window.actions_["undo"].isEnabled()
    press(Key.Key_Y, CTRL)
    settle()
    assert gone not in window.session.findings.measurements


def test_many_at_once_and_merging(window, press, settle):
    press(Key.Key_Down, SHIFT)
    press(Key.Key_M, ALT)
    settle()
    [decision] = review_of(window).decisions
    assert len(decision.found) == 2
    press(Key.Key_Z, CTRL)
    settle()
    press(Key.Key_A, CTRL)
    press(Key.Key_Space)
    settle()
    done, whole = review_of(window).progress
    assert done == whole > 100


def test_a_number_is_added_from_the_text(window, press, settle, qtbot):
    report, page = window.session.report, window.reading.page
    start = report.text.index("六个方面")
    window.session.show_span(Span(start, start), take_focus=True)
    cursor = page.textCursor()
    cursor.setPosition(page.book.positions.position_of(start))
    cursor.setPosition(page.book.positions.position_of(start + 4), cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    press(Key.Key_N, ALT)
    settle()
    [decision] = review_of(window).decisions
    assert decision.ruling is Ruling.ADDED
    assert decision.measurements[0].text == "六个方面"
    assert window.side.isAncestorOf(QApplication.focusWidget())


def test_the_filter_shows_what_is_open(window, press, settle):
    page = window.side.page
    for _ in range(3):
        press(Key.Key_Space)
    settle()
    whole = len(page.proxy.shown_rows())
    chip = next(chip for key, chip in page.filter_bar._chips.items() if key == "open")
    chip.setChecked(True)
    assert len(page.proxy.shown_rows()) == whole - 3
    page.table.select_first()
    page.table.setFocus()
    press(Key.Key_Space)
    settle()
    assert len(page.proxy.shown_rows()) == whole - 4


def test_space_in_the_table_of_indicators_confirms_its_figures(window, press, settle):
    press(Key.Key_3, CTRL)
    page = window.side.page
    page.table.select_first()
    figures = page.chosen_figures
    press(Key.Key_Space)
    settle()
    assert [it.span for it in review_of(window).decisions] == sorted(it.span for it in figures)


def test_a_key_in_the_text_confirms_the_figure_at_the_caret(window, press, settle):
    figure = window.session.findings.measurements[4]
    window.session.show_span(figure.span, take_focus=True)
    press(Key.Key_Return, ALT)
    settle()
    assert review_of(window).decision_at(figure.span) is not None


def test_everything_is_there_after_a_new_start(window, press, settle, make_window, hongkou, qtbot):
    for _ in range(4):
        press(Key.Key_Space)
    press(Key.Key_Delete)
    settle()
    session = window.session
    session.keeper.shut_down()
    with Store(session.keeper.path) as store:
        assert len(store.decisions_of(text_hash(session.report))) == 5
    again = make_window()
    with qtbot.waitSignal(again.session.findings_ready, timeout=30_000):
        again.session.open_path(hongkou)
    assert again.session.review.progress == session.review.progress
    assert again.session.findings == session.findings


def test_the_table_has_its_words_in_english(window, press):
    from hkreader.messages import Language

    window.session.set_language(Language.EN)
    page = window.side.page
    assert "checked" in page.filter_bar._count.text()
    assert page.form._labels["name"].text() == "Name"


def sheet(path, name):
    book = openpyxl.load_workbook(path)
    rows = [[cell.value for cell in row] for row in book[name].iter_rows()]
    head = next(at for at, row in enumerate(rows) if "核对" in row or "内容" in row or len(row) > 1)
    return rows[head], rows[head + 1 :]


def test_the_workbook_says_what_was_checked_and_by_whom(window, press, settle, qtbot, tmp_path):
    session = window.session
    session.settings.reviewer = "张三"
    press(Key.Key_Space)
    press(Key.Key_Space)
    press(Key.Key_F2)
    window.side.page.form._lines["name"].setText("一般公共预算收入（改）")
    window.side.page.form._lines["note"].setText("与财政局核对")
    press(Key.Key_Return)
    press(Key.Key_Down)
    press(Key.Key_Delete)
    settle()
    with qtbot.waitSignal(session.exported, timeout=30_000):
        session.export_to(tmp_path / "全部.xlsx")
    head, rows = sheet(tmp_path / "全部.xlsx", "指标")
    checked, remark = head.index("核对"), head.index("备注")
    by_name = {row[head.index("指标")]: row for row in rows}
    assert by_name["财政总收入"][checked] == "已核"
    assert "张三" in by_name["财政总收入"][remark]
    edited = by_name["一般公共预算收入（改）"]
    assert edited[checked] == "改过"
    assert "与财政局核对" in edited[remark]
    assert sum(row[checked] == "未核" for row in rows) > 80
    facts = {row[0]: row[1] for row in sheet(tmp_path / "全部.xlsx", "说明")[1]}
    told = [facts[f"核对：{word}"] for word in ("确认无误", "改过", "删去", "补上")]
    assert told == [2, 1, 1, 0]
    with qtbot.waitSignal(session.exported, timeout=30_000):
        session.export_checked(tmp_path / "已核.xlsx")
    _, rows = sheet(tmp_path / "已核.xlsx", "指标")
    assert {row[checked] for row in rows} == {"已核", "改过"}


@pytest.mark.parametrize("others", ["as many", "one more"])
def test_what_is_being_written_stays_whatever_comes_of_the_key_before(
    window, press, settle, others
):
    session = window.session
    first = current(window).figure
    press(Key.Key_F2)
    field = QApplication.focusWidget()
    type_into(press, "name", "正在改的名称")
    gone = session.findings.measurements[7]
    if others == "as many":
        session.review.reject([gone])
    else:
        session.review.split(gone, [replace(gone, name="甲"), replace(gone, name="乙")])
    settle()
    assert QApplication.focusWidget() is field
    assert field.text() == "正在改的名称"
    press(Key.Key_Return)
    settle()
    assert review_of(window).decision_at(first.span).measurements[0].name == "正在改的名称"
    assert current(window).figure.span == first.span


def test_escape_forgets_what_was_being_written(window, press, settle):
    press(Key.Key_F2)
    field = QApplication.focusWidget()
    type_into(press, "name", "算了")
    press(Key.Key_Escape)
    settle()
    assert field.text() == current(window).figure.name
    assert not review_of(window).decisions
