"""Paper: seeing each copy, keeping them in a folder, and printing them on a real printer."""

from beraad.ui.printing.dialog import PrintDialog
from beraad.ui.printing.printers import Printers

__all__ = ["PrintDialog", "Printers"]
