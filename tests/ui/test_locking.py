"""Locking: by key, by time, after sleep; with whatever is open; and back to where one was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from beraad import clock
from beraad.terms import Circle, Column, Decision, StatementKind, Step
from beraad.ui.case_pages import CasePages
from beraad.ui.console import MeetingPage
from beraad.ui.locked_meeting import LockedMeeting
from beraad.ui.locking import Locking
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import Messages
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.pages.unlock.page import UnlockState
from beraad.ui.pages.unlock.wall_bar import WallBar
from beraad.ui.scoring import ScoringScreen
from beraad.ui.signing import SigningScreen
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.family_time.page import FamilyTimePage
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.inside import rows_of, store_in
from tests.ui.driving import answer_form, press, sign, timer, works_of
from tests.ui.opened_window import DE_WIT, PASSPHRASE, Shell

CTRL = Qt.KeyboardModifier.ControlModifier
PRIVATE = ("Sanne", "Mark", "de Wit", "De Wit")


class Time:
    """Both clocks of the program, in the hands of the test."""

    def __init__(self, window: MainWindow) -> None:
        self.wall, self.awake = 1_000_000.0, 500.0
        self._window = window

    def pass_awake(self, minutes: float) -> None:
        """Nobody does anything, and the program looks at the clock each second."""
        for _half in range(round(minutes * 2)):
            self.wall += 30
            self.awake += 30
            self._window.lock_watch.look()

    def sleep(self, minutes: float) -> None:
        """The lid is closed: nothing runs."""
        self.wall += minutes * 60


@pytest.fixture
def time(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Time:
    """Stands still until it is moved."""
    time = Time(shell.window)
    monkeypatch.setattr(clock, "wall_seconds", lambda: time.wall)
    monkeypatch.setattr(clock, "awake_seconds", lambda: time.awake)
    shell.window.lock_watch._looked.begin()
    shell.window.lock_watch.touched()
    return time


@pytest.fixture
def meeting(shell: Shell, qtbot: QtBot) -> MeetingPage:
    """The next meeting of De Wit, everybody there, at the worries, its wall on a screen."""
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    shell.window.open_meeting(DE_WIT, "b2")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    page.model.act(lambda service: service.course.all_present())
    page.go_to(Step.WORRIES)
    page.model.act(
        lambda service: service.statements.add(
            Column.DANGER, "Mark dronk zaterdag.", StatementKind.HARM, by="ans"
        )
    )
    page.wall.show()
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    return page


def lock(shell: Shell) -> UnlockPage:
    """As the menu does; gives what stands then."""
    shell.window.menus.actions["lock"].trigger()
    return locked(shell)


def locked(shell: Shell) -> UnlockPage:
    """Once it is."""
    shell.qtbot.waitUntil(lambda: isinstance(shell.window.page, UnlockPage))
    shell.wait()
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    assert not shell.vault.unlocked
    assert held(shell.window) == []
    return page


def unlock(shell: Shell) -> QWidget:
    """Give the passphrase; gives what stands then."""
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    page.passphrase.setText(PASSPHRASE)
    shell.qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    shell.qtbot.waitUntil(lambda: not isinstance(shell.window.page, UnlockPage))
    return shell.window.page


def seen(*, wall: QWidget | None = None) -> list[str]:
    """Every private word that is in sight, the wall apart: painted, or told a screen reader."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not wall]
    inside = [widget for window in windows for widget in window.findChildren(QWidget) if widget.isVisible()]
    return _private([*windows, *inside])


def held(window: QWidget) -> list[str]:
    """The same of all that is in a window, in sight or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return _private([window, *window.findChildren(QWidget)])


def _private(widgets: list[QWidget]) -> list[str]:
    texts = [text for widget in widgets for text in (widget.accessibleName(), widget.windowTitle())]
    written = QLabel | QLineEdit | QAbstractButton | GrowingTextEdit
    texts += [widget.text() for widget in widgets if isinstance(widget, written)]
    return [text for text in texts if any(word in text for word in PRIVATE)]


# -- by key ------------------------------------------------------------------------------------------


def test_the_key_locks_at_once_and_the_passphrase_is_asked(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    shell.window.show_case(DE_WIT)
    assert seen()
    QTest.keyClick(QApplication.focusWidget() or shell.window, Qt.Key.Key_L, CTRL)
    at_once = shell.window.page
    assert isinstance(at_once, UnlockPage)
    # While it is being locked this program itself still has the store open.
    assert at_once.state is UnlockState.ASK
    assert seen() == []
    page = locked(shell)
    assert page.state is UnlockState.ASK
    assert page.trouble_form.said() == ""


def test_the_first_key_after_locking_goes_to_the_passphrase(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    page = lock(shell)
    qtbot.waitUntil(page.passphrase.hasFocus)


@pytest.mark.parametrize("where", ["cases", "case", "meeting"])
def test_unlocking_leads_back_to_where_one_was(shell: Shell, meeting: MeetingPage, where: str) -> None:
    if where != "meeting":
        meeting.close_meeting()
    if where == "cases":
        shell.window.show_cases()
    lock(shell)
    page = unlock(shell)
    if where == "meeting":
        assert page is meeting
        assert meeting.model.step is Step.WORRIES
        assert meeting.isVisible()
    elif where == "case":
        assert isinstance(page, CasePage)
        assert page.reference == DE_WIT
    else:
        assert isinstance(page, CasesPage)


def test_a_case_that_is_gone_leads_back_to_the_cases(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.window.show_case(DE_WIT)
    lock(shell)
    (pages,) = shell.window.findChildren(CasePages)
    known = pages.show_case
    monkeypatch.setattr(pages, "show_case", lambda _reference: known("IT-0000-000"))
    assert isinstance(unlock(shell), CasesPage)


# -- in a meeting ------------------------------------------------------------------------------------


def test_the_wall_keeps_its_picture_and_nothing_else_is_in_sight(shell: Shell, meeting: MeetingPage) -> None:
    before = meeting.wall.visible_texts()
    assert "Mark dronk zaterdag." in before
    lock(shell)
    assert meeting.wall.isVisible()
    assert meeting.wall.frozen
    assert meeting.wall.visible_texts() == before
    assert seen(wall=meeting.wall) == []
    unlock(shell)
    assert not meeting.wall.frozen
    assert seen(wall=meeting.wall)


def test_a_wall_that_stood_still_stands_still_afterwards(shell: Shell, meeting: MeetingPage) -> None:
    meeting.wall_controls.freeze()
    lock(shell)
    unlock(shell)
    assert meeting.wall.frozen


def test_what_is_being_typed_is_kept_first_and_stands_there_afterwards(
    shell: Shell, meeting: MeetingPage, qtbot: QtBot
) -> None:
    columns = meeting.steps.of(ColumnsPage)
    columns.begin(Column.DANGER)
    field = columns.column(Column.DANGER).add_statement.field
    qtbot.keyClicks(field, "Sanne belde met de buren")
    lock(shell)
    unlock(shell)
    assert field.text() == "Sanne belde met de buren"
    assert "Sanne belde met de buren" not in [one.text for one in meeting.model.view.statements]
    assert "Sanne belde met de buren" not in " ".join(meeting.wall.visible_texts())


def test_undo_still_takes_back_what_was_done_before(shell: Shell, meeting: MeetingPage) -> None:
    lock(shell)
    unlock(shell)
    meeting.model.undo()
    assert "Mark dronk zaterdag." not in [one.text for one in meeting.model.view.statements]


def test_a_wish_that_comes_while_it_is_locked_waits(shell: Shell, meeting: MeetingPage) -> None:
    lock(shell)
    meeting.model.act(lambda service: service.course.note(0, "Nog bellen."))
    unlock(shell)
    assert list(meeting.model.view.notes) == ["Nog bellen."]


def test_who_signs_finds_answer_and_lines_as_they_were(shell: Shell, meeting: MeetingPage) -> None:
    meeting.model.act(lambda service: service.deciding.decide(_reasons(meeting)))
    meeting.steps.private.sign("mark")
    screen = meeting.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    press(screen, "Ik ga akkoord, met een opmerking")
    screen.remark.setPlainText("Ik wil langer praten.")
    sign(screen)
    form = answer_form(screen)
    answer = form.answer()
    assert answer is not None
    assert answer.remark == "Ik wil langer praten."
    assert answer.strokes
    QTest.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_L, CTRL)
    locked(shell)
    assert seen(wall=meeting.wall) == []
    unlock(shell)
    assert meeting.steps.private.open_screen is screen
    assert form.answer() == answer
    assert not shell.window.menuBar().isVisible()
    press(screen, "Ik teken")
    assert [one.person for one in meeting.model.answers if one.decision is not None] == ["mark"]


def test_who_gives_a_number_finds_it_as_it_was(shell: Shell, meeting: MeetingPage) -> None:
    scale = str(meeting.model.act(lambda service: service.scales.add("Hoe veilig is het?", "niet", "wel")))
    meeting.steps.private.give_numbers(scale)
    screen = meeting.steps.private.open_screen
    assert isinstance(screen, ScoringScreen)
    screen.take(0)
    assert screen.score_page is not None
    press(screen.score_page, "Cijfer 7")
    answer = screen.score_page.number()
    lock(shell)
    unlock(shell)
    assert screen.score_page.number() == answer
    assert answer is not None


def _reasons(meeting: MeetingPage) -> dict[tuple[object, str], str]:
    return {(gap.gap, gap.subject): "besproken" for gap in meeting.model.gaps}


def test_a_meeting_that_is_gone_leads_to_the_cases_and_takes_its_wall_along(
    shell: Shell, meeting: MeetingPage
) -> None:
    lock(shell)
    rows_of(meeting.service)._meeting_id = "weg"
    assert isinstance(unlock(shell), CasesPage)
    assert shell.window.wall is None


def test_the_window_closes_while_it_is_locked_and_everything_is_kept(
    shell: Shell, meeting: MeetingPage
) -> None:
    wall = meeting.wall
    lock(shell)
    assert shell.window.close()
    assert not wall.isVisible()
    assert shell.messages.said == []


# -- the wall behind the lock ------------------------------------------------------------------------


def _bar(shell: Shell) -> WallBar:
    return shell.window.page.findChild(WallBar)


def test_two_escapes_make_the_wall_calm_and_it_stays_so(shell: Shell, meeting: MeetingPage) -> None:
    page = lock(shell)
    assert _bar(shell).calm.isVisible()
    QTest.keyClick(page.passphrase, Qt.Key.Key_Escape)
    assert not meeting.wall.calm
    QTest.keyClick(page.passphrase, Qt.Key.Key_Escape)
    assert meeting.wall.calm
    assert "Mark dronk zaterdag." not in meeting.wall.visible_texts()
    assert not _bar(shell).calm.isVisible()
    unlock(shell)
    assert meeting.wall.calm


def test_pause_makes_the_wall_calm_and_stops_the_clock(shell: Shell, meeting: MeetingPage) -> None:
    lock(shell)
    _bar(shell).pause.click()
    assert meeting.wall.calm
    assert meeting.model.paused_at is not None
    unlock(shell)
    assert meeting.model.paused_at is not None
    meeting.pausing.resume()
    assert "Mark dronk zaterdag." in meeting.wall.visible_texts()


def test_the_keys_of_the_wall_do_no_more_than_make_it_quiet(shell: Shell, meeting: MeetingPage) -> None:
    lock(shell)
    QTest.keyClick(meeting.wall, Qt.Key.Key_F8)
    assert meeting.wall.frozen
    QTest.keyClick(meeting.wall, Qt.Key.Key_B)
    assert meeting.wall.calm
    QTest.keyClick(meeting.wall, Qt.Key.Key_B)
    assert meeting.wall.calm


@pytest.mark.parametrize("asleep", [False, True])
def test_the_wall_becomes_calm_after_its_own_term(
    shell: Shell, meeting: MeetingPage, time: Time, *, asleep: bool
) -> None:
    lock(shell)
    (aside,) = shell.window.findChildren(LockedMeeting)
    time.wall += 59 * 60
    time.awake += 0 if asleep else 59 * 60
    aside.look()
    assert not meeting.wall.calm
    time.wall += 60
    aside.look()
    assert meeting.wall.calm


def test_the_clock_on_the_wall_goes_on(
    shell: Shell, meeting: MeetingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting.go_to(Step.FAMILY_TIME)
    told = meeting.model.minutes_left
    assert f"Nog {told} minuten" in meeting.wall.visible_texts()
    lock(shell)
    monkeypatch.setattr(type(meeting.service), "minutes_here", lambda _service: 3)
    timer(meeting.steps.of(FamilyTimePage), "minutes left").timeout.emit()
    assert f"Nog {told - 3} minuten" in meeting.wall.visible_texts()
    assert meeting.wall.frozen
    unlock(shell)
    assert f"Nog {told - 3} minuten" in meeting.wall.visible_texts()


def test_an_answer_that_was_begun_is_kept_where_the_window_closes_behind_the_lock(
    shell: Shell, meeting: MeetingPage
) -> None:
    meeting.model.act(lambda service: service.deciding.decide(_reasons(meeting)))
    meeting.steps.private.sign("mark")
    screen = meeting.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    press(screen, "Ik ga niet akkoord")
    lock(shell)
    assert shell.window.close()
    assert shell.messages.said == []
    shell.vault.unlock(PASSPHRASE)
    store = store_in(shell.vault)
    assert store is not None
    with store.unit_of_work() as work:
        meetings = work.cases.get(DE_WIT).meetings
        (begun,) = (row for item in meetings for row in item.begun_answers)
    assert begun.place == "answers/mark"
    assert begun.chosen["decision"] == Decision.DISAGREE


def test_the_term_can_be_chosen(shell: Shell, meeting: MeetingPage, time: Time) -> None:
    shell.window.menus.actions["calm_after 15"].trigger()
    lock(shell)
    (aside,) = shell.window.findChildren(LockedMeeting)
    time.awake += 15 * 60
    aside.look()
    assert meeting.wall.calm


# -- by time -----------------------------------------------------------------------------------------


def test_it_locks_when_nobody_touched_it_for_ten_minutes(shell: Shell, time: Time) -> None:
    time.pass_awake(9.5)
    assert not isinstance(shell.window.page, UnlockPage)
    time.pass_awake(0.5)
    locked(shell)


@pytest.mark.parametrize("minutes", [2, 30])
def test_the_time_can_be_chosen_and_is_remembered(shell: Shell, time: Time, minutes: int) -> None:
    shell.window.menus.actions[f"lock_after {minutes}"].trigger()
    assert shell.window.menus.actions[f"lock_after {minutes}"].isChecked()
    time.pass_awake(minutes - 0.5)
    assert not isinstance(shell.window.page, UnlockPage)
    time.pass_awake(0.5)
    locked(shell)
    assert f'"lock_after": {minutes}' in shell.settings_file.read_text("utf-8")


def _key() -> QEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def _move() -> QEvent:
    at = QPointF(50, 50)
    none = Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)


def _expose() -> QEvent:
    return QEvent(QEvent.Type.UpdateRequest)


@pytest.mark.parametrize("event", [_key, _move])
def test_who_touches_it_begins_the_time_anew(shell: Shell, time: Time, event: Callable[[], QEvent]) -> None:
    time.pass_awake(9)
    QApplication.sendEvent(shell.window.windowHandle(), event())
    time.pass_awake(9)
    assert not isinstance(shell.window.page, UnlockPage)
    time.pass_awake(1)
    locked(shell)


def test_what_only_changes_by_itself_is_no_touch(shell: Shell, time: Time) -> None:
    time.pass_awake(9)
    QApplication.sendEvent(shell.window, _expose())
    time.pass_awake(1)
    locked(shell)


def test_a_clock_that_is_set_back_does_not_keep_it_open(shell: Shell, time: Time) -> None:
    time.wall -= 3_600
    time.pass_awake(10)
    locked(shell)


@pytest.mark.parametrize("first", ["key", "move", "paint", "clock"])
def test_after_sleep_it_is_locked_before_the_first_paint_and_the_first_key(
    shell: Shell, time: Time, first: str
) -> None:
    shell.window.show_case(DE_WIT)
    time.pass_awake(1)
    time.sleep(1)
    if first == "paint":
        QApplication.sendEvent(shell.window, _expose())
    elif first == "clock":
        shell.window.lock_watch.look()
    else:
        QApplication.sendEvent(shell.window.windowHandle(), _key() if first == "key" else _move())
    # At once: nothing was handled in between.
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    assert page.passphrase.text() == ""
    assert seen() == []
    locked(shell)


@pytest.mark.parametrize("event", [_key, _move])
def test_the_first_event_after_sleep_goes_nowhere(
    shell: Shell, time: Time, event: Callable[[], QEvent]
) -> None:
    window = shell.window.windowHandle()
    assert not shell.window.lock_watch.eventFilter(window, event())
    time.sleep(1)
    assert shell.window.lock_watch.eventFilter(window, event())
    locked(shell)


def test_a_short_wait_is_no_sleep(shell: Shell, time: Time) -> None:
    time.wall += 15
    shell.window.lock_watch.look()
    assert not isinstance(shell.window.page, UnlockPage)


def test_where_it_is_locked_already_nothing_happens(shell: Shell, time: Time) -> None:
    page = lock(shell)
    time.pass_awake(30)
    time.sleep(600)
    shell.window.lock_watch.look()
    assert shell.window.page is page
    unlock(shell)
    time.pass_awake(9)
    assert not isinstance(shell.window.page, UnlockPage)


# -- with something open over it ---------------------------------------------------------------------


@pytest.fixture
def when(qtbot: QtBot, shell: Shell) -> Callable[[Callable[[], bool], Callable[[], None]], None]:
    """Do something as soon as something is so, in whatever loop the program waits then."""

    def do(is_so: Callable[[], bool], act: Callable[[], None]) -> None:
        timer = QTimer(shell.window, interval=10)

        def look() -> None:
            if is_so():
                timer.stop()
                act()

        timer.timeout.connect(look)
        timer.start()

    return do


def _modal(kind: type[QWidget]) -> bool:
    return isinstance(QApplication.activeModalWidget(), kind)


def test_a_form_is_closed_and_what_was_lost_is_told(
    shell: Shell, when: Callable[..., None], qtbot: QtBot
) -> None:
    shell.window.show_case(DE_WIT)
    page = shell.window.page
    assert isinstance(page, CasePage)

    def type_and_lock() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        field = dialog.findChild(QLineEdit)
        qtbot.keyClicks(field, "Sanne Nieuw")
        shell.window.lock_watch.lock_wanted.emit()
        assert seen() == [] or not dialog.isVisible()

    when(lambda: _modal(QDialog), type_and_lock)
    page.people.add_person(Circle.NETWORK)
    locked(shell)
    assert seen() == []
    assert shell.messages.said == []
    assert isinstance(unlock(shell), CasePage)
    assert shell.messages.said[-1][1] == "Een venster is gesloten"


def test_boxes_over_boxes_are_closed_and_their_answer_is_no(shell: Shell, when: Callable[..., None]) -> None:
    shell.window.show_case(DE_WIT)
    messages, answers = Messages(shell.window), list[bool]()

    def ask_again() -> None:
        when(lambda: len(_boxes()) == 2, shell.window.lock)
        answers.append(messages.ask("Nog iets", "Over Sanne", yes="Ja"))

    when(lambda: len(_boxes()) == 1, ask_again)
    answers.append(messages.ask("Weet u het zeker", "Mark gaat weg", yes="Ja"))
    # Only when both have answered, and what asked them went on, it is locked.
    locked(shell)
    assert answers == [False, False]
    assert _boxes() == []
    unlock(shell)
    assert shell.messages.said == []


def _boxes() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def test_a_box_that_comes_while_it_is_being_locked_is_closed_too(
    shell: Shell, when: Callable[..., None]
) -> None:
    messages = Messages(shell.window)
    when(lambda: len(_boxes()) == 1, shell.window.lock)
    if not messages.ask("Weet u het zeker", "Mark gaat weg", yes="Ja"):
        messages.warn("Niet gedaan", "Mark blijft")
    locked(shell)
    assert _boxes() == []


def test_a_file_dialog_of_ours_is_closed(shell: Shell, when: Callable[..., None]) -> None:
    dialog = QFileDialog(shell.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    when(lambda: _modal(QFileDialog), shell.window.lock)
    assert dialog.exec() == QDialog.DialogCode.Rejected
    locked(shell)
    dialog.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_menu_is_closed(shell: Shell, when: Callable[..., None]) -> None:
    menu = QMenu(shell.window)
    menu.addAction("Mark")
    when(lambda: QApplication.activePopupWidget() is menu, shell.window.lock)
    menu.exec(QPoint(10, 10))
    locked(shell)
    assert not menu.isVisible()


def test_the_copies_to_print_are_closed(shell: Shell) -> None:
    shell.window.print_copies(DE_WIT, "b1")
    assert len(_boxes()) == 1
    lock(shell)
    assert _boxes() == []


def test_the_key_works_in_a_dialog_too(shell: Shell, when: Callable[..., None], qtbot: QtBot) -> None:
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    shell.window.show_case(DE_WIT)
    page = shell.window.page
    assert isinstance(page, CasePage)
    when(
        lambda: _modal(QDialog) and _boxes()[0].isActiveWindow() and QApplication.focusWidget() is not None,
        lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL),
    )
    page.people.add_person(Circle.NETWORK)
    locked(shell)


def test_a_job_ends_first_and_the_window_is_covered_meanwhile(shell: Shell) -> None:
    shell.window.show_case(DE_WIT)
    goes_on = [True]

    def job(_progress: object) -> str:
        while goes_on[0]:
            pass
        return "klaar"

    told: list[str] = []
    work, *_others = works_of(shell.window)
    work.run("", job, done=told.append, failed=lambda _error: None)
    shell.window.lock()
    assert not isinstance(shell.window.page, UnlockPage)
    at = shell.window.childAt(shell.window.rect().center())
    assert at is not None
    assert at.window() is shell.window
    assert "Sanne" not in at.accessibleName()
    (locking,) = shell.window.findChildren(Locking)
    assert locking.preparing
    goes_on[0] = False
    locked(shell)
    assert told == ["klaar"]
