"""A search a stretch at a time finds what one search finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkreader.text import searching
from hkreader.text.searching import find_each

PATTERNS = ("ab+", "(?<=a)b(?!a)", "(?m)^b+$", "b[ab]{3,}", "[ab]+", "a\nb")


@pytest.fixture(autouse=True)
def short_stretches(monkeypatch):
    monkeypatch.setattr(searching, "_STRETCH", 4)
    monkeypatch.setattr(searching, "_SIGHT", 3)


@given(text=st.text("ab\n", max_size=40))
@example(text="aaabbbbbbbbbbb\nb")
def test_the_same_is_found_as_in_one_go(text):
    for written in PATTERNS:
        pattern = re.compile(written)
        spans = [found.span() for found in find_each(pattern, text)]
        assert spans == [found.span() for found in pattern.finditer(text)], written
