"""Making the virtual environment and putting the locked packages into it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from environment import SetupError
from system_packages import apt_install, missing_libraries, package_names, paste_line


def make_environment(folder: Path, python: Path) -> None:
    """Make the environment anew, with a pip inside or one that can reach it from outside."""
    if find_spec("ensurepip") is None and find_spec("pip") is None:
        _fetch_ensurepip()
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    if _lacks_ensurepip():
        command.insert(3, "--without-pip")
    if subprocess.call(command) != 0 or not python.exists():
        raise SetupError("no_venv", folder=folder)


def install(python: Path, lock: Path) -> None:
    """Install exactly what the lock names, after the user's own pip settings."""
    pip = _pip_for(python)
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    common = [*quiet, "--disable-pip-version-check"]
    # jieba comes as source; built apart it needs no setuptools here, which would slow its import.
    command = [*pip, "install", *common, "--no-input", "--use-pep517", "--requirement", str(lock)]
    if subprocess.call(command) != 0:
        raise SetupError("pip_failed")
    if _old_setuptools(python):
        subprocess.call([*pip, "uninstall", "--quiet", "--yes", "setuptools"])


def _lacks_ensurepip() -> bool:
    """Ask in a new process: what apt just installed is unknown to this one."""
    quiet = subprocess.DEVNULL
    return subprocess.call([sys.executable, "-c", "import ensurepip"], stderr=quiet) != 0


def _fetch_ensurepip() -> None:
    """Get what Debian leaves out of its Python, or tell how to, with all else that is missing."""
    names = [f"python3.{sys.version_info.minor}-venv"]
    names += package_names(missing_libraries(), "apt-get")
    if not apt_install(names):
        raise SetupError("no_pip", line=paste_line(names))


def _pip_for(python: Path) -> list[str]:
    quiet = subprocess.DEVNULL
    inside = [str(python), "-m", "pip"]
    for command in ([*inside, "--version"], [str(python), "-m", "ensurepip"]):
        if subprocess.call(command, stdout=quiet, stderr=quiet) == 0:
            return inside
    return [sys.executable, "-m", "pip", "--python", str(python)]


def _old_setuptools(python: Path) -> bool:
    check = (
        "import sys; sys.path = [p for p in sys.path if 'site-packages' in p]; import pkg_resources"
    )
    quiet = subprocess.DEVNULL
    return subprocess.call([str(python), "-W", "ignore", "-c", check], stderr=quiet) == 0
