"""Format days within one block of a copy: in full the first time, short after that."""

from __future__ import annotations

import datetime as dt

from beraad.disclosure.views import TimingView
from beraad.export import timing
from beraad.i18n import Language
from beraad.terms import TimingKind


class Dates:
    """Days that a block has printed so far."""

    def __init__(self, _: Language, since: str | None = None, *, short: bool = False) -> None:
        """Start without any printed day.

        `since` (ISO text) is the day at the top of the copy: a timing that starts then needs no first day.

        `short`: the first time as `15 jan 2027` too.
        """
        self._, self._since = _, _day_of(since)
        self._in_full = _.date_short if short else _.date_without_weekday
        self._with_weekday = _.date_weekday if short else _.date_long
        self._said: set[dt.date] = set()

    def day(self, date: dt.date) -> str:
        """Return `15 januari 2027`, or `15 jan` if it was printed already."""
        return self._short(date) if self._again(date) else self._in_full(date)

    def day_of(self, moment: str) -> str:
        """Return the same for ISO text; other text is returned as it is."""
        date = _day_of(moment)
        return moment if date is None else self.day(date)

    def when(self, counts: TimingView) -> str:
        """Return how often, at what time, from when and until when; empty if only from `since` on."""
        often = timing.often_in_words(counts, self._)
        if counts.kind is TimingKind.ONCE:
            return _joined(self._once(counts), often)
        parts = [often]
        if counts.starts_on and (self._since is None or counts.starts_on > self._since):
            parts.append(self._("vanaf {date}").format(date=self.day(counts.starts_on)))
        if ends_on := timing.last_day_of(counts):
            parts.append(self._("tot en met {date}").format(date=self.day(ends_on)))
        return _joined(*parts)

    def _once(self, counts: TimingView) -> str:
        start, end = counts.starts_on, counts.ends_on
        if start and end and start != end:
            return self._("één keer, tussen {start} en {end}").format(
                start=self.day(start), end=self.day(end)
            )
        if start:
            date = self._short(start) if self._again(start) else self._with_weekday(start)
            return self._("één keer, op {date}").format(date=date)
        if end:
            date = self._short(end) if self._again(end) else self._with_weekday(end)
            return self._("één keer, uiterlijk {date}").format(date=date)
        return self._("één keer")

    def _again(self, date: dt.date) -> bool:
        said = date in self._said
        self._said.add(date)
        return said

    def _short(self, date: dt.date) -> str:
        return self._.day_and_month(date)


def _day_of(moment: str | None) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(moment).date() if moment else None
    except ValueError:
        return None


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
