"""When an agreement counts, in words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad import i18n
from beraad.disclosure.views import TimingView
from beraad.export.timing import clock, moment, often_in_words, rule_in_words, shortly, timing_in_words
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
    assert rule_in_words(rule) == words


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
        "elke volle maan",
    ],
)
def test_a_rule_without_words_is_given_whole_and_never_half_told(rule: str) -> None:
    assert rule_in_words(rule) == f"volgens deze regel: {rule}"


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
    assert timing_in_words(timing) == words


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
    assert shortly(timing) == (often, dates)


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
    words = timing_in_words(TimingView(TimingKind.RECURRING, None, None, DAILY + until, at))
    assert words.endswith(f", tot en met {last}")


def test_the_hour_stands_beside_its_rhythm_and_the_end_behind_it() -> None:
    rule = "FREQ=WEEKLY;BYDAY=SU;COUNT=9;UNTIL=20260730T220000Z"
    timing = TimingView(TimingKind.RECURRING, dt.date(2026, 7, 5), None, rule, "00:00")
    rhythm = "elke week op zondag om 00:00 uur, 9 keer"
    assert timing_in_words(timing) == f"{rhythm}, vanaf 5 juli 2026, tot en met 31 juli 2026"
    assert often_in_words(timing) == rhythm
    assert shortly(timing) == (rhythm, "5 jul 2026 – 31 jul 2026")


def test_what_is_said_of_short_months_stands_behind_the_hour() -> None:
    timing = TimingView(TimingKind.RECURRING, None, None, "FREQ=MONTHLY;BYMONTHDAY=31", "20:00")
    assert often_in_words(timing) == "elke maand op dag 31 om 20:00 uur (niet in kortere maanden)"


def test_of_two_ends_the_first_is_the_end() -> None:
    for ends_on, until in ((UNTIL, "20270301"), (dt.date(2027, 3, 1), "20270115")):
        timing = TimingView(TimingKind.RECURRING, None, ends_on, DAILY + until)
        assert timing_in_words(timing) == "elke dag, tot en met 15 januari 2027"


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
    assert often_in_words(TimingView(TimingKind.RECURRING, starts_on, None, rule)) == words


@given(
    st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")),
    st.dictionaries(
        st.sampled_from(
            ("INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST", "BYHOUR")
        ),
        st.sampled_from(
            ("1", "2", "31", "-1", "5FR", "MO", "MO,TU", "20270115", "20270115T220000Z", "X", "")
        ),
    ),
    st.one_of(st.none(), st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1))),
)
def test_any_rule_has_words_or_is_given_whole(
    freq: str, parts: dict[str, str], starts_on: dt.date | None
) -> None:
    rule = ";".join([f"FREQ={freq}", *(f"{name}={value}" for name, value in parts.items())])
    words = often_in_words(TimingView(TimingKind.RECURRING, starts_on, None, rule, "20:00"))
    told = rule in words
    assert told or not any(part in words for part in ("FREQ", "=", "BY", "UNTIL"))
    assert "om 20:00 uur" in words
    if "BYHOUR" in parts or "X" in parts.values():
        assert told


def test_what_always_counts_has_no_rhythm_to_tell_a_child() -> None:
    assert often_in_words(TimingView(TimingKind.ALWAYS, FROM)) == ""


@pytest.mark.parametrize(
    ("at", "words"), [("00:30", "om 00:30 uur"), ("14:00", "om 14:00 uur"), ("straks", "straks")]
)
def test_a_time_of_day_is_written_as_on_every_other_page(at: str, words: str) -> None:
    assert clock(at) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-01-15T14:00:00", "vrijdag 15 januari 2027, om 14:00 uur"),
        ("2027-01-15", "vrijdag 15 januari 2027"),
        ("volgende week", "volgende week"),
    ],
)
def test_a_moment_that_cannot_be_read_is_given_as_it_is(text: str, words: str) -> None:
    assert moment(text) == words


def test_days_and_months_follow_the_language() -> None:
    i18n.set_language("en")
    assert rule_in_words("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU") == "every year on the last Sunday of March"
    assert rule_in_words("FREQ=MONTHLY;BYMONTHDAY=31") == "every month on day 31 (not in shorter months)"
    assert "Friday 15 January 2027" in moment("2027-01-15T14:00:00")
