"""A line of the overview, to be changed by a test."""

import datetime as dt

from beraad.services.overview import CaseLine
from beraad.terms import Colour, Phase

AGREED, ASKED = dt.date(2026, 10, 1), dt.date(2026, 10, 2)
LINE = CaseLine(
    reference="IT-1",
    family_name="Yılmaz",
    municipality="Breda",
    phase=Phase.INTENSIVE,
    phase_began=dt.date(2026, 7, 23),
    colour=Colour.YELLOW,
    contact_person="Piet",
    meeting="b2",
    meeting_number=2,
    meeting_starts_at="2026-12-02T14:00:00",
    meeting_agreed=False,
    meeting_agreed_on=None,
    agreed_next=False,
    agreed_next_at=None,
    agreed_next_place=None,
    agreed=True,
    agreed_on=AGREED,
    changed_since_agreed=False,
    to_answer=0,
    copies=5,
    trend=(3.0, 4.5),
    fell=(),
    fell_on=ASKED,
    running=(),
)
"""Nothing in it asks for attention."""
