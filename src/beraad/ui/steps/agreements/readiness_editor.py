"""Editor for one owner of an agreement: said yes, and how willing, confident and able."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleAgreement, ConsolePerson, ConsoleReadiness
from beraad.i18n import _, spoken
from beraad.places import Place
from beraad.terms import LOW_READINESS_BELOW, Lack
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.fields import Labelled
from beraad.ui.steps.shared.people import token_of
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.score_pad import ScorePad
from beraad.ui.widgets.text_label import LineLabel, TextLabel
from beraad.words.gaps import lack_label


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
        """Focus the box that says that this owner said yes."""
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
        between = theme.size("space", "medium")
        head = FlowLayout(gap=between)
        head.addWidget(token_of(self._person, diameter=28))
        head.addWidget(LineLabel(called, "strong"))
        self._yes = QCheckBox(_("zei zelf ja aan tafel"))
        self._yes.setAccessibleName(_("{person} zei zelf ja aan tafel").format(person=called))
        head.addWidget(self._yes)
        column.addLayout(head)
        self._pads: list[ScorePad] = []
        questions: list[QWidget] = []
        for name, plain, asks in _questions():
            pad = ScorePad(label=f"{called}, {name}", declinable=False)
            pad.setAccessibleDescription(plain)
            words = _asking(name, plain)
            words.setToolTip(asks)
            line = FlowLayout(gap=between)
            line.addWidget(words)
            line.addWidget(pad)
            column.addLayout(line)
            questions.append(words)
            self._pads.append(pad)
        widest = max(words.sizeHint().width() for words in questions)
        for words in questions:
            words.setMinimumWidth(widest)
        self._remark = GrowingTextEdit(label=_("Wat helpt {person}?").format(person=called))
        self._help = Labelled(lack_label(Lack.LOW_WITHOUT_HELP, spoken()), self._remark)
        column.addWidget(self._help)

    def _connect(self) -> None:
        self._yes.clicked.connect(self._on_yes)
        for pad in self._pads:
            pad.score_changed.connect(self._tell)
        place = Place.agreement(self._agreement) / "readiness" / self._person.id
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
    """The word of the method with the plain question under it."""
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for line in (TextLabel(name, wrap=False), TextLabel(plain, "small", wrap=False)):
        line.ensurePolished()
        column.addWidget(line)
    return words
