"""Tables as a workbook: real numbers, links into the text, set to be printed."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.worksheet.table import TableColumn

from hkreader.export.rows_xml import SheetBody, number_cell, row, text_cell
from hkreader.export.table import Column, Number, Paragraph, Table, Value
from hkreader.messages import tr

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from hkreader.core.progress import Progress

_FONT = "Microsoft YaHei"
_SIZE = 10
_INK, _HEAD_INK, _LINK_INK = "FF22272E", "FF1F3A57", "FF1F5FA8"
_HEAD_FILL, _RULE = "FFE9EEF4", "FF9FB0C3"
_MARK_FILL = "FFFBE3DD"
_PROGRESS_STEP = 200
_FORMULA_MARKS = ("=", "+", "-", "@")
_HEAD_HEIGHT = 24
_LINE_HEIGHT, _PADDING, _HIGHEST = 14, 3, 409
_FILL = 0.94
"""How much of a column text fills before it turns."""
_A4 = 9
_INCH_MARGIN = 0.5


def write_workbook(tables: list[Table], file: BinaryIO, progress: Progress) -> None:
    """Write `tables`, a sheet each."""
    book = Workbook()
    styles = _Styles(book)
    whole = sum(len(table.rows) for table in tables) + 1
    done = 0
    writers = []
    for table in tables:
        writer = _SheetWriter(book.create_sheet(table.title), table, styles)
        writers.append(writer)
        for values in table.rows:
            if done % _PROGRESS_STEP == 0:
                progress(done, whole)
            writer.add(values)
            done += 1
    styles.put_away()
    progress(done, whole)
    _save(book, writers, file)
    progress(whole, whole)


def _save(book: Workbook, writers: list[_SheetWriter], file: BinaryIO) -> None:
    """Fill the rows into the sheets that openpyxl set up."""
    bodies = {f"xl/worksheets/sheet{place}.xml": it for place, it in enumerate(writers, 1)}
    frame = io.BytesIO()
    book.save(frame)
    with zipfile.ZipFile(frame) as source, zipfile.ZipFile(file, "w") as target:
        for item in source.infolist():
            parts = [source.read(item)]
            writer = bodies.get(item.filename)
            if writer is not None:
                parts = writer.body.fill(parts[0], writer.reference)
            item.compress_type = zipfile.ZIP_DEFLATED
            with target.open(item, "w") as stream:
                stream.writelines(parts)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks, as far as cells differ."""

    across: str | None = None
    wrap: bool = False
    number_format: str = "General"
    indent: int = 0
    quoted: bool = False
    head: bool = False
    link: bool = False
    marked: bool = False


_HEAD = _Look("center", wrap=True, head=True)
_LINK = _Look("center", link=True)


class _Styles:
    """Styles, each made once on a scratch cell and known by its number."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._scratch = book.worksheets[0]
        self._made: dict[_Look, int] = {}

    def __getitem__(self, look: _Look) -> int:
        """Give the number of the style for `look`."""
        made = self._made.get(look)
        if made is None:
            cell = self._scratch.cell(len(self._made) + 1, 1)
            _dress(cell, look)
            made = self._made[look] = cell.style_id
        return made

    def put_away(self) -> None:
        """Take the scratch cells out of the book."""
        self._book.remove(self._scratch)


class _SheetWriter:
    """Writes one table into one sheet."""

    def __init__(self, sheet: Worksheet, table: Table, styles: _Styles) -> None:
        self.body = SheetBody(tr("export.sheet.text"))
        self._table = table
        self._marked = frozenset(table.marked)
        self._styles = styles
        self._letters = [get_column_letter(place + 1) for place in range(len(table.columns))]
        self._plain = [styles[_look(column)] for column in table.columns]
        last_row = max(len(table.rows), 1) + 1
        self.reference = f"A1:{self._letters[-1]}{last_row}"
        self._set_up(sheet)
        _set_print(sheet)

    def add(self, values: list[Value]) -> None:
        """Write the next row."""
        number = len(self.body.rows) + 2
        cells = [
            self._cell(place, value, number)
            for place, value in enumerate(values)
            if value is not None and value != ""
        ]
        lines = max(map(_lines, self._table.columns, values))
        height = min(lines * _LINE_HEIGHT + _PADDING, _HIGHEST) if lines > 1 else None
        self.body.rows.append(row(number, cells, height))

    def _cell(self, place: int, value: Value, number: int) -> str:
        column, plain = self._table.columns[place], self._plain[place]
        marked = number - 2 in self._marked
        if marked:
            plain = self._styles[_look(column, marked=True)]
        name = f"{self._letters[place]}{number}"
        if isinstance(value, Number):
            look = _look(column, _format(value), marked=marked)
            return number_cell(name, self._styles[look], value.plain)
        if isinstance(value, Paragraph):
            return self.body.link(name, self._styles[_LINK], value)
        if not isinstance(value, str):
            return number_cell(name, plain, value or 0)
        indent = 0
        if column.key == self._table.indented:
            indent = self._table.indents[number - 2]
        quoted = value.startswith(_FORMULA_MARKS)
        if indent or quoted:
            look = _look(column, indent=indent, quoted=quoted, marked=marked)
            plain = self._styles[look]
        return text_cell(name, plain, value)

    def _set_up(self, sheet: Worksheet) -> None:
        """Set the head, widths, filter and choices."""
        table = self._table
        sheet.append([column.title for column in table.columns])
        for cell, column, letter in zip(sheet[1], table.columns, self._letters, strict=True):
            look = _look(column)
            _dress(cell, _HEAD)
            dimension = sheet.column_dimensions[letter]
            dimension.width = column.width
            # Empty cells are not written: what is filled in later takes after its column.
            dimension.font, dimension.alignment = _font(look), _alignment(look)
            if column.choices and table.rows:
                _offer(sheet, column, f"{letter}2:{letter}{len(table.rows) + 1}")
        sheet.row_dimensions[1].height = _HEAD_HEIGHT
        sheet.freeze_panes = "A2"
        name = f"hk_{table.key}"
        filled = SheetTable(
            displayName=name, ref=self.reference, autoFilter=AutoFilter(ref=self.reference)
        )
        # Without them openpyxl makes a cell for every place of the table to find its head.
        filled.tableColumns = [
            TableColumn(id=place, name=column.title)
            for place, column in enumerate(table.columns, 1)
        ]
        sheet.add_table(filled)


def _offer(sheet: Worksheet, column: Column, cells: str) -> None:
    words = ",".join(tr(f"export.{column.key}.{choice}") for choice in column.choices)
    choice = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
    choice.prompt = tr(f"export.{column.key}.help")
    choice.showInputMessage = True
    choice.add(cells)
    sheet.add_data_validation(choice)


def _set_print(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.print_options.horizontalCentered = True
    sheet.print_options.gridLines = True
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, _INCH_MARGIN)
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(tr("export.page")))


def _dress(cell: Cell | MergedCell, look: _Look) -> None:
    cell.font = _font(look)
    cell.alignment = _alignment(look)
    cell.number_format = look.number_format
    cell.quotePrefix = look.quoted
    if look.marked:
        cell.fill = PatternFill("solid", _MARK_FILL)
    if look.head:
        cell.fill = PatternFill("solid", _HEAD_FILL)
        cell.border = Border(bottom=Side(style="thin", color=_RULE))


def _font(look: _Look) -> Font:
    colour = _HEAD_INK if look.head else _LINK_INK if look.link else _INK
    return Font(
        _FONT,
        _SIZE,
        bold=look.head,
        color=colour,
        underline="single" if look.link else "none",
    )


def _alignment(look: _Look) -> Alignment:
    return Alignment(look.across, "center", wrap_text=look.wrap or None, indent=look.indent)


def _look(
    column: Column,
    number_format: str = "General",
    *,
    indent: int = 0,
    quoted: bool = False,
    marked: bool = False,
) -> _Look:
    across = "center" if column.centred else None
    if indent or column.left:
        across = "left"
    return _Look(across, column.wrap, number_format, indent, quoted, marked=marked)


def _lines(column: Column, value: Value) -> int:
    """Tell how many lines a cell takes; Chinese characters are two wide."""
    if not column.wrap or not isinstance(value, str):
        return 1
    widths = [(len(line) + len(line.encode("utf-8", "replace"))) // 2 for line in value.split("\n")]
    return sum(-(-width // int(column.width * _FILL)) or 1 for width in widths)


def _format(number: Number) -> str:
    shown = "0." + "0" * number.decimals if number.decimals else "0"
    unit = f'"{number.suffix}"' if number.suffix else ""
    if not number.signed:
        return shown + unit
    return f"+{shown}{unit};-{shown}{unit};0{unit}"
