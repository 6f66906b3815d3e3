"""What is done is undone in the order it was done."""

from __future__ import annotations

from functools import partial

from hkreader.qt.undoing import UndoStack


def put(words, word):
    words.append(word)
    return partial(take, words, word)


def take(words, word):
    words.remove(word)
    return partial(put, words, word)


def test_the_last_thing_goes_back_first_and_comes_again(qapp):
    words, stack = [], UndoStack()
    for word in "甲乙丙":
        stack.do(partial(put, words, word))
    stack.undo()
    stack.undo()
    assert words == ["甲"]
    stack.redo()
    assert words == ["甲", "乙"]
    stack.do(partial(put, words, "丁"))
    assert words == ["甲", "乙", "丁"]
    assert not stack.can_redo


def test_it_tells_what_can_be_done(qapp):
    told, stack = [], UndoStack()
    stack.changed.connect(lambda *facts: told.append(facts))
    stack.undo()
    stack.do(partial(put, [], "甲"))
    stack.undo()
    stack.redo()
    stack.clear()
    assert told == [(True, False), (False, True), (True, False), (False, False)]
