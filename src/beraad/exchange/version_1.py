"""Facts that a case file of version 1 does not say, as far as they follow from it."""

from collections.abc import Iterable

from beraad.models import Agreement, Case, Check, Meeting, Statement
from beraad.models.mentions import Mentions
from beraad.terms import StatementKind


def complete(case: Case) -> None:
    """Say in which meeting origins and checked agreements stand, and from whom harm may come.

    An id may stand in several meetings. A check then means the newest meeting before it; an origin the newest
    meeting before what came from it.
    """
    places = _Places(case.meetings)
    for check in case.checks:
        check.meeting = places.of_check(check)
    names = Mentions(case.people)
    for index, meeting in enumerate(case.meetings):
        for agreement in meeting.agreements:
            agreement.origin_meeting = places.of_origin(agreement, index)
        for statement in meeting.statements:
            statement.origin_meeting = places.of_origin(statement, index)
            if statement.kind is StatementKind.DANGER_STATEMENT and statement.about:
                harmed = set(statement.about)
                statement.from_ = [who for who in names.named_in(statement.text) if who not in harmed] or None


class _Places:
    """The meetings of a case in their order, and which ids stand in each."""

    def __init__(self, meetings: list[Meeting]) -> None:
        self._meetings = meetings
        self._agreements = [_ids(meeting.agreements) for meeting in meetings]
        self._statements = [_ids(meeting.statements) for meeting in meetings]

    def of_check(self, check: Check) -> str | None:
        """The newest meeting with this agreement on or before the day of the check.

        The newest with this agreement at all, where none came before it or a day is not known.
        """
        having = [index for index, ids in enumerate(self._agreements) if check.agreement in ids]
        days = {index: self._meetings[index].day for index in having}
        before = [index for index in having if check.on and (day := days[index]) and day <= check.on]
        return self._meetings[(before or having)[-1]].id

    def of_origin(self, row: Statement | Agreement, here: int) -> str | None:
        """The meeting in which the origin of a row of meeting `here` stands; None where it has none.

        The newest before, for what goes on from the last plan. Where none of those has the id: this meeting,
        for what came from a statement of it, and then any other. An agreement that came from a statement
        of its own meeting is known by that no earlier agreement has the id.
        """
        if row.origin is None:
            return None
        before, here_and_later = list(reversed(range(here))), list(range(here, len(self._meetings)))
        if isinstance(row, Agreement):
            order = [
                *((index, self._agreements) for index in before),
                *((index, self._statements) for index in (here, *before)),
                *((index, self._agreements) for index in here_and_later),
                *((index, self._statements) for index in here_and_later),
            ]
        else:
            order = [
                (index, ids)
                for index in (*before, *here_and_later)
                for ids in (self._statements, self._agreements)
            ]
        return next((self._meetings[index].id for index, ids in order if row.origin in ids[index]), None)


def _ids(rows: Iterable[Statement | Agreement]) -> frozenset[str]:
    return frozenset(row.id for row in rows)
