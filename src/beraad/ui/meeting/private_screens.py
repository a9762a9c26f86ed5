"""The screens that stand over the console for one person's eyes: signing, and giving marks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from beraad.i18n import _
from beraad.ui.meeting.marks_screen import MarksScreen
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages
from beraad.ui.signing import AnswerGiven, SigningScreen


class PrivateScreens(QObject):
    """Puts one on top of the console, and takes it away with its answer."""

    def __init__(self, model: MeetingModel, messages: Messages, screens: QStackedWidget) -> None:
        super().__init__(screens)
        self._model, self._messages, self._screens = model, messages, screens
        self._came_from: QWidget | None = None

    @property
    def open_screen(self) -> QWidget | None:
        """What stands over the console now."""
        return self._screens.currentWidget() if self._screens.currentIndex() > 0 else None

    def sign(self, person: str) -> None:
        """Let somebody read the own part and answer. Told, and not opened, where that would tell too much."""
        view = self._model.ask(lambda meeting: meeting.deciding.signing(person))
        if view is None:
            return
        screen = SigningScreen(view)
        screen.answer_given.connect(lambda answer: self._on_answer(person, answer))
        screen.later_requested.connect(self.close_screen)
        self._open(screen)

    def mark(self) -> None:
        """Let somebody give six marks."""
        screen = MarksScreen()
        screen.marks_given.connect(self._on_marks)
        screen.later_requested.connect(self.close_screen)
        self._open(screen)

    def show_over(self, screen: QWidget) -> None:
        """Put a screen of the caller's over the console, until `close_screen`."""
        self._open(screen)

    def close_screen(self) -> None:
        """Back to the console."""
        screen = self.open_screen
        self._screens.setCurrentIndex(0)
        if screen is not None:
            self._screens.removeWidget(screen)
            screen.deleteLater()
        # Left to Qt the keyboard would go to the first button: the way out of the meeting.
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _open(self, screen: QWidget) -> None:
        self.close_screen()
        self._came_from = QApplication.focusWidget()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        screen.setFocus()

    def _on_answer(self, person: str, answer: AnswerGiven) -> None:
        self._model.act(
            lambda meeting: meeting.deciding.answer(
                person,
                answer.decision,
                remark=answer.remark,
                strokes=answer.strokes,
                on_paper=answer.on_paper,
            )
        )
        self.close_screen()

    def _on_marks(self, marks: tuple[int | None, ...]) -> None:
        if all(mark is None for mark in marks):
            self._messages.tell(_("Geen cijfers"), _("Er is niets ingevuld en niets bewaard."))
        else:
            self._model.act(lambda meeting: meeting.table.mark(marks))
        self.close_screen()
