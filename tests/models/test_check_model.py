import pytest
from PySide6.QtCore import Qt

from hkreader.core.findings import Verdict
from hkreader.extract import analyse
from hkreader.models.check_model import CheckColumn, CheckModel
from tests.models.factory import report_of

TEXT = """政府工作报告
一、2017年工作回顾
三次产业结构为7.5：38.2：54.3。登记失业率由3.1%下降到4.1%。
二、2018年工作安排
今年安排财政赤字8000亿元，其中中央财政赤字5600亿元、地方债2500亿元。
"""


@pytest.fixture
def model(qapp):
    report = report_of(TEXT)
    model = CheckModel()
    model.set_findings(report, analyse(report))
    return model


def test_qt_finds_no_fault(model, qtmodeltester):
    qtmodeltester.check(model)


def test_what_differs_comes_first(model):
    cells = [[model.index_of(row, column).data() for column in CheckColumn] for row in model.rows]

    assert cells == [
        ["登记失业率", "3.1 < 4.1", "+1点", "不符"],
        ["安排财政赤字", "5600 + 2500 = 8100 ≠ 8000", "−100亿元", "不符"],
        ["三次产业结构", "7.5 + 38.2 + 54.3 = 100", "", "相符"],
    ]


def test_a_verdict_is_a_status(model):
    row = model.rows[0]

    assert model.status_of(row.record, CheckColumn.VERDICT) == Verdict.DIFFERS
    assert model.statuses_of(row.record) == (Verdict.DIFFERS,)
    assert model.status_of(row.record, CheckColumn.NAME) is None


def test_every_figure_leads_to_its_row(model):
    text = TEXT
    for words, row in (("3.1%", 0), ("4.1%", 0), ("2500亿元", 1), ("7.5：", 2)):
        assert model.row_at(text.index(words)) is model.rows[row]


def test_tips_and_copies_say_what_the_cells_say(model):
    row = model.rows[1]
    tip = model.index_of(row, CheckColumn.EXPRESSION).data(Qt.ItemDataRole.ToolTipRole)

    assert model.copied_header() == ("类型", "指标", "算式", "差额", "结论")
    assert model.copied(row.record)[2] == "5600 + 2500 = 8100 ≠ 8000"
    assert tip is None or "8100" in tip
