"""Of a wall that changed only what changed is painted anew: nothing of what stood there before may stay."""

import dataclasses
import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from beraad.disclosure.views import StatementView, WallView
from beraad.terms import Column, StatementKind, Step
from beraad.ui.projector import WallWindow, wall_window
from beraad.ui.projector.marks import Mark, Panel, Words
from beraad.ui.projector.painter import changed_area, compose, paint
from beraad.ui.theme import Theme
from tests.ui.projector.conftest import AGREEMENTS, DANGER, MARK, NEXT, SAFETY, SANNE, SCALE, VIEWS, step

TEXTS = (
    "Kort.",
    "Op 3 mei sloeg Mark Sanne in de keuken, en daarna nog een keer in de gang. " * 3,
    "Zij schr" + "é\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u030a\u030b\u030c" * 6 + "kt.",
    "الأطفال يخافون في الليل، وشَدَّةٌ",
    "g" * 200,
    "Ş ğ ı 🙂 Ångström",
)


def seen(wall: WallWindow) -> QImage:
    """What an eye sees on the screen now."""
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(wall.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def whole(wall: WallWindow) -> QImage:
    """The same picture, painted from its first mark to its last."""
    picture = QImage(wall.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    wall.paint_on(painter)
    painter.end()
    return picture


def same(one: QImage, other: QImage) -> bool:
    """Whether no place is light in one and dark in the other.

    Qt draws large letters a little otherwise the first time.
    """
    if one == other:
        return True
    grey = [
        bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits()) for image in (one, other)
    ]
    return len(grey[0]) == len(grey[1]) and max(abs(a - b) for a, b in zip(*grey, strict=True)) < 80


def columns(turn: random.Random) -> WallView:
    """A view with a few cards, most of which it shares with others."""
    cards = [
        StatementView(Column.DANGER, StatementKind.HARM, text, turn.choice(((), ("Mark",))))
        for text in turn.choices(TEXTS, k=turn.randrange(5))
    ]
    return step(
        Step.WORRIES,
        focus=Column.DANGER,
        danger=(*DANGER, *cards)[turn.randrange(2) :],
        safety=SAFETY[: turn.randrange(2)],
        next_steps=NEXT[: turn.randrange(2)],
        turn=turn.choice((None, None, SANNE, MARK)),
    )


def wishes(turn: random.Random) -> Callable[[WallWindow], object]:
    """What happens to a wall."""
    plan = VIEWS[Step.AGREEMENTS]
    return turn.choice(
        (
            *[lambda wall: wall.show_view(columns(turn))] * 6,
            lambda wall: wall.show_view(VIEWS[turn.choice(list(Step))]),
            lambda wall: wall.show_view(dataclasses.replace(VIEWS[Step.WORRIES], forward=DANGER[1])),
            lambda wall: wall.show_view(
                step(Step.SCALE, scales=(dataclasses.replace(SCALE, given=SCALE.given[: turn.randrange(4)]),))
            ),
            lambda wall: wall.show_view(dataclasses.replace(plan, aloud=turn.choice(AGREEMENTS))),
            lambda wall: wall.show_view(
                dataclasses.replace(plan, agreements=AGREEMENTS[: turn.randrange(3)])
            ),
            WallWindow.next_page,
            WallWindow.show_calm,
            WallWindow.end_calm,
            lambda wall: wall.set_frozen(turn.random() < 0.3),
            WallWindow.forget,
            lambda wall: wall.resize(turn.choice((1280, 1024, 800)), turn.choice((720, 768))),
        )
    )


@pytest.mark.parametrize("seed", range(6))
def test_nothing_of_what_stood_there_stays(seed: int, wall: WallWindow, qtbot: QtBot) -> None:
    qtbot.waitExposed(wall)
    turn = random.Random(seed)
    for _act in range(30):
        wishes(turn)(wall)
        QApplication.processEvents()
        assert same(seen(wall), whole(wall))


def test_a_view_stands_whole_before_the_call_ends(wall: WallWindow, qtbot: QtBot) -> None:
    qtbot.waitExposed(wall)
    QApplication.processEvents()
    turn = random.Random(7)
    for _act in range(30):
        wall.show_view(columns(turn))
        assert same(seen(wall), whole(wall))
        if turn.random() < 0.3:
            wall.visible_texts()


def test_it_would_be_seen(wall: WallWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: with too little painted, what stood there is seen."""
    qtbot.waitExposed(wall)
    wall.show_view(VIEWS[Step.WORRIES])
    QApplication.processEvents()
    monkeypatch.setattr(wall_window, "changed_area", lambda *_of: QRect(0, 0, 40, 40))
    wall.show_view(dataclasses.replace(VIEWS[Step.WORRIES], danger=()))
    QApplication.processEvents()
    assert not same(seen(wall), whole(wall))


def test_one_card_more_is_not_the_whole_wall() -> None:
    size = QSizeF(1920, 1080)
    before, now = (
        compose(dataclasses.replace(VIEWS[Step.WORRIES], danger=danger), size)[0]
        for danger in (DANGER[:1], DANGER)
    )
    area = changed_area(before, now, size)
    assert 0 < area.width() * area.height() < 1920 * 1080 / 3
    assert changed_area(now, now, size).isEmpty()


def test_no_sign_reaches_further_than_is_cleared(qtbot: QtBot) -> None:
    """Signs stacked on a letter, and whatever a mark might draw outside its place, are cut there."""
    size = QSizeF(800, 600)
    stacked = Words("Z" + "\u0301\u0302\u0303\u0304\u0306\u0307" * 20, width=300, size=40).at(200, 300)
    picture = QImage(800, 600, QImage.Format.Format_RGB32)
    for mark in (stacked, Wide(QRectF(200, 300, 100, 50))):
        painter = QPainter(picture)
        paint((mark,), painter, size)
        painter.end()
        drawn = coloured(picture)
        assert not drawn.isEmpty()
        assert changed_area((mark,), (), size).contains(drawn)


@dataclasses.dataclass(frozen=True)
class Wide:
    """A mark that draws all over the wall."""

    where: QRectF

    def paint(self, painter: QPainter, theme: Theme) -> tuple[str, ...]:
        """Draw much more than its place."""
        return Panel(QRectF(0, 0, 800, 600), "danger_wash").paint(painter, theme)


def coloured(picture: QImage) -> QRect:
    """Where something else stands than the ground of the wall."""
    ground = Theme.current().colour("card").rgb()
    points = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) != ground
    ]
    return (
        QRect()
        if not points
        else QRect(
            min(x for x, _y in points),
            min(y for _x, y in points),
            max(x for x, _y in points) - min(x for x, _y in points) + 1,
            max(y for _x, y in points) - min(y for _x, y in points) + 1,
        )
    )


def test_words_are_the_same_where_all_that_is_seen_of_them_is() -> None:
    """Else a change of colour or size alone would not be painted."""
    one = Words("Sanne", width=300, size=40)
    assert one == Words("Sanne", width=300, size=40)
    for other in (
        Words("Mark", width=300, size=40),
        Words("Sanne", width=310, size=40),
        Words("Sanne", width=300, size=41),
        Words("Sanne", width=300, size=40, colour="danger"),
        Words("Sanne", width=300, size=40, bold=True),
    ):
        assert one != other
    marks: list[Mark] = [one.at(0, 0), one.at(0, 1)]
    assert marks[0] != marks[1]
