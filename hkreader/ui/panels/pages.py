"""The pages behind the tabs, by the names that the rest of the program uses."""

from __future__ import annotations

from hkreader.ui.panels.check_page import CheckPage
from hkreader.ui.panels.indicator_page import IndicatorPage
from hkreader.ui.panels.note_page import NotePage
from hkreader.ui.panels.review_page import ReviewPage
from hkreader.ui.panels.target_page import TargetPage
from hkreader.ui.panels.task_page import TaskPage

Page = IndicatorPage | TaskPage | TargetPage | CheckPage | ReviewPage | NotePage
PAGES: dict[str, type[Page]] = {
    "indicators": IndicatorPage,
    "tasks": TaskPage,
    "targets": TargetPage,
    "checks": CheckPage,
    "review": ReviewPage,
    "notes": NotePage,
}
