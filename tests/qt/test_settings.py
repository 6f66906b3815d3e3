"""What is remembered comes back in the same type, from another process too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from hkreader.messages import Language
from hkreader.qt.settings import RECENT_LIMIT, Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.ini"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("theme", "sepia", id="text"),
        pytest.param("zoom", 140, id="number"),
        pytest.param("outline_visible", False, id="switch off"),
        pytest.param("noise_visible", True, id="switch on"),
        pytest.param("export_folder", "/家/报告 一", id="folder"),
        pytest.param("language", Language.EN, id="language"),
    ],
)
def test_round_trip(path, name, value):
    settings = Settings(path)
    assert getattr(settings, name) != value
    setattr(settings, name, value)
    settings.sync()
    again = getattr(Settings(path), name)
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[reading]\nzoom=large\n", 100, id="no number"),
        pytest.param("[reading]\nzoom=\n", 100, id="empty"),
        pytest.param("[reading]\nzoom=125\n", 125, id="sound"),
        pytest.param("\x00\x01 not an ini", 100, id="garbage"),
    ],
)
def test_a_spoilt_store_gives_the_default(path, text, expected):
    path.write_text(text)
    assert Settings(path).zoom == expected


def test_an_unknown_language_is_chinese(path):
    path.write_text("[window]\nlanguage=fr\n")
    assert Settings(path).language is Language.ZH


def test_recent_files_latest_first_each_once_and_few(path):
    settings = Settings(path)
    paths = [Path(f"/报告/{number}.txt") for number in range(RECENT_LIMIT + 3)]
    for known in paths:
        settings.add_recent(known)
    settings.add_recent(paths[5])
    settings.sync()
    recent = Settings(path).recent
    assert recent[0] == paths[5]
    assert len(recent) == len(set(recent)) == RECENT_LIMIT
    settings.drop_recent(paths[5])
    assert paths[5] not in settings.recent
    settings.clear_recent()
    assert settings.recent == ()


def test_places_are_kept_by_text(path):
    settings = Settings(path)
    settings.keep_place("a" * 64, 1234)
    settings.keep_place("b" * 64, 5)
    settings.sync()
    again = Settings(path)
    assert (again.place_in("a" * 64), again.place_in("b" * 64), again.place_in("c")) == (1234, 5, 0)


@pytest.mark.parametrize("stored", ["[1]", '{"x": -4}', '{"x": "far"}', "{"])
def test_spoilt_places_are_the_head(path, stored):
    settings = Settings(path)
    settings.write("files/places", stored)
    assert settings.place_in("x") == 0


def test_geometry_comes_back_as_bytes(path):
    settings = Settings(path)
    assert settings.read_bytes("window/geometry") is None
    settings.write_bytes("window/geometry", QByteArray(b"\x01\x02\x00"))
    settings.sync()
    assert Settings(path).read_bytes("window/geometry") == QByteArray(b"\x01\x02\x00")
