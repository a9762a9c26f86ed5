"""Words that Beraad watches for when a detail is hidden, shown where the detail is entered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.services.watching import WatchWordLine, watched
from beraad.terms import ContactKind, Strength
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel

_LETTERS = 18
"""Width of the field for one more word, in letters."""


class WatchChips(QWidget):
    """Chip for each watch word: one click strikes it, another takes that back. Words can be added.

    `also` and `struck` are the facilitator's changes, as `ContactLine` and `SecretLine` keep them.
    """

    def __init__(
        self,
        names: tuple[str, ...] = (),
        *,
        also: tuple[str, ...] = (),
        struck: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names, self.also, self.struck = names, also, struck
        self._kind: ContactKind | None = None
        self._value = ""
        self._lines: tuple[WatchWordLine, ...] = ()
        self._chips: list[QPushButton] = []
        self._build()

    def show_detail(self, kind: ContactKind | None, value: str) -> None:
        """Show the words of this detail; of a secret phrase if `kind` is None."""
        self._kind, self._value = kind, value
        self._show()

    def chips(self) -> list[QPushButton]:
        """Return the chips in their order; the words of the checked ones are watched for."""
        return list(self._chips)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._field.hasFocus() and (enter or event.key() == Qt.Key.Key_Escape):
            # Enter would press the button of the dialog, Escape would close it.
            if enter:
                self._add()
            self._close_field()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self._flow = FlowLayout(self, gap=Theme.current().size("space", "tight"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._says = TextLabel(_("Beraad let op:"), "small", wrap=False)
        self._more = QPushButton(_("+ woord"))
        self._more.setProperty("role", "link")
        self._more.setAccessibleName(_("Nog een woord waar Beraad op let"))
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._open_field)
        self._field = LineEdit()
        self._field.setPlaceholderText(_("woord, dan Enter"))
        self._field.setAccessibleName(_("Nog een woord waar Beraad op let"))
        self._field.setMaximumWidth(_LETTERS * self.fontMetrics().averageCharWidth() * 2)
        for widget in (self._says, self._more, self._field):
            self._flow.addWidget(widget)
        self._field.hide()

    def _show(self) -> None:
        lines = watched(self._kind, self._value, self.also, self.struck, self._names)
        if any(line.strength is Strength.POSSIBLE for line in lines):
            self._says.setText(_("Beraad let op (? = misschien):"))
        else:
            self._says.setText(_("Beraad let op:") if lines else _("Beraad let hier op niets."))
        self.setVisible(bool(self._value.strip()))
        if lines == self._lines:
            return
        self._lines = lines
        self._flow.clear(keep=(self._says, self._more, self._field))
        self._chips = [self._chip(line) for line in lines]
        for widget in (self._says, *self._chips, self._more, self._field):
            self._flow.addWidget(widget)
        keep_reading_order(self)

    def _chip(self, line: WatchWordLine) -> QPushButton:
        possible = line.strength is Strength.POSSIBLE
        chip = QPushButton(f"{line.text} ?" if possible else line.text, self)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(not line.struck)
        chip.setAutoDefault(False)
        font = chip.font()
        font.setStrikeOut(line.struck)
        chip.setFont(font)
        if line.struck:
            tip = _("Beraad let hier niet op. Klik om het terug te zetten.")
        elif possible:
            tip = _("Dit is misschien wat verborgen is: Beraad vraagt het u. Klik om het weg te halen.")
        else:
            tip = _(
                "Een tekst met deze woorden komt niet bij wie ze niet mag weten. Klik om het weg te halen."
            )
        chip.setToolTip(tip)
        chip.setAccessibleDescription(tip)
        chip.clicked.connect(lambda: self._turn(line))
        return chip

    def _turn(self, line: WatchWordLine) -> None:
        if line.struck:
            self.struck = tuple(word for word in self.struck if word != line.text)
        elif line.added:
            self.also = tuple(word for word in self.also if word != line.text)
        else:
            self.struck = (*self.struck, line.text)
        at = self._lines.index(line)
        self._show()
        # The chips are rebuilt: keep the focus at the place of the one that was clicked.
        chips = self.chips()
        (chips[min(at, len(chips) - 1)] if chips else self._more).setFocus()

    def _open_field(self) -> None:
        self._more.hide()
        self._field.show()
        self._field.setFocus()

    def _close_field(self) -> None:
        self._field.clear()
        self._field.hide()
        self._more.show()
        self._more.setFocus()

    def _add(self) -> None:
        word = self._field.text().strip()
        if word and word not in self.also:
            self.also = (*self.also, word)
            self._show()
