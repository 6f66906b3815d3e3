"""The markup of rows: what the format forbids, and where its limits are."""

import io

import pytest
from openpyxl import load_workbook

from hkreader.core.progress import silent
from hkreader.export import rows_xml
from hkreader.export.rows_xml import SheetBody, text_cell
from hkreader.export.table import Column, Number, Paragraph, Table
from hkreader.export.workbook import write_workbook


def written(tables):
    file = io.BytesIO()
    write_workbook(tables, file, silent)
    return load_workbook(file)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<税&费>", "<税&费>"),
        ("“引号”\"'", "“引号”\"'"),
        ("  前后  ", "  前后  "),
        ("响铃\x07", "响铃\ufffd"),
        ("半个\ud800字", "半个\ufffd字"),
        ("𠮷野家", "𠮷野家"),
        ("两行\n一格", "两行\n一格"),
    ],
)
def test_text_comes_back(text, read):
    table = Table("terms", [Column("term", 20)], [[text]])

    assert written([table])[table.title]["A2"].value == read


def test_what_looks_like_a_code_of_the_format_is_no_code():
    assert ">_x005F_x0041_和_x</t>" in text_cell("A1", 0, "_x0041_和_x")


def test_beyond_the_most_links_of_a_sheet_formulas_lead_on(monkeypatch):
    monkeypatch.setattr(rows_xml, "_MOST_LINKS", 1)
    body = SheetBody("原文")
    first, second = (body.link(f"A{row}", 0, Paragraph(row, row + 5)) for row in (2, 3))

    assert len(body.links) == 1
    assert "<f>" not in first
    assert """HYPERLINK("#'原文'!A8",3)""" in second


def test_numbers_and_their_formats():
    values = [Number(110.11, 2), Number(-0.66, 2, "个百分点", signed=True), Number(4e12), 7]
    table = Table("terms", [Column("value", 9)], [[value] for value in values])
    sheet = written([table])[table.title]

    assert [sheet.cell(row, 1).value for row in range(2, 6)] == [110.11, -0.66, 4000000000000, 7]
    assert [sheet.cell(row, 1).number_format for row in range(2, 6)] == [
        "0.00",
        '+0.00"个百分点";-0.00"个百分点";0"个百分点"',
        "0",
        "General",
    ]
