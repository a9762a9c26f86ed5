"""Overview of cases."""

from beraad.ui.pages.cases.page import CasesPage, CasesPlace

__all__ = ["CasesPage", "CasesPlace"]
