"""The files open beside each other."""

from __future__ import annotations

from pathlib import Path

from hkreader.qt.desk import Desk

A, B, C = (Path(name) for name in "abc")


def test_round_and_round():
    desk = Desk()
    desk.add([A, B, A])
    desk.add([C])
    assert desk.paths == (A, B, C)
    assert [desk.after(path) for path in (A, B, C)] == [B, C, A]


def test_alone_there_is_no_other():
    desk = Desk()
    desk.add([A])
    assert desk.after(A) is None
    assert desk.after(None) == A
    desk.remove(A)
    assert desk.paths == ()
    assert desk.after(None) is None
