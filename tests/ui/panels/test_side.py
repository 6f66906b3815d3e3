import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hkreader.core.errors import FileEmpty, HkreaderError, TargetUnwritable
from hkreader.core.findings import Findings
from hkreader.messages import Language
from hkreader.ui.panels.page_state import PageState
from hkreader.ui.theme import Theme
from tests.models.factory import report_of, sample


def page_of(panel):
    return panel._page()


def test_an_empty_panel_builds_no_table_before_it_is_seen(session, qtbot):
    from hkreader.ui.panels.side import SidePanel

    panel = SidePanel(session)
    qtbot.addWidget(panel)

    assert not panel._pages
    assert panel.export_view() == "indicators"

    panel.show()
    qtbot.waitUntil(lambda: bool(panel._pages))


@pytest.mark.parametrize("name", ["indicators", "tasks", "targets", "checks"])
def test_a_tab_comes_into_view_with_the_keys(filled, name):
    filled.show_tab(name)

    assert filled.export_view() == name
    assert QApplication.focusWidget() is page_of(filled).table


def test_states_follow_the_session(panel, session):
    panel.show_tab("indicators")
    page = page_of(panel)
    assert page.state is PageState.NO_REPORT

    report, findings = sample()
    session.take(report)
    assert page.state is PageState.LOADING

    session._take_findings(findings)
    assert page.state is PageState.FILLED

    session.close_report()
    assert page.state is PageState.NO_REPORT

    session.find((report_of("没有数字。"), Findings()))
    assert page.state is PageState.EMPTY


@pytest.mark.parametrize("name", ["indicators", "tasks", "targets", "checks"])
def test_every_state_says_why(panel, session, name):
    panel.show_tab(name)
    page = page_of(panel)
    assert page._card._title.text() == "还没有打开报告"
    assert page._card._body.text()

    session.find((report_of("没有数字。"), Findings()))

    assert page._card._title.text()
    assert page._card._body.text()
    assert not page._card.button.isVisible()


def test_a_report_that_cannot_be_read_is_explained_with_a_way_on(panel, session, qtbot):
    panel.show_tab("indicators")
    session.fail(FileEmpty("空.txt"))
    page = page_of(panel)

    assert page.state is PageState.FAILED
    assert "空.txt" in page._card._body.text()

    qtbot.mouseClick(page._card.button, Qt.MouseButton.LeftButton)
    assert session.opened_builtin == 1


def test_an_error_before_the_table_was_built_is_told_too(panel, session):
    session.fail(FileEmpty("空.txt"))
    panel.show_tab("tasks")

    assert page_of(panel).state is PageState.FAILED


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (FileEmpty("other.txt"), PageState.LOADING),
        (HkreaderError("this.txt"), PageState.FAILED),
    ],
    ids=["another-file", "analysis"],
)
def test_a_report_in_view_keeps_waiting_unless_its_own_analysis_failed(
    panel, session, error, state
):
    panel.show_tab("indicators")
    session.take(sample()[0])

    session.fail(error)

    assert page_of(panel).state is state


def test_a_failed_export_leaves_the_rows(filled, session):
    session.fail(TargetUnwritable("x.xlsx"))

    assert page_of(filled).state is PageState.FILLED


def test_findings_that_come_while_a_tab_is_hidden_are_there_when_it_shows(filled, session):
    filled.show_tab("tasks")
    session.find((report_of("没有数字。"), Findings()))
    session.find(sample())

    filled.show_tab("indicators")

    assert page_of(filled).state is PageState.FILLED
    assert len(page_of(filled).model.rows) == 13


def test_find_means_the_filter_while_the_panel_has_the_keys(filled, qtbot):
    window_find = QShortcut(QKeySequence("Ctrl+F"), filled.window())
    heard = []
    window_find.activated.connect(lambda: heard.append("window"))

    qtbot.keyClick(page_of(filled).table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert heard == []


def test_focus_filter_before_anything_was_shown(session, qtbot):
    from hkreader.ui.panels.side import SidePanel

    panel = SidePanel(session)
    qtbot.addWidget(panel)

    panel.focus_filter()

    assert list(panel._pages) == ["indicators"]


def test_words_follow_the_language(filled, session):
    session.set_language(Language.EN)

    assert [filled._tabs.tabText(i) for i in range(3)] == ["Indicators", "Tasks", "Targets"]
    assert page_of(filled).filter_bar._count.text() == "12 indicators"
    assert page_of(filled).table.accessibleName() == "Indicators"


def test_the_row_in_view_survives_another_language_and_theme(filled, session):
    table = page_of(filled).table
    table.select_node(page_of(filled).model.rows[3])

    session.set_language(Language.EN)
    session.set_theme("dark")

    assert table.current_row() is page_of(filled).model.rows[3]


def test_everything_has_a_name(filled):
    for name in ("indicators", "tasks", "targets", "checks"):
        filled.show_tab(name)
        unnamed = [
            type(widget).__name__
            for widget in filled.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        # Qt's own parts of a box, a tree and a splitter are reached through their owners.
        assert not [name for name in unnamed if not name.startswith(("QScrollBar", "QSplitter"))]


def test_tab_visits_filter_table_and_words_in_reading_order(filled, qtbot):
    page = page_of(filled)
    page.filter_bar.focus_box()
    visited = [QApplication.focusWidget()]
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())

    order = [
        visited.index(w) for w in (page.filter_bar._box, page.filter_bar._sections, page.table)
    ]
    assert order == sorted(order)
    assert visited.index(page.detail) > visited.index(page.table)


@pytest.fixture
def themed():
    before = Theme.current().name
    yield Theme.use
    Theme.use(before)


@pytest.mark.parametrize(
    ("theme", "width"), [("light", 300), ("sepia", 420), ("dark", 900), ("light", 420)]
)
def test_every_tab_draws_in_every_theme_and_width(filled, themed, theme, width):
    panel, colours = filled, themed(theme)
    panel.resize(width, 700)
    for name in ("indicators", "tasks", "targets", "checks"):
        panel.show_tab(name)
        page = page_of(panel)
        page.table.header().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        page.table.select_first()
        QApplication.processEvents()
        viewport = page.table.viewport()
        row = page.table.visualRect(page.table.currentIndex())
        image = viewport.grab().toImage()
        seen = {
            image.pixelColor(x, y).name()
            for x in range(viewport.width())
            for y in range(row.top(), row.bottom(), 2)
        }

        assert colours.colour("selection").name() in seen
        assert colours.colour("accent").name() in seen
        assert len(seen) > 3, "nothing is written on the row"
