"""The outline as Qt sees it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from hkreader.core.findings import Bound, Findings, Kind, Measurement, Status
from hkreader.core.report import Span
from hkreader.models.outline_model import OutlineColumn, OutlineFilter, OutlineModel
from hkreader.models.roles import Role
from hkreader.text import read_report


@pytest.fixture(scope="module")
def report():
    from hkreader.resources import resource_path

    return read_report(resource_path("reports", "hongkou-2018.txt"))


@pytest.fixture
def model(qapp, report):
    model = OutlineModel()
    model.show_report(report)
    return model


def findings_at(*starts):
    return Findings(
        measurements=tuple(
            Measurement(
                Span(start, start + 1),
                "1",
                "数",
                Kind.LEVEL,
                1.0,
                "个",
                Bound.EXACT,
                "2017",
                Status.ACTUAL,
            )
            for start in starts
        )
    )


def headings(model, parent=None):
    parent = QModelIndex() if parent is None else parent
    rows = range(model.rowCount(parent))
    return [model.index(row, OutlineColumn.HEADING, parent).data() for row in rows]


def test_qt_finds_no_fault(qtmodeltester, model, report):
    qtmodeltester.check(model)
    model.count_figures(findings_at(report.sections[1].span.start))
    model.show_report(None)
    model.show_report(report)


def test_qt_finds_no_fault_in_the_filtered_outline(qtmodeltester, model):
    filtered = OutlineFilter()
    filtered.setSourceModel(model)
    qtmodeltester.check(filtered)
    filtered.set_text("经济")
    filtered.set_text("")


def test_headings_stand_under_each_other_as_in_the_report(model):
    top = headings(model)
    assert top[0] == "一、2017年工作回顾"
    first = model.index(0, 0, QModelIndex())
    assert headings(model, first)[0].startswith("(一)加快转型升级")
    leads = headings(model, model.index(0, 0, first))
    assert any(lead.startswith("产业发展势头良好") for lead in leads)


def test_every_section_has_its_row(model, report):
    for section in report.sections:
        row = model.index_of_section(section.index)
        assert row.data(Role.RECORD) is section
        assert row.data(Role.SPAN) == section.heading_span
    assert not model.index_of_section(-1).isValid()
    assert not model.index_of_section(len(report.sections)).isValid()


def test_counts_come_with_the_findings_and_include_inner_sections(model, report):
    first, inner = report.sections[0], report.sections[1]
    row = model.index_of_section(first.index)
    count = row.siblingAtColumn(OutlineColumn.FIGURES)
    assert count.data() == ""
    told = []
    model.counted.connect(lambda: told.append(count.data()))
    model.count_figures(findings_at(first.span.start, inner.span.start, inner.span.end - 1))
    assert count.data() == "3"
    inner_row = model.index_of_section(inner.index)
    assert inner_row.siblingAtColumn(OutlineColumn.FIGURES).data() == "2"
    assert told == ["3"], "told once, when all are there"
    assert "3" in row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_section_without_figures_shows_nothing(model, report):
    model.count_figures(findings_at())
    row = model.index_of_section(0)
    assert row.siblingAtColumn(OutlineColumn.FIGURES).data() == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("产业发展", "产业发展势头良好", id="a lead deep down"),
        pytest.param("（一）", "(一)", id="full width finds half width"),
        pytest.param("经济 实力", "经济综合实力", id="every word"),
    ],
)
def test_the_filter_keeps_what_is_looked_for_and_what_is_above(model, text, found):
    filtered = OutlineFilter()
    filtered.setSourceModel(model)
    filtered.set_text(text)
    assert filtered.active
    kept = []

    def walk(parent):
        for heading, row in zip(
            headings(filtered, parent), range(filtered.rowCount(parent)), strict=True
        ):
            kept.append(heading)
            walk(filtered.index(row, 0, parent))

    walk(QModelIndex())
    assert any(found in heading for heading in kept)
    assert len(kept) < model.rowCount() + sum(1 for _ in model._nodes)


def test_the_filter_that_finds_nothing_shows_nothing(model):
    filtered = OutlineFilter()
    filtered.setSourceModel(model)
    filtered.set_text("没有这样的标题")
    assert filtered.rowCount() == 0
    filtered.set_text("  ")
    assert filtered.rowCount() == model.rowCount()
