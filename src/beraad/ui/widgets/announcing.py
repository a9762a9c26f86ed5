"""Has a screen reader say what appears in a page while the keyboard is somewhere else."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

COVER = "cover"
"""The name of what lies over a window while it is not known whose eyes see it."""

_POLITENESS = QAccessible.AnnouncementPoliteness


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Say what `widget` says. `urgent`: at once; else when the reader has finished its sentence.

    It is said as soon as the window has come to rest, and only if the widget is in sight by then: what lies
    under the screen of somebody who signs, or under `COVER`, is not read to who is there.
    """
    if words:
        QTimer.singleShot(0, widget, lambda: _say(widget, words, urgent=urgent))


def _say(widget: QWidget, words: str, *, urgent: bool) -> None:
    if not widget.isVisible() or _is_covered(widget.window()):
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(_POLITENESS.Assertive if urgent else _POLITENESS.Polite)
    QAccessible.updateAccessibility(event)


def _is_covered(window: QWidget) -> bool:
    covers = window.findChildren(QWidget, COVER, Qt.FindChildOption.FindDirectChildrenOnly)
    return any(cover.isVisible() for cover in covers)
