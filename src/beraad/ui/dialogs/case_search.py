"""Dialog that searches in all cases."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from beraad.i18n import _, ngettext, spoken
from beraad.services.search import Found, found_in
from beraad.ui.index_keeper import IndexKeeper
from beraad.ui.widgets.find_dialog import FindDialog
from beraad.words.case import family_title, found_in_title, meeting_title
from beraad.words.errors import sentence

_MOST = 50
"""Most rows that are shown."""


class CaseSearchDialog(FindDialog):
    """Dialog to find words in all cases while typing; shows progress until the index is ready."""

    def __init__(self, index: IndexKeeper, *, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Zoeken in alle zaken"), placeholder=_("Een naam, een nummer of een woord"), parent=parent
        )
        self._index = index
        self._found: tuple[Found, ...] = ()
        self.words_typed.connect(self._show)
        index.changed.connect(self._show)
        index.catch_up()
        self._show()

    @classmethod
    def ask(cls, index: IndexKeeper, *, parent: QWidget) -> Found | None:
        """Show the dialog; return the place that was chosen, or None."""
        dialog = cls(index, parent=parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen() if agreed else None
        dialog.deleteLater()
        return chosen

    def chosen(self) -> Found | None:
        """Return the marked place, or None."""
        return self._found[self.row] if self.row is not None else None

    def _show(self) -> None:
        self._found = self._index.find(self.words, _MOST)
        self.show_found([(_words(item), _label(item)) for item in self._found], self._told_of_it())

    def _told_of_it(self) -> str:
        if self._index.trouble is not None:
            return sentence(self._index.trouble, spoken())
        if not self._index.is_ready:
            at, of = self._index.progress
            told = _("Zoeken wordt klaargezet: {at} van {of} zaken. U kunt al typen.")
            return told.format(at=at, of=of) if of else _("Zoeken wordt klaargezet. U kunt al typen.")
        return self._told_of_found()

    def _told_of_found(self) -> str:
        if not self.words.strip():
            return _("Zoekt in namen, nummers, plaatsen, kaarten en afspraken van alle zaken.")
        if not self._found:
            return _("Niets gevonden. Typ minder letters of een ander woord.")
        count = len(self._found)
        if count == _MOST:
            return _("De eerste {count}. Typ nog een woord om minder te zien.").format(count=count)
        return ngettext("{count} keer gevonden", "{count} keer gevonden", count).format(count=count)


def _words(item: Found) -> str:
    return family_title(item.text, spoken()) if item.place.kind == "family_name" else item.text


def _label(item: Found) -> str:
    """Return the case and the part of it, without repeating the text that was found."""
    parts = (
        family_title(item.family_name, spoken()) if item.place.kind != "family_name" else "",
        item.reference if item.place.kind != "reference" else "",
        meeting_title(item.meeting, spoken()) if item.meeting is not None else "",
        found_in_title(found_in(item).kind, spoken()),
    )
    return " · ".join(part for part in parts if part)
