"""Tab Papier: the copies of a case."""

from beraad.ui.pages.case.paper.tab import PaperTab

__all__ = ["PaperTab"]
