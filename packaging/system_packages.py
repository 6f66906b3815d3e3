"""The system libraries that Qt loads on Linux: which are missing, and how they are installed."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess

from environment import SetupError
from wording import say

LIBRARIES = {
    # library: its package for apt-get, dnf, pacman, zypper
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd", "libglvnd"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2", "glib2", "libgthread-2_0-0"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5-libs", "krb5", "krb5"),
    "libxkbcommon-x11.so.0": (
        "libxkbcommon-x11-0",
        "libxkbcommon-x11",
        "libxkbcommon-x11",
        "libxkbcommon-x11-0",
    ),
    "libxcb-cursor.so.0": (
        "libxcb-cursor0",
        "xcb-util-cursor",
        "xcb-util-cursor",
        "libxcb-cursor0",
    ),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    "libxcb-keysyms.so.1": (
        "libxcb-keysyms1",
        "xcb-util-keysyms",
        "xcb-util-keysyms",
        "libxcb-keysyms1",
    ),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
}
MANAGERS = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed --noconfirm",
    "zypper": "zypper install -y",
}


def provide_libraries() -> None:
    """Install the libraries that are missing, or raise with the line that does."""
    missing = missing_libraries()
    if not missing:
        return
    if apt_install(package_names(missing, "apt-get")):
        missing = missing_libraries()
    if not missing:
        return
    manager = next((name for name in MANAGERS if shutil.which(name)), None)
    libraries = " ".join(missing)
    if manager is None:
        names = " ".join(package_names(missing, "apt-get"))
        raise SetupError("libraries_unknown", libraries=libraries, names=names)
    line = paste_line(package_names(missing, manager), manager)
    raise SetupError("libraries_missing", libraries=libraries, line=line)


def missing_libraries() -> list[str]:
    """Give the libraries that the system cannot load."""
    return [library for library in LIBRARIES if not _loads(library)]


def package_names(libraries: list[str], manager: str) -> list[str]:
    """Give what `manager` calls the packages of `libraries`, each once."""
    column = list(MANAGERS).index(manager)
    return list(dict.fromkeys(LIBRARIES[library][column] for library in libraries))


def paste_line(names: list[str], manager: str = "apt-get") -> str:
    """Give the one line that installs `names`."""
    update = "sudo apt-get update && " if manager == "apt-get" else ""
    return f"{update}sudo {MANAGERS[manager]} {' '.join(names)}"


def apt_install(names: list[str]) -> bool:
    """Install with apt-get where that needs no password; tell whether it was done."""
    rights = _rights()
    if rights is None or shutil.which("apt-get") is None:
        return False
    say("installing_system", names=" ".join(names))
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "-y", "--no-install-recommends", *names]
    if _runs_silently(install):
        return True
    # A bare machine has no lists yet, and old lists name what is no longer there.
    return subprocess.call([*apt, "update"]) == 0 and _runs_loudly(install)


def _rights() -> list[str] | None:
    """Give what must stand before a command of root's; None where only a password helps."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _runs_silently(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _runs_silently(command: list[str]) -> bool:
    quiet = subprocess.DEVNULL
    return subprocess.call(command, stdin=quiet, stdout=quiet, stderr=quiet) == 0


def _runs_loudly(command: list[str]) -> bool:
    """Run `command` with its errors shown: nobody can mend what is not told."""
    quiet = subprocess.DEVNULL
    return subprocess.call(command, stdin=quiet, stdout=quiet) == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
