"""Choice of what others read of somebody's answer, made before it is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from beraad.answer_rules import NEEDS_REMARK
from beraad.i18n import _, spoken
from beraad.terms import AnswerShows, Decision
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.answers import reads_answered, reads_decision


class ReadersChoice(QWidget):
    """Choice that begins with the decision alone; above it stands who always reads all of it."""

    changed = Signal()

    def __init__(self, *, words: str, parent: QWidget | None = None) -> None:
        """`words` is the text of the choice that lets others read what is written."""
        super().__init__(parent)
        self._choices = {
            AnswerShows.DECISION: QRadioButton(),
            AnswerShows.WORDS: QRadioButton(words),
            AnswerShows.ANSWERED: QRadioButton(reads_answered(spoken())),
        }
        self._asks = TextLabel(
            _("Wat lezen de anderen? De gespreksleider leest alles. Het komt ook in het dossier."), "strong"
        )
        self._group = QButtonGroup(self)
        self._build()
        self._choices[AnswerShows.DECISION].setChecked(True)
        self._group.idClicked.connect(self.changed)

    def chosen(self) -> AnswerShows:
        """Return what others read."""
        return next(shows for shows, choice in self._choices.items() if choice.isChecked())

    def choose(self, shows: AnswerShows) -> None:
        """Show this as chosen."""
        self._choices[shows].setChecked(True)

    def show_for(self, decision: Decision) -> None:
        """Offer the choices for this decision; words that are not asked for cannot be read."""
        self._choices[AnswerShows.DECISION].setText(reads_decision(decision, spoken()))
        has_words = decision in NEEDS_REMARK
        self._choices[AnswerShows.WORDS].setVisible(has_words)
        if not has_words and self.chosen() is AnswerShows.WORDS:
            self.choose(AnswerShows.DECISION)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        column.addWidget(self._asks)
        offered = QWidget()
        row = FlowLayout(offered, gap=Theme.current().size("space", "small"))
        for choice in self._choices.values():
            self._group.addButton(choice)
            row.addWidget(choice)
        column.addWidget(offered)
        self.setAccessibleName(self._asks.text())
