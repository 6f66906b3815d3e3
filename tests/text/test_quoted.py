import pytest

from hkreader.core.report import Source
from hkreader.text import read_report, report_from_text
from hkreader.text.quoted import quoted_terms


def report_of(text):
    return report_from_text(text, Source(None, "text", "utf-8", "0" * 64, len(text)))


def names(text):
    return [term.name for term in quoted_terms(report_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全面推行“一网通办”，深化“放管服”改革。", ["一网通办", "放管服"]),
        ("推行‘一网通办’和「放管服」。", ["一网通办", "放管服"]),
        ('推行"一网通办"改革。', ["一网通办"]),
        ("推行“一网通办”。优化“一网通办”。", ["一网通办"]),
        ("推行“一网\n通办”。优化“一网通办”。", ["一网通办"]),
        ("总书记强调“发展是第一要务”。", []),
        ("“撸起袖子加油干，把蓝图变为现实。”", []),
        ("荣获“全国文明城区”称号。", []),
        ("贯彻“《条例》”。", []),
        ("增长“10%”。", []),
        ("推行“一网通办改革。", []),
        ("没有引号。", []),
    ],
)
def test_terms_in_quotation_marks(text, found):
    assert names(text) == found


def test_places_are_the_words_without_the_marks(hongkou):
    report = read_report(hongkou)
    terms = quoted_terms(report)
    assert len(terms) > 10
    explained = {term.name for term in report.glossary}
    for term in terms:
        assert term.name not in explained
        assert not term.definition
        assert term.span == term.occurrences[0]
        for place in term.occurrences:
            assert "".join(report.quote(place).split()) == term.name
            assert report.text[place.start - 1] in '“‘「『〝"＂'
