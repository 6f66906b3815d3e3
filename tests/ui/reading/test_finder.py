import time
from dataclasses import replace

import pytest

from hkreader.core.report import Noise, Span
from hkreader.text import read_report
from hkreader.ui.reading.book import Book, open_book
from hkreader.ui.reading.finder import Finder

LONG = 1_500_000


@pytest.fixture
def finder(qapp, book):
    finder = Finder()
    finder.take(book)
    return finder


def found(finder, book):
    return [book.text[hit.start : hit.end] for hit in finder.hits]


def test_a_short_report_is_searched_at_once(finder, book):
    finder.search("雪亮工程")
    assert not finder.busy
    assert found(finder, book) == ["雪亮工程"] * 3


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("同比增长18.09%", ["同比增长１８．０９％"]),
        ("改革.地区", []),
        ("256.94", ["256.94"]),
        ("𠮷野家", ["𠮷野家"]),
        ("没有的词", []),
        ("   ", []),
    ],
)
def test_finds_over_a_broken_line_and_in_any_width(finder, book, query, hits):
    finder.search(query)
    assert found(finder, book) == hits


def test_finds_over_noise_even_where_it_is_shown(qapp, report):
    start = report.text.index("商业载体")
    report = replace(report, noise=(Noise(Span(start, start + 2), "page"),))
    for noise in (False, True):
        book = open_book(report, noise=noise)
        finder = Finder()
        finder.take(book)
        finder.search("新增载体")
        [hit] = finder.hits
        assert book.positions.span_of_display(hit) == Span(start - 2, start + 4)


def test_the_query_is_looked_for_in_the_next_book(finder, hongkou):
    finder.search("航运")
    assert not finder.hits
    finder.take(open_book(read_report(hongkou), noise=False))
    assert len(finder.hits) > 5


def test_no_book_has_no_hits(finder):
    finder.search("雪亮工程")
    finder.take(None)
    assert not finder.hits


def test_a_hundred_reports_are_searched_in_slices(qtbot, hongkou):
    """The slices of work must be short; how long the whole takes is the machine's."""
    report = read_report(hongkou)
    one = open_book(report, noise=False)
    text = "\n".join([one.text] * (LONG // len(one.text) + 1))
    finder = Finder()
    finder.take(Book(report, one.paragraphs, text, one.positions, ()))
    slices = []
    go_on = finder._slices._timer.timeout
    go_on.disconnect()

    def timed():
        start = time.perf_counter()
        finder._slices._go_on()
        slices.append(time.perf_counter() - start)

    go_on.connect(timed)
    with qtbot.waitSignal(finder.finished, timeout=20_000):
        finder.search("的")
        assert finder.busy
    assert len(finder.hits) == text.count("的")
    assert len(slices) > 3
    assert sorted(slices)[len(slices) // 2] < 0.05


def test_a_new_query_calls_the_old_one_off(qtbot, hongkou):
    report = read_report(hongkou)
    one = open_book(report, noise=False)
    text = "\n".join([one.text] * 20)
    finder = Finder()
    finder.take(Book(report, one.paragraphs, text, one.positions, ()))
    finder.search("的")
    assert finder.busy
    with qtbot.waitSignal(finder.finished, timeout=20_000):
        finder.search("航运服务业")
    assert len(finder.hits) == 20 * one.text.count("航运服务业")
