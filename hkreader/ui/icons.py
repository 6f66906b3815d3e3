"""Line icons from `resources/icons`, drawn in the colours of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPixmap

from hkreader.resources import resource_path
from hkreader.ui.theme import Theme

SIZE = 18
APP_ICON = "hkreader.png"


def icon(name: str, role: str = "ink", size: int = SIZE) -> QIcon:
    """Give the icon `name` with its strokes in the colour of `role`, faded where disabled."""
    theme = Theme.current()
    drawn = QIcon(pixmap(name, theme.colour(role).name(), size))
    drawn.addPixmap(pixmap(name, theme.colour("faint").name(), size), QIcon.Mode.Disabled)
    return drawn


def pixmap(name: str, colour: str, size: int = SIZE) -> QPixmap:
    """Draw the icon `name` in `colour` (`#rrggbb`) as sharp as the screen is."""
    scale = QGuiApplication.primaryScreen().devicePixelRatio()
    return _draw(name, colour, round(size * scale), scale)


def app_icon() -> QIcon:
    """Give the program's own icon."""
    return QIcon(str(resource_path("icons", APP_ICON)))


@cache
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text("utf-8")


@cache
def _draw(name: str, colour: str, pixels: int, scale: float) -> QPixmap:
    """Draw through the image plugin: importing QtSvg would cost more than all icons together."""
    source = _source(name).replace("currentColor", colour)
    buffer = QBuffer()
    buffer.setData(QByteArray(source.encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(pixels, pixels))
    drawn = QPixmap.fromImage(reader.read())
    drawn.setDevicePixelRatio(scale)
    return drawn
