"""Shows what has the keyboard to the room: alone on the wall, or in the other room too."""

from __future__ import annotations

from PySide6.QtCore import QObject

from beraad.disclosure.console_views import ConsoleLeak
from beraad.i18n import _, spoken
from beraad.places import Place
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages
from beraad.ui.steps.shared.forward import card_of_focus, place_of_focus, why_not_forward
from beraad.words.remarks import leak_sentence_here


class Forwarding(QObject):
    """Handler of the keys that bring forward and release; says why where that is not done."""

    def __init__(self, model: MeetingModel, messages: Messages) -> None:
        super().__init__(model)
        self._model, self._messages = model, messages
        model.forward_refused.connect(self._on_refused)
        model.released_though_told.connect(self._on_released_though_told)

    def bring_forward(self) -> None:
        """Show the focused card alone on the wall; asked again, show the step."""
        self._model.bring_forward(card_of_focus() or self._model.forward)

    def release(self) -> None:
        """Release what has the focus to the other room too."""
        if (place := place_of_focus()) is not None:
            self._model.release(place)

    def _on_refused(self, place: Place) -> None:
        self._messages.tell(_("Niet op het scherm gezet"), why_not_forward(self._model, place))

    def _on_released_though_told(self, leaks: tuple[ConsoleLeak, ...]) -> None:
        told = " ".join(leak_sentence_here(leak, spoken()) for leak in leaks)
        kept_from = _("Zolang dat er staat, komt het niet op het scherm en niet op papier voor die mensen.")
        self._messages.tell(_("Vrijgegeven, maar let op"), f"{told} {kept_from}")
