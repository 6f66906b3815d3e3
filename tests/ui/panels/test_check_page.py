import pytest
from PySide6.QtCore import Qt

from hkreader.extract import analyse
from tests.models.factory import report_of
from tests.models.test_check_model import TEXT


@pytest.fixture
def page(panel, session):
    report = report_of(TEXT)
    session.find((report, analyse(report)))
    panel.show_tab("checks")
    page = panel._page()
    page.table.select_node(page.model.rows[1])
    return page


def test_enter_leads_from_figure_to_figure(page, session, qtbot):
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_Left)

    assert [words for words, _ in session.quoted()] == [
        "8000亿元",
        "5600亿元",
        "2500亿元",
        "5600亿元",
    ]


def test_the_detail_shows_arithmetic_and_sentence(page):
    words = page.detail.toPlainText()

    assert "5600 + 2500 = 8100 ≠ 8000" in words
    assert "−100亿元" in words
    assert "其中中央财政赤字5600亿元、地方债2500亿元" in words


def test_a_chip_leaves_only_what_differs(page, qtbot):
    chip = next(iter(page.filter_bar._chips.values()))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert [row.record.check.verdict for row in page.proxy.shown_rows()] == ["differs", "differs"]
    assert "不符" in chip.accessibleName()


def test_a_figure_at_the_caret_selects_its_check(page, session):
    session.set_caret(TEXT.index("4.1%"))

    assert page.table.current_row() is page.model.rows[0]
