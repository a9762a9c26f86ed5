"""What asks for attention: of which kind, since when, and in which words."""

import dataclasses
import datetime as dt

import pytest

from beraad.codes import AttentionKind
from beraad.i18n import DUTCH
from beraad.services.attention import Attention, attention_of
from beraad.services.overview import Running
from beraad.terms import Phase
from beraad.words.attention import attention_label
from tests.services.case_lines import AGREED, ASKED, LINE

TODAY = dt.date(2026, 11, 21)
NEARLY_A_YEAR = TODAY - dt.timedelta(days=335)
LATE, LATER = dt.date(2026, 11, 1), dt.date(2026, 11, 20)


def words_of(item: Attention) -> str:
    """What is said of it."""
    return attention_label(item.kind, item.count, item.people, DUTCH)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"to_answer": 2}, [("answers_missing", "2 antwoorden ontbreken", AGREED)]),
        ({"old_papers": 1}, [("paper_old", "1 oud papier niet terug", AGREED)]),
        ({"papers_to_give": 2}, [("paper_to_give", "2 exemplaren nog geven", AGREED)]),
        ({"not_kept_twice": 1}, [("not_kept_twice", "1 afspraak 2 keer niet nagekomen", None)]),
        ({"workers_missing": 1}, [("workers_missing", "1 vaste hulpverlener ontbreekt", None)]),
        ({"to_answer": 1}, [("answers_missing", "1 antwoord ontbreekt", AGREED)]),
        ({"to_answer": 2, "agreed": False}, []),
        ({"trend": (5.0, 4.0)}, []),
        ({"fell": ("Lisa", "Sanne")}, [("score_fell", "cijfer gezakt: Lisa en Sanne", ASKED)]),
        ({"meeting": None}, [("no_meeting", "nog geen beraad gepland", dt.date(2026, 7, 23))]),
        ({"meeting_agreed": True}, [("no_next_meeting", "geen volgend beraad gepland", AGREED)]),
        (
            {"meeting_agreed": True, "agreed_next": True},
            [("next_not_planned", "beraad nog niet gepland", AGREED)],
        ),
        (
            {"meeting_starts_at": "2026-11-20T10:00:00"},
            [("not_agreed", "beraad nog niet vastgesteld", dt.date(2026, 11, 20))],
        ),
        (
            {"changed_since_agreed": True},
            [("plan_changed", "plan veranderd, nog niet opnieuw vastgesteld", None)],
        ),
        (
            {
                "running": (
                    Running(LATE, None),
                    Running(None, LATER),
                    Running(LATE, LATE),
                    Running(TODAY, TODAY),
                )
            },
            [("past_end", "2 einddata voorbij", LATE), ("check_overdue", "1 afspraak nakijken", LATE)],
        ),
        (
            {"phase": Phase.MONITOR, "phase_began": NEARLY_A_YEAR},
            [("monitored_a_year", "monitoring bijna een jaar of langer", TODAY)],
        ),
        ({"phase": Phase.MONITOR, "phase_began": NEARLY_A_YEAR + dt.timedelta(days=1)}, []),
        ({"phase": Phase.MONITOR, "phase_began": None}, []),
        ({"phase": Phase.INTENSIVE, "phase_began": NEARLY_A_YEAR}, []),
        ({"phase": Phase.CLOSED, "phase_began": NEARLY_A_YEAR}, []),
        ({"phase": Phase.CLOSED, "to_answer": 2}, []),
        ({"phase": Phase.ENDED_EARLY, "fell": ("Lisa",)}, []),
    ],
)
def test_all_that_asks_for_attention_is_said(
    change: dict[str, object], expected: list[tuple[str, str, dt.date | None]]
) -> None:
    line = dataclasses.replace(LINE, **change)  # type: ignore[arg-type]
    assert [(item.kind, words_of(item), item.since) for item in attention_of(line, TODAY)] == expected


def test_every_kind_has_words() -> None:
    said = {attention_label(kind, 1, ["Lisa"], DUTCH) for kind in AttentionKind}
    assert len(said) == len(AttentionKind)
    assert all(said)
