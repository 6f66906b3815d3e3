"""LibreOffice as a converter: found where it is usually installed, run off-screen in a profile of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hkreader.core.errors import FileNotText, FormatNeedsOffice, ReaderStopped

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


def converted(path: Path, data: bytes, kind: str) -> bytes:
    """Turn a document into .docx.

    Raises `FormatNeedsOffice` where no program can, `ReaderStopped` where it takes too long and
    `FileNotText` where nothing comes of it, all about `path`.
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
        _run(path, [str(program), *_arguments(folder, source)])
        result = folder / "out" / "report.docx"
        if not result.is_file():
            raise FileNotText(path)
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


def _run(path: Path, command: list[str]) -> None:
    """Run the program with nothing to see and nobody to ask; end it and its children in time."""
    windows = sys.platform == "win32"
    process = subprocess.Popen(  # noqa: S603  a program found in the usual places, on a copy
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=not windows,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ReaderStopped(path) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform != "win32":
            import signal  # noqa: PLC0415  names of POSIX

            os.killpg(process.pid, signal.SIGKILL)
        elif process.poll() is None:
            process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5)
