"""Text field with words that are a draft until they are placed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from beraad.places import Place
from beraad.services.meeting import KeptDraft
from beraad.ui.meeting.drafting import Drafting, SavedField, TextField, Wish
from beraad.ui.widgets.focus_moves import moves_within_page, page_of
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.score_pad import ScorePad

BESIDE = "beside_draft"
"""Property of a widget that belongs to the draft of the text beside it."""

_FIELDS = (QTextEdit, QLineEdit, QAbstractSpinBox, QComboBox, QCheckBox, PersonPicker, ScorePad)
"""Kinds of widgets that count as another field when one goes on from a draft."""


class DraftField(SavedField):
    """Saves what is typed in a field as the draft at a place, and offers the draft that is there already.

    `wish` makes the wish that places a text. Enter places it (Ctrl+Enter where Enter is a new line), and so
    does going on to another field of the page; Escape throws the draft away. Without `wish`, something else
    of the same form places it, by `Drafting.take`.
    """

    placed = Signal()
    discarded = Signal()
    taken_back = Signal()
    """Emitted when the text is again the same as in the plan."""
    offered = Signal(object)
    """`KeptDraft` that was put in the field, and was not typed there just now."""

    def __init__(
        self, drafting: Drafting, field: TextField, place: Place, wish: Callable[[str], Wish] | None = None
    ) -> None:
        super().__init__(drafting, field, place)
        self._wish = wish
        self._in_plan = ""
        self.choices: Callable[[KeptDraft], KeptDraft] = lambda draft: draft
        """Function that adds to a draft what was chosen beside its words."""
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self.place)
        else:
            for asked in (field.entered, field.place_requested):
                asked.connect(self.place)
            field.discard_requested.connect(self.discard)

    @property
    def waits(self) -> bool:
        """True while the text in the field is not in the plan."""
        return self.field.text().strip() != self._in_plan.strip()

    @override
    def show(self, text: str) -> None:
        self._in_plan = text
        if self.drafting.current is not self:
            draft = self.drafting.find(self.at)
            shown = draft.text if draft else text
            if self.field.text().strip() != shown.strip():
                self._set_text(shown)
            if draft is not None:
                self.offered.emit(draft)
        self._mark()

    @override
    def keep(self) -> None:
        if self.waits and (text := self.field.text()).strip():
            self.drafting.write(self.choices(KeptDraft(self.at, text)))
        elif self.drafting.find(self.at) is not None:
            self.drafting.write(KeptDraft(self.at, ""))

    def choose(self) -> bool:
        """Note a choice beside the words, to be placed with them; return False if no words wait."""
        if self.waits:
            self.drafting.current = self
            self.drafting.on_typed(self)
        return self.waits

    @override
    def place(self, *, ask: bool = True) -> None:
        if self._wish is None or not self.waits or not self.drafting.may_place(self.at, ask=ask):
            return
        if self.drafting.take(self.at, by=self._wish(self.field.text()), waits=False):
            self.drafting.forget(self)
            self._mark()
            self.placed.emit()

    def discard(self) -> None:
        """Throw what was typed away; undo brings it back."""
        if not self.waits:
            return
        # What undo brings back is what stood here last.
        self.keep()
        self.drafting.forget(self)
        self._set_text(self._in_plan)
        if self.drafting.find(self.at) is not None:
            self.drafting.discard(self.at)
        self._mark()
        self.discarded.emit()

    def drop(self) -> None:
        """Forget what was typed, for good: whoever typed it wanted nothing of it saved."""
        self.drafting.forget(self)
        self._set_text(self._in_plan)
        self.keep()

    @override
    def goes_on_to(self, new: QWidget) -> bool:
        return moves_within_page(self.field, new) and _is_other_field(new, page_of(self.field))

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            escape = event.key() == Qt.Key.Key_Escape
            if escape and self._wish is not None and self.waits:
                self.discard()
                return True
        return super().eventFilter(watched, event)

    @override
    def _on_typed(self) -> None:
        self.drafting.current = self
        super()._on_typed()
        self._mark()
        if not self.waits:
            self.taken_back.emit()

    def _mark(self) -> None:
        """Undo in the field is its own as long as it holds a draft."""
        self.field.setProperty("draft", self.waits)
        if isinstance(self.field, GrowingTextEdit) and self._wish is not None:
            self.field.set_waiting(waits=self.waits)

    def _set_text(self, text: str) -> None:
        if isinstance(self.field, GrowingTextEdit):
            self.field.set_text(text)
        else:
            self.field.setText(text)


def _is_other_field(widget: QWidget, page: QWidget) -> bool:
    """Return True if `widget` is part of a field that belongs to no draft."""
    found, at = False, widget
    while at is not page:
        if at.property(BESIDE):
            return False
        found = found or isinstance(at, _FIELDS)
        at = at.parentWidget() or page
    return found
