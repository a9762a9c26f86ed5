"""Reader of scans in pictures and PDFs: each page becomes an upright plain JPEG, without metadata.

A photograph records where, when and with whose telephone it was taken, a PDF who made it. The result is made
from the colours of the points alone. Nothing is written to disk. It may run on a worker thread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, QSizeF, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader, QImageWriter, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from beraad.services.errors import TooManyPages
from beraad.services.meeting.scans import MOST_PAGES
from beraad.ui.scanning.errors import (
    NoScan,
    ScanDamaged,
    ScanLocked,
    ScanTooBig,
    ScanTooFine,
    ScanUnreadable,
)
from beraad.ui.scanning.upright import orientation, turned, turned_upright

PATTERN = "*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.PDF *.JPG *.JPEG *.PNG *.TIF *.TIFF *.WEBP"

LONGEST = 1754
"""Points along the longest side of a page: A4 at 150 dots per inch."""
MOST_MEGABYTES = 30
"""Largest file that is read, in megabytes."""
MOST_MILLIONS = 64
"""Most points of a picture, in millions. An A3 at 600 dots per inch has more; other scans do not."""

_MEGABYTE, _MILLION = 1024 * 1024, 1_000_000
_QUALITY = 80
_DOTS_PER_METRE = round(150 / 0.0254)
_MARKER, _END = re.compile(rb"\xff+([^\x00\x01\xd0-\xd8\xff])", re.DOTALL), b"\xd9"
"""Marker at the start of a part of a JPEG or at its end, but not one between the points of the picture."""
_PDF_WITHIN = 1024
"""Number of bytes at the start of a PDF that contain its signature."""

_LOCKED = (QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme)

Step = Callable[[int, int], None]
"""Callback with (pages read, pages in all), called before each page; may raise to stop."""


def read_scan(paths: Sequence[Path], step: Step = lambda _at, _of: None) -> tuple[bytes, ...]:
    """Return the pages of these files as JPEG, in the order of the files.

    Raises ScanUnreadable, NoScan, ScanDamaged, ScanLocked, ScanTooBig, ScanTooFine, TooManyPages.
    """
    if len(paths) > MOST_PAGES:
        raise TooManyPages(count=len(paths), most=MOST_PAGES)
    with ExitStack() as opened:
        files = [opened.enter_context(closing(_opened(path))) for path in paths]
        total = sum(file.pages for file in files)
        if total > MOST_PAGES:
            raise TooManyPages(count=total, most=MOST_PAGES)
        pages: list[bytes] = []
        for file in files:
            for picture in file.pictures():
                step(len(pages), total)
                pages.append(_jpeg(picture()))
        return tuple(pages)


Picture = Callable[[], QImage]


class _ImageFile:
    """Picture file, with several pages if it is a TIFF."""

    def __init__(self, name: str, data: bytes, kind: str) -> None:
        if kind == "jpeg" and not _is_whole(data):
            # Qt fills the missing part with grey: half of the words on the sheet would be gone.
            raise ScanDamaged(file=name)
        self._name = name
        self._memory = _memory(data)
        self._reader = QImageReader(self._memory, QByteArray(kind.encode()))
        self._reader.setDecideFormatFromContent(False)
        self._reader.setAutoTransform(True)
        self._lies = orientation(data, kind)
        # A WebP from a telephone may contain a short film; each picture of a TIFF is a page.
        self.pages = max(1, self._reader.imageCount()) if kind == "tiff" else 1

    def close(self) -> None:
        """Close the reader before the memory: Qt reads the end of a TIFF once more."""
        self._reader = QImageReader()
        self._memory.close()

    def pictures(self) -> Iterator[Picture]:
        """Iterate over the pages, each read when it is called."""
        for number in range(self.pages):
            if number and not self._reader.jumpToImage(number):
                raise ScanDamaged(file=self._name)
            yield self._read

    def _read(self) -> QImage:
        size = self._reader.size()
        # Check before decoding: a file of a few kilobytes can claim a picture of gigabytes.
        if not size.isValid() or size.isEmpty():
            raise ScanDamaged(file=self._name)
        if size.width() * size.height() > MOST_MILLIONS * _MILLION:
            raise ScanTooFine(file=self._name, most=MOST_MILLIONS)
        self._reader.setScaledSize(_no_larger(size))
        picture = self._reader.read()
        if picture.isNull():
            raise ScanDamaged(file=self._name)
        told = self._reader.transformation() != QImageIOHandler.Transformation.TransformationNone
        return picture if told else turned_upright(picture, self._lies)


class _PdfFile:
    """PDF with each page drawn as a picture."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._memory = _memory(data)
        self._document = QPdfDocument()
        self._document.load(self._memory)
        if self._document.error() in _LOCKED:
            raise ScanLocked(file=name)
        self.pages = self._document.pageCount()
        if self._document.status() is not QPdfDocument.Status.Ready or self.pages < 1:
            raise ScanDamaged(file=name)

    def close(self) -> None:
        """Close the document, then its memory."""
        self._document.close()
        self._memory.close()

    def pictures(self) -> Iterator[Picture]:
        """Iterate over the pages, each drawn when it is called."""
        for number in range(self.pages):
            yield partial(self._read, number)

    def _read(self, number: int) -> QImage:
        paper = self._document.pagePointSize(number)
        if paper.isEmpty():
            raise ScanDamaged(file=self._name)
        size = paper.scaled(QSizeF(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
        how = QPdfDocumentRenderOptions()
        # A signature made on a screen is often an annotation on the page.
        how.setRenderFlags(QPdfDocumentRenderOptions.RenderFlag.Annotations)
        picture = self._document.render(number, size.toSize().expandedTo(QSize(1, 1)), how)
        if picture.isNull():
            raise ScanDamaged(file=self._name)
        return picture


def turn_page(jpeg: bytes) -> bytes:
    """Turn a page from `read_scan` clockwise by 90 degrees."""
    return _jpeg(turned(QImage.fromData(jpeg), 90))


def _opened(path: Path) -> _ImageFile | _PdfFile:
    data = _bytes(path)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return _PdfFile(path.name, data)
    kind = _kind(data)
    if not kind:
        raise NoScan(file=path.name)
    return _ImageFile(path.name, data, kind)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_MEGABYTES * _MEGABYTE + 1)
    except OSError:
        raise ScanUnreadable(file=path.name) from None
    if len(data) > MOST_MEGABYTES * _MEGABYTE:
        raise ScanTooBig(file=path.name, most=MOST_MEGABYTES)
    return data


def _kind(data: bytes) -> str:
    """Return the kind of file by its first bytes, whatever its name says; empty for any other."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] in (b"II*\0", b"MM\0*"):
        return "tiff"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _is_whole(jpeg: bytes) -> bool:
    """Return True if the JPEG is complete. A telephone may add more after it, such as a short film."""
    at = 2
    while (found := _MARKER.search(jpeg, at)) is not None and found[1] != _END:
        # The length of a part includes itself. Its content, such as a thumbnail, may contain an end marker.
        at = found.end() + int.from_bytes(jpeg[found.end() : found.end() + 2])
    return found is not None


def _memory(data: bytes) -> QBuffer:
    memory = QBuffer()
    memory.setData(QByteArray(data))
    memory.open(QIODevice.OpenModeFlag.ReadOnly)
    return memory


def _no_larger(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= LONGEST:
        return size
    small = size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
    return small.expandedTo(QSize(1, 1))


def _jpeg(picture: QImage) -> bytes:
    """Return the points on white paper as JPEG, without anything else the picture carries."""
    if picture.colorSpace().isValid():
        picture.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    page = QImage(picture.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    page.setDotsPerMeterX(_DOTS_PER_METRE)
    page.setDotsPerMeterY(_DOTS_PER_METRE)
    painter = QPainter(page)
    # Draw at a point, not into a rectangle: a photograph has its own dots per inch.
    picture.setDevicePixelRatio(1)
    painter.drawImage(QPoint(0, 0), picture)
    painter.end()
    written = QByteArray()
    memory = QBuffer(written)
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(memory, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.setOptimizedWrite(True)
    if not writer.write(page):
        raise MemoryError("a page could not be written")
    memory.close()
    return bytes(written.data())
