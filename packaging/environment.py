"""The project's own virtual environment, made once from the locked versions and stamped."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from wording import say

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".venv"
LOCKS = ROOT / "packaging" / "requirements"
STAMP_FORM = "1"


class SetupError(Exception):
    """The set-up cannot go on; `key` and `data` word why."""

    def __init__(self, key: str, **data: object) -> None:
        """Keep the message's key and what it needs."""
        super().__init__(key)
        self.key = key
        self.data = data


class Environment:
    """The virtual environment with the packages of one lock file; each holds all of `run`."""

    def __init__(self, lock: str) -> None:
        """Choose the lock file `packaging/requirements/<lock>.txt`."""
        self._lock = lock
        windows = os.name == "nt"
        self.python = FOLDER / ("Scripts/python.exe" if windows else "bin/python")

    def prepare(self) -> None:
        """Make the environment or bring it up to date, unless its stamp says that all is well."""
        if self._read_stamp(_stamp(self._lock)) == self._wanted_stamp(self._lock):
            return
        from installation import install, make_environment  # noqa: PLC0415

        if self._is_broken():
            say("making_environment", folder=FOLDER)
            make_environment(FOLDER, self.python)
        else:
            say("updating_environment", folder=FOLDER)
        install(self.python, _lock_file(self._lock))
        for lock in {self._lock, "run"}:
            _stamp(lock).write_text(self._wanted_stamp(lock), "utf-8")

    def prepare_libraries(self, *, must: bool) -> bool:
        """See to the system libraries that Qt loads; say what to do where that is not possible."""
        stamp = _stamp("libraries")
        if not sys.platform.startswith("linux"):
            return True
        wanted = _hash_of(Path(__file__).with_name("system_packages.py"))
        if self._read_stamp(stamp) == wanted:
            return True
        from system_packages import provide_libraries  # noqa: PLC0415

        try:
            provide_libraries()
        except SetupError as error:
            if must:
                raise
            say(error.key, **error.data)
            return False
        stamp.write_text(wanted, "utf-8")
        return True

    def call(self, command: list[str], cwd: Path | None = None, **variables: str) -> int:
        """Run the environment's Python and give its exit status."""
        import subprocess  # noqa: PLC0415

        environment = self._variables() | variables
        return subprocess.call([str(self.python), *command], cwd=cwd, env=environment)

    def become(self, command: list[str]) -> int:
        """Go on as the environment's Python; on Windows wait for it instead."""
        if os.name != "nt":
            python = str(self.python)
            os.execve(python, [python, *command], self._variables())  # noqa: S606
        return self.call(command)

    def _variables(self) -> dict[str, str]:
        known = os.environ.get("PYTHONPATH")
        path = os.pathsep.join([str(ROOT), known]) if known else str(ROOT)
        return {**os.environ, "PYTHONPATH": path}

    def _wanted_stamp(self, lock: str) -> str:
        """Name all that makes the environment stale: the lock and the Python below it."""
        return f"{STAMP_FORM}\n{_hash_of(_lock_file(lock))}\n{self.python.resolve()}\n"

    def _read_stamp(self, stamp: Path) -> str:
        try:
            base_is_there = Path(_home(FOLDER / "pyvenv.cfg")).is_dir()
            return stamp.read_text("utf-8") if base_is_there and self.python.exists() else ""
        except OSError:
            return ""

    def _is_broken(self) -> bool:
        """Tell whether the environment is missing or no longer fits a Python that works."""
        import subprocess  # noqa: PLC0415

        check = "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))"
        try:
            return subprocess.call([str(self.python), "-c", check]) != 0 or not _packages_fit(self)
        except OSError:
            return True


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _stamp(name: str) -> Path:
    return FOLDER / f".hkreader-{name}"


def _lock_file(lock: str) -> Path:
    return LOCKS / f"{lock}.txt"


def _packages_fit(environment: Environment) -> bool:
    """Tell whether the packages' folder is of the Python that is there (a system may renew it)."""
    if os.name == "nt":
        return True
    version = environment.python.resolve().name.removeprefix("python")
    folders = [path.name for path in (FOLDER / "lib").glob("python3.*")]
    return not version.startswith("3.") or f"python{version}" in folders


def _home(configuration: Path) -> str:
    """Give the folder of the Python that the environment was made from."""
    for line in configuration.read_text("utf-8").splitlines():
        name, _, value = line.partition("=")
        if name.strip() == "home":
            return value.strip()
    return ""
