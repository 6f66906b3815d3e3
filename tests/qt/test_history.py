"""Back and forward as every reader knows them."""

from __future__ import annotations

from hkreader.core.report import Span
from hkreader.qt.history import DEPTH, History

A, B, C = Span(1, 2), Span(10, 12), Span(20, 20)


def test_back_and_forward_undo_each_other():
    history = History()
    history.leave(A)
    history.leave(B)
    assert history.back(C) == B
    assert history.back(B) == A
    assert not history.can_back
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert not history.can_forward


def test_a_jump_forgets_the_way_forward():
    history = History()
    history.leave(A)
    history.back(B)
    history.leave(C)
    assert not history.can_forward


def test_the_place_itself_is_no_way_back():
    history = History()
    history.leave(A)
    assert history.back(A) is None
    assert not history.can_back


def test_it_does_not_grow_without_end():
    history = History()
    for start in range(DEPTH + 50):
        history.leave(Span(start, start))
    steps = 0
    while history.back(Span(9999, 9999)) is not None:
        steps += 1
    assert steps == DEPTH
