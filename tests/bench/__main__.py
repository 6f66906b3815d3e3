"""How fast the reader is, as ratios to what the same machine does bare: `python tests/bench [NAME…]`.

Each pair is measured in turns within one run, and its medians are divided: a slow or busy machine
slows both. Ends with status 1 where a ratio is over its bound.
"""

from __future__ import annotations

import itertools
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
PACKAGED = ROOT / "dist" / "hkreader" / ("hkreader-cli.exe" if os.name == "nt" else "hkreader")
REPORT = ROOT / "resources" / "reports" / "hongkou-2018.txt"
ROUNDS = 9

A = TypeVar("A")
B = TypeVar("B")

BARE_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)

    def tell(self):
        painted = time.monotonic()
        from hkreader.qt.process_clock import milliseconds_since_start
        print(milliseconds_since_start() - 1000 * (time.monotonic() - painted), flush=True)
        QApplication.quit()

application = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One measured pair with the bound it has to keep."""

    name: str
    ours: float
    bare: float
    bound: float

    @property
    def kept(self) -> bool:
        return self.ours <= self.bound * self.bare

    def __str__(self) -> str:
        mark = "ok  " if self.kept else "OVER"
        ratio = f"{self.ours / self.bare:5.2f} (bound {self.bound:.2f})"
        return f"{mark} {ratio}  {self.ours:7.1f} ms to {self.bare:7.1f} ms  {self.name}"


def start() -> Iterator[Ratio]:
    """Start to the painted window and to the painted report, beside a window with nothing in it."""
    bare, milestones = in_turns(bare_window, lambda: self_test(sys.executable, "-m", "hkreader"))
    floor = median(bare)
    for name, bound in (("window_painted", 1.7), ("report_painted", 2.0)):
        ours = median(times[name] for times in milestones)
        yield Ratio(f"start to {name} : bare window", ours, floor, bound)


def packaged() -> Iterator[Ratio]:
    """Start of the packaged program beside the start from source."""
    if not PACKAGED.exists():
        print(f"skip packaged: no {PACKAGED} (python3 packaging/build.py makes it)")
        return
    source, program = in_turns(
        lambda: self_test(sys.executable, "-m", "hkreader"), lambda: self_test(str(PACKAGED))
    )
    for name in ("window_painted", "report_painted"):
        ours, bare = (median(times[name] for times in runs) for runs in (program, source))
        yield Ratio(f"packaged start to {name} : from source", ours, bare, 1.3)


def analysis() -> Iterator[Ratio]:
    """All that is found in a report, beside cutting its text into words."""
    import jieba

    from hkreader.extract import analyse, lexicon
    from hkreader.text import read_report

    lexicon.load()
    report = read_report(REPORT)
    analyse(report)
    ours, cut = in_turns(timed(lambda: analyse(report)), timed(lambda: jieba.lcut(report.text)))
    yield Ratio("analysis : jieba.lcut of the text", median(ours), median(cut), 2.0)


def export() -> Iterator[Ratio]:
    """The whole workbook, beside bare openpyxl writing the same cells and links."""
    from openpyxl import load_workbook

    from hkreader.export import write_export
    from hkreader.extract import analyse
    from hkreader.text import read_report

    report = read_report(REPORT)
    findings = analyse(report)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "ours.xlsx")
        write_export([(report, findings)], target)
        sheets = cells_of(load_workbook(target))
        ours, bare = in_turns(
            timed(lambda: write_export([(report, findings)], target)),
            timed(lambda: write_bare(sheets, Path(folder, "bare.xlsx"))),
        )
    cells = sum(len(row) for rows in sheets.values() for row in rows)
    yield Ratio(f"workbook of {cells} cells : bare openpyxl", median(ours), median(bare), 1.2)


def launcher() -> Iterator[Ratio]:
    """The set-up script when all is set up, beside starting the reader without it."""
    script = [sys.executable, str(ROOT / "packaging" / "start.py"), "--version"]
    plain = [sys.executable, "-m", "hkreader", "--version"]
    ours, bare = in_turns(timed(lambda: run(script)), timed(lambda: run(plain)))
    cost = median(ours) - median(bare)
    yield Ratio("set-up script, second time : a tenth of a second", cost, 100.0, 1.0)


def full_store() -> Iterator[Ratio]:
    """Start with 50,000 decisions over 500 reports in the store, beside a start without any."""
    from hkreader.library.place import store_path
    from hkreader.library.store import Store

    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as full:
        path = store_path(Path(full, "hkreader"), Path(full))
        with Store(path) as filled:
            fill(filled)
        with_it, without = in_turns(
            lambda: self_test(sys.executable, "-m", "hkreader", home=full),
            lambda: self_test(sys.executable, "-m", "hkreader", home=empty),
        )
    for name in ("window_painted", "report_painted", "indicators_shown"):
        ours, bare = (median(times[name] for times in runs) for runs in (with_it, without))
        yield Ratio(f"start to {name} with a full store : without one", ours, bare, 1.05)


def fill(store) -> tuple[list[str], list]:
    """Store 50,000 decisions over 500 texts; give the texts and the decisions on each."""
    from tests.library.samples import confirmed

    texts = [f"{number:064x}" for number in range(500)]
    decisions = [confirmed(10 * number) for number in range(100)]
    for text in texts:
        store.put(text, decisions)
    return texts, decisions


def store() -> Iterator[Ratio]:
    """One decision among 50,000 over 500 reports, beside bare SQLite storing the same row."""
    from hkreader.library.codec import to_json
    from hkreader.library.store import Store

    with tempfile.TemporaryDirectory() as folder, Store(Path(folder, "ours.db")) as filled:
        texts, decisions = fill(filled)
        rows = [(item.span.start, to_json(item)) for item in decisions]
        bare = bare_store(Path(folder, "bare.db"), texts, rows)
        turns = itertools.cycle(zip(texts[::5], decisions, rows, strict=True))

        def put() -> None:
            text, decision, _ = next(turns)
            filled.put(text, [decision])

        def insert() -> None:
            text, _, row = next(turns)
            with bare:
                bare.execute("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?)", (text, *row))

        pairs = [in_turns(timed(put), timed(insert)) for _ in range(20)]
        bare.close()
    ours, plain = (
        sorted(itertools.chain.from_iterable(times)) for times in zip(*pairs, strict=True)
    )
    yield Ratio("one decision stored : a bare row", median(ours), median(plain), 4.5)
    yield Ratio("one decision of twenty stored : 20 ms", ours[len(ours) * 95 // 100], 20.0, 1.0)


def bare_store(path: Path, texts: list[str], rows: list[tuple[int, str]]) -> sqlite3.Connection:
    """Fill a table with the same rows, as safely kept as ours."""
    bare = sqlite3.connect(path)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute(
        "CREATE TABLE decisions (text TEXT, start INTEGER, record TEXT, PRIMARY KEY (text, start))"
    )
    with bare:
        bare.executemany(
            "INSERT INTO decisions VALUES (?, ?, ?)",
            ((text, *row) for text in texts for row in rows),
        )
    return bare


BENCHMARKS = {
    bench.__name__: bench
    for bench in (start, packaged, analysis, export, launcher, store, full_store)
}


def in_turns(first: Callable[[], A], second: Callable[[], B]) -> tuple[list[A], list[B]]:
    """Run both `ROUNDS` times in turns, after one round that does not count."""
    first(), second()
    pairs = [(first(), second()) for _ in range(ROUNDS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Give what runs `work` and tells its milliseconds."""

    def run_timed() -> float:
        began = time.perf_counter()
        work()
        return 1000 * (time.perf_counter() - began)

    return run_timed


def run(command: list[str], more: Mapping[str, str] = MappingProxyType({})) -> str:
    """Run `command` off-screen in this project and give its output."""
    variables = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT), **more}
    done = subprocess.run(command, env=variables, capture_output=True, check=False, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{command[-1]} failed: {done.stdout}{done.stderr}")
    return done.stdout


def bare_window() -> float:
    return float(run([sys.executable, "-c", BARE_WINDOW]))


def self_test(*program: str, home: str = "") -> dict[str, float]:
    """Give the milliseconds of each milestone; `home` holds what the program keeps."""
    more = {"XDG_DATA_HOME": home} if home else {}
    return json.loads(run([*program, "--self-test"], more).splitlines()[-1])


def cells_of(book):
    """Give each sheet as rows of (value, number format, link)."""
    return {
        sheet.title: [
            [(cell.value, cell.number_format, cell.hyperlink) for cell in row]
            for row in sheet.iter_rows()
        ]
        for sheet in book
    }


def write_bare(sheets, target: Path) -> None:
    """Write the cells with nothing but what they say."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for column, (value, layout, link) in enumerate(row, 1):
                cell = sheet.cell(number, column, value)
                if layout != "General":
                    cell.number_format = layout
                if link is not None:
                    cell.hyperlink = link
    book.save(target)


def main() -> int:
    names = sys.argv[1:] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
        return 2
    kept = True
    for name in names:
        for ratio in BENCHMARKS[name]():
            print(ratio, flush=True)
            kept = kept and ratio.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
