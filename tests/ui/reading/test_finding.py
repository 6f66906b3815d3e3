import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hkreader.core.report import Span
from hkreader.ui.theme import Theme
from tests.ui.reading.samples import report_of, show

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(long_pane):
    long_pane.open_find()
    return long_pane.finding.bar


@pytest.fixture
def keys(qtbot):
    def press(widget, *names, modifier=Qt.KeyboardModifier.NoModifier):
        for name in names:
            qtbot.keyClick(widget, getattr(Qt.Key, f"Key_{name}"), modifier)

    return press


def current_words(pane):
    page = pane.page
    [mark] = page._layers["hit_current"].between(0, 10**9)
    return page.book.positions.span_of(mark.start, mark.end)


def test_opens_with_the_keys_in_the_query(bar, qtbot):
    assert bar.isVisible()
    qtbot.waitUntil(bar.edit.hasFocus)


def test_every_letter_typed_narrows_the_hits(bar, long_pane, session, qtbot):
    text = session.report.text
    bar.edit.setText("航")
    many = len(long_pane.finding.finder.hits)
    bar.edit.setText("航运服务业")
    assert 0 < len(long_pane.finding.finder.hits) < many
    assert bar.counter.text() == f"1/{text.count('航运服务业')}"
    assert text[slice_of(current_words(long_pane))] == "航运服务业"


def slice_of(span):
    return slice(span.start, span.end)


def test_enter_goes_round(bar, long_pane, session, keys):
    bar.edit.setText("航运")
    count = session.report.text.count("航运")
    keys(bar.edit, "Return")
    assert bar.counter.text() == f"2/{count}"
    keys(bar.edit, "Return", "Return", modifier=SHIFT)
    assert bar.counter.text() == f"已转到末尾 {count}/{count}"
    keys(bar.edit, "Return")
    assert bar.counter.text() == f"已回到开头 1/{count}"
    long_pane.finding.find_next()
    assert bar.counter.text() == f"2/{count}"
    long_pane.finding.find_previous()
    assert bar.counter.text() == f"1/{count}"


def test_the_current_hit_stands_in_the_middle(bar, long_pane):
    bar.edit.setText("雪亮工程")
    page = long_pane.page
    span = current_words(long_pane)
    box = page.box_of(*page.book.positions.stretch_of(span))
    top = box.top() - page.verticalScrollBar().value()
    assert page.viewport().height() / 3 - 1 <= top <= page.viewport().height() * 2 / 3


def test_all_hits_are_lit_and_the_current_one_otherwise(bar, long_pane, session):
    bar.edit.setText("航运")
    page = long_pane.page
    lit = page._layers["hits"].between(0, page.document().characterCount())
    assert len(lit) == session.report.text.count("航运")
    assert long_pane.finding.covers(current_words(long_pane))


def test_the_search_begins_where_the_reader_is(long_pane, session):
    page = long_pane.page
    page.scroll_to(page.book.positions.position_of(session.report.text.index("二、2018年")))
    long_pane.open_find()
    long_pane.finding.bar.edit.setText("航运")
    assert current_words(long_pane).start > session.report.text.index("二、2018年")


def test_after_a_click_the_search_goes_on_from_there(bar, long_pane, session):
    text = session.report.text
    bar.edit.setText("航运")
    place = text.index("二、2018年")
    long_pane.page.place_caret(long_pane.page.book.positions.position_of(place))
    long_pane.finding.find_next()
    assert current_words(long_pane).start == text.index("航运", place)
    long_pane.page.place_caret(long_pane.page.book.positions.position_of(place))
    long_pane.finding.find_previous()
    assert current_words(long_pane).start == text.rindex("航运", 0, place)


def test_no_hit_is_said_in_words(bar):
    bar.edit.setText("没有这样的词")
    assert bar.counter.text() == "没有找到"
    assert not bar.next_button.isEnabled()
    assert bar.edit.accessibleDescription() == "没有找到"
    colour = bar.counter.palette().color(bar.counter.foregroundRole())
    assert colour == Theme.current().colour("doubt")
    bar.edit.setText("")
    assert bar.counter.text() == ""


def test_closing_takes_the_lights_and_gives_the_focus_back(bar, long_pane, keys, qtbot):
    bar.edit.setText("航运")
    keys(bar.edit, "Escape")
    assert not bar.isVisible()
    qtbot.waitUntil(long_pane.page.hasFocus)
    assert "hits" not in long_pane.page._layers
    assert "hit_current" not in long_pane.page._layers


def test_the_focus_goes_back_to_another_panel(long_pane, qtbot):
    other = QLineEdit(long_pane)
    other.show()
    other.setFocus()
    long_pane.open_find()
    qtbot.waitUntil(long_pane.finding.bar.edit.hasFocus)
    assert long_pane.step_back()
    qtbot.waitUntil(other.hasFocus)


def test_the_first_hit_is_a_jump_to_come_back_from(bar, long_pane, session):
    bar.edit.setText("雪亮工程")
    bar.edit.setText("雪亮")
    long_pane.finding.find_next()
    session.go_back()
    assert session.place == 0
    assert long_pane.page.verticalScrollBar().value() == 0


def test_the_list_shows_context_and_is_walked_by_keys(bar, long_pane, session, keys, qtbot):
    bar.edit.setText("航运")
    keys(bar.edit, "Down")
    qtbot.waitUntil(bar.list.hasFocus)
    assert bar.list.isVisible()
    assert bar.height() >= bar.edit.height() + bar.list.height()
    keys(bar.list, "Down", "Down")
    count = session.report.text.count("航运")
    assert bar.counter.text() == f"3/{count}"
    assert "航运" in bar.list.currentIndex().data()
    assert long_pane.finding.covers(current_words(long_pane))
    with qtbot.waitSignal(session.span_shown):
        keys(bar.list, "Return")
    keys(bar.list, "Up", "Up", "Up")
    qtbot.waitUntil(bar.edit.hasFocus)


def test_a_click_in_the_list_jumps(bar, session, qtbot):
    bar.edit.setText("航运")
    bar.list_button.click()
    rect = bar.list.visualRect(bar.list.model().index(4, 0))
    with qtbot.waitSignal(session.span_shown):
        qtbot.mouseClick(bar.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert bar.counter.text().startswith("5/")


def test_the_selection_becomes_the_query(long_pane, session):
    page = long_pane.page
    start = page.book.positions.position_of(session.report.text.index("航运服务业"))
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 5, cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    long_pane.open_find()
    assert long_pane.finding.bar.edit.text() == "航运服务业"


def test_find_next_with_the_bar_closed_goes_on_without_taking_the_focus(bar, long_pane, keys):
    bar.edit.setText("航运")
    keys(bar.edit, "Escape")
    long_pane.finding.find_next()
    assert bar.isVisible()
    assert long_pane.page.hasFocus()
    assert bar.counter.text().startswith("2/")


def test_the_next_report_is_searched_for_the_same_words(bar, session):
    bar.edit.setText("雪亮工程")
    show(session, report_of())
    assert bar.counter.text() == "1/3"


def test_a_zoom_keeps_the_hits(bar, session):
    bar.edit.setText("航运")
    session.set_zoom(140)
    assert bar.counter.text() == f"1/{session.report.text.count('航运')}"


@pytest.mark.parametrize("width", [420, 900])
def test_the_bar_stays_inside_the_pane(bar, long_pane, width):
    long_pane.resize(width, 500)
    assert long_pane.rect().contains(bar.geometry())


def test_nothing_opens_without_a_report(empty_pane):
    empty_pane.open_find()
    empty_pane.finding.find_next()
    assert not empty_pane.finding.is_open


def test_covers_only_the_lit_hit(bar, long_pane):
    bar.edit.setText("航运")
    assert not long_pane.finding.covers(Span(0, 2))


def test_figures_are_found_by_value(qtbot, hongkou_window):
    reading, report = hongkou_window.reading, hongkou_window.session.report
    reading.open_find()
    reading.finding.bar.edit.setText("增长>18%")
    spans = [
        reading.page.book.positions.span_of_display(hit) for hit in reading.finding.finder.hits
    ]
    texts = [report.quote(span) for span in spans]
    assert "18.09%" in texts
    assert "7.66%" not in texts
    assert reading.finding.bar.counter.text() == f"1/{len(texts)}"
    reading.finding.bar.edit.setText(">99999亿元")
    assert reading.finding.bar.counter.text() == "没有找到"


def test_an_expression_is_found_and_a_bad_one_is_explained(bar, long_pane, session, qtbot):
    long_pane.finding.set_expression(True)
    assert bar.expression_button.isChecked()
    bar.edit.setText(r"增长\d+(\.\d+)?%")
    qtbot.waitUntil(lambda: bool(long_pane.finding.finder.hits))
    count = len(re.findall(r"增长\d+(?:\.\d+)?%", session.report.text))
    assert bar.counter.text().endswith(f"/{count}")
    bar.edit.setText("增长(")
    assert "第 4 个字符" in bar.note.text()
    assert bar.note.isVisible()
    assert "第 4 个字符" in bar.edit.accessibleDescription()
    assert not bar.next_button.isEnabled()
    long_pane.finding.set_expression(False)
    assert not bar.note.isVisible()


def test_a_find_kept_to_a_section(bar, long_pane, session):
    bar.edit.setText("航运")
    session.show_span(next(it for it in session.report.sections if it.level == 1).heading_span)
    long_pane.finding.set_in_section(True)
    section = next(it for it in session.report.sections if it.level == 1)
    count = session.report.quote(section.span).count("航运")
    assert 0 < count < session.report.text.count("航运")
    assert bar.counter.text().endswith(f"/{count}")
    assert section.heading.strip()[:6] in bar.note.text()
    long_pane.finding.set_in_section(False)
    assert bar.counter.text().endswith(f"/{session.report.text.count('航运')}")


def test_another_report_is_searched_as_a_whole(bar, long_pane, session):
    bar.edit.setText("雪亮工程")
    long_pane.finding.set_in_section(True)
    show(session, report_of())
    assert long_pane.finding.finder.within is None
    assert not bar.section_button.isChecked()
    assert bar.counter.text() == "1/3"
