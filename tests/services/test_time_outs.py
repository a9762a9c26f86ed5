"""Several time-outs in one plan: each who takes one has an own one."""

from dataclasses import replace

import pytest

from beraad.disclosure.console_views import ConsoleTimeOut
from beraad.models.gaps import gaps, to_review
from beraad.places import Place
from beraad.readers import EVERYONE, Readers
from beraad.services.errors import NotThere
from beraad.services.meeting import KeptDraft, MeetingService
from beraad.terms import CarryKind, CarryOver, Gap, Step
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, Opened


def second(**changes: object) -> ConsoleTimeOut:
    """One of Sanne's."""
    hers = ConsoleTimeOut("twee handen", "sanne", "de buurvrouw", 30, "ze appt eerst", "ze zucht", EVERYONE)
    return replace(hers, **changes)  # type: ignore[arg-type]


@pytest.fixture
def service(opened: Opened) -> MeetingService:
    """The plan of De Wit, in which Mark has one, and Sanne now too."""
    meeting = opened(DE_WIT, "b1")
    meeting.emergency.begin_time_out("sanne", 2)
    meeting.emergency.set_time_out(second(), 2)
    return meeting


def takers(service: MeetingService) -> list[str]:
    """Who takes one, in order."""
    return [item.takes for item in service.console().time_outs]


def test_one_is_added_beside_the_first_and_each_is_changed_alone(service: MeetingService) -> None:
    first, hers = service.console().time_outs
    assert (first.takes, hers) == ("mark", second())
    service.emergency.set_time_out(second(minutes=45), 2)
    assert [item.minutes for item in service.console().time_outs] == [first.minutes, 45]
    with pytest.raises(NotThere):
        service.emergency.set_time_out(second(), 3)
    with pytest.raises(NotThere):
        service.emergency.begin_time_out("ans", 4)


def test_they_stand_on_the_wall_and_who_takes_one_knows_it_as_the_own(service: MeetingService) -> None:
    service.go_to(Step.AGREEMENTS)
    assert [item.takes.called for item in service.wall().time_outs] == ["Mark", "Sanne"]
    signing, _leaks = rows_of(service).disclosure.signing("sanne")
    assert [item.mine for item in signing.plan.body.time_outs] == [False, True]


def test_one_that_is_not_for_a_reader_is_not_there_for_this_reader(service: MeetingService) -> None:
    service.emergency.set_time_out(second(visible_to=Readers.only("sanne", "fatima")), 2)
    his, _leaks = rows_of(service).disclosure.signing("mark")
    assert [item.takes.called for item in his.plan.body.time_outs] == ["Mark"]
    first = service.console().time_outs[0]
    service.emergency.set_time_out(replace(first, visible_to=Readers.only("mark")), 1)
    hers, _leaks = rows_of(service).disclosure.signing("sanne")
    assert [item.signal for item in hers.plan.body.time_outs] == ["twee handen"]


def test_what_is_removed_lets_the_others_move_up_and_undo_brings_it_back(service: MeetingService) -> None:
    before = service.console().time_outs
    service.emergency.remove_time_out(1)
    assert takers(service) == ["sanne"]
    service.undo()
    assert service.console().time_outs == before
    service.redo()
    assert takers(service) == ["sanne"]
    service.undo()
    service.emergency.remove_time_out(2)
    assert takers(service) == ["mark"]
    service.emergency.remove_time_out(1)
    assert takers(service) == []


def test_to_add_one_is_undone(service: MeetingService) -> None:
    service.undo()
    service.undo()
    assert takers(service) == ["mark"]


def test_a_change_of_it_makes_the_plan_a_concept_again(opened: Opened) -> None:
    meeting = opened(DE_WIT, "b1")
    meeting.deciding.decide({(gap.gap, gap.subject): "eerst zo" for gap in meeting.gaps()})
    assert meeting.console().agreed_at
    meeting.emergency.begin_time_out("sanne", 2)
    assert meeting.console().agreed_at is None


def test_a_text_that_tells_too_much_is_found_in_it(opened: Opened) -> None:
    meeting = opened("IT-2026-021", "b1")
    meeting.emergency.begin_time_out("yousef")
    meeting.emergency.begin_time_out("rima", 2)
    hers = meeting.console().time_outs[1]
    meeting.emergency.set_time_out(
        replace(hers, signal="x", goes_to="Lindestraat 14", visible_to=EVERYONE), 2
    )
    assert any("time_out-2" in leak.place for leak in meeting.leaks())
    meeting.go_to(Step.AGREEMENTS)
    assert not any("Lindestraat" in item.goes_to for item in meeting.wall().time_outs)


def test_a_gap_names_the_one_that_a_child_takes_and_why_it_may_goes_with_it(service: MeetingService) -> None:
    service.emergency.begin_time_out("lisa", 2)
    desk = rows_of(service)
    found = [(item.gap, item.subject) for item in gaps(desk.case, desk.meeting)]
    assert (Gap.CHILD_TAKES_TIME_OUT, "time_out-2") in found


def test_each_is_asked_about_at_the_next_meeting_and_goes_on_in_its_order(opened: Opened) -> None:
    first = opened(DE_WIT, "b1")
    first.emergency.begin_time_out("sanne", 2)
    first.emergency.set_time_out(second(), 2)
    first.deciding.decide({(gap.gap, gap.subject): "eerst zo" for gap in first.gaps()})
    first.close()
    meeting = opened(DE_WIT, "b2")
    asked = [item.id for item in to_review(rows_of(meeting).case, rows_of(meeting).meeting)]
    assert {"time_out", "time_out-2"} <= set(asked)
    meeting.carrying.carry(CarryKind.TIME_OUT, "time_out", CarryOver.KEPT)
    meeting.carrying.carry(CarryKind.TIME_OUT, "time_out-2", CarryOver.KEPT)
    assert takers(meeting) == ["mark", "sanne"]
    meeting.undo()
    meeting.undo()
    meeting.carrying.carry(CarryKind.TIME_OUT, "time_out", CarryOver.ENDED)
    meeting.carrying.carry(CarryKind.TIME_OUT, "time_out-2", CarryOver.KEPT)
    assert takers(meeting) == ["sanne"]


def test_what_is_typed_in_one_follows_it_when_it_moves_up(service: MeetingService) -> None:
    service.drafts.keep(KeptDraft(Place.parse("time_out/signal"), "van Mark"))
    service.drafts.keep(KeptDraft(Place.parse("time_out-2/signal"), "van Sanne"))
    service.emergency.remove_time_out(1)
    assert {str(item.place): item.text for item in service.drafts.all()} == {"time_out/signal": "van Sanne"}
    service.undo()
    assert {str(item.place): item.text for item in service.drafts.all()} == {
        "time_out/signal": "van Mark",
        "time_out-2/signal": "van Sanne",
    }
