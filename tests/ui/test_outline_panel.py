"""The outline follows, filters, opens and jumps, by the keys alone too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from hkreader.models.roles import Role
from hkreader.qt.session import Session
from hkreader.qt.settings import Settings
from hkreader.text import read_report
from hkreader.ui.outline_panel import OutlinePanel


@pytest.fixture
def session(qapp, tmp_path):
    session = Session(Settings(tmp_path / "settings.ini"))
    yield session
    assert session.shut_down()


@pytest.fixture
def panel(qtbot, session, hongkou):
    panel = OutlinePanel(session)
    panel.resize(260, 700)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    session.take(read_report(hongkou))
    session._analysis_timer.stop()
    return panel


def type_chinese(widget, text):
    """Commit `text` as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def section_named(session, start):
    return next(s for s in session.report.sections if s.heading.startswith(start))


def lit(panel):
    return panel._tree._delegate.lit


def row_of(panel, section):
    return panel._filtered.mapFromSource(panel._model.index_of_section(section.index))


def test_the_section_being_read_is_lit(session, panel):
    section = section_named(session, "(二)深化改革开放")
    session.show_span(section.heading_span)
    assert lit(panel) == section.index
    assert panel._tree.currentIndex() == row_of(panel, section)


def test_in_a_closed_branch_the_heading_above_is_lit(session, panel):
    lead = section_named(session, "产业发展势头良好")
    session.show_span(lead.heading_span)
    assert lit(panel) == lead.parent
    panel.expand_to(3)
    assert lit(panel) == lead.index
    panel.expand_to(1)
    above = session.report.sections[lead.parent]
    assert lit(panel) == above.parent


def test_branches_open_by_themselves_only_where_that_is_wished(session, panel):
    lead = section_named(session, "产业发展势头良好")
    session.settings.outline_follows = True
    session.show_span(lead.heading_span)
    assert lit(panel) == lead.index
    assert panel._tree.isExpanded(row_of(panel, session.report.sections[lead.parent]))


@pytest.mark.parametrize(
    ("level", "opened"), [(1, (False, False)), (2, (True, False)), (3, (True, True))]
)
def test_open_to_a_level(session, panel, level, opened):
    panel.expand_to(level)
    first = section_named(session, "一、2017年工作回顾")
    second = section_named(session, "(一)加快转型升级")
    states = tuple(panel._tree.isExpanded(row_of(panel, s)) for s in (first, second))
    assert states == opened
    assert session.settings.outline_level == level


@pytest.mark.parametrize(
    ("modifier", "take_focus"),
    [(Qt.KeyboardModifier.NoModifier, False), (Qt.KeyboardModifier.ControlModifier, True)],
    ids=["enter", "ctrl+enter"],
)
def test_enter_shows_the_heading(qtbot, session, panel, modifier, take_focus):
    panel.focus_tree()
    qtbot.keyClick(panel._tree, Qt.Key.Key_Down)
    section = panel._tree.currentIndex().data(Role.RECORD)
    with qtbot.waitSignal(session.span_shown) as told:
        qtbot.keyClick(panel._tree, Qt.Key.Key_Return, modifier)
    assert told.args == [section.heading_span, take_focus]


def test_a_click_shows_the_heading(qtbot, session, panel):
    section = section_named(session, "二、2018年主要工作")
    spot = panel._tree.visualRect(row_of(panel, section)).center() + QPoint(5, 0)
    with qtbot.waitSignal(session.span_shown) as told:
        qtbot.mouseClick(panel._tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args[0] == section.heading_span


def test_filter_then_enter_shows_the_first_that_matches_itself(qtbot, session, panel):
    panel.focus_filter()
    type_chinese(panel._filter, "产业发展")
    lead = section_named(session, "产业发展势头良好")
    assert row_of(panel, lead).isValid()
    assert not row_of(panel, section_named(session, "《政府工作报告》用语解释")).isValid()
    with qtbot.waitSignal(session.span_shown) as told:
        qtbot.keyClick(panel._filter, Qt.Key.Key_Return)
    assert told.args[0] == lead.heading_span
    assert lit(panel) == lead.index


def test_escape_empties_the_filter(qtbot, session, panel):
    type_chinese(panel._filter, "没有这样的标题")
    assert panel._pages.currentWidget() is panel._empty
    assert "没有这样的标题" in panel._empty.text()
    qtbot.keyClick(panel._filter, Qt.Key.Key_Escape)
    assert panel._filter.text() == ""
    assert panel._pages.currentWidget() is panel._tree


def test_the_keys_travel_between_filter_and_tree(qtbot, session, panel):
    panel.activateWindow()
    panel.focus_filter()
    qtbot.keyClick(panel._filter, Qt.Key.Key_Down)
    assert panel._tree.hasFocus()
    panel._tree.setCurrentIndex(panel._filtered.index(0, 0, QModelIndex()))
    qtbot.keyClick(panel._tree, Qt.Key.Key_Up)
    assert panel._filter.hasFocus()
    panel.focus_tree()
    assert panel._tree.hasFocus()
    panel.focus_tree()
    assert panel._filter.hasFocus()


def test_what_it_says_when_there_is_nothing(session, panel):
    session.close_report()
    assert panel._pages.currentWidget() is panel._empty
    assert panel._empty.text()
