"""What a screen reader would have said."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent


class Heard:
    """Takes the place of `QAccessible.updateAccessibility`, and remembers what was announced."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self.politeness: list[QAccessible.AnnouncementPoliteness] = []

    def take(self, event: QAccessibleEvent) -> None:
        """What Qt would have handed to the screen reader."""
        assert isinstance(event, QAccessibleAnnouncementEvent)
        assert event.type() is QAccessible.Event.Announcement
        self._words.append(event.message())
        self.politeness.append(event.politeness())

    def __call__(self) -> list[str]:
        """Everything that was said until now."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
        return list(self._words)
