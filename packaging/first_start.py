"""What `start.py` does once Python is new enough: prepare, then run the reader or the checks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from environment import ROOT, Environment, SetupError
from wording import language, say

BUILT_IN = ROOT / "resources" / "reports" / "hongkou-2018.txt"
OUTPUT = ROOT / "out"
NEEDS_NO_WINDOW = {"extract", "outline", "findings", "export"}

CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "--quiet", "."]),
    ("ruff format", ["-m", "ruff", "format", "--quiet", "--check", "."]),
    ("mypy", ["-m", "mypy", "--no-error-summary"]),
    (
        "import contracts",
        ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
    ),
    ("pytest", ["-m", "pytest"]),
)


def main(arguments: list[str]) -> int:
    """Serve the command line of `start.py`."""
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace", line_buffering=True)
    try:
        if arguments[:1] == ["test"]:
            return run_checks(Environment("test"), arguments[1:])
        return run_reader(Environment("run"), arguments)
    except SetupError as error:
        say(error.key, **error.data)
        return 1
    except KeyboardInterrupt:
        return 130


def run_checks(environment: Environment, arguments: list[str]) -> int:
    """Run every check and tell which failed; with arguments only pytest, with those."""
    environment.prepare()
    environment.prepare_libraries(must=True)
    if arguments:
        return environment.call(["-m", "pytest", *arguments])
    failed = []
    for name, command in CHECKS:
        say("checking", name=name)
        if environment.call(command, cwd=ROOT):
            failed.append(name)
    if failed:
        say("checks_failed", names=", ".join(failed))
    return 1 if failed else 0


def run_reader(environment: Environment, arguments: list[str]) -> int:
    """Hand over to the reader, or do without a window where there is no display."""
    environment.prepare()
    windowless = arguments[:1] and (arguments[0] in NEEDS_NO_WINDOW or arguments[0].startswith("-"))
    if windowless:
        return environment.become(["-m", "hkreader", *arguments])
    if has_display():
        environment.prepare_libraries(must=True)
        return environment.become(["-m", "hkreader", *arguments])
    return read_without_display(environment, [Path(name) for name in arguments])


def has_display() -> bool:
    """Tell whether a window can be shown, or Qt was told what to draw on."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if display.startswith(":"):
        return Path(f"/tmp/.X11-unix/X{display[1:].partition('.')[0]}").exists()  # noqa: S108
    return bool(display)


def read_without_display(environment: Environment, files: list[Path]) -> int:
    """Write the workbook and a picture of the window; the reader tells where they are."""
    say("no_display")
    files = files or [BUILT_IN]
    OUTPUT.mkdir(exist_ok=True)
    workbook = OUTPUT / f"{files[0].stem}.xlsx"
    picture = OUTPUT / f"{files[0].stem}.png"
    names = [str(path) for path in files]
    exporting = ["-m", "hkreader", "export", *names, "-o", str(workbook)]
    status = environment.call(exporting, HKREADER_LANG=language())
    if not environment.prepare_libraries(must=False):
        return 1
    drawing = ["-m", "hkreader", "--picture", str(picture), names[0]]
    drawn = environment.call(drawing, HKREADER_LANG=language(), QT_QPA_PLATFORM="offscreen")
    return status or drawn
