"""A meeting lets go of the store while the program is locked, and goes on afterwards as if nothing was."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from beraad import assets
from beraad.places import Place
from beraad.services.errors import NoMeeting
from beraad.services.meeting import ActKind, MeetingService
from beraad.services.vault import Vault
from beraad.terms import Column, Decision, StatementKind, Step
from tests.inside import rows_of
from tests.scanned import jpeg
from tests.services.conftest import DE_WIT, HADDAD, Clock
from tests.store.samples import CHEAP, PASSPHRASE


@pytest.fixture(scope="session")
def _two_cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    vault = Vault(tmp_path_factory.mktemp("two") / "data", policy=CHEAP)
    vault.create(PASSPHRASE)
    for name in ("de-wit", "haddad"):
        vault.cases().import_file(assets.example_case(name))
    vault.lock()
    return vault.folder


@pytest.fixture
def vault(_two_cases: Path, tmp_path: Path, clock: Clock) -> Iterator[Vault]:
    """Unlocked, with two cases."""
    vault = Vault(Path(shutil.copytree(_two_cases, tmp_path / "data")), policy=CHEAP, clock=clock)
    vault.unlock(PASSPHRASE)
    yield vault
    vault.lock()


@pytest.fixture
def meeting(vault: Vault) -> Iterator[MeetingService]:
    """The second meeting of De Wit, at its worries."""
    service = vault.meeting(DE_WIT, "b2")
    service.course.all_present()
    service.go_to(Step.WORRIES)
    yield service
    service.close()


def lock_and_unlock(vault: Vault, meeting: MeetingService) -> None:
    """As the program does."""
    meeting.stand_aside()
    vault.lock()
    vault.unlock(PASSPHRASE)
    vault.come_back(meeting)


def add(meeting: MeetingService, text: str = "Mark dronk zaterdag.") -> str:
    """A card."""
    return meeting.statements.add(Column.DANGER, text, StatementKind.HARM, by="ans")


def test_step_turn_card_and_pause_are_as_they_were(vault: Vault, meeting: MeetingService) -> None:
    place = Place.statement(add(meeting))
    meeting.give_turn("mark")
    assert meeting.bring_forward(place)
    wall, console = meeting.wall(), meeting.console()
    meeting.stand_aside()
    vault.lock()
    vault.unlock(PASSPHRASE)
    vault.come_back(meeting)
    assert (meeting.step, meeting.turn, meeting.forward) == (Step.WORRIES, "mark", place)
    assert meeting.wall() == wall
    assert meeting.console().statements == console.statements


def test_what_was_done_before_is_undone_afterwards(vault: Vault, meeting: MeetingService) -> None:
    card = add(meeting)
    lock_and_unlock(vault, meeting)
    assert meeting.undo() is ActKind.DANGER_ADDED
    assert card not in {one.id for one in meeting.console().statements}
    lock_and_unlock(vault, meeting)
    assert meeting.redo() is ActKind.DANGER_ADDED
    assert card in {one.id for one in meeting.console().statements}


def test_the_clock_of_the_meeting_goes_on_and_every_minute_is_kept_once(
    vault: Vault, meeting: MeetingService, clock: Clock
) -> None:
    clock.later(minutes=4, seconds=30)
    meeting.stand_aside()
    vault.lock()
    clock.later(minutes=10, seconds=30)
    vault.unlock(PASSPHRASE)
    vault.come_back(meeting)
    assert meeting.minutes_here() == 15
    assert meeting.minutes_unkept() == 11
    meeting.go_to(Step.SCALE)
    spent = {item.step: item.spent_minutes for item in meeting.console().agenda}
    assert spent[Step.WORRIES] == 15


def test_the_minutes_before_locking_are_on_disk(vault: Vault, meeting: MeetingService, clock: Clock) -> None:
    clock.later(minutes=4)
    meeting.stand_aside()
    other = vault.meeting(DE_WIT, "b2")
    spent = {item.step: item.spent_minutes for item in other.console().agenda}
    other.close()
    assert spent[Step.WORRIES] == 4
    vault.come_back(meeting)


def test_nothing_of_the_case_is_held_meanwhile(vault: Vault, meeting: MeetingService) -> None:
    meeting.stand_aside()
    for part in ("case", "meeting", "_search"):
        assert not hasattr(rows_of(meeting), part)
    assert rows_of(meeting)._work.closed
    vault.come_back(meeting)
    assert rows_of(meeting).case.people


def test_a_meeting_that_was_changed_by_another_is_read_anew_and_nothing_is_undone_over_it(
    vault: Vault, meeting: MeetingService
) -> None:
    add(meeting)
    meeting.stand_aside()
    other = vault.meeting(DE_WIT, "b2")
    add(other, "Van een ander.")
    other.close()
    vault.come_back(meeting)
    assert "Van een ander." in [one.text for one in meeting.console().statements]
    assert meeting.undoable is None


def test_a_meeting_that_is_gone_says_so_and_holds_nothing(vault: Vault, meeting: MeetingService) -> None:
    meeting.stand_aside()
    rows_of(meeting)._meeting_id = "weg"
    with pytest.raises(NoMeeting):
        vault.come_back(meeting)
    assert rows_of(meeting)._work.closed


def test_no_undo_brings_back_a_scan_whose_pages_went_at_unlocking(vault: Vault) -> None:
    service = vault.meeting(HADDAD, "b1")
    service.show_half(1)
    service.course.all_present()
    service.deciding.decide({(gap.gap, gap.subject): "besproken" for gap in service.gaps()})
    service.deciding.answer("yousef", Decision.AGREE, on_paper=True)
    service.scans.add("yousef", [jpeg(1)])
    service.scans.remove("yousef")
    add(service, "Iets anders.")
    lock_and_unlock(vault, service)
    assert service.undo() is ActKind.DANGER_ADDED
    assert service.undoable is None
    service.close()
