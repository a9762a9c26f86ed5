"""Form for one person's answer to a scale question, entered by the facilitator."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsolePerson, ConsoleScale, ConsoleScore
from beraad.i18n import _
from beraad.places import Place
from beraad.terms import Said
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.fields import Labelled, show_text
from beraad.ui.steps.shared.people import choice, token_of
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.score_pad import ScorePad
from beraad.ui.widgets.text_label import TextLabel


class ScoreEntry(QFrame):
    """Number, what makes it this, and what would be one higher; for a child, who spoke for it."""

    next_requested = Signal()

    def __init__(
        self, model: MeetingModel, scale: str, person: ConsolePerson, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._scale, self._person = model, scale, person
        self._build()
        self._connect()

    @property
    def person(self) -> str:
        """Id of the person who answers."""
        return self._person.id

    def show_scale(self, scale: ConsoleScale) -> None:
        """Show the saved answer."""
        known = next((item for item in scale.scores if item.person == self._person.id), None)
        score = known or ConsoleScore(
            self._person.id, None, declined=False, because=None, one_up=None, spoken_by=None
        )
        self._pad.set_score(score.value, declined=score.declined)
        show_text(self._because, score.because)
        show_text(self._one_up, score.one_up)
        for remarks in self._remarks:
            remarks.set_readers(scale.visible_to)
        here = self._model.in_room
        grown_up = [choice(item) for item in here if not item.child and item.id != self._person.id]
        self._spoken_by.set_people(tuple(grown_up))
        self._spoken_by.set_chosen((score.spoken_by,) if score.spoken_by else ())
        number = score.value if score.value is not None else _("dit cijfer")
        self._because_label.set_label(_("Wat maakt het {number}?").format(number=number))

    def focus_pad(self) -> None:
        """Focus the numbers."""
        self._pad.setFocus()

    def focus_words(self) -> None:
        """Focus what this person said."""
        (self._because if self._because.text() or not self._one_up.text() else self._one_up).setFocus()

    def _build(self) -> None:
        theme = Theme.current()
        called = self._person.called
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        gap = theme.size("space", "medium")
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(theme.size("space", "small"))
        head = QHBoxLayout()
        head.addWidget(token_of(self._person, diameter=32))
        head.addWidget(TextLabel(_("{person}, welk cijfer geef je?").format(person=called), "heading"), 1)
        column.addLayout(head)
        self._spoken_by = PersonPicker(
            label=_("Wie spreekt voor {person}?").format(person=called), single=True
        )
        speaker = Labelled(_("Wie spreekt voor {person}?").format(person=called), self._spoken_by)
        column.addWidget(speaker)
        # Only here: shown before it has its place, it would be a window of its own for a moment.
        speaker.setVisible(self._person.child)
        self._pad = ScorePad(label=_("Cijfer van {person}").format(person=called))
        column.addWidget(self._pad)
        self._because = GrowingTextEdit(label=_("Wat maakt het dit cijfer?"))
        self._one_up = GrowingTextEdit(label=_("Wat is er anders als het één hoger is?"))
        self._because_label = Labelled(_("Wat maakt het dit cijfer?"), self._because)
        self._remarks = [
            TextWarnings(self._model, self._because, promise=False),
            TextWarnings(self._model, self._one_up, promise=True),
        ]
        column.addWidget(self._because_label)
        column.addWidget(self._remarks[0])
        column.addWidget(Labelled(_("Wat is er anders als het één hoger is?"), self._one_up))
        column.addWidget(self._remarks[1])
        foot = QHBoxLayout()
        foot.addWidget(TextLabel(_("De kamer ziet dit nog niet."), "small"), 1)
        self._next = button(_("Volgende →"), self._on_next, role="primary")
        foot.addWidget(self._next)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._pad.score_changed.connect(self._on_score)
        self._spoken_by.chosen_changed.connect(self._on_spoken_by)
        for field, said in ((self._because, Said.BECAUSE), (self._one_up, Said.ONE_UP)):
            # Ctrl+Enter places words; where they are placed, it makes a card of them. Asked before it places.
            field.entered.connect(partial(self._on_entered, field, said))
            place = Place.score(self._scale, self._person.id) / said
            DraftField(self._model.drafting, field, place, partial(self._explain, said))

    def _on_entered(self, field: GrowingTextEdit, said: Said) -> None:
        if not field.waits:
            self._model.act(lambda meeting: meeting.scales.keep(self._scale, self._person.id, said))

    def _on_next(self) -> None:
        self._model.drafting.go_on()
        self.next_requested.emit()

    def _on_score(self, value: int | None, declined: bool) -> None:
        self._tell(value, declined=declined)
        if value is not None or declined:
            self._model.mark_spoken(self._person.id)
            # A digit that is typed next is another person's: it must not go to this one.
            self._next.setFocus()

    def _on_spoken_by(self) -> None:
        self._tell(self._pad.value(), declined=self._pad.declined())

    def _tell(self, value: int | None, *, declined: bool) -> None:
        speaker = self._spoken_by.chosen()
        self._model.act(
            lambda meeting: meeting.scales.score(
                self._scale,
                self._person.id,
                value,
                declined=declined,
                spoken_by=speaker[0] if speaker else None,
            )
        )

    def _explain(self, said: Said, text: str) -> Wish:
        scale, person, words = self._scale, self._person.id, {said.value: text}
        return lambda meeting: meeting.scales.explain(scale, person, **words)
