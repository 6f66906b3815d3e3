"""Old Word documents and RTF, with an office program and without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hkreader.core.errors import FileEncrypted, FormatNeedsOffice, FormatUnsupported, ReaderStopped
from hkreader.text.readers import draw_text, office, office_program

OLE = office.OLE + bytes(512)
STORY = "WordDocument".encode("utf-16-le")


def rtf_of(text: str) -> bytes:
    written = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)
    return ("{\\rtf1\\ansi " + written.replace("\n", "\\par\n") + "\\par}").encode("ascii")


@pytest.mark.parametrize(
    ("data", "accepted"),
    [
        (OLE + STORY, True),
        (rtf_of("各位代表"), True),
        (OLE + "Workbook".encode("utf-16-le"), False),
        (OLE + STORY + "EncryptedPackage".encode("utf-16-le"), False),
        ("{\\rtx} 各位代表".encode(), False),
    ],
)
def test_old_documents_are_told_by_their_content(data: bytes, accepted: bool) -> None:
    assert office.accepts(data) is accepted


def test_without_a_program_the_way_out_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_program, "find_program", lambda: None)
    path = tmp_path / "报告.doc"
    path.write_bytes(OLE + STORY)
    with pytest.raises(FormatNeedsOffice) as caught:
        draw_text(path)
    assert caught.value.data == {"format": "DOC"}


@pytest.mark.parametrize(
    ("stream", "error"),
    [("EncryptedPackage", FileEncrypted), ("PowerPoint Document", FormatUnsupported)],
)
def test_other_compound_files(stream: str, error: type[Exception], tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(OLE + stream.encode("utf-16-le"))
    with pytest.raises(error):
        draw_text(path)


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office_program, "find_program", lambda: program)
    monkeypatch.setattr(office_program, "_SECONDS", 0.2)
    path = tmp_path / "a.rtf"
    path.write_bytes(rtf_of("a"))
    with pytest.raises(ReaderStopped):
        draw_text(path)


@pytest.mark.skipif(office_program.find_program() is None, reason="LibreOffice is not installed")
def test_rtf_is_read_by_the_program(tmp_path: Path) -> None:
    path = tmp_path / "报 告.rtf"
    path.write_bytes(rtf_of("各位代表：\n全年生产总值增长5%。"))
    draft, source = draw_text(path)
    assert draft.text.split("\n")[:2] == ["各位代表：", "全年生产总值增长5%。"]
    assert source.format == "rtf"
