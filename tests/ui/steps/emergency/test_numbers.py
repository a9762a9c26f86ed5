"""Telephone numbers that are offered say whom they must not reach, before they are in the plan."""

import json

import pytest
from PySide6.QtWidgets import QComboBox

from beraad import assets
from beraad.readers import EVERYONE, Readers
from beraad.terms import Step
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.emergency.emergency_row import EmergencyRow
from tests.ui.driving import choose_in, pick, the
from tests.ui.heard import Heard
from tests.ui.opened_console import HADDAD, Console, Opener, press, texts

CASE = json.loads(assets.example_case("haddad").read_bytes())
SAMIRA = next(
    detail["value"]
    for person in CASE["people"]
    for detail in person["contact"]
    if person["called"] == "Samira" and detail["kind"] == "phone"
)
NOT_FOR = "Yousef, Omar en Chantal"
"""Who is invited, reads what is for everyone, and may not have it."""


@pytest.fixture
def haddad(open_console: Opener) -> Console:
    """At the agreements of the Haddad family, with the emergency plan open."""
    console = open_console(HADDAD, "b1")
    console.page.go_to(Step.AGREEMENTS)
    console.page.steps.of(AgreementsPage).show_emergency()
    return console


def _row(console: Console, index: int) -> EmergencyRow:
    row = console.page.steps.of(AgreementsPage).emergency.row(index)
    assert row
    return row


def _number(console: Console, index: int) -> QComboBox:
    return the(_row(console, index), f"Stap {index + 1}: Welk nummer wordt gebeld?", QComboBox)


def _offered(combo: QComboBox) -> list[str]:
    return [combo.itemText(place) for place in range(combo.count())]


def test_a_number_that_a_reader_may_not_have_says_so_and_comes_after_the_others(haddad: Console) -> None:
    index = haddad.model.act(lambda meeting: meeting.emergency.add("Bel Samira.", visible_to=EVERYONE))
    assert index is not None
    offered = _offered(_number(haddad, index))
    marked = [words for words in offered if words.startswith("Samira")]
    assert marked == [f"Samira: {SAMIRA} – niet voor {NOT_FOR}"]
    told = ["niet voor" in words for words in offered]
    assert told == sorted(told)


def test_chosen_all_the_same_it_says_whose_copy_is_not_made(haddad: Console, heard: Heard) -> None:
    index = haddad.model.act(lambda meeting: meeting.emergency.add("Bel Samira.", SAMIRA, EVERYONE))
    assert index is not None
    warned = f"Dit mogen {NOT_FOR} niet weten: die exemplaren worden dan niet gemaakt."
    assert warned in texts(_row(haddad, index))
    assert any(words.startswith(warned) for words in heard()), "somebody may listen and not look"


def test_who_does_not_read_the_step_is_not_warned_about(haddad: Console) -> None:
    index = haddad.model.act(lambda meeting: meeting.emergency.add("Bel Samira.", SAMIRA))
    assert index is not None
    haddad.model.act(
        lambda meeting: meeting.emergency.change(index, visible_to=Readers.only("rima", "samira"))
    )
    row = _row(haddad, index)
    assert "niet weten" not in texts(row)
    assert f"Samira: {SAMIRA}" in _offered(_number(haddad, index))


def test_the_time_out_gets_a_number_behind_where_one_goes(haddad: Console) -> None:
    form = haddad.page.steps.of(AgreementsPage).emergency.time_out
    if not haddad.model.view.time_outs:
        pick(form, "Wie neemt de time-out?", "Yousef")
    haddad.model.act(lambda meeting: meeting.agreements.add(""))  # the form follows any change
    number = the(form, "Nummer bij “Waarheen?” zetten", QComboBox)
    choose_in(number, next(words for words in _offered(number) if words.startswith("Piet")))
    kept = next(iter(haddad.model.view.time_outs), None)
    assert kept
    assert "Piet: " in kept.goes_to
    assert number.currentIndex() == 0


def test_the_first_step_is_offered_with_a_key_press_and_needs_no_family_number(haddad: Console) -> None:
    for _step in range(len(haddad.model.view.emergency)):
        haddad.model.act(lambda meeting: meeting.emergency.remove(0))
    press(haddad.page, "Begin met: bij direct gevaar bellen we 112")
    assert haddad.model.view.emergency[0].number == "112"
    assert "niet weten" not in texts(_row(haddad, 0))


def test_a_number_stands_in_the_middle_of_its_box(haddad: Console) -> None:
    """The line within the box had the room around it of a box of its own, and sank."""
    index = haddad.model.act(lambda meeting: meeting.emergency.add("Bel Samira.", SAMIRA, EVERYONE))
    assert index is not None
    line = _number(haddad, index).lineEdit()
    assert line is not None
    line.ensurePolished()
    assert line.minimumSizeHint().height() <= line.height()
