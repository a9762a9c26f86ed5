"""Picker for who may see something."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.i18n import _, pgettext, spoken
from beraad.readers import EVERYONE, EVERYONE_BUT, Readers
from beraad.terms import Circle, VisibleTo
from beraad.ui.theme import Theme
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.people import visible_to_label

_PEOPLE = "people"


class ReadersPicker(QWidget):
    """Picker for everyone, professionals, the facilitator, everyone but some, or named people.

    Nothing is emitted until a person is chosen where people are to be named. If a choice counts `at_once`,
    nobody gains sight by the choice of "iedereen behalve …": those who might not see it before are left out
    until somebody lets them in.
    """

    readers_changed = Signal(object)

    def __init__(
        self,
        people: tuple[PersonChoice, ...] = (),
        readers: Readers = EVERYONE,
        *,
        label: str = "",
        at_once: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # This choice belongs to a draft: moving the focus here does not place the text.
        self.setProperty("beside_draft", True)
        label = label or _("Wie mag dit zien?")
        self._at_once, self._offered = at_once, people
        self._left_out: tuple[str, ...] = ()
        self._group = ChoiceBox()
        self._group.setAccessibleName(label)
        self._people = PersonPicker(people, label=label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        column.addWidget(self._group)
        column.addWidget(self._people)
        for group in VisibleTo:
            self._group.addItem(visible_to_label(group, spoken()), group.value)
        self._group.addItem(pgettext("wie mag dit zien", "iedereen behalve …"), EVERYONE_BUT)
        self._group.addItem(pgettext("wie mag dit zien", "alleen deze mensen …"), _PEOPLE)
        self.setFocusProxy(self._group)
        self.set_readers(readers)
        self._group.activated.connect(self._on_group_chosen)
        self._people.chosen_changed.connect(self._on_people_chosen)

    def set_people(self, people: tuple[PersonChoice, ...]) -> None:
        """Offer these people. People named in the choice stay named, offered or not."""
        chosen = self.readers()
        self._offered = people
        self._people.set_people(people)
        self._people.set_leaving_out(leaves_out=self._shown == EVERYONE_BUT)
        self._people.set_chosen(chosen.people if chosen is not None else ())

    def set_readers(self, readers: Readers) -> None:
        """Show these readers without a signal."""
        self._show_group(_group_of(readers))
        self._left_out = readers.left_out
        self._people.set_chosen(readers.people)

    def readers(self) -> Readers | None:
        """Return the present choice; None while no person is chosen where people are named."""
        group = str(self._group.currentData())
        if group not in (_PEOPLE, EVERYONE_BUT):
            return Readers(VisibleTo(group))
        chosen = self._people.chosen()
        if group == _PEOPLE:
            return Readers.only(*chosen) if chosen else None
        # A person who is not offered here cannot be let in here.
        offered = {person.id for person in self._offered}
        left_out = (*chosen, *(person for person in self._left_out if person not in offered))
        return Readers.everyone_but(*left_out) if left_out else None

    def _show_group(self, group: str) -> None:
        self._shown = group
        self._group.setCurrentIndex(self._group.findData(group))
        self._people.setVisible(group in (_PEOPLE, EVERYONE_BUT))
        self._people.set_leaving_out(leaves_out=group == EVERYONE_BUT)

    def _on_group_chosen(self) -> None:
        before, group = self._before(), str(self._group.currentData())
        if group == self._shown:
            return
        self._show_group(group)
        self._left_out = ()
        self._people.set_chosen(self._not_in(before) if group == EVERYONE_BUT and self._at_once else ())
        self._tell()

    def _on_people_chosen(self, _ids: tuple[str, ...]) -> None:
        self._tell()

    def _tell(self) -> None:
        if (readers := self.readers()) is not None:
            self.readers_changed.emit(readers)

    def _before(self) -> Readers:
        """Return the choice from before the group was changed."""
        if self._shown == _PEOPLE:
            return Readers.only(*self._people.chosen())
        return EVERYONE if self._shown == EVERYONE_BUT else Readers(VisibleTo(self._shown))

    def _not_in(self, before: Readers) -> tuple[str, ...]:
        """Return the offered people who might not see it before."""
        return tuple(
            person.id
            for person in self._offered
            if not before.include(person.id, professional=person.circle is Circle.PROFESSIONAL)
        )


def _group_of(readers: Readers) -> str:
    if readers.group is None:
        return _PEOPLE
    return EVERYONE_BUT if readers.left_out else readers.group.value
