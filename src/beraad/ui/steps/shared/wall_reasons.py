"""Reasons why something does not stand on the wall."""

from __future__ import annotations

from beraad.disclosure.console_views import ConsoleLeak, ConsoleView, VisibleToValue
from beraad.i18n import _, spoken
from beraad.terms import VisibleTo
from beraad.ui.steps.shared.people import short, visible_to_words
from beraad.words.remarks import leak_sentence, leak_sentence_in


def leaks_at(place: str, leaks: tuple[ConsoleLeak, ...]) -> tuple[ConsoleLeak, ...]:
    """Return the leaks in one item, such as `statements/s1`."""
    return tuple(leak for leak in leaks if f"/{place}/" in f"{leak.place}/")


def leak_words(view: ConsoleView, leak: ConsoleLeak) -> str:
    """Return the sentence for a leak, with the beginning of the text it stands in."""
    text = next((text for place, text in _texts(view).items() if leaks_at(place, (leak,))), "")
    if text:
        return leak_sentence_in(_("„{text}”").format(text=short(text)), leak, spoken())
    return leak_sentence(leak, spoken())


def why_not_on_wall(
    view: ConsoleView, place: str, visible_to: VisibleToValue, leaks: tuple[ConsoleLeak, ...]
) -> str:
    """Say in one sentence who may see it, or what its text would tell whom."""
    found = leaks_at(place, leaks)
    if found:
        return leak_words(view, found[0])
    if not _texts(view).get(place, place).strip():
        return _("Hier staat nog niets.")
    if (half := view.waits_in(place)) is not None:
        return _("Dit is van groep {number} en nog niet vrijgegeven aan de andere kamer.").format(number=half)
    if visible_to != VisibleTo.EVERYONE:
        return _("Niet iedereen die nu aan tafel zit, mag dit zien: {people}.").format(
            people=visible_to_words(view, visible_to)
        )
    return _("Niet iedereen die nu aan tafel zit, mag dit zien.")


def _texts(view: ConsoleView) -> dict[str, str]:
    """The words by which each item is known, by its place."""
    texts = {f"statements/{item.id}": item.text for item in view.statements}
    texts |= {f"agreements/{item.id}": item.what for item in view.agreements}
    return texts | {f"scales/{item.id}": item.question for item in view.scales}
