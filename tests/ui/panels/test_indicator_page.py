import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from hkreader.core.findings import Status
from hkreader.models.indicator_model import IndicatorColumn
from hkreader.models.nodes import GroupNode
from hkreader.ui.panels.page_state import PageState
from tests.models.factory import gold

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(filled):
    return filled._page()


def row_named(page, name, nth=0):
    return [row for row in page.model.rows if row.record.indicator.name == name][nth]


def choose(page, name, column=0):
    index = page.proxy.index_of(row_named(page, name), column)
    page.table.setCurrentIndex(index)
    return index


def middle_of(page, index):
    return page.table.visualRect(index).center()


def current_name(page):
    row = page.table.current_row()
    return None if row is None else row.record.indicator.name


class TestJumps:
    def test_enter_lights_the_exact_characters_and_keeps_the_keys(self, page, session, qtbot):
        choose(page, "一般公共预算收入")
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

        assert session.quoted() == [("110.11亿元", False)]
        assert QApplication.focusWidget() is page.table

    def test_control_enter_asks_for_the_text(self, page, session, qtbot):
        choose(page, "一般公共预算收入")
        qtbot.keyClick(page.table, Qt.Key.Key_Return, CONTROL)

        assert session.quoted() == [("110.11亿元", True)]

    def test_a_click_on_the_growth_lights_the_growth(self, page, session, qtbot):
        index = page.proxy.index_of(row_named(page, "一般公共预算收入"), IndicatorColumn.GROWTH)
        qtbot.mouseClick(
            page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(page, index)
        )

        assert session.quoted() == [("7.66%", False)]

    def test_a_double_click_goes_there(self, page, session, qtbot):
        index = page.proxy.index_of(row_named(page, "亿元楼"))
        viewport = page.table.viewport()
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle_of(page, index))
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=middle_of(page, index))

        assert session.quoted()[-1] == ("30幢", True)

    def test_choosing_many_rows_by_mouse_jumps_nowhere(self, page, session, qtbot):
        viewport = page.table.viewport()
        for name in ("亿元楼", "独立核算企业"):
            place = middle_of(page, page.proxy.index_of(row_named(page, name)))
            qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, CONTROL, place)

        assert len(page.table.selected_rows()) == 2
        assert session.shown == []

    def test_enter_on_a_heading_lights_the_heading(self, page, session, qtbot):
        page.table.setCurrentIndex(page.proxy.index_of(page.model.groups[1]))
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

        assert session.quoted()[0][0].startswith("(一)经济综合实力")

    def test_moving_between_rows_jumps_nowhere(self, page, session, qtbot):
        choose(page, "一般公共预算收入")
        for _ in range(4):
            qtbot.keyClick(page.table, Qt.Key.Key_Down)

        assert session.shown == []
        assert current_name(page) == "旧改征收"

    def test_a_figure_in_the_detail_leads_to_the_text(self, page, session):
        choose(page, "一般公共预算收入")
        link = page.detail.toHtml().split('href="')[2].split('"')[0]
        page.detail._on_anchor_clicked(QUrl(link))

        assert session.quoted() == [("7.66%", False)]


class TestFollowing:
    def test_the_figure_at_the_caret_selects_its_row_without_taking_the_keys(
        self, filled, page, session
    ):
        filled.focus_filter()
        focused = QApplication.focusWidget()

        session.set_caret(session.report.text.index("21万平方米") + 1)

        assert page.table.selected_rows() == [row_named(page, "旧改征收", 1)]
        assert QApplication.focusWidget() is focused
        assert session.shown == []

    def test_a_row_far_away_scrolls_into_view(self, page, session):
        session.find(gold())
        last = session.findings.measurements[-1]

        session.set_caret(last.span.start)

        index = page.proxy.index_of(page.table.current_row())
        assert page.table.viewport().rect().contains(page.table.visualRect(index).center())

    def test_a_chosen_row_among_many_stays_among_them(self, page, session, qtbot):
        choose(page, "一般公共预算收入")
        qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
        qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
        assert len(page.table.selected_rows()) == 3

        session.set_caret(session.report.text.index("110.11"))

        assert len(page.table.selected_rows()) == 3

    def test_a_folded_heading_opens(self, page, session):
        page.table.folds.fold_all()

        session.set_caret(session.report.text.index("8000户"))

        assert page.table.isExpanded(page.proxy.index_of(page.model.groups[-1]))

    def test_a_row_that_the_filter_hides_is_told(self, page, session):
        page.filter_bar._chips[Status.TARGET].click()

        session.set_caret(session.report.text.index("110.11"))
        assert "筛选隐藏" in page.filter_bar._count.text()

        session.set_caret(session.report.text.index("8000户"))
        assert "筛选隐藏" not in page.filter_bar._count.text()

    def test_a_hidden_page_catches_up_when_it_shows(self, filled, page, session):
        filled.show_tab("tasks")
        session.set_caret(session.report.text.index("30幢"))
        assert page.table.current_row() is None

        filled.show_tab("indicators")

        assert current_name(page) == "亿元楼"


class TestFilter:
    def test_typing_in_the_table_goes_to_the_filter(self, page, qtbot):
        page.table.setFocus()
        qtbot.keyClicks(page.table, "3")

        assert QApplication.focusWidget() is page.filter_bar._box
        assert page.filter_bar._box.text() == "3"
        assert page.filter_bar._box.selectedText() == ""

    @pytest.mark.parametrize("mark", ["/", "、"])
    def test_a_slash_only_gives_the_keys(self, page, mark):
        page.table.setFocus()
        event = QInputMethodEvent("", [])
        event.setCommitString(mark)
        QApplication.sendEvent(page.table, event)

        assert QApplication.focusWidget() is page.filter_bar._box
        assert page.filter_bar._box.text() == ""

    def test_words_from_an_input_method_go_to_the_filter(self, page, qtbot):
        page.table.setFocus()
        event = QInputMethodEvent("", [])
        event.setCommitString("收入")
        QApplication.sendEvent(page.table, event)

        qtbot.waitUntil(lambda: len(page.proxy.shown_rows()) == 2)
        assert page.filter_bar._count.text() == "12 项指标 · 显示 2"

    def test_down_leads_from_the_filter_to_the_first_row(self, page, qtbot):
        page.filter_bar.focus_box("收入")
        qtbot.keyClick(page.filter_bar._box, Qt.Key.Key_Down)

        assert QApplication.focusWidget() is page.table
        assert current_name(page) == "一般公共预算收入"

    def test_escape_clears_then_returns(self, page, qtbot):
        page.filter_bar.focus_box("收入")
        qtbot.keyClick(page.filter_bar._box, Qt.Key.Key_Escape)

        assert not page.proxy.row_filter
        assert QApplication.focusWidget() is page.filter_bar._box

        qtbot.keyClick(page.filter_bar._box, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is page.table

    def test_escape_in_the_table_clears_the_filter(self, page, qtbot):
        page.filter_bar._chips[Status.TARGET].click()
        page.table.setFocus()
        qtbot.keyClick(page.table, Qt.Key.Key_Escape)

        assert not page.proxy.row_filter
        assert not page.filter_bar._chips[Status.TARGET].isChecked()

    def test_a_filter_that_hides_all_offers_to_be_cleared(self, page, qtbot):
        page.filter_bar.focus_box("没有这个词")
        qtbot.waitUntil(lambda: page.state is PageState.HIDDEN)

        qtbot.mouseClick(page._card.button, Qt.MouseButton.LeftButton)

        assert page.state is PageState.FILLED
        assert QApplication.focusWidget() is page.table

    def test_chips_add_up(self, page):
        page.filter_bar._chips[Status.TARGET].click()
        page.filter_bar._chips[Status.ESTIMATED].click()

        assert {row.record.indicator.status for row in page.proxy.shown_rows()} == {
            Status.TARGET,
            Status.ESTIMATED,
        }

    def test_doubtful_rows_can_be_gathered(self, page):
        page.filter_bar._chips["doubt"].click()

        assert [row.record.indicator.name for row in page.proxy.shown_rows()] == ["细颗粒物浓度"]

    def test_a_section_can_be_chosen(self, page):
        combo = page.filter_bar._sections
        combo.setCurrentIndex(combo.findText("(二)生态环境持续改善", Qt.MatchFlag.MatchContains))

        assert len(page.proxy.shown_rows()) == 2

    def test_the_row_in_view_stays(self, page, qtbot):
        choose(page, "空气质量优良率")
        page.filter_bar.focus_box("优良")
        qtbot.waitUntil(lambda: len(page.proxy.shown_rows()) == 2)

        assert current_name(page) == "空气质量优良率"

    def test_another_report_starts_without_a_filter(self, page, session, qtbot):
        page.filter_bar._chips[Status.TARGET].click()

        session.find(gold())

        assert not page.proxy.row_filter
        assert len(page.proxy.shown_rows()) == len(page.model.rows)


class TestOrder:
    def click_head(self, page, qtbot, column):
        header = page.table.header()
        place = QPoint(header.sectionViewportPosition(column) + 20, 10)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def test_a_third_click_brings_text_order_back(self, page, qtbot):
        shown = []
        for _ in range(3):
            self.click_head(page, qtbot, IndicatorColumn.VALUE)
            index = page.proxy.index(0, 0)
            shown.append(index.data())

        assert shown == ["国有企业改制", "商品销售总额", "一、2017年工作回顾"]

    def test_the_row_in_view_stays(self, page, qtbot):
        choose(page, "亿元楼")
        self.click_head(page, qtbot, IndicatorColumn.NAME)

        assert current_name(page) == "亿元楼"
        assert page.table.selected_rows() == [row_named(page, "亿元楼")]

    def test_headings_stay_folded_over_sorting(self, page, qtbot):
        group = page.model.groups[1]
        page.table.collapse(page.proxy.index_of(group))
        for _ in range(3):
            self.click_head(page, qtbot, IndicatorColumn.NAME)

        key = group.key
        groups = {g.key: page.table.isExpanded(page.proxy.index_of(g)) for g in page.model.groups}
        assert groups.pop(key) is False
        assert all(groups.values())


class TestHeadings:
    def test_left_and_right_fold_and_unfold(self, page, qtbot):
        choose(page, "亿元楼")
        qtbot.keyClick(page.table, Qt.Key.Key_Left)
        node = page.proxy.node(page.table.currentIndex())
        assert isinstance(node, GroupNode)

        qtbot.keyClick(page.table, Qt.Key.Key_Left)
        assert not page.table.isExpanded(page.table.currentIndex())

        qtbot.keyClick(page.table, Qt.Key.Key_Right)
        assert page.table.isExpanded(page.table.currentIndex())

    def test_a_click_on_the_arrow_folds_and_does_not_jump(self, page, session, qtbot):
        index = page.proxy.index_of(page.model.groups[0])
        place = QPoint(8, page.table.visualRect(index).center().y())
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

        assert not page.table.isExpanded(index)
        assert session.shown == []

    def test_all_are_open_at_first(self, page):
        assert all(page.table.isExpanded(page.proxy.index_of(g)) for g in page.model.groups)


class TestDetail:
    def test_sentence_and_all_figures(self, page):
        choose(page, "旧改征收")
        words = page.detail.toPlainText()

        assert "完成旧改征收6500户、21万平方米。" in words
        assert words.count("21万平方米") == 2
        assert "第 6 段" in words

    def test_doubt_is_explained(self, page):
        choose(page, "细颗粒物浓度")

        assert "存疑：" in page.detail.toPlainText()

    def test_markup_in_a_report_stays_text(self, page, session):
        from hkreader.core.findings import Findings
        from tests.models.factory import indicators_of, measure, report_of

        report = report_of("一、工作回顾\n完成<b>&改造3家。\n")
        figure = measure(report, "3家", "<i>改造</i>")
        session.find((report, Findings((figure,), indicators_of(report, [figure]))))
        page.table.select_node(page.model.rows[0])

        assert "完成<b>&改造3家。" in page.detail.toPlainText()
        assert "<i>改造</i>" in page.detail.toPlainText()


class TestCopy:
    def test_rows_go_to_the_clipboard_as_text_and_table(self, page, qtbot):
        choose(page, "一般公共预算收入")
        qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
        qtbot.keyClick(page.table, Qt.Key.Key_C, CONTROL)

        data = QApplication.clipboard().mimeData()
        assert data.text().splitlines()[0].split("\t") == [
            *("一般公共预算收入", "", "110.11", "亿元", "7.66", "%", "同口径", "2017", "完成")
        ]
        assert data.text().count("\n") == 2
        assert data.html().count("<tr>") == 2

    def test_rows_are_copied_from_top_to_bottom(self, page, qtbot):
        choose(page, "亿元楼")
        qtbot.keyClick(page.table, Qt.Key.Key_Up, SHIFT)
        page.copy(with_header=True)

        names = [line.split("\t")[0] for line in QApplication.clipboard().text().splitlines()]
        assert names == ["指标", "独立核算企业", "亿元楼"]

    def test_nothing_chosen_leaves_the_clipboard_alone(self, page):
        QApplication.clipboard().setText("mine")
        page.table.clearSelection()
        page.copy()

        assert QApplication.clipboard().text() == "mine"


class TestMenu:
    def test_everything_can_be_done_by_name(self, page, session):
        from hkreader.ui.panels.table_menu import TableMenu

        choose(page, "一般公共预算收入")
        menu = TableMenu(page, page)
        actions = {action.text().partition("\t")[0]: action for action in menu.actions()}
        orders = {a.text(): a for a in actions["排序"].menu().actions()}

        actions["转到原文"].trigger()
        assert session.quoted() == [("110.11亿元", True)]

        actions["连同表头复制"].trigger()
        assert QApplication.clipboard().text().startswith("指标\t")

        orders["增速/增减"].trigger()
        assert page.proxy.index(0, 0).data() == "细颗粒物浓度"

        orders["按原文顺序"].trigger()
        assert page.model.grouped

        actions["收起全部章节"].trigger()
        assert not page.table.isExpanded(page.proxy.index(0, 0))
        menu.deleteLater()
