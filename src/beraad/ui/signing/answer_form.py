"""Form with the four honest answers, the remark and the signature."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.answer_rules import NEEDS_REMARK, NEEDS_SIGNATURE, says_why
from beraad.i18n import _, spoken
from beraad.terms import AnswerShows, Decision
from beraad.ui.signing.answer_given import AnswerGiven
from beraad.ui.signing.readers_choice import ReadersChoice
from beraad.ui.signing.signature_pad import SignaturePad, no_line
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_button import WrappingButton
from beraad.words.answers import Voice, decision_said, reads_words, remark_question

_CHOICES = (Decision.AGREE, Decision.AGREE_WITH_REMARK, Decision.DISAGREE, Decision.UNABLE)


class AnswerForm(QWidget):
    """Form in which one answer must be chosen; its button works as soon as the answer is complete."""

    answer_given = Signal(object)
    """`AnswerGiven`."""
    later_requested = Signal()
    changed = Signal()
    """Emitted when something was chosen, written or drawn."""

    def __init__(self, *, voice: Voice = Voice.SECOND, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._choices = {decision: WrappingButton(decision_said(decision, spoken())) for decision in _CHOICES}
        self._group = QButtonGroup(self)
        self._readers = ReadersChoice(words=reads_words(voice, spoken()))
        self._remark_label = TextLabel()
        self._remark = GrowingTextEdit(label=_("Opmerking"))
        self._pad = SignaturePad()
        self._on_paper = QCheckBox(_("Ik teken op papier"))
        self._undo = QPushButton(_("Laatste lijn weg"))
        self._clear = QPushButton(_("Opnieuw"))
        self._later = QPushButton(_("Later"))
        self._give = QPushButton()
        self._still = TextLabel(role="soft")
        self._build()
        self._connect()
        self._refresh()

    def answer(self) -> AnswerGiven | None:
        """Return the answer as it stands; None while nothing was chosen."""
        decision = self._decision()
        if decision is None:
            return None
        signed = decision in NEEDS_SIGNATURE
        on_paper = signed and self._on_paper.isChecked()
        remark = self._remark.text().strip() if decision in NEEDS_REMARK else ""
        strokes = self._pad.strokes() if signed and not on_paper else ()
        return AnswerGiven(decision, remark or None, strokes, on_paper, self._readers.chosen())

    def chosen(self) -> dict[str, Any]:
        """Return the choices and drawing so far, as JSON holds them; empty if none. Words are left out."""
        decision, strokes = self._decision(), self._pad.strokes()
        if decision is None and not strokes and not self._on_paper.isChecked():
            return {}
        return {
            "decision": decision and decision.value,
            "shows": self._readers.chosen().value,
            "on_paper": self._on_paper.isChecked(),
            "strokes": [[[x, y] for x, y in stroke] for stroke in strokes],
        }

    def go_on_with(self, chosen: dict[str, Any]) -> None:
        """Show the choices that `chosen` returned before."""
        if chosen["decision"] is not None:
            self._choices[Decision(chosen["decision"])].setChecked(True)
        self._readers.choose(AnswerShows(chosen["shows"]))
        self._on_paper.setChecked(chosen["on_paper"])
        self._pad.show_strokes(chosen["strokes"])

    @property
    def remark(self) -> GrowingTextEdit:
        """Field for the remark."""
        return self._remark

    @property
    def begun(self) -> bool:
        """True if anything was chosen, written or drawn."""
        return self._decision() is not None or bool(self._remark.text().strip() or self._pad.strokes())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QAbstractButton):
            pressed.click()
            if pressed in self._choices.values():
                self._begin_remark()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        # Arrows choose too, and go on along the answers: they stay there.
        pressed = event.type() == QEvent.Type.MouseButtonRelease
        if pressed or (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space):
            QTimer.singleShot(0, self, self._begin_remark)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "small"))
        self._group.setExclusive(True)
        for decision, button in self._choices.items():
            button.setProperty("role", "choice")
            button.setCheckable(True)
            self._group.addButton(button)
            button.installEventFilter(self)
            self._group.setId(button, _CHOICES.index(decision))
            column.addWidget(button)
        # Before there is anything to write: what is written down reaches nobody unasked.
        column.addWidget(self._readers)
        column.addWidget(self._remark_label)
        column.addWidget(self._remark)
        column.addWidget(self._pad)
        gap = theme.size("space", "small")
        under = FlowLayout(gap=gap)
        under.add_growing(self._on_paper, self._on_paper.sizeHint().width())
        for link in (self._undo, self._clear):
            link.setProperty("role", "quiet")
            under.addWidget(link)
        column.addLayout(under)
        column.addStretch(1)
        column.addWidget(self._still)
        foot = FlowLayout(gap=gap)
        self._give.setProperty("role", "primary")
        for verb in (self._give, self._later):
            verb.setProperty("reach", "wide")
        foot.addWidget(self._later)
        foot.add_growing(QWidget(), 1)
        foot.addWidget(self._give)
        column.addLayout(foot)
        self.setFocusProxy(self._choices[Decision.AGREE])

    def _connect(self) -> None:
        self._group.idToggled.connect(self._on_chosen)
        self._remark.textChanged.connect(self._refresh)
        self._pad.strokes_changed.connect(self._refresh)
        self._pad.drawn_on.connect(self.changed)
        self._readers.changed.connect(self.changed)
        self._on_paper.toggled.connect(self._refresh)
        self._undo.clicked.connect(self._pad.undo)
        self._clear.clicked.connect(self._pad.clear)
        self._later.clicked.connect(self.later_requested)
        self._give.clicked.connect(self._on_give)

    def _on_chosen(self, _index: int, chosen: bool) -> None:
        if chosen:
            self._refresh()

    def _begin_remark(self) -> None:
        """Put the keyboard where the words are written that the chosen answer asks for."""
        if self._decision() in NEEDS_REMARK and self.isVisible():
            self._remark.setFocus()

    def _on_give(self) -> None:
        answer = self.answer()
        if answer is not None and answer.is_complete:
            self.answer_given.emit(answer)

    def _decision(self) -> Decision | None:
        index = self._group.checkedId()
        return _CHOICES[index] if index >= 0 else None

    def _refresh(self) -> None:
        """Show what this answer asks for, and whether it is complete."""
        decision = self._decision()
        for choice, button in self._choices.items():
            set_icon(
                button,
                "done" if choice is decision else "open_end",
                "safety" if choice is decision else "soft",
            )
        self._readers.setVisible(decision is not None)
        if decision is not None:
            self._readers.show_for(decision)
        explains = decision in NEEDS_REMARK
        self._remark_label.setText(remark_question(self._voice, decision, spoken()))
        self._remark_label.setVisible(explains)
        self._remark.setVisible(explains)
        signs = decision is None or decision in NEEDS_SIGNATURE
        for widget in (self._pad, self._on_paper, self._undo, self._clear):
            widget.setVisible(signs)
        by_hand = not self._on_paper.isChecked()
        self._pad.setEnabled(by_hand)
        drawn = by_hand and bool(self._pad.strokes())
        self._undo.setEnabled(drawn)
        self._clear.setEnabled(drawn)
        answer = self.answer()
        self._give.setText(_("Ik teken") if signs else _("Dit is mijn antwoord"))
        complete = answer is not None and answer.is_complete
        self._give.setEnabled(complete)
        self._still.setText("" if complete else _still_needed(answer))
        self._give.setAccessibleDescription(self._still.text())
        self.changed.emit()


def _still_needed(answer: AnswerGiven | None) -> str:
    """Say what the person still has to do before the answer can be given."""
    if answer is None:
        return _("Kies eerst een antwoord.")
    if not says_why(answer.decision, answer.remark):
        return _("Schrijf eerst iets op.")
    if answer.strokes:
        return no_line()
    return _("Teken in het vak, of kies “Ik teken op papier”.")
