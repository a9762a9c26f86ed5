"""Printed sheet with the recovery code."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from beraad.i18n import _
from beraad.ui.theme.theme import face


def print_code(printer: QPrinter, code: str) -> bool:
    """Print the code and what it is for; return False if the printer did not accept it."""
    printer.setDocName("Beraad")
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = printer.resolution() / 72
    width = printer.pageRect(QPrinter.Unit.DevicePixel).width()
    lines = (
        (20, True, _("Herstelcode van Beraad")),
        (11, False, _("Met deze code opent u uw zaken als u de wachtzin kwijt bent.")),
        (11, False, _("Bewaar dit papier veilig, niet bij de computer. Wie de code heeft, kan alles lezen.")),
        (22, True, code),
    )
    down = 0.0
    for size, bold, text in lines:
        painter.setFont(face(size * dots, bold=bold))
        box = QRectF(0, down, width, 4 * size * dots)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), text)
        down += painter.boundingRect(box, int(Qt.TextFlag.TextWordWrap), text).height() + 12 * dots
    return painter.end()
