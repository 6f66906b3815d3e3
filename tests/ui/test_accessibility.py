"""What a screen reader is told: names, roles and the order of focus, of everything there is."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from hkreader.core.report import Span
from hkreader.messages import Language

ROLES = QAccessible.Role
SPOKEN = {
    ROLES.Button,
    ROLES.ButtonMenu,
    ROLES.CheckBox,
    ROLES.RadioButton,
    ROLES.EditableText,
    ROLES.ComboBox,
    ROLES.Tree,
    ROLES.Table,
    ROLES.List,
    ROLES.PageTabList,
    ROLES.ProgressBar,
    ROLES.SpinBox,
    ROLES.MenuItem,
}
"""What people do something with; all of it has to have a name."""
DUMB = {ROLES.NoRole, ROLES.Client, ROLES.Border, ROLES.Pane, ROLES.Whitespace}
"""Roles that tell nothing of what a widget is for."""
# Off screen there is nothing to raise a floating card above, nor a keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


def told_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def takes_keys(widget):
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def visible(root):
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible()]


def everything(window, qtbot):
    """Open one thing after the other, giving a name and what is seen then."""
    session = window.session
    yield "reading", window.window()
    for tab in ("indicators", "tasks", "targets", "checks"):
        getattr(window.commands, f"show_{tab}")()
        qtbot.wait(20)
        yield tab, window.side
    window.panes.focus_text()
    window.reading.open_find()
    window.reading.finding.bar.edit.setText("航运")
    window.reading.finding.bar.list_button.setChecked(True)
    yield "find", window.reading
    window.commands.step_back()
    window.commands.go_to_paragraph()
    yield "go to", window.go_to_bar
    window.go_to_bar.dismiss()
    window.commands.open_palette()
    yield "palette", window.go_anywhere
    window.go_anywhere.dismiss()
    window.commands.toggle_shortcuts()
    yield "sheet", window.sheet
    window.sheet.dismiss()
    term = next(it for it in session.report.glossary if it.occurrences)
    session.show_span(Span(term.occurrences[0].start, term.occurrences[0].start))
    window.reading.look_up_term()
    yield "term", window.reading.glosses.popup
    window.commands.step_back()
    session.message_posted.emit("试一试", "warning")
    yield "message", window.bar
    window.bar.dismiss()
    window.beside.show_same()
    yield "beside", window.beside.pane
    window.beside.close()
    window.commands.show_about()
    yield "about", QApplication.activeModalWidget() or QApplication.activeWindow()
    (QApplication.activeModalWidget() or QApplication.activeWindow()).close()
    session.close_report()
    qtbot.wait(20)
    yield "empty", window.reading


def is_chinese(text):
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


@pytest.mark.parametrize("language", list(Language))
def test_everything_that_takes_keys_or_clicks_has_a_name_and_a_role(
    hongkou_window, qtbot, language
):
    hongkou_window.session.set_language(language)
    counted: Counter[str] = Counter()
    wrong = []
    for place, root in everything(hongkou_window, qtbot):
        for widget in visible(root):
            role, name = told_of(widget)
            if role not in SPOKEN and not takes_keys(widget):
                continue
            counted[place] += 1
            if not name or (role in DUMB and not isinstance(widget, QScrollArea)):
                wrong.append((place, type(widget).__name__, widget.objectName(), role, name))
    assert not wrong
    assert min(counted.values()) >= 1, counted
    assert sum(counted.values()) > 70, counted


def test_names_are_in_the_language_of_the_window(hongkou_window, qtbot):
    """Names of buttons and fields; what is quoted from a report stays Chinese."""
    hongkou_window.session.set_language(Language.EN)
    chinese = [
        (place, type(widget).__name__, told_of(widget)[1])
        for place, root in everything(hongkou_window, qtbot)
        for widget in visible(root)
        if told_of(widget)[0] in SPOKEN - {ROLES.List, ROLES.ComboBox}
        and is_chinese(told_of(widget)[1])
        and not isinstance(widget, QLabel)
    ]
    quoted = {"QPushButton"}
    """Choosing another text beside names the one that is shown."""
    assert [it for it in chinese if it[1] not in quoted] == []


def test_tab_goes_through_the_window_from_left_to_right(hongkou_window, qtbot, press):
    """Tool strip, outline, text, side panel: each focusable once, pane after pane."""
    window = hongkou_window
    window.panes.focus_outline()
    panes = {"outline": window.outline, "text": window.reading, "side": window.side}
    order, seen = [], []
    for _ in range(80):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        name = next((key for key, pane in panes.items() if pane.isAncestorOf(focus)), "other")
        if not order or order[-1] != name:
            order.append(name)
        press(Qt.Key.Key_Tab)
    assert order[:3] == ["outline", "text", "side"]
    assert order[3:4] == ["other"], "behind the last pane come the tools"
    wished = {widget for widget in visible(window) if takes_keys(widget) and widget.isEnabled()}
    missed = [widget for widget in wished if widget not in seen]
    assert missed == []


def test_the_caret_and_the_text_are_told(hongkou_window):
    page = hongkou_window.reading.page
    interface = QAccessible.queryAccessibleInterface(page)
    text = interface.textInterface()
    assert text.characterCount() == page.document().characterCount() - 1
    hongkou_window.session.go_to_paragraph(9)
    start = text.cursorPosition()
    assert text.text(start, start + 5) == page.toPlainText()[start : start + 5]


def test_rows_of_tables_are_told_with_what_they_say(hongkou_window, qtbot):
    hongkou_window.commands.show_indicators()
    views = [
        it for it in visible(hongkou_window.side) if told_of(it)[0] in {ROLES.Tree, ROLES.Table}
    ]
    interface = QAccessible.queryAccessibleInterface(views[0])
    words = [interface.child(at).text(QAccessible.Text.Name) for at in range(60)]
    assert any("财政总收入" in word for word in words)
    assert any("256.94" in word for word in words)
