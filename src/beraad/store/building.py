"""Builds a new store in a data folder."""

from __future__ import annotations

import secrets
import shutil

from beraad.paths import sync_folder
from beraad.store.keys import DataKey, KeyFile
from beraad.store.private_files import create_private_file, make_private_folder, sync_file
from beraad.store.sqlite import schema
from beraad.store.sqlite.database import new_database, open_engine
from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.restoring import put_aside


def build_store(places: Places, key: DataKey, key_file: KeyFile) -> None:
    """Build the database aside, with its key file, and put both in their place at once.

    Raises OSError, the errors of the driver and of SQLAlchemy, MigrationFailed.
    """
    make_private_folder(places.data)
    for left_by_a_crash in places.data.glob(".database-*.new"):
        shutil.rmtree(left_by_a_crash, ignore_errors=True)
    making = Vault(places.data / f".database-{secrets.token_hex(4)}.new")
    try:
        make_private_folder(making.folder)
        new_database(making.database, key)
        engine = open_engine(making.database, key)
        try:
            schema.upgrade(engine)
        finally:
            engine.dispose()
        key_file.write_new(making.key_file)
        create_private_file(making.lock_file)
        sync_file(making.database)
        sync_folder(making.folder)
        put_aside(places)
        making.folder.rename(places.live.folder)
        sync_folder(places.data)
    finally:
        shutil.rmtree(making.folder, ignore_errors=True)
