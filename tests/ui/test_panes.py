"""The panes: beside each other where there is room, over each other where not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from hkreader.core.report import Span
from hkreader.qt.settings import Settings


def shown(window):
    return window.outline.isVisible(), window.side.isVisible()


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(1300, (True, True), id="wide"),
        pytest.param(1000, (True, False), id="the side panel gives way"),
        pytest.param(700, (False, False), id="the outline gives way"),
    ],
)
def test_what_is_seen_at_a_width(make_window, width, expected):
    window = make_window(width=width)
    assert shown(window) == expected
    assert window.reading.width() >= 280
    checks = tuple(
        window.actions_[name].isChecked() for name in ("outline_visible", "side_visible")
    )
    assert checks == expected


def test_a_drawer_opens_over_the_text_and_goes_with_escape(make_window):
    window = make_window(width=1000)
    text_width = window.reading.width()
    window.commands.show_indicators()
    assert window.side.isVisible()
    assert window.side.geometry().right() == window.panes.width() - 1
    assert window.reading.width() == text_width, "it lies over the text"
    window.commands.step_back()
    assert not window.side.isVisible()


def test_a_jump_that_takes_the_focus_closes_the_drawer(hongkou_window):
    window = hongkou_window
    window.window().resize(1000, 800)
    window.commands.show_indicators()
    window.session.show_span(Span(100, 104))
    assert window.side.isVisible()
    window.session.show_span(Span(100, 104), take_focus=True)
    assert not window.side.isVisible()


def test_growing_and_shrinking_brings_everything_back(window):
    widths = window.outline.width(), window.side.width()
    window.window().resize(700, 700)
    assert shown(window) == (False, False)
    window.window().resize(1360, 860)
    assert shown(window) == (True, True)
    assert (window.outline.width(), window.side.width()) == widths


def test_hiding_gives_the_text_the_room(window):
    before = window.reading.width()
    window.actions_["side_visible"].trigger()
    assert not window.side.isVisible()
    assert window.reading.width() > before + 300
    window.actions_["side_visible"].trigger()
    assert window.reading.width() == before


def test_hiding_the_pane_with_the_keys_gives_them_to_the_text(hongkou_window):
    hongkou_window.panes.focus_outline()
    hongkou_window.actions_["outline_visible"].trigger()
    assert hongkou_window.reading.page.hasFocus()


def test_layout_is_remembered(make_window, settings, tmp_path):
    window = make_window()
    window.panes._splitter.setSizes([320, 600, 440])
    window.panes._on_splitter_moved()
    window.actions_["side_visible"].trigger()
    window.window().close()
    settings.sync()
    again = Settings(tmp_path / "settings" / "hkreader.ini")
    assert again.outline_width == window.outline.width()
    assert again.side_visible is False
    assert again.outline_visible is True
    fresh = make_window()
    assert fresh.outline.width() == window.outline.width()
    assert not fresh.side.isVisible()
    assert fresh.window().size() == window.window().size()


def test_f6_goes_round(hongkou_window):
    window = hongkou_window
    order = []
    for _ in range(3):
        window.panes.next_pane()
        focused = QApplication.focusWidget()
        order.append(
            next(
                name
                for name in ("outline", "reading", "side")
                if getattr(window, name).isAncestorOf(focused)
            )
        )
    assert order == ["side", "outline", "reading"]
    window.panes.previous_pane()
    assert window.outline.isAncestorOf(QApplication.focusWidget())


def test_the_pane_with_the_keys_is_marked(hongkou_window):
    window = hongkou_window
    line = window.panes._focus_line
    window.panes.focus_outline()
    assert line.isVisible()
    assert line.width() == window.outline.width()
    window.panes.focus_text()
    assert line.x() == window.reading.mapTo(window.panes, window.reading.rect().topLeft()).x()
