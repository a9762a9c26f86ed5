"""Remarks on a text while somebody types it, and those that were let stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.disclosure.console_views import ConsoleRemark
from beraad.disclosure.leaks_while_typing import leaks_while_typing
from beraad.models.time_words import other_hours, other_lengths
from beraad.models.wording import remarks_on
from beraad.readers import EVERYONE, Readers
from beraad.services.meeting.open_rows import OpenRows
from beraad.terms import Remark


@dataclass(frozen=True, slots=True)
class LetStand:
    """Remark that the facilitator let stand in a text, and the reason."""

    text: str
    remark: ConsoleRemark
    because: str


class Wording:
    """Service for remarks about words. Nothing is saved: reasons last as long as the open meeting.

    The case file has a place for reasons (`overrides`), but prints what stands there as gaps of the plan.
    """

    def __init__(self, open_rows: OpenRows) -> None:
        self._open = open_rows
        self._let_stand: list[LetStand] = []

    def remarks(
        self,
        text: str,
        *,
        promise: bool,
        visible_to: Readers = EVERYONE,
        owners: tuple[str, ...] = (),
        at: str | None = None,
        minutes: int | None = None,
    ) -> tuple[ConsoleRemark, ...]:
        """Return the remarks on `text` that were not let stand; hidden details first.

        `promise`: the text says what will be done. `visible_to` and `owners` are who would read it. `at`
        (HH:MM) and `minutes` are chosen beside it, and should agree with what it says.
        """
        found = (
            *self._found(text, promise, visible_to, owners),
            *(ConsoleRemark(Remark.OTHER_TIME, words) for words in _other_times(text, at, minutes)),
        )
        return tuple(item for item in found if not any(_covers(one, text, item) for one in self._let_stand))

    def let_stand(self, text: str, remark: ConsoleRemark, because: str) -> None:
        """Stop this remark in this text, also when it is typed on; save the reason."""
        self._let_stand.append(LetStand(text, remark.key, because.strip()))

    def stands(self, text: str) -> tuple[LetStand, ...]:
        """Return the remarks that were let stand in this text."""
        return tuple(item for item in self._let_stand if text.startswith(item.text))

    def point_out_again(self, item: LetStand) -> None:
        """Show the remark again that was let stand."""
        self._let_stand.remove(item)

    def _found(
        self, text: str, promise: bool, visible_to: Readers, owners: tuple[str, ...]
    ) -> Iterator[ConsoleRemark]:
        if not text.strip():
            return
        for leak in leaks_while_typing(self._open.disclosure, text, visible_to, frozenset(owners)):
            yield ConsoleRemark(Remark.HIDDEN_DETAIL, leak=leak)
        for item in remarks_on(text, promise=promise):
            yield ConsoleRemark(item.remark, item.words, item.count)


def _other_times(text: str, at: str | None, minutes: int | None) -> Iterator[str]:
    if at is not None:
        yield from other_hours(text, at)
    if minutes is not None:
        yield from other_lengths(text, minutes)


def _covers(item: LetStand, text: str, remark: ConsoleRemark) -> bool:
    return item.remark == remark.key and text.startswith(item.text)
