"""The form in which one chooses with a child whom it may call, and what of its own words may be read."""

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from beraad.readers import EVERYONE, PROFESSIONALS, Readers
from beraad.services.calling import MOST_CALLS
from beraad.services.people import CallLine, ContactLine, PersonLine
from beraad.terms import Circle, ContactKind
from beraad.ui.dialogs.person import PersonDialog

TODAY = dt.date(2026, 11, 12)


def somebody(name: str, visible_to: Readers | None = EVERYONE) -> PersonLine:
    """Somebody with a number for these."""
    contact = () if visible_to is None else (ContactLine(ContactKind.PHONE, "06 1234 0001", visible_to),)
    return PersonLine(name.lower(), name, name, Circle.FAMILY, contact=contact)


LISA = replace(somebody("Lisa", None), birth_date=dt.date(2016, 4, 12))
KNOWN = (
    LISA,
    somebody("Sanne"),
    somebody("Mark"),
    somebody("Ans", Readers.only("lisa")),
    somebody("Peter", PROFESSIONALS),
    somebody("Kees", None),
)


@pytest.fixture
def saved() -> list[PersonLine]:
    """What was saved."""
    return []


def form(qtbot: QtBot, saved: list[PersonLine], child: PersonLine = LISA) -> PersonDialog:
    """The form of a child whose father is feared."""
    dialog = PersonDialog(
        saved.append, person=child, known=(child, *KNOWN[1:]), feared=("mark",), today=lambda: TODAY
    )
    qtbot.addWidget(dialog)
    return dialog


def choose(dialog: PersonDialog, name: str, called: str = "") -> None:
    """Add somebody to whom the child may call."""
    editor = dialog.childs_paper.may_call
    editor.add_button.click()
    line = editor.lines[-1]
    line.person.setCurrentIndex(line.person.findData(name))
    line.called.setText(called)


def test_nobody_is_chosen_by_itself(qtbot: QtBot, saved: list[PersonLine]) -> None:
    dialog = form(qtbot, saved)
    dialog.accept()
    assert saved == [LISA]


def test_chosen_with_the_child_they_are_kept_in_its_order_and_words(
    qtbot: QtBot, saved: list[PersonLine]
) -> None:
    dialog = form(qtbot, saved)
    choose(dialog, "sanne", "mama")
    choose(dialog, "ans", "oma")
    dialog.childs_paper.may_call.lines[1].up.click()
    dialog.childs_paper.own_words.setPlainText("Ik wil slapen.")
    dialog.childs_paper.may_be_read.setChecked(True)
    dialog.accept()
    assert saved[0].may_call == (CallLine("ans", "oma"), CallLine("sanne", "mama"))
    assert (saved[0].own_words, saved[0].own_words_may_be_read) == ("Ik wil slapen.", True)


def test_who_is_feared_is_never_proposed_nor_is_the_child(qtbot: QtBot, saved: list[PersonLine]) -> None:
    dialog = form(qtbot, saved)
    dialog.childs_paper.may_call.add_button.click()
    choice = dialog.childs_paper.may_call.lines[0].person
    offered = {choice.itemData(index) for index in range(choice.count())}
    assert offered == {"", "sanne", "ans", "peter", "kees"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("sanne", ""),
        ("ans", ""),
        ("mark", "Van Mark kan gevaar komen"),
        ("peter", "Van Peter is er geen nummer"),
        ("kees", "Van Kees is er geen nummer"),
    ],
)
def test_it_warns_of_who_is_feared_and_of_who_has_no_number_for_the_child(
    qtbot: QtBot, saved: list[PersonLine], name: str, told: str
) -> None:
    dialog = form(qtbot, saved, replace(LISA, may_call=(CallLine(name),)))
    line = dialog.childs_paper.may_call.lines[0]
    assert line.person.currentData() == name
    assert told in line.warning.text()
    assert line.warning.isHidden() is not bool(told)


def test_there_are_four_at_most_and_one_goes_again(qtbot: QtBot, saved: list[PersonLine]) -> None:
    dialog = form(qtbot, saved)
    editor = dialog.childs_paper.may_call
    for name in ("sanne", "ans", "peter", "kees"):
        choose(dialog, name)
    assert len(editor.lines) == MOST_CALLS
    assert not editor.add_button.isEnabled()
    editor.lines[1].remove.click()
    assert editor.add_button.isEnabled()
    assert [call.person for call in editor.may_call()] == ["sanne", "peter", "kees"]


def test_it_is_there_for_who_is_twelve_or_younger(qtbot: QtBot, saved: list[PersonLine]) -> None:
    dialog = form(qtbot, saved, replace(LISA, birth_date=None))
    assert dialog.childs_paper.isHidden()
    dialog.birth_date.setText("12-4-2016")
    assert not dialog.childs_paper.isHidden()
    dialog.birth_date.setText("12-4-2")
    assert not dialog.childs_paper.isHidden(), "half typed"
    dialog.birth_date.setText("12-4-1991")
    assert dialog.childs_paper.isHidden()


def test_a_line_without_anybody_is_not_kept(qtbot: QtBot, saved: list[PersonLine]) -> None:
    dialog = form(qtbot, saved)
    dialog.childs_paper.may_call.add_button.click()
    dialog.accept()
    assert saved[0].may_call == ()
