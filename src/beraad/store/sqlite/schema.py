"""Reads the version of a database, and upgrades it to the version of this program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from beraad.store.errors import DatabaseTooNew, DiskFull, MigrationFailed
from beraad.store.sqlite.database import count_commit, reason_of, typed_saving

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parents[1] / "migrations"


def newest_revision() -> str:
    """Return the revision this program works with."""
    return max(_revisions())


def revision_of(connection: Any) -> str | None:
    """Return the revision of the database behind a raw connection, or None if it has no tables yet."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if found is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def refuse_too_new(found: str | None) -> None:
    """Raise DatabaseTooNew for a revision that this program does not know."""
    if found is not None and found not in _revisions():
        raise DatabaseTooNew(found=found, newest=newest_revision())


def upgrade(engine: Engine, *, found: str | None = None) -> None:
    """Run every step the database still lacks, in one transaction: all or nothing.

    Raises DiskFull, MigrationFailed.

    Batch steps make tables anew and drop the old ones; with foreign keys enforced that would delete what
    refers to them. So they are off on this connection, and checked before the commit.
    """
    from alembic import command  # noqa: PLC0415 - it takes 0.1 s, and seldom there is a step to run

    try:
        with engine.connect() as connection:
            connection.detach()
            _foreign_keys_off(connection)
            with connection.begin():
                config = _config()
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    raise MigrationFailed(found=found, newest=newest_revision(), reason="foreign_keys")
                count_commit(connection)
    except SQLAlchemyError as error:
        if isinstance(trouble := typed_saving(error), DiskFull):
            raise trouble from error
        raise MigrationFailed(found=found, newest=newest_revision(), reason=reason_of(error)) from error


def _foreign_keys_off(connection: Connection) -> None:
    """Set past SQLAlchemy: within a transaction, which it would begin by itself, the pragma does nothing."""
    raw = connection.connection.dbapi_connection
    if raw is not None:  # It is while the connection is open.
        raw.cursor().execute("PRAGMA foreign_keys = OFF")


def _folders() -> list[Path]:
    """Return the folders of the steps."""
    return [_MIGRATIONS / "versions"]


def _revisions() -> set[str]:
    """The revisions this program knows, by the names of their steps: r0004_case_file_2 is 0004."""
    steps = (step.name for folder in _folders() for step in folder.glob("r*.py"))
    return {step[1:].partition("_")[0] for step in steps}


def _config() -> Config:
    from alembic.config import Config  # noqa: PLC0415 - see upgrade

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("version_locations", os.pathsep.join(map(str, _folders())).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
