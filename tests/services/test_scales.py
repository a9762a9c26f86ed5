"""Scale questions: what the room sees of the answers, what people said, and who is asked."""

import pytest

from beraad.readers import Readers
from beraad.services.errors import NotValid
from beraad.services.meeting import ActKind, MeetingService
from beraad.terms import Attendance, Column, RoomSees, Said, StatementKind, Step
from tests.services.conftest import HADDAD, Opened


def asked(service: MeetingService) -> str:
    """A question with everybody there, at its step; Mark gave a 7, Sanne a 3."""
    scale = service.scales.add("Hoe veilig?", "niet", "heel")
    service.course.all_present()
    service.scales.give(scale, "mark", 7, because="Ik bel eerst.", one_up="Ik slaap beter.")
    service.scales.give(scale, "sanne", 3, because="Hij belt eerst.")
    service.go_to(Step.SCALE)
    return scale


# -- what the room sees --------------------------------------------------------------------------------


@pytest.mark.parametrize("sees", [RoomSees.ALL, RoomSees.CIRCLES])
def test_a_number_given_or_taken_back_hides_all_until_they_are_shown_together_again(
    opened: Opened, sees: RoomSees
) -> None:
    service = opened()
    scale = asked(service)
    service.reveal(scale, sees)
    service.scales.score(scale, "ans", 5)
    assert service.room_sees(scale) is RoomSees.NOTHING
    assert service.wall().scales[0].sees is RoomSees.NOTHING
    service.reveal(scale, sees)
    assert service.room_sees(scale) is sees
    service.scales.score(scale, "ans", None, declined=True)
    assert service.room_sees(scale) is RoomSees.NOTHING


def test_words_that_come_later_do_not_stand_out_as_somebodys(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    service.reveal(scale, RoomSees.WORDS)
    service.scales.explain(scale, "ans", because="Ze komt elke dag.")
    assert service.wall().scales[0].because == ()
    service.reveal(scale, RoomSees.WORDS)
    assert len(service.wall().scales[0].because) == 3


def test_writing_down_what_somebody_says_leaves_the_shown_numbers_where_they_are(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    service.reveal(scale)
    service.scales.explain(scale, "mark", because="Ik bel altijd eerst.")
    assert service.room_sees(scale) is RoomSees.ALL


def test_undo_of_a_number_hides_what_was_shown_with_it(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    service.reveal(scale)
    service.undo()
    assert service.room_sees(scale) is RoomSees.NOTHING


def test_a_meeting_that_is_opened_again_begins_with_answers_hidden(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    service.reveal(scale)
    service.close()
    again = opened()
    again.go_to(Step.SCALE)
    assert again.room_sees(scale) is RoomSees.NOTHING
    assert again.wall().scales[0].given == ()


# -- a whole answer at once ----------------------------------------------------------------------------


def test_a_whole_answer_is_one_act_and_takes_the_place_of_the_one_before(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    service.scales.give(scale, "mark", None, declined=True)
    (score,) = (item for item in service.console().scales[0].scores if item.person == "mark")
    assert (score.value, score.declined, score.because, score.one_up) == (None, True, None, None)
    assert service.undo() is ActKind.SCORE_GIVEN
    (score,) = (item for item in service.console().scales[0].scores if item.person == "mark")
    assert (score.value, score.because) == (7, "Ik bel eerst.")


def test_a_number_outside_the_scale_is_refused(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    with pytest.raises(NotValid):
        service.scales.give(scale, "mark", 11)


# -- own words become statements -----------------------------------------------------------------------


def test_what_makes_it_no_lower_goes_well_and_keeps_who_said_it(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    service.scales.change(scale, visible_to=Readers.only("sanne", "mark"))
    made = service.scales.keep(scale, "mark", Said.BECAUSE)
    (row,) = (item for item in service.console().statements if item.id == made)
    assert (row.column, row.kind, row.text) == (
        Column.SAFETY,
        StatementKind.EXISTING_SAFETY,
        "Ik bel eerst.",
    )
    assert (row.by, row.visible_to) == ("mark", Readers.only("sanne", "mark"))


def test_what_would_be_one_higher_is_a_next_step(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    made = service.scales.keep(scale, "mark", Said.ONE_UP)
    (row,) = (item for item in service.console().statements if item.id == made)
    assert (row.column, row.kind, row.by) == (Column.NEXT_STEP, StatementKind.NEXT_STEP, "mark")


def test_words_are_offered_once_and_again_after_undo(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    made = service.scales.keep(scale, "mark", Said.BECAUSE)
    assert service.scales.keep(scale, "mark", Said.BECAUSE) is None
    assert made is not None
    service.statements.change(made, text="Mark belt eerst.")
    assert (scale, "mark", Said.BECAUSE) in service.scales.kept
    service.undo()
    assert service.undo() is ActKind.SAFETY_ADDED
    assert (scale, "mark", Said.BECAUSE) not in service.scales.kept
    service.redo()
    assert (scale, "mark", Said.BECAUSE) in service.scales.kept


def test_after_a_restart_words_that_stand_in_a_column_are_known_again(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    service.scales.keep(scale, "mark", Said.BECAUSE)
    service.close()
    (score, *_others) = opened().console().scales[0].scores
    assert score.kept == {Said.BECAUSE}


def test_who_said_nothing_has_nothing_to_keep(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    assert service.scales.keep(scale, "sanne", Said.ONE_UP) is None
    assert service.undoable is ActKind.SCORE_GIVEN


# -- who is asked --------------------------------------------------------------------------------------


def test_everybody_in_the_room_is_asked_without_a_trace_of_an_answer(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    askings = service.scales.askings(scale, service.room)
    assert {item.person for item in askings} == service.room.people
    assert {item.person for item in askings if item.answered} == {"mark", "sanne"}
    before = {item.person: item.view for item in askings}
    service.scales.give(scale, "mark", 1, because="Het is mis.")
    service.scales.give(scale, "ans", 10)
    assert {item.person: item.view for item in service.scales.askings(scale, service.room)} == before


def test_for_a_child_a_grown_up_in_the_room_may_speak(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    askings = {item.person: item for item in service.scales.askings(scale, service.room)}
    assert askings["mark"].view.speakers == ()
    lisa = askings["lisa"]
    assert "ans" in lisa.speakers
    assert "lisa" not in lisa.speakers
    assert [item.called for item in lisa.view.speakers][lisa.speakers.index("ans")] == "oma Ans"


def test_a_question_is_not_put_to_who_may_not_see_it(opened: Opened) -> None:
    service = opened()
    scale = asked(service)
    service.scales.change(scale, visible_to=Readers.only("sanne", "fatima"))
    assert {item.person for item in service.scales.askings(scale, service.room)} == {"sanne", "fatima"}


def test_a_question_is_not_put_to_whom_its_words_would_tell_too_much(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    service.show_half(2)
    scale = service.scales.add("Is Lindestraat 14 veilig?", "niet", "heel")
    assert "yousef" in service.room.people
    assert "yousef" not in {item.person for item in service.scales.askings(scale, service.room)}
    assert service.scales.askings(service.scales.add("Is het veilig?", "niet", "heel"), service.room)


@pytest.mark.parametrize("sees", [RoomSees.ALL, RoomSees.CIRCLES, RoomSees.WORDS])
def test_what_was_shown_is_hidden_when_somebody_comes_in_and_stays_when_somebody_goes(
    opened: Opened, sees: RoomSees
) -> None:
    service = opened()
    scale = asked(service)
    service.scales.score(scale, "ans", 5)
    service.course.attend("peter", Attendance.ABSENT)
    service.reveal(scale, sees)
    service.course.attend("kees", Attendance.ABSENT)
    assert service.room_sees(scale) is sees
    service.course.attend("peter", Attendance.BY_PHONE)
    assert service.room_sees(scale) is RoomSees.NOTHING
    assert service.wall().scales[0].sees is RoomSees.NOTHING
    assert service.is_hidden_again(scale)
    service.reveal(scale, sees)
    assert service.room_sees(scale) is sees
