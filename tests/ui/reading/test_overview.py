"""The strip beside the scroll bar tells where marks stand, and leads there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt


def test_it_shows_the_figures_from_top_to_bottom(hongkou_window):
    reading = hongkou_window.reading
    overview, session = reading.overview, hongkou_window.session
    heights = overview.heights("figures")
    assert overview.isVisible()
    assert len(heights) > 20
    assert min(heights) >= 0
    assert max(heights) < overview.height()
    first, last = session.findings.measurements[0], session.findings.measurements[-1]
    share = [m.span.start / len(session.report.text) for m in (first, last)]
    assert abs(min(heights) / overview.height() - share[0]) < 0.05
    assert abs(max(heights) / overview.height() - share[1]) < 0.05


def test_it_lies_beside_the_text_whatever_the_size(hongkou_window):
    reading = hongkou_window.reading
    for width in (900, 1500):
        hongkou_window.window().resize(width, 700)
        right = reading.page.column()[1]
        assert reading.overview.geometry().left() >= right
        reading.scroll_page(1)
        edge = reading.page.viewport().geometry()
        assert reading.overview.geometry().topRight() == edge.topRight()
        assert reading.overview.height() == edge.height()


def test_hits_show_and_go_with_the_find(qtbot, hongkou_window):
    reading = hongkou_window.reading
    assert reading.overview.heights("hits") == set()
    reading.open_find()
    reading.finding.bar.edit.setText("航运")
    assert reading.overview.heights("hits")
    reading.finding.close_find()
    assert reading.overview.heights("hits") == set()


def test_a_click_goes_there(qtbot, hongkou_window):
    reading = hongkou_window.reading
    bar = reading.page.verticalScrollBar()
    overview = reading.overview
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(4, overview.height() // 2))
    assert 0.3 * bar.maximum() < bar.value() < 0.7 * bar.maximum()
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(4, overview.height() - 1))
    assert bar.value() > 0.9 * bar.maximum()
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(4, 0))
    assert bar.value() == 0
