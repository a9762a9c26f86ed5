"""Paper: a preview of each copy, saving copies in a folder, and printing them."""

from beraad.ui.printing.dialog import PrintDialog
from beraad.ui.printing.printers import Printers

__all__ = ["PrintDialog", "Printers"]
