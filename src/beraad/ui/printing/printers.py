"""The one way to ask for a printer. Tests replace it by a scripted one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

RESOLUTION = 300
"""Dots per inch: sharp at reading distance, with a page below 30 MB in memory."""


class Printers:
    """Search for printers and dialog to choose one."""

    @property
    def any(self) -> bool:
        """True if this computer knows a printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def choose(self, parent: QWidget | None) -> QPrinter | None:
        """Return the printer that the user chose, set up; None if the user cancelled."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(RESOLUTION)
        dialog = QPrintDialog(printer, parent)
        # Copies are saved elsewhere, under neutral names; here a second copy would replace the first.
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None


class ScriptedPrinters(Printers):
    """Printers from a script."""

    def __init__(self, printers: Iterable[QPrinter | None] = (), *, present: bool = True) -> None:
        self._printers = deque(printers)
        self.present = present

    def answer(self, *printers: QPrinter | None) -> None:
        """Add printers for the next dialogs, in their order; None for one that is cancelled."""
        self._printers.extend(printers)

    @property
    @override
    def any(self) -> bool:
        return self.present

    @override
    def choose(self, parent: QWidget | None) -> QPrinter | None:
        return self._printers.popleft()
