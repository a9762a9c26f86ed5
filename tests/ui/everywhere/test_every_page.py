"""All pages, forms and dialogs, in both languages.

With usual letters at 1366×768; with doubled ones on a small screen, and there in turn with the sizes between.
"""

import pytest
from PySide6.QtCore import QSize

from beraad.demo.player import CONSOLE
from tests.ui.everywhere.conftest import COMPACT, Walk

WALKS = [
    pytest.param("nl", 100, CONSOLE, id="nl-100-1366"),
    pytest.param("en", 100, CONSOLE, id="en-100-1366", marks=pytest.mark.long),
    pytest.param("nl", 200, COMPACT, id="nl-200-944"),
    pytest.param("en", 200, COMPACT, id="en-200-944"),
]
STOPS = {
    "cases", "case", "keys", "keys-meeting", "new-case", "person", "new-person", "secrets", "workers",
    "plan-meeting", "change-meeting", "call-off", "two-rooms", "somebody-new",
    "alternating", "console-vorige-keer", "console-afspraak", "console-noodplan", "childs-paper", "tekenen",
    "marks", "print", "unlock-choose", "unlock-keep_code", "unlock-ask", "unlock-recover", "unlock-trouble",
    "console-welkom", "console-zorgen", "console-wat-gaat-goed", "console-schaal", "console-familietijd",
    "console-wat-moet-er-gebeuren", "console-afspraken", "console-vaststellen", "console-evaluatie",
    "signing-lisa-agree", "signing-mark-copy", "console-kamer-kaart", "console-kamer-schaal",
    "console-kamer-afspraken", "console-kamer-noodplan", "console-andere-kamer", "console-vrijgeven",
    "console-wie-in-de-kamer-stap", "console-cijfer-vragen", "console-schaal-gezien", "console-nog-open",
    "console-anders", "screen-lost", "screen-found", "screen-back", "screens", "case-charts",
    "cover-own_screen_gone", "cover-mirrored", "cover-shifted", "cover-asked", "cover-plugged_in",
    "cover-bared", "case-secrets", "secrets-some", "person-some", "cases-none",
    "console-afspraken-vorige-keer", "console-stopt", "console-schaal-bedekt", "console-kaart-alles",
    "bar-off", "bar-lost", "bar-showing", "bar-frozen", "bar-calm", "zoeken-niets",
    "console-afspraak-alles", "console-afspraken-open", "console-anders-papier", "doorgeven-klaar",
    "cijfer-doorgeven-klaar", "console-opnieuw", "console-weer-concept", "console-voor-sluiten-veel",
    "console-verder", "manual", "zoeken-alles", "zoeken-alles-gevonden", "zoeken-alles-niets",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.first
@pytest.mark.parametrize(("language", "per_cent", "console"), WALKS)
def test_a_walk_past_every_page_finds_nothing_wrong(
    language: str, per_cent: int, console: QSize, walk: Walk
) -> None:
    """One test a walk, which takes long: none is walked twice, however many processes share the tests."""
    found = walk(language, per_cent, console)
    assert found.wrong() == {}
    assert found.strays == []
    assert found.stops >= STOPS
    assert bool(found.measured) is found.large


@pytest.mark.long
@pytest.mark.slow
def test_a_walk_past_every_page_in_every_size_finds_nothing_wrong(walk: Walk) -> None:
    assert walk("nl", 200, COMPACT, each=True).wrong() == {}
