"""Form of a time-out: agreed beforehand, so that nobody has to think when it is needed."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleNumber, ConsoleTimeOut, ConsoleView
from beraad.i18n import _
from beraad.places import Place
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.emergency.number_words import offer_words
from beraad.ui.steps.emergency.withheld_line import WithheldLine
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.draft_readers import DraftReaders
from beraad.ui.steps.shared.fields import Labelled, narrow_combo, show_text
from beraad.ui.steps.shared.forward import stands_at
from beraad.ui.steps.shared.people import everybody
from beraad.ui.steps.shared.release_line import ReleaseLine
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import NumberBox
from beraad.words import headings


class TimeOutForm(QFrame):
    """Form of the time-out with a `number` (from 1); it begins when somebody is chosen who takes it.

    A choice is saved at once, words once they are placed.
    """

    def __init__(self, model: MeetingModel, number: int = 1, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._which, self._at = model, number, Place.time_out(number)
        self._offered: tuple[ConsoleNumber, ...] | None = None
        self._build()
        self._connect()
        stands_at(self, self._at)

    def focus_first(self) -> None:
        """Focus who takes it, or the first words of a time-out that exists."""
        if self._rest.isHidden():
            self._takes.focus_chosen()
        else:
            self._signs.setFocus()

    def show_view(self, view: ConsoleView) -> None:
        """Show the saved time-out."""
        item = self._kept(view)
        self._takes.set_people(everybody(view))
        self._visible.set_people(everybody(view))
        self._takes.set_chosen((item.takes,) if item else ())
        self._rest.setVisible(item is not None)
        if item is None:
            return
        for field, text in (
            (self._signs, item.signs),
            (self._signal, item.signal),
            (self._goes_to, item.goes_to),
            (self._returns, item.returns),
        ):
            show_text(field, text)
        self._offer(item)
        self._minutes.blockSignals(True)
        self._minutes.setValue(item.minutes)
        self._minutes.blockSignals(False)
        for field in (self._goes_to, self._returns):
            self._remarks[field].set_time(minutes=item.minutes)
        self._readers.show(item.visible_to)
        self._release.show_view(view)

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        gap = theme.size("space", "medium")
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(theme.size("space", "small"))
        column.addWidget(TextLabel(_(headings.TIME_OUT), "heading"))
        if self._which == 1:
            told = _("Eén neemt hem voor zichzelf; de ander stopt meteen en loopt niet mee.")
            column.addWidget(TextLabel(told, "soft"))
        self._takes = PersonPicker(label=_("Wie neemt de time-out?"), single=True)
        column.addWidget(Labelled(_("Wie neemt de time-out?"), self._takes))
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(theme.size("space", "small"))
        self._release = ReleaseLine(self._model, self._at)
        rest.addWidget(self._release)
        self._signs = GrowingTextEdit(label=_("Waaraan merk je dat de spanning oploopt?"))
        self._signal = GrowingTextEdit(label=_("Welk woord en welk gebaar?"))
        self._goes_to = GrowingTextEdit(label=_(headings.WHERE_TO))
        self._returns = GrowingTextEdit(label=_("Hoe gaat het terugkomen?"))
        # What one does is a promise; by what one notices it is not.
        self._remarks = {
            field: TextWarnings(self._model, field, promise=field is not self._signs)
            for field in (self._signs, self._signal, self._goes_to, self._returns)
        }
        for field in (self._signs, self._signal, self._goes_to):
            rest.addWidget(Labelled(field.accessibleName(), field))
            rest.addWidget(self._remarks[field])
        self._number = narrow_combo()
        self._number.setAccessibleName(_("Nummer bij “Waarheen?” zetten"))
        rest.addWidget(self._number)
        self._warning = WithheldLine()
        rest.addWidget(self._warning)
        self._minutes = _minutes_box()
        rest.addWidget(Labelled(_("Hoe lang? Spreek het nu af."), self._minutes))
        rest.addWidget(Labelled(self._returns.accessibleName(), self._returns))
        rest.addWidget(self._remarks[self._returns])
        self._visible = ReadersPicker()
        rest.addWidget(Labelled(_("Wie mag dit zien?"), self._visible))
        rest.addWidget(button(_("Time-out weghalen"), self._remove, role="link"))
        column.addWidget(self._rest)

    def _connect(self) -> None:
        self._takes.chosen_changed.connect(self._on_takes)
        drafts = tuple(
            DraftField(self._model.drafting, field, self._at / name, partial(self._placing, name))
            for name, field in (
                ("signs", self._signs),
                ("signal", self._signal),
                ("goes_to", self._goes_to),
                ("returns", self._returns),
            )
        )
        self._readers = DraftReaders(self._visible, drafts, lambda readers: self._set(visible_to=readers))
        for remarks in self._remarks.values():
            self._readers.changed.connect(remarks.set_readers)
        self._number.activated.connect(self._on_number)
        self._minutes.valueChanged.connect(lambda minutes: self._set(minutes=minutes))

    def _offer(self, item: ConsoleTimeOut) -> None:
        """Numbers to put behind where one goes, and whom the time-out as it stands would tell too much."""
        theirs = self._model.ask(lambda meeting: meeting.emergency.numbers(item.visible_to)) or ()
        if theirs != self._offered:
            self._offered = theirs
            self._number.clear()
            self._number.addItem(_("Nummer erbij zetten …"), "")
            for number in theirs:
                self._number.addItem(offer_words(number), f"{number.called}: {number.value}")
        said = "\n".join((item.signs or "", item.signal, item.goes_to, item.returns))
        reaches = self._model.ask(lambda meeting: meeting.emergency.not_for(said, item.visible_to))
        self._warning.show_people(reaches or ())

    def _on_number(self) -> None:
        number = str(self._number.currentData())
        self._number.setCurrentIndex(0)
        kept = self._kept(self._model.view)
        if number and kept and number not in kept.goes_to:
            self._set(goes_to=f"{kept.goes_to} ({number})".strip())

    def _on_takes(self, people: tuple[str, ...]) -> None:
        if people:
            self._model.act(lambda meeting: meeting.emergency.begin_time_out(people[0], self._which))
        else:
            self._model.refresh()  # somebody takes it, or there is none: that has its own button

    def _placing(self, name: str, text: str) -> Wish:
        readers = {"visible_to": self._readers.chosen} if self._readers.chosen else {}
        return self._with(**{name: text}, **readers)

    def _set(self, **changes: Any) -> None:
        self._model.act(self._with(**changes))

    def _with(self, **changes: Any) -> Wish:
        """The time-out as it is kept, with these changes; nothing where there is none."""
        kept = self._kept(self._model.view)
        wish = dataclasses.replace(kept, **changes) if kept is not None else None
        return lambda meeting: None if wish is None else meeting.emergency.set_time_out(wish, self._which)

    def _kept(self, view: ConsoleView) -> ConsoleTimeOut | None:
        return view.time_outs[self._which - 1] if self._which <= len(view.time_outs) else None

    def _remove(self) -> None:
        self._model.act(lambda meeting: meeting.emergency.remove_time_out(self._which))


def _minutes_box() -> NumberBox:
    """From a minute to a week, in quarters of an hour."""
    box = NumberBox()
    box.setRange(1, 7 * 24 * 60)
    box.setSingleStep(15)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setSuffix(_(" minuten"))
    box.setAccessibleName(_("Hoe lang?"))
    box.setMaximumWidth(round(180 * Theme.current().scale))
    return box
