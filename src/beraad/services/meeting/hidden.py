"""Finds the hidden details that texts of the open meeting would tell, and offers the ways out."""

from __future__ import annotations

from typing import Any

from beraad.codes import ActKind, WayOut
from beraad.disclosure.audience import Reader, may_see
from beraad.disclosure.console import console_leaks
from beraad.disclosure.console_views import ConsoleLeak
from beraad.disclosure.halves import Waiting, rows_with_readers
from beraad.models import Case, ContactDetail, Secret
from beraad.places import Place
from beraad.readers import Readers
from beraad.services.errors import NotThere, OwnerCannotSee
from beraad.services.hidden_rows import decide
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.two_rooms import TwoRooms
from beraad.terms import Strength


class Hidden:
    """Leaks and remarks of the open meeting, for the facilitator.

    Every `ConsoleLeak` says which words matched (`words`), whose detail it is (`owner`, `kind`; None for a
    phrase) and whom it would reach (`reaches` by name, `readers` by id). `ways` returns the ways out; the
    other methods take them. `remarks` are the possible leaks that were not answered yet.
    """

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms

    def remarks(self) -> tuple[ConsoleLeak, ...]:
        """Return texts that may tell somebody a hidden detail ("Gaat dit over …?"); none is withheld."""
        return tuple(console_leaks(self._open.disclosure, Strength.POSSIBLE))

    def ways(self, leak: ConsoleLeak) -> tuple[WayOut, ...]:
        """Return the ways out for a leak, in the order in which they are offered."""
        ways = [WayOut.CHANGE_TEXT]
        if leak.readers:
            ways.append(WayOut.LET_KNOW)
        row = self._row_at(leak.place)
        if row is not None and not self._owners_in_the_dark(row, leak):
            ways.append(WayOut.ONLY_WHO_MAY_KNOW)
        if leak.strength is Strength.POSSIBLE or leak.answered:
            ways.append(WayOut.ABOUT_SOMETHING_ELSE)
        return tuple(ways)

    def decide(self, leak: ConsoleLeak, *, is_about: bool) -> None:
        """Save the answer to "Gaat dit over …?" for this text and this detail.

        If it is about the detail, it is withheld from now on like a certain leak, also when text or detail
        change; if not, nothing is said of it any more.
        """
        with self._open.act(ActKind.HIDDEN_DECIDED):
            decide(self._open.case, leak, is_about=is_about)

    def let_know(self, leak: ConsoleLeak) -> None:
        """Let those whom the text would reach know the detail from now on. Raises NotThere."""
        detail = _detail_at(self._open.case, leak)
        with self._open.act(ActKind.LET_KNOW):
            readers = detail.visible_to
            if readers.left_out:
                rest = (one for one in readers.left_out if one not in leak.readers)
                detail.visible_to = Readers.everyone_but(*rest)
            else:
                detail.visible_to = Readers.only(*self._who_may_see(readers), *leak.readers)

    def keep_to_who_may_know(self, leak: ConsoleLeak) -> None:
        """Keep the text to those who may know the detail. Raises NotThere, OwnerCannotSee."""
        found = self._row_at(leak.place)
        if found is None:
            raise NotThere(id=str(leak.place))
        if kept := self._owners_in_the_dark(found, leak):
            raise OwnerCannotSee(called=self._open.disclosure.names.get(kept[0], kept[0]))
        with self._open.act(ActKind.READERS_CHANGED):
            readers = self.who_may_know(leak, found.row.visible_to)
            # Chosen: where they are who sits in one of two rooms, it does not wait to be released.
            found.row.visible_to = self._rooms.chosen(found.row.visible_to, readers)

    def who_may_know(self, leak: ConsoleLeak, readers: Readers) -> Readers:
        """Return who of the readers of a text may know the detail too."""
        case = self._open.case
        detail = _detail_at(case, leak)
        return Readers.only(
            *(
                person.id
                for person in case.people
                if may_see(case, readers, Reader(person.id)) and self._may_know(person.id, detail, leak)
            )
        )

    # -- inside --------------------------------------------------------------------------------------

    def _row_at(self, place: Place) -> Waiting | None:
        """The row of the plan that a text is of; None where it has no readers of its own."""
        rows = rows_with_readers(self._open.meeting)
        return next((row for row in rows if place.of_meeting.is_within(row.place)), None)

    def _owners_in_the_dark(self, found: Waiting, leak: ConsoleLeak) -> tuple[str, ...]:
        """Owners of an agreement who may not know the detail: they see it in any case."""
        detail = _detail_at(self._open.case, leak)
        return tuple(owner for owner in found.owners if not self._may_know(owner, detail, leak))

    def _may_know(self, person: str, detail: ContactDetail | Secret, leak: ConsoleLeak) -> bool:
        own = frozenset({leak.hidden_at.id}) if leak.kind else frozenset()
        return may_see(self._open.case, detail.visible_to, Reader(person), own)

    def _who_may_see(self, readers: Readers) -> tuple[str, ...]:
        case = self._open.case
        return tuple(person.id for person in case.people if may_see(case, readers, Reader(person.id)))


def _detail_at(case: Case, leak: ConsoleLeak) -> ContactDetail | Secret:
    """The hidden detail or phrase. Raises NotThere where another one stands in its place by now."""
    rows: list[Any] = list(case.secrets)
    if leak.hidden_at.kind == "people":
        person = case.person(leak.hidden_at.id)
        rows = list(person.contact) if person else []
    index = int(leak.hidden_at[-1]) - 1
    row: ContactDetail | Secret | None = rows[index] if index < len(rows) else None
    value = row.value if isinstance(row, ContactDetail) else row.text if row else None
    if row is None or value != leak.detail:
        raise NotThere(id=str(leak.hidden_at))
    return row
