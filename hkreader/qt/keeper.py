"""The door to the user's store: one thread reads and writes there, in the order of the wishes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hkreader.core.errors import HkreaderError

if TYPE_CHECKING:
    from hkreader.library.store import Store

RETRY_MS = 10_000
"""Between two tries to write what could not be written."""

Errand = Callable[["Store"], Any]
Then = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class _Wish:
    """One errand with what follows it in the GUI thread."""

    errand: Errand
    then: Then | None
    writes: bool
    otherwise: Callable[[], None] | None = None


class Keeper(QObject):
    """Takes errands for the store; what cannot be written is told, kept and tried again."""

    failed = Signal(object)
    """The `HkreaderError` of an errand."""
    unsaved_changed = Signal(int)
    """How many wishes wait to be written because the store could not be."""
    _answered = Signal(object, object)
    _failing = Signal(object)
    _unsaved_counted = Signal(int)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.unsaved = 0
        self._wishes: SimpleQueue[_Wish | None] = SimpleQueue()
        self._waiting: deque[_Wish] = deque()
        """What could not be written yet; the thread's own."""
        self._store: Store | None = None
        self._thread: Thread | None = None
        self._retry = QTimer(self, interval=RETRY_MS)
        self._retry.timeout.connect(self.try_again)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._failing.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        self._unsaved_counted.connect(self._on_unsaved, Qt.ConnectionType.QueuedConnection)

    @property
    def knows_anything(self) -> bool:
        """Whether there is a store, or one is on its way to be."""
        return self._thread is not None or self.path.exists()

    def read(self, errand: Errand, then: Then, otherwise: Callable[[], None] | None = None) -> None:
        """Hand what `errand` gives to `then`, in the GUI thread; where it fails do `otherwise`."""
        self._take(_Wish(errand, then, writes=False, otherwise=otherwise))

    def write(self, errand: Errand, then: Then | None = None) -> None:
        """Have `errand` change the store; tried again later where that fails."""
        self._take(_Wish(errand, then, writes=True))

    def restore(self, backup: Path, then: Callable[[], None]) -> None:
        """Put `backup` in the place of the store."""
        self._take(_Wish(partial(self._put_back, backup), _ignoring(then), writes=False))

    def try_again(self) -> None:
        """Try to write what could not be written."""
        self._take(_Wish(_nothing, None, writes=False))

    def settle(self, seconds: float = 2.0) -> int:
        """Wait for what was wished so far; tell how much of it could not be written."""
        if self._thread is None:
            return 0
        done = Event()
        self._take(_Wish(lambda _store: done.set(), None, writes=False, otherwise=done.set))
        done.wait(seconds)
        return len(self._waiting)

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Do what is left to do and close the store; tell whether everything is stored."""
        self._retry.stop()
        if self._thread is not None:
            self._wishes.put(None)
            self._thread.join(seconds)
            ended = not self._thread.is_alive()
            self._thread = None
            return ended and not self._waiting
        return True

    def _take(self, wish: _Wish) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._serve, name="store", daemon=True)
            self._thread.start()
        self._wishes.put(wish)

    # ── in the thread ──

    def _serve(self) -> None:
        while (wish := self._wishes.get()) is not None:
            self._write_waiting()
            if self._waiting and wish.writes:
                # Not before those that were wished earlier.
                self._put_off(wish)
            else:
                self._carry_out(wish)
        self._write_waiting()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _carry_out(self, wish: _Wish) -> None:
        try:
            answer = wish.errand(self._opened())
        except HkreaderError as error:
            # Opened anew for the next wish: it may have been set aside as damaged.
            self._drop()
            if wish.writes:
                self._put_off(wish)
            self._failing.emit(error)
            if wish.otherwise is not None:
                self._answered.emit(_ignoring(wish.otherwise), None)
        else:
            self._answered.emit(wish.then, answer)

    def _write_waiting(self) -> None:
        """Write what waits, in order, as far as that works."""
        before = len(self._waiting)
        while self._waiting:
            wish = self._waiting[0]
            try:
                answer = wish.errand(self._opened())
            except HkreaderError:
                self._drop()
                break
            self._waiting.popleft()
            self._answered.emit(wish.then, answer)
        if len(self._waiting) != before:
            self._unsaved_counted.emit(len(self._waiting))

    def _put_back(self, backup: Path, _store: Store) -> None:
        from hkreader.library.backups import restore  # noqa: PLC0415  seldom needed

        self._drop()
        restore(self.path, backup)

    def _put_off(self, wish: _Wish) -> None:
        self._waiting.append(wish)
        self._unsaved_counted.emit(len(self._waiting))

    def _opened(self) -> Store:
        if self._store is None:
            from hkreader.library.store import Store  # noqa: PLC0415  not before it is needed

            self._store = Store(self.path)
        return self._store

    def _drop(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    # ── in the GUI thread ──

    def _on_answered(self, then: Then | None, answer: object) -> None:
        if then is not None:
            then(answer)

    def _on_unsaved(self, count: int) -> None:
        self.unsaved = count
        if count:
            self._retry.start()
        else:
            self._retry.stop()
        self.unsaved_changed.emit(count)


def _ignoring(act: Callable[[], None]) -> Then:
    return lambda _answer: act()


def _nothing(_store: Store) -> None:
    """Do nothing but open the store."""
