"""Make the packaged program: `python3 packaging/build.py [--no-archive]`.

Leaves `dist/hkreader/`, a folder that needs no Python, and an archive of it; ends with the
program's own self-test.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

from environment import ROOT, Environment, SetupError
from system_packages import apt_install, paste_line
from wording import say

BUILD = ROOT / "build"
DIST = ROOT / "dist"
FOLDER = DIST / "hkreader"
PAPERS = ("LICENSE", "CHANGELOG.md", "README.md", "packaging/NOTICES.md")
LICENCES = (
    "packaging/licences/*.txt",
    "resources/fonts/OFL.txt",
    "resources/icons/LICENSE-*.txt",
    ".venv/**/openpyxl-*.dist-info/**/LICEN*",
    ".venv/**/et_xmlfile-*.dist-info/**/LICEN*",
    ".venv/**/markdown_it_py-*.dist-info/**/LICEN*",
    ".venv/**/mdurl-*.dist-info/**/LICEN*",
    ".venv/**/python_calamine-*.dist-info/**/LICEN*",
    ".venv/**/regex-*.dist-info/**/LICEN*",
    ".venv/**/psutil-*.dist-info/**/LICEN*",
    ".venv/**/pypdfium2-*.dist-info/licenses/LICENSES/*.txt",
    ".venv/**/pypdfium2-*.dist-info/licenses/BUILD_LICENSES/*.*",
)
LINUX_FILES = ("packaging/linux/install-desktop-entry.sh", "packaging/linux/hkreader.desktop")

VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable('080404b0', [
      StringStruct('FileDescription', 'hkreader 政府工作报告阅读器'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'hkreader'),
      StringStruct('LegalCopyright', 'MIT'),
      StringStruct('OriginalFilename', 'hkreader.exe'),
      StringStruct('ProductName', 'hkreader'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0804, 1200])])
  ]
)
"""


def main() -> int:
    """Build, archive and try the program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-archive", action="store_true", help="leave the folder as it is")
    arguments = parser.parse_args()
    environment = Environment("package")
    try:
        environment.prepare()
        environment.prepare_libraries(must=True)
        prepare_tools()
    except SetupError as error:
        say(error.key, **error.data)
        return 1
    version = read_version()
    write_version_files(version)
    command = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(BUILD / "pyinstaller")]
    if environment.call([*command, "packaging/hkreader.spec"], cwd=ROOT):
        return 1
    add_papers()
    print(f"{FOLDER}: {size_of(FOLDER) / 1e6:.0f} MB")
    if not arguments.no_archive:
        archive = make_archive(version)
        print(f"{archive}: {archive.stat().st_size / 1e6:.0f} MB")
    return try_program()


def prepare_tools() -> None:
    """See to what PyInstaller calls on Linux."""
    if not sys.platform.startswith("linux"):
        return
    names = [] if shutil.which("objdump") and shutil.which("strip") else ["binutils"]
    if Path(sys.base_prefix) == Path("/usr"):
        library = f"libpython3.{sys.version_info.minor}"
        places = Path("/usr/lib").glob(f"**/{library}.so.1.0")
        names += [] if next(places, None) else [library]
    if names and not apt_install(names):
        raise SetupError("tools_missing", line=paste_line(names))


def read_version() -> str:
    """Give the version of the package without importing it."""
    text = (ROOT / "hkreader" / "__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise SystemExit("hkreader/__init__.py names no version")
    return found[1]


def write_version_files(version: str) -> None:
    """Write what the recipe and Windows read the version from."""
    BUILD.mkdir(exist_ok=True)
    numbers = tuple(int(number) for number in re.findall(r"\d+", version)[:3])
    resource = VERSION_RESOURCE.format(version=version, numbers=(*numbers, 0))
    (BUILD / "version.txt").write_text(version, "utf-8")
    (BUILD / "version_info.txt").write_text(resource, "utf-8")


def add_papers() -> None:
    """Lay licences, notes and the desktop entry beside the program."""
    papers = PAPERS + (LINUX_FILES if sys.platform.startswith("linux") else ())
    for name in papers:
        shutil.copy(ROOT / name, FOLDER)
    licences = FOLDER / "licences"
    licences.mkdir()
    for pattern in LICENCES:
        for path in ROOT.glob(pattern):
            package = f"{_package(path)}-" if ".venv" in pattern else ""
            shutil.copy(path, licences / f"{package}{path.name}")
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if python.exists():
        shutil.copy(python, licences / "Python.txt")


def _package(path: Path) -> str:
    """Name the package in whose metadata a file lies."""
    info = next(part for part in path.parts if part.endswith(".dist-info"))
    return info.partition("-")[0]


def make_archive(version: str) -> Path:
    """Pack the folder for handing on: zip on Windows, tar.xz elsewhere."""
    machine = f"{platform.system().lower()}-{platform.machine().lower()}"
    base = DIST / f"hkreader-{version}-{machine}"
    if os.name == "nt":
        return Path(shutil.make_archive(str(base), "zip", DIST, "hkreader"))
    target = base.with_name(base.name + ".tar.xz")
    with tarfile.open(target, "w:xz", preset=6) as archive:
        archive.add(FOLDER, "hkreader")
    return target


def size_of(folder: Path) -> int:
    """Give the bytes of all files in `folder`."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def try_program() -> int:
    """Let the program prove itself off-screen."""
    program = FOLDER / ("hkreader-cli.exe" if os.name == "nt" else "hkreader")
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([str(program), "--self-test"], env=variables)


if __name__ == "__main__":
    sys.exit(main())
