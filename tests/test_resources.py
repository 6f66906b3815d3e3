from __future__ import annotations

import json
import os
import shutil
import string
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QRawFont

from hkreader import messages
from hkreader.resources import read_json, resource_path, resource_root

ROOT = Path(__file__).parents[1]
FONTS = sorted(resource_path("fonts").glob("*.ttf"))
TRANSLATIONS = sorted(resource_path("translations").glob("*.json"))
LANGUAGE = sorted(resource_path("language").glob("*.toml"))
REPORTS = [
    *sorted(resource_path("reports").glob("*.txt")),
    *sorted((ROOT / "tests" / "gold").glob("*/report.txt")),
]
CHARACTERS_OUTSIDE_FONT = 3
"""Of a report, at most: crawled texts hold a stray sign of some other script."""


def relative(path):
    return path.relative_to(ROOT).as_posix()


@pytest.fixture
def fresh_root():
    resource_root.cache_clear()
    yield
    resource_root.cache_clear()


def test_resources_lie_beside_the_package_in_a_source_tree():
    assert resource_root() == ROOT / "resources"


def test_resources_lie_in_the_packaged_program(fresh_root, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_root() == tmp_path / "resources"


def test_wheel_maps_the_resources_to_where_the_installed_package_looks(tmp_path):
    """Lay the package out as the build backend is told to, and read from there."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    for name in wheel["packages"]:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for source, target in wheel["force-include"].items():
        shutil.copytree(ROOT / source, tmp_path / target)
    program = "from hkreader.resources import resource_path as p; print(p('reports'))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    found = Path(done.stdout.strip())
    assert found == tmp_path / "hkreader" / "_resources" / "reports"
    assert list(found.glob("*.txt"))


@pytest.mark.parametrize("path", FONTS, ids=relative)
@pytest.mark.parametrize("report", REPORTS, ids=relative)
def test_font_has_what_reports_are_written_in(qapp, path, report):
    font = QRawFont(str(path), 18, QFont.HintingPreference.PreferDefaultHinting)
    text = report.read_text("utf-8-sig")
    missing = {
        sign for sign in text if sign.isprintable() and not font.supportsCharacter(ord(sign))
    }
    assert len(missing) <= CHARACTERS_OUTSIDE_FONT, missing


def test_fonts_are_named_alike_and_licensed():
    assert [path.name for path in FONTS] == ["NotoSansSC-Bold-subset.ttf", "NotoSansSC-subset.ttf"]
    assert "SIL OPEN FONT LICENSE" in resource_path("fonts", "OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("path", TRANSLATIONS, ids=relative)
def test_every_message_has_both_languages_and_the_same_data(path):
    for key, wordings in json.loads(path.read_text("utf-8")).items():
        assert set(wordings) == set(messages.Language), key
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(wording) if name}
            for wording in wordings.values()
        ]
        assert fields[0] == fields[1], key


def test_no_message_is_given_twice():
    keys = [key for path in TRANSLATIONS for key in read_json("translations", path.name)]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("path", LANGUAGE, ids=relative)
def test_language_tables_are_sound(path):
    assert tomllib.loads(path.read_text("utf-8"))
