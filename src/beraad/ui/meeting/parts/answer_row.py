"""One person's answer to the plan, in the list of who signs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleAnswer, ConsolePerson
from beraad.i18n import _
from beraad.terms import IN_THE_ROOM, Attendance, Decision
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.meeting.parts.fields import as_draft
from beraad.ui.theme import Theme
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.words import decision_label


class AnswerRow(QWidget):
    """Name, what was answered, and the way to the signing screen."""

    signing_requested = Signal(str)
    unable_told = Signal(str, str)
    """Id of the person, and why this person could not answer."""

    def __init__(self, person: ConsolePerson, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
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
        here = person.attendance in IN_THE_ROOM
        answered = answer is not None and answer.decision is not Decision.ABSENT
        current = answer is not None and answered and not answer.outdated
        self._token.set_marked(current, _("heeft geantwoord"))
        self._said.setText(_words(person, answer))
        self._said.set_tone("amber" if answer is not None and answer.outdated else "soft")
        asked = _("Vraag opnieuw") if answer else _("Teken")
        self._sign.setText(asked)
        self._sign.setAccessibleName(f"{person.called}: {asked}")
        self._sign.setProperty("role", "primary" if is_next else "quiet" if current else "")
        self._sign.style().unpolish(self._sign)
        self._sign.style().polish(self._sign)
        self._sign.setVisible(here)
        self._sign.setEnabled(agreed)
        self._cannot.setVisible(here and agreed and not current)
        if not agreed or current:
            self._form.hide()

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
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
        self._cannot = button(_("Kan niet …"), self._ask_why, role="quiet")
        self._cannot.setAccessibleName(_("{person} kan niet antwoorden").format(person=self._person.called))
        self._sign = button("", lambda: self.signing_requested.emit(self._person.id))
        row.addWidget(self._token)
        row.addLayout(words, 1)
        row.addWidget(self._cannot)
        row.addWidget(self._sign)
        column.addLayout(row)
        self._form = QWidget()
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        label = _("Waarom kan {person} nu niet antwoorden?").format(person=self._person.called)
        self._why = as_draft(GrowingTextEdit(label=label, placeholder=label))
        form.addWidget(self._why, 1)
        form.addWidget(button(_("Bewaar"), self._tell))
        self._form.hide()
        column.addWidget(self._form)

    def _ask_why(self) -> None:
        self._form.show()
        self._why.setFocus()

    def _tell(self) -> None:
        if why := self._why.text().strip():
            self._form.hide()
            self.unable_told.emit(self._person.id, why)


def _words(person: ConsolePerson, answer: ConsoleAnswer | None) -> str:
    if answer is None:
        return _("nog niet · afwezig") if person.attendance is Attendance.ABSENT else _("nog niet")
    if answer.outdated:
        return _("Het eigen deel is veranderd: opnieuw vragen")
    words = decision_label(answer.decision)
    if answer.on_paper:
        words = _("{answer} · op papier").format(answer=words)
    if answer.remark and answer.decision is not Decision.AGREE:
        words = f"{words}: „{answer.remark}”"
    return words
