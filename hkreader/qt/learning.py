"""What the user's word may mean elsewhere: offered, never done unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkreader.core.findings import Measurement
from hkreader.core.report import Report
from hkreader.qt.keeper import Keeper
from hkreader.qt.review import Review
from hkreader.qt.undoing import Deed, UndoStack

if TYPE_CHECKING:
    from hkreader.library.store import Store


@dataclass(frozen=True, slots=True)
class NameOffer:
    """To let a name always mean what the user made of it."""

    name: str
    canonical: str


@dataclass(frozen=True, slots=True)
class AlikeOffer:
    """To reject the same phrase elsewhere in the report, too."""

    phrase: str
    figures: tuple[Measurement, ...]


Offer = NameOffer | AlikeOffer


class Learning(QObject):
    """Holds the last offer until it is taken or something else is said."""

    offered = Signal(object)
    """The `Offer`."""
    taken = Signal(object)
    """The `Offer` that was."""
    names_known = Signal(object)
    """The user's names, each with what it means, after `ask_names`."""

    def __init__(self, review: Review, keeper: Keeper, undoing: UndoStack) -> None:
        super().__init__(review)
        self._review = review
        self._keeper = keeper
        self._undoing = undoing
        self.offer: Offer | None = None
        review.edited.connect(self._on_edited)
        review.rejected.connect(self._on_rejected)

    def take(self) -> bool:
        """Do what was offered last; tell whether there was anything."""
        offer, self.offer = self.offer, None
        if isinstance(offer, NameOffer):
            self._undoing.do(partial(self._rename, offer.name, offer.canonical, None))
        elif isinstance(offer, AlikeOffer):
            self._review.reject(offer.figures)
        if offer is not None:
            self.taken.emit(offer)
        return offer is not None

    def ask_names(self) -> None:
        """Have the user's names told."""
        self._keeper.read(_names, self.names_known.emit)

    def forget(self, name: str, canonical: str) -> None:
        """Let a name mean no longer what it was told to."""
        self._undoing.do(partial(self._rename, name, None, canonical))

    def _rename(self, name: str, now: str | None, before: str | None) -> Deed:
        self._keeper.write(partial(_put_name, name, now))
        self._review.reload()
        return partial(self._rename, name, before, now)

    def _on_edited(self, old: Measurement, new: Measurement) -> None:
        from hkreader.extract.canonical import canonical_name  # noqa: PLC0415  seldom needed

        self.offer = None
        if new.name and canonical_name(old.name) != canonical_name(new.name):
            self._offer(NameOffer(old.name, new.name))

    def _on_rejected(self, report: Report, gone: Sequence[Measurement]) -> None:
        from hkreader.extract.alike import find_alike, phrase_of  # noqa: PLC0415  seldom needed

        self.offer = None
        open_ = [it.figures[0] for it in self._review.items() if it.decision is None]
        alike = find_alike(report, gone, open_)
        if alike:
            self._offer(AlikeOffer(phrase_of(report, alike[0]), tuple(alike)))

    def _offer(self, offer: Offer) -> None:
        self.offer = offer
        self.offered.emit(offer)


def _names(store: Store) -> dict[str, str]:
    return store.aliases()


def _put_name(name: str, canonical: str | None, store: Store) -> None:
    if canonical is None:
        store.drop_alias(name)
    else:
        store.put_alias(name, canonical)
