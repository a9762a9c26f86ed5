"""Fields for what only a child's copy holds: whom it may call, and its own words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.services.calling import has_childs_copy
from beraad.services.people import PersonLine
from beraad.ui.dialogs.form_dialog import hint_label
from beraad.ui.dialogs.may_call_editor import MayCallEditor
from beraad.ui.theme import Theme
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel


class ChildsPaper(QWidget):
    """Fields to fill in with the child; hidden for a person who gets another copy, unless filled in."""

    def __init__(
        self,
        child: PersonLine,
        people: tuple[PersonLine, ...] = (),
        feared: tuple[str, ...] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filled = bool(child.may_call or child.own_words)
        self.may_call = MayCallEditor(child, people, feared)
        self.own_words = GrowingTextEdit(child.own_words or "", label=_("Eigen woorden van het kind"))
        self.may_be_read = QCheckBox(_("Het kind zegt: dit mag op mijn papier staan"))
        self.may_be_read.setChecked(child.own_words_may_be_read)
        self._build()

    def show_for(self, birth_date: dt.date | None, today: dt.date) -> None:
        """Show the fields for a person of twelve or younger, and where something is filled in."""
        self.setVisible(self._filled or has_childs_copy(birth_date, today))

    def put_in(self, person: PersonLine) -> PersonLine:
        """Return the person with what is filled in here."""
        return replace(
            person,
            may_call=self.may_call.may_call(),
            own_words=self.own_words.text().strip() or None,
            own_words_may_be_read=self.may_be_read.isChecked(),
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "small"))
        column.addWidget(SectionHeading(_("Op het papier van het kind"), icon="child"))
        asks = _("Kies samen met het kind wie het wil bellen, en in welke volgorde. 112 staat er altijd.")
        column.addWidget(hint_label(asks))
        column.addWidget(self.may_call)
        column.addWidget(TextLabel(self.own_words.accessibleName(), "strong"))
        column.addWidget(self.own_words)
        column.addWidget(self.may_be_read)
