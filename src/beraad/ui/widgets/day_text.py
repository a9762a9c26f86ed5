"""Parser for a day typed as a whole: 30-11-2026, 30/11/26, 30 nov."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    "jan": 1, "feb": 2, "maa": 3, "mrt": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Number of the month by the first three letters of its name, in Dutch and English."""
_APART = r"\s*[-/. ]\s*"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}}){_APART}(?P<month>\d\d?){_APART}(?P<day>\d\d?)",
        rf"(?:[a-z]+\.?,?\s+)?(?P<day>\d\d?){_APART}(?P<month>\d\d?)(?:{_APART}{_YEAR})?",
        rf"(?:[a-z]+\.?,?\s+)?(?P<day>\d\d?)(?:{_APART})?(?P<month>[a-z]{{3,}})\.?(?:(?:{_APART})?{_YEAR})?",
        rf"(?P<day>\d\d)(?P<month>\d\d){_YEAR}",
    )
)
_CENTURY = 2000


def day_in(text: str, near: dt.date) -> dt.date | None:
    """Return the day that the whole `text` names, or None. Without a year it is the one nearest to `near`."""
    for form in _FORMS:
        if match := form.fullmatch(text.strip()):
            return _day(match, near)
    return None


def _day(match: re.Match[str], near: dt.date) -> dt.date | None:
    month, day, year = match["month"], int(match["day"]), match["year"]
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3].lower(), 0)
    if year:
        return _date(int(year) + (_CENTURY if len(year) == len("26") else 0), number, day)
    years = (_date(near.year + more, number, day) for more in (-1, 0, 1))
    return min(filter(None, years), key=lambda one: abs(one - near), default=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
