"""One window for one user on one screen: a second start hands its files to the first.

The lock costs a millisecond; the network module that carries the files is imported by the
second start only, and by the first one when its window has long been painted.
"""

from __future__ import annotations

import contextlib
import json
import os
from binascii import crc32
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# ruff: noqa: PLC0415  the network module comes late on purpose

CONNECT_MS = 2000
ANSWER_MS = 3000
ANSWER = b"taken"
SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class SingleInstance(QObject):
    """Either holds the lock and listens, or hands over to who does."""

    files_received = Signal(list)
    """Paths from a second start; empty where it only wants the window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        screen = "|".join(os.environ.get(name, "") for name in SCREEN_VARIABLES)
        self.name = f"hkreader-{crc32(f'{folder}|{screen}'.encode()):08x}"
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / f"{self.name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Become the one window; False where another one is."""
        taken = self._lock.tryLock(0)
        # A folder that cannot be written holds no lock: better two windows than none.
        return taken or self._lock.error() != QLockFile.LockError.LockFailedError

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give `files` to the window already open; tell whether it took them."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(CONNECT_MS):
            return False
        socket.write(json.dumps([str(path) for path in files]).encode() + b"\n")
        socket.waitForBytesWritten(ANSWER_MS)
        answered = socket.waitForReadyRead(ANSWER_MS)
        return answered and bytes(socket.readAll().data()) == ANSWER

    def listen(self) -> None:
        """Take files from later starts."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # What a crashed window left behind; the lock says that nobody listens there.
        QLocalServer.removeServer(self.name)
        self._server.listen(self.name)

    def release(self) -> None:
        """Stop listening and give the lock back."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            _Caller(self._server.nextPendingConnection(), self)


class _Caller(QObject):
    """One second start on the line."""

    def __init__(self, socket: QLocalSocket, instance: SingleInstance) -> None:
        super().__init__(instance)
        self._socket = socket
        self._instance = instance
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        self._read()

    def _read(self) -> None:
        if not self._socket.canReadLine():
            return
        files = [Path(text) for text in json.loads(bytes(self._socket.readLine().data()))]
        self._socket.write(ANSWER)
        self._socket.flush()
        self._instance.files_received.emit(files)
