"""Private folder for temporary files, wherever there is room for one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from beraad.store.errors import NoScratch

_SPARE = 1024 * 1024
"""Bytes that stay free for everybody else."""


@contextmanager
def scratch(near: Path, needed: int) -> Iterator[Path]:
    """Make a folder with room for this many bytes. Raises NoScratch if there is none.

    The computer's folder for temporary files comes first; if that is full or gone, the one that is `near`,
    then memory and this user's home. What is put there is encrypted.
    """
    folder = _found(near, needed)
    if folder is None:
        raise NoScratch(megabytes=-(-needed // _SPARE))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _found(near: Path, needed: int) -> Path | None:
    for place in _places(near):
        with suppress(OSError):
            if shutil.disk_usage(place).free >= needed + _SPARE:
                return Path(tempfile.mkdtemp(prefix=".beraad-", dir=place))
    return None


def _places(near: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield Path(tempfile.gettempdir())
    yield near
    yield Path("/dev/shm")  # noqa: S108 - memory, and the folder made in it is private
    with suppress(RuntimeError):
        yield Path.home()
