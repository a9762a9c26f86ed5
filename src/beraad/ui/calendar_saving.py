"""Saving of the moments of a case, or of all cases, for a calendar program."""

from __future__ import annotations

from beraad.errors import BeraadError
from beraad.i18n import _, ngettext, spoken
from beraad.services.cases import CaseService
from beraad.ui.dialogs.files import Files
from beraad.ui.messages import Messages
from beraad.ui.work import Work
from beraad.words.errors import sentence


class CalendarSaving:
    """Asks where a calendar may go, and writes it beside the windows."""

    def __init__(self, messages: Messages, files: Files, work: Work) -> None:
        self._messages, self._files, self._work = messages, files, work

    def save(self, service: CaseService, references: tuple[str, ...] = ()) -> None:
        """Save the moments of these cases; of all if none is named."""
        if self._work.busy or (path := self._files.to_write("agenda.ics", _("Agenda"), "*.ics")) is None:
            return
        if path.suffix.lower() != ".ics":
            path = path.with_name(f"{path.name}.ics")
        language = spoken()
        self._work.run(
            _("De agenda wordt opgeslagen…"),
            lambda _progress: service.save_calendar(path, references, language),
            done=self._on_saved,
            failed=self._on_not_saved,
            cancellable=False,
        )

    def _on_saved(self, count: int) -> None:
        told = ngettext(
            "Er staat {count} moment in, zonder naam, plaats of nummer van een zaak.",
            "Er staan {count} momenten in, zonder naam, plaats of nummer van een zaak.",
            count,
        )
        again = _("Verandert er iets? Sla de agenda dan opnieuw op, in hetzelfde bestand.")
        self._messages.tell(_("De agenda is opgeslagen"), f"{told.format(count=count)} {again}")

    def _on_not_saved(self, error: Exception) -> None:
        if not isinstance(error, BeraadError):
            raise error
        self._messages.warn(_("De agenda is niet opgeslagen"), sentence(error, spoken()))
