"""Languages of the program: sentences through gettext, dates and numbers through Babel.

A `Language` is a value that is passed on: paper is in the language of its reader. The functions of this
module use the language of the user, in which the windows are. It can change while the program runs, so a
sentence is looked up when it is needed. Dutch is the source language and needs no catalogue. A table of
sentences at module level is marked with `N_` and looked up when it is shown. Babel is loaded with the first
date or number: no sentence needs it.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, lru_cache

from beraad import assets
from beraad.languages import LANGUAGES, SOURCE


@dataclass(frozen=True, slots=True)
class Language:
    """Language of the program; a call with a Dutch sentence translates it.

    An argument of this type is named `_`, as is usual with gettext: then pybabel finds its sentences.
    """

    code: str
    """Code in `languages.LANGUAGES`, e.g. `nl`."""

    def __post_init__(self) -> None:
        if self.code not in LANGUAGES:
            raise ValueError(self.code)

    @classmethod
    def of(cls, tag: str) -> Language:
        """Return the language of a BCP 47 tag such as `en-GB`; Dutch, the meeting's language, for others."""
        code = tag.replace("_", "-").partition("-")[0].strip().lower()
        return cls(code) if code in LANGUAGES else DUTCH

    @property
    def locale(self) -> str:
        """Locale of dates and numbers, e.g. `nl_NL`."""
        return LANGUAGES[self.code].locale

    def __call__(self, message: str) -> str:
        """Return the sentence in this language."""
        return _catalogue(self.code).gettext(message) if message else message

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Return the form of the sentence that fits `count`."""
        return _catalogue(self.code).ngettext(singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        """Return the sentence in this language, for a Dutch word with several meanings."""
        return _catalogue(self.code).pgettext(context, message)

    def date_long(self, moment: date | str) -> str:
        """Return `zaterdag 21 november 2026` for a date, date-time or ISO text; ValueError for other text."""
        return self._day(moment, "EEEE d MMMM y")

    def date_without_weekday(self, moment: date | str) -> str:
        """Return `21 november 2026`."""
        return self._day(moment, "d MMMM y")

    def weekday_and_day(self, moment: date | str) -> str:
        """Return `zaterdag 21 november`, for where the year is clear."""
        return self._day(moment, "EEEE d MMMM")

    def date_short(self, moment: date | str) -> str:
        """Return `21 nov 2026`."""
        return self._day(moment, "d MMM y")

    def date_weekday(self, moment: date | str) -> str:
        """Return `za 21 nov 2026`."""
        return self._day(moment, "EEE d MMM y")

    def date_in_year(self, moment: date | str) -> str:
        """Return `za 21 nov`, for where the year is clear."""
        return self._day(moment, "EEE d MMM")

    def day_and_month(self, moment: date | str) -> str:
        """Return `21 nov`, for where the whole date was given before."""
        return self._day(moment, "d MMM")

    def weekday(self, moment: date | str) -> str:
        """Return `zaterdag`."""
        return self._day(moment, "EEEE")

    def month(self, moment: date | str) -> str:
        """Return `november`."""
        return self._day(moment, "LLLL")

    def clock_time(self, moment: time | datetime | str) -> str:
        """Return `14:00`, for a time, a date-time or ISO text of either; ValueError for other text."""
        from babel.dates import format_time as babels  # noqa: PLC0415 - see the module

        return babels(_time(moment), "short", locale=self.locale)

    def number(self, value: float, decimals: int = 0) -> str:
        """Return `6,3`: rounded half up to at most this many decimals."""
        from decimal import ROUND_HALF_UP, Decimal  # noqa: PLC0415 - see the module

        from babel import numbers  # noqa: PLC0415

        rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
        return numbers.format_decimal(rounded, pattern, locale=self.locale)

    def listed(self, items: Sequence[str]) -> str:
        """Return `Mark, Sanne en Ans`."""
        return _listed(tuple(items), self.locale)

    def _day(self, moment: date | str, pattern: str) -> str:
        from babel.dates import format_date  # noqa: PLC0415 - see the module

        return format_date(_date(moment), pattern, locale=self.locale)


DUTCH = Language(SOURCE)
"""Language of the meeting and of its file."""

_spoken = DUTCH


def set_language(code: str) -> None:
    """Use a language of `LANGUAGES` with the user from now on; ValueError for any other."""
    global _spoken  # noqa: PLW0603 - one user, one language; every other way hands it through every window
    _spoken = Language(code)


def spoken() -> Language:
    """Return the language of the user: for windows and the command line, never for paper."""
    return _spoken


def language() -> str:
    """Return the code of the language of the user, e.g. `nl`."""
    return _spoken.code


def _(message: str) -> str:
    """Return the sentence in the language of the user."""
    return _spoken(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the sentence that fits `count`, in the language of the user."""
    return _spoken.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Return the sentence in the language of the user, for a Dutch word with several meanings."""
    return _spoken.pgettext(context, message)


def N_(message: str) -> str:
    """Mark a sentence for translation without looking it up yet."""
    return message


def format_date_long(moment: date | str) -> str:
    """Return `zaterdag 21 november 2026` for a date, date-time or ISO text; ValueError for other text."""
    return _spoken.date_long(moment)


def format_date_short(moment: date | str) -> str:
    """Return `21 nov 2026`."""
    return _spoken.date_short(moment)


def format_date_weekday(moment: date | str) -> str:
    """Return `za 21 nov 2026`."""
    return _spoken.date_weekday(moment)


def format_time(moment: time | datetime | str) -> str:
    """Return `14:00`, for a time, a date-time or ISO text of either; ValueError for other text."""
    return _spoken.clock_time(moment)


def format_number(value: float, decimals: int = 0) -> str:
    """Return `6,3`: rounded half up to at most this many decimals."""
    return _spoken.number(value, decimals)


def format_list(items: Sequence[str]) -> str:
    """Return `Mark, Sanne en Ans`."""
    return _spoken.listed(items)


def _date(moment: date | str) -> date:
    if isinstance(moment, str):
        return datetime.fromisoformat(moment).date()
    return moment.date() if isinstance(moment, datetime) else moment


def _time(moment: time | datetime | str) -> time | datetime:
    if isinstance(moment, str):
        return datetime.fromisoformat(moment) if "T" in moment else time.fromisoformat(moment)
    return moment


@lru_cache(maxsize=256)
def _listed(items: tuple[str, ...], locale: str) -> str:
    """Return the list in words, from a cache: every picture of the plan names the same few people."""
    from babel import lists  # noqa: PLC0415 - see the module

    return lists.format_list(items, locale=locale)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """Return the compiled catalogue of a language; Dutch needs none."""
    if code == SOURCE:
        return gettext.NullTranslations()
    return gettext.translation("beraad", assets.locale_dir(), [code], fallback=True)
