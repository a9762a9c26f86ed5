"""Follows one agreement, statement, scale question or time-out through the meetings of a case.

What goes on in a next plan gets a new id there. It names the row it came from (`origin`) and the meeting of
that row (`origin_meeting`). A scale question and a time-out have no origin: their words tell.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, takewhile

from beraad.models.agreement import Agreement
from beraad.models.case import Case
from beraad.models.emergency import EmergencyStep, EmergencyStepDraft, MoreTimeOut, TimeOut, TimeOutDraft
from beraad.models.follow_up import Check
from beraad.models.meeting import Meeting
from beraad.models.scale import Scale
from beraad.models.statement import Statement

Part = Statement | Agreement

_NO_WORDS = {"visible_to", "order"}
_WORDS_OF_TIME_OUT = TimeOutDraft.model_fields.keys() - _NO_WORDS
_WORDS_OF_STEP = EmergencyStepDraft.model_fields.keys() - _NO_WORDS


class Threads:
    """The agreements and statements of a case as it is now, each followed through the meetings.

    A thread leads to earlier meetings only, so that it ends, whatever a case file says.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._number = {meeting.id: number for number, meeting in enumerate(case.meetings)}
        self._read: dict[int, dict[tuple[type[Part], str], Part]] = {}

    def origin(self, meeting: Meeting, row: Part) -> tuple[Meeting, Part] | None:
        """What a row of `meeting` came from, and the meeting of that; None where it has no origin.

        It stands in the meeting that the row names. Where none is named, or the named one does not have it:
        in the newest before, or else in the first from `meeting` on. A row of the same kind comes first; one
        of the other kind may stand in `meeting` itself.
        """
        if row.origin is None:
            return None
        own = type(row)
        kinds: tuple[type[Part], ...] = (own, Agreement if own is Statement else Statement)
        number = self._number.get(row.origin_meeting or "")
        if number is not None:
            for kind in kinds:
                if origin := self._rows(number).get((kind, row.origin)):
                    return self._case.meetings[number], origin
        here = self._number[meeting.id]
        guesses = [self._guess(kind, row.origin, here + (kind is not own)) for kind in kinds]
        # Those before come first.
        found = sorted(filter(None, guesses), key=lambda it: it[0] >= here + (it[1] is not own))
        if not found:
            return None
        number, kind = found[0]
        return self._case.meetings[number], self._rows(number)[kind, row.origin]

    def came_from(self, meeting: Meeting, row: Part) -> Iterator[tuple[Meeting, Part]]:
        """What a row came from in an earlier meeting, what that came from, and so on; the newest first."""
        found = self.origin(meeting, row)
        while found and self._number[found[0].id] < self._number[meeting.id]:
            yield found
            meeting, row = found
            found = self.origin(meeting, row)

    def made_of(self, row: Part) -> list[Part]:
        """Every row of which this one is the origin, in whatever meeting."""
        every = ((meeting, item) for meeting in self._case.meetings for item in _parts(meeting))
        return [item for meeting, item in every if (found := self.origin(meeting, item)) and found[1] is row]

    def thread(self, meeting: Meeting, row: Part) -> list[tuple[Meeting, Part]]:
        """A row of `meeting` in every meeting in which it stood before or stands since, the oldest first.

        Where several came from it, all of these; not what else came from its own origin.
        """
        same = takewhile(lambda found: type(found[1]) is type(row), self.came_from(meeting, row))
        stands = [*same, (meeting, row)]
        waiting = [(meeting, row)]
        while waiting:
            then, item = waiting.pop()
            came = self._next[type(item), then.id, item.id]
            stands += came
            waiting += came
        return sorted(stands, key=lambda found: self._number[found[0].id])

    def meeting_of(self, check: Check) -> Meeting | None:
        """The meeting in which the checked agreement stands; None where none has it.

        The one that the check names. Where none is named, or the named one does not have it: the newest on or
        before the day of the check, or else the newest.
        """
        having = [self._case.meetings[number] for number in self._standing[Agreement, check.agreement]]
        named = [meeting for meeting in having if meeting.id == check.meeting]
        before = [meeting for meeting in having if check.on and meeting.day and meeting.day <= check.on]
        return next((meetings[-1] for meetings in (named, before, having) if meetings), None)

    def checks(self, meeting: Meeting, agreement: Agreement) -> list[Check]:
        """The checks of an agreement of `meeting`, of all meetings of its thread."""
        thread = self.thread(meeting, agreement)
        return [check for then, item in thread for check in self._checks[then.id, item.id]]

    def must_be_ended(self, meeting: Meeting, agreement: Agreement) -> bool:
        """Whether it was checked, or goes through several meetings and was agreed in one: then it is ended.

        Reason: removed without a word, an old copy at home would be false safety.
        """
        thread = self.thread(meeting, agreement)
        agreed = len(thread) > 1 and any(then.was_agreed for then, _item in thread)
        return agreed or bool(self.checks(meeting, agreement))

    def _guess(self, kind: type[Part], name: str, end: int) -> tuple[int, type[Part]] | None:
        """The last meeting before number `end` that has this id, or else the first from there on."""
        numbers = self._standing[kind, name]
        place = bisect_left(numbers, end)
        return (numbers[max(0, place - 1)], kind) if numbers else None

    def _rows(self, number: int) -> dict[tuple[type[Part], str], Part]:
        """The statements and agreements of one meeting, read when it is first asked for."""
        if number not in self._read:
            self._read[number] = {(type(row), row.id): row for row in _parts(self._case.meetings[number])}
        return self._read[number]

    @cached_property
    def _standing(self) -> dict[tuple[type[Part], str], list[int]]:
        """The meetings in which each id stands, in their order."""
        found: dict[tuple[type[Part], str], list[int]] = defaultdict(list)
        for number in range(len(self._case.meetings)):
            for key in self._rows(number):
                found[key].append(number)
        return found

    @cached_property
    def _next(self) -> dict[tuple[type[Part], str, str], list[tuple[Meeting, Part]]]:
        """What of the same kind came directly from each row, in a later meeting."""
        found: dict[tuple[type[Part], str, str], list[tuple[Meeting, Part]]] = defaultdict(list)
        for meeting in self._case.meetings:
            for row in _parts(meeting):
                then, origin = next(self.came_from(meeting, row), (None, None))
                if then and type(origin) is type(row):
                    found[type(row), then.id, origin.id].append((meeting, row))
        return found

    @cached_property
    def _checks(self) -> dict[tuple[str, str], list[Check]]:
        """The checks of each agreement of each meeting."""
        found: dict[tuple[str, str], list[Check]] = defaultdict(list)
        for check in self._case.checks:
            if meeting := self.meeting_of(check):
                found[meeting.id, check.agreement].append(check)
        return found


def _parts(meeting: Meeting) -> Iterator[Part]:
    return chain[Part](meeting.statements, meeting.agreements)


def goes_on_unchanged(
    row: TimeOut | MoreTimeOut | EmergencyStep, rows: Iterable[TimeOut | MoreTimeOut | EmergencyStep]
) -> bool:
    """Whether a time-out or emergency step of an earlier plan stands among `rows` in the same words.

    Neither has an id or an origin: a time-out is the same one where the same person takes it.
    """
    words = _WORDS_OF_STEP if isinstance(row, EmergencyStep) else _WORDS_OF_TIME_OUT
    return any(all(getattr(row, name) == getattr(item, name) for name in words) for item in rows)


def askings(case: Case, meeting: Meeting) -> list[list[tuple[Meeting, Scale]]]:
    """Each question asked up to `meeting`, at every meeting that asked it in the same words, oldest first."""
    asked: dict[tuple[str, str], list[tuple[Meeting, Scale]]] = {}
    for held in (*case.before(meeting), meeting):
        for scale in held.scales:
            times = asked.setdefault((scale.kind, scale.question), [])
            if not times or times[-1][0] is not held:
                times.append((held, scale))
    return list(asked.values())


def asked_before(case: Case, meeting: Meeting, scale: Scale) -> Iterator[tuple[Meeting, Scale]]:
    """The same question at the meetings before, the last first."""
    for earlier in reversed(case.before(meeting)):
        for item in earlier.scales:
            if _same(item, scale):
                yield earlier, item


def counterpart(scale: Scale, place: int, then: Sequence[Scale]) -> Scale | None:
    """The question of the time before from which `scale` goes on: in the same words, or else at its place."""
    return next((item for item in then if _same(item, scale)), then[place] if place < len(then) else None)


def _same(one: Scale, other: Scale) -> bool:
    return (one.kind, one.question) == (other.kind, other.question)
