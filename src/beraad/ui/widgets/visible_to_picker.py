"""Choosing who may see something."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.i18n import _, pgettext
from beraad.terms import VisibleTo
from beraad.ui.theme import Theme
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.ui.words import visible_to_label

_PEOPLE = "people"


class VisibleToPicker(QWidget):
    """Everyone, professionals, the facilitator, or these people.

    A value is a `VisibleTo` or a tuple of person ids, at least one: until somebody is chosen nothing is told.
    """

    visibility_changed = Signal(object)

    def __init__(
        self,
        people: tuple[PersonChoice, ...] = (),
        visibility: VisibleTo | tuple[str, ...] = VisibleTo.EVERYONE,
        *,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # Who may see a text belongs to it: going here does not place what is being typed.
        self.setProperty("beside_draft", True)
        label = label or _("Wie mag dit zien?")
        self._group = ChoiceBox()
        self._group.setAccessibleName(label)
        self._people = PersonPicker(people, label=label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        column.addWidget(self._group)
        column.addWidget(self._people)
        for group in VisibleTo:
            self._group.addItem(visible_to_label(group), group.value)
        self._group.addItem(pgettext("wie mag dit zien", "alleen deze mensen …"), _PEOPLE)
        self.setFocusProxy(self._group)
        self.set_visibility(visibility)
        self._group.activated.connect(self._on_group_chosen)
        self._people.chosen_changed.connect(self._on_people_chosen)

    def set_people(self, people: tuple[PersonChoice, ...]) -> None:
        """Offer these people."""
        self._people.set_people(people)

    def set_visibility(self, visibility: VisibleTo | tuple[str, ...]) -> None:
        """Show this value without telling anybody."""
        people = visibility if isinstance(visibility, tuple) else None
        group = _PEOPLE if isinstance(visibility, tuple) else visibility.value
        self._group.setCurrentIndex(self._group.findData(group))
        self._people.set_chosen(people or ())
        self._people.setVisible(people is not None)

    def visibility(self) -> VisibleTo | tuple[str, ...]:
        """What is chosen now."""
        group = str(self._group.currentData())
        return self._people.chosen() if group == _PEOPLE else VisibleTo(group)

    def _on_group_chosen(self) -> None:
        visibility = self.visibility()
        self._people.setVisible(isinstance(visibility, tuple))
        if visibility:
            self.visibility_changed.emit(visibility)

    def _on_people_chosen(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.visibility_changed.emit(ids)
