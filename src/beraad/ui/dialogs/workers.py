"""Dialog for the two fixed workers, and which of them is the contact person of the family."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker


@dataclass(frozen=True, slots=True)
class Workers:
    """Ids of the fixed workers and of the contact person."""

    workers: tuple[str, ...]
    contact_person: str | None


class WorkersDialog(FormDialog):
    """Fixed workers, chosen from the professionals of the case."""

    def __init__(
        self,
        save: Callable[[Workers], None],
        *,
        chosen: Workers,
        people: tuple[PersonChoice, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Vaste hulpverleners"), _("Opslaan"), width=520, parent=parent)
        self._save = save
        label = _("Wie zijn de twee vaste hulpverleners?")
        self.workers = PersonPicker(people, chosen.workers, label=label)
        contact = (chosen.contact_person,) if chosen.contact_person else ()
        contact_label = _("Wie is het vaste contact voor het gezin?")
        self.contact_person = PersonPicker(people, contact, label=contact_label, single=True)
        if not people:
            self.form.addWidget(hint_label(_("Voeg eerst een hulpverlener toe aan deze zaak.")))
        self.add_field(label, self.workers, _("Meestal twee, van verschillende organisaties."))
        self.add_field(contact_label, self.contact_person)

    @classmethod
    def ask(
        cls,
        save: Callable[[Workers], None],
        *,
        chosen: Workers,
        people: tuple[PersonChoice, ...],
        parent: QWidget | None = None,
    ) -> Workers | None:
        """Return the workers once `save` accepted them; None if the user cancelled."""
        dialog = cls(save, chosen=chosen, people=people, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        wish = dialog.wish() if accepted else None
        dialog.deleteLater()
        return wish

    def wish(self) -> Workers:
        """Return the present choice."""
        contact = self.contact_person.chosen()
        return Workers(self.workers.chosen(), contact[0] if contact else None)

    @override
    def save(self) -> None:
        self._save(self.wish())
