"""Planning on the page of a case: as agreed at the table, changed, called off, and let go on after all."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from beraad.services.people import PersonLine
from beraad.terms import Circle, Column, MeetingKind, MeetingMode
from beraad.ui.dialogs.call_off import CallOffDialog
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.dialogs.plan_meeting import PlanMeetingDialog, PlannedMeeting
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.case.people.person_card import PersonCard
from tests.ui.opened_window import DE_WIT, HADDAD, Shell
from tests.ui.pages.case.test_case import InDialog, case_page, said
from tests.ui.pages.cases.listed import said_in_lists

FIRST = PlannedMeeting(None, None, "", (), MeetingKind.FAMILY_NETWORK, MeetingMode.TOGETHER)


def button(widget: QWidget, told: str) -> QPushButton:
    return next(item for item in widget.findChildren(QPushButton) if item.accessibleName() == told)


def has_button(widget: QWidget, told: str) -> bool:
    return any(item.accessibleName() == told for item in widget.findChildren(QPushButton))


def preparing(shell: Shell, reference: str) -> CasePage:
    """The page of a case, with the meetings to come."""
    page = case_page(shell, reference)
    page.show_tab(page.preparing)
    return page


def planned(shell: Shell, in_dialog: InDialog) -> CasePage:
    """The page of Haddad, whose second meeting was planned as it was agreed."""
    page = preparing(shell, HADDAD)
    in_dialog(lambda dialog: dialog.accept())
    page.preparing.plan_meeting()
    return page


def test_the_form_begins_with_what_was_agreed_at_the_table(shell: Shell, in_dialog: InDialog) -> None:
    page = preparing(shell, HADDAD)
    assert "do 10 dec 10:00 · wijkcentrum, twee kamers" in said(page)
    assert "Dit beraad is nog niet gepland." in said(page)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PlanMeetingDialog)
        wish = dialog.wish()
        assert (wish.starts_at, wish.place) == ("2026-12-10T10:00:00", "wijkcentrum, twee kamers")
        assert wish.mode is MeetingMode.ALTERNATING
        seen.append(said(dialog))
        dialog.accept()

    in_dialog(look)
    page.preparing.plan_meeting()
    assert "Aan tafel afgesproken: do 10 dec 10:00 · wijkcentrum, twee kamers." in seen[0]
    assert "Dit beraad is nog niet gepland." not in said(page)


def test_the_overview_names_it(shell: Shell, in_dialog: InDialog) -> None:
    shell.window.show_cases()
    listed = "\n".join(said_in_lists(shell.window.page))
    assert "do 10 dec 10:00 · wijkcentrum, twee kamers" in listed
    assert "beraad nog niet gepland" in listed
    planned(shell, in_dialog)
    shell.window.show_cases()
    assert "do 10 dec 10:00 · 2e beraad" in "\n".join(said_in_lists(shell.window.page))


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        (dt.date(2026, 11, 22), "2026-11-30T14:00:00"),
        (dt.date(2026, 11, 23), "2026-11-30T14:00:00"),
        (dt.date(2026, 11, 21), "2026-11-28T14:00:00"),
    ],
)
def test_no_sunday_is_offered(today: dt.date, offered: str, shell: Shell) -> None:
    dialog = PlanMeetingDialog(
        lambda _wish: None, people=(), facilitators=(), first=FIRST, today=today, parent=shell.window
    )
    dialog.facilitator.chosen = lambda: ("noor",)
    assert dialog.wish().starts_at == offered


def test_a_planned_meeting_is_moved_in_the_same_form(shell: Shell, in_dialog: InDialog) -> None:
    page = planned(shell, in_dialog)

    def move(dialog: QDialog) -> None:
        assert isinstance(dialog, PlanMeetingDialog)
        assert dialog.place.text() == "wijkcentrum, twee kamers"
        dialog.date.setDate(QDate(2026, 12, 17))
        dialog.place.setText("school")
        dialog.accept()

    in_dialog(move)
    button(page, "2e beraad wijzigen").click()
    assert "do 17 dec 10:00 · school" in said(page)
    assert len(shell.vault.cases().case(HADDAD).meetings) == 2


def test_what_was_agreed_is_neither_changed_nor_called_off(shell: Shell) -> None:
    page = preparing(shell, DE_WIT)
    assert not has_button(page, "1e beraad wijzigen")
    assert not has_button(page, "1e beraad afzeggen")
    assert has_button(page, "2e beraad wijzigen"), "control"


def test_a_meeting_is_called_off_with_the_reason_and_goes_on_after_all(
    shell: Shell, in_dialog: InDialog
) -> None:
    page = planned(shell, in_dialog)

    def call_off(dialog: QDialog) -> None:
        assert isinstance(dialog, CallOffDialog)
        assert "2e beraad · do 10 dec 10:00" in said(dialog)
        dialog.why.setText("de zaal is dicht")
        dialog.accept()

    in_dialog(call_off)
    button(page, "2e beraad afzeggen").click()
    assert "afgezegd" in said(page)
    assert "Waarom: de zaal is dicht" in said(page)
    page.show_tab(page.overview)
    assert not has_button(page, "2e beraad openen")
    assert shell.vault.cases().line(HADDAD).meeting == "b1"
    page.show_tab(page.preparing)
    button(page, "2e beraad toch laten doorgaan").click()
    page.show_tab(page.overview)
    assert has_button(page, "2e beraad openen")
    assert shell.vault.cases().line(HADDAD).meeting == "b2"


def test_what_stands_in_a_meeting_that_was_called_off_is_said_and_read(
    shell: Shell, in_dialog: InDialog
) -> None:
    service = shell.vault.meeting(DE_WIT, "b2")
    service.statements.add(Column.DANGER, "Er werd geschreeuwd.")
    service.close()
    page = preparing(shell, DE_WIT)
    told: list[str] = []

    def call_off(dialog: QDialog) -> None:
        assert isinstance(dialog, CallOffDialog)
        told.append(said(dialog))
        dialog.accept()

    in_dialog(call_off)
    button(page, "2e beraad afzeggen").click()
    assert "Dat blijft bewaard, om te lezen." in told.pop()
    assert "Wat er al in stond, is bewaard. Het is geen plan." in said(page)
    in_dialog(lambda dialog: (told.append(said(dialog)), dialog.reject()))
    button(page, "Lezen wat in het 2e beraad staat").click()
    (read,) = told
    assert "2e beraad: afgezegd" in read
    assert "Er werd geschreeuwd." in read


def test_somebody_is_removed_after_a_question_and_otherwise_what_hangs_on_it_is_said(
    shell: Shell, in_dialog: InDialog
) -> None:
    cases = shell.vault.cases()
    cases.save_person(HADDAD, PersonLine("", "Sita", "Sita", Circle.NETWORK))
    page = preparing(shell, HADDAD)
    said_of: list[str] = []

    def remove(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.remove.click()
        said_of.append(dialog.said())
        dialog.reject()

    in_dialog(remove)
    page.people.change_person("noor")
    assert said_of[0].startswith("Noor kan nog niet weg. Dit hangt eraan vast: de vaste hulpverleners")
    shell.messages.answer(False, True)
    for left in (True, False):
        in_dialog(remove)
        page.people.change_person("sita")
        assert ("sita" in {item.id for item in cases.case(HADDAD).people}) is left
    assert shell.messages.said[-1][1] == "Sita uit de zaak verwijderen?"
    assert not any(card.person.id == "sita" for card in page.findChildren(PersonCard))
