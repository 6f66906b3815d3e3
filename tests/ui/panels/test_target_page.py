import pytest
from PySide6.QtCore import Qt

from hkreader.extract import analyse
from hkreader.models.comparison import TargetColumn
from tests.models.factory import report_of

PROMISED = (
    "政府工作报告\n一、2017年工作回顾\n工作顺利。\n二、2018年工作安排\n居民收入增长与经济增长同步。"
)

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(filled):
    filled.show_tab("targets")
    page = filled._page()
    page.table.select_node(page.model.rows[0])
    return page


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((Qt.Key.Key_Return,), ("7%", False)),
        ((Qt.Key.Key_Return, SHIFT), ("110.11亿元", False)),
        ((Qt.Key.Key_Return, CONTROL), ("7%", True)),
        ((Qt.Key.Key_Return, CONTROL | SHIFT), ("110.11亿元", True)),
        ((Qt.Key.Key_Left,), ("110.11亿元", False)),
        ((Qt.Key.Key_Right,), ("7%", False)),
    ],
    ids=["enter", "shift-enter", "ctrl-enter", "ctrl-shift-enter", "left", "right"],
)
def test_keys_lead_to_either_text(page, session, qtbot, keys, expected):
    qtbot.keyClick(page.table, *keys)

    assert session.quoted() == [expected]
    assert page.table.current_row() is page.model.rows[0]


def test_buttons_lead_to_either_text(page, session, qtbot):
    for button in page._buttons.values():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert [quoted for quoted, _ in session.quoted()] == ["110.11亿元", "7%"]


def test_a_click_on_a_figure_lights_that_figure(page, session, qtbot):
    index = page.proxy.index_of(page.model.rows[0], TargetColumn.DONE_GROWTH)
    place = page.table.visualRect(index).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert session.quoted() == [("7.66%", False)]


def test_either_figure_at_the_caret_selects_the_pair(page, session):
    row = next(row for row in page.model.rows if row.record.target.name == "旧改征收")
    for words in ("6500户", "8000户"):
        page.table.select_node(page.model.rows[0])
        session.set_caret(session.report.text.index(words))
        assert page.table.current_row() is row


def test_names_stand_above_where_there_is_no_room(filled, page, qtbot):
    height = page.table.visualRect(page.proxy.index(0, 0)).height()
    filled.resize(1000, 900)
    qtbot.waitUntil(lambda: page.table.visualRect(page.proxy.index(0, 0)).height() < height)


def test_the_detail_shows_both_sentences_and_the_difference(page):
    words = page.detail.toPlainText()

    assert "全年完成区级一般公共预算收入110.11亿元" in words
    assert "一般公共预算收入增长7%。" in words
    assert "目标比上年低 0.66个百分点" in words


def test_promises_without_a_figure_stand_below(panel, session, qtbot):
    report = report_of(PROMISED)
    session.find((report, analyse(report)))
    panel.show_tab("targets")
    page = panel._page()
    row = page.model.rows[-1]
    page.table.select_node(row)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert page.model.index_of(row, TargetColumn.NAME).data() == "居民收入增长与经济增长同步"
    assert page.model.index_of(row, TargetColumn.PLANNED).data() == "无数字"
    assert session.quoted() == [("居民收入增长与经济增长同步", False)]
    assert "有目标，无数字" in page.detail.toPlainText()
