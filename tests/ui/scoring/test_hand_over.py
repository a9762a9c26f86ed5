"""Between two people who give a number."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from beraad.ui.scoring.hand_over import HandOver
from beraad.ui.theme import Theme

NAMES = ("Sanne", "Mark", "Lisa", "oma Ans", "Kees", "Fatima", "Joke", "Peter")


def test_with_doubled_letters_no_room_is_left_empty_above_the_words(qtbot: QtBot, qapp: QApplication) -> None:
    Theme.load(scale=2.0).apply(qapp)
    screen = HandOver(NAMES)
    qtbot.addWidget(screen)
    screen.show_next(0, frozenset(), thanks=False)
    screen.resize(1366, 768)
    screen.show()
    title = next(
        label for label in screen.findChildren(QLabel) if label.text() == "Ieder kiest zelf een cijfer"
    )
    assert title.mapTo(screen, title.rect().topLeft()).y() < 768 / 8
