"""One person reads the own copy and answers honestly."""

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from beraad.codes import ChangedFact, DocumentChange
from beraad.disclosure.signing_views import Difference, FactChange, ItemChange, SigningView
from beraad.disclosure.views import (
    AgreementView,
    AnswerView,
    CallView,
    ChildView,
    ContactView,
    DetailView,
    EmergencyStepView,
    MeetingHead,
    NamedView,
    NextMeetingView,
    PersonView,
    PlanBody,
    PlanView,
    PromiseView,
    ReaderView,
    StatementView,
    TimeOutView,
    TimingView,
)
from beraad.export.copies import copy_for
from beraad.export.pdf.signature import _PAD_SHARE
from beraad.terms import (
    AnswerShows,
    Circle,
    Column,
    ContactKind,
    Decision,
    MeetingKind,
    MeetingMode,
    StatementKind,
    TimingKind,
)
from beraad.ui.signing import AnswerGiven, SignaturePad, SigningScreen
from beraad.ui.signing.signature_pad import line_width
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.words.answers import Voice
from tests.ui.driving import answer_form, is_there, press

ANS = PersonView("oma Ans", Circle.NETWORK)
MARK = PersonView("Mark", Circle.FAMILY)
DAILY = TimingView(TimingKind.RECURRING, dt.date(2026, 11, 21), None, "FREQ=DAILY")


def view() -> SigningView:
    """What oma Ans answers for: one agreement of her own, one of Mark's."""
    body = PlanBody(
        danger=(StatementView(Column.DANGER, StatementKind.HARM, "Op 3 mei sloeg Mark Sanne.", ("Mark",)),),
        agreements=(
            AgreementView(1, "Mark gaat naar Kees.", (MARK,), TimingView(TimingKind.ALWAYS)),
            AgreementView(2, "Ans belt Lisa.", (ANS,), DAILY, fallback="Kees belt", mine=True),
        ),
        emergency=(EmergencyStepView(1, "Bel de politie", "112"),),
    )
    head = MeetingHead(
        2, MeetingKind.FAMILY_NETWORK, MeetingMode.TOGETHER, None, None, "Fatima", "2026-11-21T15:42:00", ()
    )
    plan = PlanView(
        "IT-2026-014",
        "De Wit",
        head,
        1,
        body,
        contacts=(ContactView(MARK, (DetailView(ContactKind.PHONE, "06 1234 0002"),)),),
        answers=(),
        next_meeting=NextMeetingView("2027-01-15T14:00:00", "De Lucht"),
        reader=ReaderView(ANS, 4, False, False, False, "nl"),
    )
    return SigningView(plan, body.digest(), "", ((MARK, True), (ANS, False)))


@pytest.fixture
def screen(qtbot: QtBot) -> SigningScreen:
    """The signing screen of oma Ans."""
    screen = SigningScreen(view())
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    return screen


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def button(screen: QWidget, text: str) -> QPushButton:
    return next(item for item in screen.findChildren(QPushButton) if item.text() == text and item.isVisible())


def draw(screen: QWidget, qtbot: QtBot) -> None:
    pad = screen.findChild(SignaturePad)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    for x in range(20, 120, 10):
        qtbot.mouseMove(pad, QPoint(x, 10 + x % 30))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 30))


def given(screen: SigningScreen) -> list[AnswerGiven]:
    answers: list[AnswerGiven] = []
    screen.answer_given.connect(answers.append)
    return answers


def test_it_shows_the_own_agreements_as_they_were_written_and_no_others(screen: SigningScreen) -> None:
    shown = texts(screen)
    assert "Oma Ans, dit neem jij op je" in shown
    assert {"Dit doe ik", "2", "Ans belt Lisa.", "Lukt het niet? Kees belt"} <= set(shown)
    assert not any("Mark gaat naar Kees" in text for text in shown)


def test_it_says_which_version_was_agreed_when(screen: SigningScreen) -> None:
    assert "Plan versie 1 · vastgesteld op zaterdag 21 november 2026, om 15:42 uur" in texts(screen)


def test_somebody_without_an_own_agreement_is_told_that_the_answer_counts(qtbot: QtBot) -> None:
    plan = view().plan
    body = dataclasses.replace(plan.body, agreements=plan.body.agreements[:1])
    screen = SigningScreen(SigningView(dataclasses.replace(plan, body=body), body.digest(), "", ()))
    qtbot.addWidget(screen)
    screen.show()
    assert "Jij hebt geen eigen afspraak in dit plan. Jouw antwoord telt wel." in texts(screen)


def test_the_whole_copy_can_be_read_and_left(screen: SigningScreen) -> None:
    button(screen, "Mijn hele exemplaar lezen").click()
    shown = iter(texts(screen))
    for part in (
        "Mijn plan",
        "vrijdag 15 januari 2027, om 14:00 uur",
        "Bel de politie",
        "112",
        "Ans belt Lisa.",
        "Mark gaat naar Kees.",
        "Op 3 mei sloeg Mark Sanne.",
        "06 1234 0002",
    ):
        assert part in shown, "in the order of the paper"
    button(screen, "Terug naar mijn deel").click()
    assert "Oma Ans, dit neem jij op je" in texts(screen)


def test_a_child_reads_and_signs_the_childs_copy(qtbot: QtBot) -> None:
    child = ChildView(
        "Lisa", (CallView("oma", "06 12"),), promises=(PromiseView("Oma belt mij.", DAILY, ("oma",)),)
    )
    screen = SigningScreen(dataclasses.replace(view(), plan=dataclasses.replace(view().plan, child=child)))
    qtbot.addWidget(screen)
    screen.show()
    shown = texts(screen)
    assert {"Oma Ans, dit is jouw exemplaar", "Gevaar? Bel de politie.", "Oma belt mij."} <= set(shown)
    assert not any("sloeg" in text or "Dit doe ik" in text for text in shown)
    assert not any(
        "exemplaar" in item.text() for item in screen.findChildren(QPushButton) if item.isVisible()
    )


def test_the_copy_is_in_the_language_of_who_signs_and_the_questions_in_that_of_the_window(
    qtbot: QtBot,
) -> None:
    reader = dataclasses.replace(view().plan.reader, language="en")
    screen = SigningScreen(dataclasses.replace(view(), plan=dataclasses.replace(view().plan, reader=reader)))
    qtbot.addWidget(screen)
    screen.show()
    assert "What I do" in texts(screen)
    assert button(screen, "Ik ga akkoord")


def test_what_others_answered_is_not_shown(screen: SigningScreen, qtbot: QtBot) -> None:
    said = AnswerView(MARK, Decision.DISAGREE, "Ik wil niet.", "2026-11-21T16:00:00")
    other = SigningScreen(dataclasses.replace(view(), plan=dataclasses.replace(view().plan, answers=(said,))))
    qtbot.addWidget(other)
    other.show()
    for one in (screen, other):
        button(one, "Mijn hele exemplaar lezen").click()
    assert texts(other) == texts(screen)
    assert "Ik wil niet." in str(copy_for(other.view.plan)), "control: it is printed"


def test_it_shows_who_has_answered_and_not_what(screen: SigningScreen) -> None:
    tokens = [token.accessibleName() for token in screen.findChildren(PersonToken)]
    assert "Mark, Gezin, heeft geantwoord" in tokens
    assert "oma Ans, Netwerk" in tokens


def test_nothing_can_be_given_before_an_answer_was_chosen(screen: SigningScreen) -> None:
    assert not button(screen, "Ik teken").isEnabled()
    assert "Kies eerst een antwoord." in texts(screen)


def test_agreeing_takes_a_signature(screen: SigningScreen, qtbot: QtBot) -> None:
    answers = given(screen)
    button(screen, "Ik ga akkoord").click()
    assert not button(screen, "Ik teken").isEnabled()
    draw(screen, qtbot)
    button(screen, "Ik teken").click()
    (answer,) = answers
    assert (answer.decision, answer.remark, answer.on_paper, len(answer.strokes)) == (
        Decision.AGREE,
        None,
        False,
        1,
    )
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in answer.strokes[0])


def test_a_signature_on_paper_counts_as_well(screen: SigningScreen, qtbot: QtBot) -> None:
    answers = given(screen)
    button(screen, "Ik ga akkoord").click()
    draw(screen, qtbot)
    screen.findChild(QCheckBox).click()
    button(screen, "Ik teken").click()
    assert answers == [AnswerGiven(Decision.AGREE, None, (), True)]


def test_agreeing_with_a_remark_takes_both(screen: SigningScreen, qtbot: QtBot) -> None:
    answers = given(screen)
    button(screen, "Ik ga akkoord, met een opmerking").click()
    draw(screen, qtbot)
    assert not button(screen, "Ik teken").isEnabled()
    assert "Schrijf eerst iets op." in texts(screen)
    qtbot.keyClicks(screen.findChild(GrowingTextEdit), "Alleen op werkdagen")
    button(screen, "Ik teken").click()
    assert answers[0].remark == "Alleen op werkdagen"


@pytest.mark.parametrize(
    ("words", "decision"),
    [("Ik ga niet akkoord", Decision.DISAGREE), ("Ik kan nu niet antwoorden", Decision.UNABLE)],
)
def test_not_agreeing_takes_a_reason_and_no_signature(
    words: str, decision: Decision, screen: SigningScreen, qtbot: QtBot
) -> None:
    answers = given(screen)
    button(screen, words).click()
    assert not screen.findChild(SignaturePad).isVisible()
    assert not button(screen, "Dit is mijn antwoord").isEnabled()
    qtbot.keyClicks(screen.findChild(GrowingTextEdit), "  Ik wil eerst nadenken ")
    button(screen, "Dit is mijn antwoord").click()
    assert answers == [AnswerGiven(decision, "Ik wil eerst nadenken")]


@pytest.mark.parametrize("way", ["mouse", "Enter", "space"])
def test_who_chooses_an_answer_with_words_writes_at_once(
    screen: SigningScreen, qtbot: QtBot, way: str
) -> None:
    choice = button(screen, "Ik ga akkoord, met een opmerking")
    choice.setFocus()
    if way == "mouse":
        qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(choice, Qt.Key.Key_Return if way == "Enter" else Qt.Key.Key_Space)
    QCoreApplication.processEvents()
    (remark,) = screen.findChildren(GrowingTextEdit)
    assert remark.hasFocus()


def test_an_answer_without_words_keeps_the_keyboard(screen: SigningScreen, qtbot: QtBot) -> None:
    choice = button(screen, "Ik ga akkoord")
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    QCoreApplication.processEvents()
    assert choice.hasFocus()


def test_blanks_are_no_reason(screen: SigningScreen, qtbot: QtBot) -> None:
    button(screen, "Ik ga niet akkoord").click()
    qtbot.keyClicks(screen.findChild(GrowingTextEdit), "   ")
    assert not button(screen, "Dit is mijn antwoord").isEnabled()


def test_a_line_can_be_taken_away_and_all_of_them(screen: SigningScreen, qtbot: QtBot) -> None:
    pad = screen.findChild(SignaturePad)
    draw(screen, qtbot)
    draw(screen, qtbot)
    button(screen, "Laatste lijn weg").click()
    assert len(pad.strokes()) == 1
    draw(screen, qtbot)
    button(screen, "Opnieuw").click()
    assert pad.strokes() == ()


def test_a_dot_is_a_line_and_a_line_stays_on_the_pad(screen: SigningScreen, qtbot: QtBot) -> None:
    pad = screen.findChild(SignaturePad)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.mouseMove(pad, QPoint(-500, 9000))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton)
    assert pad.strokes()[0][-1] == (0.0, 1.0)
    assert len(pad.strokes()[1]) == 1


@pytest.mark.parametrize("taps", [1, 12])
def test_a_tap_is_no_signature_and_the_pad_says_so(screen: SigningScreen, qtbot: QtBot, taps: int) -> None:
    pad = screen.findChild(SignaturePad)
    button(screen, "Ik ga akkoord").click()
    for at in range(taps):
        # A hand that shakes: pressed, moved by a few points, let go.
        qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20 + 9 * at, 20))
        qtbot.mouseMove(pad, QPoint(23 + 9 * at, 22))
        qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(23 + 9 * at, 22))
    assert len(pad.strokes()) == taps
    assert not button(screen, "Ik teken").isEnabled()
    assert "Een stip is geen handtekening. Trek een lijn in het vak." in texts(screen)
    before = pad.grab().toImage()
    draw(screen, qtbot)
    assert button(screen, "Ik teken").isEnabled()
    pad.undo()
    assert pad.grab().toImage() == before
    assert not button(screen, "Ik teken").isEnabled()


def test_an_upright_line_is_a_signature_too(screen: SigningScreen, qtbot: QtBot) -> None:
    pad = screen.findChild(SignaturePad)
    button(screen, "Ik ga akkoord").click()
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    qtbot.mouseMove(pad, QPoint(30, 10 + pad.height() // 2))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 10 + pad.height() // 2))
    assert button(screen, "Ik teken").isEnabled()


def test_a_pen_draws_once_and_not_again_as_a_mouse(screen: SigningScreen) -> None:
    pad = screen.findChild(SignaturePad)
    pen(
        pad,
        (QEvent.Type.TabletPress, 10, 0.5),
        (QEvent.Type.TabletMove, 40, 0.5),
        (QEvent.Type.TabletRelease, 40, 0.0),
    )
    assert [len(stroke) for stroke in pad.strokes()] == [2]


def pen(pad: SignaturePad, *events: tuple[QEvent.Type, int, float]) -> None:
    device = QPointingDevice.primaryPointingDevice()
    for kind, x, pressure in events:
        at = QPointF(x, 20)
        event = QTabletEvent(
            kind,
            device,
            at,
            at,
            pressure,
            0,
            0,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
        )
        assert QApplication.sendEvent(pad, event)
        assert event.isAccepted()


def test_a_line_is_wider_where_one_presses_harder_and_only_the_points_are_kept(screen: SigningScreen) -> None:
    pad = screen.findChild(SignaturePad)
    pen(pad, (QEvent.Type.TabletPress, 10, 0.1), (QEvent.Type.TabletMove, 60, 0.9))
    assert pad._pressed == [[pytest.approx(0.1, abs=0.01), pytest.approx(0.9, abs=0.01)]]
    assert line_width(0.9) > line_width(0.5) > line_width(0.1) > 0
    assert all(len(point) == 2 for stroke in pad.strokes() for point in stroke)
    pad.undo()
    assert pad.strokes() == ()


# Qt looks for the target of a gesture on a screen that has no touch.
@pytest.mark.qt_log_ignore("QGestureManager::deliverEvents", extend=True)
def test_one_finger_draws_and_a_hand_beside_it_does_not(screen: SigningScreen, qtbot: QtBot) -> None:
    pad = screen.findChild(SignaturePad)
    for kind, state, along in (
        (QEvent.Type.TouchBegin, QEventPoint.State.Pressed, 0),
        (QEvent.Type.TouchUpdate, QEventPoint.State.Updated, 70),
        (QEvent.Type.TouchEnd, QEventPoint.State.Released, 70),
    ):
        points = [
            QEventPoint(finger, state, QPointF(), pad.mapToGlobal(QPointF(x + along, 10)))
            for finger, x in ((0, 10), (1, 200))
        ]
        event = QTouchEvent(
            kind, QPointingDevice.primaryPointingDevice(), Qt.KeyboardModifier.NoModifier, points
        )
        QApplication.sendEvent(pad, event)
        assert event.isAccepted()
    (stroke,) = pad.strokes()
    assert len(stroke) == 2
    assert stroke[0][0] < 0.1
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert len(pad.strokes()) == 2


def test_in_the_first_person_the_headings_turn_and_the_agreements_do_not(qtbot: QtBot) -> None:
    screen = SigningScreen(view(), voice=Voice.FIRST)
    qtbot.addWidget(screen)
    screen.show()
    shown = texts(screen)
    assert "Oma Ans: dit neem ik op mij" in shown
    assert "Ans belt Lisa." in shown
    button(screen, "Ik ga niet akkoord").click()
    assert "Waar ben ik het niet mee eens?" in texts(screen)


def test_it_says_with_whom_on_what_one_keeps_an_eye_and_who_takes_the_time_out(qtbot: QtBot) -> None:
    together = AgreementView(2, "Ans belt Lisa.", (ANS, MARK), DAILY, mine=True)
    watched = AgreementView(3, "Mark belt Kees.", (MARK,), DAILY, checked_by="oma Ans")
    body = PlanBody(
        agreements=(together, watched),
        time_out=TimeOutView("hand omhoog", ANS, "de tuin", 90, "Ans klopt eerst", mine=True),
    )
    mine = view().plan
    reader = dataclasses.replace(mine.reader, named=NamedView(((3, "checked_by"),)))
    plan = dataclasses.replace(mine, body=body, reader=reader)
    screen = SigningScreen(dataclasses.replace(view(), plan=plan))
    qtbot.addWidget(screen)
    screen.show()
    shown = texts(screen)
    for words in (
        "Samen met: Mark",
        "Mark belt Kees.",
        "Wie kijkt? ik",
        "Mijn time-out",
        "Waarheen? de tuin, 1 uur en 30 minuten",
    ):
        assert words in shown


def test_later_gives_nothing(screen: SigningScreen, qtbot: QtBot) -> None:
    answers = given(screen)
    with qtbot.waitSignal(screen.later_requested):
        button(screen, "Later").click()
    assert answers == []


def test_the_whole_answer_can_be_given_with_the_keyboard(screen: SigningScreen, qtbot: QtBot) -> None:
    answers = given(screen)
    first = button(screen, "Ik ga akkoord")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    screen.findChild(QCheckBox).setFocus()
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    button(screen, "Ik teken").setFocus()
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert answers == [AnswerGiven(Decision.AGREE, None, (), True)]


def test_arrows_walk_along_the_answers(screen: SigningScreen, qtbot: QtBot) -> None:
    first = button(screen, "Ik ga akkoord")
    first.click()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    chosen = [item.text() for item in screen.findChildren(QPushButton) if item.isChecked()]
    assert chosen == ["Ik ga akkoord, met een opmerking"]


def test_large_print_is_larger(qtbot: QtBot) -> None:
    heights = []
    for large in (False, True):
        one = view()
        reader = dataclasses.replace(one.plan.reader, large_print=large)
        screen = SigningScreen(dataclasses.replace(one, plan=dataclasses.replace(one.plan, reader=reader)))
        qtbot.addWidget(screen)
        screen.show()
        label = next(
            item
            for item in screen.findChildren(QLabel)
            if item.text() == "Ans belt Lisa." and item.isVisible()
        )
        buttons = [item.font().pixelSize() for item in screen.findChildren(QPushButton) if item.isVisible()]
        heights.append((label.font().pixelSize(), min(buttons)))
    (words, smallest), (large_words, large_smallest) = heights
    assert large_words > words
    assert large_smallest > smallest, "what one presses is read too"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1352, 720)], ids=["whole", "with-title-bar"])
def test_the_button_stays_in_sight_on_a_laptop_with_a_remark_to_write(
    screen: SigningScreen, width: int, height: int
) -> None:
    screen.resize(width, height)
    button(screen, "Ik ga akkoord, met een opmerking").click()
    QApplication.processEvents()
    give = button(screen, "Ik teken")
    assert give.isVisible()
    assert screen.rect().contains(give.rect().translated(give.mapTo(screen, QPoint(0, 0))))
    # The first of them is the page: it has nothing to scroll to.
    assert next(iter(screen.findChildren(ScrollColumn))).verticalScrollBar().maximum() == 0


def test_a_signature_is_drawn_in_the_shape_in_which_it_is_printed(screen: SigningScreen) -> None:
    (pad,) = screen.findChildren(SignaturePad)
    assert pad.heightForWidth(1000) == round(1000 * _PAD_SHARE)


# -- what others read --------------------------------------------------------------------------------------


def test_before_writing_one_reads_what_others_will_see(screen: SigningScreen) -> None:
    button(screen, "Ik ga niet akkoord").click()
    asked = "Wat lezen de anderen? De gespreksleider leest alles. Het komt ook in het dossier."
    (label,) = (item for item in screen.findChildren(QLabel) if item.text() == asked)
    (remark,) = screen.findChildren(GrowingTextEdit)
    assert label.isVisible()
    assert label.mapTo(screen, QPoint(0, 0)).y() < remark.mapTo(screen, QPoint(0, 0)).y()
    assert choice_of(screen, "alleen: niet akkoord").isChecked(), "the words only if chosen"


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        (None, AnswerShows.DECISION),
        ("alleen: niet akkoord", AnswerShows.DECISION),
        ("ook wat je schrijft", AnswerShows.WORDS),
        ("alleen dat er een antwoord is", AnswerShows.ANSWERED),
    ],
)
def test_what_was_chosen_goes_with_the_answer(
    screen: SigningScreen, qtbot: QtBot, words: str | None, shows: AnswerShows
) -> None:
    button(screen, "Ik ga niet akkoord").click()
    if words:
        choice_of(screen, words).click()
    screen.remark.setPlainText("Nee.")
    with qtbot.waitSignal(screen.answer_given) as told:
        button(screen, "Dit is mijn antwoord").click()
    assert told.args == [AnswerGiven(Decision.DISAGREE, "Nee.", shows=shows)]


def test_words_that_are_not_asked_for_cannot_be_chosen(screen: SigningScreen) -> None:
    button(screen, "Ik ga akkoord, met een opmerking").click()
    assert choice_of(screen, "alleen: akkoord").isChecked(), "nor that there is a remark"
    choice_of(screen, "ook wat je schrijft").click()
    button(screen, "Ik ga akkoord").click()
    assert not choice_of(screen, "ook wat je schrijft").isVisible()
    assert choice_of(screen, "alleen: akkoord").isChecked()


def test_it_speaks_in_the_person_that_was_chosen(qtbot: QtBot) -> None:
    screen = SigningScreen(view(), voice=Voice.FIRST)
    qtbot.addWidget(screen)
    screen.show()
    button(screen, "Ik ga niet akkoord").click()
    assert choice_of(screen, "ook wat ik schrijf").isVisible()


def choice_of(screen: SigningScreen, words: str) -> QRadioButton:
    (found,) = (item for item in screen.findChildren(QRadioButton) if item.text() == words)
    return found


TO_THE_ANSWER = "Naar mijn antwoord ↓"


def test_where_the_answer_stands_below_the_screen_a_button_leads_to_it(qtbot: QtBot) -> None:
    screen = SigningScreen(view())
    qtbot.addWidget(screen)
    screen.resize(700, 300)
    screen.show()
    qtbot.waitExposed(screen)
    assert answer_form(screen).visibleRegion().isEmpty()
    qtbot.waitUntil(lambda: is_there(screen, TO_THE_ANSWER))
    press(screen, TO_THE_ANSWER)
    assert not answer_form(screen).visibleRegion().isEmpty()
    assert not is_there(screen, TO_THE_ANSWER)
    form = answer_form(screen)
    area = next(area for area in screen.findChildren(QScrollArea) if area.isAncestorOf(form))
    area.verticalScrollBar().setValue(0)
    assert is_there(screen, TO_THE_ANSWER)


def test_where_all_is_in_sight_nothing_leads_on(qtbot: QtBot) -> None:
    screen = SigningScreen(view())
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    qtbot.waitExposed(screen)
    assert not is_there(screen, TO_THE_ANSWER)


def test_who_is_asked_again_reads_first_what_changed(qtbot: QtBot) -> None:
    """Above the own part: the new hour first, the old one in words."""
    asked = view()
    (mine,) = asked.own
    hour = FactChange(ChangedFact.HOUR, "20:30", "20:00")
    found = Difference((ItemChange(DocumentChange.CHANGED, mine, (hour,)),), differs=True)
    screen = SigningScreen(dataclasses.replace(asked, changed=found))
    qtbot.addWidget(screen)
    texts = [label.text() for label in screen.findChildren(QLabel)]
    at = next(place for place, text in enumerate(texts) if "Dit is veranderd" in text)
    changed = next(place for place, text in enumerate(texts) if "om 20:30 uur" in text)
    own = next(place for place, text in enumerate(texts) if "Dit doe ik" in text)
    assert at < changed < own
    assert "in plaats van om 20:00 uur" in texts[changed]


def test_who_is_asked_for_the_first_time_reads_nothing_of_a_change(qtbot: QtBot) -> None:
    screen = SigningScreen(view())
    qtbot.addWidget(screen)
    assert not [label.text() for label in screen.findChildren(QLabel) if "veranderd" in label.text()]
