"""When an agreement counts, in words."""

from __future__ import annotations

import datetime as dt

import pytest

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
        ("FREQ=MONTHLY", "elke maand"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "elke maand op dag 15"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "elke maand op de laatste dag"),
        ("FREQ=MONTHLY;BYDAY=1MO", "elke maand op de eerste maandag"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "elke 3 maanden op de laatste vrijdag"),
        ("FREQ=YEARLY", "elk jaar"),
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
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=MONTHLY;BYDAY=MO,TU",
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "FREQ=DAILY;FREQ=WEEKLY",
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
    assert "Friday 15 January 2027" in moment("2027-01-15T14:00:00")
