from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkreader.qt.settings import Settings
from hkreader.ui.keymap.keymap import Keymap, Objection, portable

KEYS = ("Ctrl+F", "F3", "Ctrl+K", "Alt+Z", "F12", "Ctrl+Shift+C", "J", "")


@pytest.fixture
def keymap(tmp_path):
    return Keymap(Settings(tmp_path / "settings.ini"))


def test_the_standard_keys_are_in_force_at_first(keymap):
    assert keymap.keys_of("find") == ("Ctrl+F",)
    assert keymap.holder_of("F3") == "find_next"
    assert not any(map(keymap.is_own, keymap.ids))


def test_a_key_taken_from_another_is_its_no_more(keymap, tmp_path):
    keymap.set_keys("find", ["F3"])
    assert keymap.holder_of("F3") == "find"
    assert keymap.keys_of("find_next") == ()
    assert keymap.holder_of("Ctrl+F") is None
    again = Keymap(Settings(tmp_path / "settings.ini"))
    assert again.keys_of("find") == ("F3",)
    keymap.reset("find_next")
    assert keymap.holder_of("F3") == "find_next"
    assert keymap.keys_of("find") == ()
    keymap.reset_all()
    assert not any(map(keymap.is_own, keymap.ids))


@pytest.mark.parametrize(
    ("action", "key", "objections"),
    [
        ("find", "Alt+Z", []),
        ("find", "F12", []),
        ("find", "A", [Objection.BARE]),
        ("find", "Shift+A", [Objection.BARE]),
        ("find", "Return", [Objection.BARE]),
        ("find", "Ctrl+Return", []),
        ("find", "", [Objection.NO_KEY]),
        ("find", "Ctrl+Space", [Objection.TAKEN_ELSEWHERE]),
        ("line_down", "N", []),
        ("line_down", "Ctrl+Down", []),
    ],
)
def test_what_speaks_against_a_key(keymap, action, key, objections):
    assert list(keymap.objections(action, key)) == objections


@pytest.mark.parametrize("kept", ['{"find": ["no key at all"], "nothing": ["F4"]}', "[1]", "{"])
def test_what_is_unsound_in_the_settings_is_left_alone(tmp_path, kept):
    settings = Settings(tmp_path / "settings.ini")
    settings.write("keys/own", kept)
    keymap = Keymap(settings)
    assert keymap.holder_of("F4") is None
    assert keymap.holder_of("Ctrl+K") == "palette"


@given(st.lists(st.tuples(st.integers(0, 999), st.sampled_from(KEYS)), max_size=12))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_key_is_had_twice_whatever_is_changed(keymap, changes):
    keymap.reset_all()
    for number, key in changes:
        action = keymap.ids[number % len(keymap.ids)]
        if key:
            keymap.set_keys(action, [key])
        else:
            keymap.reset(action)
        counted = Counter(key for it in keymap.ids for key in keymap.keys_of(it))
        assert all(times == 1 for times in counted.values())
        assert all(key == portable(key) for key in counted)
