"""A second running program is told; a program that died does not stand in the way."""

import subprocess
import sys
from pathlib import Path

import pytest

from beraad.codes import StoreState
from beraad.store.checking import check_store
from beraad.store.errors import StoreInUse
from beraad.store.sqlite.places import Vault
from beraad.store.sqlite.state import store_state
from beraad.store.store import Store
from tests.store.samples import CHEAP, PASSPHRASE, open_store, picture

HOLDER = """
import sys
from tests.store.samples import open_store
from pathlib import Path
store = open_store(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
store.close()
"""


def hold(data: Path) -> subprocess.Popen[str]:
    """Another program that has the store open."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    return other


def test_a_second_program_is_told_and_changes_nothing(data: Path) -> None:
    with hold(data) as other:
        before = picture(data)
        with pytest.raises(StoreInUse):
            open_store(data)
        with pytest.raises(StoreInUse):
            check_store(data, PASSPHRASE, policy=CHEAP)
        assert store_state(data) is StoreState.IN_USE
        assert picture(data) == before
        other.communicate("")
    open_store(data).close()


def test_a_killed_program_leaves_no_lock(data: Path) -> None:
    with hold(data) as other:
        other.kill()
    open_store(data).close()


def test_a_second_store_in_one_program_is_told_too(store: Store, data: Path) -> None:
    with pytest.raises(StoreInUse):
        open_store(data)
    store.close()
    open_store(data).close()


def test_a_missing_lock_file_is_made(data: Path, live: Vault) -> None:
    live.lock_file.unlink()
    with open_store(data), pytest.raises(StoreInUse):
        open_store(data)


def test_checking_makes_no_lock_file(data: Path, live: Vault) -> None:
    live.lock_file.unlink()
    assert check_store(data, PASSPHRASE, policy=CHEAP).sound
    assert not live.lock_file.exists()
