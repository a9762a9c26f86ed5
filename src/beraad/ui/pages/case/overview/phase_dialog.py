"""Dialogs for the phases of a case: go to another, and correct the day on which one began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.services.course import CourseView, PhaseLine, PhaseWish
from beraad.terms import SAFE_ENOUGH, Colour, Phase
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.course import colour_meaning, phase_label

_ANSWERS = {"": None, "yes": True, "no": False}
"""Data of the choices for "safe enough?"."""


class PhaseDialog(FormDialog):
    """The next phase, its first day, who finds it safe enough, the colour now, and a reason."""

    def __init__(
        self,
        save: Callable[[PhaseWish], None],
        course: CourseView,
        *,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Fase veranderen"), _("Opslaan"), width=560, height=640, parent=parent)
        self._save = save
        self.phase = ChoiceBox()
        for phase in Phase:
            if phase is not course.phase:
                self.phase.addItem(phase_label(phase, spoken()), phase.value)
        if course.phase is not Phase.INTENSIVE and course.phase is not None:
            # Where it ended it mostly begins again; from monitoring it mostly closes.
            likely = Phase.CLOSED if course.phase is Phase.MONITOR else Phase.INTENSIVE
            self.phase.setCurrentIndex(self.phase.findData(likely.value))
        self.on = DayField(label=_("Vanaf welke dag?"))
        self.on.suggested = today
        self.on.show_day(today)
        self.safe = QWidget()
        self._client, self._network, self._workers = (ChoiceBox() for _number in range(3))
        self._ask_safety()
        self.colour = ChoiceBox()
        self.colour.addItem(_("Kies een kleur"), "")
        for colour in Colour:
            self.colour.addItem(colour_meaning(colour, spoken()), colour.value)
        self.why = GrowingTextEdit(label=_("Waarom?"))
        self.add_field(_("Naar welke fase?"), self.phase)
        self.add_field(_("Vanaf welke dag?"), self.on)
        self.form.addWidget(self.safe)
        self.add_field(_("Welke kleur heeft de zaak nu?"), self.colour)
        self.add_field(
            _("Waarom?"),
            self.why,
            _("Nodig als niet iedereen het veilig genoeg vindt, als de zaak eerder stopt of weer begint."),
        )
        self.phase.activated.connect(self._show_safety)
        self._show_safety()

    @classmethod
    def ask(
        cls,
        save: Callable[[PhaseWish], None],
        course: CourseView,
        *,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> bool:
        """Return True once `save` accepted it; False if the user cancelled."""
        dialog = cls(save, course, today=today, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    @override
    def save(self) -> None:
        phase, colour = self._phase(), str(self.colour.currentData())
        asked = phase in SAFE_ENOUGH
        client, network, workers = (
            _ANSWERS[str(box.currentData())] if asked else None
            for box in (self._client, self._network, self._workers)
        )
        self._save(
            PhaseWish(
                phase,
                self.on.day(),
                self.why.text(),
                client,
                network,
                workers,
                Colour(colour) if colour else None,
            )
        )

    def _ask_safety(self) -> None:
        column = QVBoxLayout(self.safe)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TextLabel(_("Is het veilig genoeg voor deze fase?"), "strong"))
        for box, who in (
            (self._client, _("Volgens de cliënt")),
            (self._network, _("Volgens het netwerk")),
            (self._workers, _("Volgens de hulpverleners")),
        ):
            for words, answer in ((_("niet gevraagd"), ""), (_("ja"), "yes"), (_("nee"), "no")):
                box.addItem(words, answer)
            box.setAccessibleName(who)
            column.addWidget(TextLabel(who))
            column.addWidget(box)

    def _phase(self) -> Phase:
        return Phase(str(self.phase.currentData()))

    def _show_safety(self) -> None:
        self.safe.setVisible(self._phase() in SAFE_ENOUGH)


class PhaseDayDialog(FormDialog):
    """Another first day for a phase."""

    def __init__(
        self, save: Callable[[dt.date | None], None], line: PhaseLine, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Dag van een fase verbeteren"), _("Opslaan"), height=300, parent=parent)
        self._save = save
        self.form.addWidget(hint_label(phase_label(line.phase, spoken())))
        self.on = DayField(label=_("Vanaf welke dag?"))
        if line.began is not None:
            self.on.suggested = line.began
        self.on.show_day(line.began)
        self.add_field(_("Vanaf welke dag?"), self.on)

    @classmethod
    def ask(
        cls, save: Callable[[dt.date | None], None], line: PhaseLine, *, parent: QWidget | None = None
    ) -> bool:
        """Return True once `save` accepted it; False if the user cancelled."""
        dialog = cls(save, line, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    @override
    def save(self) -> None:
        self._save(self.on.day())
