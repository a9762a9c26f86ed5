"""Whatever was written, however large the wall: large letters, nothing cut, lost or over something else."""

import dataclasses
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from beraad.disclosure.views import (
    AgreementView,
    AttendanceView,
    EmergencyStepView,
    PersonView,
    StatementView,
    TimingView,
    WallView,
)
from beraad.terms import Attendance, Circle, Column, StatementKind, Step, TimingKind
from beraad.ui.projector import columns
from beraad.ui.projector.columns import statement_label
from beraad.ui.projector.marks import Page, Panel, PlacedWords, Words
from beraad.ui.projector.painter import compose
from tests.ui.projector.conftest import DANGER, NEXT, SAFETY, step

SIZES = [
    QSizeF(1024, 768),
    QSizeF(1280, 800),
    QSizeF(1366, 768),
    QSizeF(1920, 1080),
    QSizeF(2560, 1080),
    QSizeF(3840, 2160),
    QSizeF(1080, 1920),
    QSizeF(768, 1024),
]
NASTY = {
    "one word": "Ja",
    "a very long word": "verantwoordelijkheidsgevoelsontwikkelingsprogramma" * 5,
    "240 characters without a space": "a" * 240,
    "2,000 characters": ("Op maandag liep iemand boos weg en kwam pas laat terug. " * 40)[:2000].strip(),
    "emoji": "👩‍👩‍👧‍👦 belt 📞 oma 👵🏽 " * 12,
    "Arabic": "في يوم الاثنين غادر غاضبا وعاد متأخرا جدا. " * 8,
    "Turkish": "Çocuklar güvende; İğne ile ÇALIŞIYOR, şöyle ığdır. " * 8,
    "both directions": "Rima zei: في البيت (thuis) 06-12345678 مع الأطفال. " * 6,
    "combining marks": "e\u0301" * 120,
    "new lines": "Eerst dit.\n\nDan dat.\nEn dan niets meer.",
    "nothing but spaces between": "een      twee\u00a0drie\u2009vier",
}
ACTORS = tuple(PersonView(name, Circle.FAMILY) for name in ("Sanne", "oma Ans van de overkant", "Ç" * 40))

ids = st.sampled_from(list(NASTY.values()))
free = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=300
)
texts = st.lists(st.one_of(ids, free), min_size=1, max_size=7)


def placed_words(pages: Sequence[Page]) -> list[PlacedWords]:
    return [mark for page in pages for mark in page if isinstance(mark, PlacedWords)]


def place(mark: PlacedWords) -> QRectF:
    return QRectF(mark.where.x(), mark.where.y(), mark.words.width, mark.words.height)


def letters(*parts: str) -> str:
    return re.sub(r"\s", "", "".join(parts))


def assert_fits(pages: Sequence[Page], size: QSizeF) -> None:
    """Large enough, inside the wall and inside its own lines, and over nothing else."""
    wall = QRectF(0, 0, size.width(), size.height())
    for mark in placed_words(pages):
        assert mark.words.size >= size.height() / 34, mark.words.text
        assert wall.contains(place(mark)), mark.words.text
        assert mark.words.natural_width <= mark.words.width + 1, mark.words.text
    for page in pages:
        panels = [mark.where for mark in page if isinstance(mark, Panel)]
        words = [place(mark) for mark in page if isinstance(mark, PlacedWords) and mark.words.text]
        for group in (panels, words):
            smaller = [where.adjusted(1, 1, -1, -1) for where in group]
            for index, one in enumerate(smaller):
                assert not any(one.intersects(other) for other in smaller[index + 1 :])
        for where in words:
            for panel in panels:
                # Words stand in one card or in none, and never over an edge.
                assert panel.adjusted(-1, -1, 1, 1).contains(where) or not panel.intersects(
                    where.adjusted(1, 1, -1, -1)
                )


def body(pages: Sequence[Page]) -> str:
    """Every letter that stands in a card, page after page."""
    found = []
    for page in pages:
        panels = [mark.where for mark in page if isinstance(mark, Panel)]
        for mark in page:
            if isinstance(mark, PlacedWords):
                inside = any(panel.contains(place(mark).center()) for panel in panels)
                found.append(mark.words.text if inside else "")
    return letters(*found)


def statements(written: Sequence[str]) -> tuple[StatementView, ...]:
    return tuple(StatementView(Column.DANGER, StatementKind.HARM, text) for text in written)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_every_nasty_text_fits_every_wall(text: str, size: QSizeF) -> None:
    (card,) = statements([text])
    agreement = AgreementView(12, text, ACTORS, TimingView(TimingKind.ALWAYS))
    views = (
        step(Step.WORRIES, focus=Column.DANGER, danger=(card, card)),
        step(Step.GOING_WELL, focus=Column.SAFETY, danger=(card,)),
        step(Step.WORRIES, focus=Column.DANGER, danger=(card,), forward=card),
        step(Step.AGREEMENTS, agreements=(agreement,), emergency=(EmergencyStepView(1, text, "112"),)),
        step(Step.AGREEMENTS, agreements=(agreement,), forward=agreement),
        step(Step.WELCOME, people=(AttendanceView(PersonView(text, Circle.FAMILY), Attendance.PRESENT),)),
        dataclasses.replace(step(Step.WORRIES, focus=Column.DANGER, danger=(card,)), family_name=text[:60]),
    )
    for view in views:
        assert_fits(compose(view, size), size)


@given(written=texts, size=st.sampled_from(SIZES))
@settings(max_examples=40, deadline=None)
def test_the_pages_of_a_column_together_hold_every_letter_once_and_in_order(
    written: list[str], size: QSizeF
) -> None:
    view = step(Step.WORRIES, focus=Column.DANGER, danger=statements(written))
    pages = compose(view, size)
    assert_fits(pages, size)
    assert body(pages) == letters(*(f"{text}wat er is gebeurd" for text in written))


@given(text=st.one_of(ids, free), size=st.sampled_from(SIZES))
@settings(max_examples=40, deadline=None)
def test_a_card_put_forward_loses_nothing(text: str, size: QSizeF) -> None:
    (card,) = statements([text])
    pages = compose(step(Step.WORRIES, focus=Column.DANGER, danger=(card,), forward=card), size)
    assert_fits(pages, size)
    assert body(pages) == letters(text, "wat er is gebeurd")


@given(written=texts, size=st.sampled_from(SIZES))
@settings(max_examples=30, deadline=None)
def test_agreements_lose_nothing(written: list[str], size: QSizeF) -> None:
    agreements = tuple(
        AgreementView(number, text, ACTORS[:1], TimingView(TimingKind.ALWAYS))
        for number, text in enumerate(written, 1)
    )
    pages = compose(step(Step.AGREEMENTS, agreements=agreements), size)
    assert_fits(pages, size)
    # What stands beside the text of a divided card comes with its first half: counted, not ordered.
    whole = "".join(f"{number}{text}Sannealtijd" for number, text in enumerate(written, 1))
    assert sorted(body(pages)) == sorted(letters(whole))


@pytest.mark.parametrize("letters", ["K.K[", "K.#["])
@pytest.mark.parametrize("size", [33.0, 33.5, 34.0, 34.5, 35.0])
def test_a_word_that_ends_in_letters_of_another_font_breaks_before_the_edge(
    size: float, letters: str, qapp: object
) -> None:
    words = Words(f"00000A{letters}i\u00bc\u00d0\u1810\u013e", width=272.775, size=size, bold=True)
    assert words.natural_width <= words.width


def test_a_short_card_put_forward_is_larger_than_a_long_one() -> None:
    def size_of(text: str) -> float:
        (card,) = statements([text])
        view: WallView = step(Step.WORRIES, focus=Column.DANGER, danger=(card,), forward=card)
        return max(mark.words.size for mark in placed_words(compose(view, SIZES[3])))

    assert size_of(NASTY["one word"]) > size_of(NASTY["2,000 characters"])


@given(width=st.integers(120, 900))
@settings(max_examples=60, deadline=None)
def test_a_day_keeps_its_month_and_a_short_pair_of_words_its_second(width: int) -> None:
    text = "zegt 'time-out', elke week om 10:30 uur, vanaf 13 oktober 2026, tot en met 12 januari 2027"
    words = Words(text, width=width, size=23)
    starts = words._lines.starts
    assert words.natural_width <= width
    for kept in ("out'", "uur", "oktober", "januari"):
        assert text.index(kept) not in starts, kept


def test_a_long_pair_of_words_may_end_its_line_at_the_hyphen() -> None:
    text = "Wilhelmina-Oosterhuizen"
    assert text.index("Oost") in Words(text, width=200, size=23)._lines.starts


@pytest.mark.parametrize("size", SIZES[:5], ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
@pytest.mark.parametrize("focus", list(Column))
def test_the_kind_of_a_card_is_told_from_its_words_by_size_or_by_colour(size: QSizeF, focus: Column) -> None:
    views = [*DANGER[:1], *SAFETY, *NEXT]
    page = compose(step(Step.WORRIES, focus=focus, danger=DANGER[:1], safety=SAFETY, next_steps=NEXT), size)
    placed = {mark.words.text: mark.words for mark in placed_words(page)}
    for statement in views:
        words, kind = placed[statement.text], placed[statement_label(statement)]
        assert (words.size > kind.size) or words.colour != kind.colour


FOUR = (
    "Op 3 mei sloeg Mark Sanne in de keuken; Lisa zag het.",
    "Mark drinkt op verjaardagen en wordt dan boos op iedereen.",
    "Lisa slaapt slecht en is bang als de deur hard dichtslaat.",
    "De huur is twee maanden niet betaald en er komt een brief.",
)


def _four(focus: Column, disputed_by: tuple[str, ...] = ()) -> WallView:
    worries = tuple(StatementView(Column.DANGER, StatementKind.HARM, text, disputed_by) for text in FOUR)
    return step(Step.WORRIES, focus=focus, danger=worries)


def _letters(page: Page) -> list[float]:
    return [mark.words.size for mark in page if isinstance(mark, PlacedWords) and mark.words.text in FOUR]


LAPTOPS_AND_PROJECTORS = SIZES[1:6]


@pytest.mark.parametrize("focus", [Column.DANGER, Column.SAFETY])
@pytest.mark.parametrize("size", LAPTOPS_AND_PROJECTORS, ids=lambda it: f"{it.width():.0f}x{it.height():.0f}")
def test_four_short_worries_fit_on_one_page(size: QSizeF, focus: Column) -> None:
    (page,) = compose(_four(focus), size)
    assert len(_letters(page)) == len(FOUR)
    assert min(_letters(page)) >= size.height() / 34


@pytest.mark.parametrize("size", SIZES[2:6], ids=lambda it: f"{it.width():.0f}x{it.height():.0f}")
def test_four_that_somebody_sees_differently_fit_too(size: QSizeF) -> None:
    assert len(compose(_four(Column.DANGER, ("Mark", "Kees")), size)) == 1


def test_with_all_the_air_they_would_take_two_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "_AIRS", columns._AIRS[:1])
    assert len(compose(_four(Column.DANGER, ("Mark", "Kees")), QSizeF(1366, 768))) == 2
    assert len(compose(_four(Column.SAFETY), QSizeF(1280, 800))) == 2


def test_three_worries_keep_all_their_air() -> None:
    view, size = _four(Column.DANGER), QSizeF(1366, 768)
    (page,) = compose(dataclasses.replace(view, danger=view.danger[:3]), size)
    assert min(_letters(page)) > size.height() / 34 * 1.1
