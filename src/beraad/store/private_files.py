"""Files and folders for this user alone (0600, 0700)."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from beraad.store.errors import DiskFull, StoreError, StoreNotWritable

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_private_folder(folder: Path) -> None:
    """Make a folder that only this user can enter, with its parents; leave an existing one as it is."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)


def create_private_file(path: Path, content: bytes = b"") -> None:
    """Write a new file for this user alone, durably. Raises FileExistsError if something exists there."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync_file(path: Path) -> None:
    """Sync a file: make what was written to it durable."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def as_store_error(error: OSError, file: str) -> StoreError:
    """Return the store's own error for trouble with a file or folder named `file`."""
    reason = errno.errorcode.get(error.errno or 0, "unknown")
    if reason in ("ENOSPC", "EDQUOT"):
        return DiskFull(reason=reason)
    return StoreNotWritable(file=file, reason=reason)
