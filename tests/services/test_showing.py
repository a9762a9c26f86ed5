"""What a room saw of the answers to a scale is kept, as long as they stand as it saw them."""

import dataclasses
import json

import pytest

from beraad.disclosure.audience import Room
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import read_case, write_case
from beraad.models import ShownAnswers
from beraad.readers import EVERYONE, Readers
from beraad.services.cases import CaseService
from beraad.services.errors import NotThere
from beraad.services.meeting import MeetingService
from beraad.store.errors import StoreError
from beraad.store.store import Store
from beraad.terms import Attendance, Circle, RoomSees, Step
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, HADDAD, Clock, Opened

NUMBERS = {"sanne": 3, "mark": 7, "lisa": 2, "ans": 5, "kees": 4, "fatima": 6}


@pytest.fixture
def answered(opened: Opened) -> tuple[MeetingService, str]:
    """Three of the family, two of the network and one worker gave a number; Joke would rather not say."""
    service = opened()
    service.course.all_present()
    scale = service.scales.add("Hoe veilig is het nu?", "niet", "heel")
    for name, number in NUMBERS.items():
        service.scales.give(scale, name, number, because=f"omdat {name}")
    service.scales.score(scale, "joke", None, declined=True)
    service.go_to(Step.SCALE)
    return service, scale


def kept(store: Store, reference: str = DE_WIT, meeting: str = "b2") -> list[ShownAnswers]:
    """What the database holds, read anew."""
    with store.unit_of_work() as work:
        found = work.cases.get(reference).meeting(meeting)
        assert found is not None
        return list(found.shown_answers)


def test_revealing_keeps_how_what_whose_and_to_whom(
    answered: tuple[MeetingService, str], store: Store, clock: Clock
) -> None:
    service, scale = answered
    service.reveal(scale, RoomSees.CIRCLES)
    (row,) = kept(store)
    assert (row.scale, row.sees, row.at) == (scale, RoomSees.CIRCLES, "2026-11-19T10:00:00")
    assert row.circles == [[Circle.FAMILY], [Circle.NETWORK, Circle.PROFESSIONAL]]
    assert set(row.given_by) == set(NUMBERS)
    assert set(row.shown_to) == service.room.people
    service.reveal(scale, RoomSees.NOTHING)
    service.reveal(scale, RoomSees.CIRCLES)
    assert len(kept(store)) == 1, "the same, shown once more"
    service.reveal(scale, RoomSees.ALL)
    assert [item.sees for item in kept(store)] == [RoomSees.CIRCLES, RoomSees.ALL]


def test_words_are_kept_as_words_and_too_few_numbers_not_at_all(opened: Opened, store: Store) -> None:
    service = opened()
    service.course.all_present()
    scale = service.scales.add("Hoe veilig is het nu?", "niet", "heel")
    service.scales.give(scale, "sanne", 3, because="Hij belt eerst.")
    service.scales.give(scale, "mark", 7)
    service.reveal(scale, RoomSees.CIRCLES)
    assert kept(store) == []
    service.reveal(scale, RoomSees.WORDS)
    (row,) = kept(store)
    assert (row.sees, row.circles, row.given_by) == (RoomSees.WORDS, [], ["sanne"])


def test_of_two_rooms_it_holds_this_one(opened: Opened, store: Store) -> None:
    service = opened(HADDAD, "b1", half=1)
    scale = service.scales.add("Hoe veilig is het nu?", "niet", "heel", visible_to=EVERYONE)
    for name in ("rima", "samira", "noor", "yousef", "omar"):
        service.scales.give(scale, name, 5)
    service.reveal(scale)
    assert {*kept(store, HADDAD, "b1")[-1].given_by} == {"rima", "samira", "noor"}
    assert set(kept(store, HADDAD, "b1")[-1].shown_to) == {"rima", "samira", "noor", "agent"}
    service.release_scores(scale, released=True)
    service.reveal(scale)
    assert {*kept(store, HADDAD, "b1")[-1].given_by} == {"rima", "samira", "noor", "yousef", "omar"}


def test_a_question_that_the_room_may_not_see_was_not_shown(
    answered: tuple[MeetingService, str], store: Store
) -> None:
    service, scale = answered
    service.scales.change(scale, visible_to=Readers.only("sanne"))
    service.reveal(scale)
    assert kept(store) == []


def test_what_was_shown_does_not_make_the_plan_a_concept_nor_undo_anything(
    opened: Opened, store: Store
) -> None:
    service = opened(DE_WIT, "b1")
    scale = rows_of(service).meeting.scales[0]
    before = service.undoable
    agreed_at = rows_of(service).meeting.agreed_at
    assert agreed_at is not None
    service.reveal(scale.id)
    assert kept(store, DE_WIT, "b1")
    assert rows_of(service).meeting.agreed_at == agreed_at
    assert service.undoable is before


def test_a_number_that_changed_is_not_what_the_room_saw(
    answered: tuple[MeetingService, str], store: Store
) -> None:
    service, scale = answered
    service.reveal(scale)
    service.scales.explain(scale, "mark", because="Ik bel altijd eerst.")
    service.scales.score(scale, "joke", 9)
    assert len(kept(store)) == 1, "the control: what it saw stands as it was"
    service.scales.score(scale, "mark", 8)
    assert kept(store) == []
    service.undo()
    assert len(kept(store)) == 1, "with the number comes back that it was shown"
    service.redo()
    assert kept(store) == []


def test_a_number_that_undo_brings_back_was_not_shown(
    answered: tuple[MeetingService, str], store: Store
) -> None:
    service, scale = answered
    service.scales.score(scale, "mark", 8)
    service.reveal(scale)
    assert len(kept(store)) == 1
    service.undo()
    assert kept(store) == []


def test_a_question_that_went_takes_it_along(answered: tuple[MeetingService, str], store: Store) -> None:
    service, scale = answered
    service.reveal(scale)
    service.scales.remove(scale)
    assert kept(store) == []
    with pytest.raises(NotThere):
        service.scales.score(scale, "mark", 8)
    service.undo()
    assert len(kept(store)) == 1


def test_who_comes_into_another_circle_was_seen_in_the_former(
    answered: tuple[MeetingService, str], store: Store
) -> None:
    service, scale = answered
    service.reveal(scale, RoomSees.CIRCLES)
    service.reveal(scale, RoomSees.ALL)
    service.close()
    cases = CaseService(store)
    line = next(item for item in cases.case(DE_WIT).people if item.id == "ans")
    cases.save_person(DE_WIT, line)
    assert len(kept(store)) == 2, "the control: nothing changed"
    cases.save_person(DE_WIT, dataclasses.replace(line, circle=Circle.FAMILY))
    assert [item.sees for item in kept(store)] == [RoomSees.ALL]


def test_where_it_cannot_be_kept_it_is_not_shown(
    answered: tuple[MeetingService, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    service, scale = answered

    def full() -> None:
        raise StoreError

    monkeypatch.setattr(rows_of(service)._work, "commit", full)
    with pytest.raises(StoreError):
        service.reveal(scale)
    assert service.room_sees(scale) is RoomSees.NOTHING
    assert service.wall().scales[-1].given == ()


def test_it_goes_with_the_case_file_and_counts_at_the_next_meeting(
    answered: tuple[MeetingService, str], store: Store
) -> None:
    """The circles of then stay together: oma's number is not told apart when more of her circle are here."""
    service, scale = answered
    service.reveal(scale, RoomSees.CIRCLES)
    people = frozenset(service.room.people)
    with store.unit_of_work() as work:
        document = json.loads(write_case(work.cases.get(DE_WIT)))
    earlier = next(item for item in document["meetings"] if item["id"] == "b2")
    assert earlier["shown_answers"][0]["circles"] == [["family"], ["network", "professional"]]
    asked = next(item for item in earlier["scales"] if item["id"] == scale)
    again = {**asked, "id": "v99", "scores": [{**item, "value": 6} for item in asked["scores"]]}
    for item in again["scores"]:
        item.pop("declined", None)
    later = {**earlier, "id": "b3", "number": 3, "scales": [again], "shown_answers": [], "answers": []}
    for part in ("statements", "agreements", "emergency", "notes", "evaluations", "overrides"):
        later[part] = []
    document["meetings"].append({key: value for key, value in later.items() if key != "agreed_at"})
    case = read_case(json.dumps(document).encode(), "later.json")
    disclosure = Disclosure(case, case.meetings[-1])
    (asking,) = case.meetings[-1].scales
    spreads = disclosure.scales(Room(people), {asking.id: RoomSees.ALL})[0].spreads
    assert [(item.circles, item.before) for item in spreads] == [
        ((Circle.FAMILY,), (2, 7)),
        ((Circle.NETWORK,), None),
        ((Circle.PROFESSIONAL,), None),
    ]
    newcomer = Room(people | {"peter"} if "peter" not in people else people - {"peter"} | {"x"})
    assert {item.before for item in disclosure.scales(newcomer, {asking.id: RoomSees.ALL})[0].spreads} == {
        None
    }


def test_who_comes_in_afterwards_did_not_see_it(answered: tuple[MeetingService, str], store: Store) -> None:
    service, scale = answered
    service.course.attend("joke", Attendance.ABSENT)
    service.reveal(scale)
    service.course.attend("joke", Attendance.PRESENT)
    assert "joke" not in kept(store)[0].shown_to
    service.reveal(scale)
    assert "joke" in kept(store)[1].shown_to
