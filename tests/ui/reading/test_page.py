import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from hkreader.ui.reading.mark_painter import strips
from hkreader.ui.reading.marks import Mark, MarkKind, MarkLayer
from hkreader.ui.theme import Theme


@pytest.fixture
def page(pane):
    return pane.page


@pytest.fixture
def long_page(long_pane):
    return long_pane.page


def find(page, text):
    start = page.book.text.index(text)
    return page.book.positions.position_of_display(start), len(text)


@pytest.mark.parametrize("width", [420, 900, 1600])
def test_the_column_is_bounded_and_centred(long_pane, qtbot, width):
    long_pane.resize(width, 600)
    page = long_pane.page
    layout = page.document().findBlockByNumber(5).layout()
    line = layout.lineAt(1)
    assert line.width() <= 38 * 18
    left = layout.position().x() + line.x()
    right = page.viewport().width() - left - line.width()
    assert right >= 24
    if width == 1600:
        assert line.width() == 38 * 18
        assert abs(left - right) <= 1


def test_a_line_at_the_top_stays_there_when_the_window_changes(long_page, long_pane):
    position, _ = find(long_page, "市场活力显著增强")
    long_page.scroll_to(position)
    assert long_page.first_position() == position
    long_pane.resize(500, 400)
    assert long_page.first_position() == position


@pytest.mark.parametrize("text", ["商品销售总额", "五个中心", "六无"])
@pytest.mark.parametrize("start", ["top", "bottom"])
def test_what_is_revealed_stands_in_the_middle_third(long_page, text, start):
    bar = long_page.verticalScrollBar()
    bar.setValue(0 if start == "top" else bar.maximum())
    position, length = find(long_page, text)
    long_page.reveal(position, position + length)
    box = long_page.box_of(position, position + length).translated(0, -bar.value())
    height = long_page.viewport().height()
    assert height / 3 - 1 <= box.top()
    assert box.bottom() <= height * 2 / 3 + 1


def test_what_stands_in_the_middle_already_does_not_move(long_page):
    position, length = find(long_page, "商品销售总额")
    long_page.reveal(position, position + length)
    before = long_page.verticalScrollBar().value()
    long_page.reveal(position + 2, position + length)
    assert long_page.verticalScrollBar().value() == before


def test_strips_cover_exactly_the_characters(page):
    position, length = find(page, "𠮷野家")
    document = page.document()
    wide, first, last = (
        next(strips(document, position + start, position + end))
        for start, end in ((0, 2), (2, 3), (3, 4))
    )
    [whole] = strips(document, position, position + length + 1)
    assert (whole.left, whole.right) == (wide.left, last.right)
    assert (wide.right, first.right) == (first.left, last.left)
    assert wide.left < wide.right < last.right


def test_a_mark_over_a_line_end_is_found_under_the_mouse_on_both_lines(long_page):
    # Long enough that it must break.
    position, _ = find(long_page, "全面贯彻落实党的十八大")
    mark = Mark(position, position + 60, MarkKind.TERM, 7)
    long_page.set_layer("terms", MarkLayer([mark]))
    covered = list(strips(long_page.document(), mark.start, mark.end))
    assert len(covered) >= 2
    value = long_page.verticalScrollBar().value()
    for strip in covered:
        inside = strip.body.center().toPoint() - QPoint(0, value)
        assert long_page.marks_under(inside, "terms") == [mark]
        assert long_page.marks_under(inside + QPoint(0, 18), "terms") in ([], [mark])
        beside = QPoint(int(strip.right) + 30, inside.y())
        if strip is covered[-1]:
            assert long_page.marks_under(beside, "terms") == []


def test_copying_gives_plain_text_without_the_broken_line(page):
    start, _ = find(page, "同比增长")
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 10, cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    data = page.createMimeDataFromSelection()
    assert data.text() == "同比增长１８．０９％"
    assert data.formats() == ["text/plain"]


def test_several_paragraphs_are_copied_a_line_each(page):
    page.selectAll()
    assert page.createMimeDataFromSelection().text() == page.book.text


def test_the_page_cannot_be_written_on(page, qtbot):
    before = page.toPlainText()
    qtbot.keyClicks(page, "abc123")
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.toPlainText() == before
    assert not page.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not page.acceptDrops()


def test_arrows_move_the_caret(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.textCursor().position() == 2
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.selected() == (2, 3)


def test_it_has_a_name_and_its_text_for_screen_readers(page):
    interface = QAccessible.queryAccessibleInterface(page)
    assert interface.text(QAccessible.Text.Name) == "报告正文"
    assert interface.textInterface().characterCount() == page.document().characterCount() - 1


def test_marks_and_numbers_are_painted(pane):
    page = pane.page
    position, length = find(page, "256.94亿元")
    page.reveal(position, position + length)
    box = page.box_of(position, position + length)
    spot = QPoint(int(box.left()), int(box.top()) + 1) - QPoint(0, page.verticalScrollBar().value())
    picture = page.viewport().grab().toImage()
    assert picture.pixelColor(spot + QPoint(4, 0)) == Theme.current().colour("figure_done")
    page.set_layer("figures", None)
    picture = page.viewport().grab().toImage()
    assert picture.pixelColor(spot + QPoint(4, 0)) != Theme.current().colour("figure_done")
