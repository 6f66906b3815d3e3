"""What the reader remembers between two starts: typed in front, an INI file behind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QSettings

from hkreader.messages import Language

T = TypeVar("T", str, int, bool)

BUILTIN = ("reports", "hongkou-2018.txt")
"""The report that comes with the program, below the resources."""
BESIDE_SAME = "="
"""Stands for another place of the report in view."""
RECENT_LIMIT = 12
THEMES = ("light", "sepia", "dark", "contrast")
PITCHES = {"tight": 85, "usual": 100, "loose": 120}
WIDTHS = {"narrow": 30, "usual": 38, "wide": 48}
FONTS = ("sans", "song", "kai", "fangsong")
MARKS = ("figures", "terms", "tasks", "notes")
"""The kinds of marks that can be switched off."""
NOTE_COLOURS = ("yellow", "green", "blue", "pink")
"""What passages can be highlighted in."""
ZOOM_STEPS = (70, 80, 90, 100, 110, 125, 140, 160, 180, 200, 240, 280, 320)


class Setting(Generic[T]):
    """One remembered value, read and written as an attribute."""

    def __init__(self, key: str, default: T) -> None:
        self.key = key
        self.default: T = default

    @overload
    def __get__(self, owner: None, kind: type) -> Setting[T]: ...

    @overload
    def __get__(self, owner: Settings, kind: type) -> T: ...

    def __get__(self, owner: Settings | None, kind: type) -> Setting[T] | T:
        """Give the remembered value, or the default where none or no sound one is stored."""
        return self if owner is None else owner.read(self.key, self.default)

    def __set__(self, owner: Settings, value: T) -> None:
        """Remember `value`."""
        owner.write(self.key, value)


class Settings:
    """The one store; `read` and `write` serve what a single panel remembers for itself."""

    theme = Setting("window/theme", "system")
    language_code = Setting("window/language", Language.ZH.value)
    outline_visible = Setting("window/outline_visible", default=True)
    side_visible = Setting("window/side_visible", default=True)
    outline_width = Setting("window/outline_width", 260)
    side_width = Setting("window/side_width", 420)
    side_tab = Setting("window/side_tab", "indicators")
    outline_follows = Setting("outline/opens_by_itself", default=False)
    outline_level = Setting("outline/level", 2)
    zoom = Setting("reading/zoom", 100)
    line_pitch = Setting("reading/line_pitch", 100)
    """Per cent of the usual distance of lines."""
    column_width = Setting("reading/column_width", 38)
    """The most characters of a line."""
    text_font = Setting("reading/font", "sans")
    """One of `FONTS`."""
    noise_visible = Setting("reading/noise_visible", default=False)
    marks_hidden_text = Setting("reading/marks_hidden", "")
    print_marks = Setting("printing/marks", default=False)
    last_report = Setting("files/last", "")
    """Empty stands for the built-in report."""
    note_colour = Setting("notes/colour", NOTE_COLOURS[0])
    """The one chosen last."""
    reviewer = Setting("review/who", "")
    """Whose word decisions are; empty stands for the name of the system's user."""
    beside = Setting("files/beside", "")
    """The file beside the report, or `BESIDE_SAME`."""
    open_folder = Setting("files/open_folder", "")
    export_folder = Setting("files/export_folder", "")

    def __init__(self, path: Path | None = None) -> None:
        """Open the user's own store, or the one at `path`."""
        if path is None:
            scope = QSettings.Scope.UserScope
            self._store = QSettings(QSettings.Format.IniFormat, scope, "hkreader", "hkreader")
        else:
            self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def folder(self) -> Path:
        """The folder that holds the store."""
        return Path(self._store.fileName()).parent

    @property
    def language(self) -> Language:
        """The language of the interface."""
        code = self.language_code
        return Language(code) if code in set(Language) else Language.ZH

    @language.setter
    def language(self, language: Language) -> None:
        self.language_code = language.value

    @property
    def marks_hidden(self) -> frozenset[str]:
        """The kinds of marks that are not to be seen."""
        return frozenset(self.marks_hidden_text.split())

    @marks_hidden.setter
    def marks_hidden(self, kinds: Iterable[str]) -> None:
        self.marks_hidden_text = " ".join(sorted(kinds))

    @property
    def glossaries(self) -> tuple[Path, ...]:
        """The files of the user's own glossaries."""
        return tuple(Path(str(text)) for text in self._json("glossary/files", []))

    @glossaries.setter
    def glossaries(self, paths: Iterable[Path]) -> None:
        self._store.setValue("glossary/files", json.dumps([str(path) for path in paths]))

    @property
    def keys(self) -> dict[str, list[str]]:
        """The user's own keys by action, where they are not the standard ones."""
        kept = self._json("keys/own", {})
        return {name: keys for name, keys in kept.items() if isinstance(keys, list)}

    @keys.setter
    def keys(self, keys: dict[str, list[str]]) -> None:
        self._store.setValue("keys/own", json.dumps(keys))

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last, the latest first."""
        return tuple(Path(text) for text in self._json("files/recent", []))

    def add_recent(self, path: Path) -> None:
        """Put `path` at the head of the recent files."""
        self._keep_recent([path, *(known for known in self.recent if known != path)])

    def note_opened(self, path: Path | None) -> None:
        """Remember `path` as the file in view; None is the built-in report."""
        self.last_report = "" if path is None else str(path)
        if path is not None:
            self.add_recent(path)

    def drop_recent(self, path: Path) -> None:
        """Forget `path`."""
        self._keep_recent([known for known in self.recent if known != path])

    def clear_recent(self) -> None:
        """Forget every file."""
        self._keep_recent([])

    def place_in(self, key: str) -> int:
        """Give the place left in the text whose hash is `key`; 0 where none is known."""
        place = self._json("files/places", {}).get(key, 0)
        return place if isinstance(place, int) and place >= 0 else 0

    def keep_place(self, key: str, place: int) -> None:
        """Remember the place in the text whose hash is `key`."""
        places = self._json("files/places", {})
        places.pop(key, None)
        places[key] = place
        self._store.setValue("files/places", json.dumps(dict(list(places.items())[-200:])))

    def read(self, key: str, default: T) -> T:
        """Give the value under `key` in the type of `default`, or the default."""
        value: Any = self._store.value(key)
        if value is None:
            return default
        if isinstance(default, bool):
            return str(value).lower() in {"true", "1"}
        if isinstance(default, int):
            return int(value) if str(value).lstrip("-").isdigit() else default
        return str(value)

    def write(self, key: str, value: str | int | bool) -> None:  # noqa: FBT001  a value, no switch
        """Remember `value` under `key`."""
        self._store.setValue(key, value)

    def read_bytes(self, key: str) -> QByteArray | None:
        """Give what Qt packed under `key` (geometry, header states)."""
        value: Any = self._store.value(key)
        return value if isinstance(value, QByteArray) else None

    def write_bytes(self, key: str, value: QByteArray) -> None:
        """Remember what Qt packed."""
        self._store.setValue(key, value)

    def sync(self) -> None:
        """Write to disk what is still in memory."""
        self._store.sync()

    def _keep_recent(self, paths: list[Path]) -> None:
        texts = [str(path) for path in paths[:RECENT_LIMIT]]
        self._store.setValue("files/recent", json.dumps(texts))

    def _json(self, key: str, default: Any) -> Any:  # noqa: ANN401  what JSON holds
        try:
            value = json.loads(str(self._store.value(key, "")))
        except ValueError:
            return default
        return value if isinstance(value, type(default)) else default
