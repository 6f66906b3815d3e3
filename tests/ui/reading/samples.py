"""A small report with a broken line, a wide character, a mask and a glossary; and its figures."""

from __future__ import annotations

from dataclasses import replace

from hkreader.core.findings import Bound, Findings, Kind, Measurement, Status
from hkreader.core.report import Facts, ParagraphKind, RegionLevel, Source, Span
from hkreader.text import report_from_text
from hkreader.text.sentences import find_sentences

TEXT = """政府工作报告

某市市长　张三

各位代表：

　　现在，我代表市人民政府，向大会报告政府工作，请予审议。

一、2017年工作回顾

　　2017年，全市上下*推进改革。地区生产总值达到256.94亿元，同比
增长１８．０９％。预计全年完成投资5100亿元。

（一）经济平稳增长

　　产业发展势头良好。吉林𠮷野家落户，新增商业载体面积16.5万平方米，建成“雪亮工程”。新增就业3万人。

二、2018年主要工作

　　2018年，地区生产总值增长7%左右。继续建设“雪亮工程”二期。

名词解释

1.雪亮工程：公共安全视频监控建设联网应用。
2.工程：各类建设项目的统称。
"""


def report_of(text=TEXT):
    """Read the text; what only shows in long reports (title, broken lines) is put in by hand."""
    report = report_from_text(text, Source(None, "text", "utf-8", "0" * 64, len(text)))
    if text != TEXT:
        return report
    title, byline, *others = report.paragraphs
    broken = next(i for i, p in enumerate(others) if report.quote(p.span).endswith("同比"))
    first, second = others[broken : broken + 2]
    others[broken : broken + 2] = [replace(first, span=Span(first.span.start, second.span.end))]
    kept = [replace(title, kind=ParagraphKind.TITLE), replace(byline, kind=ParagraphKind.BYLINE)]
    paragraphs = [replace(p, number=number) for number, p in enumerate([*kept, *others], 1)]
    return replace(
        report,
        paragraphs=tuple(paragraphs),
        sentences=tuple(find_sentences(text, paragraphs)),
        facts=Facts("政府工作报告", "某市", RegionLevel.CITY, 2018, 2017),
    )


def figure(report, text, name="地区生产总值", status=Status.ACTUAL, **data):
    start = report.text.index(text)
    span = Span(start, start + len(text))
    values = {"kind": Kind.LEVEL, "bound": Bound.EXACT, "period": "2017", "unit": "元"} | data
    return Measurement(
        span=span, text=text, name=name, value=values.pop("value", 1.0), status=status, **values
    )


def findings_of(report):
    return Findings(
        measurements=(
            figure(report, "256.94亿元"),
            figure(report, "１８．０９％", kind=Kind.GROWTH, unit="%"),
            figure(report, "5100亿元", name="投资", status=Status.ESTIMATED),
            figure(report, "7%", status=Status.TARGET, kind=Kind.GROWTH, period="2018"),
        )
    )


def show(session, report):
    session.take(report)
    # The figures of these tests are given, not looked for.
    session._analysis_timer.stop()
