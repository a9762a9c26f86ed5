"""One agreement read aloud: alone on the wall, and only if everybody in the room may know it."""

import pytest

from beraad.disclosure import wall
from beraad.disclosure.audience import File
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import WallView
from beraad.places import Place
from beraad.readers import PROFESSIONALS, Readers
from beraad.services.meeting import MeetingService
from beraad.terms import Attendance, Step
from tests.inside import rows_of
from tests.services.conftest import Opened

FOR_PROFESSIONALS = "Joke rijdt elke avond langs."


@pytest.fixture
def reading(opened: Opened) -> MeetingService:
    """The second meeting of De Wit at its agreements; everybody is there."""
    service = opened("IT-2026-014", "b2")
    service.carrying.keep_the_rest()
    service.course.all_present()
    service.go_to(Step.AGREEMENTS)
    return service


def _aloud(service: MeetingService) -> str:
    aloud = service.wall().aloud
    return aloud.what if aloud else ""


def test_each_agreement_that_the_room_may_know_can_be_put_there(reading: MeetingService) -> None:
    on_wall = reading.on_wall()
    shown = [item for item in reading.console().agreements if Place.agreement(item.id) in on_wall]
    assert len(shown) > 1
    for item in shown:
        reading.read_aloud(item.id)
        assert _aloud(reading) == item.what
        assert reading.wall().aloud in reading.wall().agreements


def test_one_that_somebody_in_the_room_may_not_know_is_not(reading: MeetingService) -> None:
    secret = reading.agreements.add(FOR_PROFESSIONALS)
    reading.read_aloud(secret)
    assert _aloud(reading) == FOR_PROFESSIONALS, "a control: while it is for everyone it stands there"
    reading.agreements.change(secret, visible_to=PROFESSIONALS)
    assert reading.wall().aloud is None
    assert FOR_PROFESSIONALS not in str(reading.wall())


def test_the_one_after_a_hidden_one_is_not_taken_for_it(reading: MeetingService) -> None:
    secret = reading.agreements.add(FOR_PROFESSIONALS)
    reading.agreements.change(secret, visible_to=PROFESSIONALS)
    for_sanne = reading.agreements.add("Sanne belt haar zus.")
    reading.agreements.move(secret, -20)
    reading.read_aloud(secret)
    assert _aloud(reading) == ""
    reading.read_aloud(for_sanne)
    assert _aloud(reading) == "Sanne belt haar zus."


def test_who_comes_in_and_may_not_know_it_takes_it_from_the_wall(reading: MeetingService) -> None:
    for_sanne = reading.agreements.add("Sanne legt een tas klaar.")
    reading.agreements.change(for_sanne, visible_to=Readers.only("sanne"))
    everybody = [person.id for person in reading.console().people if person.attendance is not None]
    for person in everybody:
        reading.course.attend(person, Attendance.PRESENT if person == "sanne" else Attendance.ABSENT)
    reading.read_aloud(for_sanne)
    assert _aloud(reading) == "Sanne legt een tas klaar."
    reading.course.attend("mark", Attendance.PRESENT)
    assert _aloud(reading) == ""


def test_one_that_was_ended_is_not_read(reading: MeetingService) -> None:
    ended = reading.console().agreements[0].id
    reading.agreements.end(ended, "niet meer nodig")
    reading.read_aloud(ended)
    assert _aloud(reading) == ""


def test_another_step_stops_the_reading(reading: MeetingService) -> None:
    reading.read_aloud(reading.console().agreements[0].id)
    reading.go_to(Step.DECIDE_AND_SIGN)
    assert _aloud(reading) == ""


def test_a_wall_that_asks_nobody_is_noticed(reading: MeetingService, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: taken from everything that the plan holds, it would be there."""
    secret = reading.agreements.add(FOR_PROFESSIONALS)
    reading.agreements.change(secret, visible_to=PROFESSIONALS)
    everything = rows_of(reading).disclosure.body(File()).agreements

    def careless(_place: str, _view: WallView, _disclosure: Disclosure) -> object:
        return everything[-1]

    monkeypatch.setattr(wall, "_standing_at", careless)
    reading.read_aloud(secret)
    assert FOR_PROFESSIONALS in str(reading.wall())
