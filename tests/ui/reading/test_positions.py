import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from hkreader.core.report import Facts, Noise, Paragraph, ParagraphKind, Report, Source, Span
from hkreader.text.view import DisplayMap, display_paragraphs
from hkreader.ui.reading.positions import Positions

SOURCE = Source(None, "text", "utf-8", "", 0)


def report_of(text, spans, noise=()):
    paragraphs = tuple(
        Paragraph(number, span, ParagraphKind.BODY, None) for number, span in enumerate(spans, 1)
    )
    noise = tuple(Noise(span, "test") for span in noise)
    return Report(text, SOURCE, Facts(), (), paragraphs, (), (), (), noise)


def positions_of(report, *, noise=False):
    paragraphs = display_paragraphs(report, noise=noise)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    return Positions(DisplayMap(paragraphs), text), text


@st.composite
def reports(draw):
    text = draw(st.text(st.sampled_from("虹口𠮷𠀋增长12%　 \n\r\u200b"), min_size=1, max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    return report_of(text, spans, spans[::3])


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, 0), (1, 1), (2, 3), (3, 4), (5, 4), (6, 6)],
    ids=["first", "before-wide", "after-wide", "then", "over-a-break", "past-the-second"],
)
def test_counts_a_wide_character_twice_and_a_hard_break_not_at_all(offset, position):
    text = "虹𠮷口\n\n𠮷增"
    positions, shown = positions_of(report_of(text, [Span(0, len(text))]))
    assert shown == "虹𠮷口𠮷增"
    assert positions.position_of(offset) == position


def test_the_middle_of_a_wide_character_is_its_start():
    positions, _ = positions_of(report_of("虹𠮷口", [Span(0, 3)]))
    assert [positions.offset_of(position) for position in range(5)] == [0, 1, 1, 2, 3]


def test_a_span_over_hidden_noise_comes_back_whole():
    report = report_of("全年搜索数据网完成", [Span(0, 9)], [Span(2, 7)])
    positions, _ = positions_of(report)
    assert positions.stretch_of(Span(1, 8)) == (1, 3)
    assert positions.span_of(1, 3) == Span(1, 8)
    assert positions.stretch_of(Span(3, 5)) == (2, 2)


@given(reports(), st.booleans())
def test_positions_are_those_of_a_real_document(report, noise):
    positions, text = positions_of(report, noise=noise)
    document = QTextDocument()
    document.setPlainText(text)
    cursor = QTextCursor(document)
    assert positions.end == document.characterCount() - 1
    for display, character in enumerate(text):
        start, end = positions.stretch_of_display(Span(display, display + 1))
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText().replace("\u2029", "\n") == character
        assert positions.display_of_position(start) == display


@given(reports(), st.booleans())
def test_what_is_shown_maps_to_its_own_characters(report, noise):
    positions, text = positions_of(report, noise=noise)
    for display, character in enumerate(text):
        if character == "\n":
            continue
        stretch = positions.stretch_of_display(Span(display, display + 1))
        span = positions.span_of(*stretch)
        assert len(span) == 1
        assert report.quote(span) == character or (
            character == " " and not report.quote(span).strip(" \u3000\n\r\u200b")
        )
        assert positions.stretch_of(span) == stretch
