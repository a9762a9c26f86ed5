"""Replaces the key file beside the live database and in every backup of it."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from beraad.paths import sync_folder

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def replace_everywhere(content: bytes, live: Path, others: list[Path]) -> list[Path]:
    """Replace the live key file and the others; return those of the others that are still as they were.

    All are written and synced first, and only then renamed: if there is no room for one of them, or the live
    one cannot be replaced, OSError is raised and nothing has changed.
    """
    ready: dict[Path, Path] = {}
    left: list[Path] = []
    try:
        for path in (live, *others):
            try:
                ready[path] = _written_beside(path, content)
            except OSError as error:
                if path == live or error.errno in _NO_ROOM:
                    raise
                left.append(path)
        ready[live].replace(live)
        # From here on it has changed, and nothing may say otherwise.
        del ready[live]
        for path in list(ready):
            try:
                ready[path].replace(path)
                del ready[path]
            except OSError:
                left.append(path)
    finally:
        for made in ready.values():
            with suppress(OSError):
                made.unlink()
    for folder in {path.parent for path in (live, *others)}:
        # Unlocking syncs it again.
        with suppress(OSError):
            sync_folder(folder)
    return left


def _written_beside(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)
