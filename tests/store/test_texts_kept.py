"""What is kept in the store is a text, whichever way it came: the last door before the disk."""

import pytest
from sqlalchemy import update

from beraad.models import Case, Statement
from beraad.store.errors import TextRefused
from beraad.store.store import Store
from beraad.texts import LONGEST_TEXT
from tests.inside import engine_of
from tests.store.samples import a_case, a_statement

REFERENCE = "2026-0007"


def case_in(store: Store, reference: str = REFERENCE) -> Case:
    with store.unit_of_work() as unit:
        return unit.cases.get(reference)


def test_a_text_that_is_changed_is_kept_without_control_codes(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        case.meetings[0].statements[0].text = "een\vtwee\x00"
        case.people[0].name = "Ans\nJansen\x07"
        case.meetings[0].agreements[0].covers = ["s0\x00"]
        unit.commit()
        assert case.people[0].name == "Ans Jansen"
    case = case_in(store)
    assert case.meetings[0].statements[0].text == "een\ntwee"
    assert case.people[0].name == "Ans Jansen"
    assert case.meetings[0].agreements[0].covers == ["s0"]


def test_a_text_that_is_added_is_kept_without_control_codes(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        added = a_statement(3)
        added.text = "een\ftwee"
        case.meetings[0].statements.append(added)
        unit.cases.add(a_case("2026\n0008"))
        unit.commit()
    assert case_in(store).meetings[0].statements[3].text == "een\ntwee"
    assert case_in(store, "2026 0008").family_name == "Jansen"


@pytest.mark.parametrize(
    ("text", "cause"), [("x" * (LONGEST_TEXT + 1), "too_long"), ("half \ud83d", "broken_character")]
)
def test_a_text_that_cannot_be_kept_changes_nothing(store: Store, text: str, cause: str) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        case.municipality = "Breda"
        case.meetings[0].statements[0].text = text
        with pytest.raises(TextRefused) as refused:
            unit.commit()
        assert refused.value.facts == {"field": "text", "cause": cause}
        assert unit.cases.get(REFERENCE).municipality is None
        unit.cases.get(REFERENCE).municipality = "Tilburg"
        unit.commit()
    assert case_in(store).municipality == "Tilburg"
    assert case_in(store).meetings[0].statements[0].text == "Zorg nummer 0."


def test_a_text_that_was_longer_already_stays_and_may_become_shorter(store: Store) -> None:
    """An earlier version kept longer ones: what somebody wrote is not in the way of another edit."""
    long = "x" * (LONGEST_TEXT + 10)
    with engine_of(store).begin() as connection:
        connection.execute(update(Statement).where(Statement.id == "s0").values(text=long))  # type: ignore[arg-type]
    with store.unit_of_work() as unit:
        statement = unit.cases.get(REFERENCE).meetings[0].statements[0]
        statement.about = ["ans"]
        unit.commit()
        statement.text = long[:-1]
        unit.commit()
        statement.text = long
        with pytest.raises(TextRefused):
            unit.commit()
    assert case_in(store).meetings[0].statements[0].text == long[:-1]
