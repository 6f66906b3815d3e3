from __future__ import annotations

from dataclasses import replace

import pytest

from hkreader.core.findings import Measurement, Unplaced
from hkreader.core.reviews import Decision, Ruling
from hkreader.extract import analyse, assemble
from hkreader.library.applying import SecondLook, apply
from hkreader.library.wording import Wording
from hkreader.text import read_report
from tests.library.samples import confirmations
from tests.reports import report_of

TEXT = (
    "一、2017年工作回顾\n"
    "全年完成旧改征收6500户,新建绿地2.9万平方米。财政收入增长10%。\n"
    "二、2018年工作安排\n"
    "完成旧改征收5000户。\n"
)


@pytest.fixture
def report():
    return report_of(TEXT)


@pytest.fixture
def findings(report):
    found = analyse(report)
    assert [item.text for item in found.measurements] == ["6500户", "2.9万平方米", "10%", "5000户"]
    return found


def rule(report, ruling, found, *word):
    spans = [item.span for item in (*found, *word)]
    return Decision(Wording(report).anchor(*spans), ruling, word, tuple(found))


def said(reviewed):
    return [(item.text, item.name) for item in reviewed.findings.measurements]


def test_without_decisions_the_findings_are_as_they_were(report, findings):
    assert apply(report, findings, []).findings is findings


def test_confirming_changes_nothing(report, findings):
    reviewed = apply(report, findings, confirmations(report))

    assert reviewed.findings is findings
    assert reviewed.second_looks == ()


def test_an_edited_figure_stands_in_rows_and_targets_too(report, findings):
    first = findings.measurements[0]
    word = replace(first, name="旧区改造征收", value=6600.0)

    reviewed = apply(report, findings, [rule(report, Ruling.EDITED, [first], word)])

    assert reviewed.findings.measurements[0] == word
    assert "旧区改造征收" in {row.name for row in reviewed.findings.indicators}
    assert first not in [m for row in reviewed.findings.indicators for m in row.measurements]
    assert reviewed.findings == assemble(
        report, (word, *findings.measurements[1:]), findings.unplaced
    )
    assert reviewed.second_looks == ()


def test_a_rejected_figure_is_gone(report, findings):
    decision = rule(report, Ruling.REJECTED, findings.measurements[1:2])

    reviewed = apply(report, findings, [decision])

    assert [text for text, _ in said(reviewed)] == ["6500户", "10%", "5000户"]
    assert decision not in [look.decision for look in reviewed.second_looks]


def test_an_added_figure_comes_in_its_order_and_is_no_longer_left_out(report, findings):
    left = findings.measurements[1]
    without = assemble(
        report,
        tuple(item for item in findings.measurements if item is not left),
        (*findings.unplaced, unplaced(left)),
    )

    reviewed = apply(report, without, [rule(report, Ruling.ADDED, [], left)])

    assert reviewed.findings.measurements == findings.measurements
    assert reviewed.findings.unplaced == findings.unplaced
    assert reviewed.second_looks == ()


def unplaced(item):
    return Unplaced(item.span, item.text, "left_out.unnamed")


def test_figures_are_merged_and_split(report, findings):
    one, other = findings.measurements[:2]
    whole = report.text[one.span.start : other.span.end]
    merged = replace(one, span=replace(one.span, end=other.span.end), text=whole, name="合并")

    together = apply(report, findings, [rule(report, Ruling.EDITED, [one, other], merged)])
    apart = apply(report, together.findings, [rule(report, Ruling.EDITED, [merged], one, other)])

    assert said(together)[0] == (whole, "合并")
    assert len(said(together)) == len(findings.measurements) - 1
    assert together.second_looks == apart.second_looks == ()
    assert apart.findings.measurements == findings.measurements


def changed(item: Measurement, **changes) -> Measurement:
    return replace(item, **changes)


@pytest.mark.parametrize(
    ("now", "looks"),
    [
        (lambda first: [changed(first, name="征收")], True),
        (lambda first: [changed(first, value=65.0)], True),
        (lambda first: [changed(first, period="2016")], True),
        (lambda first: [], True),
        (lambda first: [changed(first, confidence=0.4, reason="reason.far")], False),
    ],
    ids=["other name", "other value", "other period", "nothing", "less sure"],
)
def test_a_better_extractor_overwrites_nothing_and_is_listed(report, findings, now, looks):
    first, *rest = findings.measurements
    decision = rule(report, Ruling.CONFIRMED, [first], first)
    new = assemble(report, (*now(first), *rest), findings.unplaced)

    reviewed = apply(report, new, [decision])

    assert reviewed.findings.measurements == findings.measurements
    expected = (SecondLook(decision, tuple(now(first))),) if looks else ()
    assert reviewed.second_looks == expected


def test_an_extractor_that_now_says_what_the_user_said_needs_no_second_look(report, findings):
    first, *rest = findings.measurements
    word = replace(first, name="旧区改造征收")
    new = assemble(report, (word, *rest), findings.unplaced)

    reviewed = apply(report, new, [rule(report, Ruling.EDITED, [first], word)])

    assert reviewed.findings.measurements == new.measurements
    assert reviewed.second_looks == ()


def test_every_decision_on_a_report_stands_over_a_changed_extractor(hongkou):
    """Every second figure is said otherwise: all words stand, and half of them are listed."""
    report = read_report(hongkou)
    findings = analyse(report)
    decisions = confirmations(report)
    other = tuple(
        replace(item, name=item.name + "总数") if number % 2 else item
        for number, item in enumerate(findings.measurements)
    )

    reviewed = apply(report, assemble(report, other, findings.unplaced), decisions)

    assert len(decisions) > 100
    assert reviewed.findings == findings
    assert [look.decision for look in reviewed.second_looks] == list(decisions[1::2])
    assert [look.now for look in reviewed.second_looks] == [(item,) for item in other[1::2]]
