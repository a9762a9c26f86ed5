"""Dialog that asks who sits in which room, before a meeting goes on in two."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, format_list, spoken
from beraad.terms import Circle
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.meeting import room_label

Rooms = Mapping[str, int | None]
"""Person, by id → room 1 or 2, or None for both."""

_UNKNOWN, _BOTH = -1, 0
_LETTERS = 16
"""Narrowest choice of a room, in letters."""


class RoomsDialog(FormDialog):
    """One choice for each person. Family and network start with none, so nobody is in both by mistake."""

    def __init__(
        self,
        save: Callable[[Rooms], None],
        *,
        people: tuple[PersonChoice, ...],
        rooms: Rooms,
        parent: QWidget | None = None,
    ) -> None:
        """`rooms` holds the earlier rooms of people who sat apart before."""
        super().__init__(_("Verder in twee kamers"), _("Verder in twee kamers"), height=600, parent=parent)
        self._save, self._people = save, people
        self.form.addWidget(
            hint_label(
                _(
                    "Wat tot nu toe voor iedereen was, blijft voor iedereen. Wat u hierna opschrijft, ziet "
                    "alleen de kamer waarin het gezegd is, tot u het vrijgeeft."
                )
            )
        )
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self.form.addLayout(self._rows)
        self.choices = {person.id: self._add(person, rooms.get(person.id)) for person in people}

    @classmethod
    def ask(
        cls,
        save: Callable[[Rooms], None],
        *,
        people: tuple[PersonChoice, ...],
        rooms: Rooms,
        parent: QWidget | None = None,
    ) -> Rooms | None:
        """Return the room of each person once `save` accepted it; None if all stay together."""
        dialog = cls(save, people=people, rooms=rooms, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.rooms() if accepted else None
        dialog.deleteLater()
        return chosen

    def rooms(self) -> dict[str, int | None]:
        """Return the choices made now."""
        return {person: int(choice.currentData()) or None for person, choice in self.choices.items()}

    @override
    def objection(self) -> str:
        unknown = [
            person.called for person in self._people if self.choices[person.id].currentData() == _UNKNOWN
        ]
        return _("Kies nog een groep voor {people}.").format(people=format_list(unknown)) if unknown else ""

    @override
    def save(self) -> None:
        self._save(self.rooms())

    def _add(self, person: PersonChoice, before: int | None) -> ChoiceBox:
        choice = ChoiceBox()
        # With large letters the widget's own hint is a few pixels too narrow for the longest words.
        choice.setMinimumContentsLength(_LETTERS)
        for words, room in (
            (_("kies een groep"), _UNKNOWN),
            (room_label(1, spoken()), 1),
            (room_label(2, spoken()), 2),
            (room_label(None, spoken()), _BOTH),
        ):
            choice.addItem(words, room)
        usual = _BOTH if person.circle is Circle.PROFESSIONAL else _UNKNOWN
        choice.setCurrentIndex(choice.findData(before or usual))
        choice.setAccessibleName(_("In welke groep zit {person}?").format(person=person.called))
        name = TextLabel(person.called, "strong")
        name.setBuddy(choice)
        row = self._rows.rowCount()
        self._rows.addWidget(PersonToken(person.called, person.circle, diameter=28), row, 0)
        self._rows.addWidget(name, row, 1)
        self._rows.addWidget(choice, row, 2)
        return choice
