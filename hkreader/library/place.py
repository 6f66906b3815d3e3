"""Where the store lies: among the user's own files, or beside a portable program."""

from __future__ import annotations

from pathlib import Path

MARK = "hkreader-portable"
"""A file of this name beside the program makes it portable."""
_NAME = "reviews.db"


def store_path(data_folder: Path, program_folder: Path) -> Path:
    """Give the store of this user, or the one that travels with the program."""
    if (program_folder / MARK).exists():
        return program_folder / "data" / _NAME
    return data_folder / _NAME
