"""Calendars to look at beside other appointments: moments of cases, and nothing that tells of a case.

A calendar goes to a telephone and a server that others can read. Its entries hold a moment and an id made
with a key of this store; no reference, name, place or text.
"""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import hmac
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from beraad.codes import ActKind
from beraad.exchange.errors import short
from beraad.export.calendar import CalendarEntry, calendar, read_written
from beraad.i18n import Language
from beraad.models import Case
from beraad.models.next_look import next_look
from beraad.models.threads import Threads
from beraad.paths import replace_file
from beraad.services.acts import record
from beraad.services.agreed_plan import as_agreed
from beraad.services.errors import CalendarNotWritten
from beraad.services.one_case import reading
from beraad.services.planning import agreed_next
from beraad.step_facts import FACTS
from beraad.store.store import Store
from beraad.terms import Step

_USUAL = sum(FACTS[step].minutes for step in Step)
"""Minutes of a meeting whose steps have none."""

_LONGEST = 24 * 60
_MOST_DAYS = 100
"""Number of days of one case on which agreements are looked at, that a calendar holds."""

_LEFT_OVER = 20
"""Number of meetings that undo may have taken away since a folder was written."""

SUFFIX = ".ics"


def is_file(out: Path) -> bool:
    """Return True if a calendar goes into one file there, and not into a folder."""
    return out.suffix.lower() == SUFFIX and not out.is_dir()


def write_calendar(
    store: Store,
    references: Sequence[str],
    out: Path,
    language: Language,
    now: dt.datetime,
) -> int:
    """Write the moments of these cases, or of all if none is named; return how many.

    A name with `.ics` is one file. Anything else is a folder with a file for each moment (vdir): files of
    these cases that hold no moment any more are removed, others are left alone. Each file is written whole or
    not at all, the removals come last. `now` is the moment of writing, with an offset. Raises UnknownCase,
    before anything is written, and CalendarNotWritten.
    """
    if not references:
        with store.unit_of_work() as work:
            references = work.cases.references()
    key = store.key_for("calendar ids")
    entries: list[CalendarEntry] = []
    ours: set[str] = set()
    for reference in dict.fromkeys(references):
        with reading(store, reference) as case:
            entries += entries_of(case, key)
            ours |= _possible(case, key)
    entries.sort(key=lambda entry: (entry.starts.isoformat(), entry.uid))
    try:
        for path, content in _contents(out, entries, language, now):
            replace_file(path, content)
        if not is_file(out):
            for uid in ours - {entry.uid for entry in entries}:
                (out / f"{uid}{SUFFIX}").unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else errno.EINVAL
        raise CalendarNotWritten(
            file=short(out.name or str(out)), reason=errno.errorcode.get(number or 0, "")
        ) from None
    record(store, ActKind.CALENDAR_SAVED, references[0] if len(references) == 1 else "")
    return len(entries)


def entries_of(case: Case, key: bytes) -> tuple[CalendarEntry, ...]:
    """Return the moments of a case: its meetings, the next one as agreed, and the days of looking again."""
    return (*_meetings(case, key), *_looks(case, key))


def _meetings(case: Case, key: bytes) -> Iterator[CalendarEntry]:
    for place, meeting in enumerate(case.meetings):
        if meeting.starts_at is not None:
            planned = sum(item.planned_minutes for item in meeting.agenda) or _USUAL
            uid = _uid(key, case, "meeting", place)
            yield CalendarEntry(
                uid, _moment(meeting.starts_at), min(planned, _LONGEST), meeting.is_called_off
            )
    coming = agreed_next(case)
    if coming is not None and coming.starts_at is not None:
        # When it is planned it becomes the next meeting, with the same id.
        uid = _uid(key, case, "meeting", len(case.meetings))
        yield CalendarEntry(uid, _moment(coming.starts_at), _USUAL)


def _moment(written: str) -> dt.datetime:
    """Return a local time to the second: a calendar knows no parts of it."""
    return dt.datetime.fromisoformat(written).replace(microsecond=0)


def _looks(case: Case, key: bytes) -> Iterator[CalendarEntry]:
    """Yield each day on which something is looked at once: how many agreements there are is not told."""
    current = case.current_plan()
    if current is None:
        return
    plan_of, plan = as_agreed(case, current)
    if plan.agreed_at is None:
        return
    threads = Threads(plan_of)
    looks = (next_look(case, plan, item, threads.checks(plan, item)).on for item in plan.agreements)
    for place, day in enumerate(sorted({day for day in looks if day is not None})[:_MOST_DAYS]):
        yield CalendarEntry(_uid(key, case, "look", place), day)


def _uid(key: bytes, case: Case, kind: str, place: int) -> str:
    said = f"{kind} {place} {case.reference}".encode("utf-8", "surrogatepass")
    return hmac.new(key, said, hashlib.sha256).hexdigest()[:32]


def _possible(case: Case, key: bytes) -> set[str]:
    """Return every id that a moment of this case may have had."""
    meetings = len(case.meetings) + 1 + _LEFT_OVER
    return {_uid(key, case, "meeting", place) for place in range(meetings)} | {
        _uid(key, case, "look", place) for place in range(_MOST_DAYS)
    }


def _contents(
    out: Path, entries: Sequence[CalendarEntry], language: Language, now: dt.datetime
) -> Iterator[tuple[Path, bytes]]:
    """Yield each file that is to be written, with its content; none that would stay the same."""
    files: dict[Path, Sequence[CalendarEntry]] = {out: entries}
    if not is_file(out):
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        files = {out / f"{entry.uid}{SUFFIX}": (entry,) for entry in entries}
    for path, held in files.items():
        before = _content(path)
        content = calendar(held, read_written(before), now, language)
        if content != before:
            yield path, content


def _content(path: Path) -> bytes:
    """Return what a file holds; nothing if it is not there."""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return b""
