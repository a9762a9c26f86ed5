"""The index of the words in all cases: what it finds, in which order, and what is read anew."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlmodel import col

from beraad.models import Case
from beraad.places import Place
from beraad.store.search import Found, SearchIndex
from beraad.store.store import Store
from tests.store.samples import a_case

EVERYTHING = "abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture
def filled(store: Store) -> Store:
    """Three cases; nothing of them is to be read anew."""
    with store.unit_of_work() as unit:
        for reference, family in (("R-2", "Janssen"), ("R-3", "Łuczak")):
            case = a_case(reference)
            case.family_name = family
            unit.cases.add(case)
        unit.commit()
    store.take_changed()
    return store


def read(store: Store, index: SearchIndex | None = None, keys: set[int] | None = None) -> SearchIndex:
    index = index or SearchIndex()
    with store.unit_of_work() as unit:
        index.read(unit, keys)
    return index


def all_of(index: SearchIndex) -> list[Found]:
    """Everything that it finds by the first letter or digit of a word."""
    return [found for letter in EVERYTHING for found in index.find(letter, 10_000)]


def change(store: Store, reference: str, text: str) -> None:
    with store.unit_of_work() as unit:
        unit.cases.get(reference).meetings[0].statements[1].text = text
        unit.commit()


def test_names_come_first_and_the_newest_case_before_the_others(filled: Store) -> None:
    with filled.unit_of_work() as unit:
        unit.cases.get("2026-0007").meetings[0].statements[0].text = "Bij Jansen thuis."
        unit.commit()
    found = [(item.reference, str(item.place)) for item in read(filled).find("jans")]
    assert found == [
        ("R-3", "people/ans/name"),
        ("R-2", "family_name"),
        ("R-2", "people/ans/name"),
        ("2026-0007", "family_name"),
        ("2026-0007", "people/ans/name"),
        ("2026-0007", "meetings/m1/statements/s0/text"),
    ]


def test_a_place_says_the_family_and_the_number_of_its_meeting(filled: Store) -> None:
    found = read(filled).find("zorg nummer 2", 1)
    assert found == (
        Found("R-3", "Łuczak", Place.parse("meetings/m1/statements/s2/text"), 1, "Zorg nummer 2."),
    )


@pytest.mark.parametrize("words", ["luc", "ŁUCZAK", "łuczák"])
def test_folded_letters_and_beginnings_find(filled: Store, words: str) -> None:
    assert [str(item.place) for item in read(filled).find(words)] == ["family_name"]


def test_no_more_are_given_than_asked(filled: Store) -> None:
    assert len(read(filled).find("z", 4)) == 4


def test_a_commit_notes_the_cases_that_it_may_have_changed(filled: Store) -> None:
    assert not filled.has_changed
    change(filled, "R-2", "Iets anders.")
    assert filled.has_changed
    with filled.unit_of_work() as unit:
        (key,) = unit.cases.read(select(col(Case.pk)).where(col(Case.reference) == "R-2"))[0]
    assert filled.take_changed() == {key}
    assert filled.take_changed() == set()


def test_what_was_changed_or_removed_is_found_as_it_is_now(filled: Store) -> None:
    index = read(filled)
    change(filled, "R-2", "Iets anders.")
    assert index.find("anders") == (), "the control: not before it is read anew"
    read(filled, index, filled.take_changed())
    assert [item.reference for item in index.find("anders")] == ["R-2"]
    with filled.unit_of_work() as unit:
        unit.cases.remove(unit.cases.get("R-2"))
        unit.commit()
    read(filled, index, filled.take_changed())
    assert "R-2" not in {item.reference for item in all_of(index)}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2026-0007", "R-2", "R-3"]),
            st.sampled_from(["Aap.", "Noot mies.", "Élan vital"]),
        ),
        max_size=4,
    )
)
def test_read_anew_bit_by_bit_it_is_as_read_at_once(filled: Store, changes: list[tuple[str, str]]) -> None:
    index = read(filled)
    for reference, text in changes:
        change(filled, reference, text)
        read(filled, index, filled.take_changed())
    assert all_of(index) == all_of(read(filled))


def test_reading_can_be_stopped_between_cases(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beraad.store.search._AT_ONCE", 1)
    told: list[tuple[int, int]] = []

    def tell(at: int, of: int) -> None:
        told.append((at, of))
        if at == 2:
            raise KeyboardInterrupt

    index = SearchIndex()
    with filled.unit_of_work() as unit, pytest.raises(KeyboardInterrupt):
        index.read(unit, tell=tell)
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert {item.reference for item in all_of(index)} == {"2026-0007", "R-2"}


def test_nothing_of_the_index_comes_on_disk(filled: Store, data: Path) -> None:
    before = sorted(path.name for path in data.rglob("*"))
    index = read(filled)
    assert index.find("zorg")
    assert sorted(path.name for path in data.rglob("*")) == before
    assert index._words._connection.execute("PRAGMA database_list").fetchall() == [(0, "main", "")]
