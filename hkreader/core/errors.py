"""What can go wrong, as types with data; the words for people are made in `ui` and `cli`.

HkreaderError
├── ReadError               a file could not be turned into a report
│   ├── FileMissing         it is not there (any more)
│   ├── FileUnreadable      the system refuses to read it
│   ├── FileIsFolder        it is a folder
│   ├── FileEmpty           it holds no text at all
│   ├── FileTooLarge        it is larger than the reader takes
│   ├── FileNotText         its bytes are no text in any encoding we know
│   ├── FileDamaged         it is a document, but broken so that no text can be had of it
│   ├── FileEncrypted       it opens only with a password
│   ├── FileScanned         it is a scan: pictures of pages, without text
│   ├── FormatNeedsOffice   it is of a kind that only an office program opens, and none is there
│   ├── HoldsMany           it holds not one report but several, to be taken apart first
│   ├── ReaderStopped       it took too long or too much memory
│   └── FormatUnsupported   it is a document of a kind no reader here opens
├── ExportError             a result could not be written
│   ├── TargetUnwritable    the folder or file cannot be written
│   ├── TargetBusy          the file is open in another program
│   └── EndingUnsupported   no writer for that ending
└── StoreError              the user's decisions and notes could not be kept or had
    ├── StoreUnwritable     they cannot be written, for whatever reason
    │   ├── StoreReadOnly   the file or its folder may not be written
    │   ├── StoreFull       the disk is full
    │   └── StoreBusy       another program holds the store for too long
    ├── StoreDamaged        the store was damaged and is set aside
    ├── StoreTooNew         a later version of the program made the store
    └── NotATransfer        a file to take decisions from holds none

`Cancelled` stands apart: it is the user's wish, not a failure.
"""

from __future__ import annotations

from pathlib import Path


class HkreaderError(Exception):
    """A failure that one clear sentence can explain; `key` names that sentence in the catalogue."""

    key = "error.unknown"

    def __init__(self, path: Path | str, **data: object) -> None:
        """Keep the file it is about and what the sentence needs beside it."""
        super().__init__(str(path))
        self.path = Path(path)
        self.data = data


class ReadError(HkreaderError):
    """A file could not be turned into a report."""


class FileMissing(ReadError):
    """The file is not there."""

    key = "error.file_missing"


class FileUnreadable(ReadError):
    """The system refuses to read the file."""

    key = "error.file_unreadable"


class FileIsFolder(ReadError):
    """The path names a folder."""

    key = "error.file_is_folder"


class FileEmpty(ReadError):
    """The file holds no text."""

    key = "error.file_empty"


class FileTooLarge(ReadError):
    """The file is larger than the reader takes; data: `limit_mb`."""

    key = "error.file_too_large"


class FileNotText(ReadError):
    """The bytes are no text in any encoding we know."""

    key = "error.file_not_text"


class FileDamaged(ReadError):
    """A document that is broken so that no text can be had of it."""

    key = "error.file_damaged"


class FileEncrypted(ReadError):
    """The file opens only with a password."""

    key = "error.file_encrypted"


class FileScanned(ReadError):
    """The file is a scan: pictures of pages, without text."""

    key = "error.file_scanned"


class GlossaryEmpty(ReadError):
    """A file that was given as a glossary holds no terms."""

    key = "error.glossary_empty"


class FormatUnsupported(ReadError):
    """A document of a kind no reader here opens; data: `format`."""

    key = "error.format_unsupported"


class FormatNeedsOffice(ReadError):
    """A document that an office program has to open first; data: `format`."""

    key = "error.format_needs_office"


class HoldsMany(ReadError):
    """The file holds `count` reports; those of a table are in one of `columns`."""

    key = "error.holds_many"


class ReaderStopped(ReadError):
    """Reading took too long or too much memory and was stopped."""

    key = "error.reader_stopped"


class ExportError(HkreaderError):
    """A result could not be written."""


class TargetUnwritable(ExportError):
    """The target's folder or file cannot be written."""

    key = "error.target_unwritable"


class TargetBusy(ExportError):
    """The target is open in another program."""

    key = "error.target_busy"


class EndingUnsupported(ExportError):
    """There is no writer for the target's ending; data: `ending`."""

    key = "error.ending_unsupported"


class StoreError(HkreaderError):
    """The user's decisions and notes could not be kept or had."""


class StoreUnwritable(StoreError):
    """The store cannot be written; data: `reason`, the system's own word for it."""

    key = "error.store_unwritable"


class StoreReadOnly(StoreUnwritable):
    """The store or its folder may not be written."""

    key = "error.store_read_only"


class StoreFull(StoreUnwritable):
    """There is no room on the disk."""

    key = "error.store_full"


class StoreBusy(StoreUnwritable):
    """Another program holds the store for too long."""

    key = "error.store_busy"


class StoreDamaged(StoreError):
    """The store was damaged; it lies at `aside` now, and `backup` is the last good copy if any."""

    key = "error.store_damaged"

    def __init__(self, path: Path, aside: Path, backup: Path | None) -> None:
        """Keep where the damaged store lies and what could be had instead."""
        super().__init__(path, aside=aside.name)
        self.aside = aside
        self.backup = backup
        if backup is not None:
            self.key = "error.store_damaged_backup"
            self.data["backup"] = backup.name


class StoreTooNew(StoreError):
    """A later version of the program made the store."""

    key = "error.store_too_new"


class NotATransfer(StoreError):
    """The file holds no decisions and notes that another store gave out."""

    key = "error.not_a_transfer"


class Cancelled(BaseException):
    """The user called the work off; a BaseException so that broad handlers let it pass."""
