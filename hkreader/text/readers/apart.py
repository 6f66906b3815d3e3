"""Has a document read in a process of its own: whatever it does there, the program goes on."""

from __future__ import annotations

import marshal
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from hkreader.core import errors
from hkreader.core.errors import FileDamaged, ReadError, ReaderStopped
from hkreader.core.packing import REPORT_CLASSES, Packing
from hkreader.core.progress import Progress
from hkreader.text.readers.base import Draft, Layout, Reader
from hkreader.text.readers.guard import MEMORY, run_guarded

COMMAND = "--read-apart"
"""The first word of the packaged program's command line where it is to be such a process."""
SECONDS, SECONDS_PER_MB = 8, 2
_MB = 1 << 20
_DONE, _FAILED, _EXHAUSTED = 0, 3, 4
_START = f"from {__name__} import serve; sys.exit(serve(sys.argv[1:]))"
_PACKING = Packing((*REPORT_CLASSES, Draft, Layout))


def draw_apart(reader: str, path: Path, data: bytes, progress: Progress) -> Draft:
    """Give what the module named `reader` draws from `data`, the bytes of `path`; raises as it does.

    Raises `ReaderStopped` where it takes too long or too much memory, `FileDamaged` where it breaks.
    """
    with tempfile.TemporaryDirectory(prefix="hkreader-", ignore_cleanup_errors=True) as name:
        document, result = Path(name, "document"), Path(name, "result")
        document.write_bytes(data)
        command = [*_program(), reader, str(document), str(result), str(path)]
        status = run_guarded(path, command, _seconds(len(data)), progress)
        if status == _EXHAUSTED:
            raise ReaderStopped(path)
        if status not in {_DONE, _FAILED} or not result.is_file():
            raise FileDamaged(path)
        told = marshal.loads(result.read_bytes())  # noqa: S302  our own process wrote it
    if status == _FAILED:
        kind, details = told
        raise getattr(errors, kind)(path, **details)
    draft = _PACKING.unpack(told)
    return cast("Draft", draft)


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, COMMAND]
    return [sys.executable, "-P", "-c", f"import sys; sys.path[:] = {sys.path!r}; {_START}"]


def serve(arguments: list[str]) -> int:
    """Read one document on behalf of another process; give the exit status."""
    reader, document, result, path = arguments
    told: Any
    status = _DONE
    try:
        data = Path(document).read_bytes()
        hold_to_limits(_seconds(len(data)))
        module = cast("Reader", import_module(reader))
        told = _PACKING.pack(module.draw(Path(path), data))
    except ReadError as error:
        status, told = _FAILED, (type(error).__name__, error.data)
    except MemoryError:
        return _EXHAUSTED
    Path(result).write_bytes(marshal.dumps(told))
    return status


def _seconds(size: int) -> float:
    return SECONDS + SECONDS_PER_MB * size / _MB


def hold_to_limits(seconds: float) -> None:
    """Hold this process to its memory and time, even where nobody watches any more."""
    if sys.platform.startswith("linux"):
        import resource  # noqa: PLC0415  not everywhere

        most = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
