"""The palette leads from anywhere to anywhere, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hkreader.ui.action_table import ACTIONS
from hkreader.ui.palette.entries import EntryKind, command_words
from tests.reports import GOLD


@pytest.fixture
def palette(hongkou_window, press):
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = hongkou_window.go_anywhere
    assert palette.isVisible()
    assert palette.field.hasFocus()
    return palette


def listed(palette):
    return palette.list.shown.entries


def kinds(palette):
    return {entry.kind for entry in listed(palette)}


def typed(qtbot, palette, text):
    palette.field.setText(text)
    qtbot.waitUntil(lambda: not palette.busy)
    return [entry.words for entry in listed(palette)]


def test_before_anything_is_typed_it_lists_the_headings(palette, hongkou_window):
    sections = hongkou_window.session.report.sections
    assert kinds(palette) == {EntryKind.HEADING}
    assert len(listed(palette)) == sum(section.level <= 2 for section in sections)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("@2018", EntryKind.HEADING, "二、2018年主要工作"),
        ("＠2018", EntryKind.HEADING, "二、2018年主要工作"),
        ("=ybgg", EntryKind.INDICATOR, "一般公共预算收入"),
        (">dcgz", EntryKind.COMMAND, "导出工作簿"),
        ("》导出工", EntryKind.COMMAND, "导出工作簿"),
        ("#hongkou", EntryKind.REPORT, "hongkou-2018"),
    ],
)
def test_a_prefix_chooses_the_kind(qtbot, palette, hongkou_window, text, kind, words):
    hongkou_window.desk.add([hongkou_window.session.report.source.path])
    assert typed(qtbot, palette, text)[0] == words
    assert kinds(palette) == {kind}


def test_without_a_prefix_it_looks_everywhere(qtbot, palette):
    typed(qtbot, palette, "服务")
    assert {EntryKind.HEADING, EntryKind.INDICATOR} <= kinds(palette)
    typed(qtbot, palette, "中心")
    assert EntryKind.TERM in kinds(palette)
    typed(qtbot, palette, "导出")
    assert EntryKind.COMMAND in kinds(palette)


def test_enter_goes_there_and_gives_the_keys_to_the_text(qtbot, palette, hongkou_window, press):
    typed(qtbot, palette, "@2018")
    heading = hongkou_window.session.report.sections
    target = next(section for section in heading if section.heading.startswith("二、2018"))
    with qtbot.waitSignal(hongkou_window.session.span_shown) as shown:
        press(Qt.Key.Key_Return)
    assert shown.args[0] == target.heading_span
    assert not palette.isVisible()
    assert hongkou_window.reading.page.hasFocus()


def test_arrows_choose_and_go_round(qtbot, palette, press):
    count = len(listed(palette))
    press(Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == count - 1
    press(Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    press(Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() > 1
    assert palette.field.hasFocus()


def test_a_paragraph_by_its_number(qtbot, palette, hongkou_window, press):
    typed(qtbot, palette, "：12")
    with qtbot.waitSignal(hongkou_window.session.span_shown) as shown:
        press(Qt.Key.Key_Return)
    assert shown.args[0].start == hongkou_window.session.report.paragraphs[11].span.start
    palette.toggle()
    assert typed(qtbot, palette, ":99999") == []


def test_a_command_is_done(qtbot, palette, hongkou_window, press):
    typed(qtbot, palette, ">放大")
    with qtbot.waitSignal(hongkou_window.session.zoom_changed):
        press(Qt.Key.Key_Return)


def test_every_action_is_listed_but_what_serves_keys_alone(qtbot, palette, hongkou_window):
    names = typed(qtbot, palette, ">")
    actions = hongkou_window.actions_
    wanted = [spec.id for spec in ACTIONS if spec.listed and actions[spec.id].isEnabled()]
    assert names == [command_words(actions[one]) for one in wanted]
    assert "颜色：深色" in names
    assert {spec.id for spec in ACTIONS if not spec.listed} == {
        "palette",
        "show_exported",
        "show_exported_folder",
        "restore_store",
        "step_back",
    }


def test_a_report_is_opened(qtbot, palette, hongkou_window, press):
    path = GOLD / "quzhou-2024" / "report.txt"
    hongkou_window.desk.add([path])
    typed(qtbot, palette, "#report")
    with qtbot.waitSignal(hongkou_window.session.report_opened, timeout=10_000):
        press(Qt.Key.Key_Return)
    assert hongkou_window.session.report.source.path == path


def test_escape_gives_the_keys_back(palette, hongkou_window, press):
    press(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert hongkou_window.reading.page.hasFocus()


def test_it_goes_away_with_the_focus(qtbot, palette, hongkou_window):
    hongkou_window.outline.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_nothing_that_fits_is_said(qtbot, palette):
    assert typed(qtbot, palette, "没有这样的东西") == []
    assert palette._hint.text().startswith("没有符合的")
