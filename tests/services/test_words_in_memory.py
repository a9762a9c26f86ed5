"""What is freed while the cases are locked is overwritten."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from beraad.memory import _libc, wiping_what_is_freed
from beraad.services import vault as rooms
from beraad.services.vault import Vault
from beraad.store.store import Store
from tests.store.samples import CHEAP, PASSPHRASE

WORD = b"gordeldiersnuit"
_SIZE = 3_000
"""More bytes than glibc keeps aside for the next one who asks, which it leaves as they are."""

pytestmark = pytest.mark.skipif(not hasattr(_libc, "mallopt"), reason="needs glibc")


def _freed(how: AbstractContextManager[None]) -> bytes:
    """What stands where a piece of memory full of the word was, after it was freed."""
    _libc.malloc.restype = ctypes.c_void_p
    piece, behind = _libc.malloc(_SIZE), _libc.malloc(_SIZE)
    ctypes.memmove(piece, WORD * (_SIZE // len(WORD)), _SIZE)
    with how:
        _libc.free(ctypes.c_void_p(piece))
        # Read before anything else may get this memory.
        left = ctypes.string_at(piece, _SIZE)
    _libc.free(ctypes.c_void_p(behind))
    return left


def test_what_is_freed_is_overwritten() -> None:
    assert WORD not in _freed(wiping_what_is_freed())


def test_without_it_the_words_stay() -> None:
    assert WORD in _freed(nullcontext())


def test_locking_frees_the_cases_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, _code = Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    store.close()
    vault = Vault(tmp_path / "data", policy=CHEAP)
    vault.unlock(PASSPHRASE)
    seen: list[bool] = []

    @contextmanager
    def watched() -> Iterator[None]:
        seen.append(vault.unlocked)
        yield
        seen.append(vault.unlocked)

    monkeypatch.setattr(rooms, "wiping_what_is_freed", watched)
    vault.lock()
    assert seen == [True, False]
