"""The form of a person says who may see the paper, and the card of that person shows it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from beraad.services.people import PersonLine
from beraad.terms import Circle
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.pages.case.people.person_card import PersonCard
from beraad.ui.widgets.person_choice import PersonChoice
from tests.ui.opened_window import HADDAD, Shell
from tests.ui.pages.case.test_case import card_of, case_page

InDialog = Callable[[Callable[[QDialog], None]], list[str]]

RIMA = PersonLine("rima", "Rima", "Rima", Circle.FAMILY)
OTHERS = tuple(
    PersonChoice(name.lower(), name, Circle.FAMILY) for name in ("Rima", "Yousef", "Samira", "Omar")
)


def form(qtbot: QtBot, saved: list[PersonLine], person: PersonLine = RIMA) -> PersonDialog:
    """The form of somebody with others in the case."""
    dialog = PersonDialog(saved.append, person=person, people=OTHERS)
    qtbot.addWidget(dialog)
    return dialog


def test_nobody_is_chosen_by_itself_and_nobody_sees_the_own_paper_as_another(qtbot: QtBot) -> None:
    saved: list[PersonLine] = []
    dialog = form(qtbot, saved)
    dialog.paper_seen_by.set_chosen(("rima", "yousef"))
    assert dialog.paper_seen_by.chosen() == ("yousef",)
    dialog.paper_seen_by.set_chosen(())
    dialog.accept()
    assert saved == [RIMA]


def test_who_was_chosen_stays_in_the_order_of_the_case_file(qtbot: QtBot) -> None:
    saved: list[PersonLine] = []
    person = replace(RIMA, paper_seen_by=("omar", "gone", "yousef"))
    form(qtbot, saved, person).accept()
    assert saved == [person]
    dialog = form(qtbot, saved, person)
    dialog.paper_seen_by.set_chosen(("yousef", "samira"))
    dialog.accept()
    assert saved[1].paper_seen_by == ("gone", "yousef", "samira")


def test_it_is_kept_and_stands_on_the_card(shell: Shell, in_dialog: InDialog) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.paper_seen_by.set_chosen(("yousef",))
        dialog.accept()

    page = case_page(shell, HADDAD)
    assert "kan dit papier zien" not in card_of(page, "rima").accessibleName(), "control"
    in_dialog(choose)
    page.people.change_person("rima")
    card: PersonCard = card_of(page, "rima")
    assert "kan dit papier zien: Yousef" in card.accessibleName()
    assert card.person.paper_seen_by == ("yousef",)


def test_who_may_see_a_paper_cannot_be_taken_from_the_case(shell: Shell, in_dialog: InDialog) -> None:
    cases = shell.vault.cases()
    cases.save_person(HADDAD, PersonLine("", "Nico", "Nico", Circle.NETWORK))
    rima = next(item for item in cases.case(HADDAD).people if item.id == "rima")
    cases.may_remove(HADDAD, "nico")
    cases.save_person(HADDAD, replace(rima, paper_seen_by=("nico",)))
    page = case_page(shell, HADDAD)

    def remove(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.remove.click()
        assert "het papier van een ander" in dialog.said()
        dialog.reject()

    in_dialog(remove)
    page.people.change_person("nico")
    assert "nico" in {item.id for item in cases.case(HADDAD).people}
