"""Round by telephone on the page of a case."""

from __future__ import annotations

from collections.abc import Callable

from beraad.ui.pages.case import CasePage
from beraad.ui.pages.case.agreements.round_panel import RoundPanel


def play_phone_round(page: CasePage, grab: Callable[[str], None]) -> None:
    """Show how the agreements went, and ask the first who can be called about one of them."""
    tab = page.agreements
    page.show_tab(tab)
    grab("afspraken-volgen")
    tab.call(tab.callers()[0])
    (panel,) = tab.findChildren(RoundPanel)
    panel.ask()
    grab("belrondje")
    panel.ended.emit()
