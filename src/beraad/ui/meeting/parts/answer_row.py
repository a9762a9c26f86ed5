"""One person's answer to the plan, in the list of who signs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleAnswer, ConsolePerson
from beraad.export.timing import day_of
from beraad.i18n import _
from beraad.terms import Attendance, Decision
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.answer_elsewhere import AnswerElsewhere
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.theme import Theme, set_styled
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.words import decision_label


class AnswerRow(QWidget):
    """Name, what was answered, and the way to the signing screen."""

    signing_requested = Signal(str)
    answer_told = Signal(str, object, str, object)
    """Id of the person, the `Decision`, the remark, and the `datetime.date` of an answer from elsewhere."""

    def __init__(
        self,
        model: MeetingModel,
        person: ConsolePerson,
        *,
        code_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._person, self._code_of = model, person, code_of
        self._form: AnswerElsewhere | None = None
        self._build()

    @property
    def sign_button(self) -> QPushButton:
        """Leads to the signing screen."""
        return self._sign

    def show_answer(
        self, person: ConsolePerson, answer: ConsoleAnswer | None, *, agreed: bool, is_next: bool
    ) -> None:
        """Show what is kept; nobody signs before the plan is agreed. `is_next`: this one's turn."""
        self._person = person
        answered = answer is not None and answer.decision is not Decision.ABSENT
        current = answer is not None and answered and not answer.outdated
        self._token.set_marked(current, _("heeft geantwoord"))
        self._said.setText(_words(person, answer))
        self._said.set_tone("amber" if answer is not None and answer.outdated else "soft")
        asked = _("Vraag opnieuw") if answered else _("Teken")
        self._sign.setText(asked)
        self._sign.setAccessibleName(f"{person.called}: {asked}")
        set_styled(self._sign, "role", "primary" if is_next else "quiet" if current else "")
        self._sign.setEnabled(agreed)
        self._other.setVisible(agreed and not current)
        if self._form is not None and (not agreed or current):
            self._form.hide()

    def _build(self) -> None:
        theme = Theme.current()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space", "small"))
        self._token = PersonToken(self._person.called, self._person.circle, diameter=30)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._said = TextLabel(role="soft")
        words.addWidget(TextLabel(self._person.called, "strong"))
        words.addWidget(self._said)
        self._other = button(_("Anders …"), self._on_other, role="quiet")
        self._other.setAccessibleName(
            _("{person}: anders, zoals op papier of niet nu").format(person=self._person.called)
        )
        self._other.setToolTip(_("Op papier getekend, later geantwoord, of niet kunnen antwoorden"))
        self._sign = button("", lambda: self.signing_requested.emit(self._person.id))
        row.addWidget(self._token)
        row.addLayout(words, 1)
        row.addWidget(self._other)
        row.addWidget(self._sign)
        column.addLayout(row)

    def _on_other(self) -> None:
        if self._form is None:
            # Made where it is asked for: most people answer at the table.
            self._form = AnswerElsewhere(self._model, self._person, code_of=self._code_of, parent=self)
            self._form.told.connect(self._on_told)
            self._column.addWidget(self._form)
            keep_reading_order(self)
        self._form.begin()

    def _on_told(self, decision: Decision, remark: str, day: dt.date) -> None:
        self.answer_told.emit(self._person.id, decision, remark, day)


def _words(person: ConsolePerson, answer: ConsoleAnswer | None) -> str:
    if answer is None:
        return _("nog niet · afwezig") if person.attendance is Attendance.ABSENT else _("nog niet")
    if answer.outdated:
        return _("Het eigen deel is veranderd: opnieuw vragen")
    words = decision_label(answer.decision)
    if answer.on_paper:
        words = _("{answer} · op papier").format(answer=words)
    if answer.on_paper and answer.answered_at:
        words = f"{words}, {day_of(answer.answered_at)}"
    if answer.remark and answer.decision is not Decision.AGREE:
        words = _("{answer}: „{remark}”").format(answer=words, remark=answer.remark)
    return words
