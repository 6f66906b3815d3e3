"""What the command line asks for; parsed by hand, since the window waits for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = ("extract", "outline", "findings", "export")
_ONE_FILE = ("outline", "findings")
_SWITCHES = {
    "-h": "--help",
    "--help": "--help",
    "--version": "--version",
    "--self-test": "--self-test",
    "--text": "--text",
    "--explain": "--explain",
}
_VALUED = {
    "-o": "--output",
    "--output": "--output",
    "--lang": "--lang",
    "--picture": "--picture",
    "--column": "--column",
}
_COMMAND_OF = {
    "--text": "extract",
    "--explain": "extract",
    "--output": "export",
    "--self-test": "",
    "--picture": "",
}
"""The command an option belongs to, empty for the window; the others go anywhere."""


class UsageError(Exception):
    """A wrong command line; `key` and `data` word what is wrong with it."""

    def __init__(self, key: str, **data: str) -> None:
        """Keep the catalogue key and what its sentence needs."""
        super().__init__(key)
        self.key = key
        self.data = data


class Request:
    """A parsed command line; `command` is empty for the window."""

    def __init__(self, arguments: list[str]) -> None:
        """Sort `arguments` into a command, its files and its options."""
        self.command = ""
        self.options: dict[str, str] = {}
        self._literal = False
        self._problem: UsageError | None = None
        words = self._sort(arguments)
        if words and self._names_command(words):
            self.command = words.pop(0)
        self.files = [path for word in words for path in _paths(word)]

    def __contains__(self, option: str) -> bool:
        """Tell whether `option` was given."""
        return option in self.options

    def check(self) -> None:
        """Raise `UsageError` when command, files and options do not fit together."""
        if self._problem is not None:
            raise self._problem
        for option in self.options:
            if _COMMAND_OF.get(option, self.command) != self.command:
                raise UsageError("cli.usage.misplaced_option", option=option)
        if self.options.get("--lang", "zh") not in ("zh", "en"):
            raise UsageError("cli.usage.language")
        if not self.command:
            return
        if not self.files:
            raise UsageError("cli.usage.no_file", command=self.command)
        one_file = self.command in _ONE_FILE or "--text" in self
        if one_file and len(self.files) > 1:
            raise UsageError("cli.usage.one_file", command=self.command)
        if self.command == "export" and "--output" not in self:
            raise UsageError("cli.usage.no_output")

    def path_of(self, option: str) -> Path:
        """Give the file that an option names."""
        return Path(self.options[option])

    def _sort(self, arguments: list[str]) -> list[str]:
        """Take the options out and give the words that are left."""
        words: list[str] = []
        rest = iter(arguments)
        for argument in rest:
            if argument == "--":
                self._literal = not words
                words += rest
            elif len(argument) > 1 and argument.startswith("-"):
                self._take_option(argument, rest)
            else:
                words.append(argument)
        return words

    def _take_option(self, argument: str, rest: Iterator[str]) -> None:
        name, equals, value = argument.partition("=")
        if name in _VALUED:
            self.options[_VALUED[name]] = value if equals else next(rest, "")
            if not self.options[_VALUED[name]]:
                self._problem = UsageError("cli.usage.no_value", option=name)
        elif argument in _SWITCHES:
            self.options[_SWITCHES[argument]] = ""
        else:
            self._problem = UsageError("cli.usage.unknown_option", option=argument)

    def _names_command(self, words: list[str]) -> bool:
        """Tell a command from a file of the same name that stands alone."""
        if self._literal or words[0] not in COMMANDS:
            return False
        alone = len(words) == 1 and not self.options
        return not (alone and Path(words[0]).is_file())


def _paths(word: str) -> list[Path]:
    """Give the files a word names; Windows leaves `*` and `?` to the program."""
    path = Path(word)
    if os.name == "nt" and any(mark in path.name for mark in "*?"):
        return sorted(path.parent.glob(path.name)) or [path]
    return [path]
