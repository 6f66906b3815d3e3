"""Whether a report says the same in every format: its figures, by name and value.

    python -m tests.formats FILE…

Sets each report as web page, Word document, old Word document, PDF in one column and in two, OFD
and GBK text, reads them back and prints the share of its figures that are there again. Old Word
and PDF are made by LibreOffice; without it they are left out.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from hkreader.core.report import Report
from hkreader.extract import analyse
from hkreader.text import read_report
from hkreader.text.readers.office_program import find_program
from tests.ofd_files import ofd_of
from tests.text.readers.test_html import page_of
from tests.text.test_readers import package, paragraph

_LEAST = 0.98
_INDENT = '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>'
_TWO_COLUMNS = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:cols w:num="2" w:space="425"/></w:sectPr>'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    '/officeDocument" Target="word/document.xml"/></Relationships>'
)
"""What LibreOffice asks for beside the document itself."""
_Figures = Counter[tuple[str, float]]


def figures(report: Report) -> _Figures:
    """Count the figures of a report by name and value."""
    return Counter((item.name, item.value) for item in analyse(report).measurements)


def share(known: _Figures, found: _Figures) -> float:
    """Tell which share of the known figures is found."""
    return (known & found).total() / known.total()


def word_of(report: Report, layout: str = "") -> bytes:
    """Set a report as a Word document."""
    lines = (report.quote(item.span) for item in report.paragraphs)
    body = "".join(paragraph(escape(line), _INDENT) for line in lines)
    buffer = io.BytesIO(package(body + layout))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
    return buffer.getvalue()


def by_office(kind: str, layout: str = "") -> Callable[[Report], bytes]:
    """Give what turns a report into a document of `kind` through LibreOffice."""

    def make(report: Report) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "report.docx")
            source.write_bytes(word_of(report, layout))
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            command = [str(find_program()), profile, "--headless", "--convert-to", kind]
            subprocess.run(
                [*command, "--outdir", folder, str(source)], check=True, capture_output=True
            )
            return source.with_suffix(f".{kind}").read_bytes()

    return make


def formats() -> dict[str, Callable[[Report], bytes]]:
    """Give what sets a report in each format that can be made here."""
    made: dict[str, Callable[[Report], bytes]] = {
        "gbk": lambda report: report.text.encode("gb18030"),
        "html": lambda report: page_of(report, "utf-8").encode(),
        "docx": word_of,
        "ofd": lambda report: ofd_of(report.quote(item.span) for item in report.paragraphs),
    }
    if find_program() is not None:
        made["doc"] = by_office("doc")
        made["pdf"] = by_office("pdf")
        made["pdf, two columns"] = by_office("pdf", _TWO_COLUMNS)
    return made


def main(names: Sequence[str]) -> int:
    """Print a line for each report; 1 where a share is too low."""
    made = formats()
    worst = 1.0
    print("report", "figures", *made, sep="\t")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "报告")
        for name in names:
            report = read_report(Path(name))
            known = figures(report)
            shares = []
            for make in made.values():
                path.write_bytes(make(report))
                shares.append(share(known, figures(read_report(path))))
            worst = min(worst, *shares)
            cells = (f"{value:.3f}" for value in shares)
            print(name, known.total(), *cells, sep="\t", flush=True)
    return int(worst < _LEAST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
