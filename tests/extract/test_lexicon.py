import pytest

from hkreader.extract import lexicon


def test_words_tile_the_text():
    text = "提高企业退休人员基本养老金"

    assert "".join(word for word, _ in lexicon.words(text)) == text


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [("提高企业退休人员基本养老金", "企业退休人员基本养老金"), ("北外滩", "北外滩")],
)
def test_object_of(clause, wanted):
    assert lexicon.object_of(clause) == wanted


def test_cuts_as_jieba_itself_does():
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    text = "一般公共预算收入同口径增长,新增养老床位和社区老年人助餐服务点"

    assert [word for word, _ in lexicon.words(text)] == tokenizer.lcut(text, HMM=False)
