"""Preview of a copy as the printer makes it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.printing.sheets import open_pdf
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class CopyPreview(QFrame):
    """Pages of one copy below each other, or a sentence why there are none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._document: QPdfDocument | None = None
        self._memory: QBuffer | None = None
        self._nothing = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(_("Voorbeeld van het exemplaar"))
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme.colour("line"))
        self.view.setPalette(palette)
        self._words = TextLabel(role="soft")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_pdf(self, data: bytes) -> None:
        """Show this copy from its first page."""
        document, memory = open_pdf(data)
        self.view.setDocument(document)
        self._document, self._memory = document, memory
        self._stack.setCurrentWidget(self.view)

    def show_words(self, text: str) -> None:
        """Show why there is no copy."""
        self.view.setDocument(self._nothing)
        self._document = self._memory = None
        self._words.setText(text)
        self._stack.setCurrentWidget(self._words)

    def pages(self) -> int:
        """Return the number of pages shown."""
        return self._document.pageCount() if self._document is not None else 0

    def words(self) -> str:
        """Return the sentence shown instead of pages; empty if pages are shown."""
        return self._words.text() if self._document is None else ""
