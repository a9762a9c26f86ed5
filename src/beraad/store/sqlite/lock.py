"""One running program per store: a lock that ends with its process, however that ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from types import TracebackType

from beraad.store.errors import StoreInUse
from beraad.store.private_files import FILE_MODE, as_store_error

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        # flock, not lockf: it also keeps apart two stores within one process, and nothing else lets go of it.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InstanceLock:
    """Lock held from construction until `release`. The file is empty and stays; only its lock counts."""

    def __init__(self, path: Path, *, may_make_file: bool = True) -> None:
        """Take the lock. Raises StoreInUse, or StoreNotWritable when the file cannot be opened.

        Without `may_make_file` a missing file means that nobody holds the lock: nothing is locked and nothing
        made.
        """
        self._path = path
        self._descriptor: int | None = None
        self._made = False
        try:
            self._descriptor = self._open(may_make_file)
        except OSError as error:
            raise as_store_error(error, path.name) from error
        if self._descriptor is None:
            return
        try:
            _take(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            self._descriptor = None
            raise StoreInUse from None

    def _open(self, may_make_file: bool) -> int | None:
        with contextlib.suppress(FileNotFoundError):
            try:
                return os.open(self._path, os.O_RDWR)
            except OSError as error:
                if may_make_file or error.errno not in (errno.EROFS, errno.EACCES):
                    raise
                # Who only looks needs no more than this, in a folder that cannot be written to.
                return os.open(self._path, os.O_RDONLY)
        if not may_make_file:
            return None
        self._made = True
        return os.open(self._path, os.O_RDWR | os.O_CREAT, FILE_MODE)

    def release(self, *, undo: bool = False) -> None:
        """Release the lock. With `undo`, remove a file that was made for it."""
        if self._descriptor is None:
            return
        if undo and self._made:
            with contextlib.suppress(OSError):
                self._path.unlink()
        os.close(self._descriptor)
        self._descriptor = None

    def __enter__(self) -> InstanceLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
