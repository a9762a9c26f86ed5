"""One agreement alone on the wall: all of it, as large as it fits."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from beraad.disclosure.views import AgreementView, PersonView, TimingView, WallView
from beraad.terms import Circle, Step, TimingKind
from beraad.ui.projector import WallWindow
from beraad.ui.projector.marks import Panel, PlacedWords, Token
from beraad.ui.projector.painter import compose
from tests.ui.projector.conftest import AGREEMENTS, step
from tests.ui.projector.test_letters import SIZES, letters, marks, place, text, words_of

FULL = dataclasses.replace(
    AGREEMENTS[0],
    measured_by="Kees appt Joke als Mark er is.",
    checked_by="Joke",
    fallback="Sanne belt Kees en gaat met Lisa naar oma.",
)


def read(agreement: AgreementView, *others: AgreementView) -> WallView:
    return step(Step.AGREEMENTS, agreements=(agreement, *others), aloud=agreement)


@pytest.mark.parametrize("of", [Step.AGREEMENTS, Step.DECIDE_AND_SIGN])
def test_it_stands_alone_with_all_that_belongs_to_it(wall: WallWindow, of: Step) -> None:
    wall.show_view(dataclasses.replace(read(FULL, AGREEMENTS[1]), step=of))
    shown = " ".join(wall.visible_texts())
    for words in (FULL.what, FULL.measured_by, FULL.fallback, "Joke", "Mark en Sanne", "Afspraak 1 van 2"):
        assert str(words) in shown
    assert AGREEMENTS[1].what not in shown


def test_its_letters_are_larger_than_in_the_list(wall: WallWindow) -> None:
    size = QSizeF(1920, 1080)
    alone = next(mark for mark in words_of(read(FULL), size) if mark.words.text == FULL.what)
    listed = step(Step.AGREEMENTS, agreements=(FULL,))
    among = next(mark for mark in words_of(listed, size) if mark.words.text == FULL.what)
    assert alone.words.size >= 2 * among.words.size


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}")
def test_it_stays_inside_the_wall_on_one_page(size: QSizeF) -> None:
    assert len(compose(read(FULL), size)) == 1
    wall = QRectF(0, 0, size.width(), size.height())
    for mark in marks(read(FULL), size):
        if isinstance(mark, Token | Panel):
            assert wall.contains(mark.where)


@given(what=text, how=text, owners=st.lists(text, min_size=1, max_size=12), size=st.sampled_from(SIZES))
@settings(max_examples=30)
def test_nothing_of_it_is_lost_and_no_letter_too_small(
    what: str, how: str, owners: list[str], size: QSizeF
) -> None:
    people = tuple(PersonView(owner, Circle.FAMILY) for owner in owners)
    agreement = AgreementView(1, what, people, TimingView(TimingKind.ALWAYS), measured_by=how)
    wall = QRectF(0, 0, size.width(), size.height())
    painted = words_of(read(agreement), size)
    assert all(wall.contains(place(mark)) for mark in painted)
    assert all(mark.words.size >= size.height() / 34 for mark in painted)
    said = sum(len(letters(mark.words.text)) for mark in painted if isinstance(mark, PlacedWords))
    assert said >= len(letters(what, how, *owners))


def test_the_next_one_begins_on_its_first_page(wall: WallWindow) -> None:
    long = dataclasses.replace(FULL, what="Mark gaat naar Kees en belt. " * 60)
    wall.show_view(read(long, AGREEMENTS[1]))
    wall.next_page()
    assert wall.page == 2
    wall.show_view(step(Step.AGREEMENTS, agreements=(long, AGREEMENTS[1]), aloud=AGREEMENTS[1]))
    assert (wall.page, wall.pages) == (1, 1)
