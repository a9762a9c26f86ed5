"""Choice of what the room sees of the answers to a scale question; the facilitator saw them first."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleScale, ConsoleScore
from beraad.disclosure.views import SpreadView
from beraad.i18n import _, format_list, ngettext, spoken
from beraad.terms import LEAST_TOGETHER, RoomSees
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_check_box import WrappingCheckBox
from beraad.words.people import circles_title
from beraad.words.scale import room_sees_label, room_sees_sentence

_CHOICES = (RoomSees.ALL, RoomSees.CIRCLES, RoomSees.WORDS)
_NUMBER = re.compile(r"\d")


class RoomChoice(QFrame):
    """All, per circle, or words only; and the button that shows it to everybody at once."""

    shown = Signal(object)
    """`RoomSees` for the room from now on."""
    release_changed = Signal(bool)
    """True if the answers of the other room of an alternating meeting are shown too."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: ConsoleScale | None = None
        self._sees = RoomSees.NOTHING
        self._choices = {sees: QPushButton(room_sees_label(sees, spoken())) for sees in _CHOICES}
        self._group = QButtonGroup(self)
        self._says, self._warns = TextLabel(role="body"), TextLabel(role="body", tone="amber")
        self._told, self._reveal = TextLabel(role="soft"), QPushButton()
        self._build()
        self._connect()

    def show_scale(self, scale: ConsoleScale, sees: RoomSees, *, hidden_again: bool) -> None:
        """Show what the room sees now; `hidden_again`: something changed since."""
        self._scale, self._sees = scale, sees
        if sees is not RoomSees.NOTHING:
            self._choices[sees].setChecked(True)
        self._told.setText(_told(sees, hidden_again=hidden_again))
        self._told.set_tone("amber" if hidden_again or sees is not RoomSees.NOTHING else "soft")
        self._show_choice()

    def show_two_rooms(self, *, there: bool, released: bool) -> None:
        """Note if there are two rooms, and if this one may see the answers of the other."""
        self._both.setVisible(there)
        self._both.setChecked(released)

    def focus_choice(self) -> None:
        """Focus the chosen option: Enter there shows the room nothing."""
        self._choices[self.chosen()].setFocus()

    def chosen(self) -> RoomSees:
        """Return what the button would show."""
        return _CHOICES[self._group.checkedId()]

    def _build(self) -> None:
        theme = Theme.current()
        gap = theme.size("space", "medium")
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(theme.size("space", "small"))
        column.addWidget(TextLabel(_("Wat ziet de kamer?"), "strong"))
        choices = QWidget()
        row = FlowLayout(choices, gap=theme.size("space", "tight"))
        for place, choice in enumerate(self._choices.values()):
            choice.setCheckable(True)
            self._group.addButton(choice, place)
            row.addWidget(choice)
        self._both = WrappingCheckBox(_("Ook de antwoorden van de andere kamer"))
        column.addWidget(choices)
        column.addWidget(self._both)
        column.addWidget(self._says)
        column.addWidget(self._warns)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._reveal)
        column.addLayout(foot)
        self._choices[RoomSees.ALL].setChecked(True)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_chosen)
        self._reveal.clicked.connect(self._on_reveal)
        self._both.clicked.connect(self.release_changed)

    def _on_chosen(self, place: int) -> None:
        if self._sees not in (RoomSees.NOTHING, _CHOICES[place]):
            # Another choice is looked at first, with nothing on the wall.
            self.shown.emit(RoomSees.NOTHING)
        self._show_choice()

    def _on_reveal(self) -> None:
        self.shown.emit(self.chosen() if self._sees is RoomSees.NOTHING else RoomSees.NOTHING)

    def _show_choice(self) -> None:
        if self._scale is None:
            return
        chosen = self.chosen()
        says = (_what_it_shows(chosen, self._scale), _of_then(chosen, self._scale))
        self._says.setText(" ".join(filter(None, says)))
        warning = _warning(chosen, self._scale)
        self._warns.setText(warning)
        self._warns.setVisible(bool(warning))
        hides = self._sees is not RoomSees.NOTHING
        again = _("Verberg de woorden weer") if self._sees is RoomSees.WORDS else _("Verberg de cijfers weer")
        self._reveal.setText(again if hides else _("Toon aan iedereen"))
        set_icon(self._reveal, "hide" if hides else "reveal")
        self._reveal.setEnabled(hides or _is_there(chosen, self._scale))


def _told(sees: RoomSees, *, hidden_again: bool) -> str:
    if hidden_again:
        return _("Er veranderde een antwoord, of er kwam iemand bij. De kamer ziet nu alleen de vraag.")
    return room_sees_sentence(sees, spoken())


def _is_there(sees: RoomSees, scale: ConsoleScale) -> bool:
    """Return True if there is anything to show."""
    if sees is RoomSees.CIRCLES:
        return bool(scale.without_names)
    if sees is RoomSees.WORDS:
        return any(score.because or score.one_up for score in _heard(scale))
    return any(score.value is not None or score.declined for score in _heard(scale))


def _heard(scale: ConsoleScale) -> list[ConsoleScore]:
    """The answers that the room may see: of two rooms, not those of the other one."""
    return [score for score in scale.scores if score.person in scale.heard]


def _what_it_shows(sees: RoomSees, scale: ConsoleScale) -> str:
    there = _is_there(sees, scale)
    if sees is RoomSees.CIRCLES and not there:
        return _("Dit kan vanaf {count} cijfers. Bij minder weet men wie wat gaf.").format(
            count=LEAST_TOGETHER
        )
    if sees is RoomSees.CIRCLES:
        spreads = format_list([_in_words(spread) for spread in scale.without_names])
        return _("De kamer ziet geen namen: {spreads}.").format(spreads=spreads)
    if sees is RoomSees.WORDS and not there:
        return _("Er zijn nog geen woorden bij een cijfer.")
    if sees is RoomSees.WORDS:
        return _(
            "De kamer leest wat mensen erbij zeiden, zonder cijfer en zonder naam. Aan de woorden kan iemand "
            "horen wie het zei."
        )
    return _("Iedereen ziet wie welk cijfer gaf. Een laag cijfer kan gevaarlijk zijn voor wie het gaf.")


def _of_then(sees: RoomSees, scale: ConsoleScale) -> str:
    """Say why last time's numbers do not stand beside these: somebody was absent then."""
    absent = scale.absent_then
    if sees not in (RoomSees.ALL, RoomSees.CIRCLES) or not absent:
        return ""
    words = ngettext(
        "De cijfers van vorige keer staan er niet bij: {people} was er toen niet bij.",
        "De cijfers van vorige keer staan er niet bij: {people} waren er toen niet bij.",
        len(absent),
    )
    return words.format(people=format_list(absent))


def _warning(sees: RoomSees, scale: ConsoleScale) -> str:
    """Say what the facilitator has to think of before this is shown."""
    warnings = []
    if sees is RoomSees.CIRCLES and any(item.lowest == item.highest for item in scale.without_names):
        warnings.append(_("Ergens gaf iedereen hetzelfde cijfer. Dan weet men toch wie wat gaf."))
    said = [text for score in _heard(scale) for text in (score.because, score.one_up) if text]
    if sees is RoomSees.WORDS and any(_NUMBER.search(text) for text in said):
        warnings.append(_("In de woorden staat een getal. Lees ze eerst."))
    return " ".join(warnings)


def _in_words(spread: SpreadView) -> str:
    circles = circles_title(spread.circles, spoken())
    numbers = str(spread.lowest) if spread.lowest == spread.highest else f"{spread.lowest} – {spread.highest}"
    return f"{circles} {numbers}"
