"""At Welkom: somebody new comes in, and the meeting goes on in two rooms, or in one again."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from beraad.disclosure.views import canonical_json
from beraad.services.people import PersonLine
from beraad.terms import Attendance, Circle, MeetingMode, Step
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.dialogs.rooms import RoomsDialog
from beraad.ui.steps.welcome.page import WelcomePage
from tests.ui.opened_console import HADDAD, Console, Opener, press, texts


def in_dialog(act: Callable[[QDialog], None]) -> None:
    """Do something in the next dialog, as soon as it stands."""
    timer = QTimer(QApplication.instance())

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            timer.stop()
            timer.deleteLater()
            try:
                act(dialog)
            finally:
                dialog.reject() if dialog.isVisible() else None

    timer.timeout.connect(look)
    timer.start(0)


def test_somebody_new_comes_in_without_leaving_the_meeting(console: Console) -> None:
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.accept()
        assert dialog.said() == "Vul een naam in."
        dialog.name.setText("Sita Ramdin")
        dialog.accept()

    in_dialog(fill_in)
    press(console.page.steps.of(WelcomePage), "Iemand die nieuw is…")
    found = next(item for item in console.model.view.people if item.called == "Sita Ramdin")
    assert found.attendance is Attendance.PRESENT
    assert "Sita Ramdin" in texts(console.page.steps.of(WelcomePage))


def in_menu(console: Console, called: str, words: str) -> None:
    """Choose these words for somebody in the menu of who goes."""
    welcome = console.page.steps.of(WelcomePage)
    press(welcome, "Iemand weghalen…")
    menu = welcome.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    of = next(action.menu() for action in menu.actions() if action.text() == called)
    assert isinstance(of, QMenu)
    next(action for action in of.actions() if action.text() == words).trigger()
    menu.close()


def test_somebody_is_taken_away_without_leaving_the_meeting_while_nothing_hangs(console: Console) -> None:
    sita = console.service.course.add_person(PersonLine("", "Sita Ramdin", "Sita", Circle.NETWORK))
    console.model.refresh()
    in_menu(console, "Sita", "Niet bij dit beraad")
    assert next(item for item in console.model.view.people if item.id == sita).attendance is None
    console.model.undo()
    in_menu(console, "Sita", "Uit de zaak verwijderen")
    assert sita not in {item.id for item in console.model.view.people}
    console.model.undo()
    assert sita in {item.id for item in console.model.view.people}
    in_menu(console, "Mark", "Uit de zaak verwijderen")
    ((_kind, _title, said),) = console.messages.said
    assert "Mark kan nog niet weg." in said


def test_what_cannot_be_is_said_in_the_form(console: Console) -> None:
    said: list[str] = []

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.name.setText("Sita Ramdin")
        dialog.birth_date.setText("31-2-1980")
        dialog.accept()
        said.append(dialog.said())
        assert dialog.isVisible()

    in_dialog(fill_in)
    press(console.page.steps.of(WelcomePage), "Iemand die nieuw is…")
    assert said
    assert said[0]
    assert not console.messages.said


def test_two_rooms_ask_who_sits_where_and_then_which_is_here(console: Console) -> None:
    console.page.go_to(Step.WELCOME)

    def sit(dialog: QDialog) -> None:
        assert isinstance(dialog, RoomsDialog)
        dialog.accept()
        assert dialog.said().startswith("Kies nog een groep voor"), "nobody is in both by mistake"
        for number, choice in enumerate(dialog.choices.values()):
            choice.setCurrentIndex(choice.findData(1 + number % 2))
        dialog.accept()

    in_dialog(sit)
    press(console.page.steps.of(WelcomePage), "Verder in twee kamers…")
    view = console.model.view
    assert view.mode is MeetingMode.ALTERNATING
    assert all(item.room in (1, 2) for item in view.people if item.attendance is Attendance.PRESENT)
    assert console.model.asks_half
    assert "Wie zit er nu in de kamer?" in texts(console.page.question)
    assert "Verder in één kamer…" in texts(console.page.steps.of(WelcomePage))


def test_one_room_again_is_asked_about_first(open_console: Opener) -> None:
    console = open_console(HADDAD, "b1")
    console.page.go_to(Step.WELCOME)
    before = canonical_json(console.model.wall_view)
    console.messages.answer(False)
    press(console.page.steps.of(WelcomePage), "Verder in één kamer…")
    assert console.model.view.mode is MeetingMode.ALTERNATING
    assert canonical_json(console.model.wall_view) == before
    console.messages.answer(True)
    press(console.page.steps.of(WelcomePage), "Verder in één kamer…")
    assert console.model.view.mode is MeetingMode.TOGETHER
    assert "Is één kamer veilig voor iedereen?" in console.messages.said[-1][2]
    assert not console.model.asks_half
