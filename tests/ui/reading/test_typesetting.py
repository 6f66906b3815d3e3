from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat

from hkreader.core.report import Noise, ParagraphKind, Span
from hkreader.text import read_report
from hkreader.ui.reading.book import open_book
from hkreader.ui.reading.column import Margins
from hkreader.ui.reading.typesetting import setting_of, settings_of, typeset
from hkreader.ui.reading.typography import Typography
from hkreader.ui.theme import Theme
from tests.ui.reading.samples import TEXT, report_of

MARGINS = Margins(60, 24, 24, 100)


@pytest.fixture
def typography(qapp):
    return Typography(100, Theme("light"))


def blocks_of(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def strong_words(block):
    words = []
    fragment = block.begin()
    while not fragment.atEnd():
        if fragment.fragment().charFormat().fontWeight() == QFont.Weight.DemiBold:
            words.append(fragment.fragment().text())
        fragment += 1
    return words


def test_a_block_holds_a_paragraph_with_its_broken_line_joined(book, typography):
    document = typeset(book, typography, MARGINS)
    assert [block.text() for block in blocks_of(document)] == book.text.split("\n")
    assert "同比增长１８．０９％" in document.toPlainText()


def test_every_kind_of_paragraph_has_its_setting(book):
    names = [setting_of(book.report, shown) for shown in book.paragraphs]
    assert names == [
        "title",
        "byline",
        "salutation",
        "body",
        "heading1",
        "body",
        "heading2",
        "body",
        "heading1",
        "body",
        "heading1",
        "term",
        "term",
    ]


def test_of_several_bylines_only_the_last_is_set_off(report):
    second = replace(report.paragraphs[2], kind=ParagraphKind.BYLINE)
    report = replace(report, paragraphs=(*report.paragraphs[:2], second, *report.paragraphs[3:]))
    names = settings_of(open_book(report, noise=False))
    assert names[:4] == ["title", "byline_more", "byline", "body"]


@pytest.mark.parametrize("zoom", [70, 100, 320])
def test_indent_and_pitch_follow_the_size_of_the_text(book, zoom, qapp):
    typography = Typography(zoom, Theme("light"))
    document = typeset(book, typography, MARGINS)
    body = document.findBlockByNumber(5)
    em = body.charFormat().font().pixelSize()
    assert em == typography.em == round(18 * zoom / 100)
    assert body.blockFormat().textIndent() == 2 * em
    assert body.blockFormat().lineHeight() == round(1.8 * em)
    assert body.blockFormat().lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
    assert body.blockFormat().bottomMargin() == round(0.6 * em)
    assert body.blockFormat().alignment() == Qt.AlignmentFlag.AlignJustify


def test_headings_step_down_in_size(book, typography):
    document = typeset(book, typography, MARGINS)
    sizes = [
        document.findBlockByNumber(number).charFormat().font().pixelSize()
        for number in (0, 4, 6, 5)
    ]
    assert sizes == [29, 23, 20, 18]


def test_fonts_are_named_from_the_chinese_ones_on(book, typography):
    document = typeset(book, typography, MARGINS)
    for block in blocks_of(document):
        assert block.charFormat().font().families()[0] == "Noto Sans SC"


def test_leads_and_names_of_terms_stand_out_in_line(book, typography):
    document = typeset(book, typography, MARGINS)
    assert strong_words(document.findBlockByNumber(7)) == ["产业发展势头良好。"]
    assert strong_words(document.findBlockByNumber(11)) == ["雪亮工程"]
    assert strong_words(document.findBlockByNumber(5)) == []


def test_a_heading_that_runs_into_its_text_is_set_as_text(typography):
    text = TEXT.replace("（一）经济平稳增长\n\n　　产业", "（一）经济平稳增长。产业")
    report = report_of(text)
    book = open_book(report, noise=False)
    index = next(i for i, p in enumerate(book.paragraphs) if p.text.startswith("（一）"))
    assert setting_of(report, book.paragraphs[index]) == "body"
    document = typeset(book, typography, MARGINS)
    assert strong_words(document.findBlockByNumber(index))[0].startswith("（一）经济平稳增长")


def test_noise_inside_a_paragraph_is_muted_when_shown(report, typography):
    start = report.text.index("建成")
    report = replace(report, noise=(Noise(Span(start, start + 2), "test"),))
    book = open_book(report, noise=True)
    assert [book.text[span.start : span.end] for span in book.noise] == ["建成"]
    document = typeset(book, typography, MARGINS)
    position = book.positions.position_of(start)
    block = document.findBlock(position)
    fragment = block.begin()
    while not fragment.fragment().contains(position):
        fragment += 1
    colour = fragment.fragment().charFormat().foreground().color()
    assert fragment.fragment().text() == "建成"
    assert colour == typography.theme.colour("muted")
    assert "建成" not in open_book(report, noise=False).text


def test_undo_is_off(book, typography):
    assert not typeset(book, typography, MARGINS).isUndoRedoEnabled()


def test_the_built_in_report_shows_its_noise_only_when_asked(hongkou):
    report = read_report(hongkou)
    hidden, shown = open_book(report, noise=False), open_book(report, noise=True)
    assert "较旧一篇" not in hidden.text
    assert shown.text.splitlines()[-1].startswith("较旧一篇")
    assert shown.number_of(len(shown.paragraphs) - 1) is None
