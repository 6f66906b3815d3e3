"""Which keys do what: the standard ones, and what the user has changed of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QKeySequence

from hkreader.qt.settings import Settings
from hkreader.ui.action_table import ACTIONS, PANE_KEYS, TAKEN_BY_OTHERS

_COMMANDS = {"Ctrl", "Alt", "Meta"}
_ALONE = re.compile(r"F\d+|Esc")
_TEXT = "text"
_STANDARD = {spec.id: spec.keys for spec in ACTIONS} | {
    spec.id: spec.keys for spec in PANE_KEYS if spec.scope == _TEXT
}
_IN_TEXT = {spec.id for spec in PANE_KEYS if spec.scope == _TEXT}


class Objection(StrEnum):
    """Why a key is not simply taken; the values name the words in the catalogue."""

    NO_KEY = "no_key"
    BARE = "bare"
    """It would be lost to typing and moving about."""
    TAKEN_ELSEWHERE = "taken_elsewhere"
    """Input methods or chat programs take it; a warning, no refusal."""


class Keymap:
    """The keys of every action, read from the settings whenever they are asked for."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def ids(self) -> tuple[str, ...]:
        """Everything that can have keys of the user's own."""
        return tuple(_STANDARD)

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """Give the keys of an action, in Qt's portable words, the one to be shown first."""
        own = self._settings.keys.get(action_id)
        return self.standard_of(action_id) if own is None else _sound(own)

    def standard_of(self, action_id: str) -> tuple[str, ...]:
        """Give the keys that an action has by itself."""
        return _standard()[action_id]

    def is_own(self, action_id: str) -> bool:
        """Tell whether the user has changed the keys of an action."""
        return self.keys_of(action_id) != self.standard_of(action_id)

    def shown(self, action_id: str) -> str:
        """Give the first key as keyboards name it here; empty where there is none."""
        return next((native(key) for key in self.keys_of(action_id)), "")

    def holder_of(self, key: str) -> str | None:
        """Give the action that has `key`."""
        return next((it for it, keys in self._in_force().items() if key in keys), None)

    def set_keys(self, action_id: str, keys: Sequence[str]) -> None:
        """Give an action these keys; whoever had them loses them."""
        sound = _sound(keys)
        changed = {
            it: [key for key in keys if key not in sound]
            for it, keys in self._in_force().items()
            if it != action_id and not set(sound).isdisjoint(keys)
        }
        self._keep(changed | {action_id: list(sound)})

    def reset(self, action_id: str) -> None:
        """Give an action its standard keys again."""
        self.set_keys(action_id, self.standard_of(action_id))

    def reset_all(self) -> None:
        """Give every action its standard keys again."""
        self._settings.keys = {}

    def objections(self, action_id: str, key: str) -> Iterator[Objection]:
        """Say what speaks against giving `key` to an action; all but warnings refuse it."""
        if not key or key != portable(key):
            yield Objection.NO_KEY
        elif action_id not in _IN_TEXT and _is_bare(key):
            yield Objection.BARE
        elif key in TAKEN_BY_OTHERS:
            yield Objection.TAKEN_ELSEWHERE

    def _in_force(self) -> dict[str, tuple[str, ...]]:
        own = {it: _sound(keys) for it, keys in self._settings.keys.items() if it in _STANDARD}
        return _standard() | own

    def _keep(self, changed: dict[str, list[str]]) -> None:
        own = self._settings.keys | changed
        self._settings.keys = {
            it: keys
            for it, keys in own.items()
            if it in _STANDARD and tuple(keys) != self.standard_of(it)
        }


@cache
def _standard() -> dict[str, tuple[str, ...]]:
    """Give the standard keys as Qt writes them: asked for with every key pressed."""
    return {it: _sound(keys) for it, keys in _STANDARD.items()}


def portable(key: str) -> str:
    """Give a key in the one way that it is kept in; empty where it is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def native(key: str) -> str:
    """Give a key as keyboards name it here."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _sound(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(portable, keys))))


def _is_bare(key: str) -> bool:
    """Tell whether a key types or moves in every field: all but F keys and Escape need a modifier."""
    *modifiers, last = key.split("+")
    return _COMMANDS.isdisjoint(modifiers) and not _ALONE.fullmatch(last)
