"""Where the eye is taken to be."""

from __future__ import annotations

from hkreader.core.report import Span
from hkreader.qt.position import SLACK, Position


def test_without_a_jump_the_eye_is_at_the_first_visible_character():
    position = Position()
    position.scroll(500)
    assert position.offset == 500
    assert position.shown == Span(500, 500)


def test_a_jump_holds_the_eye_although_it_stands_below_the_first_line():
    position = Position()
    position.pin(Span(1000, 1010))
    position.scroll(900)
    assert position.offset == 1000
    assert position.shown == Span(1000, 1010)


def test_a_short_scroll_does_not_lose_the_eye_a_long_one_does():
    position = Position()
    position.pin(Span(1000, 1010))
    position.scroll(900)
    position.scroll(900 + SLACK)
    assert position.offset == 1000
    position.scroll(900 + SLACK + 1)
    assert position.offset == 900 + SLACK + 1


def test_a_click_takes_the_eye():
    position = Position()
    position.scroll(100)
    position.click(180)
    assert position.offset == 180


def test_the_caret_set_by_a_jump_does_not_replace_it():
    position = Position()
    position.pin(Span(1000, 1010))
    position.click(1000)
    assert position.shown == Span(1000, 1010)
