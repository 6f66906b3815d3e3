"""Which headings of a table the user has folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QTreeView

from hkreader.core.report import Part
from hkreader.models.nodes import GroupNode
from hkreader.models.row_proxy import RowProxy


class Folds(QObject):
    """Keeps headings folded over sorting and filtering; a filter opens them all."""

    def __init__(self, view: QTreeView, proxy: RowProxy) -> None:
        super().__init__(view)
        self._view = view
        self._proxy = proxy
        self._folded: set[tuple[int, Part]] = set()
        self._restoring = False
        view.collapsed.connect(self._on_collapsed)
        view.expanded.connect(self._on_expanded)
        proxy.modelReset.connect(self.restore)
        proxy.filter_changed.connect(self.restore)

    def restore(self) -> None:
        """Open every heading but those that the user folded."""
        self._restoring = True
        self._view.expandAll()
        for group in self._groups():
            if group.key in self._folded and not self._proxy.row_filter:
                self._view.collapse(self._proxy.index_of(group))
        self._restoring = False

    def forget(self) -> None:
        """Another report has other headings."""
        self._folded.clear()

    def fold_all(self) -> None:
        """Fold every heading."""
        self._folded = {group.key for group in self._groups()}
        self._view.collapseAll()

    def unfold_all(self) -> None:
        """Open every heading."""
        self._folded.clear()
        self._view.expandAll()

    def _groups(self) -> Sequence[GroupNode]:
        model = self._proxy.record_model
        return model.groups if model.grouped else ()

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._note(index, folded=True)

    def _on_expanded(self, index: QModelIndex) -> None:
        self._note(index, folded=False)

    def _note(self, index: QModelIndex, *, folded: bool) -> None:
        node = self._proxy.node(index)
        if self._restoring or not isinstance(node, GroupNode):
            return
        if folded:
            self._folded.add(node.key)
        else:
            self._folded.discard(node.key)
