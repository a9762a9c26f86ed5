"""Add the facts that a case file of version 1 does not state, if they follow from it."""

from beraad.models import Agreement, Case, Meeting, Statement
from beraad.models.mentions import Mentions
from beraad.models.threads import Threads
from beraad.terms import StatementKind


def complete(case: Case) -> None:
    """Fill in the meetings of origins and of checked agreements, and the people from whom harm may come.

    An id may occur in several meetings: `Threads` says which one is meant.
    """
    threads = Threads(case)
    for check in case.checks:
        meant = threads.meeting_of(check)
        check.meeting = meant.id if meant else None
    names = Mentions(case.people)
    for meeting in case.meetings:
        for agreement in meeting.agreements:
            agreement.origin_meeting = _of_origin(threads, meeting, agreement)
        for statement in meeting.statements:
            statement.origin_meeting = _of_origin(threads, meeting, statement)
            if statement.kind is StatementKind.DANGER_STATEMENT and statement.about:
                harmed = set(statement.about)
                named = names.named_in(statement.text, owning=False)
                statement.from_ = [who for who in named if who not in harmed] or None


def _of_origin(threads: Threads, meeting: Meeting, row: Statement | Agreement) -> str | None:
    found = threads.origin(meeting, row)
    return found[0].id if found else None
