"""Notice that a change made an agreed plan a concept again, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, format_list, spoken
from beraad.step_facts import AGREEING
from beraad.ui.console.bars.notice_bar import NoticeBar
from beraad.ui.meeting.model import MeetingModel
from beraad.words.acts import act_label
from beraad.words.meeting import step_title

_NAMES = 2
"""Kinds of acts that a button can name; after more, the plan is agreed anew."""


class ConceptAgain(NoticeBar):
    """Notice that is hidden until it happens, and once it was put aside or undone or the plan is agreed anew.

    Its button takes back everything that came after, by name: more is undone than the change of the plan.
    """

    step_requested = Signal(object)

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model = model
        self._was_agreed = False

    def show_meeting(self, view: ConsoleView) -> None:
        """Show the notice if the plan was agreed when this was shown last and changed since."""
        agreed = view.agreed_at is not None
        happened = self._was_agreed and view.changed_since_agreed
        self._was_agreed = agreed
        if agreed or self._model.step is AGREEING:
            # There the page itself says so, beside what agrees it anew.
            self.put_away()
        elif happened or not self.isHidden():
            self._tell()

    def _tell(self) -> None:
        title = step_title(AGREEING, spoken())
        words = _(
            "Het plan is weer een concept: na het vaststellen veranderde er iets. "
            "Stel het opnieuw vast bij „{step}”."
        ).format(step=title)
        acts = tuple(dict.fromkeys(self._model.since_agreed))
        if acts and len(acts) <= _NAMES:
            verb = _("Ongedaan maken: {act}").format(
                act=format_list([act_label(act, spoken()) for act in acts])
            )
            self.say(words, verb, self._undo, icon="edit", closable=True)
        else:
            verb = _("Naar „{step}”").format(step=title)
            self.say(words, verb, self._go, icon="edit", closable=True)

    def _undo(self) -> None:
        for _act in self._model.since_agreed:
            if self._model.undo() is None:
                # It was not kept, and was said; what is left can still be undone.
                return

    def _go(self) -> None:
        self.step_requested.emit(AGREEING)
