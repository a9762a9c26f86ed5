"""Puts a finished copy on disk under a name without names: all of it, or nothing."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import secrets
from pathlib import Path

from beraad.disclosure.views import PlanView
from beraad.i18n import _


def file_name(view: PlanView) -> str:
    """`IT-2026-014-4-2026-11-21.pdf`: reference, number of the person or `plan`, date of the meeting.

    Nothing but letters, figures and hyphens, whatever the reference is: it cannot lead out of a folder.
    """
    reference = re.sub(r"[^A-Za-z0-9]+", "-", view.reference).strip("-") or _("zaak")
    whose = str(view.reader.number) if view.reader else "plan"
    return f"{reference}-{whose}-{_date(view)}.pdf"


def _date(view: PlanView) -> str:
    moment = view.meeting.starts_at or view.meeting.agreed_at or ""
    with contextlib.suppress(ValueError):
        return dt.datetime.fromisoformat(moment).date().isoformat()
    return str(view.meeting.number)


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that there is never a part of it under that name; only its owner may read it.

    OSError when that fails (a full disk, no right to write): then the old file, if any, stands as it stood.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can (Windows has no such call)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
