"""Tab of a case for the time between meetings: its agreements, and a round by telephone."""

from beraad.ui.pages.case.agreements.tab import AgreementsTab

__all__ = ["AgreementsTab"]
