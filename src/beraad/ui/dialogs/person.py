"""Dialog for a person of the family, the network or the professionals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.errors import BeraadError
from beraad.i18n import _, format_list, spoken
from beraad.services.cases import PersonLine
from beraad.services.errors import NotValid
from beraad.services.naming import called_alike, told_apart
from beraad.terms import Circle, Paper
from beraad.ui.dialogs.childs_paper import ChildsPaper
from beraad.ui.dialogs.contact_editor import ContactEditor
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.dialogs.languages import language_names, languages_of_paper
from beraad.ui.theme import set_icon
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.errors import sentence
from beraad.words.people import circle_title, paper_label


@dataclass(frozen=True, slots=True)
class Asked:
    """Person that was saved."""

    person: PersonLine
    another: bool
    """True if the user wants to enter another person next."""


class PersonDialog(FormDialog):
    """All data of one person, with who may know it. `known` are all people of the case."""

    def __init__(
        self,
        save: Callable[[PersonLine], None],
        *,
        person: PersonLine,
        people: tuple[PersonChoice, ...] = (),
        known: tuple[PersonLine, ...] = (),
        feared: tuple[str, ...] = (),
        today: Callable[[], dt.date] = dt.date.today,
        remove: Callable[[], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`remove` asks, removes this person from the case, and returns True if it did."""
        heading = person.called if person.id else _("Iemand toevoegen")
        super().__init__(heading, _("Opslaan"), width=640, height=680, parent=parent)
        self._save = save
        self._person = person
        self._known, self._today = known, today
        self.childs_paper = ChildsPaper(person, known, feared)
        self.wants_another = False
        """True if the user saved with the wish to enter another person next."""
        self._another = QPushButton(_("Bewaar, en nog iemand"))
        self.add_verb(self._another)
        self._another.setVisible(not person.id)
        self._another.clicked.connect(self._accept_and_go_on)
        self._make(person, people)
        self._arrange()
        self._fill(person)
        if remove is not None:
            self._offer_removing(remove)
        self.name.setFocus()
        for field in (self.name, self.called, self.relation):
            field.textChanged.connect(self._warn_of_namesakes)
        self._warn_of_namesakes()
        for field in (self.name, self.called):
            field.textChanged.connect(self._ask_for_letters)
        self._ask_for_letters()
        self.paper.currentIndexChanged.connect(self._on_paper_chosen)
        self.birth_date.textChanged.connect(self._show_childs_paper)
        self._show_childs_paper()

    @classmethod
    def ask(
        cls,
        save: Callable[[PersonLine], None],
        *,
        person: PersonLine,
        people: tuple[PersonChoice, ...] = (),
        known: tuple[PersonLine, ...] = (),
        feared: tuple[str, ...] = (),
        remove: Callable[[], bool] | None = None,
        parent: QWidget | None = None,
    ) -> Asked | None:
        """Return the person once `save` accepted it; None if the user cancelled. A new person has id ""."""
        dialog = cls(
            save, person=person, people=people, known=known, feared=feared, remove=remove, parent=parent
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        asked = Asked(dialog.wish(), dialog.wants_another) if accepted else None
        dialog.deleteLater()
        return asked

    def wish(self) -> PersonLine:
        """Return what is filled in now. Raises NotValid for an invalid date."""
        # What the form has no field for stays as it is.
        person = replace(
            self._person,
            name=self.name.text().strip(),
            called=self.wanted_name(),
            circle=Circle(str(self.circle.currentData())),
            birth_date=read_date(self.birth_date.text()),
            relation=self.relation.text().strip() or None,
            organisation=self.organisation.text().strip() or None,
            language=str(self.language.currentData()),
            plain_language=self.plain_language.isChecked(),
            large_print=self.large_print.isChecked(),
            interpreter=self.interpreter.text().strip() or None,
            paper=Paper(str(self.paper.currentData())),
            paper_note=self.paper_note.text().strip() or None,
            paper_seen_by=self._seen_by(),
            in_letters=self.in_letters.text().strip() or None,
            contact=self.contact.contact(),
        )
        return self.childs_paper.put_in(person)

    def _seen_by(self) -> tuple[str, ...]:
        """Return who may see the paper: the people from before, in their order, then those chosen now."""
        chosen, before = self.paper_seen_by.chosen(), self._person.paper_seen_by
        stay = (one for one in before if one in chosen or one not in self._offered)
        return tuple(dict.fromkeys((*stay, *chosen)))

    @override
    def objection(self) -> str:
        return "" if self.name.text().strip() else _("Vul een naam in.")

    @override
    def save(self) -> None:
        self._save(self.wish())

    def _accept_and_go_on(self) -> None:
        self.wants_another = True
        self.accept()
        # If saving failed the dialog stays open, and the user may choose the other button.
        self.wants_another = self.result() == QDialog.DialogCode.Accepted

    def _make(self, person: PersonLine, people: tuple[PersonChoice, ...]) -> None:
        self.name, self.called = LineEdit(), LineEdit()
        self.relation, self.organisation = LineEdit(), LineEdit()
        self.birth_date = LineEdit()
        self.birth_date.setPlaceholderText(_("dd-mm-jjjj"))
        self.circle = ChoiceBox()
        for circle in Circle:
            self.circle.addItem(circle_title(circle, spoken()), circle.value)
        self.language = ChoiceBox()
        names = language_names()
        for code, name in {person.language: person.language, **names}.items():
            self.language.addItem(name, code)
        self.interpreter = LineEdit()
        self.plain_language = QCheckBox(_("Eenvoudige taal: korte zinnen"))
        self.large_print = QCheckBox(_("Grote letters op papier"))
        self.paper = ChoiceBox()
        for paper in Paper:
            self.paper.addItem(paper_label(paper, spoken()), paper.value)
        self.paper_note = LineEdit()
        others = tuple(choice for choice in people if choice.id != person.id)
        seers = _("Wie kan dit papier zien?")
        self.paper_seen_by = PersonPicker(others, person.paper_seen_by, label=seers)
        self._offered = {choice.id for choice in others}
        known = tuple(name for one in self._known for name in (one.name, one.called))
        self.contact = ContactEditor(person.contact, people, names=known)
        self.namesakes = TextLabel(role="small", tone="amber")
        self.namesakes.hide()
        self.in_letters = LineEdit()
        self._letters = QWidget()

    def _arrange(self) -> None:
        left, right = self.add_pair()
        self.add_field(_("Naam"), self.name, into=left)
        self.add_field(_("Hoe heet deze persoon in het plan?"), self.called, into=right)
        self.form.addWidget(self.namesakes)
        self.form.addWidget(self._letters)
        column = QVBoxLayout(self._letters)
        column.setContentsMargins(0, 0, 0, 0)
        self.add_field(
            _("Zo in letters"), self.in_letters, _("Op papier zijn geen letters voor deze naam."), into=column
        )
        left, right = self.add_pair()
        self.add_field(_("Kring"), self.circle, into=left)
        self.add_field(_("Wie is dit voor het gezin?"), self.relation, _("Bijvoorbeeld: oma"), into=right)
        left, right = self.add_pair()
        self.add_field(_("Geboortedatum"), self.birth_date, into=left)
        self.add_field(_("Organisatie"), self.organisation, into=right)
        self.form.addWidget(SectionHeading(_("Bereiken"), icon="phone"))
        self.form.addWidget(
            hint_label(_("Een gegeven komt alleen op papier en op het scherm bij wie het mag zien."))
        )
        self.form.addWidget(self.contact)
        self.form.addWidget(self.childs_paper)
        self.form.addWidget(SectionHeading(_("Papier"), icon="paper"))
        left, right = self.add_pair()
        self.add_field(_("Mag er papier mee naar huis?"), self.paper, into=left)
        self.add_field(_("Waar ligt het, of waarom niet?"), self.paper_note, into=right)
        self._arrange_seers()
        self.form.addWidget(SectionHeading(_("Lezen en praten"), icon="speaking"))
        left, right = self.add_pair()
        says = _("Papier is er in het {languages}.").format(languages=format_list(languages_of_paper()))
        self.add_field(_("Taal"), self.language, says, into=left)
        self.add_field(_("Tolk"), self.interpreter, _("Bijvoorbeeld: Arabisch, aan de telefoon"), into=right)
        checks = QVBoxLayout()
        checks.addWidget(self.plain_language)
        checks.addWidget(self.large_print)
        self.form.addLayout(checks)

    def _arrange_seers(self) -> None:
        # A picker without people has nothing to ask; it still needs its place in the form.
        held = QWidget()
        self.form.addWidget(held)
        held.setVisible(bool(self._offered))
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        told = _(
            "Kies wie thuis meekijkt. Op het papier staat dan alleen wat zij ook mogen weten. De rest komt "
            "op een aparte kaart: bewaar die ergens anders."
        )
        self.add_field(self.paper_seen_by.accessibleName(), self.paper_seen_by, told, into=column)

    def _fill(self, person: PersonLine) -> None:
        self.name.setText(person.name)
        self.called.setText(person.called)
        self.relation.setText(person.relation or "")
        self.organisation.setText(person.organisation or "")
        self.birth_date.setText(f"{person.birth_date:%d-%m-%Y}" if person.birth_date else "")
        self.circle.setCurrentIndex(self.circle.findData(person.circle.value))
        self.language.setCurrentIndex(self.language.findData(person.language))
        self.interpreter.setText(person.interpreter or "")
        self.plain_language.setChecked(person.plain_language)
        self.large_print.setChecked(person.large_print)
        self.paper.setCurrentIndex(self.paper.findData(person.paper.value))
        self.paper_note.setText(person.paper_note or "")
        self.in_letters.setText(person.in_letters or "")
        self._on_paper_chosen()

    def _offer_removing(self, remove: Callable[[], bool]) -> None:
        row = QHBoxLayout()
        self.remove = QPushButton(_("Uit de zaak verwijderen…"))
        set_icon(self.remove, "remove")
        row.addWidget(self.remove)
        row.addStretch(1)
        self.form.addLayout(row)
        self.remove.clicked.connect(lambda: self._on_removing(remove))

    def _on_removing(self, remove: Callable[[], bool]) -> None:
        try:
            removed = remove()
        except BeraadError as error:
            self.say(sentence(error, spoken()))
        else:
            if removed:
                self.reject()

    def _warn_of_namesakes(self) -> None:
        """Warn of people with the same name: they are easily confused, on paper and at the telephone."""
        person = replace(
            self._person,
            name=self.name.text(),
            called=self.wanted_name(),
            relation=self.relation.text() or None,
        )
        alike = called_alike(person, self._known) if person.called else ()
        if alike:
            others = tuple(one for one in self._known if one.id != person.id)
            names = told_apart((*others, person))
            self.namesakes.setText(
                _("Nog iemand heet zo. Waar ze samen staan, heten ze: {names}. Anders mag ook.").format(
                    names=format_list([names[one.id] for one in (*alike, person)])
                )
            )
        self.namesakes.setVisible(bool(alike))

    def _show_childs_paper(self) -> None:
        try:
            born = read_date(self.birth_date.text())
        except NotValid:
            # The date is half typed: leave the fields as they are.
            return
        self.childs_paper.show_for(born, self._today())

    def _ask_for_letters(self) -> None:
        """Show the field for the name in letters if paper lacks letters for it, or if it is filled in."""
        self._letters.setVisible(bool(self.in_letters.text()) or _lacks_letters(self.wanted_name()))

    def wanted_name(self) -> str:
        """Return the name that the plan will use for this person."""
        return self.called.text().strip() or self.name.text().strip()

    def _on_paper_chosen(self) -> None:
        self.paper_note.setEnabled(self.paper.currentData() != Paper.YES.value)


def _lacks_letters(name: str) -> bool:
    if name.isascii():
        return False
    from beraad.services.unwritable import lacks_letters  # noqa: PLC0415 - loads what prints

    return lacks_letters(name)


def read_date(text: str) -> dt.date | None:
    """Return a date from `3-2-1991`, `03/02/1991` or `1991-02-03`; None for no text. Raises NotValid."""
    plain = text.strip().replace("/", "-").replace(".", "-").replace(" ", "-")
    if not plain:
        return None
    parts = plain.split("-")
    if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts):
        numbers = [int(part) for part in parts]
        year, month, day = numbers if len(parts[0]) == 4 else numbers[::-1]
        try:
            date = dt.date(year, month, day)
        except (ValueError, OverflowError):
            raise NotValid(field="date", cause="not_a_date") from None
        if date.year >= 1900:
            return date
    raise NotValid(field="date", cause="not_a_date")
