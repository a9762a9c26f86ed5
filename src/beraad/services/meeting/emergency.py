"""Wishes about the time-outs and the emergency plan."""

from __future__ import annotations

from beraad.codes import ActKind
from beraad.disclosure.console_views import ConsoleNumber, ConsoleTimeOut
from beraad.disclosure.numbers import offered_numbers, who_may_not_have
from beraad.models import EmergencyStep, MoreTimeOut, TimeOut
from beraad.readers import Readers
from beraad.services.errors import NotThere, NotValid
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.time_out_rows import put_time_outs
from beraad.services.meeting.two_rooms import TwoRooms
from beraad.services.rows import blank_to_none, in_order
from beraad.terms import GAPS_OF_STEPS, number_of_time_out, time_out_subject

LONGEST_TIME_OUT = 7 * 24 * 60
"""Longest time-out in minutes; what takes longer than a week is another kind of agreement."""

USUAL_TIME_OUT = 60
"""Minutes of a new time-out."""


class Emergency:
    """Service for the time-outs and the ordered emergency steps."""

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms
        self._offered: dict[tuple[object, ...], tuple[ConsoleNumber, ...]] = {}

    def begin_time_out(self, takes: str, number: int = 1) -> None:
        """Begin the time-out with this number (from 1), which this person takes; its words come later.

        It is for everyone, or of two rooms for the one in which it is said. An existing one only changes
        hands; each who takes one may have their own. Raises NotThere if none can begin there.
        """
        with self._open.act(ActKind.TIME_OUT_CHANGED) as meeting:
            rows = meeting.time_outs
            if number <= len(rows):
                self._time_out(number).takes = takes
                return
            if number != len(rows) + 1:
                raise NotThere(id=time_out_subject(number))
            kind = MoreTimeOut if rows else TimeOut
            row = kind(signal="", takes=takes, goes_to="", minutes=USUAL_TIME_OUT, returns="")
            row.visible_to = self._rooms.readers()
            put_time_outs(meeting, [*rows, row])

    def set_time_out(self, wish: ConsoleTimeOut, number: int = 1) -> None:
        """Set the whole time-out with this number (from 1). Raises NotThere.

        Raises NotValid if the minutes are not 1 to a week.
        """
        if not 1 <= wish.minutes <= LONGEST_TIME_OUT:
            raise NotValid(field="minutes", cause="out_of_range")
        with self._open.act(ActKind.TIME_OUT_CHANGED) as meeting:
            if number == 1 and not meeting.time_outs:
                first = TimeOut(signal="", takes=wish.takes, goes_to="", minutes=wish.minutes, returns="")
                put_time_outs(meeting, [first])
            row = self._time_out(number)
            row.signal, row.takes, row.goes_to = wish.signal.strip(), wish.takes, wish.goes_to.strip()
            row.minutes, row.returns = wish.minutes, wish.returns.strip()
            row.signs = blank_to_none(wish.signs)
            row.visible_to = self._rooms.chosen(row.visible_to, wish.visible_to)

    def remove_time_out(self, number: int = 1) -> None:
        """Remove the time-out with this number (from 1), if there is one; those behind it move up."""
        with self._open.act(ActKind.TIME_OUT_REMOVED) as meeting:
            rows = list(meeting.time_outs)
            if 1 <= number <= len(rows):
                del rows[number - 1]
                put_time_outs(meeting, rows)
                # Gaps name a time-out by its number: why one may stand says nothing of what stands there now.
                meeting.overrides = [
                    item for item in meeting.overrides if number_of_time_out(item.subject or "") is None
                ]

    def add(self, text: str, number: str | None = None, visible_to: Readers | None = None) -> int:
        """Add a step at the end; return its index.

        Without readers it is for everyone, or of two rooms for the one in which it is said.
        """
        with self._open.act(ActKind.EMERGENCY_ADDED):
            row = EmergencyStep(order=0, text=text.strip(), number=blank_to_none(number))
            row.visible_to = self._rooms.readers(visible_to)
            rows = [*self._rows(), row]
            self._put(rows)
            return len(rows) - 1

    def change(
        self,
        index: int,
        *,
        text: str | None = None,
        number: str | None = None,
        visible_to: Readers | None = None,
    ) -> None:
        """Change the fields that are given; an empty number removes it."""
        with self._open.act(ActKind.EMERGENCY_CHANGED):
            row = self._row(index)
            if text is not None:
                row.text = text.strip()
            if number is not None:
                row.number = blank_to_none(number)
            if visible_to is not None:
                row.visible_to = self._rooms.chosen(row.visible_to, visible_to)

    def move(self, index: int, places: int) -> None:
        """Move a step up (negative) or down."""
        with self._open.act(ActKind.EMERGENCY_MOVED):
            rows = self._rows()
            row = self._row(index)
            rows.remove(row)
            rows.insert(max(0, index + places), row)
            self._put(rows)

    def remove(self, index: int) -> None:
        """Remove a step."""
        with self._open.act(ActKind.EMERGENCY_REMOVED):
            row = self._row(index)
            self._put([item for item in self._rows() if item is not row])

    def numbers(self, visible_to: Readers) -> tuple[ConsoleNumber, ...]:
        """Return telephone numbers for text with these readers, with the names whom each must not reach."""
        disclosure = self._open.disclosure
        readers = tuple(seat.person for seat in disclosure.meeting.participants)
        # Whom a number may reach is as dear to find out as a whole copy, and each step offers them.
        key = disclosure.search, readers, visible_to
        if key not in self._offered:
            self._offered = {known: offer for known, offer in self._offered.items() if known[:2] == key[:2]}
            self._offered[key] = tuple(offered_numbers(disclosure, visible_to))
        return self._offered[key]

    def not_for(self, text: str, visible_to: Readers) -> tuple[str, ...]:
        """Return the names of those who would read `text` and may not know what it tells."""
        return who_may_not_have(self._open.disclosure, text, visible_to)

    def _time_out(self, number: int) -> TimeOut | MoreTimeOut:
        rows = self._open.meeting.time_outs
        if not 1 <= number <= len(rows):
            raise NotThere(id=time_out_subject(number))
        return rows[number - 1]

    def _rows(self) -> list[EmergencyStep]:
        """The steps as they are read: by their order."""
        return sorted(self._open.meeting.emergency, key=lambda row: row.order)

    def _row(self, index: int) -> EmergencyStep:
        rows = self._rows()
        if not 0 <= index < len(rows):
            raise NotThere(id=str(index))
        return rows[index]

    def _put(self, rows: list[EmergencyStep]) -> None:
        meeting = self._open.meeting
        before = self._rows()
        if rows[: len(before)] != before:
            # Gaps name a step by its number: why one may stand says nothing of what stands there now.
            meeting.overrides = [item for item in meeting.overrides if item.gap not in GAPS_OF_STEPS]
        meeting.emergency = rows
        in_order(rows)
        for number, row in enumerate(rows, start=1):
            row.order = number
