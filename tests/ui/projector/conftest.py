"""What the wall is given in tests."""

import dataclasses
import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from beraad.disclosure.views import (
    AgreementView,
    AttendanceView,
    EmergencyStepView,
    NextMeetingView,
    PersonView,
    SpreadView,
    StatementView,
    TimeOutView,
    TimingView,
    WallScaleView,
    WallView,
)
from beraad.terms import Attendance, Circle, Column, RoomSees, StatementKind, Step, TimingKind
from beraad.ui.projector import WallWindow

SANNE = PersonView("Sanne", Circle.FAMILY, "moeder")
MARK = PersonView("Mark", Circle.FAMILY, "vader")
ANS = PersonView("oma Ans", Circle.NETWORK, "oma")
FATIMA = PersonView("Fatima", Circle.PROFESSIONAL, "vast contactpersoon", "Interventieteam")

DANGER = (
    StatementView(Column.DANGER, StatementKind.HARM, "Op 3 mei sloeg Mark Sanne in de keuken."),
    StatementView(Column.DANGER, StatementKind.DANGER_STATEMENT, "Hij kan haar weer slaan.", ("Mark",)),
)
SAFETY = (StatementView(Column.SAFETY, StatementKind.RESOURCE, "Lisa kan altijd bij oma terecht."),)
NEXT = (StatementView(Column.NEXT_STEP, StatementKind.BOTTOM_LINE, "Niet alleen samen met drank."),)
WAITING = WallScaleView(
    "Hoe veilig is het nu voor Lisa?",
    "het geweld gaat door",
    "Lisa is veilig",
)
SCALE = dataclasses.replace(
    WAITING,
    sees=RoomSees.ALL,
    given=((SANNE, 3), (MARK, 8), (ANS, 5)),
    declined=1,
    spreads=(SpreadView((Circle.FAMILY,), 3, 8, (2, 7)), SpreadView((Circle.NETWORK,), 5, 5)),
)
PER_CIRCLE = dataclasses.replace(
    WAITING,
    sees=RoomSees.CIRCLES,
    spreads=(
        SpreadView((Circle.FAMILY,), 3, 8, (2, 7)),
        SpreadView((Circle.NETWORK, Circle.PROFESSIONAL), 4, 4),
    ),
)
OWN_WORDS = dataclasses.replace(
    WAITING, sees=RoomSees.WORDS, because=("Hij belt eerst.",), one_up=("Lisa slaapt weer in haar bed.",)
)
AGREEMENTS = (
    AgreementView(
        1, "Mark gaat naar Kees.", (MARK, SANNE), TimingView(TimingKind.ALWAYS, dt.date(2026, 10, 5))
    ),
    AgreementView(2, "Ans belt Lisa elke avond.", (ANS,), TimingView(TimingKind.ALWAYS)),
)


def step(of: Step, **content: object) -> WallView:
    """The view of one step."""
    return WallView("De Wit", of, list(Step).index(of) + 1, 9, **content)


VIEWS = {
    Step.WELCOME: step(
        Step.WELCOME,
        people=(
            AttendanceView(SANNE, Attendance.PRESENT),
            AttendanceView(ANS, Attendance.BY_PHONE),
            AttendanceView(MARK, Attendance.ABSENT),
        ),
    ),
    Step.WORRIES: step(Step.WORRIES, focus=Column.DANGER, danger=DANGER, safety=SAFETY, next_steps=NEXT),
    Step.GOING_WELL: step(Step.GOING_WELL, focus=Column.SAFETY, danger=DANGER, safety=SAFETY),
    Step.SCALE: step(Step.SCALE, scales=(SCALE,)),
    Step.WHAT_MUST_HAPPEN: step(Step.WHAT_MUST_HAPPEN, focus=Column.NEXT_STEP, next_steps=NEXT),
    Step.FAMILY_TIME: step(Step.FAMILY_TIME),
    Step.AGREEMENTS: step(
        Step.AGREEMENTS,
        agreements=AGREEMENTS,
        time_outs=(TimeOutView("hand omhoog", MARK, "Kees", 90, "Mark belt eerst"),),
        emergency=(EmergencyStepView(1, "Bel de politie", "112"),),
    ),
    Step.DECIDE_AND_SIGN: step(
        Step.DECIDE_AND_SIGN, agreements=AGREEMENTS, answered=((SANNE, True), (MARK, False))
    ),
    Step.EVALUATION: step(
        Step.EVALUATION, next_meeting=NextMeetingView("2027-01-15T14:00:00", "buurthuis De Lucht")
    ),
}


@pytest.fixture
def wall(qtbot: QtBot) -> WallWindow:
    """A wall that stands on a screen."""
    window = WallWindow()
    qtbot.addWidget(window)
    window.show()
    return window
