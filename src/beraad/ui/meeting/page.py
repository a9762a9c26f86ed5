"""The meeting console, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.services.meeting import MeetingService
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages
from beraad.ui.widgets import TextLabel
from beraad.ui.work import Work

if TYPE_CHECKING:
    from beraad.ui.projector import WallPlacement, WallWindow


class MeetingPage(QWidget):
    """One open meeting for the facilitator; the wall follows it."""

    closed = Signal()
    print_requested = Signal(str, str)
    """Reference of the case, id of the meeting."""

    def __init__(
        self,
        service: MeetingService,
        *,
        messages: Messages,
        work: Work,
        wall: WallWindow,
        placement: WallPlacement | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._work, self._wall, self._placement = work, wall, placement
        self.model = MeetingModel(service, messages=messages, parent=self)
        column = QVBoxLayout(self)
        column.addWidget(TextLabel(self.model.view.family_name, "title"))

    def close_meeting(self) -> None:
        """Leave the meeting: everything typed is kept, the wall goes quiet."""
        self.model.settle()
        self._service.close()
        self.closed.emit()
