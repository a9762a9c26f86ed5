"""A commit writes the rows that changed and nothing else, and all of them or none."""

import datetime as dt

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, event

from beraad.models import Agreement, Case, NextMeeting, Readiness, Statement, Timing
from beraad.readers import EVERYONE, FACILITATOR, Readers
from beraad.store.errors import ChangedElsewhere, NotSaved, RuleBroken
from beraad.store.store import Store
from beraad.store.unit_of_work import UnitOfWork
from beraad.terms import Column, StatementKind, TimingKind
from tests.inside import engine_of
from tests.store.samples import a_statement

REFERENCE = "2026-0007"


def read(store: Store) -> Case:
    """The case as somebody else reads it."""
    with store.unit_of_work() as unit:
        return unit.cases.get(REFERENCE)


def writes_of(unit: UnitOfWork) -> list[str]:
    """What this unit writes from now on: the first words of each statement, as the driver gets it."""
    written: list[str] = []

    def note(statement: str) -> None:
        words = statement.split()
        if words[0] in ("INSERT", "UPDATE", "DELETE"):
            written.append(" ".join(words[:2]))

    unit.raw.set_trace_callback(note)
    return written


def test_a_value_that_changed_is_one_update_of_its_row(store: Store) -> None:
    with store.unit_of_work() as unit:
        row = unit.cases.get(REFERENCE).meetings[0].statements[1]
        written = writes_of(unit)
        row.text = "Anders."
        unit.commit()
    assert written == ["UPDATE statements", "UPDATE overview_lines"], "and the line is marked"
    statements = read(store).meetings[0].statements
    assert [(item.text, item.row_version) for item in statements] == [
        ("Zorg nummer 0.", 1),
        ("Anders.", 2),
        ("Zorg nummer 2.", 1),
    ]


def test_a_row_that_came_is_one_insert_and_belongs_to_what_holds_it(store: Store) -> None:
    with store.unit_of_work() as unit:
        meeting = unit.cases.get(REFERENCE).meetings[0]
        written = writes_of(unit)
        meeting.statements.append(a_statement(3))
        unit.commit()
        assert meeting.statements[3].meeting_pk == meeting.pk
    assert written == ["INSERT INTO", "UPDATE overview_lines"], "and the line is marked"
    assert [row.id for row in read(store).meetings[0].statements] == ["s0", "s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("kept", "readers"),
    [
        ('"everyone"', EVERYONE),
        ('["ans"]', Readers.only("ans")),
        ('{"everyone_but": ["ans"]}', Readers.everyone_but("ans")),
        ('{"everyone_but": []}', FACILITATOR),
        ('"somebody"', FACILITATOR),
        ("7", FACILITATOR),
    ],
)
def test_readers_that_are_not_understood_are_the_facilitator_alone(
    store: Store, kept: str, readers: Readers
) -> None:
    with engine_of(store).begin() as connection:
        connection.exec_driver_sql("UPDATE statements SET visible_to = ?", (kept,))
    assert {row.visible_to for row in read(store).meetings[0].statements} == {readers}


def test_values_of_every_kind_come_back_as_they_were_set(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        row, person = case.meetings[0].statements[0], case.people[0]
        row.column, row.kind = Column.NEXT_STEP, StatementKind.FAMILY_GOAL
        row.about, row.visible_to, row.by = ["ans"], Readers.only("ans"), "ans"
        person.birth_date, person.large_print = dt.date(1951, 4, 3), True
        unit.commit()
        row.by, person.birth_date = None, None
        unit.commit()
        person.birth_date = dt.date(1950, 1, 2)
        unit.commit()
    case = read(store)
    row, person = case.meetings[0].statements[0], case.people[0]
    assert (row.column, row.kind, row.by) == (Column.NEXT_STEP, StatementKind.FAMILY_GOAL, None)
    assert (row.about, row.visible_to) == (["ans"], Readers.only("ans"))
    assert (person.birth_date, person.large_print) == (dt.date(1950, 1, 2), True)


def test_what_comes_brings_what_it_holds_and_what_comes_alone_too(store: Store) -> None:
    with store.unit_of_work() as unit:
        meeting = unit.cases.get(REFERENCE).meetings[0]
        readiness = [Readiness(person="ans", willingness=7, confidence=6, capacity=5)]
        timing = Timing(kind=TimingKind.ALWAYS)
        meeting.agreements.append(
            Agreement(id="a2", position=1, what="Bellen.", owners=[], timing=timing, readiness=readiness)
        )
        meeting.next_meeting = NextMeeting(starts_at="2026-06-01T19:00")
        unit.commit()
    meeting = read(store).meetings[0]
    assert [item.id for item in meeting.agreements] == ["a1", "a2"]
    assert meeting.agreements[1].readiness[0].willingness == 7
    assert meeting.next_meeting is not None


def test_what_came_changed_and_went_at_once_is_kept_as_a_whole(store: Store) -> None:
    with store.unit_of_work() as unit:
        meeting = unit.cases.get(REFERENCE).meetings[0]
        meeting.statements[1].text = "Anders."
        meeting.statements.append(a_statement(3))
        del meeting.statements[0]
        unit.commit()
        meeting.statements[0].text = "Weer anders."
        unit.commit()
    statements = read(store).meetings[0].statements
    assert [(row.id, row.text) for row in statements] == [
        ("s1", "Weer anders."),
        ("s2", "Zorg nummer 2."),
        ("s3", "Zorg nummer 3."),
    ]


def test_of_two_values_of_which_one_changed_elsewhere_neither_is_kept(store: Store) -> None:
    with store.unit_of_work() as one, store.unit_of_work() as other:
        mine, theirs = one.cases.get(REFERENCE), other.cases.get(REFERENCE)
        theirs.meetings[0].statements[2].text = "Van een ander."
        other.commit()
        for row in mine.meetings[0].statements:
            row.text = "Van mij."
        mine.meetings[0].statements.append(a_statement(3))
        with pytest.raises(ChangedElsewhere):
            one.commit()
        texts = ["Zorg nummer 0.", "Zorg nummer 1.", "Van een ander."]
        assert [row.text for row in mine.meetings[0].statements] == texts
        assert [row.row_version for row in mine.meetings[0].statements] == [1, 1, 2]
    assert [row.text for row in read(store).meetings[0].statements] == texts


def test_a_row_that_is_refused_takes_the_values_beside_it_back_too(store: Store) -> None:
    with store.unit_of_work() as unit:
        meeting = unit.cases.get(REFERENCE).meetings[0]
        meeting.place = "Buurthuis"
        meeting.statements.append(Statement(id="s3", column=Column.DANGER, kind=StatementKind.HARM))
        with pytest.raises(RuleBroken):
            unit.commit()
        assert (meeting.place, len(meeting.statements)) == (None, 3)
        meeting.statements.append(a_statement(3))
        unit.commit()
    assert len(read(store).meetings[0].statements) == 4


def test_what_was_set_to_what_it_was_waits_for_nothing_once_more_was_kept(store: Store) -> None:
    with store.unit_of_work() as unit:
        statements = unit.cases.get(REFERENCE).meetings[0].statements
        statements[0].text = str(statements[0].text)
        assert not unit.changed
        statements[1].text = "Anders."
        unit.commit()
        assert not unit.changed
        assert statements[0].row_version == 1


@pytest.mark.parametrize("commits_before", [0, 1])
def test_a_value_whose_commit_fails_is_not_kept_whatever_was_committed_before(
    store: Store, commits_before: int
) -> None:
    with store.unit_of_work() as unit:
        statements = unit.cases.get(REFERENCE).meetings[0].statements
        for _commit in range(commits_before):
            statements[0].text = "Eerst."
            unit.commit()
        begun = statements[0].text
        statements[0].text = "Dan."

        def fail(_connection: Connection) -> None:
            event.remove(engine_of(store), "commit", fail)
            raise driver.OperationalError("disk I/O error")

        event.listen(engine_of(store), "commit", fail)
        with pytest.raises(NotSaved):
            unit.commit()
        assert statements[0].text == begun
        statements[1].text = "Toch."
        unit.commit()
    assert [row.text for row in read(store).meetings[0].statements[:2]] == [begun, "Toch."]


@pytest.mark.parametrize("commits_before", [0, 1])
def test_what_breaks_off_between_two_values_keeps_neither_and_the_unit_goes_on(
    store: Store, commits_before: int
) -> None:
    with store.unit_of_work() as unit:
        statements = unit.cases.get(REFERENCE).meetings[0].statements
        for _commit in range(commits_before):
            statements[2].text = "Eerst."
            unit.commit()
        begun = [row.text for row in statements]
        written = writes_of(unit)

        def break_off(*about: object) -> None:
            if str(about[2]).startswith("UPDATE") and len(written) == 2:
                raise ZeroDivisionError

        event.listen(engine_of(store), "before_cursor_execute", break_off)
        for row in statements:
            row.text = "Anders."
        with pytest.raises(ZeroDivisionError):
            unit.commit()
        event.remove(engine_of(store), "before_cursor_execute", break_off)
        assert [row.text for row in statements] == begun
        statements[2].text = "Toch."
        unit.commit()
    assert [row.text for row in read(store).meetings[0].statements] == [*begun[:2], "Toch."]
