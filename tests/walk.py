"""A whole session by keys alone, with a picture of each step.

`python -m tests.walk FOLDER [--theme dark] [--language en] [--size 1280x720]` walks it in a real window where
there is a screen; QT_SCALE_FACTOR scales it. `--readme` draws the pictures of the README.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from hkreader.app import start_application
from hkreader.messages import Language, set_language
from hkreader.qt.settings import Settings
from tests.hands import ALT, CTRL, SHIFT, Hands, Key

GOLD = Path(__file__).parent / "gold"
FIRST, SECOND = GOLD / "luohu-2022" / "report.txt", GOLD / "quzhou-2024" / "report.txt"
README_PICTURES = ("find", "notes", "review", "compare", "keys")


class Walk(Hands):
    """Goes the whole way."""

    def steps(self, folder: Path) -> Iterator[str]:
        """Go the way, giving the name of each step when it is done."""
        yield from self._read()
        yield from self._find()
        yield from self._filter()
        yield from self._note()
        yield from self._check()
        yield from self._compare()
        yield from self._take_away(folder)
        yield from self._choose()

    def _read(self) -> Iterator[str]:
        self.press(Key.Key_O, CTRL)
        self.answer(FIRST)
        self.until(lambda: self.session.path == FIRST and self.session.findings is not None)
        self.rest(0.3)
        self.look("reading")
        yield "opened"
        sections = set()
        for _ in range(6):
            self.press(Key.Key_PageDown, CTRL)
            sections.add(self.session.section)
        assert len(sections) == 6
        self.look("headings")
        yield "skimmed by headings"
        figures = set()
        for _ in range(8):
            self.press(Key.Key_Down, ALT)
            figures.add(self.session.offset)
        assert len(figures) == 8
        self.look("figures")
        yield "stepped through figures"
        text = self.session.report.text
        terms = [it for it in self.session.report.glossary if it.name in text[: it.span.start]][:5]
        assert len(terms) == 5
        for number, term in enumerate(terms):
            self.press(Key.Key_F, CTRL)
            self.write(term.name)
            self.until(lambda: not self.window.reading.finding.finder.busy)
            self.press(Key.Key_Escape)
            self.press(Key.Key_L, CTRL)
            popup = self.window.reading.glosses.popup
            assert popup.isVisible()
            assert popup.sheet.name.text() == term.name
            if number == 0:
                self.look("term")
            self.press(Key.Key_Escape)
        yield "five terms looked up"

    def _find(self) -> Iterator[str]:
        finder = self.window.reading.finding.finder
        for name, query in (("text", "营商环境"), ("value", ">100亿元")):
            self.press(Key.Key_F, CTRL)
            self.write(query)
            self.until(lambda: not finder.busy)
            assert finder.hits, query
            self.press(Key.Key_Return, times=2)
            self.press(Key.Key_Down)
            self.look("find" if name == "text" else f"find_{name}")
            self.press(Key.Key_Escape, times=2)
            yield f"found by {name}"
        self.press(Key.Key_R, ALT)
        self.press(Key.Key_F, CTRL)
        self.write(r"增长\d+\.\d+%")
        self.until(lambda: not finder.busy)
        assert finder.hits
        assert all(
            "增长" in self.window.reading.page.book.text[it.start : it.end] for it in finder.hits
        )
        self.look("find_expression")
        self.write("(")
        self.until(lambda: finder.failure is not None)
        self.look("find_problem")
        self.press(Key.Key_R, ALT)
        self.press(Key.Key_Escape, times=2)
        yield "found by expression"

    def _filter(self) -> Iterator[str]:
        for key, name, words in (
            (Key.Key_3, "indicators", "投资"),
            (Key.Key_4, "tasks", "建设"),
            (Key.Key_5, "targets", "增长"),
            (Key.Key_6, "checks", "和"),
        ):
            self.press(key, CTRL)
            self.rest(0.3)
            page = self.window.side._page()
            whole = len(page.proxy.shown_rows())
            self.press(Key.Key_J, CTRL)
            self.write(words)
            self.rest(0.3)
            assert len(page.proxy.shown_rows()) <= whole
            self.look(f"panel_{name}")
            self.press(Key.Key_Escape, times=2)
            yield f"{name} filtered"
        self.press(Key.Key_2, CTRL)

    def _note(self) -> Iterator[str]:
        """Highlight three passages, write on one, set a bookmark; find them in the list."""
        self.press(Key.Key_PageDown, CTRL, times=2)
        chinese = self.settings.language is Language.ZH
        words = "与统计公报核对" if chinese else "Compare with the bulletin"
        for number, colour in enumerate((Key.Key_1, Key.Key_2, Key.Key_4)):
            self.press(Key.Key_Down, CTRL)
            self.press(Key.Key_D, CTRL)
            if number == 1:
                self.write(words)
                self.press(Key.Key_Backtab, SHIFT)
                self.write("口径 待核" if chinese else "scope open")
            self.press(colour, ALT)
            self.press(Key.Key_Return, CTRL)
        self.press(Key.Key_B, CTRL)
        assert len(self.session.notes.all) == 4
        assert self.window.reading.page.hasFocus()
        self.press(Key.Key_8, CTRL)
        self.press(Key.Key_J, CTRL)
        self.write(words[:4])
        self.rest(0.3)
        assert len(self.window.side.page.proxy.shown_rows()) == 1
        self.press(Key.Key_Escape, times=2)
        self.press(Key.Key_Home)
        self.press(Key.Key_Down, times=3)
        self.press(Key.Key_Return)
        self.look("notes")
        yield "noted"

    def _check(self) -> Iterator[str]:
        """Confirm some figures, put one right, reject one and think better of it."""
        self.press(Key.Key_7, CTRL)
        self.until(lambda: bool(self.window.side.page.model.rows))
        self.press(Key.Key_Home)
        self.press(Key.Key_PageDown, ALT)
        self.press(Key.Key_Space, times=6)
        self.press(Key.Key_Delete)
        self.press(Key.Key_Z, CTRL)
        assert self.session.review.progress[0] == 6
        self.look("review")
        self.press(Key.Key_2, CTRL)
        yield "checked"

    def _compare(self) -> Iterator[str]:
        self.press(Key.Key_Backslash, CTRL)
        self.write("其他文件" if self.settings.language is Language.ZH else "Another")
        self.press(Key.Key_Return)
        self.answer(SECOND)
        beside = self.window.beside
        self.until(lambda: beside.is_open and beside.session.findings is not None)
        self.until(lambda: beside.together.alignment is not None)
        self.press(Key.Key_2, CTRL)
        self.press(Key.Key_PageUp, CTRL, times=2)
        before = beside.pane.reading.page.verticalScrollBar().value()
        self.press(Key.Key_PageDown, CTRL, times=3)
        self.rest(0.3)
        assert beside.pane.reading.page.verticalScrollBar().value() != before
        self.look("compare")
        self.press(Key.Key_Backslash, CTRL)
        assert not beside.is_open
        yield "compared with another report"

    def _take_away(self, folder: Path) -> Iterator[str]:
        self.press(Key.Key_C, CTRL | SHIFT)
        copied = QGuiApplication.clipboard().text()
        assert "罗湖" in copied
        assert "段" in copied
        yield "copied with citation"
        chinese = self.settings.language is Language.ZH
        self.command("另存为 PDF" if chinese else "Save as PDF")
        target = folder / "报告.pdf"
        self.answer(target)
        self.until(target.exists)
        self.until(lambda: not self.session.jobs.busy)
        assert target.read_bytes().startswith(b"%PDF")
        yield "printed to PDF"

    def _choose(self) -> Iterator[str]:
        chinese = self.settings.language is Language.ZH
        self.command("更改快捷键" if chinese else "Change Keys")
        self.rest(0.2)
        dialog = QApplication.activeModalWidget()
        self.write("转到第几段" if chinese else "Go to Paragraph")
        self.press(Key.Key_Down)
        self.press(Key.Key_Return)
        self.press(Key.Key_F12)
        self.look("keys", dialog)
        assert self.settings.keys["go_to"] == ["F12"]
        self.press(Key.Key_Escape)
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.activate()
        yield "a key changed"
        self.press(Key.Key_Plus, CTRL, times=2)
        assert self.settings.zoom == 125, (self.settings.zoom, QApplication.focusWidget())
        self.command("米色" if chinese else "sepia")
        assert self.settings.theme == "sepia"
        self.look("sepia")
        yield "theme and size changed"
        other = Language.EN if chinese else Language.ZH
        self.command("English" if chinese else "中文")
        assert self.settings.language is other
        self.look("language")
        yield "language changed"
        self.press(Key.Key_F12)
        assert self.window.go_to_bar.isVisible()
        self.write("40")
        self.press(Key.Key_Return)
        assert self.session.report.paragraph_at(self.session.offset).number == 40
        self.rest(0.2)
        yield "the changed key used"

    def come_back(self, size: QSize) -> None:
        """Start again and find everything where it was."""
        language, place, kept = self.settings.language, self.session.place, self.session.path
        self.close()
        self.settings.sync()
        self.start(size, [])
        assert self.session.path == kept
        assert abs(self.session.place - place) < 400
        assert self.settings.language is language
        assert self.settings.zoom == 125
        assert self.settings.theme == "sepia"
        assert self.window.side.tab == "review"
        assert self.session.review.progress[0] == 6
        assert len(self.session.notes.all) == 4
        assert self.window.actions_["go_to"].shortcut().toString() == "F12"
        self.look("again")


def go(
    settings: Settings, folder: Path, size: QSize, picture: Callable[[str, QWidget], None]
) -> list[str]:
    """Go the whole way; give the names of the steps."""
    walk = Walk(settings, picture)
    walk.start(size, [])
    done = list(walk.steps(folder))
    walk.come_back(size)
    done.append("found again after a new start")
    walk.close()
    return done


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--language", default="zh")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--readme", action="store_true")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = home
        start_application()
        settings = Settings(Path(home) / "settings.ini")
        settings.theme, settings.language_code = chosen.theme, chosen.language
        settings.reviewer = "校对员" if chosen.language == Language.ZH else "Proof-reader"
        set_language(settings.language)
        taken: list[str] = []

        def picture(name: str, widget: QWidget) -> None:
            taken.append(name)
            if chosen.readme and name not in README_PICTURES:
                return
            number = "" if chosen.readme else f"{len(taken):02}-"
            image = widget.grab().toImage()
            if chosen.readme:
                # A window has few colours: a third of the size, and nothing to be seen of it.
                image = image.convertToFormat(QImage.Format.Format_Indexed8)
            image.save(str(chosen.folder / f"{number}{name}.png"))

        size = QSize(*map(int, chosen.size.split("x")))
        for step in go(settings, Path(home), size, picture):
            sys.stdout.write(f"{step}\n")


if __name__ == "__main__":
    main()
