"""Show a document to read, its blocks below each other."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.export.direction import words_of
from beraad.export.document import Document
from beraad.ui.document_view.blocks import LARGE, NORMAL, BlockWidgets
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class DocumentView(QWidget):
    """Blocks of one document over the whole width, in their order; it does not scroll by itself.

    With `large` the letters are those of a screen that somebody is handed; else those of the console. What
    only paper has is left out: pages, and room for a pencil or a pen.
    """

    def __init__(
        self, document: Document | None = None, *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "inside")
        self._letters = LARGE if large else NORMAL
        self._shown: Document | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().size("space", "medium" if large else "small"))
        if document is not None:
            self.show_document(document)

    def show_document(self, document: Document) -> None:
        """Show this document; nothing moves if it is shown already."""
        if document == self._shown:
            return
        self._shown = document
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if document.banner:
            self._column.addWidget(_banner(document.banner, self._letters.text))
        widgets = BlockWidgets(self._letters, words_of(document.names))
        for block in document.blocks:
            if (widget := widgets.of(block)) is not None:
                self._column.addWidget(widget)


def _banner(words: str, role: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "panel")
    frame.setProperty("tone", "amber")
    QVBoxLayout(frame).addWidget(TextLabel(words, role, tone="amber"))
    return frame
