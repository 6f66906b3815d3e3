"""A second text beside the first: shown, walked, scrolled together, kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hkreader.app import Program
from hkreader.qt.settings import BESIDE_SAME
from hkreader.ui.files import suggested_name


def heading_at(session, pane, height):
    """Give the heading of what stands at `height` of the page."""
    page = pane.page
    place = page.book.positions.offset_of(page.place_below(height + 2))
    section = session.report.section_at(place)
    return "" if section is None else section.heading


def height_of(session, pane, span):
    page = pane.page
    return page.height_of(page.book.positions.position_of(span.start))


def test_another_place_of_the_same_report(qtbot, hongkou_window, beside):
    session = hongkou_window.session
    session.go_to_paragraph(30)
    beside.show_same()
    assert beside.session.shows_same
    assert beside.session.findings is session.findings
    assert beside.pane.isVisible()
    place = session.place
    assert beside.session.report.paragraph_at(beside.session.place).number == 30
    beside.session.go_to_paragraph(60)
    qtbot.wait(100)
    assert session.place == place, "each moves by itself"
    assert not beside.together.on


def test_both_texts_share_the_room_and_the_side_panel_gives_way(make_window, qtbot, hongkou):
    window = make_window(width=1280)
    with qtbot.waitSignal(window.session.findings_ready, timeout=30_000):
        window.session.open_path(hongkou)
    assert window.side.isVisible()
    window.beside.show_same()
    assert not window.side.isVisible()
    assert abs(window.reading.width() - window.beside.pane.width()) <= 1
    assert window.beside.pane.width() > 400
    window.beside.close()
    assert window.side.isVisible()


def test_the_other_report_follows_by_its_headings(qtbot, hongkou_window, compared):
    session = hongkou_window.session
    assert compared.together.on
    assert suggested_name(compared.session.report) in compared.pane.bar.name.accessibleName()
    for beginning in ("二、2018", "(二)深化改革", "一、2017"):
        section = next(it for it in session.report.sections if it.heading.startswith(beginning))
        session.show_span(section.heading_span)
        height = height_of(session, hongkou_window.reading, section.span)
        wished = compared.together.alignment.across(section.span.start)
        there = compared.session.report.section_at(wished)
        qtbot.wait(100)
        found = heading_at(compared.session, compared.pane.reading, height)
        assert found == there.heading
        if beginning.startswith("二"):
            assert there.heading.startswith("二、2019")


def test_the_first_follows_the_second(qtbot, hongkou_window, compared):
    section = next(it for it in compared.session.report.sections if "二、2019" in it.heading)
    compared.session.show_span(section.heading_span)
    height = height_of(compared.session, compared.pane.reading, section.span)
    reading = hongkou_window.reading
    assert "2018年主要工作" in heading_at(hongkou_window.session, reading, height)


def test_scrolling_takes_the_other_along(qtbot, hongkou_window, compared):
    bar = hongkou_window.reading.page.verticalScrollBar()
    other = compared.pane.reading.page.verticalScrollBar()
    hongkou_window.panes.focus_text()
    places = []
    for value in (0, bar.maximum() // 3, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        qtbot.wait(120)
        places.append(other.value())
    assert places == sorted(places)
    assert places[0] == 0 < places[1] < places[-1]


def test_apart_and_aligned_again_by_key(qtbot, hongkou_window, compared):
    compared.set_together(False)
    assert not hongkou_window.actions_["together"].isChecked()
    hongkou_window.panes.focus_text()
    session = hongkou_window.session
    before = compared.pane.reading.page.verticalScrollBar().value()
    section = next(it for it in session.report.sections if it.heading.startswith("二、2018"))
    session.show_span(section.heading_span)
    qtbot.wait(150)
    assert compared.pane.reading.page.verticalScrollBar().value() == before
    qtbot.keyClick(
        hongkou_window.reading.page, Qt.Key.Key_Backslash, Qt.KeyboardModifier.AltModifier
    )
    height = height_of(session, hongkou_window.reading, section.span)
    found = heading_at(compared.session, compared.pane.reading, height)
    assert found.startswith("二、2019")


def test_keys_work_in_the_text_that_has_them(qtbot, hongkou_window, compared):
    page = compared.pane.reading.page
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    compared.set_together(False)
    place = hongkou_window.session.place
    hongkou_window.actions_["next_section"].trigger()
    hongkou_window.actions_["next_section"].trigger()
    assert compared.session.section >= 0
    assert hongkou_window.session.place == place
    assert hongkou_window.actions_["back"].isEnabled()
    hongkou_window.actions_["find"].trigger()
    assert compared.pane.reading.finding.is_open
    assert not hongkou_window.reading.finding.is_open
    hongkou_window.commands.step_back()
    assert not compared.pane.reading.finding.is_open


def test_f6_goes_through_both_texts(hongkou_window, compared):
    hongkou_window.panes.focus_text()
    hongkou_window.panes.next_pane()
    assert compared.pane.isAncestorOf(QApplication.focusWidget())


def test_chosen_by_keys_and_put_away_by_the_same(qtbot, hongkou_window, beside, other, press):
    hongkou_window.files.lay_out([hongkou_window.session.report.source.path, other])
    press(Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    assert beside.choices.isVisible()
    words = [entry.words for entry in beside.choices.list.shown.entries]
    assert words[1] == "虹口2019"
    qtbot.keyClicks(beside.choices.field, "2019")
    with qtbot.waitSignal(beside.session.report_opened, timeout=10_000):
        press(Qt.Key.Key_Return)
    assert beside.is_open
    assert beside.pane.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    assert not beside.is_open
    assert hongkou_window.reading.page.hasFocus()
    assert not hongkou_window.actions_["realign"].isEnabled()


def test_theme_size_and_language_go_for_both(hongkou_window, compared):
    session = hongkou_window.session
    session.set_zoom(140)
    assert compared.pane.reading.page.em == hongkou_window.reading.page.em
    session.set_marked("figures", False)
    assert not list(compared.pane.reading.page.places_of("figures"))


def test_a_file_that_cannot_be_read_is_told(hongkou_window, beside, tmp_path, qtbot):
    with qtbot.waitSignal(beside.session.report_failed):
        beside.show_path(tmp_path / "没有.txt")
    assert "没有.txt" in hongkou_window.bar.text


@pytest.mark.parametrize("same", [True, False])
def test_the_next_start_shows_both_again(qtbot, make_window, settings, hongkou, other, same):
    window = make_window()
    with qtbot.waitSignal(window.session.findings_ready, timeout=30_000):
        window.session.open_path(hongkou)
    with qtbot.waitSignal(window.beside.session.report_opened, timeout=10_000):
        if same:
            window.beside.show_same()
        else:
            window.beside.show_path(other)
    window.window().close()
    assert settings.beside == (BESIDE_SAME if same else str(other))
    program = Program(settings)
    program.start()
    qtbot.waitUntil(lambda: program.session.findings is not None, timeout=30_000)
    qtbot.waitUntil(lambda: program.workspace.beside.is_open)
    beside = program.workspace.beside
    qtbot.waitUntil(lambda: beside.session.findings is not None, timeout=30_000)
    assert beside.session.shows_same == same
    program.window.close()
    program.window.deleteLater()
    program.deleteLater()
