"""One data folder from empty to unlocked to locked again."""

import json
from pathlib import Path

import pytest

from beraad import assets
from beraad.codes import StoreState
from beraad.i18n import DUTCH
from beraad.services.vault import Vault
from beraad.store import errors, store
from beraad.store.keys import PRODUCTION, Argon2Cost
from beraad.store.sqlite.places import Places
from beraad.words.errors import sentence
from tests.store.samples import CHEAP, PASSPHRASE


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """A vault whose keys cost next to nothing."""
    return Vault(tmp_path / "data", policy=CHEAP)


def test_an_empty_folder_has_no_store_until_one_is_made(vault: Vault) -> None:
    assert vault.state is StoreState.ABSENT
    code = vault.create(PASSPHRASE)
    assert vault.unlocked
    assert code
    vault.lock()
    assert not vault.unlocked
    assert vault.state is StoreState.PRESENT


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_does(vault: Vault) -> None:
    vault.create(PASSPHRASE)
    vault.lock()
    with pytest.raises(errors.WrongPassphrase):
        vault.unlock("een andere zin")
    assert not vault.unlocked
    vault.unlock(PASSPHRASE)
    assert vault.cases().overview() == ()
    vault.lock()


def test_the_recovery_code_opens_it_with_a_new_passphrase(vault: Vault) -> None:
    code = vault.create(PASSPHRASE)
    vault.lock()
    vault.unlock_with_recovery(code, "een nieuwe zin")
    vault.lock()
    with pytest.raises(errors.WrongPassphrase):
        vault.unlock(PASSPHRASE)
    vault.unlock("een nieuwe zin")
    vault.lock()


def test_an_empty_new_passphrase_leaves_it_locked_and_the_old_one_good(vault: Vault) -> None:
    code = vault.create(PASSPHRASE)
    vault.lock()
    with pytest.raises(errors.StoreError):
        vault.unlock_with_recovery(code, "")
    assert not vault.unlocked
    vault.unlock(PASSPHRASE)
    vault.lock()


def test_nothing_is_read_from_a_locked_vault(vault: Vault) -> None:
    for use in (vault.cases, vault.printing, lambda: vault.meeting("x", "b1")):
        with pytest.raises(RuntimeError):
            use()


def test_locking_twice_is_no_harm(vault: Vault) -> None:
    vault.create(PASSPHRASE)
    vault.lock()
    vault.lock()


def test_what_was_done_is_backed_up_when_the_vault_is_locked(vault: Vault, tmp_path: Path) -> None:
    vault.create(PASSPHRASE)
    path = tmp_path / "zaak.json"
    path.write_bytes(assets.example_case("haddad").read_bytes())
    vault.cases().import_file(path)
    before = _backups(vault)
    vault.lock()
    assert len(_backups(vault)) == len(before) + 1


def test_a_backup_that_fails_keeps_nobody_from_locking(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.create(PASSPHRASE)

    def fail(self: store.Store) -> None:
        raise errors.BackupFailed(reason="ENOSPC")

    monkeypatch.setattr(store.Store, "back_up", fail)
    vault.lock()
    assert not vault.unlocked


def test_a_backup_that_does_not_fit_is_told_as_that(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.create(PASSPHRASE)
    vault.cases().create("2026-1", "Jansen")
    monkeypatch.setattr(store.Store, "back_up", lambda _store: None)
    vault.lock()
    monkeypatch.undo()

    def full(*_given: object) -> None:
        raise OSError(28, "no")

    monkeypatch.setattr("beraad.store.sqlite.backup.sync_file", full)
    vault.unlock(PASSPHRASE)
    (notice,) = vault.notices
    assert "er kon geen reservekopie worden gemaakt" in sentence(notice, DUTCH)
    assert "niet opgeslagen" not in sentence(notice, DUTCH)
    vault.lock()


def _backups(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*.db") if "backup" in str(path)]


def _costs(vault: Vault) -> list[Argon2Cost]:
    slots = json.loads(Places(vault.folder).live.key_file.read_text("utf-8"))["slots"]
    return [Argon2Cost(slot["memory_kib"], slot["passes"], slot["lanes"]) for slot in slots.values()]


def test_a_guess_costs_what_production_says_where_nobody_says_otherwise(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "data")
    code = vault.create(PASSPHRASE)
    vault.lock()
    assert _costs(vault) == [PRODUCTION.cost] * 2
    vault.unlock_with_recovery(code, "een nieuwe zin")
    vault.lock()
    assert _costs(vault) == [PRODUCTION.cost] * 2


def test_a_vault_where_a_guess_costs_next_to_nothing_is_refused_in_use(vault: Vault) -> None:
    code = vault.create(PASSPHRASE)
    vault.lock()
    assert PRODUCTION.cost not in _costs(vault)
    in_use = Vault(vault.folder)
    for enter in (
        lambda: in_use.unlock(PASSPHRASE),
        lambda: in_use.unlock_with_recovery(code, "een nieuwe zin"),
        lambda: in_use.check(PASSPHRASE),
    ):
        with pytest.raises(errors.KeyFileDamaged):
            enter()
    assert not in_use.unlocked
