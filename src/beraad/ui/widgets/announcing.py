"""Announcements by a screen reader of what appears while the keyboard is somewhere else."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

COVER = "cover"
"""Name of the cover over a window while it is not known who sees it."""

_POLITENESS = QAccessible.AnnouncementPoliteness


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say `words` for `widget`: after its sentence, or at once with `urgent`.

    It is said when the window has come to rest, and only if the widget is visible then: words below the
    screen of somebody who signs, or below `COVER`, are not read to the person there.
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
