"""Page of one case: its people, its meetings, and who may know what."""

from beraad.ui.pages.case.page import CasePage

__all__ = ["CasePage"]
