"""Reasons why something does not stand on the wall."""

from __future__ import annotations

from beraad.disclosure.console_views import ConsoleLeak, ConsoleView
from beraad.i18n import _, spoken
from beraad.places import Place
from beraad.readers import EVERYONE, Readers
from beraad.ui.steps.shared.people import short
from beraad.words.people import only_readers_label
from beraad.words.remarks import leak_sentence, leak_sentence_in


def leaks_at(place: Place, leaks: tuple[ConsoleLeak, ...]) -> tuple[ConsoleLeak, ...]:
    """Return the leaks in one item, such as `statements/s1`."""
    return tuple(leak for leak in leaks if leak.place.of_meeting.is_within(place))


def leak_words(view: ConsoleView, leak: ConsoleLeak) -> str:
    """Return the sentence for a leak, with the beginning of the text it stands in."""
    if text := _words_at(view, leak.place.of_meeting):
        return leak_sentence_in(_("„{text}”").format(text=short(text)), leak, spoken())
    return leak_sentence(leak, spoken())


def why_not_on_wall(
    view: ConsoleView, place: Place, visible_to: Readers, leaks: tuple[ConsoleLeak, ...]
) -> str:
    """Say in one sentence who may see it, or what its text would tell whom."""
    found = leaks_at(place, leaks)
    if found:
        return leak_words(view, found[0])
    words = _words_at(view, place)
    if words is not None and not words.strip():
        return _("Hier staat nog niets.")
    if (half := view.waits_in(place)) is not None:
        return _("Dit is van groep {number} en nog niet vrijgegeven aan de andere kamer.").format(number=half)
    if visible_to != EVERYONE:
        names = {person.id: person.called for person in view.people}
        return _("Niet iedereen die nu aan tafel zit, mag dit zien: {people}.").format(
            people=only_readers_label(visible_to, names, spoken())
        )
    return _("Niet iedereen die nu aan tafel zit, mag dit zien.")


def _words_at(view: ConsoleView, place: Place) -> str | None:
    """The words by which the item at a place is known; None for what is not known by words."""
    match place.kind:
        case "statements":
            return next((item.text for item in view.statements if item.id == place.id), None)
        case "agreements":
            return next((item.what for item in view.agreements if item.id == place.id), None)
        case "scales":
            return next((item.question for item in view.scales if item.id == place.id), None)
    return None
