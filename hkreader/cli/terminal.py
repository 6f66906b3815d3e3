"""What the command line writes to, made to speak UTF-8 and to fall silent without a trace."""

from __future__ import annotations

import contextlib
import os
import sys


def speak_utf8() -> None:
    """Write UTF-8 with plain line ends whatever the console prefers."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def stop_writing() -> None:
    """Keep the interpreter from flushing into an output that takes no more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def word(key: str, **data: object) -> str:
    """Word a message of the catalogue, which is read when the first one is due."""
    from hkreader.messages import tr

    return tr(key, **data)


def write(text: str) -> None:
    """Write to standard output, where there is one."""
    if sys.stdout is not None:
        sys.stdout.write(_readable(text))


def say(sentence: str) -> None:
    """Say one line on standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(_readable(sentence) + "\n")


def complain(key: str, **data: object) -> None:
    """Say one message of the catalogue on standard error."""
    say(word(key, **data))


def _readable(text: str) -> str:
    """Give file names whose bytes the locale could not read as the UTF-8 that they mostly are."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return text


class Meter:
    """How far the work is, shown where somebody looks on; a `Progress`."""

    def __init__(self) -> None:
        """Find out whether anybody looks on."""
        self._seen = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, whole: int) -> None:
        """Show the share that is done."""
        if self._seen:
            sys.stderr.write(
                f"\r{100 * done // (whole or 1):3d} %" if done < whole else "\r     \r"
            )
            sys.stderr.flush()
