"""A long report in parts: cut, turned, jumped in and searched as a whole."""

from __future__ import annotations

import itertools

import pytest

from hkreader.core.report import Span
from hkreader.ui.reading.parts import WHOLE, Parts
from tests.reports import GOLD_NAMES, gold_report, report_of
from tests.ui.reading.samples import show

WORD = "独此一处的词"


@pytest.fixture(scope="module")
def long_report():
    """Reports of several places under each other, the word in the middle and at the end."""
    texts = [gold_report(name).text for name in GOLD_NAMES]
    numbered = [
        "\n".join(f"{line}（{copy}）" for line in text.splitlines() if len(line) > 20)
        for copy in range(5)
        for text in texts
    ]
    middle = len(numbered) // 2
    numbered.insert(middle, f"这里有{WORD}，别处没有。")
    numbered.append(f"最后还有{WORD}。")
    report = report_of("\n".join(numbered))
    assert len(report.text) > 1.2 * WHOLE
    return report


@pytest.fixture
def pane(empty_pane, session, long_report):
    show(session, long_report)
    return empty_pane


def test_a_short_report_is_one_part_and_itself():
    report = gold_report("quzhou-2024")
    parts = Parts(report)
    assert len(parts) == 1
    assert parts[0] is report


def test_parts_follow_each_other_and_hold_everything_once(long_report):
    parts = Parts(long_report)
    assert len(parts) > 2
    pieces = [parts[index] for index in range(len(parts))]
    assert sum((piece.paragraphs for piece in pieces), ()) == long_report.paragraphs
    assert sum((piece.noise for piece in pieces), ()) == long_report.noise
    assert sum((piece.masks for piece in pieces), ()) == long_report.masks
    assert {piece.text for piece in pieces} == {long_report.text}
    extents = [parts.extent(index) for index in range(len(parts))]
    assert extents[0].start == 0
    assert extents[-1].end == len(long_report.text)
    assert all(a.end == b.start for a, b in itertools.pairwise(extents))
    for index, extent in enumerate(extents):
        assert parts.holding(extent.start) == parts.holding(extent.end - 1) == index
    numbers = [number for index in range(len(parts)) for number in parts.numbers(index)]
    assert numbers[0] == 1
    assert numbers[-1] == long_report.paragraphs[-1].number
    assert numbers == sorted(numbers)


def test_a_jump_turns_to_the_part_it_leads_to(pane, session, long_report):
    assert pane.turner.bar.isVisible()
    places = [long_report.text.index(WORD), long_report.text.rindex(WORD), 400]
    for start in places:
        session.show_span(Span(start, start + len(WORD)))
        assert pane.turner.index == pane.turner.parts.holding(start)
        book = pane.page.book
        stretch = book.positions.display_of(Span(start, start + len(WORD)))
        assert book.text[stretch.start : stretch.end] == long_report.text[start : start + len(WORD)]
        assert abs(session.caret - start) <= 1


def test_scrolling_over_the_edge_turns_the_part(pane, qtbot):
    bar = pane.page.verticalScrollBar()
    pane.scroll_page(-1)
    assert pane.turner.index == 0
    pane.page.document().size()
    bar.setValue(bar.maximum())
    pane.scroll_page(1)
    assert (pane.turner.index, bar.value()) == (1, 0)
    pane.scroll_line(-1)
    assert pane.turner.index == 0
    assert bar.value() > 0


def test_the_buttons_lead_to_the_neighbours(pane, qtbot):
    bar = pane.turner.bar
    assert not bar._previous.isEnabled()
    for _ in range(len(pane.turner.parts) - 1):
        bar._next.click()
    assert not bar._next.isEnabled()
    assert f"{len(pane.turner.parts)}/{len(pane.turner.parts)}" in bar._where.text()
    bar._previous.click()
    assert pane.turner.index == len(pane.turner.parts) - 2


def test_a_find_goes_through_all_parts(pane, qtbot, session, long_report):
    counter = pane.finding._counter
    pane.open_find()
    with qtbot.waitSignal(counter.counted, timeout=20_000):
        pane.finding.bar.edit.setText(WORD)
    qtbot.waitUntil(lambda: pane.finding.bar.counter.text() == "1/2", timeout=10_000)
    first, last = long_report.text.index(WORD), long_report.text.rindex(WORD)
    seen = [pane.turner.index]
    for _ in range(3):
        pane.finding.find_next()
        qtbot.waitUntil(lambda: not pane.finding.finder.busy)
        seen.append(pane.turner.index)
    holding = pane.turner.parts.holding
    assert seen == [holding(first), holding(last)] * 2
    pane.finding.find_previous()
    qtbot.waitUntil(lambda: not pane.finding.finder.busy)
    assert pane.turner.index == holding(first)


def test_what_is_nowhere_is_said_when_all_parts_were_looked_at(pane, qtbot):
    pane.open_find()
    with qtbot.waitSignal(pane.finding._counter.counted, timeout=20_000):
        pane.finding.bar.edit.setText("哪里都没有的词")
    assert pane.finding.bar.counter.text() == "没有找到"
    assert pane.turner.index == 0


def test_the_next_report_puts_the_bar_away(pane, session):
    show(session, gold_report("quzhou-2024"))
    assert not pane.turner.bar.isVisible()
    session.close_report()
    assert pane.turner.part is None
