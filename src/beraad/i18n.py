"""Speaks the language of the user: sentences through gettext, dates and numbers through Babel.

Dutch is the source language and needs no catalogue. Every sentence is looked up when it is asked for, so the
language can change while the program runs. A table of sentences at module level is marked with `N_` and
looked up with `_` when it is shown. Babel is loaded with the first date or number: no sentence needs it.
"""

import gettext
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache, lru_cache

from beraad import assets

LANGUAGES: tuple[str, ...] = ("nl", "en")
_FORMATS = {"nl": "nl", "en": "en_GB"}
_current = "nl"


def set_language(code: str) -> None:
    """Speak `nl` or `en` from now on; ValueError for any other."""
    global _current  # noqa: PLW0603 - one user, one language; every other way hands it through every call
    if code not in LANGUAGES:
        raise ValueError(code)
    _current = code


def language() -> str:
    """The language that is spoken now: `nl` or `en`."""
    return _current


def _(message: str) -> str:
    """The sentence in the current language."""
    return _catalogue(_current).gettext(message) if message else message


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of the sentence that fits `count`."""
    return _catalogue(_current).ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The sentence in the current language, where the same Dutch word has several meanings."""
    return _catalogue(_current).pgettext(context, message)


def N_(message: str) -> str:
    """Mark a sentence for translation without looking it up yet."""
    return message


def format_date_long(moment: date | str) -> str:
    """`zaterdag 21 november 2026`, from a date, a date-time or ISO text; ValueError for other text."""
    return _day(moment, "EEEE d MMMM y")


def format_weekday_and_day(moment: date | str) -> str:
    """`zaterdag 21 november`, where the year goes without saying."""
    return _day(moment, "EEEE d MMMM")


def format_date_short(moment: date | str) -> str:
    """`21 nov 2026`."""
    return _day(moment, "d MMM y")


def format_date_weekday(moment: date | str) -> str:
    """`za 21 nov 2026`."""
    return _day(moment, "EEE d MMM y")


def format_date_in_year(moment: date | str) -> str:
    """`za 21 nov`, where the year goes without saying."""
    return _day(moment, "EEE d MMM")


def format_time(moment: time | datetime | str) -> str:
    """`14:00`, from a time, a date-time or ISO text of either; ValueError for other text."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment) if "T" in moment else time.fromisoformat(moment)
    from babel.dates import format_time as babels  # noqa: PLC0415 - see the module

    return babels(moment, "short", locale=_FORMATS[_current])


def format_number(value: float, decimals: int = 0) -> str:
    """`6,3`: at most so many decimals; halves go up, as people round."""
    from decimal import ROUND_HALF_UP, Decimal  # noqa: PLC0415 - see the module

    from babel import numbers  # noqa: PLC0415

    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    return numbers.format_decimal(rounded, pattern, locale=_FORMATS[_current])


def format_list(items: Sequence[str]) -> str:
    """`Mark, Sanne en Ans`."""
    return _listed(tuple(items), _FORMATS[_current])


def _day(moment: date | str, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - see the module

    return format_date(_date(moment), pattern, locale=_FORMATS[_current])


def _date(moment: date | str) -> date:
    if isinstance(moment, str):
        return datetime.fromisoformat(moment).date()
    return moment.date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=256)
def _listed(items: tuple[str, ...], locale: str) -> str:
    """Every picture of the plan names the same few people again."""
    from babel import lists  # noqa: PLC0415 - see the module

    return lists.format_list(items, locale=locale)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """Dutch speaks for itself; any other language comes from its compiled catalogue."""
    if code == "nl":
        return gettext.NullTranslations()
    return gettext.translation("beraad", assets.locale_dir(), [code], fallback=True)
