"""The workbook opened again and compared cell by cell with what was found."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from hkreader.core.findings import Findings, Kind
from hkreader.core.report import Facts
from hkreader.export import write_export, write_table
from hkreader.extract import analyse
from hkreader.messages import Language, set_language
from tests.findings_score import found
from tests.reports import gold_report, report_of

SHEETS = ["指标", "目标对照", "任务分解", "勾稽核对", "名词解释", "目录", "原文", "说明"]
INDICATORS = [
    *(
        "序号",
        "章节",
        "指标",
        "数值",
        "单位",
        "增速(%)",
        "增减",
        "增减单位",
        "口径",
        "限定",
        "时期",
    ),
    *("性质", "原文句", "段号", "核对", "备注"),
]
TASKS = [
    *(
        "序号",
        "领域",
        "任务",
        "具体内容",
        "量化目标",
        "牵头单位",
        "配合单位",
        "完成时限",
        "进展",
        "段号",
    ),
]
NAME = "hongkou-2018"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "out.xlsx"
    write_export([(gold_report(NAME), found(NAME))], path)
    return load_workbook(path)


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "two.xlsx"
    names = (NAME, "quzhou-2024")
    write_export([(gold_report(name), found(name)) for name in names], path)
    return load_workbook(path)


def titles(sheet):
    return [cell.value for cell in sheet[1]]


def records(sheet):
    head = titles(sheet)
    return [dict(zip(head, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]


def test_sheets_and_heads(book):
    assert book.sheetnames == SHEETS
    assert titles(book["指标"]) == INDICATORS
    assert titles(book["任务分解"]) == TASKS
    assert titles(book["勾稽核对"]) == [
        "类型",
        "涉及指标",
        "算式",
        "差额",
        "结论",
        "原文句",
        "段号",
    ]
    assert titles(book["名词解释"]) == ["名词", "解释", "出现次数", "段号"]
    assert titles(book["目录"]) == ["层级", "标题", "字数", "指标数", "任务数"]
    assert titles(book["原文"]) == ["段号", "章节", "文本"]


def test_the_row_of_the_general_budget(book):
    row = next(
        row
        for row in records(book["指标"])
        if row["指标"] == "一般公共预算收入" and row["性质"] == "完成"
    )

    assert (row["数值"], row["单位"], row["增速(%)"]) == (110.11, "亿元", 7.66)
    assert (row["口径"], row["时期"], row["核对"]) == ("同口径", 2017, "未核")
    assert row["原文句"] == "一般公共预算收入完成110.11亿元,同口径增长7.66%。"
    target = next(row for row in records(book["目标对照"]) if row["指标"] == "一般公共预算收入")
    assert (target["上年完成"], target["上年增速"], target["目标增速"]) == (110.11, 7.66, 7)
    assert target["差"] == -0.66


CHECKED = (
    "政府工作报告\n各位代表：\n一、2017年工作回顾\n生产总值增长6.5%。登记失业率由3.1%下降到4.1%。"
    "三次产业结构为7.5：38.2：54.3。\n二、2018年工作安排\n今年安排财政赤字8000亿元，"
    "其中中央财政赤字5600亿元、地方债2500亿元。\n主要预期目标是：居民收入增长与经济增长同步。"
)


def test_checks_begin_with_what_differs(tmp_path):
    report = report_of(CHECKED)
    write_export([(report, analyse(report))], tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx")["勾稽核对"]

    rows = records(sheet)
    assert [(row["类型"], row["算式"], row["差额"], row["结论"]) for row in rows] == [
        ("升降", "3.1 < 4.1", 1, "不符"),
        ("合计", "5600 + 2500 = 8100 ≠ 8000", -100, "不符"),
        ("合计", "7.5 + 38.2 + 54.3 = 100", None, "相符"),
    ]
    assert sheet["D3"].number_format == '+0"亿元";-0"亿元";0"亿元"'
    assert (
        sheet["A2"].fill.fgColor.rgb == sheet["E3"].fill.fgColor.rgb != sheet["A4"].fill.fgColor.rgb
    )
    assert sheet["G2"].hyperlink.location == "'原文'!A5"


def test_what_is_missing_is_said(tmp_path):
    report = report_of(CHECKED)
    write_export([(report, analyse(report))], tmp_path / "out.xlsx")
    book = load_workbook(tmp_path / "out.xlsx")

    alone = next(row for row in records(book["指标"]) if row["指标"] == "生产总值")
    assert alone["备注"] == "仅有增速，无数值"
    promise = records(book["目标对照"])[-1]
    assert (promise["指标"], promise["今年目标"]) == ("居民收入", "居民收入增长与经济增长同步")


def test_every_figure_stands_in_its_sheet_as_the_report_wrote_it(book):
    sheet = book["指标"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    amounts = [sheet.cell(row, columns["数值"]) for row in range(2, sheet.max_row + 1)]
    growths = [sheet.cell(row, columns["增速(%)"]) for row in range(2, sheet.max_row + 1)]

    written = [cell for cell in amounts if cell.value is not None]
    wanted = [
        item
        for row in found(NAME).indicators
        for item in row.measurements
        if item.kind not in (Kind.GROWTH, Kind.CHANGE)
    ]
    assert [cell.value for cell in written] == pytest.approx([item.shown_value for item in wanted])
    for cell, item in zip(written, wanted, strict=True):
        assert cell.data_type == "n"
        assert cell.number_format == ("0." + "0" * item.decimals if item.decimals else "0")
    grown = [item for item in found(NAME).measurements if item.kind is Kind.GROWTH]
    assert sorted(cell.value for cell in growths if cell.value is not None) == pytest.approx(
        sorted(item.value for item in grown)
    )


def test_tasks_terms_and_text_are_whole(book):
    report, findings = gold_report(NAME), found(NAME)

    tasks = records(book["任务分解"])
    assert [row["任务"] for row in tasks] == [task.title for task in findings.tasks]
    assert [row["具体内容"] for row in tasks] == [
        report.quote(task.span) for task in findings.tasks
    ]
    assert all(row["牵头单位"] is None and row["进展"] is None for row in tasks)
    assert [row["名词"] for row in records(book["名词解释"])] == [
        term.name for term in report.glossary
    ]
    texts = records(book["原文"])
    assert [row["段号"] for row in texts] == [item.number for item in report.paragraphs]
    assert "".join("".join(row["文本"].split()) for row in texts) == "".join(
        "".join(report.quote(item.span).split()) for item in report.paragraphs
    )
    assert [row["标题"] for row in records(book["目录"])] == [
        section.heading for section in report.sections
    ]


def test_about_names_the_source_and_what_was_left_out(book):
    report, findings = gold_report(NAME), found(NAME)
    facts = {row["项目"]: row["内容"] for row in records(book["说明"])}

    assert facts["SHA-256"] == report.source.sha256
    assert (facts["地区"], facts["年份"]) == ("上海市虹口区", 2018)
    assert facts["测量值"] == len(findings.measurements)
    assert facts["未采用的数字"] == len(findings.unplaced)
    left_out = [row for row in records(book["说明"]) if row["项目"].startswith("未采用：")]
    assert len(left_out) == len(findings.unplaced)


@pytest.mark.parametrize("sheet", ["指标", "目标对照", "任务分解", "名词解释", "说明"])
def test_paragraph_numbers_lead_to_their_row(book, sheet):
    text = book["原文"]
    links = 0
    for row in book[sheet].iter_rows(2):
        for cell in row:
            if cell.hyperlink is None:
                continue
            links += 1
            assert cell.hyperlink.target is None
            name, _, place = cell.hyperlink.location.partition("!")
            assert name == "'原文'"
            assert text[place].value == cell.value
    assert links


def test_links_of_the_second_report_lead_to_its_text(pair):
    text = pair["原文"]
    for sheet in ("指标", "任务分解", "目标对照"):
        for row in pair[sheet].iter_rows(2):
            for cell in row:
                if cell.hyperlink is not None:
                    number = text[cell.hyperlink.location.partition("!A")[2]]
                    assert number[2].value == cell.value
                    assert number[0].value == row[0].value


def test_many_reports_share_the_sheets_with_region_and_year_in_front(pair):
    assert pair.sheetnames == SHEETS
    for name in SHEETS:
        assert titles(pair[name])[:2] == ["地区", "年份"]
    whose = {(row["地区"], row["年份"]) for row in records(pair["指标"])}
    assert {year for _, year in whose} == {2018, 2024}
    assert len(records(pair["指标"])) == len(
        [row for row in records(pair["指标"]) if row["序号"] is not None]
    )


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_are_set_to_be_used_and_printed(book, name):
    sheet = book[name]

    assert sheet.freeze_panes == "A2"
    (table,) = sheet.tables.values()
    # A table has a row even where there is nothing to put into it.
    last = get_column_letter(sheet.max_column)
    assert table.ref == f"A1:{last}{max(sheet.max_row, 2)}"
    assert table.autoFilter.ref == table.ref
    assert [column.name for column in table.tableColumns] == titles(sheet)
    assert len(set(titles(sheet))) == len(titles(sheet))
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    for letter, cell in zip("ABCDEFGHIJKLMNOP", sheet[1], strict=False):
        width = sheet.column_dimensions[letter].width
        assert width >= sum(1 if char.isascii() else 2 for char in cell.value)


def test_progress_is_chosen_from_a_list(book):
    sheet = book["任务分解"]
    (choice,) = sheet.data_validations.dataValidation

    assert choice.type == "list"
    assert choice.formula1 == '"未启动,达进度,超进度,欠进度,已完成,其他"'
    assert str(choice.sqref) == f"I2:I{sheet.max_row}"


def test_wrapped_rows_are_high_enough(book):
    sheet = book["原文"]
    for row in range(2, sheet.max_row + 1):
        text = sheet.cell(row, 3).value
        lines = -(-2 * len(text) // 110)
        if lines > 2:
            assert sheet.row_dimensions[row].height >= 13 * (lines - 1)


def test_text_never_becomes_a_formula(tmp_path):
    signs = ["=1+1", "+5%", "-号", "@附", '=HYPERLINK("x")', "#N/A"]
    report = report_of(
        "政府工作报告\n\n"
        + "\n\n".join(f"{sign}是报告中的一段文字。" for sign in signs)
        + "\n\n#N/A\n"
    )
    report = replace(report, facts=Facts(region="=地区", year=2024))
    path = tmp_path / "out.xlsx"
    write_export([(report, Findings()), (report, Findings())], path)

    book = load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type not in ("f", "e")
                if isinstance(cell.value, str) and cell.value[:1] in "=+-@":
                    assert cell.quotePrefix
    texts = [row["文本"] for row in records(book["原文"])]
    assert sum(text.startswith(tuple(signs)) for text in texts) >= 2 * len(signs)


def test_characters_that_no_workbook_holds_and_paragraphs_too_long_for_a_page(tmp_path):
    report = report_of("政府工作报告\n\n" + "这是一句很长的话\x07。" * 800)
    path = tmp_path / "out.xlsx"
    write_export([(report, Findings())], path)

    rows = records(load_workbook(path)["原文"])
    assert "\ufffd" in "".join(row["文本"] for row in rows)
    assert max(len(row["文本"]) for row in rows) <= 1800
    assert len({row["段号"] for row in rows}) == len(report.paragraphs)
    assert all(row["文本"].endswith("。") for row in rows[1:])


def test_an_empty_report_still_makes_a_sound_workbook(tmp_path):
    path = tmp_path / "空 的.xlsx"
    write_export([(report_of("一段普通的文字。"), Findings())], path)

    assert load_workbook(path).sheetnames == SHEETS


@pytest.mark.parametrize(
    ("view", "sheet"),
    [
        ("tasks", "任务分解"),
        ("targets", "目标对照"),
        ("indicators", "指标"),
        ("checks", "勾稽核对"),
    ],
)
def test_one_view_with_the_text_its_links_lead_to(tmp_path, view, sheet):
    path = tmp_path / "view.xlsx"
    write_table(view, [(gold_report(NAME), found(NAME))], path)

    assert load_workbook(path).sheetnames == [sheet, "原文", "说明"]


def test_in_english(tmp_path):
    set_language(Language.EN)
    path = tmp_path / "out.xlsx"
    write_export([(gold_report(NAME), found(NAME))], path)

    book = load_workbook(path)
    assert book.sheetnames[0] == "Indicators"
    link = next(cell.hyperlink for cell in book["Indicators"]["N"] if cell.hyperlink)
    assert link.location.startswith("'Text'!A")


def test_the_same_findings_give_the_same_sheets(tmp_path):
    parts = []
    for name in ("a.xlsx", "b.xlsx"):
        path = Path(tmp_path, name)
        write_export([(gold_report(NAME), found(NAME))], path)
        with zipfile.ZipFile(path) as archive:
            sheets = [item for item in archive.namelist() if item.startswith("xl/worksheets/sheet")]
            parts.append({item: archive.read(item) for item in sheets})
        # The last sheet tells when the workbook was made.
        del parts[-1][f"xl/worksheets/sheet{len(sheets)}.xml"]
    assert parts[0] == parts[1]


def test_a_rank_is_no_result_beside_a_promised_rate(tmp_path):
    report = gold_report("quzhou-2024")
    write_export([(report, found("quzhou-2024"))], tmp_path / "book.xlsx")
    rows = records(load_workbook(tmp_path / "book.xlsx")["目标对照"])

    (retail,) = [row for row in rows if row["指标"] == "社会消费品零售总额"]
    assert (retail["上年完成"], retail["上年增速"], retail["目标增速"]) == (None, 10.6, 6)
