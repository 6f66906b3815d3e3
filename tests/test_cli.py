"""The command line as other programs use it: output, one sentence for each failure, exit status."""

import csv
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hkreader.cli import main
from tests.reports import GOLD

ROOT = Path(__file__).parent.parent
HONGKOU = str(GOLD / "hongkou-2018" / "report.txt")
QUZHOU = str(GOLD / "quzhou-2024" / "report.txt")
OUTLINED = sorted(path.parent.name for path in GOLD.glob("*/extras.json"))
FOREIGN = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}


def run(*arguments, **options):
    """Run the program as a shell would."""
    return subprocess.run(
        [sys.executable, "-m", "hkreader", *arguments],
        cwd=options.pop("cwd", None),
        env={**FOREIGN, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
        **options,
    )


def lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_extract_prints_one_record_a_line(capsys):
    assert main(["extract", HONGKOU]) == 0

    records = lines(capsys)
    text = Path(HONGKOU).read_text("utf-8")
    assert len(records) > 100
    for record in records:
        assert text[record["start"] : record["end"]] == record["text"]
        assert "file" not in record
        assert {"name", "kind", "value", "unit", "bound", "period", "status", "basis"} <= set(
            record
        )
    starts = [record["start"] for record in records]
    assert starts == sorted(starts)
    whole = next(record for record in records if record["text"] == "256.94亿元")
    assert whole["value"] == 25694000000
    assert isinstance(whole["value"], int)


def test_a_collection_gives_each_of_its_reports(capsys, tmp_path):
    texts = [Path(path).read_text("utf-8") for path in (HONGKOU, QUZHOU)]
    path = tmp_path / "合集.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [["地区", "前半", "全文"], *(["某地", text[:2000], text] for text in texts)]
        csv.writer(file).writerows(rows)
    assert main(["extract", str(path)]) == 0

    records = lines(capsys)
    names = [str(path / f"00{row} 某地.txt") for row in (2, 3)]
    assert sorted({record["file"] for record in records}) == names
    whole = len(records)
    assert main(["extract", "--column", "前半", str(path)]) == 0
    assert 0 < len(lines(capsys)) < whole
    assert main(["outline", str(path)]) == 0
    assert [record["year"] for record in lines(capsys)] == [2018, 2024]


def test_a_bad_member_of_a_collection_is_named(capsys, tmp_path):
    path = tmp_path / "合集.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(QUZHOU, "衢州.txt")
        archive.writestr("坏的.pdf", b"%PDF-1.7\n")
    assert main(["extract", str(path)]) == 1

    captured = capsys.readouterr()
    assert "坏的.pdf" in captured.err
    assert str(path / "衢州.txt") in captured.out


def test_extract_of_several_files_names_the_file(capsys):
    assert main(["extract", HONGKOU, QUZHOU]) == 0

    assert {record["file"] for record in lines(capsys)} == {HONGKOU, QUZHOU}


def test_a_bad_file_does_not_stop_the_others(capsys, tmp_path):
    (tmp_path / "空.txt").write_bytes(b"")
    missing = str(tmp_path / "没有.txt")
    assert main(["extract", missing, str(tmp_path / "空.txt"), str(tmp_path), HONGKOU]) == 1

    said = capsys.readouterr()
    assert {json.loads(line)["file"] for line in said.out.splitlines()} == {HONGKOU}
    assert len(said.err.splitlines()) == 3
    assert "没有.txt" in said.err
    assert "空.txt" in said.err
    assert "Traceback" not in said.err


def test_text_is_exactly_what_offsets_count():
    done = run("extract", "--text", HONGKOU)

    assert done.returncode == 0
    assert done.stdout == Path(HONGKOU).read_bytes()


def test_explain_tells_what_was_left_out(capsys):
    assert main(["extract", "--explain", HONGKOU]) == 0

    records = lines(capsys)
    assert records
    assert all(set(record) == {"start", "end", "text", "reason"} for record in records)


@pytest.mark.parametrize("name", OUTLINED)
def test_outline(capsys, name):
    assert main(["outline", str(GOLD / name / "report.txt")]) == 0

    outline = json.loads(capsys.readouterr().out)
    facts = json.loads((GOLD / name / "extras.json").read_text("utf-8"))
    assert outline["year"] == facts["year"]
    assert outline["characters"] == len((GOLD / name / "report.txt").read_bytes().decode("utf-8"))
    for section in outline["sections"]:
        assert section["level"] in (1, 2, 3)
        assert section["start"] < section["end"]
    assert {
        "title",
        "region",
        "level",
        "review_year",
        "speaker",
        "glossary",
        "masks",
        "noise",
    } <= set(outline)


def test_findings(capsys):
    assert main(["findings", HONGKOU]) == 0

    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["rows", "targets", "tasks", "checks", "gaps"]
    row = next(row for row in found["rows"] if row["name"] == "一般公共预算收入")
    assert row["measurements"] == [515, 529]
    assert (row["part"], row["period"], row["status"]) == ("review", "2017", "actual")
    target = next(item for item in found["targets"] if item["name"] == "一般公共预算收入")
    assert (target["review"], target["plan"]) == ([515, 529], [7398])
    task = next(task for task in found["tasks"] if 10976 in task["measurements"])
    assert task["section"] == 10912
    assert task["deadline"] == "2018"
    assert task["title"] == "新建各类绿地、立体绿化"


def test_export(capsys, tmp_path):
    target = tmp_path / "结果.xlsx"
    assert main(["export", HONGKOU, QUZHOU, "-o", str(target)]) == 0

    assert "结果.xlsx" in capsys.readouterr().out
    assert target.read_bytes().startswith(b"PK")


def test_export_goes_on_without_a_bad_file_and_writes_nothing_without_a_good_one(capsys, tmp_path):
    target = tmp_path / "out.csv"
    assert main(["export", "nowhere.txt", "-o", str(target)]) == 1
    assert not target.exists()
    assert main(["export", "nowhere.txt", HONGKOU, "-o", str(target)]) == 1
    assert target.exists()
    assert capsys.readouterr().err.count("nowhere.txt") == 2


@pytest.mark.parametrize(
    ("target", "word"),
    [("out.doc", ".xlsx"), ("nowhere/out.xlsx", "无法写入"), (HONGKOU, ".xlsx")],
)
def test_export_to_a_bad_target(capsys, tmp_path, monkeypatch, target, word):
    monkeypatch.chdir(tmp_path)
    before = Path(HONGKOU).read_bytes()
    assert main(["export", HONGKOU, "-o", target]) == 1

    (sentence,) = capsys.readouterr().err.splitlines()
    assert word in sentence
    assert Path(HONGKOU).read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["outline"],
        ["outline", HONGKOU, QUZHOU],
        ["findings", HONGKOU, QUZHOU],
        ["export", HONGKOU],
        ["export", "-o", "out.xlsx"],
        ["export", HONGKOU, "-o"],
        ["extract", "--text", HONGKOU, QUZHOU],
        ["outline", "--text", HONGKOU],
        ["extract", HONGKOU, "-o", "x.xlsx"],
        ["extract", HONGKOU, "--self-test"],
        ["--lang", "fr"],
        ["--nonsense"],
        ["extract", "-x", HONGKOU],
        ["-o", "x.xlsx", HONGKOU],
    ],
    ids=" ".join,
)
def test_wrong_usage(capsys, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_help_and_version(capsys):
    assert main(["--help"]) == 0
    assert "用法" in capsys.readouterr().out
    assert main(["--lang", "en", "-h"]) == 0
    assert "Usage" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("hkreader ")


def test_language_of_the_environment(capsys, monkeypatch):
    monkeypatch.setenv("HKREADER_LANG", "en_GB")
    assert main(["extract", "nowhere.txt"]) == 1
    assert "is not there" in capsys.readouterr().err


def test_output_is_utf8_whatever_the_console_speaks():
    done = run("findings", HONGKOU)
    assert done.returncode == 0
    assert "一般公共预算收入" in done.stdout.decode("utf-8")
    failed = run("extract", "没有.txt")
    assert failed.returncode == 1
    assert "没有.txt" in failed.stderr.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_a_closed_pipe_is_quiet():
    files = [str(GOLD / name / "report.txt") for name in OUTLINED]
    with subprocess.Popen(
        [sys.executable, "-m", "hkreader", "extract", *files, *files],
        env={**FOREIGN, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_sentence():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hkreader", "--help"],
            env={**FOREIGN, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1


class Window:
    """Stands where the window would open."""

    def __init__(self):
        self.calls = []

    def run(self, files, *, language_chosen):
        self.calls.append(("run", [path.name for path in files]))
        self.language_chosen = language_chosen
        return 0

    def self_test(self):
        self.calls.append(("self_test",))
        return 0

    def picture(self, target, files):
        self.calls.append(("picture", target.name, [path.name for path in files]))
        return 0


@pytest.fixture
def window(monkeypatch):
    import hkreader

    stand_in = Window()
    monkeypatch.setitem(sys.modules, "hkreader.app", stand_in)
    monkeypatch.setattr(hkreader, "app", stand_in, raising=False)
    return stand_in


@pytest.mark.parametrize(
    ("arguments", "call"),
    [
        ([], ("run", [])),
        (["a.txt", "b.docx"], ("run", ["a.txt", "b.docx"])),
        (["./extract"], ("run", ["extract"])),
        (["--", "outline"], ("run", ["outline"])),
        (["--", "-x.txt"], ("run", ["-x.txt"])),
        (["export"], ("run", ["export"])),
        (["--self-test"], ("self_test",)),
        (["--picture", "p.png", "a.txt"], ("picture", "p.png", ["a.txt"])),
        (["--picture=p.png"], ("picture", "p.png", [])),
        (["--lang", "en", "a.txt"], ("run", ["a.txt"])),
    ],
    ids=lambda value: " ".join(map(str, value)) or "nothing",
)
def test_the_window_is_asked_for(window, tmp_path, monkeypatch, arguments, call):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export").write_text("a report without an ending")
    assert main(arguments) == 0

    assert window.calls == [call]


def test_a_language_chosen_for_this_run_rules_over_the_one_that_is_kept(window):
    assert main(["--lang", "zh", "a.txt"]) == 0
    assert window.language_chosen
    assert main(["a.txt"]) == 0
    assert not window.language_chosen


def test_commands_import_no_qt_and_the_window_path_nothing_heavy():
    program = (
        "import sys; from hkreader.cli import main; main(['outline', sys.argv[1]]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'openpyxl', 'jieba'))],"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, HONGKOU],
        env={**FOREIGN, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr.decode().strip() == "[]"
    program = (
        "import sys; import hkreader.cli;"
        "print(sorted({'argparse', 'json', 'hkreader.text', 'hkreader.extract'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**FOREIGN, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.decode().strip() == "[]"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
@pytest.mark.parametrize("arguments", [[], ["报告.txt"]], ids=["alone", "with a file"])
def test_without_a_screen_one_sentence_tells_what_to_do(capsys, monkeypatch, arguments):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    assert main(arguments) == 1
    assert "hkreader export" in capsys.readouterr().err
