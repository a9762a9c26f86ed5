"""The screen on which one person answers for the own part of the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from beraad.disclosure.views import SigningView
from beraad.i18n import _
from beraad.ui.signing.answer_form import AnswerForm
from beraad.ui.signing.own_part import OwnPart
from beraad.ui.signing.voice import Voice
from beraad.ui.signing.whole_copy import WholeCopy
from beraad.ui.theme import Theme, set_icon


class SigningScreen(QWidget):
    """Left what this person takes on (or the whole copy), right the answer. It is made for one view."""

    answer_given = Signal(object)
    """The `AnswerGiven`."""
    later_requested = Signal()

    def __init__(
        self, view: SigningView, *, voice: Voice = Voice.SECOND, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = view
        self._voice = voice
        self._own = QScrollArea()
        self._copy = WholeCopy(view.plan)
        self._left = QStackedWidget()
        self._read = QPushButton()
        self._form = AnswerForm(voice=voice)
        self._build()
        self._connect()
        self._show_own()

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if self.view.plan.reader and self.view.plan.reader.large_print:
            self.setProperty("print", "large")
        self._own.setWidgetResizable(True)
        self._own.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._own.setWidget(OwnPart(self.view, voice=self._voice))
        self._left.addWidget(self._own)
        self._left.addWidget(self._copy)
        row = QHBoxLayout(self)
        page = theme.size("space", "page")
        row.setContentsMargins(page, page, page, page)
        row.setSpacing(page)
        left = QVBoxLayout()
        left.addWidget(self._left, 1)
        left.addWidget(self._read, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(left, 14)
        row.addWidget(self._form, 10)
        self.setFocusProxy(self._form)
        reader = self.view.plan.reader
        self.setAccessibleName(reader.person.called if reader else _("Tekenen"))

    def _connect(self) -> None:
        self._read.clicked.connect(self._on_read)
        self._form.answer_given.connect(self.answer_given)
        self._form.later_requested.connect(self.later_requested)

    def _on_read(self) -> None:
        if self._left.currentWidget() is self._copy:
            self._show_own()
        else:
            self._left.setCurrentWidget(self._copy)
            self._read.setText(_("Terug naar mijn deel"))
            set_icon(self._read, "back")
            self._copy.setFocus()

    def _show_own(self) -> None:
        self._left.setCurrentWidget(self._own)
        self._read.setText(_("Mijn hele exemplaar lezen"))
        set_icon(self._read, "preview")
