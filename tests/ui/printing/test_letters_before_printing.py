"""Before printing it is asked how a name is written that paper has no letters for."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from beraad.services.errors import NotValid
from beraad.services.people import PersonLine
from beraad.services.unwritable import Unwritable
from beraad.terms import Circle
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.printing.letters import LettersDialog

FOUND = (Unwritable("小明", "zh"), Unwritable("민준", "ko"), Unwritable("Noor belt 👍 om acht uur."))


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_what_is_filled_in_is_kept_and_what_is_not_is_left(qtbot: QtBot) -> None:
    kept: list[tuple[str, str]] = []
    dialog = LettersDialog(FOUND, lambda person, letters: kept.append((person, letters)))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "小明, zo in letters:" in texts(dialog)
    assert "„Noor belt 👍 om acht uur.” (👍)" in texts(dialog)
    dialog.fields["zh"].setText(" Xiaoming ")
    dialog.reject()
    assert kept == [], "called off, nothing is kept"
    dialog.accept()
    assert kept == [("zh", "Xiaoming")]


def test_what_paper_cannot_write_either_is_said_and_the_dialog_stays(qtbot: QtBot) -> None:
    def refuse(_person: str, _letters: str) -> None:
        raise NotValid(field="in_letters", cause="unwritable")

    dialog = LettersDialog(FOUND, refuse)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.fields["zh"].setText("小明")
    dialog.accept()
    assert dialog.isVisible()
    assert "Ook hiervoor zijn op papier geen letters" in dialog.said()


def test_it_stands_with_the_person_where_the_name_has_no_letters(qtbot: QtBot) -> None:
    kept: list[PersonLine] = []
    person = PersonLine("zh", "王小明", "小明", Circle.FAMILY, in_letters="Xiaoming")
    dialog = PersonDialog(kept.append, person=person)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.in_letters.isVisible()
    dialog.in_letters.setText("Xiao Ming")
    dialog.accept()
    assert kept[0].in_letters == "Xiao Ming"


def test_a_name_that_paper_can_write_is_not_asked_about_in_letters(qtbot: QtBot) -> None:
    dialog = PersonDialog(lambda _person: None, person=PersonLine("ti", "ሰላማዊት", "", Circle.FAMILY))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.in_letters.isVisible()
    dialog.called.setText("小明")
    assert dialog.in_letters.isVisible()
