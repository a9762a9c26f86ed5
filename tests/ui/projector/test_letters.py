"""Whatever is written: all of it is painted, inside the wall, in letters of at least 1/34 of its height."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontInfo

from beraad.disclosure.views import AgreementView, PersonView, TimingView, WallView
from beraad.terms import Circle, Column, RoomSees, Step, TimingKind
from beraad.ui.projector.marks import Mark, Panel, PlacedWords, Token
from beraad.ui.projector.painter import compose
from tests.ui.projector.conftest import DANGER, OWN_WORDS, PER_CIRCLE, SCALE, VIEWS, WAITING, step

ALL_VIEWS = {
    **{one.value: view for one, view in VIEWS.items()},
    "waiting": step(Step.SCALE, scales=(WAITING,)),
    "per circle": step(Step.SCALE, scales=(PER_CIRCLE,)),
    "own words": step(Step.SCALE, scales=(OWN_WORDS,)),
}
SIZES = [QSizeF(1920, 1080), QSizeF(1366, 768), QSizeF(1024, 768), QSizeF(640, 480)]


def marks(view: WallView, size: QSizeF) -> list[Mark]:
    return [mark for page in compose(view, size) for mark in page]


def words_of(view: WallView, size: QSizeF) -> list[PlacedWords]:
    return [mark for mark in marks(view, size) if isinstance(mark, PlacedWords)]


def place(mark: PlacedWords) -> QRectF:
    return QRectF(mark.where.x(), mark.where.y(), mark.words.width, mark.words.height)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}")
@pytest.mark.parametrize("view", ALL_VIEWS.values(), ids=ALL_VIEWS)
def test_letters_are_large_enough_and_inside_the_wall(view: WallView, size: QSizeF) -> None:
    wall = QRectF(0, 0, size.width(), size.height())
    for mark in words_of(view, size):
        assert mark.words.size >= size.height() / 34, mark.words.text
        assert wall.contains(place(mark)), mark.words.text
        assert mark.words.natural_width <= mark.words.width + 1, mark.words.text
    for mark in marks(view, size):
        if isinstance(mark, Token | Panel):
            assert wall.contains(mark.where)


def test_letters_on_tokens_are_large_enough_too() -> None:
    size = QSizeF(1920, 1080)
    tokens = [mark for mark in marks(VIEWS[Step.SCALE], size) if isinstance(mark, Token)]
    assert tokens
    assert all(token.where.height() * 0.43 >= size.height() / 34 for token in tokens)


def test_no_two_blocks_of_a_column_overlap() -> None:
    for page in compose(VIEWS[Step.WORRIES], QSizeF(1366, 768)):
        panels = [mark.where for mark in page if isinstance(mark, Panel)]
        assert not any(one.intersects(other) for one in panels for other in panels if one is not other)


def test_the_typeface_is_the_one_that_ships() -> None:
    for mark in words_of(VIEWS[Step.WORRIES], SIZES[0]):
        assert QFontInfo(mark.words._lines.layout.font()).family() == "Noto Sans"


text = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=400
)


def letters(*texts: str) -> str:
    return "".join("".join(texts).split())


@given(texts=st.lists(text, min_size=1, max_size=8), size=st.sampled_from(SIZES))
@settings(max_examples=40)
def test_nothing_of_a_statement_is_lost(texts: list[str], size: QSizeF) -> None:
    statements = tuple(dataclasses.replace(DANGER[0], text=item) for item in texts)
    view = step(Step.WORRIES, focus=Column.DANGER, danger=statements)
    painted = letters(*(mark.words.text for mark in words_of(view, size)))
    for item in texts:
        for piece in item.split():
            assert piece in painted or letters(item) in painted
    wall = QRectF(0, 0, size.width(), size.height())
    assert all(wall.contains(place(mark)) for mark in words_of(view, size))


@given(what=text, owners=st.lists(text, min_size=1, max_size=5), size=st.sampled_from(SIZES))
@settings(max_examples=30)
def test_nothing_of_an_agreement_is_lost(what: str, owners: list[str], size: QSizeF) -> None:
    people = tuple(PersonView(owner, Circle.FAMILY) for owner in owners)
    agreement = AgreementView(1, what, people, TimingView(TimingKind.ALWAYS))
    view = step(Step.AGREEMENTS, agreements=(agreement,))
    wall = QRectF(0, 0, size.width(), size.height())
    painted = words_of(view, size)
    assert all(wall.contains(place(mark)) for mark in painted)
    assert sum(len(letters(mark.words.text)) for mark in painted) >= len(letters(what, *owners))


@given(question=text, zero=text, ten=text)
@settings(max_examples=30)
def test_a_scale_with_long_words_loses_nothing_and_stays_on_the_wall(
    question: str, zero: str, ten: str
) -> None:
    size = SIZES[1]
    scale = dataclasses.replace(SCALE, question=question, zero=zero, ten=ten)
    view = step(Step.SCALE, scales=(scale,))
    wall = QRectF(0, 0, size.width(), size.height())
    painted = words_of(view, size)
    assert all(wall.contains(place(mark)) for mark in painted)
    assert sum(len(letters(mark.words.text)) for mark in painted) >= len(letters(question, zero, ten))


@given(said=st.lists(text, max_size=8), question=text, zero=text, ten=text)
@settings(max_examples=30)
def test_nothing_of_what_people_said_is_lost(said: list[str], question: str, zero: str, ten: str) -> None:
    size = SIZES[1]
    scale = dataclasses.replace(
        WAITING, question=question, zero=zero, ten=ten, sees=RoomSees.WORDS, because=tuple(said)
    )
    wall = QRectF(0, 0, size.width(), size.height())
    painted = words_of(step(Step.SCALE, scales=(scale,)), size)
    assert all(wall.contains(place(mark)) for mark in painted)
    assert sum(len(letters(mark.words.text)) for mark in painted) >= len(letters(question, *said))
