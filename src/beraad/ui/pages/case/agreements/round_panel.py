"""Round by telephone: one agreement at a time, answered with one key each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, format_list, spoken
from beraad.readers import FACILITATOR
from beraad.services.follow_up import Caller, CheckWish, Question, is_due
from beraad.services.meeting import KeptDraft
from beraad.terms import CheckResult
from beraad.ui.pages.case.agreements.kept_note import KeptNote, NoteAt
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.panels import panel
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.follow_up import result_label

_KEYS = {
    Qt.Key.Key_1: CheckResult.KEPT,
    Qt.Key.Key_2: CheckResult.PARTLY,
    Qt.Key.Key_3: CheckResult.NOT_KEPT,
    Qt.Key.Key_0: CheckResult.DID_NOT_OCCUR,
}
"""Keys of the answers, while the keyboard is on the question and not in the note."""

_ASKED_WHY = frozenset((CheckResult.PARTLY, CheckResult.NOT_KEPT))


class RoundPanel(QWidget):
    """Everything that is asked on one telephone call.

    It holds what the person on the telephone may know, and nothing else. An answer is saved at once; where it
    is not, the question stays. A call that cannot go on leaves no trace but a day to call again.
    """

    ended = Signal()

    def __init__(
        self,
        caller: Caller,
        questions: Sequence[Question],
        *,
        keep: Callable[[Question, CheckWish], bool],
        put_off: Callable[[str, dt.date | None], bool],
        note_at: Callable[[Question], NoteAt],
        people: tuple[PersonChoice, ...],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        """`keep` and `put_off` save, and return False if they could not; due questions are asked first.

        `note_at` says where the draft of a note is kept.
        """
        super().__init__(parent)
        due = [item for item in questions if is_due(item.look, today)]
        self._questions = due or list(questions)
        self._caller, self._keep, self._put_off, self._note_at = caller, keep, put_off, note_at
        self._kept: KeptNote | None = None
        self._people, self._today = people, today
        self._at, self._asking = 0, False
        self._said_by: str | None = caller.person
        self._result: CheckResult | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Belrondje met {called}").format(called=caller.called))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        box, column = panel(self.accessibleName())
        around.addWidget(box)
        column.addWidget(TextLabel(" · ".join(caller.numbers), "soft"))
        self._place = QWidget()
        self._column = QVBoxLayout(self._place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().size("space", "small"))
        column.addWidget(self._place)

    def begin(self) -> None:
        """Ask first whether this person can talk freely."""
        free = button(_("Ja, begin"), self.ask, role="primary")
        row = FlowLayout()
        row.addWidget(free)
        row.addWidget(button(_("Nee"), self._stop))
        row.addWidget(button(_("Verkeerd nummer, of iemand anders"), self._stop))
        self._show(
            TextLabel(_("Kun je vrij praten?"), "heading"),
            TextLabel(_("Zeg niet waarover het gaat voordat dit zeker is."), "soft"),
            _holding(row),
        )
        free.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        # Not with the keyboard on a button of it: then a sentence that is typed answers nothing.
        if self._question is None or not plain or not self.hasFocus():
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.answer(_KEYS[key])
        elif key == Qt.Key.Key_S:
            self._go_on()
        elif key == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    # -- the questions -------------------------------------------------------------------------------

    @property
    def _question(self) -> Question | None:
        """The agreement that is asked about now."""
        return self._questions[self._at] if self._asking and self._at < len(self._questions) else None

    def ask(self) -> None:
        """Ask about the next agreement."""
        self._keep_note()
        self._kept = None
        self._asking, self._result = True, None
        question = self._question
        if question is None:
            self._finish()
            return
        view = question.view
        count = _("Afspraak {at} van {of}").format(at=self._at + 1, of=len(self._questions))
        self.setAccessibleDescription(f"{count}: {view.what}")
        owners = format_list([owner.called for owner in view.owners])
        told = [TextLabel(count, "small"), TextLabel(view.what, "heading"), TextLabel(owners, "soft")]
        if view.measured_by:
            told.append(TextLabel(_("Anderen merken het zo: {how}").format(how=view.measured_by), "soft"))
        answers = FlowLayout()
        for key, result in _KEYS.items():
            words = f"{chr(key)}  {result_label(result, spoken())}"
            answers.addWidget(button(words, partial(self.answer, result)))
        answers.addWidget(button(_("S  sla over"), self._go_on, role="quiet"))
        self._speaker = PersonPicker(
            self._people, (self._said_by,) if self._said_by else (), label=_("Wie zegt dit?"), single=True
        )
        self._speaker.chosen_changed.connect(self._on_speaker)
        begun = self._begun(self._note_at(question).found)
        self._show(*told, *begun, _holding(answers), TextLabel(_("Wie zegt dit?"), "strong"), self._speaker)
        self.setFocus()

    def answer(self, result: CheckResult) -> None:
        """Save what came of the agreement; ask first why, where it was not kept."""
        if result not in _ASKED_WHY:
            self._save(result, "")
            return
        self._result = result
        question = self._question
        if question is None:
            return
        self._note = GrowingTextEdit(label=_("Hoe kwam dat?"), enter_finishes=True)
        self._note.entered.connect(self._on_note)
        at = self._note_at(question)
        readers = (at.found.visible_to if at.found else None) or FACILITATOR
        self._readers = ReadersPicker(self._people, readers, label=_("Wie mag dit lezen?"), at_once=False)
        self._kept = KeptNote(self._note, at, draft=partial(self._draft, at, result))
        self._readers.readers_changed.connect(self._kept.on_chosen)
        told: list[QWidget] = [
            TextLabel(question.view.what, "heading"),
            TextLabel(result_label(result, spoken()), "strong"),
        ]
        if result is CheckResult.NOT_KEPT and question.view.fallback:
            told.append(TextLabel(_("Afgesproken als het niet lukt"), "small"))
            told.append(TextLabel(question.view.fallback, "strong"))
        go_on = FlowLayout()
        go_on.addWidget(button(_("Volgende"), self._on_note, role="primary"))
        go_on.addWidget(button(_("Terug"), self.ask, role="quiet"))
        self._show(
            *told,
            TextLabel(_("Hoe kwam dat?"), "strong"),
            self._kept,
            TextLabel(_("Wie mag dit lezen?"), "strong"),
            self._readers,
            _holding(go_on),
        )
        self._note.setFocus()

    def _on_note(self) -> None:
        if self._result is not None:
            self._save(self._result, self._note.text().strip())

    def _save(self, result: CheckResult, note: str) -> None:
        question = self._question
        if question is None:
            return
        readers = (self._readers.readers() if note else None) or FACILITATOR
        self._keep_note()
        if self._keep(question, CheckWish(self._today, result, note, self._said_by, readers)):
            if self._kept is not None:
                self._kept.end()
            self._go_on()

    def _keep_note(self) -> None:
        """Write the note as a draft: once it is a check, nothing of it is written any more."""
        if self._kept is not None:
            self._kept.keep()

    def _draft(self, at: NoteAt, result: CheckResult) -> KeptDraft:
        words, readers = self._note.text(), self._readers.readers()
        return KeptDraft(at.place, words, kind=result.value, by=self._said_by or "", visible_to=readers)

    def _begun(self, found: KeptDraft | None) -> list[QWidget]:
        """Return the offer to go on with a note that was begun in an earlier round."""
        result = next((item for item in _ASKED_WHY if found and found.kind == item.value), None)
        if found is None or result is None:
            return []
        row = FlowLayout()
        row.addWidget(button(_("Verder met deze notitie"), partial(self._resume, found, result)))
        words = _("Nog niet opgeslagen als antwoord: „{note}”").format(note=found.text)
        return [TextLabel(words, tone="amber"), _holding(row)]

    def _resume(self, found: KeptDraft, result: CheckResult) -> None:
        self._said_by = found.by or None
        self.answer(result)

    def _go_on(self) -> None:
        self._at += 1
        self.ask()

    def _on_speaker(self) -> None:
        chosen = self._speaker.chosen()
        self._said_by = chosen[0] if chosen else None
        self.setFocus()

    # -- the end -------------------------------------------------------------------------------------

    def _stop(self) -> None:
        """Ask when to call again, and nothing else: nothing of this call is written down."""
        self._again = DayField(label=_("Wanneer weer bellen?"))
        self._again.suggested = self._today + dt.timedelta(days=1)
        self._again.show_day(self._again.suggested)
        row = FlowLayout()
        row.addWidget(button(_("Klaar"), self._on_put_off, role="primary"))
        self._show(
            TextLabel(_("Wanneer weer bellen?"), "heading"),
            TextLabel(_("Van dit gesprek wordt niets opgeschreven."), "soft"),
            self._again,
            _holding(row),
        )
        self._again.setFocus()

    def _on_put_off(self) -> None:
        if self._put_off(self._caller.person, self._again.day()):
            self.ended.emit()

    def _finish(self) -> None:
        self._asking = False
        if self._caller.call_again_on is not None:
            self._put_off(self._caller.person, None)
        done = button(_("Klaar"), self.ended.emit, role="primary")
        row = FlowLayout()
        row.addWidget(done)
        self._show(TextLabel(_("Alles is gevraagd."), "heading"), _holding(row))
        done.setFocus()

    def _show(self, *widgets: QWidget) -> None:
        """Show these in place of what stands there: it goes later, with the button in it that was pressed."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._column.addWidget(widget)


def _holding(row: FlowLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(row)
    return holder
