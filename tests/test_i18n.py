"""The language of the user."""

from datetime import date, datetime, time

import pytest

from beraad import i18n


def test_dutch_is_the_source_and_needs_no_catalogue() -> None:
    assert i18n._("Zorgen") == "Zorgen"
    assert i18n.ngettext("{n} afspraak", "{n} afspraken", 2) == "{n} afspraken"
    assert i18n.pgettext("knop", "Sluiten") == "Sluiten"


def test_an_empty_sentence_stays_empty() -> None:
    """Gettext would answer with the header of the catalogue."""
    i18n.set_language("en")
    assert i18n._("") == ""


def test_the_language_can_change_while_the_program_runs() -> None:
    sentence = i18n.N_("Zorgen")
    i18n.set_language("en")
    assert i18n.language() == "en"
    assert i18n._(sentence) == "Worries"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="tlh"):
        i18n.set_language("tlh")
    assert i18n.language() == "nl"


@pytest.mark.parametrize("moment", [date(2026, 11, 21), datetime(2026, 11, 21, 14, 0), "2026-11-21T14:00"])  # noqa: DTZ001 - the case file holds local times
def test_a_date_is_written_out_in_dutch(moment: date | str) -> None:
    assert i18n.format_date_long(moment) == "zaterdag 21 november 2026"
    assert i18n.format_date_short(moment) == "21 nov 2026"
    assert i18n.format_date_weekday(moment) == "za 21 nov 2026"
    assert i18n.DUTCH.date_in_year(moment) == "za 21 nov"


def test_a_date_is_written_out_in_english() -> None:
    i18n.set_language("en")
    assert i18n.format_date_long("2026-11-21") == "Saturday 21 November 2026"


@pytest.mark.parametrize("moment", ["14:00", "2026-11-21T14:00:30", time(14, 0)])
def test_a_time_has_hours_and_minutes(moment: time | str) -> None:
    assert i18n.format_time(moment) == "14:00"


def test_a_number_has_a_comma_and_halves_go_up() -> None:
    assert i18n.format_number(6.25, 1) == "6,3"
    assert i18n.format_number(6.0, 1) == "6"


def test_names_are_joined_as_people_say_them() -> None:
    assert i18n.format_list(["Mark", "Sanne", "Ans"]) == "Mark, Sanne en Ans"
