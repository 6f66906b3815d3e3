"""The reader's choice of line distance, line length and font."""

from __future__ import annotations

import pytest

from hkreader.qt.settings import FONTS, PITCHES, WIDTHS
from hkreader.ui.reading.typography import FAMILIES, SETTINGS, Looks, Typography
from hkreader.ui.theme import Theme


def height(typography):
    return typography.block_format("body").lineHeight()


def test_the_usual_looks_are_what_nobody_chose(qapp):
    assert (Looks().pitch, Looks().width) == (PITCHES["usual"], WIDTHS["usual"])
    assert set(FAMILIES) | {"sans"} == set(FONTS)


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_lines_are_as_far_apart_as_chosen(qapp, zoom):
    made = {name: Typography(zoom, Theme("light"), Looks(pitch)) for name, pitch in PITCHES.items()}
    assert height(made["tight"]) < height(made["usual"]) < height(made["loose"])
    assert height(made["tight"]) >= 1.4 * made["tight"].em
    for typography in made.values():
        assert abs(height(typography) - typography.pitch) <= 1


@pytest.mark.parametrize("width", WIDTHS.values())
def test_lines_are_as_long_as_chosen(qapp, width):
    typography = Typography(100, Theme("light"), Looks(width=width))
    assert typography.column == width * typography.em


@pytest.mark.parametrize("font", FONTS)
def test_a_font_that_is_not_there_leaves_the_usual_ones(qapp, font):
    theme = Theme("light")
    families = Typography(100, theme, Looks(font=font)).font(SETTINGS["body"]).families()
    assert families[-len(theme.font_families) :] == theme.font_families
    assert families[: len(FAMILIES.get(font, ()))] == list(FAMILIES.get(font, ()))


def test_a_choice_is_seen_at_once_and_kept(qtbot, hongkou_window):
    page, session = hongkou_window.reading.page, hongkou_window.session
    place = session.report.sections[4].heading_span
    session.show_span(place)
    before = page.document().size().height()
    hongkou_window.actions_["lines_loose"].trigger()
    assert page.document().size().height() > 1.1 * before
    hongkou_window.actions_["column_narrow"].trigger()
    left, right = page.column()
    assert right - left <= WIDTHS["narrow"] * page.em
    hongkou_window.actions_["font_song"].trigger()
    settings = session.settings
    assert (settings.line_pitch, settings.column_width, settings.text_font) == (120, 30, "song")
    start, end = page.book.positions.stretch_of(place)
    box = page.box_of(start, end)
    top = page.verticalScrollBar().value()
    assert top <= box.top() <= top + page.viewport().height()


def test_a_new_window_has_the_choices_checked(make_window, settings):
    settings.line_pitch, settings.column_width, settings.text_font = 85, 48, "kai"
    actions = make_window().actions_
    for name in ("lines_tight", "column_wide", "font_kai"):
        assert actions[name].isChecked()
