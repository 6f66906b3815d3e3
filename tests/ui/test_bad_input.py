"""Whatever is opened, one clear sentence says what is wrong, and nothing blocks."""

from __future__ import annotations

import os
import sys

import pytest

from hkreader.qt.steps import damaged_places
from tests.reports import gold_report
from tests.text.test_readers import package, paragraph

TEXT = "政府工作报告\n\n各位代表：\n\n现在报告工作，请予审议。全年完成投资100亿元。\n"


def missing(folder):
    return folder / "没有.txt"


def empty(folder):
    path = folder / "空.txt"
    path.write_bytes(b"")
    return path


def blank(folder):
    path = folder / "空白.txt"
    path.write_text(" \n\n　\n", "utf-8")
    return path


def binary(folder):
    path = folder / "图片.txt"
    path.write_bytes(bytes(range(256)) * 64)
    return path


def folder(folder):
    path = folder / "文件夹"
    path.mkdir()
    return path


def unreadable(folder):
    path = folder / "锁住.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    return path


def unsupported(folder):
    path = folder / "报告.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    return path


BAD = [missing, empty, blank, binary, folder, unreadable, unsupported]


@pytest.fixture(params=BAD, ids=[make.__name__ for make in BAD])
def bad(request, tmp_path):
    if request.param is unreadable and (sys.platform == "win32" or os.geteuid() == 0):
        pytest.skip("whoever may read everything finds nothing unreadable")
    return request.param(tmp_path)


def test_beside_a_report_the_bar_says_it_and_the_report_stays(qtbot, hongkou_window, bad):
    window = hongkou_window
    before = window.session.report
    with qtbot.waitSignal(window.session.report_failed, timeout=10_000):
        window.files.open_paths([bad])
    assert window.session.report is before
    assert bad.name in window.bar.text
    assert "\n" not in window.bar.text
    assert [b.text() for b in window.bar._buttons] == ["打开"]
    assert window.reading.page.isVisible()
    window.commands.step_back()
    assert window.bar.text == ""


def test_with_nothing_open_the_empty_pane_says_it(qtbot, window, bad):
    with qtbot.waitSignal(window.session.report_failed, timeout=10_000):
        window.files.open_paths([bad])
    assert window.bar.text == ""
    said = window.reading.states.sentence.text()
    assert bad.name in said
    assert window.reading.states.isVisible()


def test_the_next_report_takes_the_sentence_away(qtbot, hongkou_window, tmp_path):
    window = hongkou_window
    with qtbot.waitSignal(window.session.report_failed):
        window.files.open_paths([missing(tmp_path)])
    path = tmp_path / "好.txt"
    path.write_text(gold_report("quzhou-2024").text, "utf-8")
    with qtbot.waitSignal(window.session.findings_ready, timeout=10_000):
        window.files.open_paths([path])
    assert window.bar.text == ""


def test_what_has_no_meaning_in_the_encoding_is_still_shown(qtbot, window, tmp_path):
    path = tmp_path / "半坏.txt"
    path.write_bytes((TEXT * 20).encode("gb18030") + b"\xff\xff\xfe" + TEXT.encode("gb18030"))
    with qtbot.waitSignal(window.session.report_opened, timeout=10_000):
        window.files.open_paths([path])
    assert "请予审议" in window.session.report.text
    count = window.session.report.source.undecodable
    assert count > 0
    assert str(count) in window.bar.text
    assert path.name in window.bar.text


def test_a_damaged_document_says_that_text_is_missing(qtbot, window, tmp_path):
    path = tmp_path / "断了.docx"
    whole = package("".join(map(paragraph, TEXT.splitlines())) * 9)
    path.write_bytes(whole[: len(whole) // 2])
    with qtbot.waitSignal(window.session.report_opened, timeout=10_000):
        window.files.open_paths([path])
    assert "只读出了一部分" in window.bar.text
    assert path.name in window.bar.text


def test_the_bar_leads_from_one_damaged_place_to_the_next_and_stays(qtbot, window, tmp_path):
    text = gold_report("quzhou-2024").text
    damaged = text.replace("2125.2", "　", 1).replace("18%", "%", 1)
    path = tmp_path / "缺数字.txt"
    path.write_text(damaged, "utf-8")
    with qtbot.waitSignal(window.session.report_opened, timeout=10_000):
        window.files.open_paths([path])
    places = damaged_places(window.session.report)
    assert len(places) == 2
    (button,) = window.bar._buttons
    for place in (*places, places[0]):
        with qtbot.waitSignal(window.session.span_shown) as shown:
            button.click()
        assert shown.args[0] == place
        assert "缺数字" in window.bar.text


def test_a_file_that_vanishes_leaves_its_text(qtbot, window, tmp_path):
    path = tmp_path / "会消失.txt"
    path.write_text(TEXT, "utf-8")
    with qtbot.waitSignal(window.session.findings_ready, timeout=10_000):
        window.files.open_paths([path])
    path.unlink()
    qtbot.waitUntil(lambda: "移动或删除" in window.bar.text)
    assert "请予审议" in window.session.report.text
    assert window.reading.page.isVisible()
    assert window.actions_["export_all"].isEnabled()


def test_a_file_that_changes_can_be_read_again(qtbot, window, tmp_path):
    path = tmp_path / "会改.txt"
    path.write_text(TEXT, "utf-8")
    with qtbot.waitSignal(window.session.findings_ready, timeout=10_000):
        window.files.open_paths([path])
    path.write_text(TEXT + "\n新的一段。\n", "utf-8")
    qtbot.waitUntil(lambda: "改动" in window.bar.text)
    with qtbot.waitSignal(window.session.report_opened, timeout=10_000):
        window.bar._buttons[0].click()
    assert "新的一段" in window.session.report.text


def test_a_folder_that_cannot_be_written(qtbot, hongkou_window, tmp_path):
    window = hongkou_window
    target = tmp_path / "没有这个文件夹" / "指标.xlsx"
    with qtbot.waitSignal(window.session.report_failed, timeout=20_000):
        window.session.export_to(target)
    assert "指标.xlsx" in window.bar.text or "没有这个文件夹" in window.bar.text
    assert [b.text() for b in window.bar._buttons] == ["导出工作簿"]
    assert not target.exists()


def test_an_ending_nobody_writes(qtbot, hongkou_window, tmp_path):
    window = hongkou_window
    with qtbot.waitSignal(window.session.report_failed, timeout=20_000):
        window.session.export_to(tmp_path / "指标.doc")
    assert "doc" in window.bar.text


def test_the_report_itself_is_never_written_over(qtbot, window, tmp_path):
    path = tmp_path / "报告.csv"
    path.write_text(TEXT, "utf-8")
    with qtbot.waitSignal(window.session.findings_ready, timeout=20_000):
        window.files.open_paths([path])
    with qtbot.waitSignal(window.session.report_failed, timeout=20_000):
        window.session.export_to(path)
    assert path.read_text("utf-8") == TEXT
    assert window.bar.text
