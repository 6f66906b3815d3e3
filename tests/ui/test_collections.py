"""A file that holds many reports opens as many; what is copied opens as one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from tests.reports import GOLD, GOLD_NAMES, gold_report
from tests.text.readers.test_row_reports import HEAD, csv_of, rows
from tests.text.test_collections import zip_of


@pytest.fixture
def archive(tmp_path):
    members = {f"{name}.txt": (GOLD / name / "report.txt").read_bytes() for name in GOLD_NAMES}
    path = tmp_path / "几份报告.zip"
    path.write_bytes(zip_of(**members))
    return path


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "各地.csv"
    path.write_bytes(csv_of([HEAD, *rows()]))
    return path


@pytest.fixture
def copied():
    def copy(**what):
        data = QMimeData()
        if "text" in what:
            data.setText(what["text"])
        if "path" in what:
            data.setUrls([QUrl.fromLocalFile(str(what["path"]))])
        QGuiApplication.clipboard().setMimeData(data)

    yield copy
    QGuiApplication.clipboard().clear()


def opened(qtbot, window):
    return qtbot.waitSignal(window.session.report_opened, timeout=20_000)


def test_an_archive_opens_as_many(qtbot, window, archive):
    with opened(qtbot, window):
        window.files.open_paths([archive])
    names = [path.name for path in window.desk.paths]
    assert names == [f"{name}.txt" for name in GOLD_NAMES]
    assert window.session.report.text == gold_report(GOLD_NAMES[0]).text
    window.menus.desk.fill()
    listed = window.menus.desk.actions()
    assert [action.text().split("  ")[0] for action in listed] == names
    assert [action.isChecked() for action in listed] == [True] + [False] * (len(names) - 1)
    with opened(qtbot, window):
        listed[2].trigger()
    assert window.session.report.source.path.name == names[2]


def test_a_start_with_an_archive(qtbot, settings, archive):
    from hkreader.app import Program

    program = Program(settings)
    with qtbot.waitSignal(program.session.findings_ready, timeout=30_000):
        program.start([archive])
    assert len(program.workspace.desk.paths) == len(GOLD_NAMES)
    program.window.close()
    assert program.session.jobs.shut_down()
    program.window.deleteLater()


def test_a_table_asks_for_the_column(qtbot, window, table):
    with qtbot.waitSignal(window.session.many_found, timeout=20_000):
        window.files.open_paths([table])
    (dialog,) = window.window().findChildren(QInputDialog)
    assert str(len(GOLD_NAMES)) in dialog.labelText()
    assert dialog.comboBoxItems() == ["全文", "上半部分"]
    dialog.setTextValue("上半部分")
    with opened(qtbot, window):
        dialog.accept()
    assert len(window.desk.paths) == len(GOLD_NAMES)
    assert len(window.session.report.text) <= 900


def test_a_table_that_is_left_packed_says_so(qtbot, window, table):
    with qtbot.waitSignal(window.session.many_found, timeout=20_000):
        window.files.open_paths([table])
    (dialog,) = window.window().findChildren(QInputDialog)
    with qtbot.waitSignal(window.session.report_failed):
        dialog.reject()
    assert "还没有打开" in window.reading.states.sentence.text()


def test_copied_text_opens_as_a_report(qtbot, window, copied):
    text = gold_report("quzhou-2024").text
    copied(text=text)
    with opened(qtbot, window):
        window.actions_["paste"].trigger()
    report = window.session.report
    assert report.text == text
    assert report.source.path.name.startswith("粘贴的报告 20")


def test_copied_files_open(qtbot, window, copied):
    path = GOLD / "quzhou-2024" / "report.txt"
    copied(path=path)
    with opened(qtbot, window):
        window.actions_["paste"].trigger()
    assert window.session.report.source.path == path


def test_nothing_copied_is_said(window, copied):
    copied(text="  ")
    window.actions_["paste"].trigger()
    assert "剪贴板里没有文字" in window.bar.text


def test_a_text_that_cannot_be_kept_is_said(window, copied, monkeypatch):
    def refuse(text, title):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hkreader.ui.files.keep_text", refuse)
    copied(text="政府工作报告")
    window.actions_["paste"].trigger()
    assert "No space left" in window.bar.text
