"""The objects whose methods the action table calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject

from hkreader.qt.override import override


class Providers(Mapping[str, QObject]):
    """Names them; what has to do with one text is asked for where the keys are."""

    def __init__(self, fixed: Mapping[str, QObject], here: Callable[[str], QObject | None]) -> None:
        self._fixed = fixed
        self._here = here

    @override
    def __getitem__(self, name: str) -> QObject:
        return self._here(name) or self._fixed[name]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._fixed)

    @override
    def __len__(self) -> int:
        return len(self._fixed)
