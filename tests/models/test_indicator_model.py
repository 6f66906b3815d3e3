import pytest
from PySide6.QtCore import QModelIndex, Qt

from hkreader.core.findings import Findings, Indicator, Kind, Status
from hkreader.core.report import Part
from hkreader.messages import Language, set_language
from hkreader.models.figure_words import is_doubtful
from hkreader.models.group_words import group_title
from hkreader.models.indicator_model import IndicatorColumn, IndicatorModel, lines_of
from hkreader.models.roles import Role
from tests.models.factory import gold, measure, report_of, sample

NAME, VALUE, GROWTH, STATUS = (
    IndicatorColumn.NAME,
    IndicatorColumn.VALUE,
    IndicatorColumn.GROWTH,
    IndicatorColumn.STATUS,
)


@pytest.fixture
def model():
    model = IndicatorModel()
    model.set_findings(*sample())
    return model


def row_named(model, name, nth=0):
    return [row for row in model.rows if row.record.indicator.name == name][nth]


def texts(model, row):
    return [model.index_of(row, column).data() for column in IndicatorColumn]


def test_qt_finds_no_fault(model, qtmodeltester):
    qtmodeltester.check(model)

    model.set_grouped(grouped=False)
    model.set_grouped(grouped=True)
    model.set_findings(*gold())


def test_rows_stand_under_part_and_second_heading(model):
    top = [group_title(node) for node in model.groups if node.depth == 0]

    assert top == ["一、2017年工作回顾", "二、2018年工作安排"]
    assert [group_title(g) for g in row_named(model, "商品销售总额").groups] == [
        "一、2017年工作回顾",
        "(一)经济综合实力稳步增强",
    ]
    assert model.rowCount() == 2


def test_every_figure_has_a_cell():
    for report, findings in (sample(), gold()):
        model = IndicatorModel()
        model.set_findings(report, findings)

        shown = [m.span for row in model.rows for m in model.figures_of(row.record)]
        wanted = [m.span for i in findings.indicators for m in i.measurements]
        assert sorted(shown) == sorted(wanted)


def test_cells(model):
    assert texts(model, row_named(model, "一般公共预算收入")) == [
        "一般公共预算收入",
        "110.11",
        "亿元",
        "7.66%",
        "2017",
        "实",
    ]
    assert texts(model, row_named(model, "商品销售总额"))[1] == "约5100"
    assert texts(model, row_named(model, "旧改征收", 1))[1:3] == ["21", "万平方米"]


def test_a_second_amount_repeats_the_name_quietly(model):
    first, second = (row_named(model, "旧改征收", nth) for nth in (0, 1))

    assert (first.repeated, second.repeated) == (False, True)
    assert model.count_of(model.rows) == 12
    assert len(model.rows) == 13


def test_roles_give_native_values_and_exact_characters(model):
    report, _ = sample()
    row = row_named(model, "一般公共预算收入")

    assert model.index_of(row, VALUE).data(Role.SORT) == pytest.approx(11011000000)
    assert report.quote(model.index_of(row, VALUE).data(Role.SPAN)) == "110.11亿元"
    assert report.quote(model.index_of(row, GROWTH).data(Role.SPAN)) == "7.66%"
    assert model.status_of(row.record, STATUS) == Status.ACTUAL
    assert model.index_of(row).data(Role.RECORD).indicator.name == "一般公共预算收入"


def test_a_heading_leads_to_its_own_characters(model):
    report, _ = sample()
    group = model.groups[1]

    assert report.quote(model.index_of(group).data(Role.SPAN)).startswith("(一)经济")


def test_doubt_has_a_reason(model):
    doubtful = row_named(model, "细颗粒物浓度")

    assert is_doubtful(model.figures_of(doubtful.record))
    assert "核对" in model.index_of(doubtful).data(Qt.ItemDataRole.ToolTipRole)
    assert not is_doubtful(model.figures_of(row_named(model, "亿元楼").record))


def test_the_voice_says_letters_and_signs_in_words(model):
    row = row_named(model, "一般公共预算收入")

    said = [
        model.index_of(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in IndicatorColumn
    ]
    assert said == ["一般公共预算收入", "110.11亿元", "亿元", "同口径 7.66%", "2017", "完成"]


def test_a_place_in_the_text_leads_to_its_row(model):
    report, findings = sample()

    for m in findings.measurements:
        row = model.row_at(m.span.start)
        assert m in model.figures_of(row.record)
        assert model.row_at(m.span.end - 1) is row
    assert model.row_at(0) is None
    assert model.row_at(len(report.text)) is None


def test_one_list_keeps_text_order_and_numbers(model):
    numbers = [row.number for row in model.rows]

    model.set_grouped(grouped=False)

    assert model.rowCount() == len(model.rows)
    assert [model.node(model.index(row, 0)).number for row in range(model.rowCount())] == numbers


def test_words_change_with_the_language(model):
    row = row_named(model, "一般公共预算收入")
    assert model.headerData(VALUE, Qt.Orientation.Horizontal) == "数值"
    assert texts(model, row)[-1] == "实"

    set_language(Language.EN)
    model.retranslate()

    assert model.headerData(VALUE, Qt.Orientation.Horizontal) == "Value"
    assert texts(model, row)[-1] == "A"


def test_what_stands_under_no_heading_stands_under_its_part():
    report = report_of("去年完成3家。")
    m = measure(report, "3家", "企业改制")
    model = IndicatorModel()

    model.set_findings(
        report,
        Findings(
            (m,), (Indicator("企业改制", "企业改制", None, Part.OPENING, None, m.status, (m,)),)
        ),
    )

    assert [group_title(group) for group in model.groups] == ["开篇"]
    assert model.index(0, 0).data(Role.SPAN) is None


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("lg", ["lg"]),
        ("gl", ["gl"]),
        ("llg", ["l", "lg"]),
        ("lgg", ["lg", "g"]),
        ("lglg", ["lg", "lg"]),
        ("g", ["g"]),
    ],
)
def test_pairs_of_amount_and_change(kinds, expected):
    report = report_of("1家2家3家4家")
    figures = tuple(
        measure(report, f"{n}家", "企业", kind=Kind.LEVEL if kind == "l" else Kind.CHANGE)
        for n, kind in enumerate(kinds, start=1)
    )
    indicator = Indicator("企业", "企业", None, Part.REVIEW, None, Status.ACTUAL, figures)

    lines = lines_of(indicator)

    shapes = ["".join("lg"[at] for at, m in enumerate((x.value, x.growth)) if m) for x in lines]
    assert shapes == ["".join(sorted(pair, reverse=True)) for pair in expected]


def test_copied_cells_match_their_header(model):
    for row in model.rows:
        assert len(model.copied(row.record)) == len(model.copied_header())


def test_nothing_is_where_no_index_is(model):
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert not model.index(99, 0).isValid()
    assert not model.index_of(model.node(QModelIndex())).isValid()
