"""Rows begin whole, go with the row that holds them, and a case knows its people and meetings."""

import datetime as dt
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, SQLModel, col, select

from beraad import assets
from beraad.exchange import read_case_file
from beraad.models import Agreement, Case, Meeting, Row, Statement, Timing
from beraad.terms import MeetingKind, TimingKind

TABLES = [mapper.class_ for mapper in sorted(Row._sa_registry.mappers, key=lambda one: one.class_.__name__)]


@pytest.fixture
def case() -> Case:
    return read_case_file(assets.example_case("de-wit"))


@pytest.fixture
def engine() -> Iterator[sa.Engine]:
    engine = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
    SQLModel.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_new_row_has_all_its_relations(table: type[Row]) -> None:
    row = table()
    for relation in sa.inspect(table).relationships:
        assert row.__dict__[relation.key] == ([] if relation.uselist else None)


def test_a_given_relation_is_kept() -> None:
    timing = Timing(kind=TimingKind.ALWAYS)
    assert Agreement(id="a1", what="bellen", owners=[], timing=timing).timing is timing


def test_a_row_refuses_a_value_that_it_cannot_hold() -> None:
    with pytest.raises(TypeError, match="Timing has no ends"):
        Timing(kind=TimingKind.ALWAYS, ends=None)


def test_two_rows_do_not_share_a_list() -> None:
    one, other = Meeting(), Meeting()
    one.statements.append(Statement(id="s1"))
    assert other.statements == []


def test_reading_a_relation_that_was_not_loaded_is_an_error(case: Case, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.add(case)
        session.commit()
    with Session(engine) as session:
        found = session.exec(select(Case)).one()
        with pytest.raises(sa.exc.InvalidRequestError, match="lazy='raise'"):
            _ = found.people


def test_everything_of_a_case_goes_with_it(case: Case, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.add(case)
        session.commit()
    with engine.connect() as connection:
        connection.execute(sa.text("PRAGMA foreign_keys = ON"))
        connection.execute(sa.delete(sa.inspect(Case).local_table))
        for table in SQLModel.metadata.sorted_tables:
            assert connection.execute(sa.select(sa.func.count()).select_from(table)).scalar() == 0


def test_a_row_that_leaves_its_list_leaves_the_database(case: Case, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.add(case)
        session.flush()
        del case.meetings[0].statements[0]
        session.commit()
    with Session(engine) as session:
        assert session.exec(select(Statement).where(col(Statement.id) == "s1")).all() == []


def test_a_stale_writer_is_told(case: Case, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.add(case)
        session.commit()
    with Session(engine) as first, Session(engine) as second:
        ours, theirs = (session.exec(select(Case)).one() for session in (first, second))
        ours.family_name = "De Wit-Jansen"
        first.commit()
        theirs.family_name = "Jansen"
        with pytest.raises(StaleDataError):
            second.commit()


def test_a_case_finds_its_people_and_meetings_by_id(case: Case) -> None:
    person, meeting = case.person("ans"), case.meeting("b2")
    assert person is not None
    assert meeting is not None
    assert (person.called, meeting.number) == ("oma Ans", 2)
    assert case.person("niemand") is None
    assert case.meeting("b9") is None


def test_the_meetings_before_one_come_oldest_first(case: Case) -> None:
    first, second = case.meetings
    assert case.before(second) == [first]
    assert case.before(first) == []


def meeting(name: str, *, agreed: bool = False, filled: bool = False) -> Meeting:
    return Meeting(
        id=name,
        kind=MeetingKind.PROFESSIONALS,
        agreed_at="2026-01-01T10:00" if agreed else None,
        statements=[Statement(id="s1")] if filled else [],
    )


@pytest.mark.parametrize(
    ("meetings", "current"),
    [
        ([], None),
        ([meeting("b1"), meeting("b2")], "b2"),
        ([meeting("b1", filled=True), meeting("b2")], "b1"),
        ([meeting("b1", agreed=True), meeting("b2", filled=True)], "b1"),
        ([meeting("b1", agreed=True), meeting("b2", agreed=True), meeting("b3")], "b2"),
    ],
)
def test_the_plan_in_force_is_the_last_agreed_or_else_the_last_with_content(
    meetings: list[Meeting], current: str | None
) -> None:
    found = Case(reference="x", family_name="y", meetings=meetings).current_plan()
    assert (found.id if found else None) == current


@pytest.mark.parametrize(
    ("starts_at", "agreed_at", "day"),
    [
        ("2026-10-05T14:00", "2026-10-06T10:00", dt.date(2026, 10, 5)),
        (None, "2026-10-06T10:00", dt.date(2026, 10, 6)),
        (None, None, None),
    ],
)
def test_the_day_of_a_meeting_is_when_it_starts_or_else_when_it_was_agreed(
    starts_at: str | None, agreed_at: str | None, day: dt.date | None
) -> None:
    assert Meeting(starts_at=starts_at, agreed_at=agreed_at).day == day
