"""Tip and glossary pop-up, by mouse and by key, on a real pane."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from hkreader.ui.reading import glosses as glosses_module
from hkreader.ui.reading import hover as hover_module
from hkreader.ui.reading.marks import Mark, MarkKind
from hkreader.ui.reading.terms import Hold

# Off screen there is nothing to raise a floating card above, nor a keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(hover_module, "TERM_REST", 1)
    monkeypatch.setattr(hover_module, "TIP_REST", 1)
    monkeypatch.setattr(glosses_module, "_LEAVE", 1)


@pytest.fixture
def glosses(pane):
    yield pane.glosses
    pane.glosses.close_all()


def offset_of(pane, words):
    return pane.page.book.report.text.index(words)


def set_caret(pane, words):
    page = pane.page
    page.place_caret(page.book.positions.position_of(offset_of(pane, words)))


def spot_of(pane, words):
    page = pane.page
    position = page.book.positions.position_of(offset_of(pane, words))
    box = page.box_of(position, position + 1)
    return box.center().toPoint() - QPoint(0, page.verticalScrollBar().value())


def hover(pane, words):
    pane.page.hovered.emit(spot_of(pane, words))


def shown(pane):
    popup = pane.glosses._popup
    return popup is not None and popup.isVisible()


# ── by key ──


def test_looking_up_shows_the_definition_and_the_places(pane, glosses):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    popup = glosses.popup
    assert popup.sheet.name.text() == "雪亮工程"
    assert popup.sheet.definition.text() == "公共安全视频监控建设联网应用。"
    assert popup.sheet.count.text() == "文中出现 2 处"
    assert popup.sheet.list.model().rowCount() == 3
    assert "工程" in popup.sheet.nested.text()
    assert popup.hold is Hold.CARET


def test_the_popup_never_takes_the_focus(pane, glosses):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    assert pane.page.hasFocus()
    assert pane.isActiveWindow()
    assert glosses.popup.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert QApplication.focusWidget() is pane.page


def test_it_goes_with_the_caret_until_it_is_pinned(pane, glosses, qtbot):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    qtbot.keyClick(pane.page, Qt.Key.Key_Left)
    assert not shown(pane)
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    pane.look_up_term()
    assert glosses.pinned
    assert pane.page.wants_tab
    qtbot.keyClick(pane.page, Qt.Key.Key_Left)
    assert shown(pane)


def test_tab_enters_the_pinned_list_and_enter_jumps(pane, glosses, session, qtbot):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    pane.look_up_term()
    qtbot.keyClick(pane.page, Qt.Key.Key_Tab)
    assert glosses.popup.hold is Hold.ENTERED
    qtbot.keyClick(pane.page, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.span_shown) as jump:
        qtbot.keyClick(pane.page, Qt.Key.Key_Return)
    assert jump.args[0] == session.report.glossary[0].occurrences[1]
    assert shown(pane)
    assert pane.step_back()
    assert not shown(pane)
    # With nothing pinned Tab leaves the page again.
    assert not pane.page.wants_tab


def test_escape_closes_it(pane, glosses, qtbot):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    qtbot.keyClick(pane.page, Qt.Key.Key_Escape)
    assert not shown(pane)


def test_arrows_turn_to_the_term_inside(pane, glosses, qtbot):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    pane.look_up_term()
    qtbot.keyClick(pane.page, Qt.Key.Key_Tab)
    qtbot.keyClick(pane.page, Qt.Key.Key_Right)
    assert glosses.popup.sheet.name.text() == "工程"
    assert glosses.popup.sheet.count.text() == "正文中没有出现"


def test_the_link_turns_to_the_term_inside(pane, glosses):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    glosses.popup.sheet.nested.linkActivated.emit("1")
    assert glosses.popup.sheet.definition.text() == "各类建设项目的统称。"


def test_nothing_to_explain_is_said_quietly(pane, glosses):
    set_caret(pane, "新增商业")
    pane.look_up_term()
    assert not shown(pane)
    assert glosses.tip.detail.text() == "此处没有名词解释"
    assert pane.page.hasFocus()


def test_a_pinned_popup_follows_to_another_term(pane, glosses):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    pane.look_up_term()
    set_caret(pane, "各类建设")
    pane.look_up_term()
    assert glosses.popup.sheet.name.text() == "工程"
    assert glosses.pinned


def test_without_a_report_nothing_happens(empty_pane):
    empty_pane.look_up_term()
    assert not empty_pane.step_back()


# ── by mouse ──


def test_resting_on_a_term_explains_it(pane, glosses, qtbot):
    hover(pane, "雪亮工程")
    qtbot.waitUntil(lambda: shown(pane))
    assert glosses.popup.hold is Hold.HOVER
    assert pane.page.hasFocus()


def test_leaving_the_term_puts_it_away(pane, glosses, qtbot):
    hover(pane, "雪亮工程")
    qtbot.waitUntil(lambda: shown(pane))
    hover(pane, "新增商业")
    qtbot.waitUntil(lambda: not shown(pane))


def test_passing_over_a_term_shows_nothing(pane, glosses, qtbot, monkeypatch):
    monkeypatch.setattr(hover_module, "TERM_REST", 60)
    hover(pane, "雪亮工程")
    hover(pane, "新增商业")
    qtbot.wait(100)
    assert not shown(pane)


def test_a_pinned_popup_stays_when_the_mouse_goes(pane, glosses, qtbot):
    hover(pane, "雪亮工程")
    qtbot.waitUntil(lambda: shown(pane))
    pane.look_up_term()
    pane.page.left.emit()
    qtbot.wait(30)
    assert glosses.pinned


def test_resting_on_a_figure_tells_what_it_is(pane, glosses, qtbot):
    hover(pane, "5100亿元")
    qtbot.waitUntil(lambda: glosses._tip is not None and glosses.tip.isVisible())
    assert glosses.tip.title.text() == "投资"
    assert glosses.tip.detail.text() == "2017年 · 预计"
    pane.page.left.emit()
    assert not glosses.tip.isVisible()


def test_resting_on_a_mask_offers_a_reading(pane, glosses, qtbot):
    hover(pane, "*推进")
    qtbot.waitUntil(lambda: glosses._tip is not None and glosses.tip.isVisible())
    assert glosses.tip.title.text() == "屏蔽字，疑为：深入"
    assert "*推进" in pane.page.toPlainText()


def test_clicking_a_place_jumps(pane, glosses, session, qtbot):
    set_caret(pane, "雪亮工程")
    pane.look_up_term()
    rows = glosses.popup.sheet.list
    rect = rows.visualRect(rows.model().index(1, 0))
    with qtbot.waitSignal(session.span_shown) as jump:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert jump.args == [session.report.glossary[0].occurrences[1], False]


def test_a_pinned_popup_does_not_lie_on_what_it_jumps_to(long_pane, session, qtbot):
    term = session.report.glossary[0]
    session.show_span(term.occurrences[0], take_focus=True)
    long_pane.look_up_term()
    long_pane.look_up_term()
    popup, page = long_pane.glosses.popup, long_pane.page
    for place in (term.span, term.occurrences[0]):
        popup.place_wished.emit(place)
        start, _ = page.book.positions.stretch_of(place)
        line = page.anchor_of(Mark(start, start + 1, MarkKind.SHOWN), QPoint())
        line.moveTopLeft(page.viewport().mapToGlobal(line.topLeft()))
        assert popup.isVisible()
        assert not popup.geometry().intersects(line)
    long_pane.glosses.close_all()


@pytest.mark.parametrize("end", ["scroll", "move", "report"])
def test_what_floats_goes_when_its_ground_does(long_pane, qtbot, end, session):
    term = session.report.glossary[0].occurrences[0]
    session.show_span(term, take_focus=True)
    long_pane.look_up_term()
    assert long_pane.glosses.popup.isVisible()
    if end == "scroll":
        long_pane.scroll_line(3)
    elif end == "move":
        long_pane.move(long_pane.x() + 30, long_pane.y())
    else:
        session.close_report()
    qtbot.waitUntil(lambda: not long_pane.glosses.popup.isVisible())
