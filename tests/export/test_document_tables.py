"""Tables of a document go into the workbook as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from hkreader.core.report import Report
from hkreader.export import write_export
from hkreader.extract import analyse
from hkreader.text import read_report
from tests.reports import gold_report
from tests.text.readers.test_row_reports import xlsx_of

FIRST: list[list[object]] = [
    ["指标", "2017年", "增速", "编号"],
    ["地区生产总值（亿元）", "1,861.80", "7.2%", "007"],
    ["进出口", "−12", "", "+1+1"],
]
SECOND: list[list[object]] = [["项目", "投资"], ["公路", "3"]]


@pytest.fixture
def report(tmp_path: Path) -> Report:
    path = tmp_path / "表.xlsx"
    path.write_bytes(xlsx_of(FIRST, SECOND))
    return read_report(path)


def sheet(path: Path, *reports: Report):
    write_export([(report, analyse(report)) for report in reports], path)
    return load_workbook(path)


def test_rows_and_columns_stay_and_numbers_are_numbers(tmp_path: Path, report: Report) -> None:
    book = sheet(tmp_path / "out.xlsx", report)
    assert book.sheetnames[-3:] == ["原文", "文中表格", "说明"]
    head, *rows = book["文中表格"].iter_rows()
    assert [cell.value for cell in head] == ["表", "段号", "第1列", "第2列", "第3列", "第4列"]
    values = [[cell.value for cell in row] for row in rows]
    assert [row[0] for row in values] == [1, 1, 1, 2, 2]
    assert [row[2:] for row in values] == [
        ["指标", "2017年", "增速", "编号"],
        ["地区生产总值（亿元）", 1861.8, 7.2, "007"],
        ["进出口", -12, None, "+1+1"],
        ["项目", "投资", None, None],
        ["公路", 3, None, None],
    ]
    assert rows[2][5].data_type == "s"
    assert rows[1][3].number_format == "0.00"
    assert rows[1][4].number_format == '0.0"%"'
    assert rows[3][1].hyperlink.location.startswith("'原文'!A")


def test_of_many_reports_each_is_named(tmp_path: Path, report: Report) -> None:
    book = sheet(tmp_path / "out.xlsx", gold_report("quzhou-2024"), report)
    rows = list(book["文中表格"].iter_rows(values_only=True))
    assert rows[0][:4] == ("地区", "年份", "表", "段号")
    assert {row[0] for row in rows[1:]} == {"表.xlsx"}


def test_without_tables_there_is_no_such_sheet(tmp_path: Path) -> None:
    assert "文中表格" not in sheet(tmp_path / "out.xlsx", gold_report("quzhou-2024")).sheetnames


def test_the_facts_tell_the_state_of_the_text(tmp_path: Path, report: Report) -> None:
    for read, state in (
        (gold_report("quzhou-2024"), "未发现破损"),
        (report, "看来不是政府工作报告"),
    ):
        facts = {
            row[0]: row[1]
            for row in sheet(tmp_path / "out.xlsx", read)["说明"].iter_rows(values_only=True)
        }
        assert facts["文本情况"].startswith(state)
