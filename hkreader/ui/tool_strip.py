"""The one slim bar above the panes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from hkreader.messages import tr
from hkreader.ui.action_table import END_TOOLS, TOOLS
from hkreader.ui.actions import Actions, TableAction
from hkreader.ui.icons import SIZE, icon
from hkreader.ui.layout import STRIP_HEIGHT
from hkreader.ui.menus import Menus


class ToolStrip(QFrame):
    """Buttons for the actions that the table puts here, and the choice of theme."""

    def __init__(self, actions: Actions, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menus = menus
        self._buttons: list[QToolButton] = []
        self.theme_button = self._button()
        self._build(actions)
        actions.dressed.connect(self._dress)
        actions.draw_icons()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        first = sum(map(len, TOOLS))
        return *self._buttons[:first], self.theme_button, *self._buttons[first:]

    def _build(self, actions: Actions) -> None:
        layout = QHBoxLayout(self)
        self.setFixedHeight(STRIP_HEIGHT)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        for index, group in enumerate(TOOLS):
            if index:
                layout.addSpacing(12)
            for action_id in group:
                layout.addWidget(self._action_button(actions[action_id]))
        layout.addStretch(1)
        self.theme_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.theme_button.clicked.connect(self._on_theme_clicked)
        layout.addWidget(self.theme_button)
        for action_id in END_TOOLS:
            layout.addWidget(self._action_button(actions[action_id]))
        self._buttons[-1].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _action_button(self, action: TableAction) -> QToolButton:
        button = self._button()
        button.setDefaultAction(action)
        button.setObjectName(f"tool_{action.spec.id}")
        self._buttons.append(button)
        return button

    def _dress(self) -> None:
        self.theme_button.setIcon(icon("sun-moon"))
        self.theme_button.setToolTip(tr("window.menu.theme"))
        self.theme_button.setAccessibleName(tr("window.menu.theme"))
        for button in self._buttons:
            button.setAccessibleName(button.defaultAction().text().rstrip("…"))

    def _on_theme_clicked(self) -> None:
        corner = self.theme_button.mapToGlobal(self.theme_button.rect().bottomLeft())
        self._menus.menu("theme").popup(corner)
