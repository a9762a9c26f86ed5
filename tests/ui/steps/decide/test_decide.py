"""Step 8: gaps with their reasons, agreeing, and everybody's own answer."""

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.places import Place
from beraad.readers import PROFESSIONALS
from beraad.services.meeting import MeetingService
from beraad.terms import Attendance, Column, Decision, Gap, StatementKind, Step, TimingKind
from beraad.ui.console.over.cover_page import CoverPage
from beraad.ui.signing import AnswerGiven, SigningScreen
from beraad.ui.steps.decide.answer_row import AnswerRow
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.section_heading import SectionHeading
from tests.ui.driving import in_sight, is_there, moment, the
from tests.ui.opened_console import HADDAD, Console, Opener, press, take_back, texts


@pytest.fixture
def page(console: Console) -> DecidePage:
    """Everything of the last plan is kept; one new worry is open; Peter is absent."""
    console.service.carrying.keep_the_rest()
    console.service.course.attend("peter", Attendance.ABSENT)
    console.service.statements.add(
        Column.DANGER, "Mark kan de sleutel nog hebben.", StatementKind.DANGER_STATEMENT
    )
    console.page.go_to(Step.DECIDE_AND_SIGN)
    return console.page.steps.of(DecidePage)


@pytest.fixture
def agreed(console: Console, page: DecidePage) -> DecidePage:
    """The same, agreed with a reason for the gap."""
    _say_why(console, page)
    press(page, "Vaststellen")
    return page


def _say_why(console: Console, page: DecidePage) -> None:
    for gap in console.model.gaps:
        row = page.gap_row(gap)
        assert row
        row.write_reason("Dat bespreken we maandag.")


def button(where: QWidget, words: str) -> QPushButton:
    return next(item for item in where.findChildren(QPushButton) if item.text() == words and item.isVisible())


def _decide(page: DecidePage) -> QPushButton:
    return the(page, "Vaststellen", QPushButton)


def test_the_plan_can_be_read_aloud(page: DecidePage) -> None:
    words = texts(page)
    assert "\n1\nAls Mark spanning voelt, zegt hij 'time-out' en gaat hij naar Kees." in words
    assert "Als het misgaat" in words


def test_a_gap_is_named_and_keeps_the_plan_from_being_agreed(page: DecidePage) -> None:
    assert "Bij deze zorg hoort nog geen afspraak: „Mark kan de sleutel nog hebben.”" in texts(page)
    assert not _decide(page).isEnabled()


def test_with_a_reason_for_every_gap_it_can_be_agreed(console: Console, page: DecidePage) -> None:
    _say_why(console, page)
    assert _decide(page).isEnabled()
    press(page, "Vaststellen")
    assert console.model.view.agreed_at == "2026-11-21T14:00:00"
    assert "vastgesteld 21 november 2026, om 14:00 uur" in texts(page)
    assert "Mag zo, want: Dat bespreken we maandag." in texts(page)


def test_enter_after_a_reason_goes_on_to_what_is_open_and_then_to_agreeing(
    console: Console, page: DecidePage
) -> None:
    console.model.act(
        lambda meeting: meeting.statements.add(Column.DANGER, "Mark drinkt.", StatementKind.DANGER_STATEMENT)
    )
    first, *others = [row for gap in console.model.gaps if (row := page.gap_row(gap))]
    assert others
    first.focus_reason()
    for row in (first, *others):
        field = QApplication.focusWidget()
        assert isinstance(field, GrowingTextEdit)
        assert row.isAncestorOf(field)
        QTest.keyClicks(field, "Morgen.")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert row.reason() == "Morgen.", "no new line"
    assert QApplication.focusWidget() is _decide(page)
    assert console.model.view.agreed_at is None


def test_a_reason_can_be_given_to_all_gaps_of_a_kind(console: Console, page: DecidePage) -> None:
    def take_away(meeting: MeetingService) -> None:
        for agreement in meeting.console().agreements:
            meeting.agreements.change(agreement.id, fallback="")

    console.model.act(take_away)
    alike = [gap for gap in console.model.gaps if gap.gap is Gap.NO_FALLBACK]
    other = next(gap for gap in console.model.gaps if gap.gap is not Gap.NO_FALLBACK)
    rows = [row for gap in alike if (row := page.gap_row(gap))]
    words = f"Ook bij de {len(alike) - 1} andere punten van deze soort"
    assert words not in texts(page), "nothing is offered before there is a reason"
    rows[0].write_reason("Dat bespreken we maandag.")
    press(rows[0], words)
    assert {row.reason() for row in rows} == {"Dat bespreken we maandag."}
    assert words not in texts(page)
    row = page.gap_row(other)
    assert row
    assert row.reason() == "", "of another kind"
    console.model.drafting.keep_all()
    places = [Place(("overrides", gap.gap, gap.subject, "reason")) for gap in alike]
    kept = [console.service.drafts.at(place) for place in places]
    assert {draft and draft.text for draft in kept} == {"Dat bespreken we maandag."}, "kept as it is typed"


def test_the_next_meeting_is_offered_as_the_reason_why_something_has_no_end(
    console: Console, page: DecidePage
) -> None:
    endless = console.model.view.agreements[0]
    timing = dataclasses.replace(endless.timing, kind=TimingKind.RECURRING, rule="FREQ=DAILY", ends_on=None)
    console.model.act(lambda meeting: meeting.agreements.change(endless.id, timing=timing))
    (gap,) = [gap for gap in console.model.gaps if gap.gap is Gap.NO_END]
    reason = "Op 12 december 2026 kijken we opnieuw."
    assert "kijken we opnieuw" not in texts(page), "nothing is agreed about the next meeting"
    console.model.act(lambda meeting: meeting.course.meet_again("2026-12-12T10:00:00", None))
    row = page.gap_row(gap)
    assert row
    press(row, f"Schrijf op: „{reason}”")
    assert row.reason() == reason
    assert "Schrijf op" not in texts(row)


def test_a_gap_that_is_mended_needs_no_reason(console: Console, page: DecidePage) -> None:
    console.model.undo()  # the worry
    assert console.model.gaps == ()
    assert _decide(page).isEnabled()


def test_mending_leads_to_the_agreements(console: Console, page: DecidePage) -> None:
    press(page, "Aanvullen")
    assert console.model.step is Step.AGREEMENTS


def test_reasons_typed_stay_when_one_goes_and_comes_back(console: Console, page: DecidePage) -> None:
    _say_why(console, page)
    console.page.go_to(Step.AGREEMENTS)
    console.page.go_to(Step.DECIDE_AND_SIGN)
    assert _decide(page).isEnabled()


def test_nobody_signs_before_it_is_agreed(page: DecidePage) -> None:
    row = page.answer_row("sanne")
    assert row
    assert not row.sign_button.isEnabled()


def test_the_turn_goes_round_in_the_order_of_the_table(console: Console, agreed: DecidePage) -> None:
    def role(person: str) -> str:
        row = agreed.answer_row(person)
        assert row
        return str(row.sign_button.property("role") or "")

    assert (role("sanne"), role("mark")) == ("primary", "")
    console.model.act(lambda meeting: meeting.deciding.answer("sanne", Decision.AGREE, on_paper=True))
    assert (role("sanne"), role("mark")) == ("quiet", "primary")


def test_one_signs_on_a_screen_over_the_console_and_it_is_kept(console: Console, agreed: DecidePage) -> None:
    agreed.signing_requested.emit("ans")
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    assert "Oma Ans" in texts(screen)
    screen.answer_given.emit(AnswerGiven(Decision.AGREE, strokes=(((0.1, 0.2), (0.8, 0.6)),)))
    take_back(console)
    answer = next(item for item in console.model.answers if item.person == "ans")
    assert (answer.decision, answer.signed, answer.outdated) == (Decision.AGREE, True, False)


def test_later_leads_back_with_nothing_kept(console: Console, agreed: DecidePage) -> None:
    agreed.signing_requested.emit("ans")
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    screen.later_requested.emit()
    assert isinstance(console.page.steps.private.open_screen, CoverPage)
    take_back(console)
    assert console.model.answers == ()


def test_who_is_absent_stays_not_yet_and_keeps_nobody_waiting(console: Console, agreed: DecidePage) -> None:
    row = agreed.answer_row("peter")
    assert row
    assert "nog niet · afwezig" in texts(row)
    for person in ("sanne", "mark", "lisa", "ans", "kees", "fatima", "joke"):
        console.service.deciding.answer(person, Decision.AGREE, on_paper=True)
    assert console.service.deciding.next_to_sign() is None


def test_who_was_absent_signs_on_the_spot_later(console: Console, agreed: DecidePage) -> None:
    row = agreed.answer_row("peter")
    assert row
    press(row, "Teken")
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    assert "Peter" in texts(screen)


def choose(row: AnswerRow, decision: Decision) -> None:
    (which,) = in_sight(row, QComboBox)
    which.setCurrentIndex(which.findData(decision))


@pytest.mark.parametrize("person", ["peter", "lisa"])
def test_no_answer_is_given_by_forgetting_to_choose_one(agreed: DecidePage, person: str) -> None:
    row = agreed.answer_row(person)
    assert row
    press(row, "Anders …")
    assert not button(row, "Bewaar").isEnabled()
    assert not is_there(row, "Bewaar, en scan erbij …")
    choose(row, Decision.AGREE)
    assert button(row, "Bewaar").isEnabled()


def test_who_was_absent_signs_on_paper_and_its_code_and_day_are_kept(
    console: Console, agreed: DecidePage
) -> None:
    row = agreed.answer_row("peter")
    assert row
    press(row, "Anders …")
    choose(row, Decision.AGREE)
    code = console.service.deciding.code("peter")
    assert f"Onderaan het papier moet staan: Plan {code}-…" in texts(row)
    console.clock.pass_minutes(3 * 24 * 60)
    moment(row, "Op welke dag?", DayField).show_day(dt.date(2026, 11, 23))
    press(row, "Bewaar")
    answer = console.model.answers[-1]
    assert (answer.person, answer.decision, answer.on_paper) == ("peter", Decision.AGREE, True)
    assert answer.answered_at == "2026-11-23T00:00:00"
    assert "op papier, 23 november 2026" in texts(row)


def test_a_day_that_has_not_come_is_refused(console: Console, agreed: DecidePage) -> None:
    row = agreed.answer_row("peter")
    assert row
    press(row, "Anders …")
    choose(row, Decision.AGREE)
    moment(row, "Op welke dag?", DayField).show_day(dt.date(2126, 11, 23))
    press(row, "Bewaar")
    assert console.model.answers == ()
    assert "vanaf het vaststellen tot en met vandaag" in console.messages.said[-1][2]


def test_who_could_not_answer_is_written_down_with_why(console: Console, agreed: DecidePage) -> None:
    row = agreed.answer_row("lisa")
    assert row
    press(row, "Anders …")
    choose(row, Decision.UNABLE)
    assert not button(row, "Bewaar").isEnabled()
    press(row, "Was te moe of te overstuur.")
    press(row, "Bewaar")
    assert console.model.answers[-1].decision is Decision.UNABLE
    assert "Was te moe of te overstuur." in texts(row)


def test_the_laptop_goes_round_over_a_page_that_shows_nothing(console: Console, agreed: DecidePage) -> None:
    row = agreed.answer_row("sanne")
    assert row
    press(row, "Teken")
    for name in ("Mark", "Lisa"):
        screen = console.page.steps.private.open_screen
        assert isinstance(screen, SigningScreen)
        screen.answer_given.emit(AnswerGiven(Decision.AGREE, on_paper=True))
        between = console.page.steps.private.open_screen
        assert isinstance(between, CoverPage)
        shown = texts(between)
        assert f"Geef de laptop aan {name}." in shown
        assert not any(item.what in shown for item in console.model.view.agreements)
        press(between, f"Ik ben {name}")
        assert name in texts(console.page.steps.private.open_screen)


def test_a_second_enter_opens_nobodys_plan(console: Console, agreed: DecidePage, qtbot: QtBot) -> None:
    agreed.signing_requested.emit("sanne")
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    screen.answer_given.emit(AnswerGiven(Decision.AGREE, on_paper=True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert isinstance(console.page.steps.private.open_screen, CoverPage)
    button(console.page.steps.private.open_screen, "Ik ben Mark").click()
    assert isinstance(console.page.steps.private.open_screen, SigningScreen)


def test_when_everybody_answered_it_goes_back_to_the_facilitator(
    console: Console, agreed: DecidePage
) -> None:
    for person in ("sanne", "mark", "lisa", "ans", "kees", "fatima"):
        console.service.deciding.answer(person, Decision.AGREE, on_paper=True)
    agreed.signing_requested.emit("joke")
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    screen.answer_given.emit(AnswerGiven(Decision.AGREE, on_paper=True))
    take_back(console)


def test_whose_screen_would_tell_too_much_is_passed_over_without_a_word(
    console: Console, page: DecidePage
) -> None:
    console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Bel Peter: 076-5550103."))
    _say_why(console, page)
    press(page, "Vaststellen")
    assert console.model.view.agreed_at
    assert console.service.deciding.next_to_sign("sanne") not in (None, "mark")


def test_the_screen_speaks_as_the_facilitator_chose(console: Console, agreed: DecidePage) -> None:
    chosen: list[str] = []
    console.page.steps.private.voice_chosen.connect(chosen.append)
    the(agreed, "ik doe dit", QRadioButton).click()
    agreed.signing_requested.emit("ans")
    screen = console.page.steps.private.open_screen
    assert screen
    assert "Oma Ans: dit neem ik op mij" in texts(screen)
    assert chosen == ["first"]


def test_after_a_change_the_plan_is_agreed_again_and_only_who_is_concerned_is_asked(
    console: Console, agreed: DecidePage
) -> None:
    for person in ("sanne", "joke"):
        console.model.act(
            lambda meeting, who=person: meeting.deciding.answer(who, Decision.AGREE, on_paper=True)
        )
    console.model.act(lambda meeting: meeting.agreements.add("Joke en Fatima bellen elkaar.", covers=()))
    made = console.model.view.agreements[-1].id
    console.model.act(
        lambda meeting: meeting.agreements.change(made, visible_to=PROFESSIONALS, owners=("joke",))
    )
    assert "Het plan is veranderd nadat het was vastgesteld. Stel het opnieuw vast." in texts(agreed)
    _say_why(console, agreed)
    press(agreed, "Vaststellen")
    sanne, joke = agreed.answer_row("sanne"), agreed.answer_row("joke")
    assert sanne
    assert joke
    assert "op papier" in texts(sanne)
    assert "Het eigen deel is veranderd: opnieuw vragen" in texts(joke)


def test_a_leak_is_told_instead_of_shown(console: Console, page: DecidePage, qtbot: QtBot) -> None:
    console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Bel Peter: 076-5550103."))
    _say_why(console, page)
    press(page, "Vaststellen")
    page.signing_requested.emit("mark")
    assert console.page.steps.private.open_screen is None
    assert "het telefoonnummer van Peter" in console.messages.said[-1][2]


def test_while_a_hidden_detail_stands_open_it_is_not_called_ready(open_console: Opener) -> None:
    console = open_console(HADDAD, "b1")
    console.service.statements.add(Column.SAFETY, "Omar belt elke avond.", StatementKind.STRENGTH)
    console.page.go_to(Step.DECIDE_AND_SIGN)
    page = console.page.steps.of(DecidePage)
    assert not console.model.gaps
    assert len(console.model.told) == 1
    assert "nog 1 open" in texts(page)
    assert "klaar om vast te stellen" not in texts(page)


def test_once_agreed_the_answers_are_in_sight_also_on_a_low_screen(
    console: Console, page: DecidePage
) -> None:
    console.page.resize(700, 330)
    console.page.show()
    _say_why(console, page)
    assert the(page, "Tekenen", SectionHeading).visibleRegion().isEmpty()
    press(page, "Vaststellen")
    assert not the(page, "Tekenen", SectionHeading).visibleRegion().isEmpty()
    assert len([row for row in page.findChildren(AnswerRow) if not row.visibleRegion().isEmpty()]) > 1
