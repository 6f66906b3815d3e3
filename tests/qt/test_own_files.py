"""Texts that the program keeps for itself: laid out, kept, and the old ones dropped."""

from __future__ import annotations

import os
from pathlib import Path

from hkreader.qt import own_files
from hkreader.qt.own_files import drop_old_collections, folder_for, keep_text


def test_a_folder_is_the_same_for_the_same_collection(qapp, tmp_path):
    path = tmp_path / "各地.csv"
    assert folder_for("collections", path, "全文") == folder_for("collections", path, "全文")
    assert folder_for("collections", path, "全文") != folder_for("collections", path, "摘要")
    assert folder_for("collections", path, "").name.startswith("各地-")


def test_a_text_is_kept_as_it_is(qapp):
    path = keep_text("一行\r\n又一行", "粘贴的报告")
    assert path.read_bytes() == "一行\r\n又一行".encode()
    assert path.name.startswith("粘贴的报告 ")


def test_texts_of_one_second_stand_beside_each_other(qapp):
    paths = [keep_text(text, "粘贴的报告") for text in "甲乙丙"]
    assert [path.read_text("utf-8") for path in paths] == list("甲乙丙")


def test_old_collections_go_and_pasted_texts_stay(qapp, monkeypatch):
    monkeypatch.setattr(own_files, "KEPT", 2)
    text = keep_text("字", "粘贴的报告")
    folders = [folder_for("collections", Path(f"{name}.zip"), "") for name in "甲乙丙丁"]
    for age, folder in enumerate(folders):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "报告.txt").write_text("字", "utf-8")
        os.utime(folder, (9e9 - age, 9e9 - age))
    drop_old_collections()
    assert [folder.exists() for folder in folders] == [True, True, False, False]
    assert text.exists()
