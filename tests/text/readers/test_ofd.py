"""OFD packages: pages in reading order, whatever the producer made of addresses and name spaces."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from hkreader.core.errors import FileDamaged, FileEncrypted, ReadError
from hkreader.text import read_report
from hkreader.text.readers import draw_text
from tests.ofd_files import ENTRY, SPACE, ofd_of
from tests.reports import GOLD_NAMES, gold_report
from tests.text.readers.test_html import figures

HEAD = f'<ofd:Page xmlns:ofd="{SPACE}"><ofd:Content><ofd:Layer>'
TAIL = "</ofd:Layer></ofd:Content></ofd:Page>"
CODE = (
    '<ofd:TextObject Boundary="20 30 100 6" Size="4"{more}>'
    "<ofd:TextCode {place}>{text}</ofd:TextCode></ofd:TextObject>"
)
BLOCK = CODE.format(more="", place='X="0" Y="4"', text="在块里")


def with_parts(tmp_path: Path, parts: dict[str, str]) -> Path:
    path = tmp_path / "件.ofd"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def with_content(tmp_path: Path, content: str, root: str = "Doc_0/Document.xml") -> Path:
    pages = '<ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages>'
    document = f'<ofd:Document xmlns:ofd="{SPACE}">{pages}</ofd:Document>'
    return with_parts(
        tmp_path,
        {
            "OFD.xml": ENTRY.format(space=SPACE, root=root),
            "Doc_0/Document.xml": document,
            "Doc_0/P.xml": HEAD + content + TAIL,
        },
    )


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_a_document_gives_the_figures_of_its_report(name: str, tmp_path: Path) -> None:
    whole = gold_report(name)
    path = tmp_path / "报告.ofd"
    path.write_bytes(ofd_of(whole.quote(paragraph.span) for paragraph in whole.paragraphs))
    report = read_report(path)

    assert report.source.format == "ofd"
    wanted = figures(whole)
    assert sum((wanted & figures(report)).values()) >= 0.98 * sum(wanted.values())
    assert len(report.pages) > 5
    assert report.page_at(len(report.text) - 1) == len(report.pages)
    assert {noise.reason for noise in report.noise} >= {"page head", "page number"}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (CODE.format(more="", place='X="0" Y="4" DeltaX="g 3 4"', text="全年增长"), "全年增长"),
        (CODE.format(more="", place='X="0" Y="4"', text="没有步长"), "没有步长"),
        (
            CODE.format(more=' CTM="2 0 0 2 0 0"', place='X="0" Y="4" DeltaX="4 4"', text="放大了"),
            "放大了",
        ),
        (
            CODE.format(
                more=' CTM="0 1 -1 0 0 0"', place='X="0" Y="4" DeltaX="4 4"', text="转了向"
            ),
            "转了向",
        ),
        (
            "<ofd:PageBlock>" + BLOCK + "</ofd:PageBlock>",
            "在块里",
        ),
    ],
)
def test_letters_stand_where_they_are_set(content: str, text: str, tmp_path: Path) -> None:
    assert draw_text(with_content(tmp_path, content))[0].text == text


@pytest.mark.parametrize(
    "root", ["/Doc_0/Document.xml", "doc_0/document.xml", " Doc_0/Document.xml "]
)
def test_addresses_are_followed_however_they_are_written(root: str, tmp_path: Path) -> None:
    content = CODE.format(more="", place='X="0" Y="4"', text="内容")
    assert draw_text(with_content(tmp_path, content, root))[0].text == "内容"


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"OFD.xml": "<a/>", "x/Document.xmlx": "y"}, FileDamaged),
        ({"OFD.xml": "<a/>", "Encryptions.xml": "<b/>", "y/Document.xml.dat": "z"}, FileEncrypted),
        (
            {"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "d/Document.xml ": ""},
            FileDamaged,
        ),
    ],
)
def test_what_cannot_be_read_is_said(
    parts: dict[str, str], error: type[ReadError], tmp_path: Path
) -> None:
    with pytest.raises(error):
        draw_text(with_parts(tmp_path, parts))


def test_a_package_that_lost_its_end_gives_what_is_left(tmp_path: Path) -> None:
    data = ofd_of(["各位代表：全年生产总值增长百分之五。"])
    assert zipfile.is_zipfile(io.BytesIO(data))
    path = tmp_path / "断.ofd"
    path.write_bytes(data[: data.index(b"PK\x01\x02") + 60])
    assert "全年生产总值增长百分之五。" in draw_text(path)[0].text
