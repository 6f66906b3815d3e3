"""Noise, glossary, masks and facts, each as a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from hkreader.core.report import RegionLevel, Report, Source
from hkreader.text import report_from_text
from hkreader.text.regions import named, regions, short_name

BODY = "全面贯彻各项决策部署，深入推进改革开放，扎实做好各方面工作，经济社会发展取得新的成绩，民生持续改善。"
LONG = BODY * 2


def read(text: str, name: str = "a.txt") -> Report:
    return report_from_text(text, Source(Path(name), "text", "utf-8", "", 0))


def noise_of(report: Report) -> str:
    return "|".join(report.quote(noise.span) for noise in report.noise)


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        pytest.param(
            "栏目\n某市2022年政府工作报告\n时间：2022-03-30 阅读：\n53\n内容摘要：\n各位代表：现在……\n"
            f"政府工作报告\n各位代表：\n{LONG}",
            "栏目\n某市2022年政府工作报告\n时间：2022-03-30 阅读：\n53|内容摘要：\n各位代表：现在……",
            id="page-head-and-abstract",
        ),
        pytest.param(
            f"2025年某省政府工作报告\n来源：某省日报\n省长 王某\n各位代表：\n{LONG}",
            "来源：某省日报",
            id="source-line",
        ),
        pytest.param(
            f"各位代表：\n{LONG}\n上一篇：旧闻\n下一篇：新闻\n相关文章\n某市公报",
            "上一篇：旧闻\n下一篇：新闻\n相关文章\n某市公报",
            id="page-foot",
        ),
        pytest.param(f"各位代表：\n{LONG}\n（责任编辑：某某）", "（责任编辑：某某）", id="editor"),
        pytest.param(
            f"各位代表：\n{LONG}\n附件：\n1．附件1：民生实事.doc",
            "附件：\n1．附件1：民生实事.doc",
            id="attached-files",
        ),
        pytest.param(f"各位代表：\n{LONG}\n谢谢大家！", "", id="none"),
    ],
)
def test_noise(text: str, noise: str) -> None:
    assert noise_of(read(text)) == noise


def test_the_second_copy_is_noise() -> None:
    lines = [f"第{number}条，{BODY}" for number in range(12)]
    copy = "\n".join(["各位代表：", *lines])
    report = read(f"{copy}\n菜单\n{copy}")
    assert noise_of(report) == f"菜单\n{copy}"


@pytest.mark.parametrize(
    ("entry", "name", "definition"),
    [
        pytest.param("◆“五个中心”:国际经济中心。", "五个中心", "国际经济中心。", id="diamond"),
        pytest.param("1.“六无”创建：无违建。", "六无创建", "无违建。", id="number"),
        pytest.param("[2] 雪亮工程：视频监控。", "雪亮工程", "视频监控。", id="bracket"),
        pytest.param("〔3〕两免一补：是指免杂费。", "两免一补", "是指免杂费。", id="shell"),
        pytest.param("【4】南延北伸:到园区。", "南延北伸", "到园区。", id="lenticular"),
        pytest.param("1.[三个收官]即实现脱贫。", "三个收官", "即实现脱贫。", id="term-in-brackets"),
        pytest.param("注1：海绵城市：雨洪管理。", "海绵城市", "雨洪管理。", id="note"),
        pytest.param("瞪羚企业：高成长企业。", "瞪羚企业", "高成长企业。", id="plain"),
        pytest.param("10.瞪羚企业是指高成长企业。", "瞪羚企业", "是指高成长企业。", id="verb"),
    ],
)
def test_glossary_entries(entry: str, name: str, definition: str) -> None:
    report = read(f"各位代表：\n一、工作回顾\n{LONG}\n名词解释\n{entry}")
    (term,) = report.glossary
    assert (term.name, term.definition) == (name, definition)
    assert report.quote(term.span) == entry


def test_the_longest_term_is_found_and_notes_lead_to_their_entry() -> None:
    entries = "名词解释\n[1]六无：甲。\n[2]“六无”创建：乙。"
    report = read(f"各位代表：\n一、回顾\n推进“六无”创建[2]和六无创建示范。{LONG}\n{entries}")
    shorter, longer = report.glossary
    assert [report.quote(use) for use in longer.occurrences] == ["六无”创建", "[2]", "六无创建"]
    assert shorter.occurrences == ()


@pytest.mark.parametrize(
    ("line", "masks"),
    [
        pytest.param("更好发挥作用,*推进供给侧改革", [("*", "深入")], id="one"),
        pytest.param(
            "推进政企**、事企**，推动改革", [("**", "分开"), ("**", "分开")], id="two-signs"
        ),
        pytest.param("*基层、*群众调查研究", [("*", "深入"), ("*", "深入")], id="list"),
        pytest.param("* 项目名称", [], id="bullet"),
        pytest.param("面积3*5米", [], id="times"),
        pytest.param("********", [], id="rule"),
    ],
)
def test_masks(line: str, masks: list[tuple[str, str]]) -> None:
    report = read(f"各位代表：\n{LONG}\n{line}")
    assert [(report.quote(mask.span), mask.suggestions[0]) for mask in report.masks] == masks


@pytest.mark.parametrize(
    ("text", "region", "level", "year", "speaker", "office"),
    [
        pytest.param(
            "政府工作报告\n虹口区区长 赵永峰\n各位代表:\n我代表虹口区人民政府报告。\n一、2017年工作回顾\n上海",
            "上海市虹口区", RegionLevel.COUNTY, 2018, "赵永峰", "虹口区区长", id="byline",
        ),
        pytest.param(
            "政府工作报告\n——2024年1月16日在亳州市第五届人民代表大会上\n市长  秦 凤 玉\n各位代表：",
            "安徽省亳州市", RegionLevel.CITY, 2024, "秦凤玉", "市长", id="assembly",
        ),
        pytest.param(
            "2025年1月14日在北京市第十六届人民代表大会上北京市市长 殷勇同志作政府工作报告。\n各位代表：",
            "北京市", RegionLevel.PROVINCE, 2025, "殷勇", "北京市市长", id="one-line",
        ),
        pytest.param(
            "各位代表：\n我代表国务院，向大会报告工作。\n一、２０１０年工作回顾",
            "全国", RegionLevel.NATIONAL, 2011, None, None, id="nation",
        ),
        pytest.param(
            "各位代表：\n我代表市人民政府报告工作。\n一、2023年工作回顾\n" + "深圳改革开放，深圳创新。" * 9,
            "广东省深圳市", RegionLevel.CITY, 2024, None, None, id="by-count",
        ),
    ],
)  # fmt: skip
def test_facts(
    text: str, region: str, level: RegionLevel, year: int, speaker: str | None, office: str | None
) -> None:
    facts = read(f"{text}\n{LONG}").facts
    assert (facts.region, facts.level, facts.year) == (region, level, year)
    assert (facts.speaker, facts.speaker_title) == (speaker, office)
    assert facts.review_year == year - 1


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("凉山彝族自治州", "凉山"),
        ("深圳市", "深圳"),
        ("易县", "易县"),
        ("广西壮族自治区", "广西"),
        ("锡林郭勒盟", "锡林郭勒"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short
    assert name in {region.name for region in named(short)}


def test_the_list_of_regions_is_whole() -> None:
    counts = {level: sum(r.level is level for r in regions()) for level in RegionLevel}
    assert counts[RegionLevel.PROVINCE] == 34
    assert counts[RegionLevel.CITY] > 330
    assert counts[RegionLevel.COUNTY] > 2800
