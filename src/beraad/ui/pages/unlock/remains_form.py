"""Form for a missing database while there are backups, or a database put aside."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from beraad.i18n import _, format_date_long, format_time
from beraad.ui.pages.unlock.form import UnlockForm


class RemainsForm(UnlockForm):
    """Choice to put the newest backup back, look again, or start anew; nothing happens unasked."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        title = _("De zaken staan niet op hun plek")
        super().__init__(title, "", _("Nieuwste reservekopie terugzetten"), icon="warning", parent=parent)
        self.again = self.add_link(_("Opnieuw kijken"))
        self.folder = self.add_link(_("De map met de zaken laten zien"))
        self.anew = self.add_link(_("Begin met een lege opslag"))

    def show_backup(self, made_at: dt.datetime | None) -> None:
        """Show when the newest backup was made (UTC); None if there is none to put back."""
        self.submit.setVisible(made_at is not None)
        gone = _(
            "Het bestand met de zaken is weg, of de map database is opzij gezet. Er is niets veranderd. "
            "Hebt u hem zelf verplaatst? Zet hem terug en kijk opnieuw."
        )
        if made_at is None:
            self.explain(gone)
            return
        local = made_at.astimezone()
        newest = _(
            "De nieuwste reservekopie is van {day}, {time}. Wat daarna is veranderd, staat er niet in."
        )
        told = newest.format(day=format_date_long(local), time=format_time(local))
        self.explain(f"{gone}\n\n{told}")
