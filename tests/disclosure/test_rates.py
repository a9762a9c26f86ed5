"""How much of what is hidden is found, and how many ordinary sentences are held: `data/` says what should be.

All but the first half were written by people who have not read the search. `pytest -rP` prints the rates.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from beraad.disclosure.audience import Reader
from beraad.disclosure.leaks import LeakSearch
from beraad.terms import Strength
from tests.disclosure.small_cases import case, detail, people

DATA = Path(__file__).parent / "data"
MOST_HELD = 0.02
"""Of the ordinary sentences."""
MOST_ASKED = 0.05
"""Of the ordinary sentences."""
LEAST_ASKED = 0.9
"""Of what is possible."""
ENOUGH = 150
"""Lines in each half."""
HALVES = ("", "_blind", "_second", "_third")
NOT_FOUND = {"_second": (5, 1), "_third": (6, 1)}
"""Of what its writer calls certain: how much is only asked about, and how much is missed; see the docs."""


@dataclass(frozen=True)
class Line:
    """Hidden details, and a text that tells them (`strength`) or has nothing to do with them (None)."""

    hidden: tuple[tuple[str, str], ...]
    """Each by its kind and value."""
    text: str
    strength: Strength | None

    def __str__(self) -> str:
        return f"{self.hidden} in {self.text!r}"


def spellings(name: str) -> list[Line]:
    """Lines of what must be found."""
    rows = (row.split("\t") for row in _rows(f"{name}.tsv"))
    return [
        Line(((kind, hidden),), text.replace(" ¶ ", "\n"), Strength(strength))
        for kind, hidden, text, strength in rows
    ]


def sentences(name: str) -> list[Line]:
    """Lines of what must pass."""
    rows = (row.split("\t") for row in _rows(f"{name}.txt"))
    return [Line(tuple(zip(rest[::2], rest[1::2], strict=True)), text, None) for text, *rest in rows]


def _rows(name: str) -> Iterator[str]:
    return (row for row in (DATA / name).read_text("utf-8").split("\n") if row.strip())


@cache
def found(line: Line) -> Strength | None:
    """What the text tells Yousef of these details of Rima."""
    secrets = [{"text": value, "visible_to": ["rima"]} for kind, value in line.hidden if kind == "secret"]
    contacts = [detail(kind, value) for kind, value in line.hidden if kind != "secret"]
    search = LeakSearch(case(people=people(rima=contacts), secrets=secrets))
    if search.told_by(line.text, Reader("yousef")):
        return Strength.CERTAIN
    return next((told.strength for told in search.told(line.text)), None)


@pytest.mark.parametrize("half", HALVES)
def test_no_certain_leak_is_missed(half: str) -> None:
    lines = spellings(name := f"spellings{half}")
    certain = [line for line in lines if line.strength is Strength.CERTAIN]
    asked = [str(line) for line in certain if found(line) is Strength.POSSIBLE]
    missed = [str(line) for line in certain if found(line) is None]
    sure = len(certain) - len(asked) - len(missed)
    print(f"{name}: {sure} of {len(certain)} certain leaks found; asked {asked}, missed {missed}")  # noqa: T201 - the rates are for people
    assert len(lines) >= ENOUGH
    most_asked, most_missed = NOT_FOUND.get(half, (0, 0))
    assert len(asked) <= most_asked
    assert len(missed) <= most_missed


@pytest.mark.parametrize("half", HALVES)
def test_nearly_all_that_is_possible_is_asked_about(half: str) -> None:
    name = f"spellings{half}"
    possible = [line for line in spellings(name) if line.strength is Strength.POSSIBLE]
    missed = [str(line) for line in possible if found(line) is None]
    print(f"{name}: {len(possible) - len(missed)} of {len(possible)} possible leaks asked about: {missed}")  # noqa: T201 - the rates are for people
    assert len(missed) <= (1 - LEAST_ASKED) * len(possible)


@pytest.mark.parametrize("half", HALVES)
def test_hardly_an_ordinary_sentence_is_held(half: str) -> None:
    lines = sentences(name := f"sentences{half}")
    held = [str(line) for line in lines if found(line) is Strength.CERTAIN]
    asked = [line for line in lines if found(line) is Strength.POSSIBLE]
    print(f"{name}: {len(held)} of {len(lines)} ordinary sentences held, {len(asked)} asked about: {held}")  # noqa: T201 - the rates are for people
    assert len(lines) >= ENOUGH
    assert len(held) < MOST_HELD * len(lines)
    assert len(asked) < MOST_ASKED * len(lines)


def test_the_rates_would_show_a_search_that_finds_nothing_and_one_that_finds_all() -> None:
    """The control: without the right detail nothing is found, and an ordinary word as a secret holds much."""
    lines = [line for line in spellings("spellings") if line.strength is Strength.CERTAIN]
    swapped = [replace(line, hidden=(("phone", "06 9999 8888"),)) for line in lines]
    assert not any(found(line) is Strength.CERTAIN for line in swapped)
    everywhere = [replace(line, hidden=(("secret", "de"),)) for line in sentences("sentences")]
    assert sum(found(line) is Strength.CERTAIN for line in everywhere) > MOST_HELD * len(everywhere)
