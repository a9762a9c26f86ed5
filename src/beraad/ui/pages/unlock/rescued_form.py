"""Form that says that the open database was swapped, to go on with the saved copy."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from beraad.i18n import _
from beraad.ui.pages.unlock.form import UnlockForm


class RescuedForm(UnlockForm):
    """Choice between the rescue copy and the file now at the path; neither is deleted."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        title = _("Iets anders heeft de zaken vervangen")
        super().__init__(title, "", _("Verder met de reddingskopie"), icon="warning", parent=parent)
        self.folder = self.add_link(_("De map met de zaken laten zien"))
        self.as_it_is = self.add_link(_("Verder met wat er nu staat"))

    def show_loss(self, sentence: str, *, rescued: bool, may_go_on: bool) -> None:
        """Say what happened, and show the choices that are possible."""
        what_to_do = _(
            "Kies hieronder. Wat er nu staat, wordt opzij gezet en niet weggegooid. Gebruikt u Dropbox, "
            "OneDrive, Nextcloud of Syncthing, of zette iemand een reservekopie terug? Laat dat eerst "
            "stoppen."
        )
        self.explain(f"{sentence}\n\n{what_to_do}" if rescued else sentence)
        self.submit.setVisible(rescued)
        self.as_it_is.setVisible(may_go_on)
