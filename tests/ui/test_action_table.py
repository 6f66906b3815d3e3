"""The table of actions holds together: keys, words, targets, icons."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from hkreader.messages import catalogue
from hkreader.resources import resource_path
from hkreader.ui.action_table import ACTIONS, END_TOOLS, MENUS, PANE_KEYS, TOOLS
from hkreader.ui.actions import target_of

IDS = [spec.id for spec in ACTIONS]
MENU_NAMES = {name for menu, inner in MENUS for name in (menu, *inner)}

TAKEN_BY_OTHERS = {
    "Ctrl+Space",
    "Shift+Space",
    "Ctrl+.",
    "Ctrl+Shift+F",
    "Alt+A",
    "Ctrl+Alt+A",
}
"""By Chinese input methods and chat programs."""


def portable(key):
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def test_no_action_is_listed_twice():
    assert [name for name, times in Counter(IDS).items() if times > 1] == []


def test_no_key_is_taken_twice():
    window_keys = [portable(key) for spec in ACTIONS for key in spec.keys]
    assert [key for key, times in Counter(window_keys).items() if times > 1] == []
    for scope in {spec.scope for spec in PANE_KEYS}:
        keys = [portable(key) for spec in PANE_KEYS if spec.scope == scope for key in spec.keys]
        assert not set(keys) & set(window_keys), scope
        assert len(keys) == len(set(keys)), scope


@pytest.mark.parametrize("spec", ACTIONS, ids=IDS)
def test_keys_are_keys_and_free(spec):
    for key in spec.keys:
        assert portable(key), key
        assert portable(key) not in {portable(taken) for taken in TAKEN_BY_OTHERS}
        # A bare letter would be lost in every text field.
        assert len(key) > 1


@pytest.mark.parametrize("spec", ACTIONS, ids=IDS)
def test_every_action_has_words_menu_and_icon(spec):
    words = catalogue()[f"window.action.{spec.id}"]
    assert words["zh"]
    assert words["en"]
    assert not spec.menu or spec.menu in MENU_NAMES
    if spec.icon:
        assert resource_path("icons", f"{spec.icon}.svg").is_file()


@pytest.mark.parametrize("spec", PANE_KEYS, ids=[spec.id for spec in PANE_KEYS])
def test_every_pane_key_has_words(spec):
    assert set(catalogue()[f"window.key.{spec.id}"]) == {"zh", "en"}


def test_every_action_can_be_reached():
    tools = {name for group in TOOLS for name in group} | set(END_TOOLS)
    assert tools <= set(IDS)
    ways_on = {"analyse", "show_exported", "show_exported_folder"}
    for spec in ACTIONS:
        assert spec.menu or spec.keys or spec.id in ways_on, spec.id


@pytest.mark.parametrize("spec", ACTIONS, ids=IDS)
def test_every_target_is_a_method(window, spec):
    assert callable(target_of(spec, window.providers()))


@pytest.mark.parametrize(
    ("key", "action"),
    [
        ("Ctrl+1", "show_outline"),
        ("Ctrl+2", "show_text"),
        ("Ctrl+3", "show_indicators"),
        ("Ctrl+4", "show_tasks"),
        ("F6", "next_pane"),
        ("Shift+F6", "previous_pane"),
        ("Ctrl+T", "show_outline"),
        ("F9", "outline_visible"),
        ("Shift+F9", "side_visible"),
        ("Ctrl+PgDown", "next_section"),
        ("Ctrl+PgUp", "previous_section"),
        ("Ctrl+Down", "next_paragraph"),
        ("Ctrl+Up", "previous_paragraph"),
        ("Alt+Down", "next_figure"),
        ("Alt+Up", "previous_figure"),
        ("Alt+Left", "back"),
        ("Alt+Right", "forward"),
        ("Ctrl+G", "go_to"),
        ("Ctrl+F", "find"),
        ("F3", "find_next"),
        ("Shift+F3", "find_previous"),
        ("Ctrl+L", "look_up"),
        ("Ctrl+Shift+C", "copy_citation"),
        ("Ctrl+E", "export_table"),
        ("Ctrl+Shift+E", "export_all"),
        ("Ctrl+O", "open"),
        ("Ctrl+W", "close"),
        ("Ctrl+Tab", "next_report"),
        ("Ctrl++", "zoom_in"),
        ("Ctrl+-", "zoom_out"),
        ("Ctrl+0", "zoom_reset"),
        ("F11", "full_screen"),
        ("Esc", "step_back"),
        ("F1", "shortcuts"),
    ],
)
def test_the_keys_fingers_know(key, action):
    assert key in next(spec for spec in ACTIONS if spec.id == action).keys
