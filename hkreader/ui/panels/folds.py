"""Which headings of a table the user has folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QTreeView

from hkreader.core.report import Part
from hkreader.models.nodes import GroupNode
from hkreader.models.row_proxy import RowProxy
from hkreader.qt.slices import Slices


class Folds(QObject):
    """Keeps headings folded over sorting and filtering; a filter opens them all."""

    def __init__(self, view: QTreeView, proxy: RowProxy) -> None:
        super().__init__(view)
        self._view = view
        self._proxy = proxy
        self._folded: set[tuple[int, Part]] = set()
        self._restoring = False
        self._slices = Slices(self)
        view.collapsed.connect(self._on_collapsed)
        view.expanded.connect(self._on_expanded)
        proxy.modelReset.connect(self.restore)
        proxy.filter_changed.connect(self.restore)

    def restore(self) -> None:
        """Open every heading but those that the user folded; of many the first ones at once."""
        self._slices.run(self._open_groups())

    def _open_groups(self) -> Iterator[None]:
        # Rows that wait for being laid out are laid out with what is opened, all in one go.
        self._view.doItemsLayout()
        for group in self._groups():
            if group.key not in self._folded or self._proxy.row_filter:
                self._restoring = True
                self._view.expand(self._proxy.index_of(group))
                self._restoring = False
                yield

    def forget(self) -> None:
        """Another report has other headings."""
        self._folded.clear()

    def fold_all(self) -> None:
        """Fold every heading."""
        self._slices.stop()
        self._folded = {group.key for group in self._groups()}
        self._view.collapseAll()

    def unfold_all(self) -> None:
        """Open every heading."""
        self._folded.clear()
        self.restore()

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
