"""One whole document of each format, made of the beginning and the end of a report."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from hkreader.text.readers.office_program import find_program
from tests.ofd_files import ofd_of
from tests.pdf_files import Sheet, write_pdf
from tests.reports import gold_report
from tests.text.readers.test_mhtml import saved
from tests.text.readers.test_office import rtf_of
from tests.text.readers.test_row_reports import csv_of, xlsx_of
from tests.text.test_readers import WORD, package, paragraph, row

_LINE, _LINES_A_PAGE = 36, 32


def report_text() -> str:
    """Give the first and the last paragraphs of the built-in report."""
    lines = [line for line in gold_report("hongkou-2018").text.splitlines() if line.strip()]
    return "\n".join([*lines[:8], *lines[-12:-6]])


def _html(text: str) -> bytes:
    cells = "<table><tr><td>指标</td><td>2017年</td></tr><tr><td>总产值（亿元）</td><td>5</td></tr></table>"
    body = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return f"<!DOCTYPE html><html><body><div>{cells}{body}</div></body></html>".encode()


def _markdown(text: str) -> bytes:
    first, *rest = text.splitlines()
    cells = "| 指标 | 2017年 |\n|---|---:|\n| 总产值（亿元） | 5 |"
    return "\n\n".join((f"# {first}", cells, *rest, "1. **改善**民生", "> 引文", "`字`")).encode()


def _rows(text: str) -> list[list[object]]:
    return [["地区", "全文"], ["甲", text], ["乙", text[::-1]]]


def _archive(text: str) -> bytes:
    return zipped([("甲.txt", text.encode("gb18030")), ("乙.htm", _html(text))])


def _docx(text: str) -> bytes:
    note = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
    body = (
        f"<w:tbl>{row('指标', '2017年')}{row('总产值（亿元）', '5')}</w:tbl>"
        + "".join(map(paragraph, text.splitlines()))
        + paragraph("工作回顾", listed)
        + f"<w:p>{note}</w:p>"
    )
    return package(
        body,
        footnotes=f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="3">{paragraph("注")}</w:footnote></w:footnotes>',
        numbering=f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
    )


def _pdf(text: str) -> bytes:
    lines = [
        line[start : start + _LINE]
        for line in text.splitlines()
        for start in range(0, len(line), _LINE)
    ]
    pages = [lines[at : at + _LINES_A_PAGE] for at in range(0, len(lines), _LINES_A_PAGE)]
    return write_pdf(*(Sheet().lines(60, 80, page).rule(60, 700, 500, 700) for page in pages))


def zipped(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Pack named parts; a name may come twice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _mhtml(text: str) -> bytes:
    return saved(_html(text).decode(), "gb18030", "base64")


def _rtf(text: str) -> bytes:
    return rtf_of("\\par ".join(text.splitlines()))


@cache
def _doc(text: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.rtf")
        source.write_bytes(_rtf(text))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [str(find_program()), profile, "--headless", "--convert-to", "doc"]
        subprocess.run([*command, "--outdir", folder, str(source)], check=True, capture_output=True)
        return source.with_suffix(".doc").read_bytes()


SEEDS: dict[str, Callable[[str], bytes]] = {
    "text": lambda text: text.encode("gb18030"),
    "html": _html,
    "mhtml": _mhtml,
    "markdown": _markdown,
    "docx": _docx,
    "csv": lambda text: csv_of(_rows(text)),
    "sheets": lambda text: xlsx_of(_rows(text)),
    "zip": _archive,
    "ofd": lambda text: ofd_of(text.splitlines()),
    "pdf": _pdf,
}

OFFICE_SEEDS: dict[str, Callable[[str], bytes]] = {"doc": _doc, "rtf": _rtf}
"""What LibreOffice takes apart: a second for each input, so for the long run alone."""
