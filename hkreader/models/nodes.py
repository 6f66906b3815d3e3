"""The places of a grouped table: headings and the rows under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from hkreader.core.report import Part, Report, Section, Span

R = TypeVar("R")

DEEPEST_GROUP = 2
"""Rows stand under parts and `(一)` headings; lead sentences would be a heading for each row."""


class Node:
    """A place in the tree."""

    __slots__ = ("children", "number", "parent", "row")

    def __init__(self) -> None:
        self.children: list[Node] = []
        self.number = 0
        """Its index among the model's nodes; stays when the arrangement changes."""
        self.parent: Node | None = None
        self.row = 0

    def leave(self) -> None:
        """Leave the tree: nodes that hold each other would stay until the collector comes."""
        self.children = []
        self.parent = None

    def adopt(self, children: Iterable[Node]) -> None:
        """Replace the children."""
        self.children = list(children)
        for row, child in enumerate(self.children):
            child.parent = self
            child.row = row


class GroupNode(Node):
    """A heading of the report with rows under it."""

    __slots__ = ("part", "section")

    def __init__(self, section: Section | None, part: Part) -> None:
        super().__init__()
        self.section = section
        """None for what stands under no heading; `part` names it then."""
        self.part = part

    @property
    def key(self) -> tuple[int, Part]:
        """What names the group within one report."""
        return (-1 if self.section is None else self.section.index, self.part)

    @property
    def depth(self) -> int:
        """How many headings stand above it."""
        return 1 if isinstance(self.parent, GroupNode) else 0

    @property
    def span(self) -> Span | None:
        """The heading's characters."""
        return None if self.section is None else self.section.heading_span


class RowNode(Node, Generic[R]):
    """A row with its record."""

    __slots__ = ("cells", "groups", "record", "repeated", "searched")

    def __init__(self, record: R) -> None:
        super().__init__()
        self.record = record
        self.groups: tuple[GroupNode, ...] = ()
        self.cells: tuple[str, ...] | None = None
        """The words of each column, made when first shown."""
        self.searched: str | None = None
        """What the filter looks at, made when first filtered."""
        self.repeated = False


class Grouper:
    """Gives each row the headings it stands under, outermost first."""

    __slots__ = ("_groups", "_paths", "_sections")

    def __init__(self, report: Report) -> None:
        self._sections = report.sections
        self._groups: dict[tuple[int, Part], GroupNode] = {}
        self._paths: dict[tuple[int | None, Part], tuple[GroupNode, ...]] = {}

    def path(self, section: int | None, part: Part) -> tuple[GroupNode, ...]:
        """Give the groups for a row of the innermost section `section`."""
        key = (section, part)
        if key not in self._paths:
            self._paths[key] = self._climb(section, part)
        return self._paths[key]

    def _climb(self, index: int | None, part: Part) -> tuple[GroupNode, ...]:
        path: list[GroupNode] = []
        while index is not None:
            section = self._sections[index]
            if section.level <= DEEPEST_GROUP:
                path.append(self._known(GroupNode(section, section.part)))
            index = section.parent
        return tuple(reversed(path)) or (self._known(GroupNode(None, part)),)

    def _known(self, group: GroupNode) -> GroupNode:
        return self._groups.setdefault(group.key, group)


def arrange(root: Node, rows: Sequence[RowNode[R]]) -> list[GroupNode]:
    """Hang `rows` under their groups, everything in the order of its first row."""
    children: dict[int, list[Node]] = {id(root): []}
    groups: list[GroupNode] = []
    for row in rows:
        above: Node = root
        for group in row.groups:
            if id(group) not in children:
                children[id(group)] = []
                children[id(above)].append(group)
                groups.append(group)
            above = group
        children[id(above)].append(row)
    root.adopt(children[id(root)])
    for group in groups:
        group.adopt(children[id(group)])
    return groups
