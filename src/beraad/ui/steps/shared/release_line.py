"""Mark on what only one room of an alternating meeting may see, and the button to release it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, ngettext
from beraad.places import Place
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.text_label import TextLabel


class ReleaseLine(QWidget):
    """Line that says which room alone may see something, and releases it; hidden where nothing waits."""

    def __init__(self, model: MeetingModel, place: Place, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._place = model, place
        self._build()
        self.hide()

    def show_view(self, view: ConsoleView) -> None:
        """Show the line if the item waits for release."""
        half = view.waits_in(self._place)
        if half is not None:
            self._words.setText(only_words(half, self._model.half))
        elif self._release.hasFocus():
            # It goes, and the keyboard with it: on to what comes next on this card.
            self.focusNextChild()
        self.setVisible(half is not None)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "tight"))
        self._words = TextLabel(role="small", tone="private")
        self._release = button(_("Geef vrij"), lambda: self._model.release(self._place), icon="unlock")
        self._release.setAccessibleName(_("Geef vrij aan de andere kamer"))
        self._release.setToolTip(
            MeetingKey.RELEASE.after(_("Geef vrij aan de andere kamer: iedereen mag het zien"))
        )
        row.addWidget(_lock(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._release)


def only_words(half: int, now: int | None) -> str:
    """Return `Alleen deze kamer` if this half is in the room now, else e.g. `Alleen groep 2`."""
    return _("Alleen deze kamer") if half == now else _("Alleen groep {number}").format(number=half)


def room_marks(model: MeetingModel, place: Place) -> list[QWidget]:
    """Return the mark for a closed card that one room alone may see: a lock and words; else none."""
    half = model.view.waits_in(place)
    if half is None:
        return []
    mark = QWidget()
    row = QHBoxLayout(mark)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Theme.current().size("space", "tight"))
    pill = Pill(only_words(half, model.half).lower(), "private")
    pill.setToolTip(_("Dit is nog niet vrijgegeven aan de andere kamer."))
    row.addWidget(_lock(), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(pill)
    return [mark]


def _lock() -> TextLabel:
    lock = TextLabel(wrap=False)
    set_icon(lock, "private", "private")
    return lock


def waiting_words(view: ConsoleView) -> str:
    """Return how much waits, e.g. `3 dingen wachten op vrijgeven`."""
    count = len(view.waiting)
    if not count:
        return _("Er wacht niets op vrijgeven")
    words = ngettext("{count} ding wacht op vrijgeven", "{count} dingen wachten op vrijgeven", count)
    return words.format(count=count)
