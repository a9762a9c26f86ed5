"""The rows and the database under a service: what no view tells, reached from here alone.

Each function says why nothing public will do. Whatever a user sees is asked of the windows and views instead.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from beraad.services.meeting import MeetingService
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.vault import Vault
from beraad.store.keys import DataKey
from beraad.store.sqlite import places
from beraad.store.sqlite.backup import backups_of
from beraad.store.store import Store


def rows_of(service: MeetingService) -> OpenRows:
    """Return the open meeting with its rows: tests compare what is kept, and views leave things out."""
    return service._open


def store_of(service: MeetingService) -> Store:
    """Return the store that a meeting is kept in, to read what was written as another reader does."""
    return rows_of(service)._store


def store_in(vault: Vault) -> Store | None:
    """Return the open store of a vault, or None; a vault gives cases and meetings, and no table."""
    return vault._store


def undo_list(service: MeetingService) -> Sequence[Any]:
    """Return what undo would take back, the oldest first: what it holds in memory is no view."""
    return rows_of(service)._undo_list.done


def end_as_killed(service: MeetingService) -> None:
    """Drop a meeting as a killed process does: nobody leaves it, and nothing more of it is written."""
    rows_of(service)._work.close()


def backups_in(store: Store) -> list[places.Vault]:
    """Return the backups of an open store, in their order: where they lie depends on its key file."""
    return backups_of(store._places, store._key_file.vault)


def key_of(store: Store) -> DataKey:
    """Return the key of an open store: tests open its files beside it, and look for it in memory."""
    return store._key


def engine_of(store: Store) -> Engine:
    """Return the engine: tests listen to the SQL that is sent, and read tables without the ORM."""
    return store._engine
