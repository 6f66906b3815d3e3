"""Glossaries of the user's own, and terms in quotation marks, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hkreader.core.report import Span
from hkreader.ui.glossaries import GlossariesDialog
from hkreader.ui.palette.entries import EntryKind

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def window(hongkou_window, qtbot):
    qtbot.waitUntil(lambda: len(hongkou_window.session.terms) > 10)
    return hongkou_window


def look_up(window, words):
    start = window.session.report.text.index(words)
    window.session.show_span(Span(start + 1, start + 1))
    window.reading.look_up_term()
    return window.reading.glosses.popup.sheet


def add(window, qtbot, path):
    window.actions_["glossaries"].trigger()
    [dialog] = window.findChildren(GlossariesDialog)
    with qtbot.waitSignal(window.session.terms_changed):
        dialog.add_paths([path])
    return dialog


def test_a_term_in_quotation_marks_says_that_nobody_explains_it(window):
    term = next(it for it in window.session.terms if not it.definition)
    sheet = look_up(window, f"“{term.name}")
    assert sheet.name.text() == term.name
    assert "没有解释" in sheet.definition.text()
    assert not sheet.source.isVisible()
    marked = list(window.reading.page.places_of("terms"))
    position = window.reading.page.book.positions.position_of(term.span.start)
    assert position not in marked, "the page stays quiet"


def test_the_palette_lists_them(window):
    term = next(it for it in window.session.terms if not it.definition)
    entries = window.go_anywhere._entries.of(EntryKind.TERM)
    assert any(it.words == term.name and "没有解释" in it.detail for it in entries)


def test_a_glossary_of_ones_own_takes_effect_at_once_and_stays(window, qtbot, tmp_path, settings):
    path = tmp_path / "我的名词.csv"
    path.write_text("名词,解释\n航运服务业,与航运有关的服务\n没有用到的,无\n", "utf-8")
    before = path.read_bytes()
    dialog = add(window, qtbot, path)
    assert "1 个" in dialog.list.item(0).text()
    dialog.close()
    sheet = look_up(window, "航运服务业")
    assert sheet.definition.text() == "与航运有关的服务"
    assert sheet.source.text() == "来自 我的名词.csv"
    assert settings.glossaries == (path,)
    assert path.read_bytes() == before
    positions = window.reading.page.book.positions
    term = next(it for it in window.session.terms if it.source)
    assert positions.position_of(term.span.start) in list(window.reading.page.places_of("terms"))


def test_a_glossary_is_taken_away_by_key(window, qtbot, tmp_path):
    path = tmp_path / "我的名词.csv"
    path.write_text("航运服务业,与航运有关的服务\n", "utf-8")
    dialog = add(window, qtbot, path)
    with qtbot.waitSignal(window.session.terms_changed):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert not any(term.source for term in window.session.terms)
    assert dialog.list.count() == 0
    dialog.close()


def test_a_file_that_holds_no_terms_is_named(window, qtbot, tmp_path):
    path = tmp_path / "空的.csv"
    path.write_text("", "utf-8")
    add(window, qtbot, path).close()
    assert "空的.csv" in window.bar.text


def test_the_report_s_own_explanation_comes_first(window, qtbot, tmp_path):
    own = next(it for it in window.session.report.glossary if it.occurrences)
    path = tmp_path / "我的名词.csv"
    path.write_text(f"{own.name},另一种解释\n", "utf-8")
    add(window, qtbot, path).close()
    place = own.occurrences[0]
    window.session.show_span(Span(place.start, place.start))
    window.reading.look_up_term()
    sheet = window.reading.glosses.popup.sheet
    assert sheet.definition.text() == own.definition
    assert own.name in sheet.nested.text(), "the user's is a click away"
