"""Notes by keys alone: marked, written, found in the list, taken back, exported."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hkreader.core.reviews import NoteKind
from hkreader.library.store import Store
from hkreader.library.wording import text_hash
from hkreader.models.signs import NoteSign
from hkreader.ui.panels.table_menu import TableMenu

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def window(hongkou_window, qtbot):
    qtbot.waitUntil(lambda: hongkou_window.session.notes.is_ready)
    hongkou_window.reading.page.setFocus()
    return hongkou_window


@pytest.fixture
def noted(window, press):
    """A window with a note written on a sentence, the keys in the text."""
    go_to(window, "256.94亿元")
    press(Key.Key_D, CTRL)
    write(window, press, "与决算核对", "财政 待核")
    return window


def go_to(window, words):
    start = window.session.report.text.index(words)
    book = window.reading.page.book
    window.reading.page.place_caret(book.positions.position_of(start))


def write(window, press, words, tags=""):
    form = window.side.page.form
    assert form.text.hasFocus()
    form.text.setPlainText(words)
    form.tags.setText(tags)
    press(Key.Key_Return, CTRL)


def notes_of(window):
    return window.session.notes.all


def test_ctrl_d_marks_lets_write_and_leads_back(noted):
    [note] = notes_of(noted)
    assert (note.text, note.tags, note.colour) == ("与决算核对", ("财政", "待核"), "yellow")
    assert "256.94亿元" in noted.session.report.quote(note.anchor.span)
    assert noted.reading.page.hasFocus()
    assert noted.side.tab == "notes"


def test_ctrl_d_again_writes_on_the_same(noted, press):
    press(Key.Key_D, CTRL)
    form = noted.side.page.form
    assert form.text.toPlainText() == "与决算核对"
    form.text.setPlainText("已核")
    press(Key.Key_3, ALT)
    press(Key.Key_Return, CTRL)
    [note] = notes_of(noted)
    assert (note.text, note.colour) == ("已核", "blue")


def test_escape_leaves_everything_as_it_was(noted, press):
    press(Key.Key_D, CTRL)
    noted.side.page.form.text.setPlainText("算了")
    press(Key.Key_Escape)
    assert notes_of(noted)[0].text == "与决算核对"
    assert noted.reading.page.hasFocus()


def test_what_is_written_counts_when_the_form_is_left(noted, press):
    press(Key.Key_D, CTRL)
    noted.side.page.form.text.setPlainText("走开也算")
    press(Key.Key_2, CTRL)
    assert notes_of(noted)[0].text == "走开也算"


def test_bookmarks_are_set_listed_and_lead_back(noted, press, qtbot):
    go_to(noted, "二、2018年")
    press(Key.Key_B, CTRL)
    press(Key.Key_B, CTRL | SHIFT)
    page = noted.side.page
    assert [row.record.sign for row in page.proxy.shown_rows()] == [NoteSign.BOOKMARK]
    page.table.select_first()
    press(Key.Key_Return, CTRL)
    assert noted.reading.page.hasFocus()
    assert noted.session.report.text[noted.session.caret :].startswith("二、2018年")


def test_the_list_follows_the_text_and_leads_to_it(noted, press):
    go_to(noted, "二、2018年")
    press(Key.Key_B, CTRL)
    go_to(noted, "256.94亿元")
    page = noted.side.page
    assert page.table.current_row().record.note.text == "与决算核对"
    press(Key.Key_8, CTRL)
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert page.table.hasFocus()
    assert noted.session._position.shown is not None


def test_the_list_is_filtered_by_tag_and_colour(noted, press):
    go_to(noted, "二、2018年")
    press(Key.Key_B, CTRL)
    page = noted.side.page
    page.filter_bar.focus_box("#待核")
    page.filter_bar._apply()
    assert [row.record.note.text for row in page.proxy.shown_rows()] == ["与决算核对"]
    page.filter_bar.clear()
    page.filter_bar.choose(NoteSign.PINK)
    assert page.proxy.shown_rows() == []


def test_del_takes_back_and_undo_brings_again(noted, press):
    press(Key.Key_8, CTRL)
    page = noted.side.page
    page.table.select_first()
    press(Key.Key_Delete)
    assert notes_of(noted) == ()
    assert page.state == "empty"
    press(Key.Key_Z, CTRL)
    assert notes_of(noted)[0].text == "与决算核对"


def test_the_menu_of_a_row_names_what_can_be_done(noted, press):
    press(Key.Key_8, CTRL)
    page = noted.side.page
    page.table.select_first()
    menu = TableMenu(page, page)
    words = [action.text() for action in menu.actions()]
    assert "写批注\tF2" in words
    next(it for it in menu.actions() if it.text() == "删除批注\tDel").trigger()
    assert notes_of(noted) == ()


def test_f2_writes_on_the_row(noted, press):
    press(Key.Key_8, CTRL)
    noted.side.page.table.select_first()
    press(Key.Key_F2)
    write(noted, press, "再核")
    assert notes_of(noted)[0].text == "再核"
    assert noted.side.page.table.hasFocus()


def test_a_figure_of_a_table_is_noted(window, press, tmp_path, qtbot):
    press(Key.Key_3, CTRL)
    page = window.side.page
    page.table.select_first()
    [figure, *_] = page.chosen_figures
    press(Key.Key_D, CTRL)
    write(window, press, "上年同口径")
    [note] = notes_of(window)
    assert note.anchor.span == figure.span
    target = tmp_path / "工作簿.xlsx"
    with qtbot.waitSignal(window.session.exported, timeout=30_000):
        window.session.export_to(target)
    book = openpyxl.load_workbook(target)
    remarks = [cell.value for cell in book["指标"]["P"]]
    assert any("上年同口径" in (words or "") for words in remarks)
    assert book["批注"]["D2"].value == "上年同口径"


@pytest.mark.parametrize("ending", ["xlsx", "md", "csv", "json"])
def test_notes_are_exported(noted, press, tmp_path, qtbot, ending):
    target = tmp_path / f"批注.{ending}"
    assert noted.side.export_view() == "notes"
    before = noted.session.report.source.path.read_bytes()
    with qtbot.waitSignal(noted.session.exported, timeout=30_000):
        noted.session.export_table("notes", target)
    if ending == "xlsx":
        sheet = openpyxl.load_workbook(target)["批注"]
        words = " ".join(str(cell.value) for cell in sheet[2])
    else:
        words = target.read_text("utf-8-sig")
    colour = "yellow" if ending == "json" else "黄"
    for part in ("256.94亿元", "与决算核对", "财政", "待核", colour):
        assert part in words, part
    assert noted.session.report.source.path.read_bytes() == before


def test_what_was_noted_is_there_at_the_next_start(noted):
    noted.session.keeper.shut_down()
    with Store(noted.session.keeper.path) as store:
        [note] = store.notes_of(text_hash(noted.session.report))
    assert (note.kind, note.text) == (NoteKind.HIGHLIGHT, "与决算核对")


def test_what_is_noted_while_figures_are_looked_for_is_written_on_then(
    window, press, qtbot, hongkou
):
    press(Key.Key_8, CTRL)
    with qtbot.waitSignal(window.session.findings_ready, timeout=30_000):
        window.session.open_path(hongkou)
        qtbot.waitUntil(lambda: window.session.notes.is_ready)
        window.reading.page.setFocus()
        press(Key.Key_D, CTRL)
        assert window.session.findings is None
    qtbot.waitUntil(window.side.page.form.text.hasFocus)
    write(window, press, "等一等再写")
    assert notes_of(window)[0].text == "等一等再写"


def test_the_row_stays_where_it_was(noted, press, qtbot):
    go_to(noted, "二、2018年")
    press(Key.Key_D, CTRL)
    write(noted, press, "第二条")
    press(Key.Key_8, CTRL)
    page = noted.side.page
    page.table.select_first()
    kept = page.table.current_row().record.note.id
    session = noted.session
    session.review.reject(session.findings.measurements[:1])
    qtbot.waitUntil(
        lambda: not session.review._jobs.busy and not session.review._applying.isActive()
    )
    assert page.table.current_row().record.note.id == kept


def test_while_the_report_is_read_nothing_can_be_noted(window, press, monkeypatch):
    window.session.notes.leave()
    press(Key.Key_D, CTRL)
    press(Key.Key_B, CTRL)
    assert notes_of(window) == ()


def test_the_fields_have_names_and_the_keys_go_round(noted, press):
    press(Key.Key_8, CTRL)
    noted.side.page.table.select_first()
    press(Key.Key_F2)
    form = noted.side.page.form
    for field in (form.text, form.tags, *form._chips.values()):
        assert field.accessibleName()
    press(Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is form.tags
