"""Whatever a document does to its reader, the program goes on with one typed error."""

from __future__ import annotations

import tempfile
from pathlib import Path

import psutil
import pytest

from hkreader.cli import main
from hkreader.core import errors
from hkreader.core.progress import silent
from hkreader.text.readers import apart, guard
from hkreader.text.readers.apart import draw_apart

HOSTILE = "tests.text.readers.hostile"
PATH = Path("报告.pdf")


@pytest.fixture(autouse=True)
def nothing_left(monkeypatch, tmp_path):
    """No process and no copy of the document outlives the reading."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    assert psutil.Process().children() == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_read_comes_back() -> None:
    draft = draw_apart(HOSTILE, PATH, "政府工作报告".encode(), silent)
    assert (draft.text, draft.format) == ("政府工作报告", "hostile")


@pytest.mark.parametrize(
    ("does", "error"),
    [
        ("hang", errors.ReaderStopped),
        ("spin", errors.ReaderStopped),
        ("eat", errors.ReaderStopped),
        ("crash", errors.FileDamaged),
        ("fail", errors.FileDamaged),
        ("refuse", errors.FileTooLarge),
    ],
)
def test_a_reader_that_goes_wrong_is_one_typed_error(monkeypatch, does, error) -> None:
    monkeypatch.setattr(apart, "SECONDS", 2)
    with pytest.raises(error) as raised:
        draw_apart(HOSTILE, PATH, does.encode(), silent)
    assert raised.value.path == PATH
    if does == "refuse":
        assert raised.value.data == {"limit_mb": 7}


def test_memory_is_watched_where_the_system_sets_no_limit(monkeypatch) -> None:
    monkeypatch.setattr(guard, "MEMORY", 1 << 20)
    with pytest.raises(errors.ReaderStopped):
        draw_apart(HOSTILE, PATH, b"hang", silent)


def test_reading_can_be_called_off() -> None:
    def progress(_done: int, _whole: int) -> None:
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        draw_apart(HOSTILE, PATH, b"hang", progress)


def test_the_packaged_program_reads_apart_too(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(apart, "hold_to_limits", lambda _seconds: None)
    document, result = tmp_path / "document", tmp_path / "result"
    document.write_text("政府工作报告", "utf-8")
    try:
        assert main([apart.COMMAND, HOSTILE, str(document), str(result), str(PATH)]) == 0
        assert result.stat().st_size > 0
    finally:
        document.unlink()
        result.unlink()
