"""A long list comes in parts: what is in sight first."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.widgets.keyed_rows import KeyedRows


class List:
    """A window with a list of words, and what was made for it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page = QWidget(self.window)
        self.made: list[str] = []
        self.rows: KeyedRows[str, QLabel] = KeyedRows(
            QVBoxLayout(self.page), key=lambda word: word[:3], make=self._make, show=QLabel.setText
        )
        self.window.show()
        qtbot.waitExposed(self.window)

    def stand(self) -> list[str]:
        """The words one can see, from top to bottom."""
        layout = self.page.layout()
        assert layout is not None
        labels = [label for label in self.window.findChildren(QLabel) if not label.isHidden()]
        return [label.text() for label in sorted(labels, key=layout.indexOf)]

    def _make(self, word: str) -> QLabel:
        self.made.append(word)
        return QLabel()


WORDS = tuple(f"{number:03}" for number in range(40))


@pytest.fixture
def words(qtbot: QtBot) -> List:
    return List(qtbot)


def test_a_screen_full_is_made_at_once_and_the_rest_after_it_was_painted(words: List, qtbot: QtBot) -> None:
    words.rows.show(WORDS)
    assert words.stand() == list(WORDS[:12])
    qtbot.waitUntil(lambda: len(words.made) == len(WORDS))
    assert words.stand() == list(WORDS)


def test_a_row_that_is_asked_for_is_there(words: List) -> None:
    words.rows.show(WORDS)
    row = words.rows.get("030")
    assert row is not None
    assert row.text() == "030"
    assert words.stand() == list(WORDS)


def test_who_wants_all_rows_gets_all(words: List) -> None:
    words.rows.show(WORDS)
    assert len(words.rows.all()) == len(words.rows) == len(WORDS)


def test_a_list_that_changes_before_it_stands_ends_as_it_was_shown_last(words: List, qtbot: QtBot) -> None:
    words.rows.show(WORDS)
    later = ("100", *WORDS[5:9], "005 anders", *WORDS[20:], "101")
    words.rows.show(later)
    wanted = list({word[:3]: word for word in later}.values())
    qtbot.waitUntil(lambda: len(words.stand()) == len(wanted))
    assert words.stand() == wanted


def test_what_is_added_to_a_list_that_stands_is_there_at_once(words: List) -> None:
    words.rows.show(WORDS)
    words.rows.all()
    more = (*WORDS, *(f"{number:03}" for number in range(100, 130)))
    words.rows.show(more)
    assert words.stand() == list(more)


def test_a_list_that_became_empty_is_empty_also_where_rows_were_to_come(words: List, qtbot: QtBot) -> None:
    words.rows.show(WORDS)
    words.rows.show(())
    qtbot.wait(200)
    assert words.stand() == []


def test_rows_that_were_made_ahead_stand_for_the_first_items(words: List) -> None:
    spare = [QLabel() for _place in range(3)]
    words.rows.stand_by(spare)
    assert words.stand() == []
    words.rows.show(("aaa", "bbb"))
    assert words.stand() == ["aaa", "bbb"]
    assert words.made == []
    assert [label.text() for label in spare] == ["aaa", "bbb", ""]
    words.rows.show(("aaa", "bbb", "ccc", "ddd"))
    assert words.stand() == ["aaa", "bbb", "ccc", "ddd"]
    assert words.made == ["ddd"]


def test_a_page_that_goes_before_its_list_stands_takes_the_rest_along(qtbot: QtBot) -> None:
    words = List(qtbot)
    words.rows.show(WORDS)
    words.page.deleteLater()
    qtbot.wait(200)
    assert words.made == list(WORDS[:12])
