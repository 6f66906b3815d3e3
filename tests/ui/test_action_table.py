"""The table of actions holds together: keys, words, targets, icons."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from hkreader.messages import catalogue
from hkreader.resources import resource_path
from hkreader.ui.action_table import ACTIONS, END_TOOLS, MENUS, PANE_KEYS, TAKEN_BY_OTHERS, TOOLS
from hkreader.ui.actions import target_of
from hkreader.ui.keymap.dialog import groups
from hkreader.ui.palette.entries import Entries, EntryKind, command_words
from hkreader.ui.shortcut_sheet import key_groups

IDS = [spec.id for spec in ACTIONS]
MENU_NAMES = {name for menu, inner in MENUS for name in (menu, *inner)}


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


OFFERED_BY_NOTICES = {"show_exported", "show_exported_folder", "restore_store"}
"""What makes sense for a moment only, and stands as a button beside the message of that moment."""
BEHIND_ALL = {"menu", "analyse", "step_back"}
"""The way into the menus, the retry after a failure, and the key that only takes away."""


def test_every_action_is_in_a_menu(window):
    in_menus = {
        action.objectName()
        for menu, inner in MENUS
        for action in (
            *window.menus.menu(menu, inner).actions(),
            *(it for name in inner for it in window.menus.menu(name).actions()),
        )
    }
    assert set(IDS) - in_menus == OFFERED_BY_NOTICES | BEHIND_ALL


def test_every_action_is_in_the_palette_and_among_the_keys(hongkou_window):
    for action in hongkou_window.actions_.all:
        action.setEnabled(True)
    entries = Entries(
        hongkou_window.session, hongkou_window.desk, hongkou_window.actions_, lambda path: None
    )
    listed = [entry.words for entry in entries.of(EntryKind.COMMAND)]
    assert len(listed) == len(set(listed)), "two commands of one name"
    wished = {command_words(it) for it in hongkou_window.actions_.all if it.spec.listed}
    assert set(listed) == wished
    unlisted = {spec.id for spec in ACTIONS if not spec.listed}
    assert unlisted == OFFERED_BY_NOTICES | {"palette", "step_back"}
    changeable = {action_id for _, ids in groups() for action_id in ids}
    assert set(IDS) - changeable == OFFERED_BY_NOTICES


def test_every_action_with_a_key_is_in_the_sheet(window):
    keymap = window.actions_.keymap
    rows = {words: keys for _, listed in key_groups(keymap) for keys, words in listed}
    for action in window.actions_.all:
        if action.spec.keys:
            assert rows[action.text().rstrip("…")], action.spec.id


def test_tools_are_actions():
    tools = {name for group in TOOLS for name in group} | set(END_TOOLS)
    assert tools <= set(IDS)


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
