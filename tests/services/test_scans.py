"""The sheet that was signed on paper is laid behind the answer, shown, taken away and brought back."""

import hashlib
from pathlib import Path

import pytest

from beraad import assets
from beraad.exchange import case_document
from beraad.models import ScanPage
from beraad.services.cases import CaseService
from beraad.services.errors import NotThere, NotValid, TooManyPages
from beraad.services.meeting import ActKind, MeetingService
from beraad.services.meeting.scans import MOST_PAGES
from beraad.services.vault import Vault
from beraad.store.store import Store
from beraad.terms import Decision
from tests.inside import end_as_killed, engine_of, rows_of, store_in, undo_list
from tests.scanned import jpeg
from tests.services.conftest import DE_WIT, HADDAD, Clock, Opened
from tests.store.samples import CHEAP, PASSPHRASE

ONE, TWO, THREE = jpeg(1), jpeg(2), jpeg(3)


@pytest.fixture
def signed(opened: Opened) -> MeetingService:
    """Yousef signed on paper."""
    service = opened(HADDAD, "b1")
    service.deciding.answer("yousef", Decision.AGREE, on_paper=True)
    return service


def stored(store: Store) -> list[bytes]:
    """All pages in the database, whether anything shows them or not."""
    with engine_of(store).connect() as connection:
        return sorted(row[0] for row in connection.exec_driver_sql("SELECT jpeg FROM scan_pages"))


def scanned(service: MeetingService, person: str = "yousef") -> int:
    """How many pages the console says there are."""
    return next((item.scanned for item in service.answers() if item.person == person), 0)


# -- adding and looking -----------------------------------------------------------------------------


def test_pages_come_back_as_they_were_in_their_order(signed: MeetingService) -> None:
    assert signed.scans.add("yousef", [TWO, ONE]) == 2
    assert signed.scans.pages("yousef") == (TWO, ONE)
    assert scanned(signed) == 2


def test_pages_that_come_later_lie_behind_the_first(signed: MeetingService) -> None:
    signed.scans.add("yousef", [ONE])
    assert signed.scans.add("yousef", [TWO]) == 2
    assert signed.scans.pages("yousef") == (ONE, TWO)


def test_a_file_that_is_chosen_twice_is_there_once(signed: MeetingService, store: Store) -> None:
    signed.scans.add("yousef", [ONE, TWO])
    assert signed.scans.add("yousef", [TWO]) == 2
    assert len(stored(store)) == 2


def test_another_reads_it_from_disk(signed: MeetingService, opened: Opened) -> None:
    signed.scans.add("yousef", [ONE])
    assert opened(HADDAD, "b1").scans.pages("yousef") == (ONE,)


def test_two_people_each_have_their_own(signed: MeetingService) -> None:
    signed.deciding.answer("rima", Decision.AGREE, on_paper=True)
    signed.scans.add("yousef", [ONE])
    signed.scans.add("rima", [TWO, ONE])
    signed.scans.remove("yousef")
    assert signed.scans.pages("rima") == (TWO, ONE)
    with pytest.raises(NotThere):
        signed.scans.pages("yousef")


@pytest.mark.parametrize("on_paper", [True, False])
def test_only_an_answer_on_paper_has_one(opened: Opened, on_paper: bool) -> None:
    service = opened(HADDAD, "b1")
    service.deciding.answer("yousef", Decision.AGREE, on_paper=on_paper, strokes=[[[0, 1], [1, 0]]])
    if on_paper:
        service.scans.add("yousef", [ONE])
        return
    with pytest.raises(NotThere):
        service.scans.add("yousef", [ONE])


def test_without_a_page_and_with_too_many_nothing_is_added(signed: MeetingService, store: Store) -> None:
    with pytest.raises(NotValid):
        signed.scans.add("yousef", [])
    many = [jpeg(number, (40, 60)) for number in range(MOST_PAGES)]
    signed.scans.add("yousef", many)
    with pytest.raises(TooManyPages) as refused:
        signed.scans.add("yousef", [ONE])
    assert refused.value.facts == {"count": MOST_PAGES + 1, "most": MOST_PAGES}
    assert signed.scans.pages("yousef") == tuple(many)
    assert ONE not in stored(store)


def test_it_changes_nothing_of_the_plan(signed: MeetingService) -> None:
    before = case_document(rows_of(signed).case)
    code = signed.deciding.code("yousef")
    signed.scans.add("yousef", [ONE])
    assert case_document(rows_of(signed).case) == before
    assert signed.deciding.code("yousef") == code
    assert signed.console().agreed_at


# -- taking away, undo and redo ---------------------------------------------------------------------


def test_a_page_can_be_put_in_the_place_of_another_and_undone(signed: MeetingService) -> None:
    signed.scans.add("yousef", [ONE, TWO])
    turned = jpeg(5)
    assert signed.scans.turn("yousef", 1, turned) == 2
    assert signed.scans.pages("yousef") == (ONE, turned)
    assert signed.undoable is ActKind.SCAN_TURNED
    signed.undo()
    assert signed.scans.pages("yousef") == (ONE, TWO)
    signed.redo()
    assert signed.scans.pages("yousef") == (ONE, turned)


def test_there_is_no_page_to_turn_beyond_the_last(signed: MeetingService) -> None:
    signed.scans.add("yousef", [ONE, TWO])
    for number in (-1, 2):
        with pytest.raises(NotThere):
            signed.scans.turn("yousef", number, jpeg(5))
    with pytest.raises(NotThere):
        signed.scans.turn("rima", 0, jpeg(5))


def test_taken_away_it_is_gone_and_undo_brings_it_back_by_name(signed: MeetingService) -> None:
    signed.scans.add("yousef", [ONE, TWO])
    signed.scans.remove("yousef")
    assert scanned(signed) == 0
    assert signed.undoable is ActKind.SCAN_REMOVED
    signed.undo()
    assert signed.scans.pages("yousef") == (ONE, TWO)
    assert signed.undoable is ActKind.SCAN_ADDED
    signed.undo()
    assert scanned(signed) == 0
    signed.redo()
    assert signed.scans.pages("yousef") == (ONE, TWO)
    signed.redo()
    assert scanned(signed) == 0


def test_what_undo_keeps_of_it_is_small(signed: MeetingService) -> None:
    signed.scans.add("yousef", [ONE, TWO])
    signed.scans.remove("yousef")
    assert signed.undoable is ActKind.SCAN_REMOVED
    kept = repr([done.changes for done in undo_list(signed)[-2:]])
    assert hashlib.sha256(ONE).hexdigest() in kept
    assert len(kept) < 2_000 < len(ONE)


def test_the_pages_stay_while_undo_could_want_them_and_then_go(signed: MeetingService, store: Store) -> None:
    signed.scans.add("yousef", [ONE])
    signed.scans.add("yousef", [TWO])
    signed.scans.remove("yousef")
    assert stored(store) == sorted([ONE, TWO])
    signed.close()
    assert stored(store) == []


def test_the_pages_that_are_shown_stay_when_the_meeting_is_left(signed: MeetingService, store: Store) -> None:
    signed.scans.add("yousef", [ONE])
    signed.deciding.answer("rima", Decision.AGREE, on_paper=True)
    signed.scans.add("rima", [TWO])
    signed.scans.remove("rima")
    signed.close()
    assert stored(store) == [ONE]


def test_leaving_one_meeting_leaves_the_pages_of_another(
    signed: MeetingService, opened: Opened, store: Store
) -> None:
    signed.scans.add("yousef", [ONE])
    signed.scans.remove("yousef")
    other = opened(DE_WIT, "b1")
    other.close()
    assert stored(store) == [ONE]
    signed.undo()
    assert signed.scans.pages("yousef") == (ONE,)


# -- an answer that comes anew ------------------------------------------------------------------------


def test_a_changed_plan_keeps_the_sheet_with_the_answer_that_it_was_for(signed: MeetingService) -> None:
    signed.scans.add("yousef", [ONE])
    signed.agreements.change("a1", fallback="Noor belt Chantal")
    (answer,) = (item for item in signed.answers() if item.person == "yousef")
    assert (answer.outdated, answer.scanned) == (True, 1)
    assert signed.scans.pages("yousef") == (ONE,)


@pytest.mark.parametrize("on_paper", [True, False])
def test_a_new_answer_takes_the_place_of_the_old_one_with_its_sheet(
    signed: MeetingService, store: Store, on_paper: bool
) -> None:
    """As it does with a signature that was drawn."""
    signed.scans.add("yousef", [ONE])
    drawn = [] if on_paper else [[[0.1, 0.5], [0.9, 0.5]]]
    signed.deciding.answer("yousef", Decision.AGREE, strokes=drawn, on_paper=on_paper)
    assert scanned(signed) == 0
    signed.close()
    assert stored(store) == []


def test_undo_over_a_new_answer_puts_no_sheet_with_an_answer_that_it_was_not_for(
    signed: MeetingService,
) -> None:
    signed.scans.add("yousef", [ONE])
    signed.scans.remove("yousef")
    signed.agreements.change("a1", fallback="Noor belt Chantal")
    signed.deciding.decide({(gap.gap, gap.subject): "komt later" for gap in signed.gaps()})
    signed.deciding.answer("yousef", Decision.AGREE, on_paper=True)
    while signed.undo() is not ActKind.SCAN_REMOVED:
        assert signed.undoable
    meeting = rows_of(signed).meeting
    assert all(any(map(scan.belongs_to, meeting.answers)) for scan in meeting.scans)
    assert scanned(signed) == len(meeting.scans)


# -- what survives ------------------------------------------------------------------------------------


@pytest.fixture
def vault(tmp_path: Path, example_haddad: Path) -> Vault:
    """A vault of its own, in which Yousef's sheet was scanned; it is locked."""
    vault = Vault(tmp_path / "data", policy=CHEAP, clock=Clock())
    vault.create(PASSPHRASE)
    vault.cases().import_file(example_haddad)
    service = vault.meeting(HADDAD, "b1")
    service.deciding.answer("yousef", Decision.AGREE, on_paper=True)
    service.scans.add("yousef", [ONE, TWO])
    service.close()
    vault.lock()
    return vault


@pytest.fixture
def example_haddad(tmp_path: Path) -> Path:
    """The case of Haddad, to be read in."""
    path = tmp_path / "haddad.json"
    path.write_bytes(assets.example_case("haddad").read_bytes())
    return path


def test_it_is_there_after_locking_and_unlocking(vault: Vault) -> None:
    vault.unlock(PASSPHRASE)
    service = vault.meeting(HADDAD, "b1")
    assert service.scans.pages("yousef") == (ONE, TWO)
    service.close()
    vault.lock()


def test_the_backup_holds_it(vault: Vault, tmp_path: Path) -> None:
    newest = max((vault.folder / "backups").iterdir())
    (tmp_path / "again").mkdir()
    newest.rename(tmp_path / "again" / "database")
    with Store.open(tmp_path / "again", PASSPHRASE, policy=CHEAP) as store:
        assert stored(store) == sorted([ONE, TWO])
        service = MeetingService(store, HADDAD, "b1")
        assert service.scans.pages("yousef") == (ONE, TWO)
        service.close()


def test_no_file_holds_a_page_that_can_be_read(vault: Vault) -> None:
    files = [path for path in vault.folder.rglob("*") if path.is_file()]
    assert any(path.stat().st_size > len(ONE) for path in files)
    for path in files:
        content = path.read_bytes()
        assert ONE[200:260] not in content
        assert b"JFIF" not in content


def test_with_the_case_the_pages_are_destroyed(signed: MeetingService, store: Store) -> None:
    signed.scans.add("yousef", [ONE])
    signed.close()
    with store.unit_of_work() as unit:
        unit.cases.remove(unit.cases.get(HADDAD))
        unit.commit()
    assert stored(store) == []


def test_a_case_file_holds_none_of_it(signed: MeetingService, store: Store, tmp_path: Path) -> None:
    signed.scans.add("yousef", [ONE])
    assert CaseService(store).export_file(HADDAD, tmp_path / "case.json") == 1
    written = (tmp_path / "case.json").read_text()
    assert '"on_paper": true' in written
    assert hashlib.sha256(ONE).hexdigest() not in written
    assert CaseService(store).export_file(DE_WIT, tmp_path / "other.json") == 0


def test_looking_at_a_case_reads_no_page(signed: MeetingService, store: Store) -> None:
    signed.scans.add("yousef", [ONE])
    with store.unit_of_work() as unit:
        unit.cases.get(HADDAD)
        assert not [row for row in unit._session.identity_map.values() if isinstance(row, ScanPage)]


def test_what_a_killed_meeting_left_goes_at_the_next_unlocking(vault: Vault) -> None:
    vault.unlock(PASSPHRASE)
    service = vault.meeting(HADDAD, "b1")
    service.scans.remove("yousef")
    end_as_killed(service)  # as if killed: nobody left the meeting
    store_in(vault).close()
    vault._store = None
    vault.unlock(PASSPHRASE)
    assert stored(store_in(vault)) == []
    vault.lock()
