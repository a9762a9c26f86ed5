"""Line inside a text field that says that its words were not placed, with a way to place or discard them."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel

_PLACE, _DISCARD = "place", "discard"


class DraftStrip(TextLabel):
    """Words and two links for the mouse. The keyboard stays in the field: `key` and Escape do the same."""

    place_requested = Signal()
    discard_requested = Signal()

    def __init__(self, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(role="small", tone="amber", parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        colour = Theme.current().colour("next").name()
        links = (
            f'<a href="{name}" style="color: {colour}">{escape(words)}</a>'
            for name, words in (
                (_PLACE, _("Plaatsen ({key})").format(key=key)),
                (_DISCARD, _("Weggooien (Esc)")),
            )
        )
        said = escape(_("Nog niet geplaatst"))
        self.setText(" · ".join((said, *links)))
        self.setAccessibleName(_("Nog niet geplaatst: {key} plaatst, Esc gooit weg").format(key=key))
        self.linkActivated.connect(self._on_link)

    def _on_link(self, name: str) -> None:
        (self.place_requested if name == _PLACE else self.discard_requested).emit()
