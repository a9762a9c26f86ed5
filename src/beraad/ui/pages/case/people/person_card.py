"""Card of a person of a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beraad.i18n import _, format_list, ngettext, spoken
from beraad.initials import initials_apart
from beraad.readers import EVERYONE
from beraad.services.cases import ContactLine, PersonLine
from beraad.terms import Paper
from beraad.ui.dialogs.languages import language_names
from beraad.ui.theme import Theme, set_icon
from beraad.ui.tones import contact_kind_icon
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.people import contact_kind_label, paper_in_short, readers_label


class PersonCard(Card):
    """Name, contact details with who may see each, and what to mind on paper and in the talk."""

    def __init__(
        self,
        person: PersonLine,
        *,
        called: Mapping[str, str],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(clickable=True, parent=parent)
        self.person = person
        self.setObjectName(f"person-{person.id}")
        theme = Theme.current()
        name, about = called[person.id], _about(person, called[person.id], today)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space", "small"))
        letters = initials_apart(called.values())[name]
        head.addWidget(PersonToken(name, person.circle, letters=letters, diameter=32))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(TextLabel(name, "strong"))
        names.addWidget(TextLabel(about, "small"))
        head.addLayout(names, 1)
        self.body.addLayout(head)
        for detail in person.contact:
            self.body.addLayout(_contact_row(detail, called))
        if isinstance(outer := self.layout(), QVBoxLayout):
            outer.addStretch(1)
        mind = _mind(person, called)
        self.set_foot(pills=[Pill(text, tone) for text, tone in mind])
        told = ", ".join([name, about, *(text for text, _tone in mind)])
        self.setAccessibleName(told)


def age_on(birth_date: dt.date, day: dt.date) -> int:
    """Return the whole years on `day`."""
    before = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - before


def _about(person: PersonLine, called: str, today: dt.date) -> str:
    """Return what the name in the plan does not already tell."""
    relation = person.relation or ""
    parts = [
        person.name if person.name != called else "",
        relation if not called.endswith(f"({relation})") else "",
    ]
    if person.birth_date:
        years = age_on(person.birth_date, today)
        parts.append(ngettext("{count} jaar", "{count} jaar", years).format(count=years))
    parts.append(person.organisation or "")
    return " · ".join(part for part in parts if part)


def _mind(person: PersonLine, called: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what to mind, with the tone of its pill. `called` are the names in the plan, by id."""
    found: list[tuple[str, str]] = []
    if person.paper is Paper.NO:
        found.append((paper_in_short(Paper.NO, spoken()), "danger"))
    elif person.paper is Paper.ELSEWHERE:
        where = person.paper_note or _("ergens anders")
        found.append((_("papier: {where}").format(where=where), "amber"))
    if person.paper_seen_by:
        names = format_list([called[seer] for seer in person.paper_seen_by])
        found.append((_("kan dit papier zien: {names}").format(names=names), "private"))
    if person.interpreter:
        found.append((_("tolk: {language}").format(language=person.interpreter), ""))
    elif person.language != "nl":
        found.append((language_names().get(person.language, person.language), ""))
    if person.plain_language:
        found.append((_("eenvoudige taal"), ""))
    if person.large_print:
        found.append((_("grote letters"), ""))
    return found


def _contact_row(detail: ContactLine, called: Mapping[str, str]) -> QHBoxLayout:
    theme = Theme.current()
    row = QHBoxLayout()
    row.setSpacing(theme.size("space", "small"))
    picture = TextLabel(wrap=False)
    set_icon(picture, contact_kind_icon(detail.kind), "soft")
    row.addWidget(picture)
    words = QVBoxLayout()
    words.setSpacing(0)
    value = TextLabel(detail.value)
    value.setAccessibleName(f"{contact_kind_label(detail.kind, spoken())} {detail.value}")
    words.addWidget(value)
    who = readers_label(detail.visible_to, called, spoken())
    hidden = detail.visible_to != EVERYONE
    label = TextLabel(_("mag dit zien: {who}").format(who=who), "small", tone="private" if hidden else "")
    words.addWidget(label)
    row.addLayout(words, 1)
    return row
