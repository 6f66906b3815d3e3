"""The walls that no import contract can tell: doors to libraries, sizes, where words live."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hkreader"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 500

HEAVY_BEFORE_PAINT = {"jieba", "openpyxl", "tomllib"}
"""Never imported at the top of a module that the window needs to be painted."""


@cache
def tree_of(path):
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def nodes_of(path):
    return tuple(ast.walk(tree_of(path)))


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


@cache
def imported(path):
    """Give the full names that a module imports, inside functions too."""
    return frozenset(names_in(nodes_of(path)))


def names_in(nodes):
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def top_statements(tree):
    """Give what runs on import, without what only the type checker reads."""
    for node in tree.body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield from ast.walk(node)


def users_of(library):
    return {
        name_of(path)
        for path in MODULES
        if any(name == library or name.startswith(library + ".") for name in imported(path))
    }


def outside(users, *allowed):
    return sorted(user for user in users if not user.startswith(allowed))


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("PySide6", ("qt/", "models/", "ui/", "app.py")),
        ("PySide6.QtWidgets", ("ui/", "app.py")),
        ("jieba", ("extract/lexicon.py",)),
        ("rjieba", ("extract/lexicon.py",)),
        ("openpyxl", ("export/",)),
        ("sqlite3", ("library/",)),
        ("socket", ()),
        ("urllib.request", ()),
        ("http.client", ()),
        ("PySide6.QtNetwork", ("qt/single_instance.py",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_library_stays_behind_its_door(library, rooms):
    assert not outside(users_of(library), *rooms or ("(nowhere)",))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_are_imported_late(path):
    top = {name.partition(".")[0] for name in names_in(top_statements(tree_of(path)))}
    late = name_of(path).startswith(("export/", "extract/", "resources.py"))
    assert late or not top & HEAVY_BEFORE_PAINT


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_says_what_it_is_and_stays_small(path):
    assert ast.get_docstring(tree_of(path))
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_colours_live_in_the_themes(path):
    if name_of(path).startswith(("ui/theme", "export/")):
        return
    colours = [
        node.value
        for node in nodes_of(path)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})", node.value)
    ]
    assert not colours


UNITS_AND_FILES = re.compile(r"百分点|.*\.\w+")
"""What a report wrote and what a test file is called is no wording of ours."""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_words_for_people_live_in_the_catalogue(path):
    """Chinese in code is knowledge or wording, and both have their place under resources."""
    if name_of(path).startswith(("text/", "extract/", "core/", "export/")):
        return
    docstrings = {id(node) for node in ast.walk(tree_of(path)) if is_docstring(node)}
    chinese = [
        node.value
        for node in nodes_of(path)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and len(re.findall(r"[一-鿿]", node.value)) > 1
        and not UNITS_AND_FILES.fullmatch(node.value)
    ]
    assert not chinese


def is_docstring(node):
    return isinstance(node, ast.Constant) and id(node) in strings_as_statements()


@cache
def strings_as_statements():
    return frozenset(
        id(node.value)
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )
