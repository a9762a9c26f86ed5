"""Telephone number that is offered, in words: whose it is, and whom it must not reach."""

from __future__ import annotations

from beraad.disclosure.console_views import ConsoleNumber
from beraad.i18n import _, format_list, ngettext


def offer_words(number: ConsoleNumber) -> str:
    """Return e.g. `Samira: 06 1234 0003 – niet voor Yousef`."""
    words = f"{number.called}: {number.value}"
    if not number.not_for:
        return words
    return _("{number} – niet voor {people}").format(number=words, people=format_list(number.not_for))


def withheld_words(people: tuple[str, ...]) -> str:
    """Warn that copies for these people will not be made; empty where nobody reads too much."""
    if not people:
        return ""
    return ngettext(
        "Dit mag {people} niet weten: dat exemplaar wordt dan niet gemaakt. Kies een ander nummer, of kies "
        "wie dit mag zien.",
        "Dit mogen {people} niet weten: die exemplaren worden dan niet gemaakt. Kies een ander nummer, of "
        "kies wie dit mag zien.",
        len(people),
    ).format(people=format_list(people))
