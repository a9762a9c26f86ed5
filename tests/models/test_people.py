"""Ages and who is a child, on the day of the meeting."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.models import Person
from beraad.models.person import is_child
from beraad.terms import Circle


def born(day: str | None) -> Person:
    return Person(
        id="lisa",
        name="Lisa",
        called="Lisa",
        circle=Circle.FAMILY,
        birth_date=dt.date.fromisoformat(day) if day else None,
    )


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("2016-04-12", "2026-04-11", 9),
        ("2016-04-12", "2026-04-12", 10),
        ("2016-04-12", "2026-04-13", 10),
        ("2016-04-12", "2016-04-12", 0),
        ("2016-12-31", "2027-01-01", 10),
        ("2016-02-29", "2027-02-28", 10),
        ("2016-02-29", "2027-03-01", 11),
        ("2016-02-29", "2028-02-29", 12),
    ],
)
def test_age_goes_up_on_the_birthday(birth: str, day: str, age: int) -> None:
    assert born(birth).age_on(dt.date.fromisoformat(day)) == age


def test_an_unknown_birth_date_gives_no_age() -> None:
    assert born(None).age_on(dt.date(2026, 1, 1)) is None


@given(st.dates(), st.dates())
def test_age_never_goes_down(birth: dt.date, day: dt.date) -> None:
    person = born(birth.isoformat())
    if day < dt.date.max:
        today, tomorrow = person.age_on(day), person.age_on(day + dt.timedelta(days=1))
        assert today is not None
        assert tomorrow is not None
        assert 0 <= tomorrow - today <= 1


@pytest.mark.parametrize(
    ("birth", "day", "child"),
    [
        ("2008-11-21", "2026-11-20", True),
        ("2008-11-21", "2026-11-21", False),
        (None, "2026-11-21", False),
    ],
)
def test_a_child_is_under_eighteen(birth: str | None, day: str, child: bool) -> None:
    assert is_child(born(birth), dt.date.fromisoformat(day)) is child


def test_nobody_is_no_child() -> None:
    assert not is_child(None, dt.date(2026, 1, 1))
