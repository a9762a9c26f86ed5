"""Readers of a text, chosen beside it: they belong to the draft as long as there is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from beraad.readers import EVERYONE, Readers
from beraad.services.meeting import KeptDraft
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.widgets.readers_picker import ReadersPicker


class DraftReaders(QObject):
    """Changes who may see an item: at once, or, while words of it wait, together with those words.

    Otherwise the old words would be shown to people who were chosen for the new ones.
    """

    changed = Signal(object)
    """Readers of the words in the fields, as `Readers`."""

    def __init__(
        self,
        picker: ReadersPicker,
        fields: tuple[DraftField, ...],
        change: Callable[[Readers], object],
    ) -> None:
        super().__init__(picker)
        self._picker, self._fields, self._change = picker, fields, change
        self._kept: Readers = EVERYONE
        self.chosen: Readers | None = None
        """Readers chosen with the words that wait; None: the same as before."""
        picker.readers_changed.connect(self._on_chosen)
        for field in fields:
            field.choices = self._with_readers
            field.offered.connect(self._on_offered)
            field.placed.connect(self._forget)
            field.discarded.connect(self._forget)
            field.taken_back.connect(self._on_taken_back)

    def show(self, kept: Readers) -> None:
        """Show who may see it, or who will once its words are placed."""
        self._kept = kept
        if not any(field.waits for field in self._fields):
            self.chosen = None
        now = self.chosen or kept
        self._picker.set_readers(now)
        self.changed.emit(now)

    def _on_chosen(self, value: Readers) -> None:
        waiting = [field for field in self._fields if field.waits]
        if waiting:
            self.chosen = value
            # Each is kept with them: any may be placed or thrown away before the others. The first goes on.
            for field in reversed(waiting):
                field.choose()
            self.changed.emit(self.chosen)
        else:
            self._change(value)

    def _with_readers(self, draft: KeptDraft) -> KeptDraft:
        return replace(draft, visible_to=self.chosen)

    def _on_offered(self, draft: KeptDraft) -> None:
        self.chosen = draft.visible_to or self.chosen

    def _on_taken_back(self) -> None:
        if self.chosen is not None and not any(field.waits for field in self._fields):
            chosen, self.chosen = self.chosen, None
            self._change(chosen)

    def _forget(self) -> None:
        self.show(self._kept)
