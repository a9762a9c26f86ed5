"""Key file: a random data key, wrapped under the passphrase and under the printed recovery code.

The data key (256 bits) is the database's raw key and never changes; a new passphrase rewrites the key file
only. Wrapping is AES-256-GCM under Argon2id (RFC 9106). The parameters of the wrapping are authenticated with
it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel, ConfigDict, StringConstraints

from beraad.memory import LockedMemory, wipe_made
from beraad.paths import replace_file
from beraad.store.errors import (
    EmptyPassphrase,
    KeyFileDamaged,
    KeyFileMissing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from beraad.store.private_files import create_private_file
from beraad.store.recovery_code import new_recovery_code, read_recovery_code

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
LARGEST_KEY_FILE = 16 * 1024

SlotName = Literal["passphrase", "recovery"]


@dataclass(frozen=True)
class Argon2Cost:
    """Cost of one guess: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def within(self, floor: Argon2Cost, ceiling: Argon2Cost) -> bool:
        """Return True if each figure lies between those of `floor` and `ceiling`, both included."""
        return (
            floor.memory_kib <= self.memory_kib <= ceiling.memory_kib
            and floor.passes <= self.passes <= ceiling.passes
            and floor.lanes <= self.lanes <= ceiling.lanes
        )


@dataclass(frozen=True)
class KeyPolicy:
    """Cost of new slots, and the bounds outside which a key file is refused before any work for it.

    The floor stops a key file that was weakened by somebody else, the ceiling one that exhausts the memory.
    """

    cost: Argon2Cost
    floor: Argon2Cost
    ceiling: Argon2Cost


PRODUCTION = KeyPolicy(
    cost=Argon2Cost(memory_kib=64 * 1024, passes=3, lanes=4),
    floor=Argon2Cost(memory_kib=64 * 1024, passes=3, lanes=4),
    ceiling=Argon2Cost(memory_kib=512 * 1024, passes=12, lanes=16),
)


class DataKey:
    """Raw key of the database, in locked memory until `wipe`. Its repr tells nothing."""

    def __init__(self) -> None:
        self._memory = LockedMemory(KEY_BYTES)

    @classmethod
    def random(cls) -> DataKey:
        """Return a new key from the operating system."""
        key, made = cls(), secrets.token_bytes(KEY_BYTES)
        with key.open() as raw:
            raw[:] = made
        wipe_made(made)
        return key

    def open(self) -> AbstractContextManager[memoryview]:
        """Open its bytes, for as long as they are needed."""
        return self._memory.open()

    @property
    def raw(self) -> bytes:
        """Copy of its bytes, which nobody wipes."""
        with self.open() as raw:
            return bytes(raw)

    def wipe(self) -> None:
        """Overwrite the key. Opening it afterwards raises ValueError."""
        self._memory.wipe()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DataKey):
            return NotImplemented
        with self.open() as mine, other.open() as theirs:
            return hmac.compare_digest(mine, theirs)

    def __hash__(self) -> int:
        raise TypeError("a key is not told, not even by a hash")


def _hex(length: int) -> StringConstraints:
    return StringConstraints(pattern=rf"^[0-9a-f]{{{2 * length}}}$")


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _Slot(_Record):
    """The data key wrapped under one secret, with all that unwrapping needs."""

    kdf: Literal["argon2id"] = "argon2id"
    memory_kib: int
    passes: int
    lanes: int
    salt: Annotated[str, _hex(SALT_BYTES)]
    nonce: Annotated[str, _hex(NONCE_BYTES)]
    wrapped: Annotated[str, _hex(KEY_BYTES + TAG_BYTES)]

    @property
    def cost(self) -> Argon2Cost:
        return Argon2Cost(self.memory_kib, self.passes, self.lanes)


class _Slots(_Record):
    passphrase: _Slot
    recovery: _Slot


class _SealedCode(_Record):
    """The recovery code, and whether somebody said that it was kept; sealed under the data key."""

    nonce: Annotated[str, _hex(NONCE_BYTES)]
    sealed: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64,512}$")]


class KeyFile(_Record):
    """Key file as on disk, without its checksum. `vault` says which database it belongs to.

    `code` is missing in older files: such a recovery code can be replaced, and not shown again.
    """

    format: Literal["beraad-key"] = "beraad-key"
    version: Literal[1] = 1
    vault: Annotated[str, _hex(16)]
    slots: _Slots
    code: _SealedCode | None = None

    @classmethod
    def new(cls, passphrase: str, key: DataKey, policy: KeyPolicy = PRODUCTION) -> tuple[Self, str]:
        """Return a key file for a new database, and the recovery code to print."""
        vault = secrets.token_hex(16)
        code = new_recovery_code()
        slots = _Slots(
            passphrase=_wrap(key, vault, "passphrase", _passphrase_secret(passphrase), policy.cost),
            recovery=_wrap(key, vault, "recovery", code.encode(), policy.cost),
        )
        return cls(vault=vault, slots=slots, code=_seal(key, vault, code, kept=False)), code

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read and check a key file. Raises KeyFileMissing or KeyFileDamaged."""
        try:
            with path.open("rb") as stream:
                content = stream.read(LARGEST_KEY_FILE + 1)
        except FileNotFoundError:
            raise KeyFileMissing(file=path.name) from None
        except OSError as error:
            raise KeyFileDamaged(file=path.name, reason="unreadable") from error
        if len(content) > LARGEST_KEY_FILE:
            raise KeyFileDamaged(file=path.name, reason="too_large")
        try:
            fields = json.loads(content)
            checksum = fields.pop("checksum")
            key_file = cls.model_validate(fields)
        # Not JSON, no UTF-8 and a broken rule are ValueErrors; a nest of brackets ends in RecursionError.
        except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
            raise KeyFileDamaged(file=path.name, reason="malformed") from None
        if checksum != key_file.checksum():
            raise KeyFileDamaged(file=path.name, reason="checksum")
        return key_file

    def write_new(self, path: Path) -> None:
        """Write the file at a free path. Raises FileExistsError or OSError."""
        create_private_file(path, self.content())

    def replace(self, path: Path) -> None:
        """Replace the key file at `path`, whole or not at all. Raises OSError."""
        replace_file(path, self.content())

    def unlock(self, passphrase: str, policy: KeyPolicy = PRODUCTION) -> DataKey:
        """Return the data key. Raises WrongPassphrase; KeyFileDamaged if the slot's cost is out of bounds."""
        key = self._unwrap("passphrase", unicodedata.normalize("NFC", passphrase).encode(), policy)
        if key is None:
            raise WrongPassphrase
        return key

    def unlock_with_recovery_code(self, typed: str, policy: KeyPolicy = PRODUCTION) -> DataKey:
        """Return the data key. Raises RecoveryCodeMistyped, WrongRecoveryCode, KeyFileDamaged as `unlock`."""
        key = self._unwrap("recovery", read_recovery_code(typed).encode(), policy)
        if key is None:
            raise WrongRecoveryCode
        return key

    def with_passphrase(self, passphrase: str, key: DataKey, policy: KeyPolicy = PRODUCTION) -> Self:
        """Return the key file under a new passphrase; the recovery code stays. Raises EmptyPassphrase."""
        slot = _wrap(key, self.vault, "passphrase", _passphrase_secret(passphrase), policy.cost)
        return self.model_copy(update={"slots": self.slots.model_copy(update={"passphrase": slot})})

    def with_new_recovery_code(self, key: DataKey, policy: KeyPolicy = PRODUCTION) -> tuple[Self, str]:
        """Return the key file with a new recovery code, and that code; the former one opens nothing now."""
        code = new_recovery_code()
        slot = _wrap(key, self.vault, "recovery", code.encode(), policy.cost)
        slots = self.slots.model_copy(update={"recovery": slot})
        return self.model_copy(
            update={"slots": slots, "code": _seal(key, self.vault, code, kept=False)}
        ), code

    def with_code_kept(self, key: DataKey) -> Self:
        """Return the key file in which it is noted that the recovery code was kept."""
        found = self.recovery_code(key)
        return (
            self
            if found is None
            else self.model_copy(update={"code": _seal(key, self.vault, found[0], kept=True)})
        )

    def recovery_code(self, key: DataKey) -> tuple[str, bool] | None:
        """Return the recovery code, and whether it was confirmed as kept; None if it cannot be told."""
        if self.code is None:
            return None
        try:
            with _code_cipher(key, self.vault) as cipher:
                told = cipher.decrypt(
                    bytes.fromhex(self.code.nonce),
                    bytes.fromhex(self.code.sealed),
                    _code_bound_to(self.vault),
                )
            code, kept = json.loads(told)
        except (InvalidTag, ValueError):
            return None
        return str(code), bool(kept)

    def _unwrap(self, name: SlotName, secret: bytes, policy: KeyPolicy) -> DataKey | None:
        slot: _Slot = getattr(self.slots, name)
        if not slot.cost.within(policy.floor, policy.ceiling):
            raise KeyFileDamaged(file="beraad.key", reason="cost_out_of_bounds")
        salt, key = bytes.fromhex(slot.salt), DataKey()
        with _cipher(secret, salt, slot.cost) as cipher, key.open() as raw:
            try:
                cipher.decrypt_into(
                    bytes.fromhex(slot.nonce),
                    bytes.fromhex(slot.wrapped),
                    _bound_to(self.vault, name, slot.cost, salt),
                    raw,
                )
            except InvalidTag:
                return None
        return key

    def checksum(self) -> str:
        """Return a checksum that tells a damaged key file from a wrong passphrase; it stops no forger."""
        return hashlib.sha256(_canonical(self.model_dump(exclude_none=True))).hexdigest()

    def content(self) -> bytes:
        """Return the bytes of the file."""
        return (
            json.dumps({**self.model_dump(exclude_none=True), "checksum": self.checksum()}, indent=1).encode()
            + b"\n"
        )


def _seal(key: DataKey, vault: str, code: str, *, kept: bool) -> _SealedCode:
    nonce = secrets.token_bytes(NONCE_BYTES)
    with _code_cipher(key, vault) as cipher:
        sealed = cipher.encrypt(nonce, _canonical([code, kept]), _code_bound_to(vault))
    return _SealedCode(nonce=nonce.hex(), sealed=sealed.hex())


@contextmanager
def _code_cipher(key: DataKey, vault: str) -> Iterator[AESGCM]:
    """The cipher for the recovery code, under a key made from the data key for this alone (HKDF)."""
    made = HKDF(SHA256(), KEY_BYTES, salt=bytes.fromhex(vault), info=b"beraad recovery code").derive(key.raw)
    try:
        yield AESGCM(made)
    finally:
        wipe_made(made)


def made_from(key: DataKey, vault: str, purpose: str) -> bytes:
    """Return a key of 32 bytes made from the data key for one purpose (HKDF); it does not lead back to it."""
    info = f"beraad for {purpose}".encode()
    return HKDF(SHA256(), KEY_BYTES, salt=bytes.fromhex(vault), info=info).derive(key.raw)


def _code_bound_to(vault: str) -> bytes:
    return _canonical(["beraad-code", 1, vault])


def _passphrase_secret(passphrase: str) -> bytes:
    """One spelling for what looks the same: keyboards differ in how they compose é."""
    if not passphrase.strip():
        raise EmptyPassphrase
    return unicodedata.normalize("NFC", passphrase).encode()


def _wrap(key: DataKey, vault: str, name: SlotName, secret: bytes, cost: Argon2Cost) -> _Slot:
    salt = secrets.token_bytes(SALT_BYTES)
    nonce = secrets.token_bytes(NONCE_BYTES)
    with _cipher(secret, salt, cost) as cipher, key.open() as raw:
        wrapped = cipher.encrypt(nonce, raw, _bound_to(vault, name, cost, salt))
    return _Slot(
        memory_kib=cost.memory_kib,
        passes=cost.passes,
        lanes=cost.lanes,
        salt=salt.hex(),
        nonce=nonce.hex(),
        wrapped=wrapped.hex(),
    )


@contextmanager
def _cipher(secret: bytes, salt: bytes, cost: Argon2Cost) -> Iterator[AESGCM]:
    """The cipher of one slot; its key is wiped afterwards."""
    derived = _derive(secret, salt, cost)
    try:
        yield AESGCM(derived)
    finally:
        wipe_made(derived)


def _derive(secret: bytes, salt: bytes, cost: Argon2Cost) -> bytes:
    return hash_secret_raw(
        secret,
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound_to(vault: str, name: SlotName, cost: Argon2Cost, salt: bytes) -> bytes:
    """Return the data that AES-GCM authenticates, so that slots cannot be swapped or reused elsewhere."""
    return _canonical(["beraad-key", 1, vault, name, cost.memory_kib, cost.passes, cost.lanes, salt.hex()])


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
