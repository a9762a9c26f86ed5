"""F puts the card that has the focus forward on the wall; where that may not be, the console says why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR, Readers
from beraad.terms import Column, Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.agreements.agreement_card import AgreementCard
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from tests.ui.opened_console import Console, chord, press, texts

TEXT = "Hij sloeg met de deur."


def card_of(console: Console, readers: Readers = EVERYONE) -> str:
    """A new card at the step of the worries; its id."""
    console.page.go_to(Step.WORRIES)
    made = console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, TEXT, visible_to=readers))
    return str(made)


def test_the_key_puts_the_card_forward_and_back(console: Console, qtbot: QtBot) -> None:
    made = card_of(console)
    console.wall.show()
    card = console.page.steps.of(ColumnsPage).column(Column.DANGER).card(made)
    assert card is not None
    card.setFocus()
    chord(card.focusProxy(), MeetingKey.FORWARD)
    assert console.wall.visible_texts() == (
        "Gezin De Wit",
        "Stap 2 van 9 · Zorgen",
        "Zorgen",
        TEXT,
        "wat er is gebeurd",
    )
    assert "groot op het scherm" in texts(card)
    chord(card.focusProxy(), MeetingKey.FORWARD)
    assert "Wat gaat goed" in console.wall.visible_texts()
    assert "groot op het scherm" not in texts(card)


def test_the_key_without_a_card_shows_everything_again(console: Console, qtbot: QtBot) -> None:
    made = card_of(console)
    console.model.bring_forward(Place.statement(made))
    console.page.setFocus()
    chord(console.page, MeetingKey.FORWARD)
    assert console.model.forward is None


def test_the_button_in_the_open_card_does_the_same(console: Console) -> None:
    made = card_of(console)
    console.page.steps.of(ColumnsPage).open_card(made)
    press(console.page, "Groot op scherm")
    assert console.model.forward == Place.statement(made)
    assert console.model.wall_view.forward is not None


def test_an_agreement_is_put_forward_from_its_card(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.AGREEMENTS)
    made = console.model.act(lambda meeting: meeting.agreements.add("Ans belt elke avond."))
    card = console.page.steps.of(AgreementsPage).findChildren(AgreementCard)[0]
    card.setFocus()
    chord(card, MeetingKey.FORWARD)
    assert console.model.forward == Place.agreement(made)


def test_what_not_everybody_may_see_stays_off_and_the_console_says_why(console: Console) -> None:
    made = card_of(console, FACILITATOR)
    console.model.bring_forward(Place.statement(made))
    assert console.model.wall_view.forward is None
    kind, title, why = console.messages.said[-1]
    assert (kind, title) == ("tell", "Niet op het scherm gezet")
    assert why == "Niet iedereen die nu aan tafel zit, mag dit zien: alleen de gespreksleider."


def test_an_agreement_that_has_no_words_yet_is_said_to_have_none(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.AGREEMENTS)
    console.page.steps.of(AgreementsPage).begin()
    made = console.model.view.agreements[-1].id
    qtbot.keyClicks(QApplication.focusWidget(), "De tas staat bij de buren.")
    console.model.bring_forward(Place.agreement(made))
    assert console.model.wall_view.forward is None
    assert console.messages.said[-1][2] == "Hier staat nog niets."


def test_another_step_ends_it(console: Console) -> None:
    made = card_of(console)
    console.model.bring_forward(Place.statement(made))
    console.page.go_to(Step.GOING_WELL)
    assert console.model.wall_view.forward is None


def test_the_quiet_picture_goes_over_it(console: Console, qtbot: QtBot) -> None:
    made = card_of(console)
    console.wall.show()
    console.model.bring_forward(Place.statement(made))
    console.page.setFocus()
    qtbot.keyClick(console.page, Qt.Key.Key_B)
    assert console.wall.visible_texts() == ()
