"""Picker for people."""

from __future__ import annotations

import math
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from beraad.alphabet import folded
from beraad.i18n import _, spoken
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.keyboard import one_stop, walk
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_token import paint_token
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.words.people import circle_title


class PersonPicker(QWidget):
    """People side by side, to switch on and off. With `single` at most one is chosen.

    The row is one stop of the Tab key. Arrows walk along the people, and a letter goes to the next person
    with a name that begins with it.
    """

    chosen_changed = Signal(object)
    """Ids of the chosen people, a tuple in the order of the people."""

    def __init__(
        self,
        people: tuple[PersonChoice, ...] = (),
        chosen: tuple[str, ...] = (),
        *,
        label: str,
        single: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._single = single
        self._chips: list[_PersonChip] = []
        self._row = FlowLayout(self, gap=Theme.current().size("space", "tight"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(label)
        self.set_people(people)
        self.set_chosen(chosen)

    def set_people(self, people: tuple[PersonChoice, ...]) -> None:
        """Offer these people. Those chosen stay chosen."""
        if people == tuple(chip.person for chip in self._chips):
            return
        chosen = self.chosen()
        self._row.clear()
        self._chips = [_PersonChip(person, self) for person in people]
        for chip in self._chips:
            self._row.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
        keep_reading_order(self)
        self.set_chosen(chosen)

    def set_leaving_out(self, *, leaves_out: bool) -> None:
        """Mark the chosen people as left out, instead of ticked."""
        for chip in self._chips:
            chip.set_left_out(left_out=leaves_out)

    def set_chosen(self, ids: tuple[str, ...]) -> None:
        """Choose these people without a signal."""
        for chip in self._chips:
            chip.setChecked(chip.person.id in ids)
        one_stop(
            self._chips, next((chip for chip in self._chips if chip.hasFocus() or chip.isChecked()), None)
        )

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen people, in the order of the people."""
        return tuple(chip.person.id for chip in self._chips if chip.isChecked())

    def focus_chosen(self) -> None:
        """Put the focus on the first chosen person, else on the first person."""
        chosen = (chip for chip in self._chips if chip.isChecked())
        if (chip := next(chosen, next(iter(self._chips), None))) is not None:
            chip.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if walk(event, self._chips, back=Qt.Key.Key_Left, on=Qt.Key.Key_Right) or self._go_to(event.text()):
            one_stop(self._chips, next((chip for chip in self._chips if chip.hasFocus()), None))
        else:
            super().keyPressEvent(event)

    def _go_to(self, letter: str) -> bool:
        """Go to the next person whose name has a word with this first letter; return True if there is one."""
        at = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        if not letter.isalpha():
            return False
        for chip in (*self._chips[at + 1 :], *self._chips[: at + 1]):
            if any(word.startswith(folded(letter)) for word in folded(chip.person.called).split()):
                chip.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _PersonChip):
            one_stop(self._chips, pressed)
        if self._single and isinstance(pressed, _PersonChip) and pressed.isChecked():
            for chip in self._chips:
                chip.setChecked(chip is pressed)
        self.chosen_changed.emit(self.chosen())


_WIDEST, _LEAST = 190, 100
"""Largest width of a name, and the least it may shrink to in a narrow row, in pixels at 100 %."""


class _PersonChip(QAbstractButton):
    """Button with token and name, and a tick if it is chosen."""

    def __init__(self, person: PersonChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(person.called.replace("&", "&&"))
        self._mark = "saved"
        self.set_left_out(left_out=False)

    def set_left_out(self, *, left_out: bool) -> None:
        """Mark this person as left out when chosen, for the eye and for a screen reader."""
        self._mark = "hide" if left_out else "saved"
        told = _("{name}, {circle}").format(
            name=self.person.called, circle=circle_title(self.person.circle, spoken())
        )
        self.setAccessibleName(_("{person}: mag dit niet zien").format(person=told) if left_out else told)
        self.setToolTip(escape(self.accessibleName()))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            # A button would move the focus as Tab does; here the row decides.
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return self._with_name(_WIDEST)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._with_name(_LEAST)

    def _with_name(self, widest: int) -> QSize:
        """Return the size with a name of at most this width, in pixels at 100 %."""
        theme = Theme.current()
        width = QFontMetrics(theme.font(bold=True)).horizontalAdvance(self.person.called)
        width = min(width, round(widest * theme.scale))
        side = self._side(theme)
        return QSize(width + side + theme.size("space", "small") + theme.size("space", "medium"), side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        circle = theme.colour(self.person.circle.value)
        line = "focus" if self.hasFocus() else "ink" if self.isChecked() else "line"
        painter.setPen(QPen(theme.colour(line), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("selection" if self.isChecked() else "card"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        disc = QRectF(3, 3, self.height() - 6, self.height() - 6)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(circle)
            painter.drawEllipse(disc)
            theme.paint_icon(painter, disc.adjusted(6, 6, -6, -6), self._mark, theme.colour("on_circle"))
        else:
            paint_token(painter, disc, self.person.initials, self.person.circle, theme)
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.setPen(theme.colour("ink" if self.isChecked() else "soft"))
        left = disc.right() + theme.size("space", "tight") + 2
        words = QRectF(left, 0, self.width() - left - theme.size("space", "small"), self.height())
        called = painter.fontMetrics().elidedText(
            self.person.called, Qt.TextElideMode.ElideRight, math.ceil(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, called)
        painter.end()

    @staticmethod
    def _side(theme: Theme) -> int:
        return theme.size("text", "line") + theme.size("space", "medium")
