"""Text and tables on paper: every page, its number, and nothing lost."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog

from hkreader.core.report import ParagraphKind
from hkreader.export.tables import make_tables
from hkreader.text import read_report
from hkreader.ui.printing.documents import report_document, table_document
from hkreader.ui.printing.sheets import Sheets
from tests.findings_score import found
from tests.reports import GOLD, gold_report

NAME = "quzhou-2024"
REPORT = gold_report(NAME)


def bare(text: str) -> str:
    return "".join(text.split())


def test_the_text_goes_on_paper_whole(qapp):
    document = report_document(REPORT, None, marks=False)
    words = bare(document.toPlainText())
    for paragraph in REPORT.paragraphs:
        if paragraph.kind is not ParagraphKind.TABLE:
            assert bare(REPORT.quote(paragraph.span)) in words
    sheets = Sheets(document, "题目")
    assert sheets.count == document.pageCount() > 5


@pytest.mark.parametrize("marks", [True, False])
def test_figures_are_underlined_where_that_is_asked(qapp, marks):
    findings = found(NAME)
    document = report_document(REPORT, findings, marks=marks)
    cursor = QTextCursor(document)
    underlined = []
    for position in range(1, document.characterCount()):
        cursor.setPosition(position)
        if cursor.charFormat().fontUnderline():
            underlined.append(document.characterAt(position - 1))
    shown = [item for item in findings.measurements if item.text in document.toPlainText()]
    least = sum(len(item.text) for item in shown[:50])
    assert (len(underlined) > least) is marks
    if marks:
        assert bare(findings.measurements[0].text) in "".join(underlined)
    else:
        assert underlined == []


@pytest.mark.parametrize("view", ["indicators", "tasks", "targets", "checks"])
def test_a_table_has_its_head_on_every_sheet(qapp, view):
    document = table_document(view, REPORT, found(NAME))
    tables = [
        frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)
    ]
    assert len(tables) == 1
    assert tables[0].format().headerRowCount() == 1
    assert tables[0].rows() == 1 + len(make_tables([(REPORT, found(NAME))], [view])[0].rows)
    assert Sheets(document, "题目", wide=True).count >= 1


def test_the_pdf_reads_back_as_the_report(qtbot, hongkou_window, tmp_path):
    target = tmp_path / "报告.pdf"
    with qtbot.waitSignal(hongkou_window.session.exported, timeout=30_000) as written:
        hongkou_window.printing.save_to(target)
    assert written.args[0] == target
    read = read_report(target)
    assert read.source.format == "pdf"
    assert len(read.pages) == hongkou_window.printing._report_sheets().count
    text = bare(read.text)
    sentences = [
        bare(hongkou_window.session.report.quote(s.span))
        for s in hongkou_window.session.report.sentences
    ]
    kept = sum(sentence in text for sentence in sentences)
    assert kept >= 0.9 * len(sentences)
    assert {noise.reason for noise in read.noise} >= {"page number"}
    assert list(tmp_path.glob(".*")) == []


def test_a_pdf_that_cannot_be_written_is_said(qtbot, hongkou_window, tmp_path):
    target = tmp_path / "没有这里" / "报告.pdf"
    with qtbot.waitSignal(hongkou_window.session.report_failed, timeout=30_000):
        hongkou_window.printing.save_to(target)
    assert "报告.pdf" in hongkou_window.bar.text


def test_the_report_itself_is_never_written_to(qtbot, window, tmp_path):
    path = tmp_path / "报告.txt"
    path.write_bytes((GOLD / NAME / "report.txt").read_bytes())
    with qtbot.waitSignal(window.session.findings_ready, timeout=30_000):
        window.files.open_paths([path])
    with qtbot.waitSignal(window.session.report_failed, timeout=30_000):
        window.printing.save_to(path)
    assert path.read_bytes() == (GOLD / NAME / "report.txt").read_bytes()


def test_the_dialog_suggests_a_name(hongkou_window, monkeypatch):
    opened = []
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: opened.append(dialog))  # noqa: PLW0108  takes self
    hongkou_window.actions_["save_pdf"].trigger()
    (dialog,) = opened
    assert Path(dialog.selectedFiles()[0]).name == "上海市虹口区2018年政府工作报告.pdf"


@pytest.mark.parametrize("action", ["print", "print_table"])
def test_the_preview_paints_every_sheet(qtbot, hongkou_window, action, monkeypatch):
    painted = []
    paint = Sheets.paint
    monkeypatch.setattr(Sheets, "paint", lambda *given: painted.append(given[2]) or paint(*given))
    hongkou_window.actions_[action].trigger()
    (dialog,) = hongkou_window.window().findChildren(QPrintPreviewDialog)
    gc.collect()
    qtbot.waitUntil(lambda: len(painted) > 0)
    assert painted == list(range(len(painted)))
    dialog.close()


def test_the_choice_of_marks_is_kept(hongkou_window):
    assert not hongkou_window.actions_["print_marks"].isChecked()
    hongkou_window.actions_["print_marks"].trigger()
    assert hongkou_window.session.settings.print_marks


def test_nothing_is_printed_that_would_not_be_whole(hongkou_window, monkeypatch, tmp_path):
    window, printing = hongkou_window, hongkou_window.printing
    monkeypatch.setattr("hkreader.ui.printing.documents._TALLEST", 20_000)
    window.actions_["print"].trigger()
    assert "太长" in window.bar.text
    monkeypatch.undo()
    window.session.is_beginning = True
    printing.save_to(tmp_path / "报告.pdf")
    assert "还在读取" in window.bar.text
    window.session.is_beginning = False
    assert not window.window().findChildren(QPrintPreviewDialog)
    assert not (tmp_path / "报告.pdf").exists()
