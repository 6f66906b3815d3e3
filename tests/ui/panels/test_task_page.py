import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def page(filled):
    filled.show_tab("tasks")
    return filled._page()


def task(page, words):
    return next(row for row in page.model.rows if words in row.record.title)


def test_enter_lights_the_whole_task(page, session, qtbot):
    page.table.select_node(task(page, "混合所有制"))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)

    ((quoted, take_focus),) = session.quoted()
    assert quoted.strip().startswith("加快国有企业")
    assert not take_focus


@pytest.mark.parametrize("place", ["混合所有制", "3家"])
def test_the_caret_anywhere_in_a_task_selects_it(page, session, place):
    session.set_caret(session.report.text.index(place, session.report.text.index("主要任务")))

    assert page.table.current_row() is task(page, "混合所有制")


def test_a_jump_from_elsewhere_selects_the_task_it_leads_to(page, session):
    row = task(page, "8000户")

    session.show_span(row.record.measurements[0].span)

    assert page.table.current_row() is row


def test_the_detail_names_field_term_and_figures(page):
    page.table.select_node(task(page, "混合所有制"))
    words = page.detail.toPlainText()

    assert "时限：年内" in words
    assert "国有企业改制 3家" in words
