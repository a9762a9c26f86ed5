"""A field of which the words are written nowhere, until what they are for is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from beraad.ui.meeting.drafting import Drafting
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit


class UnkeptField(QObject):
    """Lets the line below say so, as long as something stands in the field and is in sight."""

    def __init__(self, drafting: Drafting, field: GrowingTextEdit) -> None:
        super().__init__(field)
        self._drafting, self._field = drafting, field
        field.document().contentsChanged.connect(self._tell)
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        there = self._field.isVisible() and bool(self._field.text().strip())
        self._drafting.show_unkept(self, there=there)
