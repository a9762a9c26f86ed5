"""Between two people who sign: a page that shows nothing of anybody, while the laptop goes round."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.disclosure.views import PersonView
from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import TextLabel


class PassOn(QWidget):
    """Says who is next. No button has the keyboard: a second Enter opens nobody's plan by accident."""

    next_ready = Signal()
    """Who is next sits before it."""
    back_requested = Signal()
    """The facilitator has it back."""

    def __init__(self, following: PersonView | None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = following
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()

    def _build(self) -> None:
        following = self._following
        column = QVBoxLayout(self)
        column.setSpacing(Theme.current().size("space", "large"))
        column.addStretch(2)
        words = _("Geef de laptop terug aan de gespreksleider.")
        if following:
            token = PersonToken(following.called, following.circle, diameter=96)
            column.addWidget(token, 0, Qt.AlignmentFlag.AlignHCenter)
            words = _("Geef de laptop aan {name}.").format(name=following.called)
        said = TextLabel(words, "display")
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(said)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        if following:
            ready = QPushButton(_("Ik ben {name}").format(name=following.called.replace("&", "&&")))
            ready.setProperty("role", "primary")
            ready.setProperty("reach", "wide")
            ready.clicked.connect(self.next_ready)
            buttons.addWidget(ready)
        back = QPushButton(_("Terug naar de gespreksleider") if following else _("Ik ben de gespreksleider"))
        back.setProperty("reach", "wide")
        back.clicked.connect(self.back_requested)
        buttons.addWidget(back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)
        self.setAccessibleName(words)
