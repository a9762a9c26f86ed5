"""An answer that was begun and not given: on disk for this person, and for no other eye."""

import dataclasses
from collections.abc import Callable

import pytest

from beraad.disclosure.audience import Facilitator, File, Reader
from beraad.disclosure.views import AskingView, PersonView, PlanBody
from beraad.exchange import write_case
from beraad.places import Place
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.services.meeting.begun_answers import Chosen, shown_by
from beraad.services.meeting.begun_rows import MARKS
from beraad.services.people import PersonLine
from beraad.store.store import Store
from beraad.terms import Circle, Decision
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, Opened

SIGNED: Chosen = {
    "decision": "agree",
    "shows": "decision",
    "on_paper": False,
    "strokes": [[[0.1, 0.2], [0.35, 0.4]]],
}
MINE = Place.answer("sanne")


def rows(store: Store) -> dict[Place, Chosen]:
    """What is on disk."""
    with store.unit_of_work() as unit:
        meetings = unit.cases.get(DE_WIT).meetings
        return {Place.parse(row.place): row.chosen for meeting in meetings for row in meeting.begun_answers}


def test_it_is_there_after_a_restart_for_that_screen_and_for_no_other(opened: Opened) -> None:
    first = opened(meeting="b1")
    first.begun.keep(MINE, "a digest", SIGNED)
    first.close()
    again = opened(meeting="b1")
    assert again.begun.at(MINE, "a digest") == SIGNED
    assert again.begun.at(MINE, "another plan") == {}
    assert again.begun.at(Place.answer("mark"), "a digest") == {}
    assert opened().begun.at(MINE, "a digest") == {}, "nor in another meeting"


def test_the_last_that_was_chosen_is_kept_and_nothing_chosen_leaves_no_row(
    opened: Opened, store: Store
) -> None:
    service = opened(meeting="b1")
    service.begun.keep(MINE, "", SIGNED)
    service.begun.keep(MINE, "", SIGNED | {"decision": "unable"})
    assert rows(store) == {MINE: SIGNED | {"decision": "unable"}}
    service.begun.keep(MINE, "", {})
    service.close()
    assert rows(store) == {}


def test_it_is_no_act_and_in_no_view_of_anybody(opened: Opened, store: Store) -> None:
    """The facilitator does not see it as given, the plan stays agreed, and a case file has none of it."""
    service = opened(meeting="b1")
    people = [person.id for person in rows_of(service).case.people]

    def seen() -> tuple[object, ...]:
        disclosure = rows_of(service).disclosure.at(rows_of(service).meeting)
        copies = [disclosure.copy(one) for one in (Facilitator(), File(), *map(Reader, people))]
        written = write_case(rows_of(service).case)
        return service.console(), service.answers(), service.gaps(), service.wall(), copies, written

    before = seen()
    for place in (Place.answer("mark"), MINE, Place.score("v1", "sanne"), MARKS):
        service.begun.keep(place, "", SIGNED)
    assert seen() == before
    assert service.undoable is None
    assert service.console().agreed_at, "the control: it was agreed, and a change would end that"
    assert len(rows(store)) == 4, "the control: it is on disk"


@pytest.mark.parametrize(
    ("place", "give"),
    [
        (MINE, lambda it: it.deciding.answer("sanne", Decision.AGREE, on_paper=True)),
        (Place.score("v1", "sanne"), lambda it: it.scales.give("v1", "sanne", 4)),
        (Place.score("v1", "sanne"), lambda it: it.scales.score("v1", "sanne", None, declined=True)),
        (MARKS, lambda it: it.course.mark((7, None, None, None, None, None))),
    ],
    ids=["signed", "scored", "entered by the facilitator", "marked"],
)
def test_the_answer_takes_it_away_in_the_same_transaction(
    opened: Opened, store: Store, place: Place, give: Callable[[MeetingService], object]
) -> None:
    service = opened(meeting="b1")
    service.begun.keep(place, "", SIGNED)
    service.begun.keep(Place.answer("mark"), "", SIGNED)
    give(service)
    assert rows(store) == {place: {}, Place.answer("mark"): SIGNED}, (
        "the control: who did not answer keeps it"
    )
    assert service.begun.at(place, "") == {}


def test_it_goes_with_the_person_and_with_the_question(
    opened: Opened, store: Store, cases: CaseService
) -> None:
    buur = cases.save_person(DE_WIT, PersonLine("", "Bea Buur", "Bea", Circle.NETWORK))
    service = opened()
    scale = service.scales.add("Hoe gaat het?", "slecht", "goed")
    service.begun.keep(Place.answer(buur), "", SIGNED)
    service.begun.keep(Place.score(scale, "mark"), "", {"value": 3})
    service.begun.keep(Place.answer("mark"), "", SIGNED)
    service.scales.remove(scale)
    service.close()
    assert rows(store) == {Place.answer(buur): SIGNED, Place.answer("mark"): SIGNED}
    cases.remove_person(DE_WIT, buur)
    assert rows(store) == {Place.answer("mark"): SIGNED}


def test_what_a_screen_shows_has_its_own_digest(opened: Opened) -> None:
    """That of the own copy for who signs, without the answers; a question with another word is another."""
    service = opened(meeting="b1")
    view = service.deciding.signing("sanne")
    plan = view.plan
    assert shown_by(view) == shown_by(dataclasses.replace(view, plan=dataclasses.replace(plan, answers=())))
    for other in (dataclasses.replace(plan, contacts=()), dataclasses.replace(plan, body=PlanBody())):
        assert shown_by(view) != shown_by(dataclasses.replace(view, plan=other))
    asked = AskingView("Hoe gaat het?", "slecht", "goed", PersonView("Sanne", Circle.FAMILY))
    assert shown_by(asked) == shown_by(dataclasses.replace(asked))
    assert shown_by(asked) != shown_by(dataclasses.replace(asked, ten="beter"))
