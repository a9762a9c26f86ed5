"""What only one room of an alternating meeting may see: marked on the console, and released from there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.places import Place
from beraad.readers import EVERYONE, Readers
from beraad.services.meeting import ActKind
from beraad.terms import Column, RoomSees, Step
from beraad.ui.console.finding.open_points import open_points
from beraad.ui.console.over.release_list import ReleaseList
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.open_point import WAITING
from beraad.ui.steps.agreements.agreement_card import AgreementCard
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.steps.shared.release_line import ReleaseLine
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_check_box import WrappingCheckBox
from tests.ui.heard import Heard
from tests.ui.opened_console import HADDAD, Console, Opener, chord, lead_to, press, texts

SAID = "Adam slaapt slecht."
ROOM_1 = ("rima", "samira", "noor", "agent")


@pytest.fixture
def rooms(open_console: Opener) -> Console:
    """An alternating meeting with everybody in a room; the first half is there."""
    return open_console(HADDAD, "b1")


def card_of(rooms: Console) -> str:
    rooms.page.go_to(Step.WORRIES)
    return str(rooms.model.act(lambda meeting: meeting.statements.add(Column.DANGER, SAID)))


def line(widget: QWidget) -> ReleaseLine:
    (found,) = widget.findChildren(ReleaseLine)
    return found


def readers_of(rooms: Console, card: str) -> Readers:
    return next(item.visible_to for item in rooms.model.view.statements if item.id == card)


# -- marked --------------------------------------------------------------------------------------------


def test_a_closed_card_says_which_room_alone_may_see_it(rooms: Console) -> None:
    made = card_of(rooms)
    card = rooms.page.steps.of(ColumnsPage).card(made)
    assert card is not None
    assert "alleen deze kamer" in texts(card)
    rooms.model.show(lambda meeting: meeting.show_half(2))
    assert "alleen groep 1" in texts(card)
    rooms.model.release(Place.statement(made))
    assert "alleen" not in texts(card)


def test_where_all_sit_together_nothing_is_marked(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    made = console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, SAID))
    card = console.page.steps.of(ColumnsPage).card(str(made))
    assert card is not None
    assert "alleen" not in texts(card)
    assert not line_is_shown(console, str(made))


def line_is_shown(console: Console, made: str) -> bool:
    console.page.steps.of(ColumnsPage).open_card(made)
    card = console.page.steps.of(ColumnsPage).card(made)
    assert card is not None
    return line(card).isVisible()


def test_an_agreement_says_so_too(rooms: Console) -> None:
    rooms.page.go_to(Step.AGREEMENTS)
    rooms.model.act(lambda meeting: meeting.agreements.add(SAID))
    card = next(
        item
        for item in rooms.page.steps.of(AgreementsPage).findChildren(AgreementCard)
        if item.agreement.what == SAID
    )
    assert "alleen deze kamer" in texts(card)
    card.set_open(True)
    press(line(card), "Geef vrij")
    assert "alleen deze kamer" not in texts(card)
    assert rooms.model.view.waiting == ()


def test_an_emergency_step_and_the_time_out_say_so_and_are_released(rooms: Console) -> None:
    rooms.model.act(lambda meeting: meeting.emergency.remove_time_out())
    rooms.page.go_to(Step.AGREEMENTS)
    rooms.page.steps.of(AgreementsPage).show_emergency()
    panel = rooms.page.steps.of(AgreementsPage).emergency
    index = rooms.model.act(lambda meeting: meeting.emergency.add(SAID))
    rooms.model.act(lambda meeting: meeting.emergency.begin_time_out("rima"))
    assert index is not None
    row = panel.row(index)
    assert row is not None
    for part in (row, panel.time_out):
        assert "Alleen deze kamer" in texts(part)
        press(line(part), "Geef vrij")
        assert "Alleen deze kamer" not in texts(part)
    assert rooms.model.view.emergency[index].visible_to == EVERYONE
    assert rooms.model.undoable is ActKind.RELEASED


def test_a_question_says_so_and_is_released(rooms: Console) -> None:
    rooms.page.go_to(Step.SCALE)
    made = rooms.model.act(lambda meeting: meeting.scales.add("Hoe gaat het?", "slecht", "goed"))
    panel = rooms.page.steps.of(ScalePage).panel(str(made))
    assert panel is not None
    press(line(panel), "Geef vrij")
    assert rooms.model.view.scales[-1].visible_to == EVERYONE


# -- in one stroke -------------------------------------------------------------------------------------


def test_the_key_releases_the_card_that_has_the_focus(rooms: Console, qtbot: QtBot) -> None:
    made = card_of(rooms)
    card = rooms.page.steps.of(ColumnsPage).card(made)
    assert card is not None
    card.setFocus()
    chord(card.focusProxy(), MeetingKey.RELEASE)
    assert readers_of(rooms, made) == EVERYONE
    rooms.model.undo()
    assert readers_of(rooms, made) == Readers.only(*ROOM_1)


def test_in_a_field_of_the_card_the_letter_is_a_letter_and_the_key_releases(
    rooms: Console, qtbot: QtBot
) -> None:
    made = card_of(rooms)
    rooms.page.steps.of(ColumnsPage).open_card(made)
    field = rooms.page.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_R)
    assert readers_of(rooms, made) == Readers.only(*ROOM_1)
    chord(field, MeetingKey.RELEASE)
    assert readers_of(rooms, made) == EVERYONE


def test_the_key_does_nothing_to_what_somebody_decided_who_may_see(rooms: Console, qtbot: QtBot) -> None:
    made = card_of(rooms)
    rooms.model.act(lambda meeting: meeting.statements.change(made, visible_to=Readers.only("noor")))
    card = rooms.page.steps.of(ColumnsPage).card(made)
    assert card is not None
    card.setFocus()
    chord(card.focusProxy(), MeetingKey.RELEASE)
    assert readers_of(rooms, made) == Readers.only("noor")


def test_a_hidden_detail_that_is_released_is_pointed_out(rooms: Console) -> None:
    rooms.page.go_to(Step.WORRIES)
    told = "Rima woont op Lindestraat 14."
    made = rooms.model.act(lambda meeting: meeting.statements.add(Column.DANGER, told))
    rooms.messages.said.clear()
    rooms.model.release(Place.statement(made))
    ((kind, title, words),) = rooms.messages.said
    assert (kind, title) == ("tell", "Vrijgegeven, maar let op")
    assert "staat „Lindestraat 14”: het adres van Rima. Dat mogen Yousef" in words


# -- adding --------------------------------------------------------------------------------------------


def test_who_comes_in_before_a_card_is_typed_reads_it_too(rooms: Console, qtbot: QtBot) -> None:
    """The page says who may read it. What is being typed keeps the readers for whom it was begun."""
    rooms.page.go_to(Step.WORRIES)
    rooms.page.wishes.press(MeetingKey.DANGER)
    add = rooms.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    rooms.model.act(lambda meeting: meeting.course.sit_in("omar", 1))
    qtbot.keyClicks(add.field, SAID)
    qtbot.keyClick(add.field, Qt.Key.Key_Return)
    assert set(rooms.model.view.statements[-1].visible_to.people) == {*ROOM_1, "omar"}
    qtbot.keyClicks(add.field, "Dit ook.")
    rooms.model.act(lambda meeting: meeting.course.sit_in("omar", 2))
    qtbot.keyClick(add.field, Qt.Key.Key_Return)
    assert set(rooms.model.view.statements[-1].visible_to.people) == {*ROOM_1, "omar"}


# -- the list ------------------------------------------------------------------------------------------


def shown_list(rooms: Console) -> ReleaseList:
    screen = rooms.page.steps.private.open_screen
    assert isinstance(screen, ReleaseList)
    return screen


def test_the_top_says_how_much_waits_and_opens_the_list(rooms: Console, heard: Heard) -> None:
    card_of(rooms)
    rooms.model.act(lambda meeting: meeting.agreements.add("Piet belt."))
    press(rooms.page.top_bar, "2 dingen wachten op vrijgeven")
    screen = shown_list(rooms)
    assert "Nu alleen voor groep 1: Rima, Samira, Noor en Chantal" in texts(screen)
    boxes = screen.findChildren(WrappingCheckBox)
    assert not any(box.isChecked() for box in boxes), "nothing is chosen beforehand"
    told = next(label for label in screen.findChildren(TextLabel) if label.text().startswith("Zorgen"))
    assert told.contentsMargins().left() == boxes[0].words_left, "what is said of it stands under its words"
    chosen = next(button for button in screen.findChildren(QPushButton) if "gekozen is" in button.text())
    assert not chosen.isEnabled()
    boxes[1].click()
    chosen.click()
    assert [item.words for item in rooms.model.view.waiting] == [SAID]
    counted = [words for words in heard() if words.endswith("vrijgeven")]
    assert counted == ["2 dingen wachten op vrijgeven", "1 ding wacht op vrijgeven"]


def test_all_are_released_together_and_taken_back_together(rooms: Console) -> None:
    card_of(rooms)
    card_of(rooms)
    press(rooms.page.top_bar, "2 dingen wachten op vrijgeven")
    screen = shown_list(rooms)
    press(screen, "Kies alles")
    press(screen, "Geef vrij wat gekozen is: 2")
    assert "Er wacht niets op vrijgeven" in texts(screen)
    press(screen, "Ongedaan maken")
    assert len(rooms.model.view.waiting) == 2


def test_the_list_says_beforehand_what_a_release_would_tell(rooms: Console) -> None:
    rooms.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Rima woont op Lindestraat 14."))
    press(rooms.page.top_bar, "1 ding wacht op vrijgeven")
    assert "staat „Lindestraat 14”: het adres van Rima. Dat mogen Yousef" in texts(shown_list(rooms))


def test_the_last_call_says_that_something_waits_and_leads_to_the_list(rooms: Console) -> None:
    assert WAITING not in {point.card for _heading, points in open_points(rooms.model) for point in points}
    card_of(rooms)
    (point,) = (
        point for _heading, points in open_points(rooms.model) for point in points if point.card == WAITING
    )
    assert point.words == "1 ding wacht op vrijgeven"
    lead_to(rooms, point)
    shown_list(rooms)


# -- the answers to a scale ----------------------------------------------------------------------------


def test_the_answers_of_the_other_room_are_a_choice_of_its_own(rooms: Console) -> None:
    made = str(
        rooms.model.act(
            lambda meeting: meeting.scales.add("Hoe gaat het?", "slecht", "goed", visible_to=EVERYONE)
        )
    )
    rooms.model.act(lambda meeting: meeting.scales.score(made, "yousef", 9))
    rooms.page.go_to(Step.SCALE)
    panel = rooms.page.steps.of(ScalePage).panel(made)
    assert panel is not None
    reveal = next(item for item in panel.findChildren(QPushButton) if item.text() == "Toon aan iedereen")
    assert not reveal.isEnabled(), "in this room nobody answered"
    (both,) = (item for item in panel.findChildren(WrappingCheckBox) if "andere kamer" in item.text())
    both.click()
    reveal.click()
    assert rooms.model.room_sees(made) is RoomSees.ALL
    rooms.model.show(lambda meeting: meeting.show_half(2))
    assert not both.isChecked()


def test_where_all_sit_together_there_is_no_such_choice(console: Console) -> None:
    made = str(console.model.act(lambda meeting: meeting.scales.add("Hoe gaat het?", "slecht", "goed")))
    console.page.go_to(Step.SCALE)
    panel = console.page.steps.of(ScalePage).panel(made)
    assert panel is not None
    assert not any(
        item.isVisible() for item in panel.findChildren(WrappingCheckBox) if "andere kamer" in item.text()
    )


def test_a_laptop_has_room_for_the_groups_and_for_how_the_time_stands(rooms: Console) -> None:
    rooms.page.resize(1366, 768)
    card_of(rooms)
    bar = rooms.page.top_bar
    said = texts(bar)
    assert "0 min · " in said
    assert "Scherm toont: Zorgen" in said
    assert "groep 2" in said
    assert "wacht op vrijgeven" in said
    ends = {part.mapTo(bar, part.rect().bottomRight()).x() for part in bar.findChildren(QPushButton)}
    assert max(ends) < bar.width()
