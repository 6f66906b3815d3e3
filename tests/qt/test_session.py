"""Wishes become facts, in the right order and once."""

from __future__ import annotations

import pytest

from hkreader.core.errors import FileEmpty, FileMissing, HkreaderError
from hkreader.core.findings import Bound, Findings, Kind, Measurement, Status
from hkreader.core.report import Source, Span
from hkreader.messages import Language, language
from hkreader.qt import work
from hkreader.text import read_report, report_from_text

TEXT = """政府工作报告

一、2017年工作回顾

地区生产总值100亿元，增长7%。

（一）经济平稳增长

新增就业3万人。

二、2018年主要工作

地区生产总值增长7%左右。
"""


@pytest.fixture
def report():
    return report_from_text(TEXT, Source(None, "text", "utf-8", "f" * 64, len(TEXT)))


@pytest.fixture
def findings():
    return Findings(measurements=tuple(figure(text) for text in ("100亿元", "7%", "3万人")))


def figure(text):
    start = TEXT.index(text)
    return Measurement(
        Span(start, start + len(text)),
        text,
        "地区生产总值",
        Kind.LEVEL,
        1.0,
        "元",
        Bound.EXACT,
        "2017",
        Status.ACTUAL,
    )


@pytest.fixture
def open_session(session, report, findings):
    session.take(report)
    session._analysis_timer.stop()
    session._take_findings(findings)
    return session


class Facts:
    """Writes down what a session tells, in order."""

    def __init__(self, session, *names):
        self.told = []
        for name in names:
            getattr(session, name).connect(self._note(name))

    def _note(self, name):
        return lambda *values: self.told.append((name, *values))

    def __getitem__(self, name):
        return [values for told, *values in self.told if told == name]


def test_the_text_comes_before_the_figures(qtbot, session, hongkou, monkeypatch):
    monkeypatch.setattr(work, "_analyse", lambda report, progress: Findings())
    facts = Facts(session, "report_opening", "report_opened", "findings_ready")
    with qtbot.waitSignal(session.findings_ready, timeout=10_000):
        session.open_builtin()
    assert [name for name, *_ in facts.told] == [
        "report_opening",
        "report_opened",
        "findings_ready",
    ]
    assert session.report.source.path == hongkou
    assert session.path is None, "the built-in report is no file of the user's"


def test_real_figures_of_the_built_in_report(qtbot, session):
    with qtbot.waitSignal(session.findings_ready, timeout=30_000):
        session.open_builtin()
    texts = {m.text for m in session.findings.measurements}
    assert {"256.94亿元", "18.09%"} <= texts


@pytest.mark.parametrize(
    ("content", "error"),
    [pytest.param(None, FileMissing, id="missing"), pytest.param(b"", FileEmpty, id="empty")],
)
def test_what_cannot_be_read_is_told_and_the_report_in_view_stays(
    qtbot, open_session, tmp_path, content, error
):
    path = tmp_path / "x.txt"
    if content is not None:
        path.write_bytes(content)
    before = open_session.report
    with qtbot.waitSignal(open_session.report_failed) as told:
        open_session.open_path(path)
    assert isinstance(told.args[0], error)
    assert open_session.report is before


@pytest.mark.complains
def test_what_nobody_foresaw_is_told_as_one_sentence_too(qtbot, session, monkeypatch, tmp_path):
    monkeypatch.setattr(work, "_read", lambda path, progress: 1 / 0)
    with qtbot.waitSignal(session.report_failed) as told:
        session.open_path(tmp_path / "x.txt")
    assert isinstance(told.args[0], HkreaderError)


def test_the_last_opened_wins(qtbot, session, hongkou, tmp_path, monkeypatch):
    monkeypatch.setattr(work, "_analyse", lambda report, progress: Findings())
    first, path = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(hongkou.read_bytes())
    path.write_text(TEXT, "utf-8")
    facts = Facts(session, "report_opened")
    session.open_path(first)
    session.open_path(path)
    with qtbot.waitSignal(session.findings_ready, timeout=10_000):
        pass
    assert [report.source.path for (report,) in facts["report_opened"]] == [path]


def test_a_report_read_before_is_there_at_once(qtbot, session, hongkou, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(hongkou.read_bytes())
    with qtbot.waitSignal(session.findings_ready, timeout=10_000):
        session.open_path(path)
    session.close_report()
    session.open_path(path)
    assert session.report is not None
    assert session.report.source.path == path


def test_a_jump_tells_span_section_figure_and_the_way_back(open_session):
    facts = Facts(
        open_session, "span_shown", "section_changed", "measurement_changed", "history_changed"
    )
    span = open_session.findings.measurements[2].span
    open_session.show_span(span, take_focus=True)
    assert facts["span_shown"] == [[span, True]]
    assert open_session.report.sections[facts["section_changed"][-1][0]].heading.startswith(
        ("（一）", "新增就业")
    )
    assert facts["measurement_changed"][-1] == [2]
    assert facts["history_changed"][-1] == [True, False]


def test_back_and_forward_light_the_same_characters(open_session):
    first, second, third = (m.span for m in open_session.findings.measurements)
    for span in (first, second, third):
        open_session.show_span(span)
    facts = Facts(open_session, "span_shown")
    open_session.go_back()
    open_session.go_back()
    open_session.go_forward()
    assert [span for span, _ in facts["span_shown"]] == [second, first, second]


def test_a_row_of_equal_steps_is_one_way_back(open_session):
    open_session.set_place(3)
    for _ in range(3):
        open_session.next_figure()
    facts = Facts(open_session, "span_shown")
    open_session.go_back()
    assert facts["span_shown"][0][0] == Span(3, 3)
    assert facts["span_shown"][0][1] is False


@pytest.mark.parametrize(
    ("step", "start", "text"),
    [
        pytest.param("next_section", 0, "一、2017年工作回顾", id="next section"),
        pytest.param("previous_section", -1, "二、2018年主要工作", id="previous section"),
        pytest.param("next_figure", 0, "100亿元", id="next figure"),
        pytest.param("previous_figure", -1, "3万人", id="previous figure"),
    ],
)
def test_steps(open_session, step, start, text):
    open_session.set_place(start % len(TEXT))
    facts = Facts(open_session, "span_shown")
    getattr(open_session, step)()
    assert TEXT[facts["span_shown"][0][0].start :].startswith(text)


def test_steps_reach_every_section_although_the_heading_is_not_at_the_top(open_session):
    """The pane shows what it is sent to in its middle: the place lies before it."""
    seen = []

    def pane(span, take_focus):
        seen.append(TEXT[span.start :].split("\n", maxsplit=1)[0])
        open_session.set_place(max(0, span.start - 20))
        open_session.set_caret(span.start)

    open_session.span_shown.connect(pane)
    for _ in range(4):
        open_session.next_section()
    assert seen == ["一、2017年工作回顾", "（一）经济平稳增长", "二、2018年主要工作"]


@pytest.mark.parametrize(
    ("number", "expected"), [(-3, 1), (1, 1), (4, 4), (999, None)], ids=["low", "1", "4", "high"]
)
def test_go_to_paragraph(open_session, number, expected):
    paragraphs = open_session.report.paragraphs
    facts = Facts(open_session, "span_shown")
    open_session.go_to_paragraph(number)
    start = paragraphs[-1 if expected is None else expected - 1].span.start
    assert facts["span_shown"] == [[Span(start, start), True]]


def test_the_place_comes_back_with_the_text(session, report):
    session.take(report)
    session.set_place(40)
    session.close_report()
    facts = Facts(session, "span_shown")
    session.take(report)
    session._analysis_timer.stop()
    assert facts["span_shown"] == [[Span(40, 40), False]]


def test_a_file_is_remembered_the_built_in_report_is_not(session, hongkou, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    session.take(read_report(path))
    assert session.settings.last_report == str(path)
    session.take(read_report(hongkou))
    session._analysis_timer.stop()
    assert session.settings.last_report == ""
    assert session.settings.recent == (path,)


def test_cancelling_the_analysis_leaves_the_text(qtbot, session, report, monkeypatch):
    def endless(report, progress):
        while True:
            progress(0, 1)

    monkeypatch.setattr(work, "_analyse", endless)
    session.take(report)
    with qtbot.waitSignal(session.job_progressed):
        session.analyse()
    with qtbot.waitSignals([session.job_finished, session.message_posted]):
        session.cancel_job()
    assert session.report is report
    assert session.findings is None


def test_closing_forgets(open_session):
    facts = Facts(open_session, "report_closed")
    open_session.close_report()
    assert facts["report_closed"] == [[]]
    assert open_session.report is None
    assert open_session.findings is None
    open_session.next_figure()
    open_session.show_span(Span(0, 1))


def test_looks_are_told_and_kept(session):
    facts = Facts(session, "zoom_changed", "theme_changed", "language_changed")
    session.set_zoom(140)
    session.set_zoom(140)
    session.set_theme("sepia")
    session.set_language(Language.EN)
    assert facts["zoom_changed"] == [[140]]
    assert len(facts["theme_changed"]) == len(facts["language_changed"]) == 1
    assert language() is Language.EN
    assert (session.settings.zoom, session.settings.theme) == (140, "sepia")
    assert session.settings.language is Language.EN
