"""Paper: a preview of each copy, saving copies in a folder, and printing them."""

from beraad.ui.printing.dialog import PrintDialog

__all__ = ["PrintDialog"]
