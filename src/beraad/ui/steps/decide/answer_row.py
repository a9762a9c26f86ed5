"""Row of one person's answer to the plan, in the list of who signs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleAnswer, ConsolePerson
from beraad.i18n import _, ngettext, spoken
from beraad.terms import Decision
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.signing import AnswerGiven
from beraad.ui.steps.decide.answer_elsewhere import AnswerElsewhere
from beraad.ui.steps.shared.answer_words import answer_words
from beraad.ui.steps.shared.people import token_of
from beraad.ui.steps.shared.step_page import bring_into_sight
from beraad.ui.theme import Theme, set_icon, set_styled
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.answers import answer_label

_DROP = 3
"""Pixels of the line that says that a file can be dropped here."""


class AnswerRow(QWidget):
    """Row with a name, the answer, and the ways to the signing screen and the scan of a signed paper.

    Files dropped on the row of somebody who signed on paper become that scan.
    """

    signing_requested = Signal(str)
    scan_wanted = Signal(str, object)
    """Id of the person, and the paths of the files; none: ask for them."""
    scan_requested = Signal(str)
    """Id of the person whose scan to show."""
    answer_told = Signal(str, object, object)
    """Id of the person, the `AnswerGiven` elsewhere, and its `datetime.date`."""

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
        self._current = False
        self._build()

    @property
    def sign_button(self) -> QPushButton:
        """Button that leads to the signing screen."""
        return self._sign

    def show_answer(
        self, person: ConsolePerson, answer: ConsoleAnswer | None, *, agreed: bool, is_next: bool
    ) -> None:
        """Show the saved answer; nobody signs before the plan is agreed. `is_next`: this person's turn."""
        self._person = person
        answered = answer is not None and answer.decision is not Decision.ABSENT
        current = answer is not None and answered and not answer.outdated
        self._current = current
        self._token.set_marked(current, answer_label(None, spoken()))
        self._said.setText(answer_words(person, answer))
        self._said.set_tone("amber" if answer is not None and answer.outdated else "soft")
        asked = _("Vraag opnieuw") if answered else _("Teken")
        self._sign.setText(asked)
        self._sign.setAccessibleName(f"{person.called}: {asked}")
        set_styled(self._sign, "role", "primary" if is_next else "quiet" if current else "")
        elsewhere = self._model.is_elsewhere(person.id)
        self._sign.setEnabled(agreed and not elsewhere)
        self._sign.setToolTip(_("Zit niet in deze kamer") if elsewhere else "")
        self._other.setVisible(agreed and not current)
        self._show_scan(person, answer)
        if self._form is not None and (not agreed or current):
            self._form.hide()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if _files_in(event):
            _take_a_copy(event)
            self._drop.show()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self._drop.hide()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        self._drop.hide()
        if paths := _files_in(event):
            _take_a_copy(event)
            self.scan_wanted.emit(self._person.id, paths)

    def _show_scan(self, person: ConsolePerson, answer: ConsoleAnswer | None) -> None:
        on_paper = answer is not None and answer.on_paper
        pages = answer.scanned if answer is not None else 0
        words = ngettext("Scan bekijken ({count} blad)", "Scan bekijken ({count} bladen)", pages)
        self._scan.setText(words.format(count=pages) if pages else _("Scan erbij …"))
        set_icon(self._scan, "preview" if pages else "add", "next")
        what = _("de scan van het papier bekijken") if pages else _("een scan van het papier erbij")
        self._scan.setAccessibleName(f"{person.called}: {what}")
        self._scan.setToolTip(
            "" if pages else _("Een foto of pdf van het papier. U kunt het bestand ook hierheen slepen.")
        )
        self._has_scan = bool(pages)
        self._scan.setVisible(on_paper)
        self.setAcceptDrops(on_paper)

    def _on_scan(self) -> None:
        if self._has_scan:
            self.scan_requested.emit(self._person.id)
        else:
            self.scan_wanted.emit(self._person.id, ())

    def _on_scan_of_answer(self) -> None:
        # An answer that was not kept was told of already; the one before it is not what this paper is for.
        if self._current:
            self.scan_wanted.emit(self._person.id, ())

    def _build(self) -> None:
        theme = Theme.current()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space", "small"))
        self._token = token_of(self._person, diameter=30)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._said = TextLabel(role="soft")
        words.addWidget(TextLabel(self._person.called, "strong"))
        words.addWidget(self._said)
        self._scan = button("", self._on_scan, role="link")
        self._has_scan = False
        words.addWidget(self._scan, 0, Qt.AlignmentFlag.AlignLeft)
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
        self._drop = QFrame(self)
        self._drop.setProperty("role", "drop")
        self._drop.setFixedHeight(_DROP)
        self._drop.hide()
        column.addWidget(self._drop)

    def _on_other(self) -> None:
        if self._form is None:
            # Made where it is asked for: most people answer at the table.
            self._form = AnswerElsewhere(self._model, self._person, code_of=self._code_of, parent=self)
            self._form.told.connect(self._on_told)
            self._form.scan_wanted.connect(self._on_scan_of_answer)
            self._column.addWidget(self._form)
            keep_reading_order(self)
        self._form.begin()
        bring_into_sight(self)

    def _on_told(self, answer: AnswerGiven, day: dt.date) -> None:
        self.answer_told.emit(self._person.id, answer, day)


def _take_a_copy(event: QDropEvent) -> None:
    """Whatever the file manager proposed: who is told that a file was moved throws its own away."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _files_in(event: QDropEvent) -> tuple[Path, ...]:
    """The files that are dragged here; none where there is anything else among them, or no copy to be had."""
    dragged = event.mimeData()
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        return ()
    if not dragged.hasUrls() or not all(url.isLocalFile() for url in dragged.urls()):
        return ()
    return tuple(Path(url.toLocalFile()) for url in dragged.urls())
