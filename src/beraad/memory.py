"""Memory that holds keys: kept out of the swap file and of dumps where the system allows, and wiped."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import mmap
import sys
from collections.abc import Iterator
from pathlib import Path

_log = logging.getLogger(__name__)

if sys.platform == "win32":
    from ctypes import wintypes

    def _lock(address: int, size: int) -> bool:
        return bool(ctypes.windll.kernel32.VirtualLock(ctypes.c_void_p(address), ctypes.c_size_t(size)))

    def _no_dumps() -> None:
        # Leave the heap out of the crash report that Windows sends (WER_FAULT_REPORTING_FLAG_NOHEAP).
        ctypes.windll.kernel32.WerSetFlags(wintypes.DWORD(1))

else:
    import resource

    _libc = ctypes.CDLL(None, use_errno=True)

    def _lock(address: int, size: int) -> bool:
        return bool(_libc.mlock(ctypes.c_void_p(address), ctypes.c_size_t(size)) == 0)

    def _no_dumps() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # The limit does not apply to a program that collects dumps (core(5)): for it, dump no memory at all.
        _DUMPED.write_text("0", "ascii")


_M_PERTURB = -6
"""Option of glibc's `mallopt`: a byte that overwrites what is freed (malloc.h)."""

_DUMPED = Path("/proc/self/coredump_filter")
"""Kinds of memory that Linux dumps, as a bit mask: core(5)."""


def refuse_dumps() -> None:
    """Prevent that a crash of this process writes its memory to disk, as far as the system allows.

    A process with the right to do so can still read this one (`PR_SET_DUMPABLE` is left as it is): portals of
    the desktop read below /proc/PID to know who asks, for file dialogs among others.
    """
    try:
        _no_dumps()
    except (OSError, ValueError, AttributeError):
        # AttributeError: an old Windows. OSError: a system without this file, such as macOS.
        _log.info("memory.dumps_not_refused")


@contextlib.contextmanager
def wiping_what_is_freed() -> Iterator[None]:
    """Overwrite what is freed inside, and then give memory that is not used back to the system.

    Only glibc can do this (mallopt(3), malloc_trim(3)); elsewhere nothing happens. Small objects of Python
    are not reached: it keeps memory of its own for them.
    """
    try:
        set_option, trim = _libc.mallopt, _libc.malloc_trim
    except (NameError, AttributeError):  # Windows; a system with another C library.
        yield
        return
    set_option(_M_PERTURB, 0xFF)
    try:
        yield
    finally:
        trim(0)
        set_option(_M_PERTURB, 0)


class LockedMemory:
    """Separate page of memory, of which `size` bytes are used. A refusal to lock it is logged."""

    def __init__(self, size: int) -> None:
        self._page: mmap.mmap | None = mmap.mmap(-1, mmap.PAGESIZE)
        self._size = size
        self.locked = _lock(_address_of(self._page), mmap.PAGESIZE)
        if not self.locked:
            _log.warning("memory.not_locked")
        for advice in ("MADV_DONTDUMP", "MADV_DONTFORK"):
            if hasattr(mmap, advice):
                with contextlib.suppress(OSError):
                    self._page.madvise(getattr(mmap, advice))

    @contextlib.contextmanager
    def open(self) -> Iterator[memoryview]:
        """Yield its bytes, to read and to write; ValueError after `wipe`."""
        if self._page is None:
            raise ValueError("wiped")
        with memoryview(self._page) as page, page[: self._size] as used:
            yield used

    def wipe(self) -> None:
        """Overwrite and free it. A second call does no harm."""
        page, self._page = self._page, None
        if page is not None:
            page[:] = bytes(len(page))
            page.close()

    def __del__(self) -> None:
        self.wipe()


def wipe_made(secret: bytes) -> None:
    """Overwrite bytes that a library just made and that nothing else will read.

    Python has no way for it; in CPython the contents of a bytes object end where the object does.
    """
    if sys.implementation.name == "cpython" and len(secret) > 1:
        ctypes.memset(id(secret) + bytes.__basicsize__ - 1, 0, len(secret))


def _address_of(page: mmap.mmap) -> int:
    return ctypes.addressof(ctypes.c_char.from_buffer(page))
