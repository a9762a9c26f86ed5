"""The recovery code is shown again and replaced; changing it or the passphrase is whole, or told as it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from beraad.codes import FindingCode
from beraad.store import key_places
from beraad.store.checking import check_store
from beraad.store.errors import (
    PassphraseNotEverywhere,
    PassphraseUnchanged,
    WrongPassphrase,
    WrongRecoveryCode,
)
from beraad.store.keys import KeyFile
from beraad.store.sqlite.places import Places, Vault
from beraad.store.store import Store
from tests.inside import backups_in, key_of
from tests.store.samples import CHEAP, PASSPHRASE, open_store

NEW = "een andere zin"


def opens(vault: Vault, passphrase: str) -> bool:
    try:
        KeyFile.read(vault.key_file).unlock(passphrase, CHEAP).wipe()
    except WrongPassphrase:
        return False
    return True


def vaults(data: Path) -> list[Vault]:
    """The live one and its backups."""
    return [Places(data).live, *(Vault(folder) for folder in Places(data).backup_folders)]


def test_the_code_is_told_again_by_the_unlocked_store(tmp_path: Path) -> None:
    store, code = Store.create(tmp_path, PASSPHRASE, policy=CHEAP)
    with store:
        assert store.recovery_code == code
    with open_store(tmp_path) as again:
        assert again.recovery_code == code
        again.change_passphrase(NEW)
        assert again.recovery_code == code


def test_the_code_does_not_stand_in_the_key_file(tmp_path: Path) -> None:
    store, code = Store.create(tmp_path, PASSPHRASE, policy=CHEAP)
    store.close()
    content = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for group in (code, code.replace("-", ""), *code.split("-")):
        assert group.encode() not in content
        assert group.encode().hex().encode() not in content


def test_a_code_is_kept_when_somebody_said_so(tmp_path: Path) -> None:
    Store.create(tmp_path, PASSPHRASE, policy=CHEAP)[0].close()
    with open_store(tmp_path) as store:
        assert not store.code_is_kept
        store.keep_code()
        assert store.code_is_kept
    with open_store(tmp_path) as again:
        assert again.code_is_kept


def test_a_new_code_replaces_the_former_everywhere(tmp_path: Path) -> None:
    store, former = Store.create(tmp_path, PASSPHRASE, policy=CHEAP)
    with store:
        store.keep_code()
        code = store.replace_recovery_code()
        assert code != former
        assert store.recovery_code == code
        assert not store.code_is_kept
    for vault in vaults(tmp_path):
        with pytest.raises(WrongRecoveryCode):
            KeyFile.read(vault.key_file).unlock_with_recovery_code(former, CHEAP)
        KeyFile.read(vault.key_file).unlock_with_recovery_code(code, CHEAP).wipe()
    open_store(tmp_path).close()


def test_a_key_file_of_before_opens_and_gets_a_code_that_can_be_told(data: Path) -> None:
    live = Places(data).live
    former = KeyFile.read(live.key_file).model_copy(update={"code": None})
    former.replace(live.key_file)
    assert b'"code"' not in live.key_file.read_bytes()
    with open_store(data) as store:
        assert store.recovery_code is None
        assert store.code_is_kept
        code = store.replace_recovery_code()
        assert store.recovery_code == code
    Store.open_with_recovery(data, code, policy=CHEAP).close()


def test_a_sealed_code_of_another_store_tells_nothing(tmp_path: Path) -> None:
    one, _code = Store.create(tmp_path / "one", PASSPHRASE, policy=CHEAP)
    other, _other = Store.create(tmp_path / "other", PASSPHRASE, policy=CHEAP)
    with one, other:
        swapped = one._key_file.model_copy(update={"code": other._key_file.code})
        assert swapped.recovery_code(key_of(one)) is None


@pytest.mark.parametrize("failing", ["beraad.key", "the backups"])
def test_what_cannot_be_written_changes_nothing(
    failing: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = key_places._written_beside

    def full(path: Path, content: bytes) -> Path:
        if (path.parent.name == "database") is (failing == "beraad.key"):
            raise OSError(28, "no")
        return written(path, content)

    with open_store(data) as store:
        before = {vault: vault.key_file.read_bytes() for vault in vaults(data)}
        monkeypatch.setattr(key_places, "_written_beside", full)
        with pytest.raises(PassphraseUnchanged):
            store.change_passphrase(NEW)
    assert {vault: vault.key_file.read_bytes() for vault in vaults(data)} == before
    assert not list(data.rglob(".*.new"))


def test_a_folder_that_cannot_be_synced_afterwards_does_not_say_that_nothing_changed(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it did: the name was changed, the sync failed, and it said that nothing had changed."""

    def fail(_folder: Path) -> None:
        raise OSError(5, "no")

    monkeypatch.setattr(key_places, "sync_folder", fail)
    with open_store(data) as store:
        store.change_passphrase(NEW)
    assert all(opens(vault, NEW) for vault in vaults(data))


def test_a_backup_that_keeps_the_former_passphrase_is_named_and_mended_at_the_next_unlock(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = vaults(data)[-1]
    written = key_places._written_beside

    def protected(path: Path, content: bytes) -> Path:
        if path == backup.key_file:
            raise OSError(13, "no")
        return written(path, content)

    with open_store(data) as store:
        monkeypatch.setattr(key_places, "_written_beside", protected)
        with pytest.raises(PassphraseNotEverywhere) as caught:
            store.change_passphrase(NEW)
        assert caught.value.facts == {"backups": [backup.folder.name]}
    assert opens(Places(data).live, NEW)
    assert opens(backup, PASSPHRASE)
    found = [found for found in check_store(data, NEW, policy=CHEAP).backups if not found.sound]
    assert [(it.name, it.findings[0].code) for it in found] == [(backup.folder.name, FindingCode.FORMER_KEY)]
    with Store.open(data, NEW, policy=CHEAP) as store:
        assert backups_in(store)
    assert not opens(backup, PASSPHRASE)
    assert check_store(data, NEW, policy=CHEAP).sound


FULL = """
import os, shutil, sys
from pathlib import Path
from beraad.errors import BeraadError
from beraad.services.vault import Vault
from beraad.store import store as module
from beraad.store.sqlite.places import Places
from tests.store.samples import CHEAP, PASSPHRASE
from tests.store.test_recovery_again import NEW, opens, vaults

small, control = Path(sys.argv[1]), sys.argv[2] == "control"
if control:
    # What the product did: one after the other, and whatever fails means that nothing changed.
    from beraad.paths import replace_file
    def one_by_one(content, live, others):
        for path in (live, *others):
            replace_file(path, content)
        return []
    module.replace_everywhere = one_by_one

def fill():
    space = os.statvfs(small)
    with (small / "filler").open("ab") as file:
        file.write(bytes(space.f_bavail * space.f_bsize))

rename, hungry = Path.replace, [False]
def and_somebody_takes_the_room(path, target):
    found = rename(path, target)
    if hungry[0]:
        fill()
    return found
Path.replace = and_somebody_takes_the_room

kept, data = Path("/dev/shm") / f"kept-{os.getpid()}", small / "data"
code = (vault := Vault(kept, policy=CHEAP)).create(PASSPHRASE)
vault.lock()
for number in range(6):
    vault.unlock(PASSPHRASE)
    vault.cases().create(f"2026-{number}", "Jansen")
    vault.lock()
lies, refused, changed = 0, 0, 0
for free in range(0, 52, 2):
    shutil.copytree(kept, data)
    space = os.statvfs(small)
    filler = small / "filler"
    filler.write_bytes(bytes(max(0, (space.f_bavail - free) * space.f_bsize)))
    hungry[0] = True
    vault, told, notices = Vault(data, policy=CHEAP), "changed", ()
    try:
        vault.unlock_with_recovery(code, NEW)
        notices = vault.notices
    except (BeraadError, OSError):
        told = "unchanged"
    hungry[0] = False
    named = [name for notice in notices for name in notice.facts.get("backups", [])]
    for there in vaults(data):
        right = NEW if told == "changed" and there.folder.name not in named else PASSPHRASE
        if not opens(there, right):
            lies += 1
            break
    refused += told == "unchanged"
    changed += told == "changed"
    vault.lock()
    filler.unlink()
    shutil.rmtree(data)
shutil.rmtree(kept)
print(lies, refused, changed)
"""


def on_a_full_disk(tmp_path: Path, arm: str) -> tuple[int, int, int]:
    """Of 26 changes by code on a disk with ever more room: untrue endings, refused, changed.

    Whatever room comes free meanwhile somebody else takes.
    """
    small = tmp_path / "small"
    small.mkdir()
    command = 'mount -t tmpfs -o size=4m tmpfs "$0" || exit 77; exec "$1" -c "$2" "$0" "$3"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", command, str(small), sys.executable, FULL, arm],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    if done.returncode in (1, 77) and ("unshare" in done.stderr or "mount" in done.stderr):
        pytest.skip("no disk may be mounted here")
    assert done.returncode == 0, done.stderr
    lies, refused, changed = map(int, done.stdout.split())
    return lies, refused, changed


ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a small disk is mounted by root only"
)


@ROOT
@pytest.mark.slow
def test_changing_the_passphrase_by_code_on_a_full_disk_tells_what_is_true(tmp_path: Path) -> None:
    lies, refused, changed = on_a_full_disk(tmp_path, "product")
    assert lies == 0
    assert refused > 0
    assert changed > 0


@ROOT
@pytest.mark.slow
def test_changing_one_key_file_after_the_other_is_seen_to_tell_what_is_not_true(tmp_path: Path) -> None:
    """The control: this harness notices what the product did."""
    assert on_a_full_disk(tmp_path, "control")[0] > 0
