"""When an agreement counts, in words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.disclosure.views import TimingView
from beraad.export.dates import Dates
from beraad.export.timing import clock, moment, often_in_words, rule_in_words, shortly, timing_in_words
from beraad.i18n import DUTCH, Language
from beraad.terms import TimingKind

FROM, UNTIL = dt.date(2026, 10, 5), dt.date(2027, 1, 15)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "elke dag"),
        ("RRULE:FREQ=DAILY;INTERVAL=2", "elke 2 dagen"),
        ("FREQ=WEEKLY", "elke week"),
        ("FREQ=WEEKLY;BYDAY=TU", "elke week op dinsdag"),
        ("FREQ=WEEKLY;BYDAY=FR,TU", "op dinsdag en vrijdag"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "op werkdagen"),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "in het weekend"),
        ("FREQ=DAILY;BYDAY=SA,SU", "in het weekend"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "elke dag"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=MO", "elke 2 weken op woensdag"),
        ("FREQ=WEEKLY;BYDAY=1MO", "elke week op maandag"),
        ("FREQ=MONTHLY", "elke maand"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "elke maand op dag 15"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "elke maand op de laatste dag"),
        ("FREQ=MONTHLY;BYDAY=1MO", "elke maand op de eerste maandag"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "elke 3 maanden op de laatste vrijdag"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "elke maand op dag 31 (niet in kortere maanden)"),
        ("FREQ=MONTHLY;BYMONTHDAY=30", "elke maand op dag 30 (niet in februari)"),
        ("FREQ=MONTHLY;BYMONTHDAY=29", "elke maand op dag 29 (in februari alleen in een schrikkeljaar)"),
        ("FREQ=MONTHLY;BYMONTHDAY=28", "elke maand op dag 28"),
        ("FREQ=MONTHLY;BYMONTHDAY=31,1", "elke maand op dag 1 en 31 (dag 31 niet in kortere maanden)"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "elke maand op dag 1 en 15"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", "elke maand op dag 15 en de laatste dag"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=1,3",
            "elke maand op dag 31 (alleen in januari en maart)",
        ),
        ("FREQ=MONTHLY;BYDAY=5FR", "elke maand op de vijfde vrijdag (als die er is)"),
        ("FREQ=MONTHLY;BYDAY=1MO,+3MO", "elke maand op de eerste maandag en de derde maandag"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", "elke maand op de laatste dinsdag"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "elke maand op de laatste werkdag"),
        ("FREQ=MONTHLY;BYDAY=FR", "elke week op vrijdag"),
        ("FREQ=MONTHLY;BYDAY=MO,TU", "op maandag en dinsdag"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=FR", "elke 2 maanden (op elke vrijdag van die maand)"),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=MO", "elke 2 dagen (alleen op maandag)"),
        ("FREQ=DAILY;BYMONTH=7,8", "elke dag (alleen in juli en augustus)"),
        ("FREQ=HOURLY;INTERVAL=4", "elke 4 uur"),
        ("FREQ=YEARLY", "elk jaar"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "elk jaar op 29 februari (alleen in een schrikkeljaar)"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25,26", "elk jaar op 25 december en 26 december"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "elk jaar op de laatste zondag van maart"),
        ("freq=daily;until=20261231", "elke dag, tot en met 31 december 2026"),
        (
            "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261231;COUNT=3",
            "op werkdagen, 3 keer, tot en met 31 december 2026",
        ),
        ("FREQ=WEEKLY;COUNT=4", "elke week, 4 keer"),
        ("FREQ=DAILY;UNTIL=20270115T000000Z", "elke dag, tot en met 15 januari 2027"),
        ("", ""),
    ],
)
def test_the_usual_rules_become_sentences(rule: str, words: str) -> None:
    assert rule_in_words(rule, DUTCH) == words


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=3",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTHDAY=3",
        "FREQ=DAILY;UNTIL=20261331",
        "FREQ=DAILY;COUNT=X",
        "FREQ=SECONDLY",
        "FREQ=WEEKLY;BYHOUR=25",
        "FREQ=WEEKLY;BYMINUTE=30",
        "FREQ=WEEKLY;BYHOUR=8,9,10,11;BYMINUTE=0,30",
        "FREQ=HOURLY;BYHOUR=8,9",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=WEEKLY;X-NOTE=x",
        "RRULE",
        "freq weekly",
    ],
)
def test_a_rule_without_words_is_as_agreed_and_never_half_told(rule: str) -> None:
    assert rule_in_words(rule, DUTCH) == "zoals afgesproken"


def test_of_a_rule_without_words_the_hour_and_the_days_are_said_all_the_same() -> None:
    rule = "FREQ=YEARLY;BYWEEKNO=20;UNTIL=20270115"
    timing = TimingView(TimingKind.RECURRING, FROM, None, rule, "20:00")
    assert timing_in_words(timing, DUTCH) == (
        "zoals afgesproken, om 20:00 uur, vanaf 5 oktober 2026, tot en met 15 januari 2027"
    )


def test_what_somebody_wrote_in_place_of_a_rule_stays_as_it_is() -> None:
    assert rule_in_words("elke volle maan", DUTCH) == "elke volle maan"


@pytest.mark.parametrize(
    ("rule", "at", "words"),
    [
        ("FREQ=DAILY;BYHOUR=20", None, "elke dag om 20:00 uur"),
        ("FREQ=DAILY;BYHOUR=20;BYMINUTE=30", None, "elke dag om 20:30 uur"),
        ("FREQ=WEEKLY;BYDAY=TU;BYHOUR=20,8", None, "elke week op dinsdag om 08:00 en 20:00 uur"),
        ("FREQ=DAILY;BYHOUR=20", "10:30", "elke dag om 20:30 uur"),
        ("FREQ=DAILY;BYMINUTE=15,45", "10:30", "elke dag om 10:15 en 10:45 uur"),
        ("FREQ=DAILY", "10:30", "elke dag om 10:30 uur"),
    ],
)
def test_the_hours_of_a_rule_are_said_and_its_own_time_fills_in(
    rule: str, at: str | None, words: str
) -> None:
    assert often_in_words(TimingView(TimingKind.RECURRING, FROM, None, rule, at), DUTCH) == words


def test_the_last_day_goes_by_the_first_hour_of_the_rule() -> None:
    timing = TimingView(TimingKind.RECURRING, None, None, "FREQ=DAILY;BYHOUR=8,20;UNTIL=20270115T100000")
    assert timing_in_words(timing, DUTCH).endswith("tot en met 15 januari 2027")
    late = dataclasses.replace(timing, rule="FREQ=DAILY;BYHOUR=20;UNTIL=20270115T100000")
    assert timing_in_words(late, DUTCH).endswith("tot en met 14 januari 2027")


def test_a_copy_says_the_hour_beside_its_rhythm_and_the_end_once() -> None:
    rule = "FREQ=DAILY;UNTIL=20270115"
    timing = TimingView(TimingKind.RECURRING, FROM, UNTIL, rule, "20:00")
    assert Dates(DUTCH, "2026-10-05").when(timing) == "elke dag om 20:00 uur, tot en met 15 januari 2027"


@pytest.mark.parametrize(
    ("timing", "words"),
    [
        (TimingView(TimingKind.ALWAYS), "altijd"),
        (TimingView(TimingKind.ALWAYS, FROM), "altijd, vanaf 5 oktober 2026"),
        (
            TimingView(TimingKind.RECURRING, None, UNTIL, "FREQ=DAILY", "20:00"),
            "elke dag om 20:00 uur, tot en met 15 januari 2027",
        ),
        (
            TimingView(TimingKind.ONCE, FROM, None, None, "09:05"),
            "één keer, op maandag 5 oktober 2026, om 09:05 uur",
        ),
        (TimingView(TimingKind.ONCE, FROM, UNTIL), "één keer, tussen 5 oktober 2026 en 15 januari 2027"),
        (TimingView(TimingKind.ONCE, None, UNTIL), "één keer, uiterlijk vrijdag 15 januari 2027"),
        (TimingView(TimingKind.ONCE), "één keer"),
        (TimingView(TimingKind.RECURRING), ""),
    ],
)
def test_a_timing_says_how_often_at_what_time_from_when_until_when(timing: TimingView, words: str) -> None:
    assert timing_in_words(timing, DUTCH) == words


@pytest.mark.parametrize(
    ("timing", "often", "dates"),
    [
        (TimingView(TimingKind.ALWAYS), "altijd", ""),
        (TimingView(TimingKind.ALWAYS, FROM), "altijd", "vanaf 5 okt 2026"),
        (
            TimingView(TimingKind.RECURRING, FROM, UNTIL, "FREQ=DAILY", "20:00"),
            "elke dag om 20:00 uur",
            "5 okt 2026 – 15 jan 2027",
        ),
        (TimingView(TimingKind.RECURRING, None, UNTIL, "FREQ=DAILY"), "elke dag", "tot en met 15 jan 2027"),
        (TimingView(TimingKind.ONCE, FROM, FROM, None, "09:05"), "één keer om 09:05 uur", "5 okt 2026"),
        (TimingView(TimingKind.ONCE, FROM), "één keer", "5 okt 2026"),
        (TimingView(TimingKind.ONCE, None, UNTIL), "één keer", "uiterlijk 15 jan 2027"),
        (TimingView(TimingKind.RECURRING), "", ""),
    ],
)
def test_shortly_it_says_how_often_and_the_dates_apart(timing: TimingView, often: str, dates: str) -> None:
    assert shortly(timing, DUTCH) == (often, dates)


DAILY = "FREQ=DAILY;UNTIL="


@pytest.mark.parametrize(
    ("until", "at", "last"),
    [
        ("20260730T220000Z", "00:00", "31 juli 2026"),
        ("20260730T215959Z", None, "30 juli 2026"),
        ("20261231T230000Z", "00:00", "1 januari 2027"),
        ("20261231T225959Z", None, "31 december 2026"),
        ("20270114T190000Z", "20:00", "14 januari 2027"),
        ("20270115T000000Z", "20:00", "14 januari 2027"),
        ("20270115T000000Z", None, "15 januari 2027"),
        ("20270115T235959", "20:00", "15 januari 2027"),
        ("20270115", "20:00", "15 januari 2027"),
    ],
)
def test_the_last_day_is_the_one_here_on_which_it_still_happens(
    until: str, at: str | None, last: str
) -> None:
    """UNTIL in UTC is another moment here, and before the hour of that day nothing happens any more."""
    words = timing_in_words(TimingView(TimingKind.RECURRING, None, None, DAILY + until, at), DUTCH)
    assert words.endswith(f", tot en met {last}")


def test_the_hour_stands_beside_its_rhythm_and_the_end_behind_it() -> None:
    rule = "FREQ=WEEKLY;BYDAY=SU;COUNT=9;UNTIL=20260730T220000Z"
    timing = TimingView(TimingKind.RECURRING, dt.date(2026, 7, 5), None, rule, "00:00")
    rhythm = "elke week op zondag om 00:00 uur, 9 keer"
    assert timing_in_words(timing, DUTCH) == f"{rhythm}, vanaf 5 juli 2026, tot en met 31 juli 2026"
    assert often_in_words(timing, DUTCH) == rhythm
    assert shortly(timing, DUTCH) == (rhythm, "5 jul 2026 – 31 jul 2026")


def test_what_is_said_of_short_months_stands_behind_the_hour() -> None:
    timing = TimingView(TimingKind.RECURRING, None, None, "FREQ=MONTHLY;BYMONTHDAY=31", "20:00")
    assert often_in_words(timing, DUTCH) == "elke maand op dag 31 om 20:00 uur (niet in kortere maanden)"


def test_of_two_ends_the_first_is_the_end() -> None:
    for ends_on, until in ((UNTIL, "20270301"), (dt.date(2027, 3, 1), "20270115")):
        timing = TimingView(TimingKind.RECURRING, None, ends_on, DAILY + until)
        assert timing_in_words(timing, DUTCH) == "elke dag, tot en met 15 januari 2027"


@pytest.mark.parametrize(
    ("rule", "starts_on", "words"),
    [
        ("FREQ=WEEKLY", FROM, "elke week op maandag"),
        ("FREQ=MONTHLY", FROM, "elke maand op dag 5"),
        ("FREQ=MONTHLY", dt.date(2026, 10, 31), "elke maand op dag 31 (niet in kortere maanden)"),
        ("FREQ=YEARLY", FROM, "elk jaar op 5 oktober"),
        ("FREQ=YEARLY", dt.date(2028, 2, 29), "elk jaar op 29 februari (alleen in een schrikkeljaar)"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=6", FROM, "elke 2 jaar op 5 juni"),
    ],
)
def test_what_a_rule_leaves_open_its_first_day_tells(rule: str, starts_on: dt.date, words: str) -> None:
    assert often_in_words(TimingView(TimingKind.RECURRING, starts_on, None, rule), DUTCH) == words


def numbers(least: int, most: int) -> st.SearchStrategy[str]:
    """One number or some, with commas between."""
    return st.lists(st.integers(least, most), min_size=1, max_size=3).map(
        lambda found: ",".join(map(str, found))
    )


def days(counts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Codes of days, such as `MO,-1FR`."""
    code = st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
    one = st.builds(lambda count, day: f"{count}{day}", counts, code)
    return st.lists(one, min_size=1, max_size=4).map(",".join)


PARTS: dict[str, st.SearchStrategy[str]] = {
    "INTERVAL": st.integers(1, 40).map(str),
    "COUNT": st.integers(1, 40).map(str),
    "UNTIL": st.sampled_from(("20270115", "20270115T220000Z", "20270115T220000")),
    "BYDAY": days(st.sampled_from(("", "", "1", "+2", "-1", "5"))),
    "BYMONTHDAY": numbers(1, 31) | numbers(-31, -1),
    "BYMONTH": numbers(1, 12),
    "BYSETPOS": numbers(1, 5) | numbers(-3, -1),
    "BYHOUR": numbers(0, 23),
    "BYMINUTE": numbers(0, 59),
    "BYSECOND": numbers(0, 59),
    "BYYEARDAY": numbers(1, 366),
    "BYWEEKNO": numbers(1, 53),
    "WKST": st.sampled_from(("MO", "SU")),
}
FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
OF_A_RULE = re.compile(r"=|;|RRULE|FREQ|[A-Z]{2,}|\b(?:MO|TU|WE|TH|FR|SA|SU)\b")


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Any rule of RFC 5545, also those that nobody makes."""
    names = draw(st.lists(st.sampled_from(sorted(PARTS)), unique=True, max_size=5))
    written = [
        f"FREQ={draw(st.sampled_from(FREQUENCIES))}",
        *(f"{name}={draw(PARTS[name])}" for name in names),
    ]
    return draw(st.sampled_from(("", "RRULE:"))) + ";".join(written)


@given(
    rules(), st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)), st.sampled_from((None, "20:00"))
)
def test_nothing_of_a_rule_is_ever_read_as_a_rule(
    rule: str, starts_on: dt.date | None, at: str | None
) -> None:
    timing = TimingView(TimingKind.RECURRING, starts_on, UNTIL, rule, at)
    told = [
        timing_in_words(timing, DUTCH),
        often_in_words(timing, DUTCH),
        *shortly(timing, DUTCH),
        rule_in_words(rule, DUTCH),
    ]
    told.append(Dates(DUTCH).when(timing))
    for words in told:
        assert not OF_A_RULE.search(words)
    assert often_in_words(timing, DUTCH)
    if at and "BYHOUR" not in rule and "BYMINUTE" not in rule:
        assert "om 20:00 uur" in often_in_words(timing, DUTCH)


@pytest.mark.parametrize("words", ["elke dag; FREQ", "op MO", "INTERVAL 2", "BYHOUR=2"])
def test_what_is_left_of_a_rule_would_be_seen(words: str) -> None:
    assert OF_A_RULE.search(words)


def test_what_always_counts_has_no_rhythm_to_tell_a_child() -> None:
    assert often_in_words(TimingView(TimingKind.ALWAYS, FROM), DUTCH) == ""


@pytest.mark.parametrize(
    ("at", "words"), [("00:30", "om 00:30 uur"), ("14:00", "om 14:00 uur"), ("straks", "straks")]
)
def test_a_time_of_day_is_written_as_on_every_other_page(at: str, words: str) -> None:
    assert clock(at, DUTCH) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-01-15T14:00:00", "vrijdag 15 januari 2027, om 14:00 uur"),
        ("2027-01-15", "vrijdag 15 januari 2027"),
        ("volgende week", "volgende week"),
    ],
)
def test_a_moment_that_cannot_be_read_is_given_as_it_is(text: str, words: str) -> None:
    assert moment(text, DUTCH) == words


def test_days_and_months_follow_the_language() -> None:
    english = Language("en")
    assert (
        rule_in_words("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", english) == "every year on the last Sunday of March"
    )
    assert (
        rule_in_words("FREQ=MONTHLY;BYMONTHDAY=31", english)
        == "every month on day 31 (not in shorter months)"
    )
    assert "Friday 15 January 2027" in moment("2027-01-15T14:00:00", english)
