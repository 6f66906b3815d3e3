import string
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from hkreader.core.errors import FileMissing
from hkreader.core.findings import Task
from hkreader.core.report import Span
from hkreader.messages import Language
from hkreader.qt.settings import MARKS
from hkreader.resources import read_json
from hkreader.text import read_report
from hkreader.ui.reading.page_menu import open_page_menu
from hkreader.ui.reading.pane import ReadingPane
from hkreader.ui.reading.states import State
from tests.ui.reading.samples import figure, findings_of, report_of, show

# Off screen there is nothing to raise a floating card above, nor a keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


def lit(pane, name="shown"):
    layer = pane.page._layers.get(name)
    if layer is None:
        return None
    [mark] = layer.between(0, 10**9)
    return pane.page.book.positions.span_of(mark.start, mark.end)


def in_page(pane):
    return pane.page.isVisible()


# ── states ──


def test_starts_empty(empty_pane, qtbot):
    qtbot.waitUntil(lambda: not in_page(empty_pane))
    assert empty_pane.states.isVisible()
    assert empty_pane.states.state is State.EMPTY


def test_a_skeleton_stands_while_the_first_report_is_read(empty_pane, session, report):
    session.report_opening.emit("报告.txt")
    assert empty_pane.states.state is State.OPENING
    show(session, report)
    assert in_page(empty_pane)
    assert empty_pane.page.hasFocus()


def test_in_a_hurry_the_beginning_is_painted_first(empty_pane, session, hongkou, qtbot):
    whole = read_report(hongkou)
    empty_pane.hurry()
    show(session, whole)
    begun = empty_pane.page.book.report
    assert begun.paragraphs == whole.paragraphs[: len(begun.paragraphs)]
    assert len(begun.paragraphs) < len(whole.paragraphs)
    assert empty_pane.page.document().size().height() > empty_pane.page.height()

    qtbot.waitUntil(lambda: empty_pane.page.book.report is whole)
    assert empty_pane.page.verticalScrollBar().value() == 0


def test_a_text_in_view_stays_until_the_next_takes_long(pane, session, qtbot):
    session.report_opening.emit("报告.txt")
    assert in_page(pane)
    qtbot.waitUntil(lambda: not in_page(pane))
    assert pane.states.state is State.OPENING


def test_a_failure_with_nothing_open_is_explained(empty_pane, session):
    session.report_opening.emit("报告.txt")
    session.report_failed.emit(FileMissing("/没有/报告.txt"))
    assert empty_pane.states.state is State.FAILED
    assert "报告.txt" in empty_pane.states.sentence.text()


@pytest.mark.complains
def test_trying_again_opens_the_same_file(empty_pane, session, tmp_path, qtbot):
    session.report_failed.emit(FileMissing(tmp_path / "报告.txt"))
    with qtbot.waitSignal(session.report_opening) as opening:
        empty_pane.states.retry_button.click()
    assert opening.args == ["报告.txt"]
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_a_failure_leaves_the_report_in_view(pane, session):
    session.report_opening.emit("报告.txt")
    session.report_failed.emit(FileMissing("/没有/报告.txt"))
    assert in_page(pane)


def test_closing_empties_the_pane(pane, session):
    session.close_report()
    assert pane.states.state is State.EMPTY
    assert not in_page(pane)
    assert pane.page.toPlainText() == ""


def test_a_file_with_nothing_but_noise_is_explained(empty_pane, session):
    show(session, replace(report_of(), paragraphs=(), sentences=(), sections=()))
    assert empty_pane.states.isVisible()
    assert empty_pane.states.state is State.FAILED


def test_a_pane_made_late_shows_what_is_open(session, qtbot, report):
    show(session, report)
    pane = ReadingPane(session)
    qtbot.addWidget(pane)
    assert pane.page.book.report is report


# ── session ──


def test_what_is_shown_is_lit_to_the_character_with_its_sentence(pane, session, report):
    span = findings_of(report).measurements[1].span
    session.show_span(span)
    assert lit(pane) == span
    assert lit(pane, "sentence") == report.sentence_at(span.start).span
    assert session.caret == span.start
    page = pane.page
    assert page.book.positions.offset_of(page.textCursor().position()) == span.start


@pytest.mark.parametrize("words", ["新增商业", "雪亮工程", "3万人", "2018年，地区"])
def test_every_span_lights_its_own_characters_behind_a_wide_one(pane, session, report, words):
    start = report.text.index(words)
    session.show_span(Span(start, start + len(words)))
    assert report.quote(lit(pane)) == words
    cursor = pane.page.textCursor()
    cursor.setPosition(cursor.position() + len(words), cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == words


def test_the_focus_comes_only_where_it_is_asked_for(long_pane, session, qtbot):
    other = QLineEdit(long_pane)
    other.show()
    other.setFocus()
    span = session.report.sections[3].heading_span
    session.show_span(span)
    assert other.hasFocus()
    session.show_span(span, take_focus=True)
    assert long_pane.page.hasFocus()


def test_a_bare_place_goes_to_the_top_and_lights_nothing(long_pane, session):
    paragraph = session.report.paragraphs[30]
    session.go_to_paragraph(31)
    assert lit(long_pane) is None
    assert session.place == paragraph.span.start


def test_scrolling_tells_the_place_and_not_at_every_step(long_pane, session, qtbot):
    places = []
    session.place_changed.connect(places.append)
    with qtbot.waitSignal(session.place_changed):
        for _ in range(50):
            long_pane.scroll_line(1)
    assert len(places) <= 3
    page = long_pane.page
    assert session.place == page.book.positions.offset_of(page.first_position())
    assert session.place > 0


def test_the_caret_is_told_in_offsets_of_the_report(pane, session, report, qtbot):
    page = pane.page
    page.place_caret(page.book.positions.position_of(report.text.index("新增商业")))
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert session.caret == report.text.index("新增商业") + 1


def test_back_returns_to_the_place(long_pane, session):
    session.go_to_paragraph(31)
    session.show_span(session.report.glossary[0].occurrences[0])
    session.go_back()
    assert session.place == session.report.paragraphs[30].span.start


def test_a_report_reopens_at_the_place_left(session, qtbot, hongkou):
    report = read_report(hongkou)
    place = report.paragraphs[40].span.start
    session.settings.keep_place(report.source.sha256, place)
    pane = ReadingPane(session)
    qtbot.addWidget(pane)
    show(session, report)
    # The window gets its size after the text is there.
    pane.resize(1000, 700)
    pane.show()
    qtbot.waitExposed(pane)
    page = pane.page
    assert page.book.positions.offset_of(page.first_position()) == place


# ── looks ──


@pytest.mark.parametrize("change", ["zoom", "theme", "noise"])
def test_the_reader_stays_where_he_is(long_pane, session, change):
    page = long_pane.page
    session.show_span(session.report.glossary[0].occurrences[0])
    light = lit(long_pane)
    place = page.book.positions.offset_of(page.first_position())
    caret = session.caret
    if change == "zoom":
        session.set_zoom(160)
    elif change == "theme":
        session.set_theme("sepia")
    else:
        long_pane.set_noise_visible(True)
    first = page.first_position()
    line = page.book.positions.span_of(first, first + 38)
    assert place in line
    assert page.book.positions.offset_of(page.textCursor().position()) == caret == session.caret
    assert lit(long_pane) == light


def test_the_caret_comes_with_the_first_key(long_pane, qtbot, session):
    page = long_pane.page
    long_pane.set_noise_visible(True)
    assert page.cursorWidth() == 0
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.cursorWidth() > 0
    session.set_zoom(140)
    assert page.cursorWidth() > 0


def test_zooming_to_and_fro_does_not_drift(long_pane, session):
    page = long_pane.page
    session.show_span(session.report.glossary[0].occurrences[0])
    place = page.first_position()
    for percent in (160, 90, 240, 110, 100):
        session.set_zoom(percent)
    assert page.first_position() == place


def test_zoom_sets_every_size_anew(pane, session):
    session.set_zoom(200)
    body = pane.page.document().findBlockByNumber(5)
    assert body.charFormat().font().pixelSize() == 36
    assert body.blockFormat().textIndent() == 72
    assert body.blockFormat().lineHeight() == 65


def test_marks_are_there_after_every_change(pane, session):
    session.set_zoom(140)
    for name, count in (("figures", 4), ("terms", 2), ("masks", 1)):
        assert len(pane.page._layers[name].between(0, 10**9)) == count


def test_noise_is_hidden_until_it_is_wanted(long_pane, session):
    assert "较旧一篇" not in long_pane.page.toPlainText()
    long_pane.set_noise_visible(True)
    assert "较旧一篇" in long_pane.page.toPlainText()
    long_pane.set_noise_visible(False)
    assert "较旧一篇" not in long_pane.page.toPlainText()


def test_figures_arrive_without_setting_the_text_anew(empty_pane, session, report):
    show(session, report)
    document = empty_pane.page.document()
    session._take_findings(findings_of(report))
    assert empty_pane.page.document() is document
    assert len(empty_pane.page._layers["figures"].between(0, 10**9)) == 4


# ── keys ──


def test_space_scrolls_a_screen_and_j_k_a_line(long_pane, qtbot):
    bar, page = long_pane.page.verticalScrollBar(), long_pane.page
    qtbot.keyClick(page, Qt.Key.Key_Space)
    screen = bar.value()
    assert page.viewport().height() * 0.7 < screen < page.viewport().height()
    qtbot.keyClick(page, Qt.Key.Key_J)
    assert bar.value() == screen + round(1.8 * 18)
    qtbot.keyClick(page, Qt.Key.Key_K)
    qtbot.keyClick(page, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


def test_slash_opens_find(long_pane, qtbot):
    qtbot.keyClick(long_pane.page, Qt.Key.Key_Slash)
    assert long_pane.finding.is_open
    assert long_pane.finding.bar.edit.text() == ""


def test_letters_with_control_are_left_to_the_window(long_pane, qtbot):
    qtbot.keyClick(long_pane.page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert long_pane.page.verticalScrollBar().value() == 0


def test_after_scrolling_the_arrows_go_on_in_view(long_pane, qtbot):
    page, bar = long_pane.page, long_pane.page.verticalScrollBar()
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Space)
    value = bar.value()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert abs(bar.value() - value) < 40
    assert page.viewport().rect().intersects(page.cursorRect())


def test_escape_takes_one_layer_after_the_other(long_pane, session):
    span = session.report.glossary[0].occurrences[0]
    session.show_span(span, take_focus=True)
    long_pane.open_find()
    long_pane.page.setFocus()
    long_pane.look_up_term()
    assert long_pane.step_back()
    assert not long_pane.glosses.popup.isVisible()
    assert long_pane.step_back()
    assert not long_pane.finding.is_open
    assert lit(long_pane) == span
    assert long_pane.step_back()
    assert lit(long_pane) is None
    assert not long_pane.step_back()


# ── copying ──


def test_copy_with_citation(pane, report, session, qtbot):
    page = pane.page
    start = page.book.positions.position_of(report.text.index("同比"))
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 10, cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    with qtbot.waitSignal(session.message_posted):
        pane.copying.copy_with_citation()
    assert QGuiApplication.clipboard().text() == (
        "“同比增长１８．０９％”（某市2018年政府工作报告，一、2017年工作回顾，第6段）"
    )


def test_without_a_selection_the_sentence_is_cited(pane, report):
    page = pane.page
    page.place_caret(page.book.positions.position_of(report.text.index("亿元，同比")))
    pane.copying.copy_with_citation()
    assert (
        QGuiApplication.clipboard()
        .text()
        .startswith("“地区生产总值达到256.94亿元，同比增长１８．０９％。”（某市")
    )


# ── menu, words ──


def test_the_menu_offers_what_there_is_to_do(pane):
    menu = open_page_menu(pane, pane.copying, pane.mapToGlobal(pane.rect().center()))
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == [
        "复制\tCtrl+C",
        "带出处复制\tCtrl+Shift+C",
        "复制为 Markdown\tCtrl+Alt+C",
        "查名词解释\tCtrl+L",
        "查找…\tCtrl+F",
    ]
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_the_words_follow_the_language(pane, session):
    pane.open_find()
    session.set_language(Language.EN)
    assert pane.page.accessibleName() == "Text of the report"
    assert pane.finding.bar.edit.placeholderText().startswith("Find text")


def test_every_button_has_a_name(pane):
    pane.open_find()
    pane.page.place_caret(
        pane.page.book.positions.position_of(pane.page.book.report.text.index("雪亮"))
    )
    pane.look_up_term()
    buttons = pane.findChildren(QAbstractButton)
    assert len(buttons) >= 5
    assert [b for b in buttons if not (b.accessibleName() or b.text())] == []
    pane.glosses.close_all()


def test_every_message_has_both_languages_with_the_same_places():
    for key, wordings in read_json("translations", "reading.json").items():
        fields = [
            sorted(field for _, field, _, _ in string.Formatter().parse(wording) if field)
            for wording in (wordings["zh"], wordings["en"])
        ]
        assert key.startswith("reading.")
        assert fields[0] == fields[1], key


@pytest.mark.parametrize("kind", MARKS)
def test_each_kind_of_marks_is_switched_by_itself(pane, session, kind):
    session._take_findings(replace(session.findings, tasks=(task_of(session.report),)))
    session._begin_notes(session.report)
    session.notes.highlight(session.findings.measurements[0].span)
    before = {name: list(pane.page.places_of(name)) for name in MARKS}
    assert all(before.values())
    session.set_marked(kind, False)
    for name in MARKS:
        assert list(pane.page.places_of(name)) == ([] if name == kind else before[name])
    painted = pane.page._marks_in(list(pane.page._blocks_in_view(pane.page.viewport().rect())))
    gone = {
        "figures": {"done", "estimated", "planned"},
        "terms": {"term"},
        "tasks": {"task"},
        "notes": {"note_yellow"},
    }
    assert painted
    assert gone[kind].isdisjoint(mark.kind for mark in painted)
    session.set_marked(kind, True)
    assert list(pane.page.places_of(kind)) == before[kind]


def test_hidden_marks_stay_hidden_in_the_next_report(pane, session):
    session.set_marked("terms", False)
    show(session, report_of())
    assert not list(pane.page.places_of("terms"))


def test_a_sentence_is_copied_as_markdown(pane, session):
    session.show_span(figure(session.report, "7%").span)
    pane.copying.copy_markdown()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("2018年，地区生产总值增长7%左右。\n\n——某市2018年政府工作报告")


def task_of(report):
    start = report.text.index("继续建设")
    return Task(Span(start, start + 12), "雪亮工程", None, "", None, ())
