"""A table as plain values, for whichever file it goes into."""

from __future__ import annotations

from dataclasses import dataclass, field

from hkreader.messages import tr


@dataclass(frozen=True, slots=True)
class Number:
    """A number and how it is shown: so many decimals, and a unit behind it."""

    value: float
    decimals: int = 0
    suffix: str = ""
    signed: bool = False

    @property
    def plain(self) -> float | int:
        """The number, whole where it is whole."""
        return int(self.value) if self.value.is_integer() else self.value


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's number, that leads to its row in the sheet of the text."""

    number: int
    row: int


Value = str | int | Number | Paragraph | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a key of the catalogue, a width in half-width characters, how it is set."""

    key: str
    width: float
    wrap: bool = False
    centred: bool = False
    left: bool = False
    choices: tuple[str, ...] = ()
    """Keys of the words its cells are chosen from."""
    words: str = ""
    """The heading, where it is not the catalogue's word for the key."""

    @property
    def title(self) -> str:
        """The heading."""
        return self.words or tr(f"export.column.{self.key}")


@dataclass(slots=True)
class Table:
    """A titled table; the sheet of its workbook, or the whole of its file."""

    key: str
    columns: list[Column]
    rows: list[list[Value]] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    """How deep the text of `indented` stands in each row, where that means something."""
    indented: str = ""
    marked: list[int] = field(default_factory=list)
    """Indexes of rows that have to be looked at."""

    @property
    def title(self) -> str:
        """The name of the sheet."""
        return tr(f"export.sheet.{self.key}")
