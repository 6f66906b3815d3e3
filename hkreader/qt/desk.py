"""The files that are open beside each other, one of them in view."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class Desk(QObject):
    """Keeps the order in which files were opened."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []

    @property
    def paths(self) -> tuple[Path, ...]:
        """All open files."""
        return tuple(self._paths)

    def add(self, paths: Sequence[Path]) -> None:
        """Put `paths` on the desk, each once."""
        self._paths += [path for path in dict.fromkeys(paths) if path not in self._paths]
        self.changed.emit()

    def remove(self, path: Path) -> None:
        """Take `path` off the desk."""
        if path in self._paths:
            self._paths.remove(path)
            self.changed.emit()

    def after(self, path: Path | None) -> Path | None:
        """Give the file behind `path`, round and round; None where there is no other."""
        others = [known for known in self._paths if known != path]
        if not others:
            return None
        if path not in self._paths:
            return others[0]
        return self._paths[(self._paths.index(path) + 1) % len(self._paths)]
