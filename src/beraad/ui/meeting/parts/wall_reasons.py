"""Why something does not stand on the wall."""

from __future__ import annotations

from beraad.disclosure.console_views import ConsoleLeak, ConsoleView, VisibleToValue
from beraad.i18n import _
from beraad.services.sentences import leak_sentence
from beraad.terms import VisibleTo
from beraad.ui.meeting.parts.people import visible_to_words


def leaks_at(place: str, leaks: tuple[ConsoleLeak, ...]) -> tuple[ConsoleLeak, ...]:
    """The leaks in one item, such as `statements/s1`."""
    return tuple(leak for leak in leaks if f"/{place}/" in f"{leak.place}/")


def why_not_on_wall(
    view: ConsoleView, place: str, visible_to: VisibleToValue, leaks: tuple[ConsoleLeak, ...]
) -> str:
    """One sentence: who may see it, or what its text would tell whom."""
    found = leaks_at(place, (*leaks, *view.leaks))
    if found:
        return leak_sentence(found[0])
    if visible_to != VisibleTo.EVERYONE:
        return _("Dit mag {people} zien, en niet iedereen die nu aan tafel zit.").format(
            people=visible_to_words(view, visible_to)
        )
    return _("Niet iedereen die nu aan tafel zit, mag dit zien.")
