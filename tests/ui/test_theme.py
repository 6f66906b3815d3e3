"""Colours can be read, fonts are named, the system is followed."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette

from hkreader.qt.session import Session
from hkreader.qt.settings import THEMES, Settings
from hkreader.resources import resource_path
from hkreader.ui.theme import Theme, dress, resolve
from hkreader.ui.theme_keeper import ThemeKeeper

TEXT = ("ink", "muted", "accent", "link")
SIGNS = ("term", "doubt", "confirmed")
GROUNDS = ("paper", "panel", "paper_high", "hover", "selection")
TINTS = (
    *("figure_done", "figure_planned", "figure_estimated", "hit", "hit_current", "accent_tint"),
    *("note_yellow", "note_green", "note_blue", "note_pink"),
)
READABLE = 4.5


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEMES)
def theme(request):
    return Theme(request.param)


def test_themes_have_the_same_roles():
    roles = {frozenset(Theme(name).roles) for name in THEMES}
    assert len(roles) == 1


def test_text_can_be_read_wherever_it_stands(theme):
    pairs = [*product(TEXT + SIGNS, GROUNDS), *product(("ink",), TINTS)]
    dim = {
        (text, ground): round(contrast(theme.colour(text), theme.colour(ground)), 2)
        for text, ground in pairs
    }
    assert {pair: value for pair, value in dim.items() if value < READABLE} == {}


def test_every_colour_of_the_style_sheet_is_a_role(theme):
    rules = resource_path("themes", "window.qss").read_text("utf-8")
    assert set(re.findall(r"@(\w+)", rules)) <= set(theme.roles)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", rules), "a colour that is no role"
    assert "@" not in theme.style_sheet()


def test_the_palette_wears_the_theme(theme):
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Base) == theme.colour("paper")
    assert palette.color(QPalette.ColorRole.WindowText) == theme.colour("ink")
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.colour("faint")
    assert theme.is_dark == (theme.name in {"dark", "contrast"})


def test_the_interface_is_set_in_the_bundled_font(qapp):
    assert QFontInfo(Theme.current().font()).family() == "Noto Sans SC"


@pytest.mark.parametrize("choice", THEMES)
def test_a_choice_is_kept(qapp, choice):
    assert resolve(choice) == choice


def test_without_a_choice_the_system_is_followed(qapp, tmp_path, monkeypatch):
    dark = False
    monkeypatch.setattr("hkreader.ui.theme.system_is_dark", lambda: dark)
    session = Session(Settings(tmp_path / "settings.ini"))
    dress("system")
    keeper = ThemeKeeper(session)
    told = []
    session.theme_changed.connect(lambda: told.append(Theme.current().name))
    changed = QGuiApplication.styleHints().colorSchemeChanged
    assert Theme.current().name == "light"
    dark = True
    changed.emit(Qt.ColorScheme.Dark)
    assert told == ["dark"]
    session.set_theme("sepia")
    dark = False
    changed.emit(Qt.ColorScheme.Light)
    assert told == ["dark", "sepia"], "a choice of one's own stands"
    keeper.deleteLater()
    Theme.use("light")
    session.shut_down()
