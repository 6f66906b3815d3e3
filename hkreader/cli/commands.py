"""The commands that print or write what is found in reports."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable

from hkreader.cli import DONE, FAILED
from hkreader.cli.arguments import Request
from hkreader.cli.documents import Document, Unpacking
from hkreader.cli.terminal import Meter, complain, say, word, write
from hkreader.core.errors import FileUnreadable, HkreaderError, HoldsMany
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

_Record = dict[str, object]


def run_command(request: Request) -> int:
    """Do the command of a checked request and give the exit status."""
    return _COMMANDS[request.command](request)


def _extract(request: Request) -> int:
    if "--text" in request:
        return _for_each(request, lambda document: document.read().text)
    several = len(request.files) > 1

    def lines(document: Document) -> str:
        findings = _analyse(document)[1]
        records = _left_out(findings) if "--explain" in request else _measured(findings)
        named = several or document.is_member
        return _json_lines(records, {"file": str(document.name)} if named else {})

    return _for_each(request, lines)


def _measured(findings: Findings) -> Iterable[_Record]:
    return (measurement_shape(item) for item in findings.measurements)


def _left_out(findings: Findings) -> Iterable[_Record]:
    return (unplaced_shape(item) for item in findings.unplaced)


def _json_lines(records: Iterable[_Record], head: _Record) -> str:
    return "".join(json.dumps(head | record, ensure_ascii=False) + "\n" for record in records)


def _outline(request: Request) -> int:
    return _for_each(request, lambda document: _json_text(outline_shape(document.read())))


def _findings(request: Request) -> int:
    return _for_each(request, lambda document: _json_text(findings_shape(*_analyse(document))))


def _json_text(record: _Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _export(request: Request) -> int:
    target = request.path_of("--output")
    found: list[tuple[Report, Findings]] = []

    def collect(document: Document) -> str:
        found.append(_analyse(document))
        return ""

    try:
        check_target(target, request.files)
        status = _for_each(request, collect)
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


def _for_each(request: Request, work: Callable[[Document], str]) -> int:
    """Write what `work` makes of each report; a bad one is named and does not stop the others."""
    status = DONE
    with Unpacking(request.options.get("--column", "")) as unpacking:
        waiting = deque(Document(path, path) for path in request.files)
        while waiting:
            document = waiting.popleft()
            try:
                outcome = _outcome(document, work, unpacking)
            except HkreaderError as error:
                say(explain(error))
            except OSError:
                say(explain(FileUnreadable(document.name)))
            except Exception:  # a mistake of ours over one file must not cost the others
                if "HKREADER_DEBUG" in os.environ:
                    raise
                say(explain(HkreaderError(document.name)))
            else:
                if isinstance(outcome, str):
                    write(outcome)
                else:
                    waiting.extendleft(reversed(outcome))
                continue
            status = FAILED
    return status


def _outcome(
    document: Document, work: Callable[[Document], str], unpacking: Unpacking
) -> str | list[Document]:
    """Give what `work` makes of a report, or of a collection the documents that are in it."""
    try:
        return work(document)
    except HoldsMany:
        return unpacking.members(document)


def _analyse(document: Document) -> tuple[Report, Findings]:
    report = document.read()
    return report, analyse(report)


_COMMANDS: dict[str, Callable[[Request], int]] = {
    "extract": _extract,
    "outline": _outline,
    "findings": _findings,
    "export": _export,
}
