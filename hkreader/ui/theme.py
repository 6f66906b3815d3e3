"""Colours by role, fonts by name and the few rules of style; the only place that knows colours."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from hkreader.qt.settings import THEMES
from hkreader.resources import read_json, resource_path

FONT_FILES = ("NotoSansSC-subset.ttf", "NotoSansSC-Bold-subset.ttf")
FONT_FAMILIES = [
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
]
"""Named one by one: left to itself, Qt takes the Japanese forms of Chinese characters."""
INTERFACE_PIXELS = 13

_PALETTE = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "accent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "paper_high",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "paper_high",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "rule",
    QPalette.ColorRole.Dark: "muted",
    QPalette.ColorRole.Shadow: "rule",
}


class Theme:
    """One set of colours; `Theme.current()` is the one in force."""

    font_families: ClassVar[list[str]] = FONT_FAMILIES
    _current: ClassVar[Theme | None] = None

    def __init__(self, name: str) -> None:
        self.name = name
        self._colours = {
            role: QColor(code) for role, code in read_json("themes", f"{name}.json").items()
        }

    @classmethod
    def current(cls) -> Theme:
        """Give the theme in force."""
        if cls._current is None:
            cls._current = Theme("light")
        return cls._current

    @classmethod
    def use(cls, name: str) -> Theme:
        """Put the theme `name` in force for every later `current`."""
        if cls._current is None or cls._current.name != name:
            cls._current = Theme(name)
        return cls._current

    def colour(self, role: str) -> QColor:
        """Give the colour of `role`."""
        return self._colours[role]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that have a colour."""
        return tuple(self._colours)

    @property
    def is_dark(self) -> bool:
        """Whether ink is lighter than paper."""
        return self.colour("ink").lightness() > self.colour("paper").lightness()

    def font(self, pixels: int = INTERFACE_PIXELS) -> QFont:
        """Give the interface font at a size."""
        font = QFont(self.font_families)
        font.setPixelSize(pixels)
        return font

    def palette(self) -> QPalette:
        """Give Qt's palette in these colours."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette

    def style_sheet(self) -> str:
        """Give the rules of style with each `@role` replaced by its colour."""
        rules = resource_path("themes", "window.qss").read_text("utf-8")
        for role in sorted(self._colours, key=len, reverse=True):
            rules = rules.replace(f"@{role}", self.colour(role).name())
        return rules


def dress(choice: str) -> None:
    """Put the application into the theme of the user's choice."""
    theme = Theme.use(resolve(choice))
    QApplication.setPalette(theme.palette())
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyleSheet(theme.style_sheet())


def resolve(choice: str) -> str:
    """Turn the user's choice into a theme's name, asking the system where it is to decide."""
    if choice in THEMES:
        return choice
    # Whether the system wants high contrast cannot be asked: PySide6 6.11 destroys what it gives for that.
    return "dark" if system_is_dark() else "light"


def system_is_dark() -> bool:
    """Tell whether the system wants light letters on dark ground."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def load_fonts() -> None:
    """Make the bundled Chinese font known; without it the system's serves."""
    for name in FONT_FILES:
        path = resource_path("fonts", name)
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))
