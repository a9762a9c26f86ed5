"""Encrypted database file: connecting to it, and the meaning of its driver's failures.

Measured: the `sqlite+pysqlcipher://` URL with a creator sends an empty key, so the plain `sqlite://` dialect
is used with SQLCipher's module; without `hide_parameters` the texts of exceptions carry names and addresses.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError

from beraad.store.errors import (
    ChangedElsewhere,
    DatabaseDamaged,
    DatabaseNotReadable,
    DiskFull,
    NotSaved,
    RuleBroken,
    StoreError,
    StoreNotWritable,
)
from beraad.store.keys import KEY_BYTES, DataKey
from beraad.store.private_files import create_private_file
from beraad.store.sqlite.watch import FileWatch, WatchedConnection

PAGE_BYTES = 4096
"""Page size of SQLCipher 4 in bytes."""

Mode = Literal["rw", "ro"]

FAILURES = (SQLAlchemyError, driver.Error)
"""Errors of a database operation, from SQLAlchemy or past it; see `typed_reading` and `typed_saving`."""

# Result codes of SQLite (sqlite.org/rescode.html), without their extended part.
_CORRUPT, _FULL, _NOT_A_DATABASE = 11, 13, 26
_NO_SUCH_THING, _OTHER_SCHEMA, _OTHER_TYPE = 1, 17, 20
"""Error codes for a missing table or column, a schema other than expected, and a value of another type."""


def connect(
    path: Path,
    key: DataKey,
    *,
    mode: Mode = "rw",
    unchanging: bool = False,
    kind: type[Any] = driver.Connection,
) -> Any:
    """Open a raw driver connection, keyed, with the pragmas every connection of ours has.

    Never creates a file. `unchanging` reads a database that nobody writes and leaves no file beside it
    (neither -wal nor -shm); what a pending write-ahead log holds is not seen then.
    """
    uri = f"{path.resolve().as_uri()}?mode={mode}{'&immutable=1' if unchanging else ''}"
    connection = driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False, factory=kind)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        _unlock(connection, key)
        connection.execute("PRAGMA temp_store = MEMORY")
        if mode != "ro":
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: Any, key: DataKey) -> None:
    """Give the driver the raw key; SQLCipher keeps it in locked memory of its own until the end.

    Past SQL: a statement stays in memory that nobody wipes (measured: three copies after closing).
    """
    digits = b"0123456789abcdef"
    spelled = bytearray(2 * KEY_BYTES + 3)
    spelled[:2], spelled[-1:] = b"x'", b"'"
    with key.open() as raw:
        for at, byte in enumerate(raw):
            spelled[2 + 2 * at], spelled[3 + 2 * at] = digits[byte >> 4], digits[byte & 15]
    try:
        connection.set_key(spelled)
    finally:
        spelled[:] = bytes(len(spelled))


def new_database(path: Path, key: DataKey) -> None:
    """Make an empty encrypted database in WAL mode; its log gets the same permissions as the file.

    Only creating a store and making a backup may call this. Raises FileExistsError if something exists there.
    """
    create_private_file(path)
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def copy_database(source: Any, path: Path, key: DataKey) -> None:
    """Copy what a raw connection has open to a new encrypted database. Raises its errors, OSError."""
    new_database(path, key)
    target = connect(path, key)
    try:
        source.backup(target)
        # Closing would write this log into the file too, and all threads of the program would wait for it.
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        target.close()


def open_engine(path: Path, key: DataKey, watch: FileWatch | None = None, *, reading: bool = False) -> Engine:
    """Return an engine on an existing database. Nothing is opened until a connection is asked for.

    With `reading` it leaves no file beside a database that nobody writes meanwhile.
    """

    def creator() -> Any:
        if reading:
            return connect(path, key, mode="ro", unchanging=True)
        if watch is None:
            return connect(path, key)
        watch.require_same()
        connection = connect(path, key, kind=WatchedConnection)
        try:
            watch.opened(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://",
        creator=creator,
        module=driver,
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,
        json_deserializer=_from_json,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The driver by itself would begin only before a change, and never before DDL. SQLAlchemy's machinery
        # for results would take longer than all else at the beginning of a transaction.
        raw: Any = connection.connection.dbapi_connection
        try:
            raw.execute("BEGIN")
        except driver.Error:
            # Again, through that machinery: what fails is then typed as all else that fails.
            connection.exec_driver_sql("BEGIN")

    return engine


def _from_json(text: str) -> Any:
    """Most lists in a case are empty, and there are two in each row."""
    return [] if text == "[]" else json.loads(text)


def commits_counted(connection: Any) -> int:
    """Return how many commits the database has seen: its `user_version`, changed in each transaction."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def count_commit(connection: Connection) -> int:
    """Count the commit about to be made, within it; reading the number later tells if it was saved."""
    # Past SQLAlchemy's machinery for results, which takes longer than the two statements.
    raw: Any = connection.connection.dbapi_connection
    counted = commits_counted(raw)
    number = counted + 1 if counted < 2**31 - 1 else 1
    raw.execute(f"PRAGMA user_version = {number}")
    return number


def end_transaction(connection: Connection) -> None:
    """Roll back what SQLite still keeps open: for SQLAlchemy it is over as soon as COMMIT was asked for."""
    raw: Any = connection.connection.dbapi_connection
    if raw.in_transaction:
        raw.rollback()


def read_every_page(connection: Any) -> None:
    """Read every page of the database behind a raw connection into its memory, as far as that goes."""
    connection.execute("PRAGMA quick_check(1)").fetchall()


def commits_on_disk(connection: Connection) -> int:
    """Return how many commits the disk holds after a failed one. Raises the driver's errors if unknown.

    A failed commit may leave its pages behind in the write-ahead log, where a start after a crash would find
    them. Emptying the log takes them away for good. On a full disk that can fail; then the next commit
    overwrites them. The connection stays open meanwhile: without one, SQLite has to make its index of the log
    anew, for which a full disk has no room (measured: no outcome could be told then).
    """
    raw: Any = connection.connection.dbapi_connection
    counted = commits_counted(raw)
    with suppress(driver.Error):
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return counted


def reason_of(error: BaseException) -> str:
    """Return the driver's name for a failure, e.g. SQLITE_FULL; never its text, which may hold contents."""
    original = error.orig if isinstance(error, DBAPIError) else error
    return str(getattr(original, "sqlite_errorname", type(original).__name__))


def typed_reading(error: BaseException, file: str) -> StoreError:
    """Return the store's error for a failure to open or read."""
    code = _code_of(error)
    if code == _FULL:
        return DiskFull(reason=reason_of(error))
    if code in (_CORRUPT, _NOT_A_DATABASE):
        return DatabaseDamaged(file=file, pages=0, bad_pages=[], backups=0)
    if code in (_NO_SUCH_THING, _OTHER_SCHEMA, _OTHER_TYPE):
        return DatabaseNotReadable(file=file, reason=reason_of(error))
    return StoreNotWritable(file=file, reason=reason_of(error))


def typed_saving(error: BaseException) -> NotSaved:
    """Return the store's error for a failed save, once it is certain that nothing was saved."""
    if isinstance(error, StaleDataError):
        return ChangedElsewhere(reason="stale")
    if isinstance(error, IntegrityError):
        return RuleBroken(reason=reason_of(error))
    if _code_of(error) == _FULL:
        return DiskFull(reason=reason_of(error))
    return NotSaved(reason=reason_of(error))


def _code_of(error: BaseException) -> int:
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    return int(code) & 0xFF if code is not None else 0
