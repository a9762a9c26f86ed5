"""Before printing it is said what papers betray that may lie together."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from tests.ui.opened_window import HADDAD
from tests.ui.printing.test_printing import Desk


def desk_where(vault: Vault, qtbot: QtBot, person: str = "", *seen_by: str) -> Desk:
    """The dialog over the case, in which somebody may see the paper of another."""
    for line in vault.cases().case(HADDAD).people:
        if line.id == person:
            vault.cases().save_person(HADDAD, replace(line, paper_seen_by=seen_by))
    desk = Desk(vault, HADDAD, qtbot)
    qtbot.addWidget(desk.dialog)
    return desk


def test_the_pair_is_named_and_with_a_name_what_it_is_and_what_helps(vault: Vault, qtbot: QtBot) -> None:
    desk = desk_where(vault, qtbot, "yousef", "rima")
    assert "Naast elkaar verraden papieren iets: Rima en Yousef." in desk.said()
    desk.choose("noor")
    assert "paraplu" not in desk.dialog.together.beside.words.text()
    for reader in ("rima", "yousef"):
        desk.choose(reader)
        told = desk.dialog.together.beside.words.text()
        assert told.startswith("Wel op het papier van Rima en niet op dat van Yousef: „Rima appt 'paraplu'")
        assert "en nog 2" in told
        assert "Vul bij Rima in dat Yousef het papier kan zien." in told


def test_what_stands_on_a_card_is_betrayed_by_the_paper_of_another(vault: Vault, qtbot: QtBot) -> None:
    desk = desk_where(vault, qtbot, "rima", "yousef", "samira")
    assert "Naast elkaar verraden papieren iets: Rima en Samira." in desk.said()
    desk.choose("samira")
    assert "Bij Rima staat dit op de aparte kaart." in desk.dialog.together.beside.words.text()


def test_a_paper_made_safe_betrays_nothing_beside_one_with_less(vault: Vault, qtbot: QtBot) -> None:
    desk = desk_where(vault, qtbot, "rima", "yousef")
    assert not desk.dialog.together.beside.isVisibleTo(desk.dialog)
    assert "Naast elkaar" not in desk.said(), "all that is not for him stands on her card"


def test_where_nothing_says_that_they_lie_together_nothing_is_said(vault: Vault, qtbot: QtBot) -> None:
    desk = desk_where(vault, qtbot)
    assert "Naast elkaar" not in desk.said()
    assert not desk.dialog.together.summary.isVisibleTo(desk.dialog)
