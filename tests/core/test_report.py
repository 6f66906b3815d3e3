from hypothesis import given
from hypothesis import strategies as st

from hkreader.core.report import Part, Section, Span


def test_span_is_half_open():
    span = Span(3, 5)

    assert [offset in span for offset in (2, 3, 4, 5)] == [False, True, True, False]
    assert len(span) == 2


def section(index, level, start, end, parent):
    return Section(index, level, "", Span(start, start), Span(start, end), Part.REVIEW, parent)


def test_section_at_gives_the_innermost(make_report):
    sections = (section(0, 1, 0, 90, None), section(1, 2, 10, 40, 0), section(2, 1, 90, 100, None))
    report = make_report("字" * 100, sections=sections)

    found = [report.section_at(offset) for offset in (0, 9, 10, 39, 40, 89, 90, 99, 100)]

    assert [s and s.index for s in found] == [0, 0, 1, 1, 0, 0, 2, 2, None]


@given(st.integers(0, 60))
def test_sentence_at_holds_the_offset(offset):
    from tests.reports import report_of

    report = report_of("一、2017年工作回顾\n全年完成旧改征收6500户。新建绿地2.9万平方米!\n\n")
    sentence = report.sentence_at(offset)

    assert sentence is None or offset in sentence.span
