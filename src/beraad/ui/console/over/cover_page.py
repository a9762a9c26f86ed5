"""Page over the console while the laptop goes round; it shows nothing of anybody's answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.disclosure.views import PersonView
from beraad.ui.theme import Theme
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.way_back import WayBack
from beraad.ui.widgets.wrapping_button import WrappingButton


class CoverPage(QWidget):
    """Page that says who gets the laptop.

    No button has the focus: a second Enter opens nothing by accident.
    """

    go_on_requested = Signal()
    """Emitted when the next person has the laptop and goes on."""
    anew_requested = Signal()
    """Emitted when this person wants to begin anew."""
    taken_back = Signal()
    """Emitted when the facilitator has the laptop again."""

    def __init__(
        self,
        words: str,
        *,
        note: str = "",
        person: PersonView | None = None,
        go_on: str = "",
        anew: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show `words`; `person` is whose turn it is, if anybody's; `go_on` and `anew` are button texts."""
        super().__init__(parent)
        self._words, self._note, self._person = words, note, person
        self._offers = ((go_on, "primary", self.go_on_requested), (anew, "", self.anew_requested))
        self._way_back = WayBack()
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)
        self._build()
        self._way_back.taken_back.connect(self.taken_back)

    def ask_for_facilitator(self) -> None:
        """Say how the facilitator takes the laptop back."""
        self._way_back.ask()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(Theme.current().size("space", "large"))
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        if self._person:
            token = PersonToken(self._person.called, self._person.circle, diameter=96)
            column.addWidget(token, 0, middle)
        for words, role in ((self._words, "display"), (self._note, "large")):
            if words:
                said = TextLabel(words, role)
                said.setAlignment(middle)
                column.addWidget(said)
        for words, role, wish in self._offers:
            if words:
                offer = WrappingButton(words.replace("&", "&&"))
                offer.setProperty("role", role)
                offer.setProperty("reach", "wide")
                offer.clicked.connect(wish)
                column.addWidget(offer, 0, middle)
        column.addWidget(self._way_back)
        column.addStretch(3)
