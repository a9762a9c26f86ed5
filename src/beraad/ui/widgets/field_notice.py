"""Notice at a field: that it is full, or that what was dropped on it is no text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.text_label import TextLabel

_OVER = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.KeyPress)


class FieldNotice(TextLabel):
    """Framed words under a field, over what else is there; hidden at the next key, or with the field.

    It takes no room, no click and no keyboard: nothing moves for it.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(role="pill", tone="amber", parent=field.window())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field = field
        field.installEventFilter(self)

    def say(self, words: str, *, aloud: bool = True) -> None:
        """Show what is wrong with the field; with `aloud` a screen reader says it too."""
        self.setText(words)
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        self._stand(window)
        self.show()
        self.raise_()
        if aloud:
            announce(self, words, urgent=True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _OVER:
            self.hide()
        return False

    def _stand(self, window: QWidget) -> None:
        """Stand below the field, or above it where there is no room; always within the window."""
        gap = Theme.current().size("space", "tight")
        width = min(self.sizeHint().width(), window.width() - 2 * gap)
        self.resize(width, max(self.heightForWidth(width), self.sizeHint().height()))
        left = self._field.mapTo(window, QPoint(0, 0)).x()
        # Only a part of the field may be visible.
        seen = self._field.visibleRegion().boundingRect()
        top = self._field.mapTo(window, seen.topLeft()).y()
        below = top + seen.height() + gap
        if below + self.height() > window.height():
            below = max(0, top - self.height() - gap)
        self.move(max(gap, min(left, window.width() - self.width() - gap)), below)
