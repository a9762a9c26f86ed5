"""All pages, forms and dialogs, in both languages.

With usual letters at 1366×768; with doubled ones on a small screen, and there in turn with the sizes between.
"""

from dataclasses import fields
from typing import Any

import pytest

from beraad.ui.demo import CONSOLE
from tests.ui.everywhere.conftest import COMPACT, Found, Walk

WALKS = [
    ("nl", 100, CONSOLE),
    ("en", 100, CONSOLE),
    ("nl", 200, COMPACT),
    ("en", 200, COMPACT),
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
    "console-verder", "manual",
}  # fmt: skip


@pytest.fixture(params=WALKS, ids=lambda walk: f"{walk[0]}-{walk[1]}-{walk[2].width()}")
def found(request: pytest.FixtureRequest, walk: Walk) -> Found:
    """What was found in one language at one size."""
    return walk(*request.param)


def _wrong(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {stop: items for stop, items in found.items() if items}


def test_the_walk_comes_past_every_page(found: Found) -> None:
    for kind in fields(found):
        seen: dict[str, Any] = getattr(found, kind.name)
        if not isinstance(seen, dict):
            continue
        assert set(seen) >= STOPS, kind.name


def test_no_word_is_cut_and_nothing_lies_off_to_the_side(found: Found) -> None:
    assert _wrong(found.cut) == {}


def test_no_key_starts_two_things(found: Found) -> None:
    assert _wrong(found.ambiguous) == {}


def test_the_tab_key_goes_as_one_reads(found: Found) -> None:
    assert _wrong(found.out_of_order) == {}


def test_the_tab_key_and_arrows_come_to_everything_that_can_be_clicked(found: Found) -> None:
    assert _wrong(found.out_of_reach) == {}


def test_all_words_stand_out_from_what_they_stand_on(found: Found) -> None:
    assert _wrong(found.faint) == {}
    assert bool(found.measured) is found.large


def test_everything_one_can_do_has_a_name_to_say(found: Found) -> None:
    assert _wrong(found.nameless) == {}
