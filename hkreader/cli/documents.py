"""What the commands work on: files, and the reports inside of files that hold many."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from hkreader.core.errors import HkreaderError
from hkreader.core.report import Report
from hkreader.text import read_report
from hkreader.text.collections import unpack


@dataclass(frozen=True, slots=True)
class Document:
    """A file by the name that people know it by: a member's begins with its collection's."""

    path: Path
    name: Path

    @property
    def is_member(self) -> bool:
        """Whether it came out of a collection."""
        return self.path != self.name

    def read(self) -> Report:
        """Give the report; raises a `ReadError` about the name."""
        with _about(self.name):
            report = read_report(self.path)
        return replace(report, source=replace(report.source, path=self.name))


class Unpacking:
    """A place for the members of collections, cleared away in the end."""

    def __init__(self, column: str) -> None:
        """Take the reports of tables from `column`, where it is given."""
        self._column = column
        self._folder = tempfile.TemporaryDirectory(prefix="hkreader-", ignore_cleanup_errors=True)
        self._count = 0

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Clear away."""
        self._folder.cleanup()

    def members(self, document: Document) -> list[Document]:
        """Take a collection apart; raises a `ReadError` about its name."""
        self._count += 1
        folder = Path(self._folder.name, str(self._count))
        with _about(document.name):
            paths = unpack(document.path, folder, self._column)
        return [Document(path, document.name / path.name) for path in paths]


@contextmanager
def _about(name: Path) -> Iterator[None]:
    """Let an error be about the name that people know."""
    try:
        yield
    except HkreaderError as error:
        error.path = name
        raise
