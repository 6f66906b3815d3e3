"""Files appear whole or not at all, and say plainly when they cannot."""

import csv
import json
import os

import pytest

from hkreader.core.errors import Cancelled, EndingUnsupported, TargetBusy, TargetUnwritable
from hkreader.core.findings import Findings
from hkreader.export import TargetIsSource, write_export, write_table
from hkreader.export import files as files_module
from tests.findings_score import found
from tests.reports import GOLD, gold_report, report_of

NAME = "hongkou-2018"
ENDINGS = [".xlsx", ".csv", ".json", ".XLSX"]


@pytest.fixture
def findings_of():
    return [(gold_report(NAME), found(NAME))]


@pytest.mark.parametrize("ending", ENDINGS)
def test_only_the_target_is_left_and_a_second_export_replaces_it(tmp_path, findings_of, ending):
    target = tmp_path / f"结果{ending}"
    target.write_text("before")

    write_export(findings_of, target)
    write_export(findings_of, target)

    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.stat().st_size > 1000
    if os.name == "posix":
        assert target.stat().st_mode & 0o044


@pytest.mark.parametrize("ending", ENDINGS[:3])
@pytest.mark.parametrize("moment", [1, 2])
def test_cancelling_leaves_what_was_there(tmp_path, findings_of, ending, moment):
    target = tmp_path / f"out{ending}"
    target.write_text("before")
    calls = []

    def cancel(done, whole):
        calls.append((done, whole))
        if len(calls) == moment:
            raise Cancelled

    if ending == ".json" and moment == 2:
        findings_of = findings_of * 2
    if ending == ".csv" and moment == 2:
        findings_of = findings_of * 6
    with pytest.raises(Cancelled):
        write_export(findings_of, target, cancel)

    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.read_text() == "before"


def test_progress_runs_to_the_end(tmp_path, findings_of):
    calls = []
    write_export(
        findings_of, tmp_path / "out.xlsx", lambda done, whole: calls.append((done, whole))
    )

    assert calls[0][0] == 0
    assert calls[-1][0] == calls[-1][1]
    assert calls == sorted(calls)


@pytest.mark.parametrize("ending", [".doc", "", ".xls"])
def test_unknown_ending(tmp_path, findings_of, ending):
    with pytest.raises(EndingUnsupported):
        write_export(findings_of, tmp_path / f"out{ending}")


def test_missing_folder_and_folder_as_target(tmp_path, findings_of):
    with pytest.raises(TargetUnwritable):
        write_export(findings_of, tmp_path / "nowhere" / "out.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(TargetUnwritable):
        write_export(findings_of, tmp_path / "folder.xlsx")


@pytest.mark.parametrize("lock", [".~lock.out.xlsx#", "~$out.xlsx"])
def test_target_open_in_an_office_program(tmp_path, findings_of, lock):
    (tmp_path / "out.xlsx").write_text("before")
    (tmp_path / lock).write_text("")

    with pytest.raises(TargetBusy):
        write_export(findings_of, tmp_path / "out.xlsx")


def test_target_that_the_system_holds(tmp_path, findings_of, monkeypatch):
    def refuse(_draft, _target):
        raise PermissionError

    monkeypatch.setattr(files_module.Path, "replace", refuse)
    with pytest.raises(TargetBusy):
        write_export(findings_of, tmp_path / "out.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_failing_disk_leaves_nothing(tmp_path, findings_of, monkeypatch):
    def fail(_number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files_module.os, "fsync", fail)
    with pytest.raises(TargetUnwritable):
        write_export(findings_of, tmp_path / "out.json")
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_never_written_over(tmp_path):
    source = tmp_path / "report.csv"
    source.write_bytes((GOLD / NAME / "report.txt").read_bytes())
    report = report_of("一段文字。")

    with pytest.raises(TargetIsSource):
        files_module.check_target(source, [source])
    write_export([(report, Findings())], tmp_path / "other.csv")


def test_csv_opens_in_excel(tmp_path, findings_of):
    target = tmp_path / "out.csv"
    write_export(findings_of, target)

    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    head, first = rows[0], rows[2]
    assert head[:4] == ["序号", "章节", "指标", "数值"]
    assert first[2:7] == ["一般公共预算收入", "110.11", "亿元", "7.66", ""]
    assert len(rows) >= len(found(NAME).indicators)


def test_csv_of_a_view_and_without_formulas(tmp_path, findings_of):
    target = tmp_path / "tasks.csv"
    write_table("tasks", findings_of, target)

    rows = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
    assert rows[0][1:3] == ["领域", "任务"]
    assert len(rows) == len(found(NAME).tasks) + 1
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_json_holds_what_the_command_line_prints(tmp_path, findings_of):
    target = tmp_path / "out.json"
    write_export(findings_of, target)

    (report,) = json.loads(target.read_text("utf-8"))["reports"]
    assert report["region"] == "上海市虹口区"
    assert len(report["measurements"]) == len(found(NAME).measurements)
    assert {"rows", "targets", "tasks", "checks", "sections", "glossary"} <= report.keys()
