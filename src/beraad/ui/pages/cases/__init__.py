"""The overview of cases."""

from beraad.ui.pages.cases.page import CasesPage

__all__ = ["CasesPage"]
