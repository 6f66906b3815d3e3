import pytest

from hkreader.core.findings import Kind, Status, Target
from hkreader.models.comparison import TargetColumn, compare
from tests.models.factory import measure, report_of

TEXT = "完成110.11亿元,增长7.66%,覆盖率75.3%。今年0.2万亿元,增长7%,覆盖率76%,改造8000户,减少5户。"
REPORT = report_of(TEXT)


def figures(*specs, status=Status.ACTUAL):
    return tuple(measure(REPORT, text, "指标", kind=kind, status=status) for text, kind in specs)


DONE = (("110.11亿元", Kind.LEVEL), ("7.66%", Kind.GROWTH))


@pytest.mark.parametrize(
    ("review", "plan", "expected"),
    [
        pytest.param(DONE, (("7%", Kind.GROWTH),), "−0.66点", id="rates-come-first"),
        pytest.param(
            (("75.3%", Kind.RATIO),), (("76%", Kind.RATIO),), "+0.7点", id="shares-in-points"
        ),
        pytest.param(DONE[:1], (("110.11亿元", Kind.LEVEL),), "0.00", id="same"),
        pytest.param(DONE[:1], (("8000户", Kind.LEVEL),), None, id="other-unit"),
        pytest.param(DONE[:1], (("7%", Kind.GROWTH),), None, id="amount-and-rate"),
    ],
)
def test_difference(review, plan, expected):
    compared = compare(Target("指标", figures(*review), figures(*plan, status=Status.TARGET)))

    shown = None if compared.difference is None else str(compared.difference.number)
    assert shown == expected


def test_difference_is_told_in_the_unit_of_the_target():
    plan = (measure(REPORT, "0.2万亿元", "指标", value=2e11),)

    compared = compare(Target("指标", figures(*DONE[:1]), plan))

    assert str(compared.difference.rounded) == "0.188989"
    assert compared.difference.words == "目标比上年高 0.188989万亿元"


def test_each_column_has_its_figure():
    compared = compare(Target("指标", figures(*DONE), figures(("7%", Kind.GROWTH))))

    texts = {column: m.text for column, m in compared.figures.items() if m is not None}
    assert texts == {
        TargetColumn.DONE: "110.11亿元",
        TargetColumn.DONE_GROWTH: "7.66%",
        TargetColumn.PLANNED_GROWTH: "7%",
    }


@pytest.mark.parametrize(
    ("promised", "shown"),
    [("7%", None), ("第2位", "第1位")],
    ids=["beside a rate", "beside a rank"],
)
def test_a_rank_is_a_result_only_where_a_rank_was_promised(promised, shown):
    report = report_of("增长9%,居全省第1位。今年增长7%,争取第2位。")
    kind = Kind.RANK if promised.startswith("第") else Kind.GROWTH
    done = (
        measure(report, "9%", "指标", kind=Kind.GROWTH),
        measure(report, "第1位", "指标", kind=Kind.RANK),
    )
    plan = (measure(report, promised, "指标", kind=kind, status=Status.TARGET),)

    figure = compare(Target("指标", done, plan)).figures[TargetColumn.DONE]

    assert (figure and figure.text) == shown
