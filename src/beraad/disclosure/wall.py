"""Make the view of the wall: what the whole room may see of one step, and what is kept back and why."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from types import MappingProxyType

from beraad.disclosure.audience import Room
from beraad.disclosure.content import Safe
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import Leak
from beraad.disclosure.paper import MOST_RUNS, Run
from beraad.disclosure.views import (
    AgreementView,
    EmergencyStepView,
    PersonView,
    PlanBody,
    StatementView,
    TimeOutView,
    WallScaleView,
    WallView,
)
from beraad.places import Place
from beraad.step_facts import FACTS, PARTS_IN_PICTURE, WallPicture
from beraad.terms import PlanPart, RoomSees, Step, whole_order


@dataclasses.dataclass(frozen=True, slots=True)
class Wall:
    """View for the room, and the items kept from it because their text would leak."""

    view: WallView
    withheld: tuple[Leak, ...]


def wall_of(
    disclosure: Disclosure,
    step: Step,
    room: Room,
    sees: Mapping[str, RoomSees] = MappingProxyType({}),
    aloud: str = "",
    turn: str | None = None,
    forward: Place | None = None,
) -> Wall:
    """Return what everybody in `room` may see of `step`.

    `sees` says by id what they see of a scale's answers. An item without words is not shown. `aloud` is the
    id of the agreement that is read aloud; `forward` is the place of the one card to show large, e.g.
    statements/s3. Each is shown only if the step shows it and it does not leak. `turn` is the id of the
    person who has the turn, named only to a room in which this person is.
    """
    withheld: list[Leak] = []
    place = Place.meeting(disclosure.meeting.id)
    parts = PARTS_IN_PICTURE[FACTS[step].wall]

    def told(leaks: tuple[Leak, ...]) -> None:
        withheld.extend(leak for leak in leaks if leak.place.of_meeting.kind in parts)

    frame = _frame(disclosure, step, room)
    if leaks := disclosure.found.leaks(frame, room, place):
        # Names and places round the content: nothing of them can be left out, so nothing is shown.
        return Wall(WallView("", step, frame.step_number, frame.steps), leaks)
    safe = _safe(disclosure, room, told)
    # The wall has its own scales: what it shows of the answers was chosen.
    view = _filled(frame, disclosure.body(room, safe=safe, parts=set(parts) - {PlanPart.SCALES}))
    if PlanPart.SCALES in parts:
        view = dataclasses.replace(view, scales=disclosure.scales(room, sees, safe=safe))
    if aloud:
        standing = _standing_at(place / Place.agreement(aloud), view, disclosure)
        view = dataclasses.replace(view, aloud=standing if isinstance(standing, AgreementView) else None)
    if forward:
        view = dataclasses.replace(view, forward=_standing_at(place / forward, view, disclosure))
    view = dataclasses.replace(view, turn=_turn(disclosure, turn, room, place))
    return Wall(view, tuple(withheld))


def places_on_wall(disclosure: Disclosure, room: Room) -> frozenset[Place]:
    """Return the places of everything that the wall shows at any step, within the meeting: statements/s1."""
    shown: list[Place] = []
    withheld: list[Leak] = []
    safe = _noting(_safe(disclosure, room, withheld.extend), shown)
    disclosure.body(room, safe=safe, parts=set(PlanPart) - {PlanPart.SCALES})
    disclosure.scales(room, {}, safe=safe)
    return frozenset(place.of_meeting for place in shown)


def _noting(passes: Safe, shown: list[Place]) -> Safe:
    """Return the same check; it also notes the place of each item that passes, in order."""

    def safe(place: Place, item: object) -> bool:
        if passes(place, item):
            shown.append(place)
            return True
        return False

    return safe


def _safe(disclosure: Disclosure, room: Room, tell: Callable[[tuple[Leak, ...]], None]) -> Safe:
    """Return the check that says whether an item may stand on the wall: it has words and leaks nothing.

    Items come in the order in which they stand there. An item that leaks together with those before it
    is kept back, as on paper.
    """
    found = disclosure.found
    standing: dict[object, tuple[Run, ...]] = {}
    """Last texts that passed, by list of the wall."""

    def safe(place: Place, item: object) -> bool:
        if not _has_words(item):
            return False
        runs, kind = found.runs(item, place), _list_of(item)
        before = standing.get(kind, ())
        leaks = found.leaks(item, room, place) or found.leaks_behind(before, runs, room)
        tell(leaks)
        if not leaks:
            standing[kind] = (*before, *runs)[-MOST_RUNS:]
        return not leaks

    return safe


def _list_of(item: object) -> object:
    """Return the list of the wall in which an item stands: the columns, the plan, or all of its type."""
    return PlanBody if isinstance(item, AgreementView | TimeOutView | EmergencyStepView) else type(item)


def _has_words(item: object) -> bool:
    """Return True if there is something to read: an item that was only begun is shown once it has words."""
    match item:
        case StatementView() | EmergencyStepView():
            return bool(item.text.strip())
        case AgreementView():
            return bool(item.what.strip())
        case WallScaleView():
            return bool(item.question.strip())
        case TimeOutView():
            return any((item.signs, item.signal, item.goes_to, item.returns))
    return True


def _frame(disclosure: Disclosure, step: Step, room: Room) -> WallView:
    facts = FACTS[step]
    left_out = {item.step for item in disclosure.meeting.agenda if item.skipped}
    order = whole_order(item.step for item in disclosure.meeting.agenda)
    steps = [item for item in order if item not in left_out] or list(Step)
    return WallView(
        family_name=disclosure.case.family_name,
        step=step,
        step_number=steps.index(step) + 1 if step in steps else 0,
        steps=len(steps),
        people=disclosure.attendance(room) if facts.wall is WallPicture.PEOPLE else (),
        focus=facts.column,
        answered=disclosure.answered(room) if facts.wall is WallPicture.SIGNING else (),
        next_meeting=disclosure.next_meeting() if facts.wall is WallPicture.CLOSING else None,
    )


def _turn(disclosure: Disclosure, person: str | None, room: Room, place: Place) -> PersonView | None:
    """Return the person who has the turn, if this person is in the room and the name leaks nothing there."""
    if person is None or person not in room.people:
        return None
    if all(seat.person != person for seat in disclosure.meeting.participants):
        return None
    named = disclosure.named(person, room)
    # Only the name: what somebody is to the family is said at the welcome.
    view = PersonView(named.called, named.circle)
    return None if disclosure.found.leaks(view, room, place) else view


def _standing_at(
    place: Place, view: WallView, disclosure: Disclosure
) -> StatementView | AgreementView | None:
    """Return the card on the wall that stands at this place in the case; None if it is not on the wall."""
    cards: tuple[StatementView | AgreementView, ...] = (*view.danger, *view.safety, *view.next_steps)
    for item in (*cards, *view.agreements):
        placed = disclosure.found.placed(item)
        if placed is not None and placed.place == place:
            return item
    return None


def _filled(frame: WallView, body: PlanBody) -> WallView:
    parts = PARTS_IN_PICTURE[FACTS[frame.step].wall]
    if PlanPart.STATEMENTS in parts:
        return dataclasses.replace(frame, danger=body.danger, safety=body.safety, next_steps=body.next_steps)
    if PlanPart.AGREEMENTS in parts:
        return dataclasses.replace(
            frame, agreements=body.agreements, time_outs=body.time_outs, emergency=body.emergency
        )
    return frame
