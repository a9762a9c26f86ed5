"""Printing of finished PDFs: one job for each, so that no two readers share a sheet of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from beraad.errors import BeraadError

_POINTS_PER_INCH = 72


class NotPrinted(BeraadError):
    """The printer accepted no more pages: facts `printed` and `total`, in copies."""

    code = "not_printed"


@dataclass(frozen=True, slots=True)
class Sheets:
    """One PDF to print. `name` is shown in the printer's queue: never a name of a person."""

    name: str
    data: bytes


def open_pdf(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    """Return a PDF that Qt can draw, and the memory it reads from: keep both. ValueError if it is no PDF."""
    memory = QBuffer()
    memory.setData(QByteArray(data))
    memory.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(memory)
    if document.status() is not QPdfDocument.Status.Ready:
        raise ValueError("not a PDF")
    return document, memory


def print_all(
    printer: QPrinter,
    copies: Sequence[Callable[[], Sheets]],
    progress: Callable[[int, int], None] = lambda _at, _of: None,
) -> int:
    """Make and print every copy, each as its own job; return their number. Raises NotPrinted.

    `progress(at, of)` is called before each copy and may raise to stop: a copy is never cut in two. It may
    run on a worker thread; nothing else may use the printer then.
    """
    for done, make in enumerate(copies):
        progress(done, len(copies))
        sheets = make()
        if not _print_one(printer, sheets):
            raise NotPrinted(printed=done, total=len(copies))
    progress(len(copies), len(copies))
    return len(copies)


def _print_one(printer: QPrinter, sheets: Sheets) -> bool:
    printer.setDocName(sheets.name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # Whatever the printer's setting: in landscape a page would lose its top and its foot.
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    document, _memory = open_pdf(sheets.data)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for page in range(document.pageCount()):
            if page and not printer.newPage():
                printer.abort()
                return False
            _paint_page(painter, printer, document, page)
    finally:
        ended = painter.end()
        document.close()
    return ended and printer.printerState() is not QPrinter.PrinterState.Error


def _paint_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """Draw the page at its own size, in the middle of the paper."""
    dots = printer.resolution() / _POINTS_PER_INCH
    size = document.pagePointSize(page) * dots
    picture = QImage(QSize(round(size.width()), round(size.height())), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    over = QPainter(picture)
    over.drawImage(0, 0, document.render(page, picture.size()))
    over.end()
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    where = QRectF(
        (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2, size.width(), size.height()
    )
    painter.drawImage(where, picture)
