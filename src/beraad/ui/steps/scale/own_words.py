"""Words people gave with their number; each becomes a statement with one click."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsolePerson, ConsoleScale, ConsoleView
from beraad.i18n import _, spoken
from beraad.terms import Said
from beraad.ui.steps.shared.people import token_of
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.scale import said_in_column, said_question, said_to_column


@dataclass(frozen=True, slots=True)
class _Words:
    person: ConsolePerson
    said: Said
    text: str
    kept: bool


class OwnWords(QWidget):
    """Rows of everything that was said; who said it stays its giver."""

    keep_requested = Signal(str, object)
    """Id of the person, and which of their words (`Said`)."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        self._title = TextLabel(_("Wat mensen erbij zeiden"), "strong")
        column.addWidget(self._title)
        self._rows: KeyedRows[_Words, _Row] = KeyedRows(
            column,
            key=lambda item: (item.person.id, item.said),
            make=self._make,
            show=lambda row, item: row.show_words(item),
            offset=1,
        )

    def show_scale(self, view: ConsoleView, scale: ConsoleScale) -> None:
        """Show the words given with the answers to this question."""
        people = {person.id: person for person in view.people}
        words = [
            _Words(people[score.person], said, text, said in score.kept)
            for score in scale.scores
            for said, text in ((Said.BECAUSE, score.because), (Said.ONE_UP, score.one_up))
            if text and score.person in people
        ]
        self._title.setVisible(bool(words))
        self._rows.show(words)

    def _make(self, item: _Words) -> _Row:
        row = _Row(item)
        row.pressed.connect(lambda: self.keep_requested.emit(item.person.id, item.said))
        return row


class _Row(QWidget):
    pressed = Signal()

    def __init__(self, item: _Words) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "small"))
        self._text, self._stands = TextLabel(), TextLabel(role="small", wrap=False)
        self._keep = QPushButton(said_to_column(item.said, spoken()))
        set_icon(self._keep, {Said.BECAUSE: "safety", Said.ONE_UP: "next"}[item.said])
        row.addWidget(token_of(item.person, diameter=22))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(said_question(item.said, spoken()), "small"))
        words.addWidget(self._text)
        row.addLayout(words, 1)
        row.addWidget(self._stands)
        row.addWidget(self._keep)
        self._keep.clicked.connect(self.pressed)

    def show_words(self, item: _Words) -> None:
        """Show the words, and where they stand if they became a statement."""
        self._text.setText(item.text)
        self._stands.setText(said_in_column(item.said, spoken()) if item.kept else "")
        self._stands.setVisible(item.kept)
        self._keep.setVisible(not item.kept)
        self._keep.setAccessibleName(f"{self._keep.text()}: {item.text}")
