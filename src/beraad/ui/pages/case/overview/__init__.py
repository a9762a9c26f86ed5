"""Tab Overzicht: how a case stands."""

from beraad.ui.pages.case.overview.tab import OverviewTab

__all__ = ["OverviewTab"]
