from __future__ import annotations

import ast
import importlib
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
LOCKS = sorted((PACKAGING / "requirements").glob("*.txt"))


@pytest.fixture(autouse=True)
def scripts_importable(monkeypatch):
    """The scripts import each other by plain names, as they lie in one folder."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if str(PACKAGING) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.fixture
def environment(monkeypatch, tmp_path):
    """The set-up's module with a project of its own."""
    module = importlib.import_module("environment")
    monkeypatch.setattr(module, "FOLDER", tmp_path / ".venv")
    monkeypatch.setattr(module, "LOCKS", tmp_path)
    (tmp_path / "run.txt").write_text("a==1\n", "utf-8")
    (tmp_path / "test.txt").write_text("a==1\nb==2\n", "utf-8")
    return module


@pytest.fixture
def made(environment, monkeypatch, tmp_path):
    """What the set-up did, with the slow parts replaced."""
    done = []
    installation = importlib.import_module("installation")

    def make(folder, python):
        shutil.rmtree(folder, ignore_errors=True)
        python.parent.mkdir(parents=True)
        python.symlink_to(sys.executable)
        (folder / "pyvenv.cfg").write_text(f"home = {Path(sys.executable).parent}\n", "utf-8")
        (folder / "lib" / Path(sys.executable).resolve().name).mkdir(parents=True)
        done.append("make")

    monkeypatch.setattr(installation, "make_environment", make)
    monkeypatch.setattr(installation, "install", lambda _, lock: done.append(lock.stem))
    return done


needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


@needs_links
def test_second_start_has_nothing_to_do(environment, made):
    environment.Environment("run").prepare()
    environment.Environment("run").prepare()
    assert made == ["make", "run"]


@needs_links
def test_set_up_for_tests_serves_the_reader_too(environment, made):
    environment.Environment("test").prepare()
    environment.Environment("run").prepare()
    assert made == ["make", "test"]


@needs_links
def test_new_lock_is_installed(environment, made, tmp_path):
    environment.Environment("run").prepare()
    (tmp_path / "run.txt").write_text("a==2\n", "utf-8")
    environment.Environment("run").prepare()
    assert made == ["make", "run", "run"]


@needs_links
def test_environment_of_a_python_that_is_gone_is_made_anew(environment, made, tmp_path):
    environment.Environment("run").prepare()
    python = environment.Environment("run").python
    python.unlink()
    python.symlink_to(tmp_path / "gone")
    environment.Environment("run").prepare()
    assert made == ["make", "run", "make", "run"]


@pytest.mark.parametrize("version", [(3, 4), (3, 8)], ids=str)
def test_old_pythons_understand_the_start(version):
    source = (PACKAGING / "start.py").read_text("utf-8")
    ast.parse(source, feature_version=version)
    assert "f'" not in source
    assert 'f"' not in source


@pytest.mark.parametrize(
    ("version", "suits"),
    [
        ((3, 10, 13), False),
        ((3, 11, 0), True),
        ((3, 14, 2), True),
        ((3, 15, 0), False),
        ((2, 7), False),
    ],
    ids=str,
)
def test_versions_of_python(version, suits):
    assert importlib.import_module("start").suits(version) is suits


@pytest.mark.parametrize("manager", ["apt-get", "dnf", "pacman", "zypper"])
def test_missing_libraries_make_one_line_to_paste(manager):
    packages = importlib.import_module("system_packages")
    names = packages.package_names(list(packages.LIBRARIES), manager)
    line = packages.paste_line(names, manager)
    assert len(names) == len(set(names))
    assert "\n" not in line
    assert all(name in line.split() for name in names)


def test_without_rights_the_line_is_named(monkeypatch):
    packages = importlib.import_module("system_packages")
    monkeypatch.setattr(packages, "missing_libraries", lambda: ["libEGL.so.1"])
    monkeypatch.setattr(packages, "_rights", lambda: None)
    monkeypatch.setattr(packages.shutil, "which", lambda name: name == "apt-get" or None)
    with pytest.raises(packages.SetupError) as caught:
        packages.provide_libraries()
    assert caught.value.key == "libraries_missing"
    assert caught.value.data["line"].endswith(" libegl1")


@pytest.mark.parametrize(
    ("variables", "screen"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": "far:10"}, True),
        ({"DISPLAY": ":987"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({}, False),
    ],
    ids=str,
)
def test_display_is_recognised(monkeypatch, variables, screen):
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    first_start = importlib.import_module("first_start")
    monkeypatch.setattr(first_start.sys, "platform", "linux")
    assert first_start.has_display() is screen


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_locks_pin_everything_and_name_no_place(path):
    text = path.read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    assert pins
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "--index-url" not in text


def test_every_lock_holds_the_versions_of_the_reader():
    run, *others = ({*pins(path)} for path in sorted(LOCKS, key=lambda path: path.stem != "run"))
    assert all(run <= other for other in others)


def pins(path):
    return re.findall(r"^([\w.-]+==\S+)", path.read_text("utf-8"), re.MULTILINE)


def test_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        "run": project["project"]["dependencies"],
        "test": groups["test"] + groups["lint"],
        "package": groups["package"],
    }
    for lock, requirements in wanted.items():
        locked = {
            pin.partition("==")[0] for pin in pins(PACKAGING / "requirements" / f"{lock}.txt")
        }
        asked = {re.match(r"[\w.-]+", requirement)[0].lower() for requirement in requirements}
        assert asked <= locked


def test_words_of_the_set_up_have_both_languages(monkeypatch):
    wording = importlib.import_module("wording")
    for name in ("HKREADER_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert wording.language() == "zh"
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert wording.language() == "en"
    keys = importlib.import_module("json").loads(wording.WORDS.read_text("utf-8"))
    assert all(set(words) == {"zh", "en"} for words in keys.values())
