import openpyxl
import pytest

from hkreader.core.errors import FileMissing, FileTooLarge, GlossaryEmpty
from hkreader.core.report import Source
from hkreader.text import report_from_text
from hkreader.text.own_glossary import find_own_terms, read_glossary

ENTRIES = (("一网通办", "网上统一受理"), ("雪亮工程", "公共安全视频, 联网"))


def written(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('术语,解释\n一网通办,网上统一受理\n雪亮工程,"公共安全视频, 联网"\n', "utf-8-sig"),
        ('一网通办,网上统一受理\n雪亮工程,"公共安全视频, 联网"\n', "gbk"),
        ("一网通办\t网上统一受理\n雪亮工程\t公共安全视频, 联网\n", "utf-8"),
        ("一网通办;网上统一受理\r\n雪亮工程;公共安全视频, 联网\r\n", "utf-16"),
        (
            '序号,名词,出处,释义\n1,“一网通办”,某处,网上统一受理\n2,雪亮工程,,"公共安全视频, 联网"\n',
            "gbk",
        ),
        (
            'Term,Definition\n一网通办,网上统一受理\n\n雪亮工程,"公共安全视频, 联网"\n多余,\n',
            "utf-8",
        ),
    ],
)
def test_files_as_people_make_them(tmp_path, text, encoding):
    assert read_glossary(written(tmp_path / "名词.csv", text, encoding)) == ENTRIES


def test_a_spreadsheet(tmp_path):
    book = openpyxl.Workbook()
    for row in (("名词", "说明"), *ENTRIES):
        book.active.append(row)
    book.save(tmp_path / "名词.xlsx")
    assert read_glossary(tmp_path / "名词.xlsx") == ENTRIES


@pytest.mark.parametrize("text", ["", "只有一列\n两行\n", "术语,解释\n"])
def test_a_file_without_terms_is_told(tmp_path, text):
    with pytest.raises(GlossaryEmpty):
        read_glossary(written(tmp_path / "空.csv", text))


def test_what_cannot_be_read_is_told(tmp_path):
    with pytest.raises(FileMissing):
        read_glossary(tmp_path / "没有.csv")
    with (tmp_path / "大.csv").open("wb") as file:
        file.truncate(20 << 20)
    with pytest.raises(FileTooLarge):
        read_glossary(tmp_path / "大.csv")


def test_the_longest_term_wins_and_unused_ones_are_left_out():
    text = "全区推进雪亮工程建设，雪亮工程二期开工。" * 4_000
    report = report_from_text(text, Source(None, "text", "utf-8", "0" * 64, len(text)))
    entries = [("雪亮", "短"), ("雪亮工程", "中"), ("雪亮工程二期", "长"), ("没有用到", "无")]
    terms = {term.name: term for term in find_own_terms(report, entries, "我的.csv")}
    assert set(terms) == {"雪亮工程", "雪亮工程二期"}
    for name, term in terms.items():
        assert len(term.occurrences) == 4_000, "none is lost where slices meet"
        assert all(report.quote(place) == name for place in term.occurrences)
        assert term.source == "我的.csv"
