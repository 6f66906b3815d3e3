import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkreader.core.report import Source
from hkreader.text import read_report, report_from_text
from hkreader.text.alignment import Alignment, align

THIS = """一、2017年工作回顾
（一）经济平稳增长
工业增加值增长，财政收入提高。
（二）教育事业发展
新建学校，教师队伍壮大，学生入学方便。
（三）生态环境改善
河道整治，空气质量提高，绿地增加。
二、2018年主要工作
（一）推动经济高质量
工业园区建设，财政收入目标。
（二）办好教育
学校建设，教师培训，学生资助。
"""
OTHER = """一、过去一年的主要成绩
（一）学有所教，学校和教师条件改善
新建学校，学生入学方便，教师队伍待遇。
（二）天更蓝水更清
河道整治，空气质量，绿地建设。
二、今年的工作安排
（一）加快教育现代化
学校布局，教师交流，学生体质。
三、加强政府自身建设
依法行政，廉洁从政。
"""


def report_of(text):
    return report_from_text(text, Source(None, "text", "utf-8", "0" * 64, len(text)))


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("一、2017年工作回顾", "一、过去一年的主要成绩"),
        ("（二）教育事业发展", "（一）学有所教"),
        ("（三）生态环境改善", "（二）天更蓝水更清"),
        ("二、2018年主要工作", "二、今年的工作安排"),
        ("（二）办好教育", "（一）加快教育现代化"),
    ],
)
def test_sections_answer_to_each_other_by_what_they_speak_of(here, there):
    alignment = align(report_of(THIS), report_of(OTHER))
    assert alignment.across(THIS.index(here)) == OTHER.index(there)
    assert alignment.back(OTHER.index(there)) == THIS.index(here)


def test_a_report_answers_to_itself_everywhere(hongkou):
    report = read_report(hongkou)
    alignment = align(report, report)
    assert alignment.headings == len(report.sections)
    for offset in range(0, len(report.text), 97):
        assert alignment.across(offset) == offset


def test_without_headings_places_go_by_proportion():
    alignment = align(report_of("虹口区。" * 100), report_of("罗湖区。" * 200))
    assert alignment.across(200) == 400
    assert alignment.back(400) == 200


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=9),
    st.lists(st.integers(0, 120), min_size=2, max_size=9),
)
def test_the_order_of_places_is_kept(places, offsets):
    firsts, seconds = (sorted(column) for column in zip(*places, strict=True))
    alignment = Alignment(tuple(zip(firsts, seconds, strict=True)))
    carried = [alignment.across(offset) for offset in sorted(offsets)]
    assert carried == sorted(carried)
    assert all(min(seconds) <= place <= max(seconds) for place in carried)
