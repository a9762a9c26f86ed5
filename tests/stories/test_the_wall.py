"""What the room looks at: large, whole, calm when it must be, and never more than the room may know."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.console import ready_console
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.projector import WallPreview, WallWindow
from beraad.ui.projector.marks import Calm, Icon, Panel, PlacedWords, ScaleBar, Token
from beraad.ui.screens.own_screens import OwnScreens
from tests.stories.de_wit import PETERS_NUMBER, WELL_THEN, WORRIES_THEN
from tests.stories.program import Program
from tests.stories.watching import on_the_wall, read_aloud, told
from tests.ui.driving import (
    choose,
    chord,
    in_sight,
    key,
    let_see,
    open_card,
    open_meeting,
    pages_of,
    press,
    press_step,
    texts,
    timer,
    type_into,
    write,
)
from tests.ui.paper_screens import PROJECTOR, PaperWatch, laptop, projector

M = TypeVar("M")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

WORRY = "Lisa verstopte zich achter de bank."
OTHER_WORRY = "De deur van de keuken is kapot."
WORRY_THEN, GOES_WELL = WORRIES_THEN["hit"], WELL_THEN[2]
MANY = tuple(
    f"Op {day} mei hoorde oma Ans weer dat er hard werd geschreeuwd in de keuken." for day in range(10, 18)
)
ALIKE = 6
"""Levels of 0-255 that two pictures may be apart: letters are hinted anew in the small one."""
SMALLEST = 1 / 34
"""Letters, as a share of the wall's height."""


@pytest.fixture
def welcome(program: Program) -> Program:
    """The next meeting of the De Wit family, opened, with the wall switched on."""
    program.sit_down()
    press(program.page, "Peter: afwezig")
    return program


@pytest.fixture
def worries(welcome: Program) -> Program:
    """At the worries; what was said last time stays."""
    press_step(welcome.page, "Zorgen")
    press(welcome.page, "Alles blijft")
    return welcome


# -- a window of its own -----------------------------------------------------------------------------


def test_the_wall_is_a_window_of_its_own_on_the_other_screen(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.begin_with("de-wit")
    a_laptop_beside_a_projector(program, monkeypatch)
    open_meeting(program.page)
    questions = len(program.messages.said)
    press(program.page, "Scherm aan")
    wall = program.wall
    assert wall.isWindow()
    assert wall.isVisible()
    assert wall.geometry() == PROJECTOR
    assert len(program.messages.said) == questions, "where there is one other screen nothing is asked"


# -- large, and nothing cut --------------------------------------------------------------------------


def test_the_column_that_is_talked_about_is_the_widest(worries: Program) -> None:
    press_step(worries.page, "Wat gaat goed")
    press(worries.page, "Alles blijft")
    wall = worries.wall
    assert width_of_the_card(wall, GOES_WELL) > width_of_the_card(wall, WORRY_THEN)
    press_step(worries.page, "Zorgen")
    assert width_of_the_card(wall, GOES_WELL) < width_of_the_card(wall, WORRY_THEN)


def test_every_letter_is_at_least_a_34th_of_the_screen(worries: Program) -> None:
    say(worries, *MANY)
    words = marks(worries.wall, PlacedWords)
    assert told(MANY, [mark.words.text for mark in words]) == list(MANY)
    assert min(mark.words.size for mark in words) >= SMALLEST * worries.wall.height()


def test_nothing_is_cut_however_much_was_said(worries: Program) -> None:
    say(worries, *MANY, " ".join(MANY))
    whole = QRectF(worries.wall.rect())
    for mark in marks(worries.wall, PlacedWords):
        place = QRectF(mark.where.x(), mark.where.y(), mark.words.width, mark.words.height)
        assert whole.contains(place), mark.words.text
        assert mark.words.natural_width <= mark.words.width + 1, mark.words.text


# -- by itself to the next page ----------------------------------------------------------------------


def test_a_full_column_turns_its_pages_by_itself_once_that_is_ticked(worries: Program, qtbot: QtBot) -> None:
    wall = worries.wall
    say(worries, *MANY)
    assert wall.pages > 1
    turn = timer(wall, "page turn")
    assert not turn.isActive()
    turn.setInterval(1)  # the room waits twelve seconds; a test does not
    press(worries.page, "Bladzijden slaan vanzelf om")
    seen: set[int] = set()
    wall.page_changed.connect(lambda page, _of: seen.add(page))
    qtbot.waitUntil(lambda: seen == set(range(1, wall.pages + 1)))


def test_the_keys_on_the_wall_turn_its_pages(worries: Program) -> None:
    wall = worries.wall
    say(worries, *MANY)
    first, page = wall.visible_texts(), wall.page
    QTest.keyClick(wall, Qt.Key.Key_PageDown)
    assert wall.page == page % wall.pages + 1
    assert wall.visible_texts() != first
    QTest.keyClick(wall, Qt.Key.Key_PageUp)
    assert wall.visible_texts() == first


# -- one card forward --------------------------------------------------------------------------------


def test_one_card_is_put_forward_and_goes_back(worries: Program) -> None:
    say(worries, OTHER_WORRY, WORRY)
    among_all = on_the_wall(worries.wall)
    size_among_all = size_of(worries.wall, WORRY)
    key(worries.page, Qt.Key.Key_Up)
    chord(worries.page, MeetingKey.FORWARD)
    assert told([WORRY, OTHER_WORRY], on_the_wall(worries.wall)) == [WORRY]
    assert size_of(worries.wall, WORRY) > size_among_all
    chord(worries.page, MeetingKey.FORWARD)
    assert on_the_wall(worries.wall) == among_all


def test_a_card_that_not_everybody_may_see_is_not_put_forward_and_it_is_said_why(worries: Program) -> None:
    page = worries.page
    say(worries, WORRY)
    open_card(page, WORRY)
    press(page, "Meer …")
    let_see(page, "alleen hulpverleners")
    press(page, "Groot op scherm")
    assert told([WORRY], on_the_wall(worries.wall)) == []
    _kind, title, why = worries.said_last()
    assert title == "Niet op het scherm gezet"
    assert why == "Niet iedereen die nu aan tafel zit, mag dit zien: alleen hulpverleners."


# -- pictures of their own ---------------------------------------------------------------------------


def test_the_scale_is_a_line_with_tokens_on_it(welcome: Program) -> None:
    page = welcome.page
    press_step(page, "Schaalvraag")
    press(page, "Hoe veilig is het nu voor Lisa?")
    press(page, "Vraag iedereen om de beurt")
    press(page, "Cijfer van Sanne: 6")
    press(page, "Toon aan iedereen")
    assert marks(welcome.wall, ScaleBar)
    assert [token.person.called for token in marks(welcome.wall, Token)] == ["Sanne"]


def test_the_signing_shows_who_answered_and_not_what(welcome: Program) -> None:
    page = welcome.page
    welcome.keep_the_last_plan()
    asked = [field.accessibleName() for field in in_sight(page, QTextEdit)]
    for gap in (name for name in asked if name.endswith("waarom mag dit zo blijven?")):
        type_into(page, gap, "Dat spraken we zo af.")
    press(page, "Vaststellen")
    press(page, "Sanne: anders, zoals op papier of niet nu")
    choose(page, "Wat antwoordt Sanne?", "niet akkoord")
    type_into(page, "Waarom, of wat Sanne erbij zegt", "Ik wil eerst met mijn broer praten.")
    press(page, "Bewaar")
    seen = on_the_wall(welcome.wall)
    assert "Wie heeft geantwoord" in seen
    for_each_page = [icon.role for icon in marks(welcome.wall, Icon)]
    assert for_each_page.count("done") == welcome.wall.pages, (
        "one has answered, beside every page of the plan"
    )
    assert told(["akkoord", "mijn broer"], seen) == []


# -- the facilitator sees what the room sees ---------------------------------------------------------


def test_the_preview_is_the_wall_whatever_it_does(worries: Program) -> None:
    page, wall = worries.page, worries.wall
    say(worries, *MANY)
    key(page, Qt.Key.Key_Up)
    the_preview_is_the_wall(worries)
    wall.next_page()
    the_preview_is_the_wall(worries)
    chord(page, MeetingKey.FORWARD)
    the_preview_is_the_wall(worries)
    key(page, Qt.Key.Key_F8)
    chord(page, MeetingKey.REMOVE)
    the_preview_is_the_wall(worries)
    key(page, Qt.Key.Key_B)
    the_preview_is_the_wall(worries)


def test_a_preview_that_lags_behind_is_noticed(worries: Program) -> None:
    """The control: the comparison above can fail, by its words and by its picture."""
    (preview,) = in_sight(worries.page, WallPreview)
    before, shown = preview.visible_texts(), small(preview)
    key(worries.page, Qt.Key.Key_B)
    assert before != worries.wall.visible_texts()
    assert unlike(shown, small(worries.wall)) > ALIKE


# -- calm --------------------------------------------------------------------------------------------


def test_one_key_calms_the_wall_and_brings_it_back(worries: Program) -> None:
    say(worries, WORRY)
    key(worries.page, Qt.Key.Key_Up)
    before = on_the_wall(worries.wall)
    key(worries.page, Qt.Key.Key_B)
    assert worries.wall.accessibleName() == "Beraad", "painted at once, before anybody asked"
    assert len(marks(worries.wall, Calm)) == 1
    assert on_the_wall(worries.wall) == ()
    assert "Scherm is rustig" in read_aloud(worries.page)
    chord(worries.page, MeetingKey.SHOW_AGAIN)
    assert on_the_wall(worries.wall) == before


def test_escape_twice_calms_the_wall_from_the_middle_of_a_word(worries: Program) -> None:
    say(worries, WORRY)
    assert told([WORRY], on_the_wall(worries.wall)) == [WORRY]
    write(worries.page, "Toen hij")
    key(worries.page, Qt.Key.Key_Escape)
    key(worries.page, Qt.Key.Key_Escape)
    assert worries.wall.accessibleName() == "Beraad"
    assert len(marks(worries.wall, Calm)) == 1
    assert on_the_wall(worries.wall) == ()


def test_what_is_said_while_the_wall_is_calm_stays_off_it(worries: Program) -> None:
    key(worries.page, Qt.Key.Key_B)
    say(worries, WORRY)
    assert on_the_wall(worries.wall) == ()
    key(worries.page, Qt.Key.Key_Up)
    chord(worries.page, MeetingKey.SHOW_AGAIN)
    assert told([WORRY], on_the_wall(worries.wall)) == [WORRY]


# -- frozen ------------------------------------------------------------------------------------------


def test_what_is_added_to_a_frozen_wall_comes_when_it_goes_on(worries: Program) -> None:
    key(worries.page, Qt.Key.Key_F8)
    before = on_the_wall(worries.wall)
    say(worries, WORRY)
    assert on_the_wall(worries.wall) == before
    assert "Scherm staat stil: Zorgen" in read_aloud(worries.page)
    key(worries.page, Qt.Key.Key_F8)
    assert told([WORRY], on_the_wall(worries.wall)) == [WORRY]


# -- withheld ----------------------------------------------------------------------------------------


def test_a_card_with_a_hidden_number_is_not_on_the_wall_and_the_console_says_why(worries: Program) -> None:
    say(worries, f"Peter is te bellen op {PETERS_NUMBER}.")
    assert told(["Peter is te bellen", PETERS_NUMBER], on_the_wall(worries.wall)) == []
    said = texts(worries.page)
    assert "Niet op het scherm gezet" in said
    assert f"staat „{PETERS_NUMBER}”: het telefoonnummer van Peter. Dat mogen " in said
    assert "niet op het scherm" in said.splitlines(), "the card itself is marked"


def test_the_same_card_without_the_number_is_on_the_wall(worries: Program) -> None:
    say(worries, "Peter is te bellen.")
    assert told(["Peter is te bellen"], on_the_wall(worries.wall)) == ["Peter is te bellen"]
    assert "Niet op het scherm gezet" not in texts(worries.page)


# -- inside ------------------------------------------------------------------------------------------


class OnPaper(WallWindow):
    """The wall, on a screen that Qt does not know."""

    def setScreen(self, screen: object, /) -> None:  # noqa: N802 - Qt's name
        assert getattr(screen, "rect", QRect()) == PROJECTOR

    def setWindowState(self, _state: object, /) -> None:  # noqa: N802 - Qt's name
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)


def a_laptop_beside_a_projector(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_console, "WallWindow", OnPaper)
    watch = PaperWatch(laptop(), projector())
    (screens,) = program.window.findChildren(OwnScreens)
    monkeypatch.setattr(screens, "watch", watch)
    monkeypatch.setattr(screens.room, "_watch", watch)


def say(program: Program, *sentences: str) -> None:
    """Type these as new cards of the first column, each with Enter."""
    chord(program.page, MeetingKey.DANGER)
    for sentence in sentences:
        write(program.page, sentence)
        key(program.page, Qt.Key.Key_Return)


def marks(wall: WallWindow, kind: type[M]) -> list[M]:
    """What the wall's painter put on its pages."""
    return [mark for page in pages_of(wall) for mark in page if isinstance(mark, kind)]


def size_of(wall: WallWindow, text: str) -> float:
    """How large these words stand there."""
    (size,) = {mark.words.size for mark in marks(wall, PlacedWords) if mark.words.text == text}
    return size


def width_of_the_card(wall: WallWindow, text: str) -> float:
    """How wide the card with these words is."""
    for page in pages_of(wall):
        for mark in page:
            if isinstance(mark, PlacedWords) and mark.words.text == text:
                (card,) = [it.where for it in page if isinstance(it, Panel) and it.where.contains(mark.where)]
                return card.width()
    raise AssertionError(text)


def the_preview_is_the_wall(program: Program) -> None:
    """Its words are the same, and so is its picture."""
    (preview,) = in_sight(program.page, WallPreview)
    assert preview.visible_texts() == program.wall.visible_texts()
    assert unlike(small(preview), small(program.wall)) < ALIKE


def small(part: QWidget) -> QImage:
    """A picture of the preview or the wall in one small size."""
    ratio, way = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return part.grab().toImage().scaled(64, 36, ratio, way)


def unlike(one: QImage, other: QImage) -> float:
    """How far two pictures are apart on average, in levels of 0-255; the edge has a line in the preview."""
    points = [(x, y) for x in range(1, 63) for y in range(1, 35)]
    apart = [abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) for at in points]
    return sum(apart) / len(apart)
