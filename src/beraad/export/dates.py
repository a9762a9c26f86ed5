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
            return _joined(timing.once_in_words(counts, self.day, self._day_with_weekday, self._), often)
        parts = [often]
        if counts.starts_on and (self._since is None or counts.starts_on > self._since):
            parts.append(timing.from_day(self.day(counts.starts_on), self._))
        if ends_on := timing.last_day_of(counts):
            parts.append(timing.until_day(self.day(ends_on), self._))
        return _joined(*parts)

    def _day_with_weekday(self, date: dt.date) -> str:
        return self._short(date) if self._again(date) else self._with_weekday(date)

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
