"""Rows of drafts in a meeting: reading, writing, and following changes of what they are for.

A draft that is gone leaves its row without text, for the next one at that place: changing a row takes a
part of the time of removing one and adding another. `sweep` removes these rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from beraad.models import EmergencyStep, Meeting, TextDraft
from beraad.models.emergency import TimeOutDraft
from beraad.places import NEW, Place
from beraad.readers import Readers
from beraad.services.rows import in_order
from beraad.terms import Whom

ENDING = "because"
"""Field of an agreement that says why it stops."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """Text that was typed and not placed. The other fields were chosen beside it; None: not chosen.

    For people, an empty tuple means that nobody was chosen on purpose.
    """

    place: Place
    text: str
    kind: str | None = None
    by: str | None = None
    about: tuple[str, ...] | None = None
    disputed_by: tuple[str, ...] | None = None
    harm_from: tuple[str, ...] | None = None
    visible_to: Readers | None = None


Drafts = dict[Place, KeptDraft]
"""Drafts by their place."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Changes of an act to drafts, besides placing them, as undo needs them."""

    gone: tuple[KeptDraft, ...] = ()
    """Drafts thrown away, or gone with what they were for."""
    moved: tuple[tuple[Place, Place], ...] = ()
    """Places before and after, as far as they changed."""
    without: tuple[KeptDraft, ...] = ()
    """Drafts for which undo left no item, as redo needs them."""


@dataclass(frozen=True, slots=True)
class Before:
    """State before an act, to compare with after it."""

    drafts: Drafts
    steps: tuple[EmergencyStep, ...]
    time_outs: tuple[str, ...]
    """Text of each time-out, by its place."""


def drafts_of(meeting: Meeting) -> Drafts:
    """Return every draft, in the order in which they were begun."""
    kept = (_kept(row) for row in meeting.drafts if row.text)
    return {draft.place: draft for draft in kept}


def write(meeting: Meeting, drafts: Drafts, at: str) -> None:
    """Make these the drafts of the meeting; changed ones were written `at` (local, ISO 8601)."""
    missing = dict(drafts)
    for row in meeting.drafts:
        kept = _kept(row)
        wanted = missing.pop(kept.place, None) or KeptDraft(kept.place, "")
        if wanted != kept:
            _fill(row, wanted, at)
    for draft in missing.values():
        row = TextDraft(place=str(draft.place), text="")
        _fill(row, draft, at)
        meeting.drafts.append(row)
    if missing:
        in_order(meeting.drafts)


def before(meeting: Meeting) -> Before:
    """Return what `follow` has to know of the meeting before an act."""
    return Before(drafts_of(meeting), _steps(meeting), _time_outs(meeting))


def follow(meeting: Meeting, was: Before, placed: Collection[Place], at: str) -> Followed:
    """Update the drafts after an act: placed ones go, those of a moved step move with it."""
    now = drafts_of(meeting)
    if not was.drafts and not now:
        return Followed()
    steps = {id(row): number for number, row in enumerate(_steps(meeting), start=1)}
    moved = (*_moved_steps(was, steps), *_moved_time_outs(was, meeting))
    after, without = _there(meeting, _renamed(now, moved))
    after = {place: draft for place, draft in after.items() if place not in placed}
    write(meeting, after, at)
    places = dict(moved)
    gone = [
        draft
        for place, draft in was.drafts.items()
        if place not in placed and (draft in without or places.get(place, place) not in after)
    ]
    return Followed(tuple(gone), moved)


def unfollow(meeting: Meeting, done: Followed, at: str) -> Followed:
    """Bring back, after an act was undone, the drafts it took away. What was typed since stays."""
    now = _renamed(drafts_of(meeting), [(after, place) for place, after in done.moved])
    for draft in done.gone:
        now.setdefault(draft.place, draft)
    after, without = _there(meeting, now)
    write(meeting, after, at)
    return replace(done, without=without)


def refollow(meeting: Meeting, done: Followed, at: str) -> Followed:
    """Remove again, after an act was done again, the drafts it took away."""
    now = drafts_of(meeting)
    gone = [now.pop(draft.place) for draft in done.gone if draft.place in now]
    now = _renamed(now, done.moved)
    for draft in done.without:
        now.setdefault(draft.place, draft)
    after, _without = _there(meeting, now)
    write(meeting, after, at)
    return Followed(tuple(gone), done.moved)


def sweep(meeting: Meeting) -> bool:
    """Remove rows without a draft, and drafts of items gone for good; return True if there were any."""
    stay, _without = _there(meeting, drafts_of(meeting))
    left = [row for row in meeting.drafts if row.text and Place.parse(row.place) in stay]
    if len(left) == len(meeting.drafts):
        return False
    meeting.drafts = left
    in_order(left)
    return True


def _kept(row: TextDraft) -> KeptDraft:
    by, about, disputed_by, harm_from = (
        tuple(people) if people or whom in row.nobody else None
        for whom, people in (
            (Whom.BY, (row.by,) if row.by else ()),
            (Whom.ABOUT, row.about),
            (Whom.DISPUTED_BY, row.disputed_by),
            (Whom.FROM, row.from_),
        )
    )
    return KeptDraft(
        Place.parse(row.place),
        row.text,
        row.kind,
        by=None if by is None else "".join(by),
        about=about,
        disputed_by=disputed_by,
        harm_from=harm_from,
        visible_to=None if row.visible_to is None else row.visible_to,
    )


def _fill(row: TextDraft, draft: KeptDraft, at: str) -> None:
    row.text, row.kind, row.by, row.at = draft.text, draft.kind, draft.by or None, at
    row.about, row.disputed_by = list(draft.about or ()), list(draft.disputed_by or ())
    row.from_ = list(draft.harm_from or ())
    row.nobody = [
        whom
        for whom, chosen in (
            (Whom.BY, draft.by),
            (Whom.ABOUT, draft.about),
            (Whom.DISPUTED_BY, draft.disputed_by),
            (Whom.FROM, draft.harm_from),
        )
        if chosen is not None and not chosen
    ]
    row.visible_to = None if draft.visible_to is None else draft.visible_to


def _steps(meeting: Meeting) -> tuple[EmergencyStep, ...]:
    return tuple(sorted(meeting.emergency, key=lambda row: row.order))


def _moved_steps(was: Before, steps: dict[int, int]) -> Iterator[tuple[Place, Place]]:
    """A step has no id of its own: its drafts stand under its number, which changes."""
    for place in was.drafts:
        number = place.number or 0
        if place.kind == "emergency" and 1 <= number <= len(was.steps):
            new = steps.get(id(was.steps[number - 1]), 0)
            if new != number:
                yield place, place.moved(Place.emergency_step(number), Place.emergency_step(new))


def _moved_time_outs(was: Before, meeting: Meeting) -> Iterator[tuple[Place, Place]]:
    """The drafts of a time-out that moved up, since one before it was removed; those of that one go."""
    now = _time_outs(meeting)
    if len(now) >= len(was.time_outs):
        return
    gone = next((at for at, said in enumerate(now) if said != was.time_outs[at]), len(now)) + 1
    for place in was.drafts:
        number = place.number or 0
        if place.kind == "time_out" and number >= gone:
            left = number - 1 if number > gone else 0
            yield place, place.moved(Place.time_out(number), Place.time_out(left))


def _time_outs(meeting: Meeting) -> tuple[str, ...]:
    return tuple(
        repr([getattr(row, name) for name in TimeOutDraft.model_fields]) for row in meeting.time_outs
    )


def _renamed(drafts: Drafts, moved: Iterable[tuple[Place, Place]]) -> Drafts:
    places = dict(moved)
    named = (replace(draft, place=places.get(place, place)) for place, draft in drafts.items())
    return {draft.place: draft for draft in named}


def _there(meeting: Meeting, drafts: Drafts) -> tuple[Drafts, tuple[KeptDraft, ...]]:
    """The drafts of what is there, and those of what is not."""
    there = {place: draft for place, draft in drafts.items() if stands(meeting, place)}
    return there, tuple(draft for place, draft in drafts.items() if place not in there)


def stands(meeting: Meeting, place: Place) -> bool:  # noqa: PLR0911 – one line a kind
    """Return True if what a draft is for exists, or is still to come and not decided already."""
    kind, item, of, *_rest = *place, "", ""
    match place.kind:
        case "agreements" if of == ENDING:
            return any(row.id == item and row.ended is None for row in meeting.agreements)
        case "statements" | "agreements" | "scales":
            return item == NEW or any(row.id == item for row in getattr(meeting, kind))
        case "checks":
            return any(row.id == item for row in meeting.agreements)
        case "emergency":
            return place.number is not None and 1 <= place.number <= len(meeting.emergency)
        case "time_out":
            return place.number is not None and 1 <= place.number <= len(meeting.time_outs)
        case "carry":
            return not any((row.kind, row.subject) == (item, of) for row in meeting.carry_decisions)
        case "overrides":
            return not any((row.gap, row.subject or "") == (item, of) for row in meeting.overrides)
    return True
