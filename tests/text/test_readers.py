"""Files become text, or say in one typed error why not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from hkreader.core import errors
from hkreader.text import read_report
from hkreader.text.readers import choice, draw_text

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(body: str, **parts: str) -> bytes:
    """Write a Word package with `body` as its main story."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def paragraph(text: str, before: str = "") -> str:
    return f"<w:p>{before}<w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", errors.FileEmpty, id="empty"),
        pytest.param(" \n\u3000\r\n".encode(), errors.FileEmpty, id="blank"),
        pytest.param(b"\x7fELF" + b"\0\1\2\3" * 200, errors.FileNotText, id="binary"),
        pytest.param(b"%PDF-1.7\n", errors.FileDamaged, id="broken-pdf"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, errors.FormatUnsupported, id="doc"
        ),
        pytest.param(b"<!DOCTYPE html><html></html>", errors.FileEmpty, id="html"),
        pytest.param(b"PK\x03\x04xl/workbook.xml", errors.FileDamaged, id="broken-xlsx"),
        pytest.param(b"PK\x03\x04word/document.xml", errors.FileDamaged, id="broken-docx"),
        pytest.param(b"PK\x03\x04[Content_Types].xml", errors.FileDamaged, id="cut-docx"),
        pytest.param(
            package("<!DOCTYPE x><w:p/>"), errors.FileDamaged, id="docx-with-document-type"
        ),
    ],
)
def test_bad_files_have_typed_errors(tmp_path: Path, data: bytes, error: type[Exception]) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(data)
    with pytest.raises(error):
        draw_text(path)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing):
        read_report(tmp_path / "没有.txt")
    with pytest.raises(errors.FileIsFolder):
        read_report(tmp_path)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "_LIMIT", 10)
    path = tmp_path / "a.txt"
    path.write_text("各位代表" * 10, "utf-8")
    with pytest.raises(errors.FileTooLarge) as caught:
        draw_text(path)
    assert caught.value.data == {"limit_mb": choice.LIMIT_MB}


def test_format_is_named_and_chosen_by_content(tmp_path: Path) -> None:
    path = tmp_path / "其实是.txt"
    path.write_bytes(b"Rar!\x1a\x07")
    with pytest.raises(errors.FormatUnsupported) as caught:
        draw_text(path)
    assert caught.value.data == {"format": "RAR"}


def test_word_paragraphs_tables_and_notes(tmp_path: Path) -> None:
    body = (
        paragraph("各位代表：")
        + "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>"
        + '<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>露</w:t></w:r></w:p>"
        + f"<w:tbl>{row('一', '二')}{row('三', '四')}</w:tbl>"
        + f"<w:tbl>{row('整页都在表里')}</w:tbl>"
    )
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="3">{paragraph("注脚")}</w:footnote></w:footnotes>'
    path = tmp_path / "a.docx"
    path.write_bytes(package(body, footnotes=notes))
    draft, source = draw_text(path)
    text = draft.text
    assert text == "各位代表：\n甲\t乙[1]\n露\n一\t二\n三\t四\n整页都在表里\n[1]注脚"
    [table] = draft.layout.tables
    assert [[text[c.start : c.end] for c in cells] for cells in table.rows] == [
        ["一", "二"],
        ["三", "四"],
    ]
    assert source.format == "docx"


def test_word_numbers_are_written(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
    body = paragraph("工作回顾", listed) + paragraph("正文") + paragraph("工作安排", listed)
    path = tmp_path / "a.docx"
    path.write_bytes(package(body, numbering=numbering))
    assert draw_text(path)[0].text == "一、工作回顾\n正文\n二、工作安排"


def test_a_damaged_word_document_gives_all_before_the_damage(tmp_path: Path) -> None:
    whole = package(paragraph("各位代表：") + paragraph("总产值增长5%。") + paragraph("完"))
    broken = whole.replace("完".encode(), b"<<<")
    path = tmp_path / "a.docx"
    path.write_bytes(broken)
    draft, source = draw_text(path)
    assert draft.text == "各位代表：\n总产值增长5%。\n"
    assert source.partial


def test_only_a_damaged_document_is_partial(tmp_path: Path) -> None:
    whole = package(paragraph("各位代表：") * 40)
    path = tmp_path / "a.docx"
    path.write_bytes(whole)
    assert not draw_text(path)[1].partial
    path.write_bytes(whole[: len(whole) * 2 // 3])
    assert draw_text(path)[1].partial
