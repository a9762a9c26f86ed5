"""One owner of an agreement: said yes, and how willing, confident and able."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleAgreement, ConsolePerson, ConsoleReadiness
from beraad.i18n import _
from beraad.terms import LOW_READINESS_BELOW
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.draft_field import DraftField
from beraad.ui.meeting.parts.fields import Labelled
from beraad.ui.meeting.parts.people import token_of
from beraad.ui.theme import Theme
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.score_pad import ScorePad
from beraad.ui.widgets.text_label import TextLabel

_LARGE = 1.4
"""Size of text, 1.0 = 100 %, from which a line holds less."""


class ReadinessEditor(QFrame):
    """Three numbers 0-10, asked before the agreement counts, and what helps where one is low."""

    def __init__(
        self, model: MeetingModel, agreement: str, person: ConsolePerson, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._agreement, self._person = model, agreement, person
        self._remark_kept = ""
        self._build()
        self._connect()

    def focus_yes(self) -> None:
        """The keyboard on whether this owner said yes."""
        self._yes.setFocus()

    def show_agreement(self, agreement: ConsoleAgreement) -> None:
        """Show what this owner said."""
        person = self._person.id
        self._yes.setChecked(person in agreement.accepted_by)
        known = next((item for item in agreement.readiness if item.person == person), None)
        item = known or ConsoleReadiness(person, None, None, None, None)
        values = (item.willingness, item.confidence, item.capacity)
        for pad, value in zip(self._pads, values, strict=True):
            pad.set_score(value)
        low = any(value is not None and value < LOW_READINESS_BELOW for value in values)
        self._remark_kept = item.remark or ""
        self._draft.show(self._remark_kept)
        self._help.setVisible(low or bool(item.remark) or self._draft.waits)

    def _build(self) -> None:
        theme = Theme.current()
        called = self._person.called
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        gap = theme.size("space", "small")
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(gap)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.size("space", "medium"))
        grid.setVerticalSpacing(theme.size("space", "tight"))
        grid.addWidget(token_of(self._person, diameter=28), 0, 0)
        grid.addWidget(TextLabel(called, "strong"), 0, 1)
        self._yes = QCheckBox(_("zei zelf ja aan tafel"))
        self._yes.setAccessibleName(_("{person} zei zelf ja aan tafel").format(person=called))
        grid.addWidget(self._yes, 0, 2)
        self._pads: list[ScorePad] = []
        for row, (name, plain, asks) in enumerate(_questions(), 1):
            pad = ScorePad(label=f"{called}, {name}", declinable=False)
            pad.setAccessibleDescription(plain)
            words = _asking(name, plain)
            words.setToolTip(asks)
            if theme.scale < _LARGE:
                grid.addWidget(words, row, 0, 1, 2)
                grid.addWidget(pad, row, 2)
            else:
                grid.addWidget(words, 2 * row - 1, 0, 1, 3)
                grid.addWidget(pad, 2 * row, 0, 1, 3)
            self._pads.append(pad)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        self._remark = GrowingTextEdit(label=_("Wat helpt {person}?").format(person=called))
        self._help = Labelled(_("Een laag cijfer: wat helpt?"), self._remark)
        column.addWidget(self._help)

    def _connect(self) -> None:
        self._yes.clicked.connect(self._on_yes)
        for pad in self._pads:
            pad.score_changed.connect(self._tell)
        place = f"agreements/{self._agreement}/readiness/{self._person.id}"
        self._draft = DraftField(self._model.drafting, self._remark, place, self._wish)

    def _on_yes(self, yes: bool) -> None:
        self._model.act(lambda meeting: meeting.agreements.accept(self._agreement, self._person.id, yes=yes))

    def _tell(self) -> None:
        self._model.act(self._wish(self._remark_kept))

    def _wish(self, remark: str) -> Wish:
        willingness, confidence, capacity = (pad.value() for pad in self._pads)
        agreement, person = self._agreement, self._person.id
        return lambda meeting: meeting.agreements.ready(
            agreement,
            person,
            willingness=willingness,
            confidence=confidence,
            capacity=capacity,
            remark=remark,
        )


def _questions() -> tuple[tuple[str, str, str], ...]:
    """The word of the method, the same as anybody would ask it, and the whole question."""
    return (
        (_("Bereidheid"), _("Wil je dit doen?"), _("Hoe graag wil je dit doen, van 0 tot 10?")),
        (_("Vertrouwen"), _("Denk je dat het lukt?"), _("Hoe zeker ben je dat het lukt, van 0 tot 10?")),
        (_("Vermogen"), _("Kun je dit?"), _("Kun je het ook, met alles wat er speelt, van 0 tot 10?")),
    )


def _asking(name: str, plain: str) -> QWidget:
    """The word of the method with the plain question under it; beside it where the letters are large."""
    words = QWidget()
    large = Theme.current().scale >= _LARGE
    ways = QBoxLayout.Direction
    line = QBoxLayout(ways.LeftToRight if large else ways.TopToBottom, words)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Theme.current().size("space", "small") if large else 0)
    line.addWidget(TextLabel(name, wrap=False))
    line.addWidget(TextLabel(plain, "small", wrap=False))
    line.addStretch(1)
    return words
