"""From the page of a case: a telephone call changes one agreement, without a meeting."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QPushButton

from beraad.services.vault import Vault
from beraad.terms import RevisionHow
from beraad.ui.console import MeetingPage
from beraad.ui.dialogs.revise import ReviseDialog
from tests.ui.driving import press
from tests.ui.opened_window import DE_WIT, Shell
from tests.ui.pages.case.test_case import case_page

InDialog = Callable[[Callable[[QDialog], None]], list[str]]


def revise(shell: Shell) -> None:
    """Press the button under the meetings."""
    button = case_page(shell, DE_WIT).findChild(QPushButton, "revise")
    assert isinstance(button, QPushButton)
    button.click()


def test_after_the_form_the_plan_in_force_opens(shell: Shell, in_dialog: InDialog) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ReviseDialog)
        press(dialog.consulted, "oma Ans")
        assert dialog.wish().how is RevisionHow.PHONE
        assert dialog.wish().consulted == ("ans",)
        dialog.accept()

    done = in_dialog(fill)
    revise(shell)
    assert done == ["ReviseDialog"]
    assert isinstance(shell.window.page, MeetingPage)


def test_somebody_must_have_been_consulted(shell: Shell, in_dialog: InDialog) -> None:
    said: list[str] = []

    def leave_empty(dialog: QDialog) -> None:
        assert isinstance(dialog, ReviseDialog)
        said.append(dialog.objection())
        dialog.accept()

    done = in_dialog(leave_empty)
    revise(shell)
    assert said == ["Kies met wie het is besproken."]
    assert done == ["ReviseDialog", "still open"]
    assert not isinstance(shell.window.page, MeetingPage)


def test_a_case_without_a_plan_has_nothing_to_revise(shell: Shell, vault: Vault) -> None:
    vault.cases().create("IT-2026-099", "Nieuw")
    assert case_page(shell, "IT-2026-099").findChild(QPushButton, "revise") is None
