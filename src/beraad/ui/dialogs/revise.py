"""Dialog that begins a revision of the plan without a full meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.terms import RevisionHow
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.value_fields import ChoiceBox, DayBox
from beraad.words.revision import revision_how_label


@dataclass(frozen=True, slots=True)
class RevisionWish:
    """Way, day and people (ids) of a revision."""

    how: RevisionHow
    on: dt.date
    consulted: tuple[str, ...]


class ReviseDialog(FormDialog):
    """Form with how it was talked about, the day, and who was consulted."""

    def __init__(
        self,
        save: Callable[[RevisionWish], None],
        *,
        people: tuple[PersonChoice, ...],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Afspraken bijwerken zonder beraad"), _("Verder"), width=560, parent=parent)
        self._save = save
        self.how = ChoiceBox()
        for how in RevisionHow:
            self.how.addItem(revision_how_label(how, spoken()), how.value)
        self.on = DayBox()
        self.on.setCalendarPopup(True)
        self.on.setDisplayFormat("ddd d MMM yyyy")
        self.on.setDate(QDate(today.year, today.month, today.day))
        self.consulted = PersonPicker(people, (), label=_("Met wie is het besproken?"))
        told = _(
            "U verandert straks het plan dat geldt. Daarna stelt u het opnieuw vast. Alleen wie een ander "
            "eigen plan krijgt, wordt opnieuw gevraagd."
        )
        self.form.addWidget(hint_label(told))
        left, right = self.add_pair()
        self.add_field(_("Hoe?"), self.how, into=left)
        self.add_field(_("Op welke dag?"), self.on, into=right)
        self.add_field(_("Met wie is het besproken?"), self.consulted)

    @classmethod
    def ask(
        cls,
        save: Callable[[RevisionWish], None],
        *,
        people: tuple[PersonChoice, ...],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> RevisionWish | None:
        """Return what was filled in once `save` accepted it; None if the user cancelled."""
        dialog = cls(save, people=people, today=today, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        wish = dialog.wish() if accepted else None
        dialog.deleteLater()
        return wish

    def wish(self) -> RevisionWish:
        """Return what is filled in now."""
        day = self.on.date()
        return RevisionWish(
            RevisionHow(str(self.how.currentData())),
            dt.date(day.year(), day.month(), day.day()),
            self.consulted.chosen(),
        )

    @override
    def objection(self) -> str:
        return "" if self.consulted.chosen() else _("Kies met wie het is besproken.")

    @override
    def save(self) -> None:
        self._save(self.wish())
