"""The key file wraps the data key twice, is never half, and is believed no further than it can be checked."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from beraad.paths import replace_file
from beraad.store import keys
from beraad.store.errors import (
    DiskFull,
    EmptyPassphrase,
    KeyFileDamaged,
    KeyFileMissing,
    RecoveryCodeMistyped,
    StoreError,
    WrongPassphrase,
    WrongRecoveryCode,
)
from beraad.store.keys import PRODUCTION, Argon2Cost, DataKey, KeyFile, KeyPolicy
from beraad.store.private_files import as_store_error
from beraad.store.recovery_code import new_recovery_code
from tests.store.samples import CHEAP, CHEAP_COST, PASSPHRASE


@pytest.fixture
def key() -> DataKey:
    return DataKey.random()


@pytest.fixture
def written(key: DataKey, tmp_path: Path) -> tuple[Path, str]:
    """A key file on disk, and its recovery code."""
    key_file, code = KeyFile.new(PASSPHRASE, key, CHEAP)
    path = tmp_path / "beraad.key"
    key_file.write_new(path)
    return path, code


def rewrite(path: Path, change: Any) -> None:
    """Change the fields of a key file as a forger would: with a checksum that fits again."""
    fields = json.loads(path.read_bytes())
    del fields["checksum"]
    change(fields)
    fields["checksum"] = KeyFile.model_validate(fields).checksum()
    path.write_text(json.dumps(fields))


def test_the_passphrase_gives_the_data_key(written: tuple[Path, str], key: DataKey) -> None:
    assert KeyFile.read(written[0]).unlock(PASSPHRASE, CHEAP) == key


def test_the_recovery_code_gives_the_data_key(written: tuple[Path, str], key: DataKey) -> None:
    assert KeyFile.read(written[0]).unlock_with_recovery_code(written[1].lower(), CHEAP) == key


@pytest.mark.parametrize("wrong", ["", " ", PASSPHRASE + " ", PASSPHRASE.upper(), "x" * 10_000])
def test_another_passphrase_does_not(written: tuple[Path, str], wrong: str) -> None:
    with pytest.raises(WrongPassphrase):
        KeyFile.read(written[0]).unlock(wrong, CHEAP)


def test_another_recovery_code_does_not(written: tuple[Path, str]) -> None:
    with pytest.raises(WrongRecoveryCode):
        KeyFile.read(written[0]).unlock_with_recovery_code(new_recovery_code(), CHEAP)


def test_a_slip_in_the_recovery_code_is_told_apart_from_a_wrong_one(written: tuple[Path, str]) -> None:
    with pytest.raises(RecoveryCodeMistyped):
        KeyFile.read(written[0]).unlock_with_recovery_code(written[1][:-2], CHEAP)


def test_an_accent_may_be_composed_either_way(key: DataKey) -> None:
    assert KeyFile.new("caf\u00e9", key, CHEAP)[0].unlock("cafe\u0301", CHEAP) == key


@pytest.mark.parametrize("empty", ["", "  ", "\t\n"])
def test_an_empty_passphrase_is_refused(key: DataKey, empty: str) -> None:
    with pytest.raises(EmptyPassphrase):
        KeyFile.new(empty, key, CHEAP)


def test_a_new_passphrase_ends_the_old_and_leaves_the_recovery_code(
    written: tuple[Path, str], key: DataKey
) -> None:
    path, code = written
    KeyFile.read(path).with_passphrase("iets anders", key, CHEAP).replace(path)
    changed = KeyFile.read(path)
    assert changed.unlock("iets anders", CHEAP) == key
    assert changed.unlock_with_recovery_code(code, CHEAP) == key
    with pytest.raises(WrongPassphrase):
        changed.unlock(PASSPHRASE, CHEAP)


def test_the_key_stands_in_no_repr_and_not_in_the_file(written: tuple[Path, str], key: DataKey) -> None:
    assert key.raw.hex() not in repr(key) + repr(KeyFile.read(written[0])) + written[0].read_text()


def test_production_has_the_floor_of_the_promise() -> None:
    assert PRODUCTION.cost == PRODUCTION.floor == Argon2Cost(memory_kib=65_536, passes=3, lanes=4)


def test_a_key_file_that_would_eat_the_memory_is_refused_before_any_is_taken(
    written: tuple[Path, str],
) -> None:
    path, _code = written
    rewrite(path, lambda fields: fields["slots"]["passphrase"].update(memory_kib=2**32 - 1))
    tracemalloc.start()
    with pytest.raises(KeyFileDamaged) as caught:
        KeyFile.read(path).unlock(PASSPHRASE, CHEAP)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.facts["reason"] == "cost_out_of_bounds"
    assert peak < 2**20


@pytest.mark.parametrize(
    "cost",
    [{"memory_kib": 63}, {"memory_kib": 129}, {"passes": 0}, {"passes": 3}, {"lanes": 0}, {"lanes": 3}],
)
def test_a_cost_out_of_bounds_is_refused(written: tuple[Path, str], cost: dict[str, int]) -> None:
    path, _code = written
    rewrite(path, lambda fields: fields["slots"]["passphrase"].update(cost))
    with pytest.raises(KeyFileDamaged):
        KeyFile.read(path).unlock(PASSPHRASE, CHEAP)


def test_a_key_file_made_for_tests_does_not_open_in_production(written: tuple[Path, str]) -> None:
    with pytest.raises(KeyFileDamaged):
        KeyFile.read(written[0]).unlock(PASSPHRASE)


@pytest.mark.parametrize("cost", [{"passes": 2}, {"memory_kib": 128}])
def test_a_cost_changed_within_its_bounds_opens_nothing(
    written: tuple[Path, str], cost: dict[str, int]
) -> None:
    path, _code = written
    rewrite(path, lambda fields: fields["slots"]["passphrase"].update(cost))
    with pytest.raises(WrongPassphrase):
        KeyFile.read(path).unlock(PASSPHRASE, CHEAP)


def test_slots_cannot_be_swapped(written: tuple[Path, str]) -> None:
    def swap(fields: Any) -> None:
        slots = fields["slots"]
        slots["passphrase"], slots["recovery"] = slots["recovery"], slots["passphrase"]

    rewrite(written[0], swap)
    with pytest.raises(WrongRecoveryCode):
        KeyFile.read(written[0]).unlock_with_recovery_code(written[1], CHEAP)


def test_every_flipped_bit_is_noticed(written: tuple[Path, str], key: DataKey) -> None:
    path, _code = written
    sound = path.read_bytes()
    for place in range(len(sound)):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        try:
            KeyFile.read(path)
        except KeyFileDamaged:
            continue
        # Only what stands between the fields may differ without harm.
        assert sound[place : place + 1].isspace()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 16_000, b" " * 20_000, b'{"checksum": 1}', b'{"a": NaN}'],
)
def test_what_is_no_key_file_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "beraad.key"
    path.write_bytes(content)
    with pytest.raises(KeyFileDamaged):
        KeyFile.read(path)


def test_a_missing_key_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        KeyFile.read(tmp_path / "beraad.key")


def test_a_key_file_is_for_its_user_alone(written: tuple[Path, str], key: DataKey) -> None:
    path, _code = written
    assert path.stat().st_mode & 0o777 == 0o600
    KeyFile.read(path).with_passphrase("iets anders", key, CHEAP).replace(path)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_failure_while_replacing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "full")

    path = tmp_path / "beraad.key"
    path.write_bytes(b"old")
    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="full") as caught:
        replace_file(path, b"new")
    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == {"beraad.key": b"old"}
    assert isinstance(as_store_error(caught.value, path.name), DiskFull)


def test_both_slots_are_made_at_the_price_asked(monkeypatch: pytest.MonkeyPatch, key: DataKey) -> None:
    asked = []

    def derive(_secret: bytes, _salt: bytes, cost: Argon2Cost) -> bytes:
        asked.append(cost)
        return bytes(32)

    monkeypatch.setattr(keys, "_derive", derive)
    KeyFile.new(PASSPHRASE, key)
    KeyFile.new(PASSPHRASE, key, KeyPolicy(CHEAP_COST, CHEAP_COST, CHEAP_COST))
    assert asked == [PRODUCTION.cost] * 2 + [CHEAP_COST] * 2


def test_no_error_text_holds_what_was_typed(written: tuple[Path, str]) -> None:
    with pytest.raises(StoreError) as caught:
        KeyFile.read(written[0]).unlock("geheime zin", CHEAP)
    assert "geheime" not in str(caught.value) + repr(caught.value.facts)
