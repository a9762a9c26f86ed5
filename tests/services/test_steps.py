"""The order of the steps, pausing and going on, and who has the turn."""

from beraad.i18n import DUTCH
from beraad.services.meeting import ActKind, MeetingService
from beraad.terms import Attendance, Step
from beraad.words.acts import act_label
from tests.inside import rows_of
from tests.services.conftest import HADDAD, Clock, Opened


def order(service: MeetingService) -> list[Step]:
    return [item.step for item in service.console().agenda]


def spent(service: MeetingService) -> dict[Step, int]:
    return {item.step: item.spent_minutes for item in service.console().agenda if item.spent_minutes}


# -- order -------------------------------------------------------------------------------------------


def test_a_step_that_is_moved_takes_its_place_among_all_nine(opened: Opened) -> None:
    service = opened()
    service.course.move_step(Step.SCALE, 1)
    assert order(service)[:3] == [Step.WELCOME, Step.SCALE, Step.WORRIES]
    assert len(order(service)) == 9


def test_the_order_is_kept_on_disk(opened: Opened) -> None:
    opened().course.move_step(Step.SCALE, 1)
    assert order(opened())[:2] == [Step.WELCOME, Step.SCALE]


def test_moving_is_taken_back_by_its_name(opened: Opened) -> None:
    service = opened()
    service.course.move_step(Step.SCALE, 1)
    service.course.move_step(Step.WORRIES, 8)
    assert service.undoable is not None
    assert act_label(service.undoable, DUTCH) == "Stap verplaatst"
    service.undo()
    assert order(service)[1:3] == [Step.SCALE, Step.WORRIES]


def test_leaving_out_and_adding_again_have_names_of_their_own(opened: Opened) -> None:
    service = opened()
    service.course.skip(Step.SCALE, skipped=True)
    assert service.undoable is ActKind.STEP_LEFT_OUT
    service.course.skip(Step.SCALE, skipped=False)
    assert service.undoable is ActKind.STEP_ADDED


def test_minutes_stay_with_a_step_that_is_moved_and_when_that_is_taken_back(
    opened: Opened, clock: Clock
) -> None:
    service = opened()
    service.course.move_step(Step.WORRIES, 0)
    clock.later(minutes=8)
    service.go_to(Step.WORRIES)
    service.undo()
    assert spent(service) == {Step.WELCOME: 8}


def test_a_step_the_agenda_says_nothing_about_comes_in_its_usual_place(opened: Opened, clock: Clock) -> None:
    service = opened()
    service.course.move_step(Step.EVALUATION, 0)
    with rows_of(service).act(ActKind.AGENDA_CHANGED) as meeting:
        del meeting.agenda[3:]
    assert order(service) == [Step.EVALUATION, Step.WELCOME, Step.WORRIES]
    service.course.plan_minutes(Step.GOING_WELL, 5)
    assert order(service) == [Step.EVALUATION, Step.WELCOME, Step.WORRIES, Step.GOING_WELL]
    service.course.plan_minutes(Step.AGREEMENTS, 5)
    assert order(service)[-1] is Step.AGREEMENTS


def test_the_wall_counts_in_the_order_of_the_meeting(opened: Opened) -> None:
    service = opened()
    service.course.move_step(Step.SCALE, 1)
    service.course.skip(Step.WORRIES, skipped=True)
    service.go_to(Step.SCALE)
    assert (service.wall().step_number, service.wall().steps) == (2, 8)
    service.go_to(Step.GOING_WELL)
    assert service.wall().step_number == 3


# -- pausing -----------------------------------------------------------------------------------------


def test_a_pause_takes_no_minutes_of_a_step(opened: Opened, clock: Clock) -> None:
    service = opened()
    clock.later(minutes=5)
    service.pause()
    clock.later(minutes=30)
    assert service.minutes_here() == 5
    service.resume()
    clock.later(minutes=2)
    service.go_to(Step.WORRIES)
    assert spent(service) == {Step.WELCOME: 7}


def test_seconds_are_not_lost_in_a_pause(opened: Opened, clock: Clock) -> None:
    service = opened()
    for _ in range(4):
        clock.later(seconds=50)
        service.pause()
        clock.later(minutes=10)
        service.resume()
    assert service.minutes_here() == 3


def test_another_step_may_be_looked_at_in_a_pause_and_its_clock_stands_still_too(
    opened: Opened, clock: Clock
) -> None:
    service = opened()
    clock.later(minutes=5)
    service.pause()
    clock.later(minutes=3)
    service.go_to(Step.WORRIES)
    clock.later(minutes=3)
    assert service.minutes_here() == 0
    service.resume()
    clock.later(minutes=4)
    service.go_to(Step.GOING_WELL)
    assert spent(service) == {Step.WELCOME: 5, Step.WORRIES: 4}


def test_closing_in_a_pause_keeps_the_minutes_before_it(opened: Opened, clock: Clock) -> None:
    service = opened()
    clock.later(minutes=5)
    service.pause()
    clock.later(hours=2)
    service.close()
    assert spent(opened()) == {Step.WELCOME: 5}


# -- going on another day ----------------------------------------------------------------------------


def test_a_meeting_that_was_left_knows_where_and_when(opened: Opened, clock: Clock) -> None:
    service = opened()
    service.go_to(Step.SCALE)
    clock.later(minutes=12)
    service.close()
    assert opened().course.stopped_at() == (Step.SCALE, "2026-11-19T10:12:00")


def test_it_is_known_after_a_crash_too(opened: Opened) -> None:
    opened().go_to(Step.SCALE)
    at = opened().course.stopped_at()
    assert at is not None
    assert at[0] is Step.SCALE


def test_a_meeting_that_was_never_begun_stopped_nowhere(opened: Opened) -> None:
    opened().close()
    assert opened().course.stopped_at() is None


def test_who_only_comes_to_look_leaves_the_place_as_it_was(opened: Opened, clock: Clock) -> None:
    service = opened()
    service.go_to(Step.SCALE)
    service.close()
    clock.later(days=1)
    looking = opened()
    clock.later(minutes=2)
    looking.close()
    assert opened().course.stopped_at() == (Step.SCALE, "2026-11-19T10:00:00")


# -- turns -------------------------------------------------------------------------------------------


def test_who_has_the_turn_is_named_on_the_wall(opened: Opened) -> None:
    service = opened()
    service.course.all_present()
    service.give_turn("ans")
    turn = service.wall().turn
    assert turn is not None
    assert (turn.called, turn.relation, turn.organisation) == ("oma Ans", None, None)
    service.give_turn(None)
    assert service.wall().turn is None


def test_the_turn_is_over_with_the_step_in_a_pause_and_when_somebody_goes(opened: Opened) -> None:
    service = opened()
    service.course.all_present()
    service.give_turn("ans")
    service.go_to(Step.WORRIES)
    assert service.turn is None
    service.give_turn("ans")
    service.course.attend("ans", Attendance.ABSENT)
    assert service.turn is None
    service.give_turn("mark")
    service.pause()
    assert service.turn is None


def test_in_two_rooms_only_the_room_of_that_person_reads_the_name(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    for person in service.console().people:
        if person.attendance is not None:
            service.course.attend(person.id, Attendance.PRESENT)
    here = next(person for person in service.console().people if person.room == 1)
    service.show_half(1)
    service.give_turn(here.id)
    turn = service.wall().turn
    assert turn is not None
    assert turn.called == here.called
    service.show_half(2)
    assert service.turn is None
    assert here.called not in repr(service.wall().turn)


def test_a_turn_is_no_trace_on_disk(opened: Opened) -> None:
    service = opened()
    service.course.all_present()
    before = rows_of(service)._parts.now()
    service.give_turn("ans")
    assert rows_of(service)._parts.now() == before
    assert opened().turn is None
