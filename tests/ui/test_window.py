"""The window as a whole: title, looks, languages, sheet, drops, second starts, names for the blind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QTextEdit,
)

from hkreader.core.report import Span
from hkreader.messages import Language
from hkreader.ui.action_table import ACTIONS
from hkreader.ui.shortcut_sheet import key_groups, sheet_html
from hkreader.ui.theme import Theme


def test_the_title_names_the_report(hongkou_window):
    assert hongkou_window.window().windowTitle().startswith("上海市虹口区2018年政府工作报告")


def test_the_status_line_tells_place_and_counts(hongkou_window):
    window = hongkou_window
    section = next(s for s in window.session.report.sections if s.heading.startswith("(二)"))
    window.session.show_span(section.heading_span)
    place = window.status._place.toolTip()
    paragraph = window.session.report.paragraph_at(section.heading_span.start)
    assert f"第 {paragraph.number}/{len(window.session.report.paragraphs)} 段" in place
    assert "一、2017年工作回顾 › (二)" in place
    figures = len(window.session.findings.measurements)
    assert f"{figures} 个数据" in window.status._counts.text()


def test_what_runs_can_be_called_off_in_the_status_line(qtbot, window, hongkou, monkeypatch):
    from hkreader.qt import work

    def endless(report, progress):
        while True:
            progress(1, 3)

    monkeypatch.setattr(work, "_analyse", endless)
    window.session.open_path(hongkou)
    qtbot.waitUntil(window.status._cancel.isVisible, timeout=10_000)
    assert "识别" in window.status._job.text()
    window.status._cancel.click()
    assert not window.status._cancel.isVisible()
    assert "取消" in window.status._place.toolTip()
    assert window.session.report is not None


@pytest.mark.parametrize("name", ["light", "sepia", "dark"])
def test_themes_change_at_run_time(hongkou_window, name):
    window = hongkou_window
    window.actions_[f"theme_{name}"].trigger()
    paper = Theme(name).colour("paper")
    shot = window.reading.page.viewport().grab().toImage()
    assert shot.pixelColor(3, 3) == paper
    assert window.actions_[f"theme_{name}"].isChecked()
    assert window.session.settings.theme == name


def test_the_language_changes_at_run_time_everywhere(hongkou_window):
    window = hongkou_window
    window.actions_["language_en"].trigger()
    assert window.actions_["open"].text() == "Open…"
    assert window.window().windowTitle().endswith("Report Reader")
    assert window.menus.menu("file").title() == "File"
    assert window.outline._filter.placeholderText() == "Filter the outline"
    assert "Paragraph" in window.status._place.toolTip()
    left = {text for text in visible_words(window) if any("\u4e00" <= c <= "\u9fff" for c in text)}
    from_report = window.session.report.text.replace("\n", "")
    own = {text for text in left if text.strip("… ") not in from_report}
    assert own == set()
    window.actions_["language_zh"].trigger()
    assert window.session.settings.language is Language.ZH


def visible_words(window):
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            yield button.text()
    for field in window.findChildren(QLineEdit):
        if field.isVisible():
            yield field.placeholderText()


def test_the_sheet_lists_every_key_and_goes_again(hongkou_window):
    window = hongkou_window
    window.actions_["shortcuts"].trigger()
    assert window.sheet.isVisible()
    keymap = window.actions_.keymap
    html = sheet_html(keymap)
    listed = {words for _, rows in key_groups(keymap) for _, words in rows}
    assert {window.actions_[s.id].text().rstrip("…") for s in ACTIONS if s.keys} <= listed
    assert "Ctrl+Shift+E" in html
    window.commands.step_back()
    assert not window.sheet.isVisible()
    assert window.reading.page.hasFocus()


def mime_of(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_dropped_are_opened(qtbot, window, tmp_path):
    path = tmp_path / "拖来.txt"
    path.write_text("政府工作报告\n\n各位代表：\n\n现在报告工作。\n", "utf-8")
    data = mime_of(path)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(window.window(), enter)
    assert enter.isAccepted()
    assert window.drop_target._veil.isVisible()
    drop = QDropEvent(QPointF(50, 50), copy, data, left, none)
    with qtbot.waitSignal(window.session.report_opened, timeout=10_000):
        QApplication.sendEvent(window.window(), drop)
    assert not window.drop_target._veil.isVisible()
    assert window.session.report.source.path == path


def test_words_dropped_are_not(window):
    data = QMimeData()
    data.setText("不是文件")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(window.window(), enter)
    assert not enter.isAccepted()


@pytest.mark.parametrize("where", ["text", "outline"])
def test_the_side_buttons_of_the_mouse_go_back_and_forward(hongkou_window, where):
    window = hongkou_window
    window.session.show_span(Span(2000, 2004))
    window.session.show_span(Span(5000, 5004))
    told = []
    window.session.span_shown.connect(lambda span, focus: told.append(span))
    target = window.reading.page if where == "text" else window.outline._tree
    for button in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
        click(target.viewport(), button)
    assert told == [Span(2000, 2004), Span(5000, 5004)]


def click(widget, button):
    spot = QPointF(30, 60)
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        spot,
        widget.mapToGlobal(spot),
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_second_start_brings_its_files(qtbot, make_window, tmp_path, hongkou):
    window = make_window()
    program = window.session.parent()
    with qtbot.waitSignal(window.session.report_opened, timeout=10_000):
        program._on_files_received([hongkou])
    assert window.session.report.source.path == hongkou


def test_zoom_steps_and_stops(window):
    session = window.session
    window.actions_["zoom_in"].trigger()
    assert session.settings.zoom == 110
    for _ in range(20):
        window.actions_["zoom_out"].trigger()
    assert session.settings.zoom == 70
    window.actions_["zoom_reset"].trigger()
    assert session.settings.zoom == 100


def test_full_screen_and_back(window):
    window.actions_["full_screen"].trigger()
    assert window.window().isFullScreen()
    window.commands.step_back()
    assert not window.window().isFullScreen()


def test_everything_that_takes_the_keys_has_a_name(qtbot, hongkou_window):
    window = hongkou_window
    window.reading.open_find()
    window.go_to_bar.ask()
    window.bar.show_message("一句话。", "error", [window.actions_["open"]])
    nameless = set()
    for name in ("indicators", "tasks", "targets", "checks"):
        window.side.show_tab(name)
        qtbot.wait(20)
        nameless |= set(names_missing(window))
    assert nameless == set()


def names_missing(window):
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QTextEdit, QComboBox, QProgressBar)
    return [
        f"{widget.metaObject().className()} {widget.objectName()} in "
        f"{widget.parent().metaObject().className()}"
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget, QHeaderView)
        and not isinstance(widget.parent(), (QLineEdit, QComboBox))
    ]
