"""Sheets of cells: collections of reports, or tables of one document."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from hkreader.core.errors import FileDamaged, HoldsMany
from hkreader.core.report import Report
from hkreader.text import read_report
from hkreader.text.readers.choice import reader_of
from tests.reports import GOLD_NAMES, gold_report

HEAD = ["省", "市县", "年份", "上半部分", "全文"]


def rows() -> list[list[object]]:
    texts = [gold_report(name).text for name in GOLD_NAMES]
    return [
        ["某省", name, 2018, text[:900], text[:30_000]]
        for name, text in zip(GOLD_NAMES, texts, strict=True)
    ]


def csv_of(table: list[list[object]], codec: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=delimiter).writerows(table)
    return lines.getvalue().encode(codec)


def xlsx_of(*tables: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, table in enumerate(tables, 1):
        sheet = book.create_sheet(f"表{number}")
        for row in table:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(tmp_path: Path, data: bytes) -> Report:
    path = tmp_path / "表格"
    path.write_bytes(data)
    return read_report(path)


COLLECTIONS = {
    "csv": csv_of([HEAD, *rows()]),
    "gbk": csv_of([HEAD, *rows()], "gb18030"),
    "tsv": csv_of([HEAD, *rows()], delimiter="\t"),
    "semicolons": csv_of([HEAD, *rows()], delimiter=";"),
    "xlsx": xlsx_of([HEAD, *rows()]),
    "two sheets": xlsx_of([HEAD, *rows()[:3]], [HEAD, *rows()[3:]]),
}


@pytest.mark.parametrize("data", COLLECTIONS.values(), ids=COLLECTIONS.keys())
def test_a_report_in_each_row(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(HoldsMany) as found:
        read(tmp_path, data)
    assert found.value.data == {"count": len(GOLD_NAMES), "columns": ["全文", "上半部分"]}


def test_one_text_in_a_row_is_drawn_alone(tmp_path: Path) -> None:
    whole = gold_report("quzhou-2024")
    report = read(tmp_path, csv_of([["标题", "全文"], ["报告", whole.text]]))
    assert report.text == whole.text
    assert report.source.encoding == "utf-8-sig"


def test_one_text_in_a_workbook_is_drawn_alone(tmp_path: Path) -> None:
    text = gold_report("quzhou-2024").text[:20_000]
    assert read(tmp_path, xlsx_of([["标题", "全文"], ["报告", text]])).text == text


FIGURES: list[list[object]] = [
    ["指标", "2017年", "增速"],
    ["地区生产总值（亿元）", 861.8, "7.2%"],
    ["规上企业（家）", 1203.0, None],
]


@pytest.mark.parametrize("data", [csv_of(FIGURES), xlsx_of(FIGURES)], ids=["csv", "xlsx"])
def test_short_cells_are_a_table(tmp_path: Path, data: bytes) -> None:
    report = read(tmp_path, data)
    (table,) = report.tables
    cells = [[report.quote(cell) for cell in row] for row in table.rows]
    assert cells[0] == FIGURES[0]
    assert cells[1] == ["地区生产总值（亿元）", "861.8", "7.2%"]
    assert cells[2][1] in {"1203", "1203.0"}


def test_sheets_are_named_and_dates_are_dates(tmp_path: Path) -> None:
    dated: list[list[object]] = [
        ["会议", "日期"],
        ["一次", datetime(2018, 1, 10)],
        ["二次", date(2018, 1, 11)],
    ]
    report = read(tmp_path, xlsx_of(FIGURES, dated, [["只有一列"], ["的表"]]))
    assert "表2\n会议\t日期\n一次\t2018-01-10\n二次\t2018-01-11\n表3\n只有一列\n的表" in report.text


@pytest.mark.parametrize(
    "text",
    [
        "(2018年1月5日,在区人大会议上)\n区长 张三\n各位代表:现在,我报告工作,请审议。\n",
        "财政,税收\n全年收入100亿元,增长7%,完成预算。\n",
        "政府工作报告\n\n各位代表：\n",
        "区长\t张三\n各位代表：现在报告工作。\n一、工作回顾\n",
        "甲,甲\n1,2\n",
    ],
)
def test_plain_text_is_no_table(text: str) -> None:
    assert reader_of(text.encode()).FORMAT == "text"


def test_a_broken_workbook_has_its_sentence(tmp_path: Path) -> None:
    data = xlsx_of(FIGURES)
    with pytest.raises(FileDamaged):
        read(tmp_path, data[:600] + b"xl/workbook.xml" + data[700:])
