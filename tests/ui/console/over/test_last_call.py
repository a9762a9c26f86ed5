"""Before a meeting is closed: what was not discussed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from beraad.places import Place
from beraad.terms import Attendance, Decision, Step
from beraad.ui.console.finding.open_points import open_points
from beraad.ui.console.over.last_call import LastCall
from beraad.ui.steps.agreements.page import AgreementsPage
from tests.ui.opened_console import Console, lead_to, press, texts


def words(console: Console) -> list[str]:
    """Everything that is open."""
    return [point.words for _heading, points in open_points(console.model) for point in points]


@pytest.fixture
def at_the_end(console: Console) -> Console:
    """At the last step, with the last plan gone through."""
    console.model.act(lambda meeting: meeting.carrying.keep_the_rest())
    console.page.go_to(Step.EVALUATION)
    return console


def call(console: Console) -> LastCall:
    press(console.page.top_bar, "Beraad sluiten")
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, LastCall)
    return screen


def test_steps_that_were_not_opened_are_named_and_those_left_out_are_not(at_the_end: Console) -> None:
    at_the_end.model.act(lambda meeting: meeting.course.skip(Step.FAMILY_TIME, skipped=True))
    found = words(at_the_end)
    assert "Niet besproken: Schaalvraag" in found
    assert "Niet besproken: Familietijd" not in found
    assert "Niet besproken: Welkom" not in found
    at_the_end.page.go_to(Step.SCALE)
    assert "Niet besproken: Schaalvraag" not in words(at_the_end)


def test_a_step_that_took_time_on_another_day_was_discussed(at_the_end: Console) -> None:
    at_the_end.model.act(lambda meeting: meeting.course.spend(Step.SCALE, 10))
    assert "Niet besproken: Schaalvraag" not in words(at_the_end)


def test_who_had_no_turn_in_any_step_is_named(at_the_end: Console) -> None:
    assert "Peter" in words(at_the_end)
    at_the_end.model.give_turn("peter")
    at_the_end.model.give_turn("peter")
    assert "Peter" not in words(at_the_end)


def test_who_is_not_at_the_table_is_not_missed(at_the_end: Console) -> None:
    at_the_end.model.act(lambda meeting: meeting.course.attend("peter", Attendance.ABSENT))
    assert "Peter" not in words(at_the_end)


def test_what_of_the_last_plan_was_not_answered_is_named(console: Console) -> None:
    assert any(point.startswith("Uit het vorige plan nog niet besproken") for point in words(console))
    console.model.act(lambda meeting: meeting.carrying.keep_the_rest())
    assert not any(point.startswith("Uit het vorige plan") for point in words(console))


def test_a_gap_leads_to_its_card_and_one_with_a_reason_is_not_named(at_the_end: Console) -> None:
    made = at_the_end.model.act(lambda meeting: meeting.agreements.add("Iemand doet iets."))
    gaps = [
        p for _h, points in open_points(at_the_end.model) for p in points if "Iemand doet iets" in p.words
    ]
    assert {point.card for point in gaps} == {Place.agreement(str(made))}
    lead_to(at_the_end, gaps[0])
    card = at_the_end.page.steps.of(AgreementsPage).card(str(made))
    assert at_the_end.model.step is Step.AGREEMENTS
    assert card
    assert card.editor is not None


def test_a_gap_of_a_time_out_leads_to_its_form(at_the_end: Console) -> None:
    """Lisa, who is ten, would have to notice that it gets tense."""
    model, steps = at_the_end.model, at_the_end.page.steps
    model.act(lambda meeting: meeting.emergency.begin_time_out("lisa"))
    points = [point for _heading, points in open_points(model) for point in points]
    (point,) = [point for point in points if point.card.kind == "time_out"]
    lead_to(at_the_end, point)
    form = QApplication.focusWidget()
    assert form is not None
    assert steps.of(AgreementsPage).emergency.time_outs[0].isAncestorOf(form)


def test_a_scale_without_all_answers_names_who_is_missing(at_the_end: Console) -> None:
    scale = str(at_the_end.model.act(lambda meeting: meeting.scales.add("Hoe veilig?", "niet", "wel")))
    for person in at_the_end.model.view.at_table:
        if person.id != "kees":
            at_the_end.model.act(lambda meeting, who=person.id: meeting.scales.score(scale, who, 5))
    assert "„Hoe veilig?” – nog geen antwoord van Kees" in words(at_the_end)


def test_who_did_not_sign_an_agreed_plan_is_named(at_the_end: Console) -> None:
    assert "Het plan is nog niet vastgesteld" in words(at_the_end)
    reasons = {(gap.gap, gap.subject): "besproken" for gap in at_the_end.model.gaps}
    at_the_end.model.act(lambda meeting: meeting.deciding.decide(reasons))
    for person in at_the_end.model.view.people:
        if person.attendance and person.id not in ("mark", "kees"):
            at_the_end.model.act(
                lambda meeting, who=person.id: meeting.deciding.answer(who, Decision.AGREE, on_paper=True)
            )
    assert "Mark en Kees gaven nog geen antwoord" in words(at_the_end)


def test_a_missing_next_date_is_named(at_the_end: Console) -> None:
    assert "Er is nog geen datum voor de volgende keer" in words(at_the_end)
    at_the_end.model.act(lambda meeting: meeting.course.meet_again("2027-01-15T14:00:00", None))
    assert "Er is nog geen datum voor de volgende keer" not in words(at_the_end)


def test_a_click_goes_there_and_the_meeting_goes_on(at_the_end: Console) -> None:
    press(call(at_the_end), "Ga erheen")
    assert at_the_end.model.step is Step.WORRIES
    assert at_the_end.page.steps.private.open_screen is None


def test_every_way_there_says_where_it_leads(at_the_end: Console) -> None:
    screen = call(at_the_end)
    assert "Niet besproken: Schaalvraag: ga erheen" in [
        child.accessibleName() for child in screen.findChildren(QPushButton)
    ]


def test_escape_goes_back_to_the_meeting(at_the_end: Console, qtbot: QtBot) -> None:
    qtbot.keyClick(call(at_the_end), Qt.Key.Key_Escape)
    assert at_the_end.page.steps.private.open_screen is None
    assert at_the_end.model.step is Step.EVALUATION


def test_closing_stays_possible(at_the_end: Console, qtbot: QtBot) -> None:
    screen = call(at_the_end)
    assert "Sluiten kan altijd." in texts(screen)
    with qtbot.waitSignal(at_the_end.page.closed):
        press(screen, "Toch sluiten")


def test_leaving_halfway_asks_nothing(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.WORRIES)
    with qtbot.waitSignal(console.page.closed):
        console.page.top_bar.leave_requested.emit()
