"""The console as a whole: steps, keys, the wall, notes, and closing."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from beraad.errors import BeraadError
from beraad.services.errors import NotValid
from beraad.services.meeting import MeetingService
from beraad.terms import Attendance, Column, Step
from beraad.ui.console import MeetingPage
from beraad.ui.console.bars.top_bar import WallState
from beraad.ui.dialogs.keys import KeysSheet
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.screens.wall_placement import WallPlacement
from beraad.ui.screens.watch import ScreenWatch
from beraad.ui.steps.shared.step_page import settle_layouts
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.ui.driving import in_sight, is_there, pill_of, the, timer
from tests.ui.opened_console import DE_WIT, HADDAD, Console, Opener, chord, press, texts
from tests.ui.paper_screens import PaperWatch, laptop, projector, room


class DiskFull(BeraadError):
    """Stands for a store that cannot write."""

    code = "disk_full"


def _which_meeting(bar: QWidget) -> QLabel:
    """The label that says which meeting this is, in as many words as there is room for."""
    (found,) = [item for item in bar.findChildren(QLabel) if "netwerkberaad" in item.accessibleName()]
    return found


def _wall_pill(console: Console) -> str:
    return pill_of(console.page.top_bar)


def test_the_bar_says_which_meeting_this_is(console: Console) -> None:
    bar = console.page.top_bar
    assert is_there(bar, "Gezin De Wit", QLabel)
    assert is_there(bar, "2e netwerkberaad · buurthuis De Lucht · za 21 nov 2026", QLabel)


def test_with_little_room_the_bar_leaves_out_the_place_and_keeps_the_day(
    console: Console, qtbot: QtBot
) -> None:
    meeting = _which_meeting(console.page.top_bar)
    whole = "2e netwerkberaad · buurthuis De Lucht · za 21 nov 2026"
    console.page.resize(1900, 768)
    qtbot.waitUntil(lambda: meeting.text() == whole)
    console.page.resize(1200, 768)
    qtbot.waitUntil(lambda: meeting.text() == "2e netwerkberaad · za 21 nov 2026")
    console.page.resize(1080, 768)
    qtbot.waitUntil(lambda: meeting.text() == "za 21 nov 2026")
    console.page.resize(1030, 768)
    qtbot.waitUntil(lambda: meeting.text() == "")
    assert meeting.accessibleName() == whole


def test_beside_the_groups_the_day_is_never_cut(open_console: Opener) -> None:
    console = open_console(HADDAD, "b1")
    bar = console.page.top_bar
    which, day = "1e netwerkberaad", "do 12 nov 2026"
    seen = set()
    for width in range(1500, 900, -20):
        console.page.resize(width, 768)
        settle_layouts()
        QApplication.processEvents()
        seen.add(_which_meeting(bar).text())
    assert {day, f"{which} · {day}"} <= seen <= {"", day, f"{which} · {day}"}


def test_going_on_and_back_keeps_the_minutes_of_each_step(console: Console) -> None:
    console.clock.pass_minutes(9)
    console.page.go_to(Step.WORRIES)
    console.page.go_to(Step.WELCOME)
    spent = {item.step: item.spent_minutes for item in console.model.view.agenda}
    assert spent[Step.WELCOME] == 9
    assert is_there(console.page.top_bar, "9 min · op tijd", QLabel)


def test_the_next_step_is_a_key_away_and_so_is_the_last(console: Console, qtbot: QtBot) -> None:
    qtbot.keyClick(console.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert console.model.step is Step.WORRIES
    qtbot.keyClick(console.page, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert console.model.step is Step.WELCOME


def test_a_step_that_is_left_out_is_passed_over(console: Console, qtbot: QtBot) -> None:
    console.model.act(lambda meeting: meeting.course.skip(Step.WORRIES, skipped=True))
    qtbot.keyClick(console.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert console.model.step is Step.GOING_WELL


def test_ctrl_and_arrow_belong_to_a_text_while_one_types(console: Console, qtbot: QtBot) -> None:
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.WORRIES)
    chord(console.page, MeetingKey.DANGER)
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingTextEdit)
    qtbot.keyClick(field, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert console.model.step is Step.WORRIES


@pytest.mark.parametrize(("reference", "meeting"), [(HADDAD, "b1"), (DE_WIT, "b1"), (DE_WIT, "b2")])
def test_every_step_opens_in_every_meeting(open_console: Opener, reference: str, meeting: str) -> None:
    console = open_console(reference, meeting)
    for step in Step:
        console.page.go_to(step)
        assert console.page.steps.current().isVisible()


def test_what_is_kept_from_the_wall_names_only_who_may_not_have_it(open_console: Opener) -> None:
    """Samira sits in the room too, and may know her own telephone number."""
    console = open_console(HADDAD, "b1")
    console.page.go_to(Step.AGREEMENTS)
    said = texts(console.page.guide)
    assert (
        "In noodplan, stap 2 staat „06 7700 1103”: het telefoonnummer van Samira. Dat mag Chantal niet weten."
        in said
    )
    assert not [line for line in said.split("Dat mag")[1:] if "Samira" in line.partition("niet weten")[0]]


def test_a_leak_is_told_by_the_words_it_stands_in(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Bel Peter: 076-5550103."))
    told = "In „Bel Peter: 076-5550103.” staat „076-5550103”: het telefoonnummer van Peter. Dat mogen Sanne,"
    assert told in texts(console.page.guide)


def test_the_wall_follows_every_change(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Er was geschreeuw."))
    console.wall.show()
    assert "Er was geschreeuw." in console.wall.visible_texts()


def test_b_makes_the_wall_calm_and_never_brings_it_back(console: Console, qtbot: QtBot) -> None:
    qtbot.keyClick(console.page, Qt.Key.Key_B)
    assert console.wall.calm
    assert _wall_pill(console) == "● Scherm is rustig"
    qtbot.keyClick(console.page, Qt.Key.Key_B)
    assert console.wall.calm
    assert (
        the(console.page.top_bar, "Maak het scherm rustig, b", QPushButton).toolTip()
        == "Scherm weer tonen (Ctrl+B)"
    )
    chord(console.page, MeetingKey.SHOW_AGAIN)
    assert not console.wall.calm


def test_escape_twice_makes_the_wall_calm_even_while_one_types(console: Console, qtbot: QtBot) -> None:
    field = console.page.guide.findChild(QTextEdit)
    assert field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not console.wall.calm
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert console.wall.calm


def test_a_b_in_a_word_leaves_the_wall_alone(console: Console, qtbot: QtBot) -> None:
    field = console.page.guide.findChild(QTextEdit)
    assert field
    field.setFocus()
    qtbot.keyClicks(field, "bang")
    assert not console.wall.calm


def test_a_frozen_wall_keeps_its_step_and_the_bar_says_which(console: Console, qtbot: QtBot) -> None:
    qtbot.keyClick(console.page, Qt.Key.Key_F8)
    console.page.go_to(Step.WORRIES)
    assert _wall_pill(console) == "● Scherm staat stil: Welkom"
    qtbot.keyClick(console.page, Qt.Key.Key_F8)
    assert _wall_pill(console) == "● Scherm toont: Zorgen"


def test_a_note_is_kept_for_the_facilitator_and_the_next_can_be_written(
    console: Console, qtbot: QtBot
) -> None:
    field = console.page.guide.findChild(QTextEdit)
    assert field
    field.setFocus()
    with qtbot.waitSignal(console.model.saved):
        qtbot.keyClicks(field, "In de pauze vragen.")
    assert console.model.view.notes == ("In de pauze vragen.",)
    assert field.hasFocus()
    assert len(console.page.guide.findChildren(QTextEdit)) == 2


def test_the_guide_names_who_had_no_turn_yet(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    for person in ("sanne", "lisa", "ans", "kees", "fatima", "joke", "peter"):
        console.page.rail.spoken_changed.emit(person, True)
    assert "Nog niet aan het woord geweest in deze stap: Mark" in texts(console.page.guide)


def test_redo_does_again_what_undo_took_back(console: Console, qtbot: QtBot) -> None:
    console.model.act(lambda meeting: meeting.course.attend("mark", Attendance.ABSENT))
    qtbot.keyClick(console.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert console.model.view.person("mark").attendance is Attendance.PRESENT
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(console.page, Qt.Key.Key_Z, both)
    assert console.model.view.person("mark").attendance is Attendance.ABSENT


def test_an_unexpected_error_in_one_wish_is_told_and_does_not_fail_the_next(console: Console) -> None:
    """The control is the wish itself: it fails each time that it is made."""

    def surprise(_meeting: MeetingService) -> None:
        raise ZeroDivisionError

    for _twice in range(2):
        with pytest.raises(ZeroDivisionError):
            console.model.act(surprise)
        assert console.page.status.save_state.text() == "Niet opgeslagen"
    assert not console.model.unsaved
    added = console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Er was ruzie."))
    assert added in [item.id for item in console.model.view.statements]
    assert console.page.status.save_state.text().startswith("Opgeslagen")


def test_what_could_not_be_written_is_said_once_kept_and_written_on_retry(console: Console) -> None:
    full = True

    def wish(meeting: MeetingService) -> None:
        if full:
            raise DiskFull
        meeting.statements.add(Column.DANGER, "Toch bewaard")

    console.model.act(wish)
    console.model.retry()
    assert [kind for kind, _title, _text in console.messages.said] == ["warn"]
    assert "Niet opgeslagen" in console.page.status.save_state.text()
    full = False
    console.page.status.save_state.retry_requested.emit()
    assert console.model.view.statements[-1].text == "Toch bewaard"
    assert "Opgeslagen" in console.page.status.save_state.text()


def test_a_step_whose_minutes_cannot_be_written_is_gone_to_all_the_same(console: Console) -> None:
    """On a full disk the room must not go on looking at the step that was left."""
    console.service.course.spend = _full_disk  # type: ignore[method-assign]
    console.page.go_to(Step.WORRIES)
    assert console.model.step is Step.WORRIES
    assert console.model.wall_view.step is Step.WORRIES
    assert console.page.rail.steps.current is Step.WORRIES


def _full_disk(*_wish: object) -> None:
    raise DiskFull


def test_what_a_rule_refuses_is_told_and_not_tried_again(console: Console) -> None:
    def wish(_meeting: MeetingService) -> None:
        raise NotValid(field="minutes", cause="out_of_range")

    console.model.act(wish)
    assert console.messages.said[-1][2] == "Dit getal kan niet."
    assert not console.model.unsaved


def test_leaving_with_something_unsaved_is_asked_first(console: Console, qtbot: QtBot) -> None:
    def wish(_meeting: MeetingService) -> None:
        raise DiskFull

    console.model.act(wish)
    console.messages.answer(False)
    with qtbot.assertNotEmitted(console.page.closed):
        console.page.close_meeting()
    assert console.messages.said[-1][0] == "ask"


def test_closing_tells_so_and_leaves_nothing_on_the_wall(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.WORRIES)
    console.wall.show()
    with qtbot.waitSignal(console.page.closed):
        console.page.close_meeting()
    assert "Gezin De Wit" not in " ".join(console.wall.visible_texts())


def _is_here(console: Console, half: int) -> bool:
    return the(console.page.top_bar, f"Nu in de kamer: groep {half}", QPushButton).isChecked()


def test_in_two_rooms_one_says_who_is_in_the_room_now(open_console: Opener) -> None:
    console = open_console(HADDAD, "b1", half=1)
    assert _is_here(console, 1)
    press(console.page.top_bar, "groep 2")
    assert console.model.half == 2
    assert _is_here(console, 2)
    assert not _is_here(console, 1)


def test_in_one_room_there_is_no_such_choice(console: Console) -> None:
    assert "groep 2" not in texts(console.page.top_bar)


def test_little_room_goes_to_the_step_and_the_guide_comes_on_request(console: Console, qtbot: QtBot) -> None:
    page: MeetingPage = console.page
    page.resize(1000, 700)
    qtbot.waitUntil(lambda: not page.guide.isVisible())
    page.top_bar.guide_requested.emit()
    assert page.guide.isVisible()
    settle_layouts()
    words, *_others = in_sight(page.guide, QScrollArea)
    assert words.height() > page.guide.height() / 2


def make_narrow(console: Console, qtbot: QtBot) -> None:
    """As with letters of 200 % on a laptop. First the guide makes room, and then the bar says less."""

    def is_narrow() -> bool:
        console.page.resize(700, 700)
        return console.page.width() <= 700

    qtbot.waitUntil(is_narrow)


def test_where_the_bar_has_no_room_the_foot_says_how_the_time_stands(console: Console, qtbot: QtBot) -> None:
    page = console.page
    assert "0 min · op tijd" in texts(page.top_bar)
    assert "min · " not in texts(page.status)
    make_narrow(console, qtbot)
    qtbot.waitUntil(lambda: "0 min · op tijd" in texts(page.status))
    assert "min · " not in texts(page.top_bar)
    console.clock.pass_minutes(14)
    timer(page, "clock").timeout.emit()
    assert "14 min · 4 min achter" in texts(page.status)
    page.resize(1366, 768)
    qtbot.waitUntil(lambda: "min · " not in texts(page.status))
    assert "14 min · 4 min achter" in texts(page.top_bar)


def test_little_room_leaves_the_words_on_what_switches_the_screen_on(console: Console, qtbot: QtBot) -> None:
    page = console.page
    make_narrow(console, qtbot)
    page.top_bar.show_wall(WallState.OFF, Step.WELCOME)
    assert "min · " not in texts(page.top_bar)
    assert "Scherm aan" in texts(page.top_bar)
    assert _wall_pill(console) == "", "the button says that it is off"
    page.top_bar.show_wall(WallState.SHOWING, Step.WELCOME)
    assert _wall_pill(console) == "● aan"
    assert "Scherm aan" not in texts(page.top_bar)


def test_the_groups_on_a_line_of_their_own_begin_where_the_bar_begins(
    open_console: Opener, qtbot: QtBot
) -> None:
    console = open_console(HADDAD, "b1")
    bar = console.page.top_bar
    make_narrow(console, qtbot)
    label, back = the(bar, "Nu in de kamer:", QLabel), the(bar, "Terug naar de zaak", QAbstractButton)
    qtbot.waitUntil(lambda: label.mapTo(bar, QPoint()).y() > back.geometry().bottom())
    settle_layouts()
    picture = back.mapTo(bar, back.rect().center()).x() - back.iconSize().width() // 2
    assert abs(label.mapTo(bar, label.rect().topLeft()).x() - picture) <= 2


def test_a_question_mark_shows_the_sheet_of_keys(console: Console, qtbot: QtBot) -> None:
    shown: list[str] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, KeysSheet)
        shown.append(texts(sheet))
        sheet.accept()

    QTimer.singleShot(0, look)
    qtbot.keyClick(console.page, Qt.Key.Key_Question)
    assert "Scherm stilzetten" in shown[0]


def test_with_one_screen_the_wall_covers_the_console_only_when_that_is_understood(
    console: Console, qtbot: QtBot
) -> None:
    watch = ScreenWatch(console.page)
    placement = WallPlacement(console.wall, console.page, watch=watch, room=room(watch))
    console.page.wall_screen.placement = placement
    console.model.refresh()
    assert _wall_pill(console) == "● Scherm is uit"
    console.messages.answer(False)
    press(console.page.top_bar, "Scherm aan")
    assert not placement.is_open
    console.messages.answer(True)
    press(console.page.top_bar, "Scherm aan")
    assert placement.is_open
    assert _wall_pill(console) == "● Scherm toont: Welkom"


def _beside_a_projector(console: Console) -> WallPlacement:
    """The console on a laptop, a projector beside it; all windows stand on the one screen there is."""
    watch = PaperWatch(laptop(), projector())
    watch.setParent(console.page)
    watch.of_qt = lambda _screen: QGuiApplication.primaryScreen()  # type: ignore[assignment]
    placement = WallPlacement(console.wall, console.page, watch=watch, room=room(watch))
    console.page.wall_screen.stand_by(placement)
    console.model.refresh()
    return placement


def test_one_key_puts_the_wall_on_its_screen_and_takes_it_away(console: Console, qtbot: QtBot) -> None:
    placement = _beside_a_projector(console)
    qtbot.keyClick(console.page, Qt.Key.Key_F11)
    assert placement.is_open
    assert _wall_pill(console) == "● Scherm toont: Welkom"
    qtbot.keyClick(console.page, Qt.Key.Key_F11)
    assert not placement.is_open
    assert _wall_pill(console) == "● Scherm is uit"


def test_screens_are_swapped_by_a_button_and_by_a_key_while_the_wall_stands_on_another(
    console: Console, qtbot: QtBot
) -> None:
    placement = _beside_a_projector(console)
    swap = "Wissel schermen (Shift+F11)"
    assert not is_there(console.page.top_bar, swap)
    qtbot.keyClick(console.page, Qt.Key.Key_F11)
    button = the(console.page.top_bar, swap, QAbstractButton)
    assert placement.stands == projector().now
    button.click()
    assert placement.stands == laptop().now
    qtbot.keyClick(console.page, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    assert placement.stands == projector().now


def test_a_wall_that_may_be_elsewhere_is_not_said_to_stand(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.page.wall_screen.placement = placement = _beside_a_projector(console)
    placement.open()
    with monkeypatch.context() as held:
        held.setattr(WallPlacement, "is_sure", False)
        placement.sure_changed.emit()
    assert _wall_pill(console) == "● Scherm: even kijken of het goed staat"
    placement.sure_changed.emit()
    assert _wall_pill(console) == "● Scherm toont: Welkom"


def test_after_the_last_step_comes_closing(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.EVALUATION)
    press(console.page.top_bar, "Beraad sluiten")
    with qtbot.waitSignal(console.page.closed):
        press(console.page, "Toch sluiten")
