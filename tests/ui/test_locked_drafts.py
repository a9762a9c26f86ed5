"""What waits unplaced goes through the lock: on disk before the store closes, offered again, not placed."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from beraad.terms import Column, Step
from beraad.ui.console import MeetingPage
from beraad.ui.meeting.drafting import KEEP_WITHIN
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.welcome.page import WelcomePage
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.value_fields import NumberBox
from tests.inside import store_in
from tests.store.samples import CHEAP
from tests.ui.driving import in_sight, timer
from tests.ui.opened_window import DE_WIT, PASSPHRASE, Shell
from tests.ui.test_locking import Time, lock, locked, meeting, time, unlock

__all__ = ["meeting", "time"]

TYPED = "Sanne belde met de buren"


def _begin(page: MeetingPage) -> GrowingTextEdit:
    page.steps.of(ColumnsPage).begin(Column.DANGER)
    return page.steps.of(ColumnsPage).column(Column.DANGER).add_statement.field


def _on_disk(shell: Shell) -> tuple[list[str], list[str]]:
    """The drafts and the cards of the meeting, as another program finds them while this is locked."""
    other = Vault(shell.vault.folder, policy=CHEAP)
    other.unlock(PASSPHRASE)
    store = store_in(other)
    assert store is not None
    with store.unit_of_work() as work:
        (row,) = [one for one in work.cases.get(DE_WIT).meetings if one.id == "b2"]
        found = [one.text for one in row.drafts if one.text], [one.text for one in row.statements]
    other.lock()
    return found


def _is_waiting(page: MeetingPage) -> bool:
    placed = [one.text for one in page.model.view.statements]
    return [draft.text for draft in page.model.drafts] == [TYPED] and TYPED not in placed


def test_a_draft_is_on_disk_before_the_store_closes_and_is_not_placed(
    shell: Shell, meeting: MeetingPage, qtbot: QtBot
) -> None:
    # The timer that writes it is far away: the lock alone does.
    timer(meeting, "keep").setInterval(KEEP_WITHIN * 10_000)
    field = _begin(meeting)
    QTest.keyClicks(field, TYPED)
    assert meeting.model.drafts == (), "nothing of it is on disk before"
    lock(shell)
    drafts, cards = _on_disk(shell)
    assert drafts == [TYPED]
    assert TYPED not in cards
    unlock(shell)
    assert _is_waiting(meeting)
    assert field.text() == TYPED
    assert field.isVisible()
    QTest.keyClick(field, "\r")
    assert TYPED in [one.text for one in meeting.model.view.statements], "the control: a wish places it"


def test_it_is_offered_again_in_a_meeting_that_is_opened_after_the_lock(
    shell: Shell, meeting: MeetingPage
) -> None:
    QTest.keyClicks(_begin(meeting), TYPED)
    lock(shell)
    unlock(shell)
    meeting.close_meeting()
    shell.window.open_meeting(DE_WIT, "b2")
    again = shell.window.page
    assert isinstance(again, MeetingPage)
    assert again is not meeting
    again.go_to(Step.WORRIES)
    assert _is_waiting(again)
    assert again.steps.of(ColumnsPage).column(Column.DANGER).add_statement.field.text() == TYPED


def test_the_keyboard_is_back_in_the_sentence_after_the_lock(
    shell: Shell, meeting: MeetingPage, qtbot: QtBot
) -> None:
    field = _begin(meeting)
    QTest.keyClicks(field, TYPED)
    before = field.toPlainText()
    lock(shell)
    unlock(shell)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    QTest.keyClicks(field, " x")
    assert field.toPlainText() == before + " x"


def test_time_that_passes_places_nothing(shell: Shell, meeting: MeetingPage, time: Time) -> None:
    """Neither the clock of the meeting, nor the next page of the wall, nor the lock after ten minutes."""
    QTest.keyClicks(_begin(meeting), TYPED)
    for running in (timer(meeting, "clock"), timer(meeting.wall, "page turn"), timer(meeting, "keep")):
        running.timeout.emit()
    meeting.wall.next_page()
    assert _is_waiting(meeting)
    time.pass_awake(11)
    locked(shell)
    assert _on_disk(shell)[0] == [TYPED]
    assert TYPED not in _on_disk(shell)[1]
    assert TYPED not in " ".join(meeting.wall.visible_texts())
    unlock(shell)
    assert _is_waiting(meeting)


def test_minutes_half_typed_go_back_at_the_lock(shell: Shell, meeting: MeetingPage) -> None:
    meeting.go_to(Step.WELCOME)
    box = next(box for box in in_sight(meeting.steps.of(WelcomePage), NumberBox) if box.isEnabled())
    before = box.value()
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "99")
    lock(shell)
    unlock(shell)
    assert 99 not in [item.planned_minutes for item in meeting.model.view.agenda]
    assert (box.value(), box.cleanText()) == (before, str(before))
