"""What is kept is exactly what was read, and is used for nothing else."""

from __future__ import annotations

import marshal

import pytest

from hkreader.qt import parsed_cache
from hkreader.qt.parsed_cache import KEPT, keep_parsed, load_parsed
from hkreader.text import read_report
from tests.reports import GOLD, GOLD_NAMES


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    folder = tmp_path / "cache"
    monkeypatch.setattr(
        parsed_cache, "_place", lambda path: folder / f"{path.stem}{parsed_cache.SUFFIX}"
    )
    return folder


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text("政府工作报告\n\n一、回顾\n\n全年完成投资100亿元。\n", "utf-8")
    return path


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_the_same_report_comes_back(name):
    report = read_report(GOLD / name / "report.txt")
    keep_parsed(report)
    again = load_parsed(report.source.path)
    assert again == report
    assert type(again.sections[0].part) is type(report.sections[0].part)
    assert again.source.path == report.source.path


def test_nothing_kept_nothing_given(path):
    assert load_parsed(path) is None


def test_other_bytes_are_read_anew(path):
    keep_parsed(read_report(path))
    text = path.read_text("utf-8").replace("100", "200")
    path.write_text(text, "utf-8")
    assert load_parsed(path) is None


def test_another_program_reads_anew(path, monkeypatch):
    keep_parsed(read_report(path))
    assert load_parsed(path) is not None
    monkeypatch.setattr(parsed_cache, "_program", lambda: "another")
    assert load_parsed(path) is None


def test_a_file_changed_since_it_was_read_is_not_kept(path):
    report = read_report(path)
    path.write_text("别的", "utf-8")
    keep_parsed(report)
    assert load_parsed(path) is None


@pytest.mark.parametrize(
    "stored",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00\xff garbage", id="garbage"),
        pytest.param(marshal.dumps((("a", "b", 1, 2), (0, 1))), id="another key"),
        pytest.param(marshal.dumps([1, 2, 3]), id="another shape"),
    ],
)
def test_a_spoilt_store_is_read_anew(path, own_cache, stored):
    keep_parsed(read_report(path))
    next(own_cache.iterdir()).write_bytes(stored)
    assert load_parsed(path) is None


def test_a_spoilt_record_under_the_right_key_is_read_anew(path, own_cache):
    keep_parsed(read_report(path))
    place = next(own_cache.iterdir())
    key, _ = marshal.loads(place.read_bytes())  # noqa: S302  written a line above
    for packed in ((0, 1), (99, "x"), [1], "text", (9, 1, 2)):
        place.write_bytes(marshal.dumps((key, packed)))
        assert load_parsed(path) is None


def test_only_the_latest_are_kept(tmp_path, own_cache):
    for number in range(KEPT + 3):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"政府工作报告\n\n第{number}份。\n", "utf-8")
        keep_parsed(read_report(path))
    assert len(list(own_cache.iterdir())) == KEPT


def test_a_place_that_cannot_be_written_is_no_harm(path, own_cache):
    own_cache.write_text("a file where the folder should be")
    keep_parsed(read_report(path))
    assert load_parsed(path) is None


def test_the_program_is_named_by_its_last_change(monkeypatch, tmp_path):
    named = parsed_cache._program()
    assert named == parsed_cache._program()
    monkeypatch.setattr(parsed_cache, "resource_path", lambda *parts: tmp_path)
    (tmp_path / "new.toml").write_text("")
    assert parsed_cache._program() != named
