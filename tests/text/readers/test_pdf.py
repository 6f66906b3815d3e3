"""PDF documents become paragraphs, tables and noise as a reader of the page sees them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from hkreader.core import errors
from hkreader.extract import analyse
from hkreader.text import read_report
from hkreader.text.readers import Draft, pdf
from tests.pdf_files import Sheet, write_pdf

DATA = Path(__file__).parents[2] / "data" / "pdf"
FULL = "全区生产总值增长百分之七点五财政收入增长百分之九"
"""A line that fills its column of 24 letters."""
LEFT = 100.0


def draw(*sheets: Sheet) -> Draft:
    return pdf.draw(Path("报告.pdf"), write_pdf(*sheets))


def paragraphs(draft: Draft) -> list[str]:
    """Give the paragraphs without the noise in them."""
    hidden = {i for noise in draft.layout.noise for i in range(noise.span.start, noise.span.end)}
    spans = draft.layout.paragraphs
    assert spans
    return ["".join(draft.text[i] for i in range(s.start, s.end) if i not in hidden) for s in spans]


def noise(draft: Draft) -> list[tuple[str, str]]:
    return [
        (draft.text[item.span.start : item.span.end].strip(), item.reason)
        for item in draft.layout.noise
    ]


def body(*, first: str = "", lines: int = 6) -> list[str]:
    """Give lines of paragraphs of two lines each, the first set in."""
    pairs = [("\u3000\u3000" + FULL[:22], FULL[:9] + "。") for _ in range(lines // 2)]
    return (
        [first, *(line for pair in pairs for line in pair)]
        if first
        else [line for pair in pairs for line in pair]
    )


TWO = FULL[:22] + FULL[:9] + "。"


def test_lines_are_joined_to_paragraphs() -> None:
    draft = draw(Sheet().put(220, 80, "政府工作报告", 22).lines(LEFT, 140, body()))
    assert paragraphs(draft) == ["政府工作报告", TWO, TWO, TWO]
    assert "\n".join(paragraphs(draft)) == draft.text


def test_full_lines_go_on_and_short_ones_end() -> None:
    other = FULL[12:] + FULL[:12]
    rest = [FULL[:4] + "。", "\u3000\u3000" + FULL[:20] + "。"]
    draft = draw(
        Sheet().lines(LEFT, 140, ["\u3000\u3000" + FULL[:22], FULL, other, *rest, *body()])
    )
    whole = FULL[:22] + FULL + other + FULL[:4] + "。"
    assert paragraphs(draft)[:2] == [whole, FULL[:20] + "。"]


def test_a_paragraph_goes_on_over_heads_feet_and_footnotes() -> None:
    first = (
        Sheet().put(220, 50, "内部资料", 9).lines(LEFT, 140, [*body(), "\u3000\u3000" + FULL[:22]])
    )
    first.put(LEFT, 700, "[1]按可比口径计算。", 9).put(280, 800, "— 1 —", 9)
    second = Sheet().put(220, 50, "内部资料", 9).lines(LEFT, 140, body(first=FULL[:6] + "。"))
    second.put(280, 800, "— 2 —", 9)
    draft = draw(first, second)
    whole = FULL[:22] + FULL[:6] + "。"
    assert paragraphs(draft) == [TWO, TWO, TWO, whole, "[1]按可比口径计算。", TWO, TWO, TWO]
    assert noise(draft) == [
        ("内部资料", "page head"),
        ("— 1 —", "page number"),
        ("内部资料", "page head"),
        ("— 2 —", "page number"),
    ]
    assert [draft.text[at : at + 4] for at in draft.layout.pages] == ["内部资料"] * 2


def test_two_columns_below_a_title_across_them() -> None:
    column = [FULL[:14]] * 3 + [FULL[:5] + "。"]
    sheet = Sheet().put(150, 80, "政府工作报告在人民代表大会会议上", 18)
    for row, line in enumerate(column):
        sheet.put(LEFT, 140 + 20 * row, line).put(LEFT + 14 * 12 + 20, 140 + 20 * row, line)
    whole = FULL[:14] * 3 + FULL[:5] + "。"
    assert paragraphs(draw(sheet)) == ["政府工作报告在人民代表大会会议上", whole, whole]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_pages_read_alike(rotate: int) -> None:
    sheet = Sheet(rotate=rotate).lines(LEFT, 140, body())
    assert paragraphs(draw(sheet)) == [TWO] * 3


def test_turned_writing_is_read_and_watermarks_are_noise() -> None:
    turned = Sheet()
    for row, line in enumerate(body()):
        inside = len(line) - len(line.lstrip("\u3000"))
        turned.put(140 + 20 * row, 700 - 12 * inside, line.lstrip("\u3000"), angle=90)
    assert paragraphs(draw(turned)) == [TWO] * 3
    marked = [Sheet().lines(LEFT, 140, body()).put(200, 500, "征求意见稿", 40, 45) for _ in "ab"]
    draft = draw(*marked)
    assert paragraphs(draft) == [TWO] * 6
    assert noise(draft) == [("征求意见稿", "watermark")] * 2


def test_letters_set_twice_are_bold_and_gaps_in_chinese_no_blanks() -> None:
    sheet = Sheet().put(LEFT, 100, "工作报告").put(LEFT + 0.4, 100, "工作报告")
    for index, letter in enumerate("稳中求进"):
        sheet.put(LEFT + 16 * index, 140, letter)
    assert draw(sheet).text == "工作报告\n稳中求进"


def test_marks_of_another_font_that_are_drawn_later_stand_in_their_gaps() -> None:
    sheet = Sheet().put(LEFT, 100, "建成").put(LEFT + 36, 100, "样板区").put(LEFT + 84, 100, "，")
    sheet.put(LEFT + 24, 100, "“").put(LEFT + 72, 100, "”").put(LEFT + 96, 100, "打通")
    assert draw(sheet).text == "建成“样板区”，打通"


def test_a_list_of_numbers_that_had_no_room_goes_on() -> None:
    lines = [
        "\u3000\u3000" + FULL[:22],
        FULL[:15],
        "41.5%、12.7%、17%，" + FULL[:10],
        FULL[:6] + "。",
    ]
    draft = draw(Sheet().lines(LEFT, 140, [*lines, *body()]))
    assert paragraphs(draft)[0] == "".join(lines).strip()


def test_words_keep_their_blanks_and_lose_hyphens() -> None:
    lines = ["the gross domestic product of the dis-", "trict grew by 7.5 per cent and has now"]
    draft = draw(Sheet().lines(LEFT, 100, [*lines, *lines[1:], *lines[1:]]))
    assert draft.text.startswith("the gross domestic product of the district grew by 7.5 per cent")


def test_raised_numbers_are_no_part_of_amounts() -> None:
    sheet = Sheet().put(LEFT, 100, "增长8.5").put(LEFT + 48, 95, "1", 7).put(LEFT, 140, "5km")
    sheet.put(LEFT + 18, 135, "2", 7)
    assert draw(sheet).text == "增长8.5[1]\n5km²"


def test_ruled_tables_have_cells() -> None:
    sheet = Sheet().lines(LEFT, 100, body())
    for y in (300, 330, 360, 390):
        sheet.rule(100, y, 400, y)
    for x in (100, 200, 300, 400):
        sheet.rule(x, 330 if x == 300 else 300, x, 390)
    rows = [("指标", "二〇一七年", ""), ("", "亿元", "%"), ("财政收入", "256.9", "7.5")]
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.put(110 + 100 * column, 320 + 30 * row, cell)
    draft = draw(sheet)
    (table,) = draft.layout.tables
    assert [[draft.text[c.start : c.end] for c in row] for row in table.rows] == [
        list(row) for row in rows
    ]
    assert draft.text[table.span.start : table.span.end] == "\n".join(map("\t".join, rows))
    assert paragraphs(draft) == [TWO] * 3


def test_a_frame_is_no_table() -> None:
    sheet = Sheet().lines(LEFT, 140, body())
    for x0, y0, x1, y1 in (
        (90, 100, 500, 100),
        (90, 400, 500, 400),
        (90, 100, 90, 400),
        (500, 100, 500, 400),
    ):
        sheet.rule(x0, y0, x1, y1)
    draft = draw(sheet)
    assert (draft.layout.tables, paragraphs(draft)) == ((), [TWO] * 3)


def test_writing_beside_the_sheet_is_not_read() -> None:
    assert draw(Sheet().lines(LEFT, 140, ["看得见"]).put(LEFT, 900, "看不见")).text == "看得见"


def test_scans_say_so_and_partly_scanned_ones_are_read() -> None:
    with pytest.raises(errors.FileScanned):
        draw(Sheet().picture(), Sheet().picture())
    draft = draw(Sheet().picture(), Sheet().picture().lines(LEFT, 140, body()))
    assert paragraphs(draft) == [TWO] * 3
    assert draft.layout.pages == (0, 0)
    assert draft.layout.scans == (0,)


def test_empty_pages_are_no_scan() -> None:
    assert draw(Sheet()).text == ""


def test_a_password_to_open_is_asked_for_and_one_to_copy_is_not() -> None:
    with pytest.raises(errors.FileEncrypted):
        read_report(DATA / "user-password.pdf")
    assert read_report(DATA / "owner-password.pdf").text == "Hello World"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_damaged_files_are_read_or_refused(part: float) -> None:
    whole = (DATA / "one-column.pdf").read_bytes()
    try:
        draft = pdf.draw(Path("a.pdf"), whole[: int(len(whole) * part)])
    except errors.ReadError:
        return
    assert draft.format == "pdf"


def test_accepted_by_content() -> None:
    assert pdf.accepts(b"%PDF-1.7\n")
    assert pdf.accepts(b"\xef\xbb\xbf\n%PDF-1.7\n1 0 obj")
    assert not pdf.accepts("各位代表：%PDF-".encode())


@pytest.mark.parametrize(("name", "least"), [("one-column", 23), ("two-columns", 5)])
def test_figures_are_those_of_the_text(name: str, least: int) -> None:
    text, read = read_report(DATA / "report.txt"), read_report(DATA / f"{name}.pdf")
    known = Counter((m.name, m.value) for m in analyse(text).measurements)
    found = Counter((m.name, m.value) for m in analyse(read).measurements)
    shared = known & found
    assert shared.total() >= least
    if name == "one-column":
        assert not known - found
        assert len(read.tables) == 1
    assert read.facts.title == text.facts.title
    assert "page number" in {item.reason for item in read.noise}
    assert all(read.page_at(p.span.start) for p in read.paragraphs)


def test_pages_are_named() -> None:
    read = read_report(DATA / "one-column.pdf")
    assert len(read.pages) == 3
    assert read.page_at(read.text.index("162.3亿元")) == 2
    assert read.page_at(read.text.index("256.94")) == 1
