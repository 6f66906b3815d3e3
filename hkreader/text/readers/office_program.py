"""LibreOffice as a converter: found where it is usually installed, run off-screen in a profile of its own."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hkreader.core.errors import FileDamaged, FormatNeedsOffice
from hkreader.core.progress import Progress
from hkreader.text.readers.guard import run_guarded

_NAMES = ("soffice", "libreoffice", "soffice.exe")
_FOLDERS = (
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/opt/libreoffice*/program",
    "/opt/apps/*libreoffice*/files/program",
    "/snap/bin",
    "/Applications/LibreOffice.app/Contents/MacOS",
)
_SECONDS = 60
_SETTINGS = {
    "org.openoffice.Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
}
"""No macro runs and no link is followed."""


def _settings() -> str:
    """Word the settings as the program keeps them."""
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, properties in _SETTINGS.items()
        for name, value in properties.items()
    )
    space = "http://openoffice.org/2001/registry"
    return f'<?xml version="1.0"?><oor:items xmlns:oor="{space}">{items}</oor:items>'


def find_program() -> Path | None:
    """Give LibreOffice's program, None where there is none."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((place for place in _places() if place.is_file()), None)


def _places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            folder = os.environ.get(variable)
            if folder:
                yield from Path(folder).glob("LibreOffice*/program/soffice.exe")
        return
    for pattern in _FOLDERS:
        folder = Path(pattern)
        yield from Path(folder.anchor).glob(f"{folder.relative_to(folder.anchor)}/soffice")


def converted(path: Path, data: bytes, kind: str, progress: Progress) -> bytes:
    """Turn a document into .docx.

    Raises `FormatNeedsOffice` where no program can, `ReaderStopped` where it takes too long and
    `FileDamaged` where nothing comes of it, all about `path`.
    """
    program = find_program()
    if program is None:
        raise FormatNeedsOffice(path, format=kind.upper())
    with tempfile.TemporaryDirectory(prefix="hkreader-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_settings(), "utf-8")
        source = folder / f"report.{kind}"
        source.write_bytes(data)
        run_guarded(path, [str(program), *_arguments(folder, source)], _SECONDS, progress)
        result = folder / "out" / "report.docx"
        if not result.is_file():
            raise FileDamaged(path)
        return result.read_bytes()


def _arguments(folder: Path, source: Path) -> list[str]:
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
