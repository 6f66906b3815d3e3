import pytest
from PySide6.QtCore import Qt

from hkreader.messages import Language, set_language
from hkreader.ui.reading.states import State, StatePage


@pytest.fixture
def states(qtbot):
    states = StatePage()
    qtbot.addWidget(states)
    states.resize(800, 600)
    states.show()
    return states


def test_empty_says_what_to_do_and_offers_the_built_in_report(states, qtbot):
    assert states.title.text() == "还没有打开报告"
    assert "Ctrl+O" in states.sentence.text()
    assert not states.retry_button.isVisible()
    with qtbot.waitSignal(states.builtin_wished):
        qtbot.mouseClick(states.builtin_button, Qt.MouseButton.LeftButton)


def test_opening_draws_lines_where_the_text_will_be(states):
    before = states.grab().toImage()
    states.show_opening("报告.txt")
    after = states.grab().toImage()
    assert not states.title.isVisible()
    assert not states.builtin_button.isVisible()
    assert before != after
    assert states.accessibleName() == "正在打开“报告.txt”"
    assert len({after.pixelColor(400, y).name() for y in range(100, 500)}) > 1


def test_a_failure_keeps_a_way_on(states, qtbot):
    states.show_failure("找不到“报告.txt”。")
    assert states.state is State.FAILED
    assert states.sentence.text() == "找不到“报告.txt”。"
    assert states.accessibleDescription() == "找不到“报告.txt”。"
    with qtbot.waitSignal(states.retry_wished):
        qtbot.mouseClick(states.retry_button, Qt.MouseButton.LeftButton)


def test_no_sentence_is_cut_off(states):
    states.show_failure("这是一句很长的话，" * 20)
    assert states.sentence.height() >= states.sentence.heightForWidth(states.sentence.width())


def test_words_follow_the_language(states):
    set_language(Language.EN)
    states.dress()
    assert states.title.text() == "No report is open"
