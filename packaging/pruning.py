"""What the packaged program can do without, told by the places of files in its folder."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]
"""Place in the folder, file it comes from, and PyInstaller's type for it."""

PLUGINS = {
    "platforms": "qxcb|qwayland.*|qoffscreen|qwindows|qcocoa",
    "imageformats": "qsvg|qjpeg|qgif|qico",
    "iconengines": "qsvgicon",
    "xcbglintegrations": ".*",
    "platforminputcontexts": ".*compose.*|.*ibus.*",
    "printsupport": ".*",
    "platformthemes": "qxdgdesktopportal",
    "styles": ".*",
    "wayland-shell-integration": "xdg-shell",
    "wayland-decoration-client": "bradient",
    "wayland-graphics-integration-client": ".*wayland-egl",
}
TRANSLATIONS = "qtbase_zh_CN.qm"
UNUSED = re.compile(
    r"jieba/(lac_small|analyse|posseg)/|jieba/.*\.p$|"
    r"\.(pyi|typed|prl|h|cpp)$|PySide6/(typesystems|glue|include|doc|scripts|support)/|"
    r"dist-info/(RECORD|INSTALLER|direct_url)|"
    r"(^|/)(opengl32sw|d3dcompiler_47)\.dll$"
)


def is_wanted(place: str) -> bool:
    """Tell whether the file at `place` has a use."""
    place = place.replace("\\", "/")
    if UNUSED.search(place):
        return False
    plugin = re.search(r"/plugins/([^/]+)/(?:lib)?([^/.]+)", place)
    if plugin is not None:
        return re.fullmatch(PLUGINS.get(plugin[1], "(?!)"), plugin[2]) is not None
    if "/translations/" in place and "PySide6" in place:
        return place.endswith(TRANSLATIONS)
    return True


def reached(entries: Iterable[Entry]) -> list[Entry]:
    """Drop the libraries that nothing kept needs any more; on Linux only, where that is plain."""
    entries = list(entries)
    if not sys.platform.startswith("linux"):
        return entries
    by_name = {Path(place).name: (place, source, kind) for place, source, kind in entries}
    pending = [entry for entry in entries if _is_root(entry)]
    found = {place for place, _, _ in pending}
    while pending:
        _, source, _ = pending.pop()
        for name in _needed(source):
            entry = by_name.get(name)
            if entry is not None and entry[0] not in found:
                found.add(entry[0])
                pending.append(entry)
    # A library may lie in several places; whatever place is loaded has to stay.
    names = {Path(place).name for place in found}
    return [entry for entry in entries if Path(entry[0]).name in names]


def without_dangling(entries: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """Drop the links whose library was dropped."""
    names = {Path(place).name for place, _, _ in binaries}
    return [entry for entry in entries if entry[2] != "SYMLINK" or Path(entry[0]).name in names]


def _is_root(entry: Entry) -> bool:
    """Tell whether Python, Qt or pypdfium2 opens the file by itself."""
    place, _, kind = entry
    name = Path(place).name
    return (
        kind == "EXTENSION" or "/plugins/" in place or name.startswith(("libpython", "libpdfium"))
    )


def _needed(source: str) -> set[str]:
    from PyInstaller.depend.bindepend import get_imports  # noqa: PLC0415

    return {Path(name).name for name, _ in get_imports(source)}
