"""Page between two people that says who takes the keyboard next. It shows nobody's number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.way_back import WayBack
from beraad.ui.widgets.wrapping_button import WrappingButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HandOver(QWidget):
    """Page that asks for the next person, offers all others, and leads back to the facilitator."""

    taken = Signal(int)
    """Place of the person who takes the keyboard."""
    taken_back = Signal()
    """The facilitator has the keyboard again."""

    def __init__(self, names: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._next: int | None = None
        self._title, self._says = TextLabel(role="display"), TextLabel(role="large")
        self._take, self._way_back = WrappingButton(), WayBack(align=Qt.AlignmentFlag.AlignLeft)
        self._others = tuple(WrappingButton(name.replace("&", "&&")) for name in names)
        self._build()
        self._connect()

    def show_next(self, following: int | None, answered: frozenset[int], *, thanks: bool) -> None:
        """Ask for the person `following`, or the facilitator if None; `thanks` thanks the last person."""
        self._next = following
        self._title.setText(_("Dank je wel.") if thanks else _("Ieder kiest zelf een cijfer"))
        if following is None:
            self._says.setText(_("Geef het toetsenbord terug aan de gespreksleider."))
        else:
            name = self._names[following]
            self._says.setText(_("Geef het toetsenbord aan {person}.").format(person=name))
            self._take.setText(_("Ik ben {person}").format(person=name).replace("&", "&&"))
        announce(self, f"{self._title.text()}\n{self._says.text()}")
        self._take.setVisible(following is not None)
        for place, other in enumerate(self._others):
            done = place in answered
            set_icon(other, "done" if done else "open_end", "safety" if done else "soft")
            said = _("{person}, gaf antwoord") if done else "{person}"
            other.setAccessibleName(said.format(person=self._names[place]))
        # If nobody is left no button has the focus, so that a second Enter does nothing.
        self.setFocusProxy(self._take if following is not None else self._way_back)
        self.setFocus()

    def ask_for_facilitator(self) -> None:
        """Say how the facilitator takes the keyboard back."""
        self._way_back.ask()

    @override
    def event(self, event: QEvent, /) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        pressed = self.focusWidget()
        if event.isAutoRepeat():
            # A key held down must not act for the next person.
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.ask_for_facilitator()
        elif event.key() in _ENTER and isinstance(pressed, QAbstractButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        page = theme.size("space", "page")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(page * 2, page, page * 2, page)
        column.setSpacing(theme.size("space", "large"))
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._says)
        self._take.setProperty("role", "primary")
        self._take.setProperty("reach", "wide")
        self._take.setMinimumWidth(round(280 * theme.scale))
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(page)
        column.addWidget(TextLabel(_("Is iemand anders aan de beurt?"), "soft"))
        offer = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        offer.setSizePolicy(policy)
        flow = FlowLayout(offer, gap=theme.size("space", "small"))
        for other in self._others:
            flow.addWidget(other)
        column.addWidget(offer)
        column.addStretch(2)
        column.addWidget(self._way_back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollColumn(inside))

    def _connect(self) -> None:
        self._take.clicked.connect(self._on_take)
        self._way_back.taken_back.connect(self.taken_back)
        for place, other in enumerate(self._others):
            other.clicked.connect(lambda _checked, place=place: self.taken.emit(place))

    def _on_take(self) -> None:
        if self._next is not None:
            self.taken.emit(self._next)
