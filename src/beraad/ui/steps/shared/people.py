"""People of a meeting as widgets take them: choices and names; and short texts."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.disclosure.console_views import ConsolePerson, ConsoleView
from beraad.i18n import format_list
from beraad.terms import Circle
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_token import PersonToken


def choice(person: ConsolePerson) -> PersonChoice:
    """Return somebody as a choice for a picker."""
    return PersonChoice(person.id, person.called, person.circle, person.letters)


def agencies(view: ConsoleView) -> tuple[PersonChoice, ...]:
    """Return who may ask for a bottom line: the professionals, each with the organisation."""
    return tuple(
        PersonChoice(person.id, _with_organisation(person), person.circle)
        for person in view.people
        if person.circle is Circle.PROFESSIONAL
    )


def _with_organisation(person: ConsolePerson) -> str:
    return f"{person.called} ({person.organisation})" if person.organisation else person.called


def everybody(view: ConsoleView) -> tuple[PersonChoice, ...]:
    """Return all people of the case, the invited first."""
    return tuple(map(choice, view.people))


def at_the_table(view: ConsoleView, here: tuple[ConsolePerson, ...]) -> tuple[PersonChoice, ...]:
    """Return who is `here`, in this room; everybody invited while nobody came in yet."""
    invited = (person for person in view.people if person.attendance is not None)
    return tuple(map(choice, here if view.at_table else invited))


def called(view: ConsoleView, person_id: str | None) -> str:
    """Return the name the plan uses for somebody; an unknown id is returned as it is."""
    if not person_id:
        return ""
    return next((person.called for person in view.people if person.id == person_id), person_id)


def names(view: ConsoleView, ids: Iterable[str]) -> str:
    """Return the names as one list, e.g. `Mark en Kees`."""
    return format_list([called(view, item) for item in ids])


def token_of(person: ConsolePerson, *, diameter: int, clickable: bool = False) -> PersonToken:
    """Make the round token of somebody."""
    return PersonToken(
        person.called,
        person.circle,
        person_id=person.id,
        letters=person.letters,
        diameter=diameter,
        clickable=clickable,
    )


def tokens(view: ConsoleView, ids: Iterable[str], *, diameter: int = 22) -> list[PersonToken]:
    """Make a round token for each of these people."""
    people = {person.id: person for person in view.people}
    return [token_of(person, diameter=diameter) for person in (people.get(item) for item in ids) if person]


def short(text: str, longest: int = 45) -> str:
    """Shorten a text to at most `longest` characters, with an ellipsis."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
