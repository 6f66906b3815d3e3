"""Every action of the window as data: menus, tool bar, key sheet and tests are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from hkreader.messages import Language
from hkreader.qt.settings import FONTS, MARKS, PITCHES, THEMES, WIDTHS


class Needs(Enum):
    """What must be there for an action to make sense."""

    NOTHING = auto()
    REPORT = auto()
    FINDINGS = auto()
    BACK = auto()
    FORWARD = auto()
    OTHER_FILES = auto()
    TWO_TEXTS = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the user can do; its words are `window.action.<id>` of the catalogue."""

    id: str
    target: str
    """`<provider>.<method>`, called without arguments, with `checked` where checkable, or with `value`."""
    menu: str = ""
    group: int = 0
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    choice: str = ""
    """Of several actions with the same choice one is checked."""
    value: str | int = ""
    """What the target is called with: of a choice alone, of what is checkable before `checked`."""
    listed: bool = True
    """Whether the palette lists it: not what serves keys or a notice alone."""
    menu_role: str = ""
    """Where macOS wants it: `about`, `quit`, `preferences`."""


@dataclass(frozen=True, slots=True)
class KeySpec:
    """A key that a pane handles by itself; listed in the sheet, words under `window.key.<id>`."""

    id: str
    keys: tuple[str, ...]
    scope: str


REPORT, FINDINGS = Needs.REPORT, Needs.FINDINGS


def _choices(choice: str, target: str, values: Mapping[str, str | int]) -> list[ActionSpec]:
    """Give an action for each of `values`, which are known by name, in a menu of their own."""
    return [
        ActionSpec(f"{choice}_{name}", target, choice, 1, choice=choice, value=value)
        for name, value in values.items()
    ]


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open", "files.open", "file", 1, ("Ctrl+O",), "folder-open"),
    ActionSpec("undo", "deciding.undo", "edit", 0, ("Ctrl+Z",), needs=Needs.UNDO),
    ActionSpec("redo", "deciding.redo", "edit", 0, ("Ctrl+Y", "Ctrl+Shift+Z"), needs=Needs.REDO),
    ActionSpec("paste", "files.paste", "file", 1, ("Ctrl+V",)),
    ActionSpec("open_builtin", "files.open_builtin", "file", 1, icon="book-open"),
    ActionSpec("reload", "files.reload", "file", 1, ("F5",), needs=REPORT),
    ActionSpec("close", "files.close", "file", 1, ("Ctrl+W",), needs=REPORT),
    ActionSpec(
        "next_report", "files.next_report", "file", 1, ("Ctrl+Tab",), needs=Needs.OTHER_FILES
    ),
    ActionSpec(
        "export_all",
        "files.export_all",
        "file",
        2,
        ("Ctrl+Shift+E",),
        "file-spreadsheet",
        FINDINGS,
    ),
    ActionSpec("export_table", "files.export_table", "file", 2, ("Ctrl+E",), needs=FINDINGS),
    ActionSpec("export_checked", "files.export_checked", "file", 2, needs=FINDINGS),
    ActionSpec("print", "printing.preview", "file", 3, ("Ctrl+P",), needs=REPORT),
    ActionSpec("print_table", "printing.preview_table", "file", 3, needs=FINDINGS),
    ActionSpec("save_pdf", "printing.save_pdf", "file", 3, needs=REPORT),
    ActionSpec("print_marks", "printing.set_marks", "file", 3, checkable=True),
    ActionSpec("quit", "window.close", "file", 4, ("Ctrl+Q",), menu_role="quit"),
    ActionSpec(
        "copy_citation", "copying.copy_with_citation", "edit", 1, ("Ctrl+Shift+C",), needs=REPORT
    ),
    ActionSpec("copy_markdown", "copying.copy_markdown", "edit", 1, ("Ctrl+Alt+C",), needs=REPORT),
    ActionSpec("find", "finding.open_find", "edit", 2, ("Ctrl+F",), "search", REPORT),
    ActionSpec("find_next", "finding.find_next", "edit", 2, ("F3",), needs=REPORT),
    ActionSpec("find_previous", "finding.find_previous", "edit", 2, ("Shift+F3",), needs=REPORT),
    ActionSpec(
        "find_expression",
        "finding.set_expression",
        "edit",
        2,
        ("Alt+R",),
        needs=REPORT,
        checkable=True,
    ),
    ActionSpec(
        "find_in_section",
        "finding.set_in_section",
        "edit",
        2,
        ("Alt+L",),
        needs=REPORT,
        checkable=True,
    ),
    ActionSpec("look_up", "reading.look_up_term", "edit", 2, ("Ctrl+L",), needs=REPORT),
    ActionSpec("glossaries", "commands.choose_glossaries", "edit", 2),
    ActionSpec("filter", "commands.focus_filter", "edit", 2, ("Ctrl+J",), needs=REPORT),
    ActionSpec("palette", "commands.open_palette", "go", 0, ("Ctrl+K",), listed=False),
    ActionSpec("back", "place.go_back", "go", 1, ("Alt+Left",), "arrow-left", Needs.BACK),
    ActionSpec(
        "forward", "place.go_forward", "go", 1, ("Alt+Right",), "arrow-right", Needs.FORWARD
    ),
    ActionSpec("next_section", "place.next_section", "go", 2, ("Ctrl+PgDown",), needs=REPORT),
    ActionSpec("previous_section", "place.previous_section", "go", 2, ("Ctrl+PgUp",), needs=REPORT),
    ActionSpec("next_paragraph", "place.next_paragraph", "go", 2, ("Ctrl+Down",), needs=REPORT),
    ActionSpec(
        "previous_paragraph", "place.previous_paragraph", "go", 2, ("Ctrl+Up",), needs=REPORT
    ),
    ActionSpec("next_figure", "place.next_figure", "go", 3, ("Alt+Down",), needs=FINDINGS),
    ActionSpec("previous_figure", "place.previous_figure", "go", 3, ("Alt+Up",), needs=FINDINGS),
    ActionSpec("next_damage", "session.next_damage", "go", 3, ("Alt+Shift+Down",), needs=REPORT),
    ActionSpec("go_to", "commands.go_to_paragraph", "go", 3, ("Ctrl+G",), needs=REPORT),
    ActionSpec("show_outline", "panes.focus_outline", "go", 4, ("Ctrl+1", "Ctrl+T")),
    ActionSpec("show_text", "panes.focus_text", "go", 4, ("Ctrl+2",)),
    ActionSpec("show_indicators", "commands.show_indicators", "go", 4, ("Ctrl+3",)),
    ActionSpec("show_tasks", "commands.show_tasks", "go", 4, ("Ctrl+4",)),
    ActionSpec("show_targets", "commands.show_targets", "go", 4, ("Ctrl+5",)),
    ActionSpec("show_checks", "commands.show_checks", "go", 4, ("Ctrl+6",)),
    ActionSpec("show_review", "commands.show_review", "go", 4, ("Ctrl+7",)),
    ActionSpec("show_notes", "commands.show_notes", "go", 4, ("Ctrl+8",)),
    ActionSpec(
        "show_bookmarks", "note_taking.show_bookmarks", "go", 4, ("Ctrl+Shift+B",), needs=REPORT
    ),
    ActionSpec("show_lost", "note_taking.show_lost", "go", 4, needs=REPORT),
    ActionSpec("next_pane", "panes.next_pane", "go", 5, ("F6",)),
    ActionSpec("previous_pane", "panes.previous_pane", "go", 5, ("Shift+F6",)),
    ActionSpec(
        "outline_visible", "panes.toggle_outline", "view", 1, ("F9",), "panel-left", checkable=True
    ),
    ActionSpec(
        "side_visible", "panes.toggle_side", "view", 1, ("Shift+F9",), "panel-right", checkable=True
    ),
    ActionSpec("compare", "beside.compare", "view", 1, ("Ctrl+\\",), "columns-2", REPORT),
    ActionSpec("beside_same", "beside.show_same", "view", 1, ("Ctrl+Alt+\\",), needs=REPORT),
    ActionSpec(
        "together",
        "beside.set_together",
        "view",
        1,
        ("Alt+T",),
        needs=Needs.TWO_TEXTS,
        checkable=True,
    ),
    ActionSpec("realign", "beside.realign", "view", 1, ("Alt+\\",), needs=Needs.TWO_TEXTS),
    *(
        ActionSpec(
            f"marks_{kind}",
            "session.set_marked",
            "view",
            2,
            (f"Alt+{number}",),
            checkable=True,
            value=kind,
        )
        for number, kind in enumerate(MARKS, 1)
    ),
    ActionSpec("noise_visible", "commands.set_noise_visible", "view", 2, checkable=True),
    ActionSpec("outline_follows", "commands.set_outline_follows", "view", 2, checkable=True),
    ActionSpec("outline_1", "commands.open_outline_1", "view", 2, ("Alt+Shift+1",), needs=REPORT),
    ActionSpec("outline_2", "commands.open_outline_2", "view", 2, ("Alt+Shift+2",), needs=REPORT),
    ActionSpec("outline_3", "commands.open_outline_3", "view", 2, ("Alt+Shift+3",), needs=REPORT),
    ActionSpec("zoom_in", "commands.zoom_in", "view", 3, ("Ctrl++", "Ctrl+=")),
    ActionSpec("zoom_out", "commands.zoom_out", "view", 3, ("Ctrl+-",)),
    ActionSpec("zoom_reset", "commands.zoom_reset", "view", 3, ("Ctrl+0",)),
    ActionSpec("full_screen", "commands.toggle_full_screen", "view", 3, ("F11",)),
    *_choices("theme", "session.set_theme", {name: name for name in ("system", *THEMES)}),
    *_choices("lines", "session.set_line_pitch", PITCHES),
    *_choices("column", "session.set_column_width", WIDTHS),
    *_choices("font", "session.set_text_font", {name: name for name in FONTS}),
    *_choices("language", "session.set_language", {it.value: it for it in Language}),
    ActionSpec("next_open", "deciding.next_open", "review", 1, ("Alt+PgDown",), needs=FINDINGS),
    ActionSpec("confirm", "deciding.confirm", "review", 2, ("Alt+Return",), needs=FINDINGS),
    ActionSpec("edit_figure", "deciding.edit", "review", 2, ("F2",), needs=FINDINGS),
    ActionSpec("reject", "deciding.reject", "review", 2, ("Alt+Del",), needs=FINDINGS),
    ActionSpec("withdraw", "deciding.withdraw", "review", 2, ("Alt+Backspace",), needs=FINDINGS),
    ActionSpec("merge", "deciding.merge", "review", 3, ("Alt+M",), needs=FINDINGS),
    ActionSpec("split", "deciding.split", "review", 3, ("Alt+S",), needs=FINDINGS),
    ActionSpec("add_figure", "deciding.add", "review", 3, ("Alt+N",), needs=FINDINGS),
    ActionSpec("take_offer", "deciding.take_offer", "review", 3, ("Alt+Y",), needs=FINDINGS),
    ActionSpec("note", "note_taking.note", "review", 4, ("Ctrl+D",), needs=REPORT),
    ActionSpec("bookmark", "note_taking.bookmark", "review", 4, ("Ctrl+B",), needs=REPORT),
    ActionSpec("export_notes", "files.export_notes", "review", 4, needs=FINDINGS),
    ActionSpec("own_names", "commands.choose_names", "review", 5, needs=FINDINGS),
    ActionSpec("reviewer", "commands.ask_reviewer", "review", 5),
    ActionSpec("save_reviews", "review_files.save", "review", 5),
    ActionSpec("merge_reviews", "review_files.merge", "review", 5),
    ActionSpec("keys", "commands.change_keys", "help", 1),
    ActionSpec("shortcuts", "commands.toggle_shortcuts", "help", 1, ("F1",), "keyboard"),
    ActionSpec("about", "commands.show_about", "help", 1, menu_role="about"),
    ActionSpec("menu", "commands.open_menu", "", 0, ("F10",), "menu"),
    ActionSpec("analyse", "session.analyse", needs=REPORT),
    ActionSpec("restore_store", "review_files.restore", listed=False),
    ActionSpec("show_exported", "files.show_exported", listed=False),
    ActionSpec("show_exported_folder", "files.show_exported_folder", listed=False),
    ActionSpec("step_back", "commands.step_back", "", 0, ("Esc",), listed=False),
)

TAKEN_BY_OTHERS = frozenset(
    {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Alt+A", "Ctrl+Alt+A"}
)
"""By Chinese input methods and chat programs."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("file", ("recent", "desk")),
    ("edit", ()),
    ("go", ()),
    ("review", ()),
    ("view", ("theme", "lines", "column", "font", "language")),
    ("help", ()),
)
"""The menus in order, each with the menus that hang in it."""

TOOLS: tuple[tuple[str, ...], ...] = (
    ("menu", "open"),
    ("back", "forward"),
    ("find",),
)
"""The left half of the tool bar, by group."""

END_TOOLS: tuple[str, ...] = ("compare", "outline_visible", "side_visible", "export_all")
"""The right half; the choice of theme stands before it."""

PANE_KEYS: tuple[KeySpec, ...] = (
    KeySpec("screen_down", ("Space",), "text"),
    KeySpec("screen_up", ("Shift+Space",), "text"),
    KeySpec("line_down", ("J",), "text"),
    KeySpec("line_up", ("K",), "text"),
    KeySpec("find_here", ("/",), "text"),
    KeySpec("row_to_text", ("Return",), "list"),
    KeySpec("row_take_focus", ("Ctrl+Return",), "list"),
    KeySpec("row_confirm", ("Space",), "list"),
    KeySpec("row_reject", ("Del",), "list"),
    KeySpec("outline_jump", ("Return",), "outline"),
    KeySpec("outline_take_focus", ("Ctrl+Return",), "outline"),
)
