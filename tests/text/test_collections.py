"""Collections are laid out as a file for each report, under names that every system takes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from hkreader.core.errors import FileEmpty, FileEncrypted, FileTooLarge, HoldsMany
from hkreader.text import read_report
from hkreader.text.collections import unpack
from hkreader.text.readers import archive
from tests.reports import GOLD, GOLD_NAMES, gold_report
from tests.text.readers.test_row_reports import COLLECTIONS, HEAD, csv_of, rows

TEXT = "政府工作报告\n各位代表：现在报告工作，请予审议。\n"


def zip_of(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def laid_out(tmp_path: Path, data: bytes, column: str = "") -> list[Path]:
    path = tmp_path / "合集"
    path.write_bytes(data)
    return unpack(path, tmp_path / "取出", column)


@pytest.mark.parametrize("data", COLLECTIONS.values(), ids=COLLECTIONS.keys())
def test_each_row_becomes_a_file_named_after_it(tmp_path: Path, data: bytes) -> None:
    paths = laid_out(tmp_path, data)
    assert len(paths) == len(GOLD_NAMES)
    assert all(name in path.name for name, path in zip(GOLD_NAMES, paths, strict=True))
    for name, path in zip(GOLD_NAMES, paths, strict=True):
        assert path.suffix == ".txt"
        wanted = gold_report(name).text[:30_000]
        assert read_report(path).text.replace("\r\n", "\n") == wanted.replace("\r\n", "\n")


def test_the_column_can_be_chosen(tmp_path: Path) -> None:
    paths = laid_out(tmp_path, COLLECTIONS["csv"], "上半部分")
    assert {len(path.read_text("utf-8").replace("\r", "")) <= 900 for path in paths} == {True}


def test_names_that_no_system_takes(tmp_path: Path) -> None:
    table = [[*row[:1], "a/b:c*?", *row[2:]] for row in rows()[:2]]
    assert [path.name for path in laid_out(tmp_path, csv_of([HEAD, *table]))] == [
        "002 某省 a b c 2018.txt",
        "003 某省 a b c 2018.txt",
    ]


def test_an_archive_gives_what_readers_open(tmp_path: Path) -> None:
    report = (GOLD / "quzhou-2024" / "report.txt").read_bytes()
    inner = {
        "报告/衢州.txt": report,
        "别处/衢州.txt": TEXT.encode("gb18030"),
        "图.png": b"\x89PNG\r\n\x1a\n" + bytes(99),
        "空.txt": b"",
        "__MACOSX/报告/._衢州.txt": b"\0\1",
        "上层/../../外面.txt": TEXT.encode(),
        "报告/.隐藏": TEXT.encode(),
    }
    paths = laid_out(tmp_path, zip_of(**inner))
    assert [path.name for path in paths] == ["衢州.txt", "衢州 (2).txt", "外面.txt"]
    assert {path.parent for path in paths} == {tmp_path / "取出"}
    assert paths[0].read_bytes() == report
    with pytest.raises(HoldsMany):
        read_report(tmp_path / "合集")


def test_names_written_by_chinese_windows(tmp_path: Path) -> None:
    data = zip_of(**{"baogao.txt": TEXT.encode()}).replace(b"baogao", "报告一".encode("gb18030"))
    assert [path.name for path in laid_out(tmp_path, data)] == ["报告一.txt"]


def test_an_archive_with_a_password(tmp_path: Path) -> None:
    data = bytearray(zip_of(**{"a.txt": TEXT.encode()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileEncrypted):
        laid_out(tmp_path, bytes(data))


def test_an_archive_without_a_report(tmp_path: Path) -> None:
    with pytest.raises(FileEmpty):
        laid_out(tmp_path, zip_of(**{"图.png": b"\x89PNG\r\n\x1a\n"}))


def test_archives_in_archives_are_laid_out_beside_the_rest(tmp_path: Path) -> None:
    inner = zip_of(**{"里面.txt": TEXT.encode()})
    data = zip_of(**{"外面.txt": TEXT.encode(), "套着.zip": inner})
    assert [path.name for path in laid_out(tmp_path, data)] == ["外面.txt", "里面.txt"]


def test_archives_without_end_come_to_an_end(tmp_path: Path) -> None:
    data = zip_of(**{"底.txt": TEXT.encode()})
    for _ in range(6):
        data = zip_of(**{"套着.zip": data, "旁边.txt": TEXT.encode()})
    assert {path.name for path in laid_out(tmp_path, data)} == {
        "旁边.txt",
        *(f"旁边 ({number}).txt" for number in (2, 3, 4)),
    }


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST", 2)
    inner = zip_of(**{"甲.txt": TEXT.encode()})
    with pytest.raises(FileTooLarge):
        laid_out(tmp_path, zip_of(**{"一.zip": inner, "二.zip": inner, "三.txt": TEXT.encode()}))
