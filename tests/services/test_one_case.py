"""What is done to one case asks the database for no other: it takes as long among ten thousand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from beraad.i18n import DUTCH
from beraad.services.cases import CaseService
from beraad.services.printing import PrintingService
from beraad.store.errors import UnknownCase
from beraad.store.store import Store
from beraad.terms import Colour
from tests.inside import engine_of
from tests.services.conftest import HADDAD


def of_all_cases(store: Store, wish: Callable[[], object]) -> list[str]:
    """The queries of a wish that name no case."""
    asked: list[str] = []

    def note(*about: object) -> None:
        # The highest key of a table is found without going through it.
        words = str(about[2]).replace("max(cases.pk) AS max_1 \nFROM cases", "")
        if words.startswith("SELECT") and "FROM cases" in words and "WHERE" not in words:
            asked.append(words)

    event.listen(engine_of(store), "before_cursor_execute", note)
    try:
        wish()
    finally:
        event.remove(engine_of(store), "before_cursor_execute", note)
    return asked


def test_only_the_list_asks_for_all_cases(store: Store, cases: CaseService, tmp_path: Path) -> None:
    printing = PrintingService(store)
    wishes: list[Callable[[], object]] = [
        lambda: cases.colour(HADDAD, Colour.GREEN),
        lambda: cases.planning.plan(
            HADDAD, starts_at=None, place=None, facilitator=cases.case(HADDAD).people[0].id, invited=()
        ),
        lambda: cases.case(HADDAD),
        lambda: cases.export_file(HADDAD, tmp_path / "uit.json"),
        lambda: cases.create("T-1", "Jansen"),
        lambda: printing.copies(HADDAD),
    ]
    assert [of_all_cases(store, wish) for wish in wishes] == [[]] * len(wishes)
    assert of_all_cases(store, cases.overview), "the control: it is seen"


@pytest.mark.parametrize(
    "wish",
    [
        CaseService.case,
        lambda cases, reference: cases.scales_over_time(reference, DUTCH),
        CaseService.not_watched,
    ],
)
def test_a_case_that_is_not_there_is_named(
    cases: CaseService, wish: Callable[[CaseService, str], object]
) -> None:
    with pytest.raises(UnknownCase) as refused:
        wish(cases, "geen zaak")
    assert refused.value.facts["reference"] == "geen zaak"
