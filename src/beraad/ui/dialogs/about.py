"""Information about the program."""

from __future__ import annotations

from beraad.i18n import _
from beraad.ui.messages import Messages


def tell_about(messages: Messages) -> None:
    """Show what the program is."""
    messages.tell(
        _("Over Beraad"),
        _(
            "Beraad leidt een netwerkberaad en print voor ieder het eigen veiligheidsplan. Alles blijft "
            "versleuteld op deze computer. Vrije software onder de EUPL 1.2."
        ),
    )
