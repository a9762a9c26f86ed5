"""Dialog that finds something in the meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from beraad.i18n import _, ngettext
from beraad.ui.console.finding.finder import Finder, Hit
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.widgets.find_dialog import FindDialog


class FindSheet(FindDialog):
    """Dialog to find words in one meeting."""

    def __init__(self, finder: Finder, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Zoeken in dit beraad"), placeholder=_("Een woord of een naam"), parent=parent)
        self._finder = finder
        self._hits: tuple[Hit, ...] = ()
        self.words_typed.connect(self._on_typed)
        self._on_typed("")

    @classmethod
    def ask(cls, model: MeetingModel, *, parent: QWidget) -> Hit | None:
        """Show the dialog; return the hit that was chosen, or None."""
        sheet = cls(Finder(model.view, model.step), parent=parent)
        agreed = sheet.exec() == QDialog.DialogCode.Accepted
        chosen = sheet.chosen() if agreed else None
        sheet.deleteLater()
        return chosen

    def chosen(self) -> Hit | None:
        """Return the marked hit, or None."""
        return self._hits[self.row] if self.row is not None else None

    def _on_typed(self, words: str) -> None:
        self._hits = self._finder.find(words)
        told = ngettext("{count} keer gevonden", "{count} keer gevonden", len(self._hits))
        nothing = (
            _("Niets gevonden.") if words.strip() else _("Zoekt in kaarten, afspraken, notities en namen.")
        )
        self.show_found(
            [(hit.words, hit.label) for hit in self._hits],
            told.format(count=len(self._hits)) if self._hits else nothing,
        )
