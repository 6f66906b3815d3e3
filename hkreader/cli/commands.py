"""The commands that print or write what is found in reports."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from hkreader.cli import DONE, FAILED
from hkreader.cli.arguments import Request
from hkreader.cli.terminal import Meter, complain, say, word, write
from hkreader.core.errors import FileUnreadable, HkreaderError
from hkreader.core.findings import Findings
from hkreader.core.report import Report
from hkreader.export import check_target, write_export
from hkreader.export.shapes import (
    findings_shape,
    measurement_shape,
    outline_shape,
    unplaced_shape,
)
from hkreader.extract import analyse
from hkreader.messages import explain
from hkreader.text import read_report

_Record = dict[str, object]


def run_command(request: Request) -> int:
    """Do the command of a checked request and give the exit status."""
    return _COMMANDS[request.command](request)


def _extract(request: Request) -> int:
    if "--text" in request:
        return _for_each(request.files, lambda path: read_report(path).text)
    several = len(request.files) > 1

    def lines(path: Path) -> str:
        findings = _analyse(path)[1]
        records = _left_out(findings) if "--explain" in request else _measured(findings)
        return _json_lines(records, {"file": str(path)} if several else {})

    return _for_each(request.files, lines)


def _measured(findings: Findings) -> Iterable[_Record]:
    return (measurement_shape(item) for item in findings.measurements)


def _left_out(findings: Findings) -> Iterable[_Record]:
    return (unplaced_shape(item) for item in findings.unplaced)


def _json_lines(records: Iterable[_Record], head: _Record) -> str:
    return "".join(json.dumps(head | record, ensure_ascii=False) + "\n" for record in records)


def _outline(request: Request) -> int:
    return _for_each(request.files, lambda path: _json_text(outline_shape(read_report(path))))


def _findings(request: Request) -> int:
    return _for_each(request.files, lambda path: _json_text(findings_shape(*_analyse(path))))


def _json_text(record: _Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _export(request: Request) -> int:
    target = request.path_of("--output")
    found: list[tuple[Report, Findings]] = []

    def collect(path: Path) -> str:
        found.append(_analyse(path))
        return ""

    try:
        check_target(target, request.files)
        status = _for_each(request.files, collect)
        if found:
            write_export(found, target, Meter())
            write(word("cli.exported", path=target) + "\n")
    except HkreaderError as error:
        say(explain(error))
        return FAILED
    except KeyboardInterrupt:
        complain("cli.cancelled")
        raise
    return status


def _for_each(files: list[Path], work: Callable[[Path], str]) -> int:
    """Write what `work` makes of each file; a bad one is named and does not stop the others."""
    status = DONE
    for path in files:
        try:
            result = work(path)
        except HkreaderError as error:
            say(explain(error))
        except OSError:
            say(explain(FileUnreadable(path)))
        except Exception:  # a mistake of ours over one file must not cost the others
            if "HKREADER_DEBUG" in os.environ:
                raise
            say(explain(HkreaderError(path)))
        else:
            write(result)
            continue
        status = FAILED
    return status


def _analyse(path: Path) -> tuple[Report, Findings]:
    report = read_report(path)
    return report, analyse(report)


_COMMANDS: dict[str, Callable[[Request], int]] = {
    "extract": _extract,
    "outline": _outline,
    "findings": _findings,
    "export": _export,
}
