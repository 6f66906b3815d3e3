import pytest

from hkreader.core.report import Span
from hkreader.ui.reading.hit_model import CONTEXT_ROLE, HitModel, context_of


def stretch_of(book, words):
    start = book.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "before", "number"),
    [
        ("雪亮工程", "吉林𠮷野家落户，新增商业载体面积16.5万平方米，建成“", 8),
        ("市长", "某市", None),
        ("地区生产总值", "", 6),
    ],
)
def test_context_begins_with_the_sentence(book, words, before, number):
    context = context_of(book, stretch_of(book, words))
    assert (context.before, context.words, context.number) == (before, words, number)
    assert not context.after.startswith(words)


def test_context_stays_in_its_paragraph(book):
    context = context_of(book, stretch_of(book, "继续建设"))
    assert context.after == "“雪亮工程”二期。"


def test_the_model_keeps_to_the_rules(book, qtmodeltester):
    model = HitModel()
    qtmodeltester.check(model)
    model.show_hits(book, [stretch_of(book, "雪亮工程"), stretch_of(book, "7%")])
    qtmodeltester.check(model)
    assert model.rowCount() == 2
    assert model.index(1, 0).data(CONTEXT_ROLE).words == "7%"
    assert "增长7%左右" in model.index(1, 0).data()
    assert model.index(5, 0).data() is None
