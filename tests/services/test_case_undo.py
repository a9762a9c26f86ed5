"""What is done on the page of a case or in the list is taken back and done again, exactly."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from beraad import assets
from beraad.codes import ActKind
from beraad.i18n import DUTCH
from beraad.readers import EVERYONE, Readers
from beraad.services.acts import Act
from beraad.services.case_undo import CaseUndo
from beraad.services.cases import CaseService, SecretLine
from beraad.services.errors import UnknownMeeting
from beraad.services.people import ContactLine, PersonLine
from beraad.services.printing import PrintingService
from beraad.store.errors import ChangedElsewhere, UnknownCase
from beraad.store.store import Store
from beraad.store.whole_case import WholeCase
from beraad.terms import Circle, Colour, ContactKind, Decision
from beraad.words.acts import act_label
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, HADDAD, Clock, Opened
from tests.services.test_planning import LATER, wish

Wish = Callable[[CaseService], object]


@pytest.fixture
def undo(store: Store, clock: Clock) -> CaseUndo:
    """The list of one page."""
    return CaseUndo(store, clock)


@pytest.fixture
def page(store: Store, clock: Clock, undo: CaseUndo) -> CaseService:
    """The cases as a page has them."""
    return CaseService(store, lambda: clock().date(), clock, undo=undo)


def whole(store: Store, reference: str = HADDAD) -> WholeCase | None:
    """Everything of a case, on disk; None if there is none."""
    with store.unit_of_work() as unit:
        try:
            return unit.cases.whole(reference)
        except UnknownCase:
            return None


def of(cases: CaseService, person: str) -> PersonLine:
    return next(item for item in cases.case(HADDAD).people if item.id == person)


def change_contact(cases: CaseService) -> None:
    """A person with other details, and one less."""
    line = of(cases, "rima")
    phone = ContactLine(ContactKind.PHONE, "06 1", EVERYONE)
    cases.save_person(HADDAD, replace(line, called="Rima H.", contact=(phone, *line.contact[1:])))


def add_somebody(cases: CaseService) -> None:
    phone = ContactLine(ContactKind.PHONE, "06 1", EVERYONE)
    cases.save_person(HADDAD, PersonLine("", "Elif Kaya", "Elif", Circle.NETWORK, contact=(phone,)))


def secrets(cases: CaseService) -> None:
    cases.save_secrets(HADDAD, [SecretLine("regenboog", Readers.only("rima"), "codewoord")])


def move(cases: CaseService) -> None:
    cases.planning.change(HADDAD, "b2", **wish(cases, starts_at=LATER, invited=["rima", "noor"]))


WISHES: dict[ActKind, Wish] = {
    ActKind.COLOUR_GIVEN: lambda cases: cases.colour(HADDAD, Colour.ORANGE),
    ActKind.WORKERS_CHANGED: lambda cases: cases.save_workers(HADDAD, ["noor"], None),
    ActKind.SECRETS_CHANGED: secrets,
    ActKind.PERSON_CHANGED: change_contact,
    ActKind.PERSON_ADDED: add_somebody,
    ActKind.PERSON_REMOVED: lambda cases: cases.remove_person(HADDAD, "elif"),
    ActKind.MEETING_PLANNED: lambda cases: cases.planning.plan(HADDAD, **wish(cases)),
    ActKind.MEETING_CHANGED: move,
    ActKind.MEETING_CALLED_OFF: lambda cases: cases.planning.call_off(HADDAD, "b2", "Iemand is ziek."),
    ActKind.MEETING_RESTORED: lambda cases: cases.planning.take_back(HADDAD, "b2"),
}
"""One of each, in an order in which they can be done."""


def test_each_act_is_taken_back_and_done_again_exactly(
    store: Store, page: CaseService, undo: CaseUndo
) -> None:
    states = [whole(store)]
    for kind, do in WISHES.items():
        do(page)
        assert undo.undoable is kind
        states.append(whole(store))
        assert states[-1] != states[-2], kind
    for kind, state in zip(reversed(WISHES), states[-2::-1], strict=True):
        assert undo.undo() is kind
        assert whole(store) == state, kind
    assert undo.undo() is None
    for kind, state in zip(WISHES, states[1:], strict=True):
        assert undo.redoable is kind
        assert undo.redo() is kind
        assert whole(store) == state, kind
    assert undo.redo() is None


def test_a_row_that_is_not_put_back_would_be_seen(store: Store, page: CaseService, undo: CaseUndo) -> None:
    """The control of the test above."""
    add_somebody(page)
    before = whole(store)
    page.remove_person(HADDAD, "elif")
    (*_others, last) = undo._list.done
    undo._list._done[-1] = replace(last, changes=last.changes[:-1])
    undo.undo()
    assert whole(store) != before


def test_every_act_of_a_page_has_words() -> None:
    for kind in (*WISHES, ActKind.CASE_IMPORTED, ActKind.LETTERS_CHOSEN, ActKind.HIDDEN_DECIDED):
        assert act_label(kind, DUTCH)


def test_what_is_taken_back_is_an_act_at_the_same_places(
    page: CaseService, undo: CaseUndo, kept: list[Act]
) -> None:
    page.colour(HADDAD, Colour.ORANGE)
    undo.undo()
    undo.redo()
    given, *others = kept
    assert [act.kind for act in others] == [ActKind.UNDONE, ActKind.REDONE]
    assert {(act.case, act.places) for act in others} == {(HADDAD, given.places)}


def test_lists_and_the_search_learn_what_was_taken_back(
    store: Store, page: CaseService, undo: CaseUndo
) -> None:
    before = page.line(HADDAD)
    page.colour(HADDAD, Colour.ORANGE)
    assert page.line(HADDAD) != before
    store.take_changed()
    undo.undo()
    assert page.line(HADDAD) == before
    assert store.has_changed


def test_something_new_ends_what_could_be_done_again(page: CaseService, undo: CaseUndo) -> None:
    page.colour(HADDAD, Colour.ORANGE)
    undo.undo()
    page.save_workers(HADDAD, ["noor"], None)
    assert undo.redoable is None
    assert undo.undoable is ActKind.WORKERS_CHANGED


def test_what_changed_nothing_or_was_refused_is_not_on_the_list(page: CaseService, undo: CaseUndo) -> None:
    case = page.case(HADDAD)
    page.save_workers(HADDAD, case.workers, case.contact_person)
    with pytest.raises(UnknownMeeting):
        page.planning.call_off(HADDAD, "b9")
    assert undo.undoable is None


def test_what_something_else_changed_since_is_left_as_it_is(
    store: Store, cases: CaseService, page: CaseService, undo: CaseUndo
) -> None:
    page.colour(HADDAD, Colour.ORANGE)
    change_contact(page)
    cases.save_person(HADDAD, replace(of(cases, "rima"), called="Iemand"))
    before = whole(store)
    with pytest.raises(ChangedElsewhere):
        undo.undo()
    assert whole(store) == before
    assert undo.undoable is None


def test_what_changed_elsewhere_in_the_case_is_no_hindrance(
    page: CaseService, undo: CaseUndo, opened: Opened
) -> None:
    page.colour(HADDAD, Colour.ORANGE)
    service = opened(HADDAD, "b1")
    service.deciding.answer("rima", Decision.AGREE, on_paper=True)
    service.close()
    before = page.case(HADDAD).colour
    assert undo.undo() is ActKind.COLOUR_GIVEN
    assert page.case(HADDAD).colour is not before
    given = {answer.person: answer.on_paper for answer in rows_of(opened(HADDAD, "b1")).meeting.answers}
    assert given["rima"]


def test_what_is_answered_before_printing_is_taken_back(store: Store, undo: CaseUndo) -> None:
    before = whole(store)
    PrintingService(store, undo).copies(HADDAD).spell("rima", "Rima H")
    assert undo.undoable is ActKind.LETTERS_CHOSEN
    assert whole(store) != before
    undo.undo()
    assert whole(store) == before


def test_an_import_is_taken_back_whole_and_comes_again(
    store: Store, page: CaseService, undo: CaseUndo, tmp_path: Path
) -> None:
    path = tmp_path / "zaak.json"
    path.write_text(assets.example_case("de-wit").read_text("utf-8").replace(DE_WIT, "IT-9"))
    others = [whole(store, reference) for reference in (DE_WIT, HADDAD)]
    page.import_file(path)
    imported = whole(store, "IT-9")
    assert imported is not None
    assert undo.undo() is ActKind.CASE_IMPORTED
    assert whole(store, "IT-9") is None
    assert {line.reference for line in page.overview()} == {DE_WIT, HADDAD}
    assert undo.redo() is ActKind.CASE_IMPORTED
    assert whole(store, "IT-9") == imported
    assert "IT-9" in [line.reference for line in page.overview()]
    assert [whole(store, reference) for reference in (DE_WIT, HADDAD)] == others


def test_a_service_without_a_list_has_nothing_to_take_back(cases: CaseService, undo: CaseUndo) -> None:
    cases.colour(HADDAD, Colour.ORANGE)
    assert undo.undo() is None
