"""The whole program walked past once a language and size of text; the tests look at what was found."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle, repeat

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from beraad import i18n
from beraad.app import example_vault, make_application
from beraad.demo.player import CONSOLE
from beraad.settings import TEXT_SIZES, Settings
from beraad.ui.main_window import MainWindow
from beraad.ui.projector import WallWindow
from tests.ui.everywhere.cut_words import cut_words
from tests.ui.everywhere.faint_words import Measured, faint_words
from tests.ui.everywhere.keys_at_once import ambiguous_keys, keys_at_once
from tests.ui.everywhere.names import nameless, out_of_order, out_of_reach
from tests.ui.everywhere.seldom import SeldomSeen
from tests.ui.everywhere.strays import strays
from tests.ui.everywhere.tour import go_round

SMALLER = TEXT_SIZES[:-1]
"""Per cent."""


@dataclass
class Found:
    """What a walk found at each stop."""

    large: bool = True
    """With doubled letters: thin strokes of small ones have the colour of words nowhere in a picture."""
    console: QSize = CONSOLE
    """What the screen has for a window."""
    smaller: Iterator[tuple[int, ...]] = field(default_factory=lambda: cycle((size,) for size in SMALLER))
    """The other sizes of text, per cent, at a stop each in turn, or all of them at every stop."""
    keys: dict[str, frozenset[str]] = field(default_factory=dict)
    measured: Measured = field(default_factory=set)
    strays: list[str] = field(default_factory=list)
    """Parts that flashed as windows of their own."""
    _wrong: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def look(self, name: str, window: QWidget) -> None:
        """Look at one stop."""
        self.keys[name] = frozenset(keys_at_once(window))
        self._wrong[name] = {
            "a word is cut, or something lies off to the side": cut_words(window, self.console),
            "a key starts two things": ambiguous_keys(window),
            "something one can do has no name to say": nameless(window),
            "the Tab key does not go as one reads": out_of_order(window),
            "neither Tab nor arrows come to what can be clicked": out_of_reach(window),
        }
        if self.large:
            self._look_at_smaller_letters(name, window)

    @property
    def stops(self) -> set[str]:
        """Where it looked."""
        return set(self._wrong)

    def wrong(self) -> dict[str, dict[str, list[str]]]:
        """By stop, in words, and without what is well."""
        bad = {
            stop: {kind: items for kind, items in kinds.items() if items}
            for stop, kinds in self._wrong.items()
        }
        return {stop: kinds for stop, kinds in bad.items() if kinds}

    def _look_at_smaller_letters(self, name: str, window: QWidget) -> None:
        """What smaller letters would find on the same screen: it is to these letters as larger to those."""
        for per_cent in next(self.smaller):
            room = self.console * (LARGE / per_cent)
            with resized(window, room):
                self._wrong[name] |= {
                    f"as at {per_cent} %, a word is cut": cut_words(window, room),
                    "words do not stand out": faint_words(window, self.measured),
                }


@contextmanager
def resized(window: QWidget, room: QSize) -> Iterator[None]:
    """The window in this size for a while, a dialog as much larger as the screen is."""
    before = window.size()
    window.resize(room)
    _settle()
    try:
        yield
    finally:
        window.resize(before)
        _settle()


def _settle() -> None:
    """How tall words are is known when they are laid out; what is round them follows, turn by turn."""
    for _turn in range(4):
        QApplication.processEvents()


LARGE = 200
THEMES = {"nl": "light", "en": "dark"}
COMPACT = QSize(944, 460)
"""What 960×540 leaves, the size of a small screen at 150 or 200 %, without a frame and a bar of tasks."""

Walk = Callable[..., Found]


@pytest.fixture(scope="session")
def walk(qapp: QApplication) -> Iterator[Walk]:
    """Walk past everything in a language (nl, en) at a size of text (per cent) in a window of this size.

    With `each` all the smaller sizes are looked at at each stop.
    """

    @cache
    def once(language: str, per_cent: int, console: QSize, *, each: bool = False) -> Found:
        # One language in each theme: words are measured in both.
        chosen = Settings(language=language, text_size=per_cent, theme=THEMES[language])
        make_application(chosen)
        found = Found(large=per_cent >= LARGE, console=console)
        if each:
            found.smaller = repeat(SMALLER)
        try:
            with example_vault() as vault, strays(MainWindow, WallWindow, QDialog) as found.strays:
                go_round(SeldomSeen, vault, chosen, found.look, console=console)
        finally:
            make_application(Settings())
            i18n.set_language("nl")
        return found

    yield once
    once.cache_clear()
