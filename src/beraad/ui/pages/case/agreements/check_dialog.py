"""Dialog to write down, or to correct, what came of one agreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.readers import FACILITATOR
from beraad.services.follow_up import CheckWish
from beraad.services.meeting import KeptDraft
from beraad.terms import CheckResult
from beraad.ui.dialogs.form_dialog import FormDialog
from beraad.ui.pages.case.agreements.kept_note import KeptNote, NoteAt
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.follow_up import result_label


class CheckDialog(FormDialog):
    """Form for one check: what came of it, who said so, on which day, and who may read the note.

    The note is a draft while it is typed: one that was begun before is offered again.
    """

    def __init__(
        self,
        save: Callable[[CheckWish], None],
        *,
        what: str,
        wish: CheckWish,
        note_at: NoteAt,
        people: tuple[PersonChoice, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Hoe ging het?"), _("Opslaan"), width=560, height=560, parent=parent)
        self._save, self._place = save, note_at.place
        if note_at.found is not None:
            wish = _begun(wish, note_at.found)
        self.form.addWidget(TextLabel(what, "strong"))
        self.came_of = ChoiceBox()
        for result in CheckResult:
            self.came_of.addItem(result_label(result, spoken()), result.value)
        self.came_of.setCurrentIndex(self.came_of.findData(wish.result.value))
        self.on = DayField(label=_("Op welke dag?"))
        self.on.suggested = wish.on
        self.on.show_day(wish.on)
        self.note = GrowingTextEdit(wish.note, label=_("Wat is er gezegd?"))
        said_by = (wish.said_by,) if wish.said_by else ()
        self.said_by = PersonPicker(people, said_by, label=_("Wie zei dit?"), single=True)
        self.readers = ReadersPicker(people, wish.visible_to, label=_("Wie mag dit lezen?"), at_once=False)
        self.next_on = DayField(label=_("Wanneer weer vragen?"))
        self.next_on.suggested = wish.on
        self.next_on.show_day(wish.next_on)
        self.add_field(_("Is de afspraak nagekomen?"), self.came_of)
        self.add_field(_("Op welke dag?"), self.on)
        self._kept = KeptNote(self.note, note_at, draft=self._draft)
        self.came_of.currentIndexChanged.connect(self._kept.on_chosen)
        self.said_by.chosen_changed.connect(self._kept.on_chosen)
        self.readers.readers_changed.connect(self._kept.on_chosen)
        self.add_field(_("Wat is er gezegd?"), self._kept)
        self.add_field(
            _("Wie zei dit?"), self.said_by, _("Het woord van wie de afspraak heeft, telt het minst.")
        )
        self.add_field(_("Wie mag dit lezen?"), self.readers)
        self.add_field(_("Wanneer weer vragen?"), self.next_on, _("Zonder dag: zoals het ritme zegt."))

    @classmethod
    def ask(
        cls,
        save: Callable[[CheckWish], None],
        *,
        what: str,
        wish: CheckWish,
        note_at: NoteAt,
        people: tuple[PersonChoice, ...],
        parent: QWidget | None = None,
    ) -> bool:
        """Return True once `save` accepted it; False if the user cancelled."""
        dialog = cls(save, what=what, wish=wish, note_at=note_at, people=people, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    @override
    def objection(self) -> str:
        return "" if self.on.day() else _("Kies de dag waarop dit zo was.")

    @override
    def save(self) -> None:
        day, said_by = self.on.day(), self.said_by.chosen()
        if day is None:
            return
        # First as a draft: nothing of it is written any more once it is a check.
        self._kept.keep()
        self._save(
            CheckWish(
                day,
                CheckResult(str(self.came_of.currentData())),
                self.note.text().strip(),
                said_by[0] if said_by else None,
                self.readers.readers() or FACILITATOR,
                self.next_on.day(),
            )
        )
        self._kept.end()

    def _draft(self) -> KeptDraft:
        said_by = self.said_by.chosen()
        return KeptDraft(
            self._place,
            self.note.text(),
            kind=str(self.came_of.currentData()),
            by=said_by[0] if said_by else "",
            visible_to=self.readers.readers(),
        )


def _begun(wish: CheckWish, found: KeptDraft) -> CheckWish:
    """Return a check as it was begun."""
    return replace(
        wish,
        result=CheckResult(found.kind) if found.kind in {item.value for item in CheckResult} else wish.result,
        note=found.text,
        said_by=wish.said_by if found.by is None else found.by or None,
        visible_to=found.visible_to or wish.visible_to,
    )
