"""Warning under a field that somebody would read more than they may know."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from beraad.ui.steps.emergency.number_words import withheld_words
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.text_label import TextLabel


class WithheldLine(TextLabel):
    """Line that is hidden where nobody reads too much."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(role="small", tone="danger", parent=parent)

    def show_people(self, people: tuple[str, ...]) -> None:
        """Warn that these people would read too much."""
        words = withheld_words(people)
        if words != self.text():
            self.setText(words)
            announce(self, words)
        self.setVisible(bool(people))
