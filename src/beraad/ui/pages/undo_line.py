"""Line under a page of cases with what can be taken back and done again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from beraad.codes import ActKind
from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.services.case_undo import CaseUndo
from beraad.ui.meeting.keys import MeetingKey, add_shortcuts
from beraad.ui.messages import Messages
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.fitting_button import FittingButton
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.acts import act_label
from beraad.words.errors import sentence


class UndoLine(QWidget):
    """Undo and redo of one page, with their keys; hidden while there is nothing to say."""

    put_back = Signal()
    """An act was taken back or done again: the page has to be read anew."""

    def __init__(
        self,
        undo: CaseUndo,
        page: QWidget,
        *,
        messages: Messages,
        unless: Callable[[], bool],
        may_undo: Callable[[ActKind], bool] = lambda _act: True,
    ) -> None:
        """The keys work in `page`, unless `unless`; `may_undo` asks before an act is taken back."""
        super().__init__(page)
        self.acts = undo
        """List of the acts of the page."""
        self._messages, self._may_undo = messages, may_undo
        self._build()
        add_shortcuts(
            page,
            (((QKeySequence.StandardKey.Undo,), self.undo), ((MeetingKey.REDO,), self.redo)),
            unless=unless,
        )
        self.refresh()

    @property
    def undoable_words(self) -> str:
        """Name of the act that undo would take back; empty if there is none."""
        return _name(self.acts.undoable)

    @property
    def redoable_words(self) -> str:
        """Name of the act that redo would do again; empty if there is none."""
        return _name(self.acts.redoable)

    def undo(self) -> None:
        """Take the last act of this page back, or say that there is none."""
        act = self.acts.undoable
        if act is None:
            words = _("Er is niets om ongedaan te maken. Het kan alleen zolang u op deze bladzijde blijft.")
            self._why.setText(words)
            self._why.show()
            self.show()
            announce(self, words)
        elif self._may_undo(act):
            self._put(self.acts.undo, _("Ongedaan gemaakt: {act}"))

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        if self.acts.redoable is not None:
            self._put(self.acts.redo, _("Opnieuw gedaan: {act}"))

    def refresh(self) -> None:
        """Show what can be taken back and done again now."""
        self._why.hide()
        for link, act, words, key in (
            (self._undo, self.undoable_words, _("Ctrl+Z maakt ongedaan: {act}"), "Ctrl+Z"),
            (self._redo, self.redoable_words, _("Ctrl+Shift+Z doet opnieuw: {act}"), "Ctrl+Shift+Z"),
        ):
            link.set_wordings(words.format(act=act), f"{key}: {act}", key)
            link.setVisible(bool(act))
        self.setVisible(bool(self.undoable_words or self.redoable_words))

    def _build(self) -> None:
        self._undo, self._redo = FittingButton(role="link"), FittingButton(role="link")
        self._why = TextLabel(role="soft")
        row = FlowLayout(self, gap=Theme.current().size("space", "large"))
        row.setContentsMargins(0, 0, 0, 0)
        for link, wish in ((self._undo, self.undo), (self._redo, self.redo)):
            link.clicked.connect(lambda _checked=False, wish=wish: wish())
            row.addWidget(link)
        row.add_growing(self._why)

    def _put(self, wish: Callable[[], ActKind | None], told: str) -> None:
        try:
            act = wish()
        except BeraadError as error:
            self._tell(error)
        else:
            announce(self, told.format(act=_name(act)))
        self.put_back.emit()

    def _tell(self, error: BeraadError) -> None:
        if error.code == "changed_elsewhere":
            self._messages.warn(
                _("Dit kan niet meer ongedaan worden gemaakt"),
                _("Daarna is hetzelfde nog een keer veranderd. Wat er nu staat, blijft zo."),
            )
        else:
            self._messages.warn(_("Dit is niet opgeslagen"), sentence(error, spoken()))


def _name(act: ActKind | None) -> str:
    return act_label(act, spoken()) if act is not None else ""
