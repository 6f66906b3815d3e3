"""Tables as a workbook: real numbers, links into the text, set to be printed."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as SheetTable

from hkreader.export.table import Column, Number, Paragraph, Table, Value
from hkreader.messages import tr

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

    from hkreader.core.progress import Progress

_FONT = "Microsoft YaHei"
_SIZE = 10
_INK, _HEAD_INK, _LINK_INK = "FF22272E", "FF1F3A57", "FF1F5FA8"
_HEAD_FILL, _RULE = "FFE9EEF4", "FFD5DBE3"
_MOST_LINKS = 65530
_PROGRESS_STEP = 200
_FORMULA_MARKS = ("=", "+", "-", "@")
_HEAD_HEIGHT = 24
_LINE_HEIGHT, _PADDING, _HIGHEST = 14, 3, 409
_FILL = 0.94
"""How much of a column text fills before it turns."""
_A4 = 9
_INCH_MARGIN = 0.5
_REPLACED = "\ufffd"


def write_workbook(tables: list[Table], file: BinaryIO, progress: Progress) -> None:
    """Write `tables`, a sheet each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = _Styles(book)
    whole = sum(len(table.rows) for table in tables) + 1
    done = 0
    for table in tables:
        writer = _SheetWriter(book.create_sheet(table.title), table, styles)
        for number, row in enumerate(table.rows):
            if done % _PROGRESS_STEP == 0:
                progress(done, whole)
            writer.add(number, row)
            done += 1
        writer.finish()
    del book[styles.sheet]
    progress(done, whole)
    book.save(file)
    progress(whole, whole)


class _Styles:
    """Style records, each made once and shared by all cells that look alike."""

    sheet = "styles"

    def __init__(self, book: Workbook) -> None:
        self._scratch = book.create_sheet(self.sheet)["A1"]
        self._made: dict[tuple[object, ...], StyleArray] = {}
        side = Side(style="hair", color=_RULE)
        self._border = Border(top=side, bottom=side, left=side, right=side)

    def head(self) -> StyleArray:
        """Give the style of a column's title."""
        return self._get(("head",), Alignment("center", "center", wrap_text=True))

    def body(
        self,
        column: Column,
        number_format: str = "General",
        *,
        indent: int = 0,
        quoted: bool = False,
    ) -> StyleArray:
        """Give the style of a cell in `column`."""
        across = "center" if column.centred else None
        if indent or column.left:
            across = "left"
        alignment = Alignment(across, "center", wrap_text=column.wrap or None, indent=indent)
        return self._get(("body", across, column.wrap, number_format, indent, quoted), alignment)

    def link(self) -> StyleArray:
        """Give the style of a number that leads to its paragraph."""
        return self._get(("link",), Alignment("center", "center"))

    def _get(self, key: tuple[object, ...], alignment: Alignment) -> StyleArray:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(key, alignment)
        return made

    def _make(self, key: tuple[object, ...], alignment: Alignment) -> StyleArray:
        cell = self._scratch
        kind = key[0]
        colour = {"head": _HEAD_INK, "link": _LINK_INK}.get(str(kind), _INK)
        cell.font = Font(
            _FONT,
            _SIZE,
            bold=kind == "head",
            color=colour,
            underline="single" if kind == "link" else "none",
        )
        cell.fill = PatternFill("solid", _HEAD_FILL) if kind == "head" else PatternFill()
        cell.border = self._border
        cell.alignment = alignment
        cell.number_format = str(key[3]) if kind == "body" else "General"
        cell.quotePrefix = bool(key[5]) if kind == "body" else False
        style: StyleArray = copy(cell._style)  # noqa: SLF001  the record has no public door
        return style


class _SheetWriter:
    """Writes one table into one sheet."""

    def __init__(self, sheet: Worksheet, table: Table, styles: _Styles) -> None:
        self._sheet = sheet
        self._table = table
        self._styles = styles
        self._links = 0
        head = styles.head()
        sheet.append([self._cell(column.title, head) for column in table.columns])

    def add(self, number: int, row: list[Value]) -> None:
        """Write the table's row `number`."""
        cells = []
        for column, value in zip(self._table.columns, row, strict=True):
            indent = 0
            if column.key == self._table.indented:
                indent = self._table.indents[number]
            cells.append(self._made(column, value, indent))
        self._sheet.append(cells)
        lines = max(map(_lines, self._table.columns, row))
        if lines > 1:
            height = min(lines * _LINE_HEIGHT + _PADDING, _HIGHEST)
            self._sheet.row_dimensions[number + 2].height = height
        for cell, value in zip(cells, row, strict=True):
            if isinstance(value, Paragraph):
                self._lead(cell, value)

    def finish(self) -> None:
        """Set the sheet: widths, frozen head, filter, choices, print."""
        sheet, table = self._sheet, self._table
        for index, column in enumerate(table.columns, 1):
            letter = get_column_letter(index)
            sheet.column_dimensions[letter].width = column.width
            if column.choices and table.rows:
                self._offer(column, f"{letter}2:{letter}{len(table.rows) + 1}")
        sheet.row_dimensions[1].height = _HEAD_HEIGHT
        sheet.freeze_panes = "A2"
        sheet.sheet_view.showGridLines = False
        last = get_column_letter(len(table.columns))
        reference = f"A1:{last}{max(len(table.rows), 1) + 1}"
        sheet.add_table(SheetTable(displayName=f"hk_{table.key}", ref=reference))
        self._set_print()

    def _made(self, column: Column, value: Value, indent: int) -> Cell:
        if isinstance(value, Number):
            return self._cell(value.plain, self._styles.body(column, _format(value)))
        if isinstance(value, Paragraph):
            return self._cell(value.number, self._styles.link())
        quoted = isinstance(value, str) and value.startswith(_FORMULA_MARKS)
        style = self._styles.body(column, indent=indent, quoted=quoted)
        return self._cell(None if value == "" else value, style)

    def _cell(self, value: str | float | None, style: StyleArray) -> Cell:
        if isinstance(value, str):
            value = ILLEGAL_CHARACTERS_RE.sub(_REPLACED, value)
        cell = Cell(self._sheet, 1, 1, value, style)  # `append` gives it its place
        if cell.data_type in {"f", "e"}:
            cell.data_type = "s"
        return cell

    def _lead(self, cell: Cell, paragraph: Paragraph) -> None:
        """Link a paragraph's number to its row in the sheet of the text."""
        target = f"'{tr('export.sheet.text')}'!A{paragraph.row}"
        self._links += 1
        if self._links > _MOST_LINKS:
            cell.value = f'=HYPERLINK("#{target}",{paragraph.number})'
            return
        # A plain string here would be written as a link to a file.
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)

    def _offer(self, column: Column, cells: str) -> None:
        words = ",".join(tr(f"export.{column.key}.{choice}") for choice in column.choices)
        choice = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
        choice.prompt = tr(f"export.{column.key}.help")
        choice.showInputMessage = True
        choice.add(cells)
        self._sheet.add_data_validation(choice)

    def _set_print(self) -> None:
        sheet = self._sheet
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = "1:1"
        sheet.print_options.horizontalCentered = True
        for side in ("left", "right", "top", "bottom"):
            setattr(sheet.page_margins, side, _INCH_MARGIN)
        sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(tr("export.page")))


def _lines(column: Column, value: Value) -> int:
    """Tell how many lines a cell takes; Chinese characters are two wide."""
    if not column.wrap or not isinstance(value, str):
        return 1
    width = (len(value) + len(value.encode("utf-8", "replace"))) // 2
    return -(-width // int(column.width * _FILL)) or 1


def _format(number: Number) -> str:
    shown = "0." + "0" * number.decimals if number.decimals else "0"
    unit = f'"{number.suffix}"' if number.suffix else ""
    if not number.signed:
        return shown + unit
    return f"+{shown}{unit};-{shown}{unit};0{unit}"
