"""Before printing it is asked once whether a text is about something that is hidden."""

from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.disclosure.console_views import ConsoleLeak
from beraad.places import Place
from beraad.terms import Strength
from beraad.ui.printing.remarks import RemarksDialog


def _remark(text: str, word: str) -> ConsoleLeak:
    where = (Place.contact("rima", 1), ("yousef",), text)
    return ConsoleLeak(
        Place.parse("meetings/b1/statements/s1/text"),
        "Rima",
        "address",
        ("Yousef",),
        Strength.POSSIBLE,
        (word,),
        "x",
        *where,
    )


ROAD, MILL = _remark("Bij de Bredaseweg.", "Bredaseweg"), _remark("Bij de watermolen.", "watermolen")


def say(row: QWidget, words: str) -> None:
    """Choose this answer."""
    (choice,) = [made for made in row.findChildren(QRadioButton) if made.text() == words]
    choice.click()


def test_what_is_answered_is_kept_and_what_is_not_is_left(qtbot: QtBot) -> None:
    kept: list[tuple[ConsoleLeak, bool]] = []
    dialog = RemarksDialog((ROAD, MILL), lambda leak, *, is_about: kept.append((leak, is_about)))
    qtbot.addWidget(dialog)
    say(dialog.rows[1], "Ja, dit gaat daarover")
    dialog.accept()
    assert kept == [(MILL, True)]
    assert dialog.result() == RemarksDialog.DialogCode.Accepted


def test_it_can_be_said_that_it_is_about_something_else(qtbot: QtBot) -> None:
    kept: list[tuple[ConsoleLeak, bool]] = []
    dialog = RemarksDialog((ROAD, MILL), lambda leak, *, is_about: kept.append((leak, is_about)))
    qtbot.addWidget(dialog)
    say(dialog.rows[0], "Nee, iets anders")
    dialog.reject()
    assert kept == [], "called off, nothing is kept"
    dialog.accept()
    assert kept == [(ROAD, False)]
