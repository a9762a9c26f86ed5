"""What changes no case is an act too: unlocking, codes and passphrases, and whatever leaves the program."""

from pathlib import Path

import pytest

from beraad.codes import ActKind
from beraad.places import Place
from beraad.services.acts import Act
from beraad.services.cases import CaseService
from beraad.services.printing import PrintingService, copies_from_file
from beraad.services.vault import Vault
from beraad.store import errors
from beraad.store.store import Store
from beraad.terms import Colour
from tests.services.conftest import HADDAD, Clock
from tests.store.samples import CHEAP, PASSPHRASE


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Vault:
    """A vault whose keys cost next to nothing, not made yet."""
    return Vault(tmp_path / "data", policy=CHEAP, clock=clock)


def kinds(kept: list[Act]) -> list[ActKind]:
    """What happened since this was asked last."""
    found = [act.kind for act in kept]
    kept.clear()
    return found


def test_whoever_comes_in_is_on_record_and_by_which_way(vault: Vault, kept: list[Act]) -> None:
    code = vault.create(PASSPHRASE)
    assert kept == [Act(ActKind.STORE_MADE, "", (), "", "2026-11-19T10:00:00")]
    vault.code_must_be_kept = True
    vault.lock()
    assert kinds(kept) == [ActKind.STORE_MADE]
    vault.unlock(PASSPHRASE)
    vault.lock()
    assert kinds(kept) == [ActKind.UNLOCKED]
    vault.unlock_with_recovery(code, "een nieuwe zin")
    assert kinds(kept) == [ActKind.UNLOCKED_BY_CODE, ActKind.PASSPHRASE_CHANGED]
    vault.lock()


def test_a_wrong_passphrase_is_no_unlocking(vault: Vault, kept: list[Act]) -> None:
    vault.create(PASSPHRASE)
    vault.lock()
    kept.clear()
    with pytest.raises(errors.WrongPassphrase):
        vault.unlock("een andere zin")
    assert kept == []


def test_a_code_that_is_shown_kept_or_replaced_is_on_record(vault: Vault, kept: list[Act]) -> None:
    vault.create(PASSPHRASE)
    kept.clear()
    with pytest.raises(errors.WrongPassphrase):
        vault.recovery_code("een andere zin")
    assert kinds(kept) == []
    vault.recovery_code(PASSPHRASE)
    vault.keep_code()
    vault.replace_recovery_code(PASSPHRASE)
    vault.first_code()
    assert kinds(kept) == [ActKind.CODE_SHOWN, ActKind.CODE_KEPT, ActKind.CODE_REPLACED, ActKind.CODE_SHOWN]
    vault.lock()


def test_whoever_was_given_the_code_and_goes_kept_it(vault: Vault, kept: list[Act]) -> None:
    vault.create(PASSPHRASE)
    vault.lock()
    assert kinds(kept) == [ActKind.STORE_MADE, ActKind.CODE_KEPT]


def test_a_store_that_cannot_be_put_on_record_stays_locked(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(PASSPHRASE)
    vault.lock()
    with monkeypatch.context() as patched:
        patched.setattr("beraad.services.acts.Acts._keep", lambda *_given: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            vault.unlock(PASSPHRASE)
    assert not vault.unlocked
    vault.unlock(PASSPHRASE)
    vault.lock()


def test_an_export_is_on_record_once_it_is_written(
    cases: CaseService, kept: list[Act], tmp_path: Path
) -> None:
    with pytest.raises(Exception, match="case_not_written"):
        cases.export_file(HADDAD, Path("/dev/null/zaak.json"))
    assert kept == []
    cases.export_file(HADDAD, tmp_path / "zaak.json")
    assert [(act.kind, act.case) for act in kept] == [(ActKind.CASE_EXPORTED, HADDAD)]


def test_each_copy_that_is_handed_out_says_whose_it_is_and_of_which_meeting(
    store: Store, kept: list[Act], tmp_path: Path
) -> None:
    copies = PrintingService(store).copies(HADDAD)
    assert copies.one("rima").pages
    assert kept == [], "to look at a copy hands nothing out"
    printed = copies.write_all(tmp_path, ["rima", "noor"])
    copies.handed_out(ActKind.COPY_PRINTED, ("yousef", ""))
    assert {act.case for act in kept} == {HADDAD}
    assert {act.places for act in kept} == {(Place.meeting("b1"),)}
    assert [(act.kind, act.person) for act in kept] == [
        *((ActKind.COPY_SAVED, copy.person) for copy in printed.copies),
        (ActKind.COPY_PRINTED, "yousef"),
        (ActKind.COPY_PRINTED, ""),
    ]


def test_of_a_case_that_stands_in_no_store_nothing_is_on_record(
    cases: CaseService, kept: list[Act], tmp_path: Path
) -> None:
    cases.export_file(HADDAD, tmp_path / "zaak.json")
    kept.clear()
    copies_from_file(tmp_path / "zaak.json").write_all(tmp_path / "copies")
    assert kept == []


def test_nothing_that_changes_no_case_makes_an_overview_line_stale(
    store: Store, cases: CaseService, tmp_path: Path
) -> None:
    cases.overview()
    store.take_changed()
    cases.export_file(HADDAD, tmp_path / "zaak.json")
    PrintingService(store).copies(HADDAD).write_all(tmp_path)
    assert not store.has_changed
    cases.colour(HADDAD, Colour.GREEN)
    assert store.has_changed, "the control: this changes the case"
