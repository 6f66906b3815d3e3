"""Open, close and export as the file menu does."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog

from hkreader.core.report import Facts
from hkreader.ui.files import suggested_name

TEXT = "政府工作报告\n\n各位代表：\n\n现在报告工作，请予审议。全年完成投资100亿元，增长7%。\n"


@pytest.fixture
def paths(tmp_path):
    made = [tmp_path / f"报告{number}.txt" for number in (1, 2, 3)]
    for number, path in enumerate(made):
        path.write_text(TEXT + f"第{number}份。\n", "utf-8")
    return made


@pytest.fixture
def dialogs(monkeypatch):
    """The dialogs that were opened, none of them shown."""
    opened = []
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: opened.append(dialog))  # noqa: PLW0108  takes self
    return opened


def view(window):
    return window.session.report.source.path


def opened(qtbot, window):
    return qtbot.waitSignal(window.session.report_opened, timeout=10_000)


def test_several_files_lie_behind_each_other(qtbot, window, paths):
    assert not window.actions_["next_report"].isEnabled()
    with opened(qtbot, window):
        window.files.open_paths(paths)
    assert view(window) == paths[0]
    assert "2" in window.status._place.text()
    seen = []
    for _ in range(3):
        with opened(qtbot, window):
            window.actions_["next_report"].trigger()
        seen.append(view(window))
    assert seen == [paths[1], paths[2], paths[0]]


def test_closing_brings_the_next_one_and_then_nothing(qtbot, window, paths):
    with opened(qtbot, window):
        window.files.open_paths(paths[:2])
    with opened(qtbot, window):
        window.actions_["close"].trigger()
    assert view(window) == paths[1]
    window.actions_["close"].trigger()
    assert window.session.report is None
    assert window.window().windowTitle() == "政府工作报告阅读器"
    assert not window.actions_["close"].isEnabled()


def test_the_dialog_opens_what_is_chosen_and_remembers_the_folder(
    qtbot, window, paths, dialogs, settings
):
    window.actions_["open"].trigger()
    assert dialogs[0].fileMode() == QFileDialog.FileMode.ExistingFiles
    with opened(qtbot, window):
        dialogs[0].filesSelected.emit([str(paths[1])])
    assert view(window) == paths[1]
    assert settings.open_folder == str(paths[1].parent)
    window.actions_["open"].trigger()
    assert dialogs[1].directory().absolutePath() == str(paths[1].parent)


def test_recent_files_can_be_opened_and_forgotten(qtbot, window, paths, settings):
    with opened(qtbot, window):
        window.files.open_paths(paths[:1])
    with opened(qtbot, window):
        window.files.open_builtin()
    recent = window.menus.recent
    recent.aboutToShow.emit()
    with opened(qtbot, window):
        recent.actions()[0].trigger()
    assert view(window) == paths[0]
    recent.aboutToShow.emit()
    recent.actions()[-1].trigger()
    assert settings.recent == ()
    recent.aboutToShow.emit()
    assert not recent.actions()[0].isEnabled()


def test_a_recent_file_that_is_gone_leaves_the_list(qtbot, window, paths, settings):
    settings.add_recent(paths[0])
    paths[0].unlink()
    with qtbot.waitSignal(window.session.report_failed, timeout=10_000):
        window.files.open_recent(paths[0])
    assert settings.recent == ()


def test_export_everything(qtbot, hongkou_window, dialogs, tmp_path, settings):
    window = hongkou_window
    window.actions_["export_all"].trigger()
    dialog = dialogs[0]
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert "虹口" in dialog.selectedFiles()[0]
    assert dialog.selectedFiles()[0].endswith(".xlsx")
    target = tmp_path / "虹口.xlsx"
    with qtbot.waitSignal(window.session.exported, timeout=30_000):
        dialog.fileSelected.emit(str(target))
    assert zipfile.is_zipfile(target)
    assert str(target) in window.bar.text
    assert [button.text() for button in window.bar._buttons] == [
        "打开文件",
        "打开所在文件夹",
    ]
    assert settings.export_folder == str(tmp_path)


@pytest.mark.parametrize("view_name", ["indicators", "tasks", "targets"])
def test_export_the_table_in_view(qtbot, hongkou_window, dialogs, tmp_path, view_name):
    window = hongkou_window
    window.side.show_tab(view_name)
    window.actions_["export_table"].trigger()
    target = tmp_path / f"{view_name}.csv"
    with qtbot.waitSignal(window.session.exported, timeout=30_000):
        dialogs[0].fileSelected.emit(str(target))
    rows = target.read_text("utf-8-sig").splitlines()
    assert len(rows) > 3


def test_the_ending_follows_the_kind_that_is_chosen(hongkou_window, dialogs):
    hongkou_window.actions_["export_all"].trigger()
    dialog = dialogs[0]
    csv = next(words for words in dialog.nameFilters() if "*.csv" in words)
    dialog.filterSelected.emit(csv)
    assert dialog.defaultSuffix() == "csv"
    assert dialog.selectedFiles()[0].endswith(".csv")


def test_nothing_to_export_before_the_figures_are_there(window):
    assert not window.actions_["export_all"].isEnabled()
    assert not window.actions_["export_table"].isEnabled()


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        pytest.param(
            Facts(region="上海市虹口区", year=2018), "上海市虹口区2018年政府工作报告", id="both"
        ),
        pytest.param(Facts(region="全国"), "全国政府工作报告", id="no year"),
        pytest.param(Facts(region="某/市:*", year=2020), "某_市__2020年政府工作报告", id="unfit"),
        pytest.param(Facts(), "hongkou-2018", id="neither"),
    ],
)
def test_suggested_names(hongkou, facts, name):
    from hkreader.text import read_report

    assert suggested_name(replace(read_report(hongkou), facts=facts)) == name
