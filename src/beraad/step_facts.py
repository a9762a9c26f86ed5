"""Facts of each step of a meeting, in one table; its pages stand in `ui/steps`, its title in `words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from beraad.terms import Column, Gap, PlanPart, Step


class WallPicture(Enum):
    """Picture that the wall shows during a step."""

    PEOPLE = auto()
    COLUMNS = auto()
    SCALES = auto()
    MINUTES_LEFT = auto()
    PLAN = auto()
    SIGNING = auto()
    """The plan, and who has answered it."""
    CLOSING = auto()


_PLAN = (PlanPart.AGREEMENTS, PlanPart.TIME_OUT, PlanPart.EMERGENCY)

PARTS_IN_PICTURE: Mapping[WallPicture, tuple[PlanPart, ...]] = MappingProxyType(
    dict.fromkeys(WallPicture, ())
    | {
        WallPicture.COLUMNS: (PlanPart.STATEMENTS,),
        WallPicture.SCALES: (PlanPart.SCALES,),
        WallPicture.PLAN: _PLAN,
        WallPicture.SIGNING: _PLAN,
    }
)
"""Parts of the plan in each picture of the wall."""


@dataclass(frozen=True, slots=True)
class StepFacts:
    """Facts of one step."""

    minutes: int
    """Planned minutes of a new meeting; the facilitator can change them."""
    wall: WallPicture
    column: Column | None = None
    """Column that is in focus."""
    kinds: frozenset[str] = frozenset()
    """Kinds of places in a meeting that are written at this step, e.g. scales; statements go by column."""
    gaps: frozenset[Gap] = frozenset()
    """Gaps that are closed at this step."""
    in_turns: bool = True
    """True if everybody gets a turn."""
    seats: bool = False
    """True for the step in which people come in and sit down.

    It cannot be left out, and is open before anybody said which of two rooms is here.
    """


_GAPS_AT_WELCOME = frozenset((Gap.NO_CONTACT_NUMBER,))
_GAPS_OF_NEXT_STEPS = frozenset((Gap.NO_ASKER,))

FACTS: Mapping[Step, StepFacts] = MappingProxyType(
    {
        Step.WELCOME: StepFacts(
            10, WallPicture.PEOPLE, kinds=frozenset(("people",)), gaps=_GAPS_AT_WELCOME, seats=True
        ),
        Step.WORRIES: StepFacts(25, WallPicture.COLUMNS, column=Column.DANGER),
        Step.GOING_WELL: StepFacts(20, WallPicture.COLUMNS, column=Column.SAFETY),
        Step.SCALE: StepFacts(15, WallPicture.SCALES, kinds=frozenset(("scales",))),
        Step.WHAT_MUST_HAPPEN: StepFacts(
            20, WallPicture.COLUMNS, column=Column.NEXT_STEP, gaps=_GAPS_OF_NEXT_STEPS
        ),
        Step.FAMILY_TIME: StepFacts(30, WallPicture.MINUTES_LEFT, in_turns=False),
        Step.AGREEMENTS: StepFacts(
            30,
            WallPicture.PLAN,
            kinds=frozenset(("agreements", "emergency", "time_out", "carry")),
            gaps=frozenset(Gap) - _GAPS_AT_WELCOME - _GAPS_OF_NEXT_STEPS,
        ),
        Step.DECIDE_AND_SIGN: StepFacts(
            15, WallPicture.SIGNING, kinds=frozenset(("answers", "overrides")), in_turns=False
        ),
        Step.EVALUATION: StepFacts(
            10, WallPicture.CLOSING, kinds=frozenset(("next_meeting",)), in_turns=False
        ),
    }
)
"""Facts of every step (a beraad takes 1.5 to 3 hours)."""

FIRST_STEP = next(iter(Step))
"""Step in which a meeting begins."""

STEP_OF_COLUMN: Mapping[Column, Step] = MappingProxyType(
    {facts.column: step for step, facts in FACTS.items() if facts.column is not None}
)
"""Step at which each column is talked about."""

STEP_OF_AGREEMENTS = next(step for step, facts in FACTS.items() if "agreements" in facts.kinds)
"""Step at which agreements are written."""

STEP_OF_KIND: Mapping[str, Step] = MappingProxyType(
    {kind: step for step, facts in FACTS.items() for kind in facts.kinds}
)
"""Step at which places of each kind are written, but for statements."""

STEP_OF_GAP: Mapping[Gap, Step] = MappingProxyType(
    {gap: step for step, facts in FACTS.items() for gap in facts.gaps}
)
"""Step at which each gap is closed."""

AGREEING = STEP_OF_KIND["answers"]
"""Step at which the plan is agreed and answered."""
