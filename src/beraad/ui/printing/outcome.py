"""Report of the copies that were made, and of those that were not and why."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.codes import NoCopy
from beraad.errors import BeraadError
from beraad.i18n import _, ngettext, spoken
from beraad.services.printed import Printed, Withheld
from beraad.ui.messages import Messages
from beraad.ui.printing.sheets import NotPrinted
from beraad.ui.work import Cancelled
from beraad.words.copies import cards_summary, no_copy_sentence, not_home_summary, removed_summary
from beraad.words.errors import sentence


class Outcome:
    """Message with the outcome of printing or saving; a leak makes it a warning."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def printed(
        self,
        count: int,
        withheld: tuple[Withheld, ...],
        not_home: Sequence[str] = (),
        with_card: Sequence[str] = (),
    ) -> None:
        """Tell how many went to the printer, who does not take theirs home, and who has a card besides."""
        told = ngettext(
            "{count} exemplaar is naar de printer gestuurd.",
            "{count} exemplaren zijn naar de printer gestuurd.",
            count,
        )
        self._tell(told.format(count=count), withheld, not_home, with_card)

    def saved(self, printed: Printed, withheld: tuple[Withheld, ...]) -> None:
        """Tell which copies are in the folder."""
        if printed.cancelled:
            self.failed(Cancelled())
            return
        count = len(printed.copies)
        told = ngettext("{count} exemplaar staat in de map.", "{count} exemplaren staan in de map.", count)
        made = told.format(count=count)
        if printed.removed:
            made = f"{made}\n\n{removed_summary([item.file for item in printed.removed], spoken())}"
        self._tell(made, withheld, printed.not_home, printed.with_card)

    def failed(self, error: Exception) -> None:
        """Tell that it stopped or failed. Raises an error that is not expected."""
        if isinstance(error, Cancelled):
            told = _("De exemplaren die al klaar waren, zijn gemaakt. De rest niet.")
            self._messages.tell(_("Gestopt"), told)
        elif isinstance(error, NotPrinted):
            self._messages.warn(_("Niet alles is geprint"), sentence(error, spoken()))
        elif isinstance(error, OSError):
            told = _(
                "In deze map kan niet worden geschreven. Wat al klaar was, staat er. Kies een andere map."
            )
            self._messages.warn(_("Niet alles is opgeslagen"), told)
        elif isinstance(error, BeraadError):
            self._messages.warn(_("Niet alles is gemaakt"), sentence(error, spoken()))
        else:
            raise error

    def _tell(
        self,
        made: str,
        withheld: tuple[Withheld, ...],
        not_home: Sequence[str],
        with_card: Sequence[str],
    ) -> None:
        lines = [made, *(held_sentence(held) for held in withheld)]
        if not_home:
            lines.append(not_home_summary(not_home, spoken()))
        if with_card:
            lines.append(cards_summary(with_card, spoken()))
        leaked = any(held.reason is NoCopy.LEAK for held in withheld)
        (self._messages.warn if leaked else self._messages.tell)(_("Klaar"), "\n\n".join(lines))


def held_sentence(held: Withheld) -> str:
    """Return the reason why somebody gets no copy: no paper, or a text that would tell somebody's detail."""
    leak = held.leaks[0] if held.leaks else None
    return no_copy_sentence(held.reason, held.called, leak, spoken())
