"""Tab Voorbereiden: the meetings to come."""

from beraad.ui.pages.case.preparing.tab import PreparingTab

__all__ = ["PreparingTab"]
