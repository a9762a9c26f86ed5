"""One person's score on a scale question, not for anybody else to see."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.disclosure.views import AskingView
from beraad.i18n import _, spoken
from beraad.initials import initials_apart
from beraad.terms import Said
from beraad.texts import set_in
from beraad.ui.scoring.number_given import NumberGiven
from beraad.ui.scoring.number_pad import DIGITS, NumberPad
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.scale import said_question

_LOW = 460
"""Height in pixels at 100 % below which the parts under the numbers could be out of sight."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScorePage(QWidget):
    """Page that starts empty, also for a person who gave one before. Escape goes back and keeps nothing."""

    given = Signal(object)
    """The `NumberGiven`."""
    back_requested = Signal()
    changed = Signal()
    """The choice has changed."""

    def __init__(self, view: AskingView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._asks = _("{person}, welk cijfer geef je?").format(person=view.person.called)
        self._zero = _("0 = {meaning}").format(meaning=view.zero)
        self._ten = _("10 = {meaning}").format(meaning=view.ten)
        self._is_low = False
        self._pad = NumberPad()
        self._speaker = PersonPicker(label=_("Wie spreekt er?"), single=True)
        self._because_asks, self._because = _question(said_question(Said.BECAUSE, spoken()))
        self._one_up_asks, self._one_up = _question(_("Wat is er anders als het één hoger is?"))
        self._done, self._back = QPushButton(_("Klaar")), QPushButton(_("Terug, niets bewaren (Esc)"))
        self._build()
        self._connect()
        self._refresh()
        ends = set_in("{zero}. {ten}.", zero=self._zero, ten=self._ten)
        announce(self, f"{self._asks} {view.question} {ends}")

    @property
    def words(self) -> dict[Said, GrowingTextEdit]:
        """Fields for own words."""
        return {Said.BECAUSE: self._because, Said.ONE_UP: self._one_up}

    def number(self) -> NumberGiven | None:
        """Return what was chosen so far; None while nothing is."""
        value, declined = self._pad.value(), self._pad.declined()
        if value is None and not declined:
            return None
        chosen = self._speaker.chosen()
        return NumberGiven(
            value,
            declined,
            int(chosen[0]) if chosen else None,
            "" if self._because.isHidden() else self._because.text().strip(),
            "" if self._one_up.isHidden() else self._one_up.text().strip(),
        )

    @property
    def begun(self) -> bool:
        """True once anything was chosen or written."""
        return self.number() is not None or bool(self._because.text().strip() or self._one_up.text().strip())

    def chosen(self) -> dict[str, Any]:
        """Return the choices so far, without words, in types that JSON holds; empty if there are none."""
        value, declined, speaker = self._pad.value(), self._pad.declined(), self._speaker.chosen()
        if value is None and not declined and not speaker:
            return {}
        return {"value": value, "declined": declined, "speaker": list(speaker)}

    def go_on_with(self, chosen: dict[str, Any]) -> None:
        """Show the choices that `chosen` returned before."""
        self._speaker.set_chosen(tuple(chosen["speaker"]))
        self._pad.choose(chosen["value"], declined=chosen["declined"])

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place_decline(low=self.height() < _LOW * Theme.current().scale)

    @override
    def event(self, event: QEvent, /) -> bool:
        # Take digits and Escape for this page; otherwise the console would use them as shortcuts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = event.key() in DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if ours or event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        pressed = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif event.key() in DIGITS and (self._pad.has_keyboard or pressed in (None, self)):
            self._pad.type_digit(DIGITS[Qt.Key(event.key())])
        elif event.key() in _ENTER and isinstance(pressed, QAbstractButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        page = theme.size("space", "page")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "inside")
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(page, page, page, theme.size("space", "small"))
        column.setSpacing(theme.size("space", "large"))
        called = self._view.person.called
        head = QHBoxLayout()
        head.addWidget(PersonToken(called, self._view.person.circle, diameter=44))
        head.addWidget(TextLabel(self._asks, "large"), 1)
        column.addLayout(head)
        column.addWidget(TextLabel(self._view.question, "display"))
        column.addWidget(self._build_pad())
        column.addWidget(self._build_speaker())
        for label, field in ((self._because_asks, self._because), (self._one_up_asks, self._one_up)):
            together = QVBoxLayout()
            together.setSpacing(theme.size("space", "tight"))
            together.addWidget(label)
            together.addWidget(field)
            column.addLayout(together)
        column.addStretch(1)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addLayout(self._build_foot())
        self.setFocusProxy(self._pad)

    def _place_decline(self, *, low: bool) -> None:
        """Place the key "I'd rather not say": on a low page in the foot, so that it is always visible."""
        if low is self._is_low:
            return
        self._is_low = low
        space = Theme.current().size
        margins = self._column.contentsMargins()
        margins.setTop(space("space", "large" if low else "page"))
        self._column.setContentsMargins(margins)
        if low:
            self._foot.insertWidget(0, self._pad.lend_decline(), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._pad.take_decline_back()
        keep_reading_order(self)

    def _build_foot(self) -> QVBoxLayout:
        """Return the foot of the page, which is always visible, however much is asked above it."""
        page = Theme.current().size("space", "page")
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(page, 0, page, page // 2)
        self._foot.setSpacing(Theme.current().size("space", "small"))
        foot = QHBoxLayout()
        self._foot.addLayout(foot)
        foot.setSpacing(Theme.current().size("space", "medium"))
        self._back.setProperty("role", "quiet")
        self._done.setProperty("role", "primary")
        told = TextLabel(_("De gespreksleider leest dit. In het dossier staat het met je naam."), "soft")
        told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._back)
        foot.addWidget(told, 1)
        foot.addWidget(self._done)
        return self._foot

    def _build_pad(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        ends = QHBoxLayout()
        zero = TextLabel(self._zero, "large", tone="danger")
        ten = TextLabel(self._ten, "large", tone="safety")
        ten.setAlignment(Qt.AlignmentFlag.AlignRight)
        ends.addWidget(zero, 1, Qt.AlignmentFlag.AlignBottom)
        ends.addWidget(ten, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(ends)
        column.addWidget(self._pad)
        return box

    def _build_speaker(self) -> QWidget:
        """Return the choice of who speaks for a child. Nobody chosen means the child."""
        box = QWidget()
        row = QVBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        asks = _("Spreekt iemand voor {person}? Kies wie.").format(person=self._view.person.called)
        row.addWidget(TextLabel(asks, "strong"))
        letters = initials_apart(person.called for person in self._view.speakers)
        self._speaker.set_people(
            tuple(
                PersonChoice(str(place), person.called, person.circle, letters[person.called])
                for place, person in enumerate(self._view.speakers)
            )
        )
        row.addWidget(self._speaker)
        if not self._view.speakers:
            # Do not show it here: a widget without a parent would open as a separate window.
            box.hide()
        return box

    def _connect(self) -> None:
        self._pad.changed.connect(self._refresh)
        self._pad.changed.connect(self.changed)
        self._speaker.chosen_changed.connect(self.changed)
        self._done.clicked.connect(self._on_done)
        self._back.clicked.connect(self.back_requested)

    def _on_done(self) -> None:
        number = self.number()
        if number is not None:
            self.given.emit(number)

    def _refresh(self) -> None:
        """Hide the question about lower at 0, about higher at 10, and both without a number."""
        value = self._pad.value()
        for widget in (self._because_asks, self._because):
            widget.setVisible(value is not None and value > 0)
        for widget in (self._one_up_asks, self._one_up):
            widget.setVisible(value is not None and value < 10)
        self._done.setEnabled(self.number() is not None)


def _question(asks: str) -> tuple[TextLabel, GrowingTextEdit]:
    label = TextLabel(_("{question} Leeg laten mag.").format(question=asks), "strong")
    field = GrowingTextEdit(label=asks)
    # The draft is not saved during typing; undo in it is the field's own.
    field.setProperty("draft", True)
    label.setBuddy(field)
    return label, field
