"""The program from outside: self-test, picture, the order in which things come."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hkreader.ui.milestones import EXPORTED, INDICATORS, REPORT, WINDOW
from hkreader.ui.self_test import reads_back

PATIENCE = 120

FIRST_PAINT = """
import sys
from pathlib import Path
from hkreader.app import Program, start_application
from hkreader.qt.settings import Settings
application = start_application()
program = Program(Settings(Path(sys.argv[1])))
def painted():
    heavy = ("jieba", "openpyxl", "hkreader.extract", "hkreader.text", "hkreader.export")
    print([name for name in heavy if name in sys.modules])
    program.window.close()
    application.quit()
program.window.painted.connect(painted)
program.window.show()
application.exec()
"""


def run(*arguments):
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.mark.parametrize("times", [1, 4], ids=["once", "often"])
def test_the_place_is_restored_and_does_not_creep(qtbot, make_window, hongkou, times):
    window = make_window()
    with qtbot.waitSignal(window.session.report_opened, timeout=10_000):
        window.session.open_path(hongkou)
    section = window.session.report.sections[12]
    window.session.show_span(section.heading_span)
    qtbot.wait(100)
    place = window.session.place
    assert place > 1000
    for _ in range(times):
        window.window().close()
        window = make_window()
        with qtbot.waitSignal(window.session.report_opened, timeout=10_000):
            window.session.open_path(hongkou)
        qtbot.wait(100)
    assert abs(window.session.place - place) <= 45, "within a line or so"


def test_self_test_reaches_every_milestone_in_order(own_folders):
    done = run("-m", "hkreader", "--self-test")
    assert done.returncode == 0, done.stderr
    times = json.loads(done.stdout)
    assert list(times) == [WINDOW, REPORT, INDICATORS, EXPORTED]
    assert sorted(times.values()) == list(times.values())
    assert times[WINDOW] > 0
    assert not list(own_folders.rglob("hkreader.ini")), "it keeps off the user's settings"


def test_picture_of_the_window(tmp_path):
    target = tmp_path / "窗口.png"
    done = run(
        "-c",
        f"from pathlib import Path; from hkreader.app import picture; "
        f"raise SystemExit(picture(Path({str(target)!r})))",
    )
    assert done.returncode == 0, done.stderr
    assert str(target) in done.stdout
    image = QImage(str(target))
    assert image.width() >= 1400
    colours = {image.pixel(x, y) for x in range(0, 1400, 7) for y in range(0, 800, 7)}
    assert len(colours) > 50, "text, panels and figures are drawn"


def test_picture_that_cannot_be_saved(tmp_path):
    target = tmp_path / "nowhere" / "x.png"
    done = run(
        "-c",
        f"from pathlib import Path; from hkreader.app import picture; "
        f"raise SystemExit(picture(Path({str(target)!r})))",
    )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "x.png" in done.stderr


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path):
    done = run("-c", FIRST_PAINT, str(tmp_path / "settings.ini"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("parts", "sound"),
    [
        pytest.param({}, False, id="empty archive"),
        pytest.param({"xl/workbook.xml": "<x/>"}, False, id="no sheets"),
        pytest.param(
            {"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": "<row/>"}, False, id="one row"
        ),
        pytest.param(
            {"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": "<row/><row/>"},
            True,
            id="rows",
        ),
    ],
)
def test_reading_the_workbook_back(tmp_path, parts, sound):
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert reads_back(path) is sound


def test_what_is_no_archive_does_not_read_back(tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_text("words")
    assert not reads_back(path)
    assert not reads_back(Path(tmp_path / "missing.xlsx"))
