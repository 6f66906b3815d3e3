"""The command line: its output is a contract, its errors are one sentence each.

Only the parsing is imported here: the window starts this way too, and must not wait for what it
never calls.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from hkreader.cli.arguments import Request, UsageError
from hkreader.cli.terminal import complain, speak_utf8, stop_writing, word, write

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and give the exit status."""
    speak_utf8()
    try:
        status = _serve(list(sys.argv[1:] if arguments is None else arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        stop_writing()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        stop_writing()
        complain("cli.output_failed", reason=error.strerror or str(error))
        return FAILED
    return status


def _serve(arguments: list[str]) -> int:
    if arguments[:1] == ["--read-apart"]:
        from hkreader.text.readers.apart import serve

        return serve(arguments[1:])
    request = Request(arguments)
    chosen = _choose_language(request.options.get("--lang", ""))
    if "--help" in request:
        write(word("cli.help"))
        return DONE
    if "--version" in request:
        return _print_version()
    try:
        request.check()
    except UsageError as error:
        complain("cli.usage.hint", problem=word(error.key, **error.data))
        return MISUSED
    if request.command:
        from hkreader.cli.commands import run_command

        return run_command(request)
    return _open_window(request, language_chosen=chosen)


def _print_version() -> int:
    from hkreader import __version__

    write(f"hkreader {__version__}\n")
    return DONE


def _has_screen() -> bool:
    """Tell whether Qt will find a screen to open a window on; it aborts the process where not."""
    if not sys.platform.startswith("linux"):
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def _open_window(request: Request, *, language_chosen: bool) -> int:
    if not _has_screen():
        if "--self-test" not in request and "--picture" not in request:
            complain("cli.no_display")
            return FAILED
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from hkreader import app
    except ImportError as error:
        complain("cli.no_window", reason=error)
        return FAILED
    if "--self-test" in request:
        return app.self_test()
    if "--picture" in request:
        return app.picture(request.path_of("--picture"), request.files)
    return app.run(request.files, language_chosen=language_chosen)


def _choose_language(wanted: str) -> bool:
    """Follow `--lang`, then HKREADER_LANG; tell whether either was given: else the window rules."""
    wanted = wanted or os.environ.get("HKREADER_LANG", "")[:2].lower()
    if wanted in ("zh", "en"):
        from hkreader.messages import Language, set_language

        set_language(Language(wanted))
        return True
    return False
