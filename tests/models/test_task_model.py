import pytest
from PySide6.QtCore import Qt

from hkreader.models.group_words import group_title
from hkreader.models.roles import Role
from hkreader.models.task_model import TaskColumn, TaskModel
from tests.models.factory import gold, sample


@pytest.fixture
def model():
    model = TaskModel()
    model.set_findings(*sample())
    return model


def test_qt_finds_no_fault(model, qtmodeltester):
    qtmodeltester.check(model)


def test_cells(model):
    row = next(row for row in model.rows if "混合所有制" in row.record.title)

    cells = [model.index_of(row, column).data() for column in TaskColumn]
    assert cells[1:] == [row.record.title, "3家", "年内"]
    figures = model.index_of(row, TaskColumn.FIGURES)
    assert figures.data(Qt.ItemDataRole.ToolTipRole) == "国有企业改制 3家"


def test_the_whole_task_and_its_figure_are_tied_to_the_text(model):
    report, _ = sample()
    row = next(row for row in model.rows if "混合所有制" in row.record.title)

    assert "混合所有制" in report.quote(model.index_of(row).data(Role.SPAN))
    assert report.quote(model.index_of(row, TaskColumn.FIGURES).data(Role.SPAN)) == "3家"


def test_any_place_of_a_task_leads_to_its_row(model):
    for row in model.rows:
        span = row.record.span
        assert {model.row_at(o) for o in (span.start, (span.start + span.end) // 2)} == {row}


def test_tasks_stand_under_the_headings_of_the_plan():
    model = TaskModel()
    model.set_findings(*gold())

    assert all(group.section.part == "plan" for group in model.groups)
    assert group_title(model.groups[0]).startswith("二、")


def test_copied_cells_match_their_header(model):
    assert {len(model.copied(row.record)) for row in model.rows} == {len(model.copied_header())}
