"""Follow one agreement, statement, scale question or time-out through the meetings of a case.

An item that goes on in a next plan gets a new id there. It names the row it came from (`origin`) and the
meeting of that row (`origin_meeting`). A scale question and a time-out have no origin: they are compared by
their words.
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
    """Threads: the agreements and statements of a case, each followed through the meetings.

    A thread leads to earlier meetings only, so that it ends, whatever a case file says.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._number = {meeting.id: number for number, meeting in enumerate(case.meetings)}
        self._read: dict[int, dict[tuple[type[Part], str], Part]] = {}

    def origin(self, meeting: Meeting, row: Part) -> tuple[Meeting, Part] | None:
        """Return the row from which a row of `meeting` came, with its meeting; None if it has no origin.

        The origin is in the meeting that the row names. If none is named, or the named one does not have it,
        it is in the newest meeting before, or else in the first from `meeting` on. A row of the same kind
        comes first; one of the other kind may be in `meeting` itself.
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
        # Earlier meetings come first.
        found = sorted(filter(None, guesses), key=lambda it: it[0] >= here + (it[1] is not own))
        if not found:
            return None
        number, kind = found[0]
        return self._case.meetings[number], self._rows(number)[kind, row.origin]

    def came_from(self, meeting: Meeting, row: Part) -> Iterator[tuple[Meeting, Part]]:
        """Yield the origin of a row in an earlier meeting, the origin of that, and so on, newest first."""
        found = self.origin(meeting, row)
        while found and self._number[found[0].id] < self._number[meeting.id]:
            yield found
            meeting, row = found
            found = self.origin(meeting, row)

    def made_of(self, row: Part) -> list[Part]:
        """Return every row of which this one is the origin, in any meeting."""
        every = ((meeting, item) for meeting in self._case.meetings for item in _parts(meeting))
        return [item for meeting, item in every if (found := self.origin(meeting, item)) and found[1] is row]

    def thread(self, meeting: Meeting, row: Part) -> list[tuple[Meeting, Part]]:
        """Return a row of `meeting` in every meeting in which it stood before or stands since, oldest first.

        If several rows came from it, all of these are in; other rows that came from its own origin are not.
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
        """Return the meeting in which the checked agreement stands; None if none has it.

        It is the one that the check names. If none is named, or the named one does not have it: the newest on
        or before the day of the check, or else the newest.
        """
        having = [self._case.meetings[number] for number in self._standing[Agreement, check.agreement]]
        named = [meeting for meeting in having if meeting.id == check.meeting]
        before = [meeting for meeting in having if check.on and meeting.day and meeting.day <= check.on]
        return next((meetings[-1] for meetings in (named, before, having) if meetings), None)

    def checks(self, meeting: Meeting, agreement: Agreement) -> list[Check]:
        """Return the checks of an agreement of `meeting`, of all meetings of its thread."""
        thread = self.thread(meeting, agreement)
        return [check for then, item in thread for check in self._checks[then.id, item.id]]

    def must_be_ended(self, meeting: Meeting, agreement: Agreement) -> bool:
        """Return True if it must be ended, not removed.

        It must if it was checked, or if it goes through several meetings and was agreed in one.

        Reason: if it was removed without a word, an old copy at home would be false safety.
        """
        thread = self.thread(meeting, agreement)
        agreed = len(thread) > 1 and any(then.was_agreed for then, _item in thread)
        return agreed or bool(self.checks(meeting, agreement))

    def _guess(self, kind: type[Part], name: str, end: int) -> tuple[int, type[Part]] | None:
        """Return the number of the last meeting before `end` with this id, or else of the first after."""
        numbers = self._standing[kind, name]
        place = bisect_left(numbers, end)
        return (numbers[max(0, place - 1)], kind) if numbers else None

    def _rows(self, number: int) -> dict[tuple[type[Part], str], Part]:
        """Return the statements and agreements of one meeting, read at the first call."""
        if number not in self._read:
            self._read[number] = {(type(row), row.id): row for row in _parts(self._case.meetings[number])}
        return self._read[number]

    @cached_property
    def _standing(self) -> dict[tuple[type[Part], str], list[int]]:
        """Numbers of the meetings in which each id stands, in order."""
        found: dict[tuple[type[Part], str], list[int]] = defaultdict(list)
        for number in range(len(self._case.meetings)):
            for key in self._rows(number):
                found[key].append(number)
        return found

    @cached_property
    def _next(self) -> dict[tuple[type[Part], str, str], list[tuple[Meeting, Part]]]:
        """Rows of the same kind that came directly from each row, in a later meeting."""
        found: dict[tuple[type[Part], str, str], list[tuple[Meeting, Part]]] = defaultdict(list)
        for meeting in self._case.meetings:
            for row in _parts(meeting):
                then, origin = next(self.came_from(meeting, row), (None, None))
                if then and type(origin) is type(row):
                    found[type(row), then.id, origin.id].append((meeting, row))
        return found

    @cached_property
    def _checks(self) -> dict[tuple[str, str], list[Check]]:
        """Checks of each agreement of each meeting."""
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
    """Return True if a time-out or emergency step of an earlier plan stands among `rows` in the same words.

    Neither has an id or an origin: a time-out is the same if the same person takes it.
    """
    words = _WORDS_OF_STEP if isinstance(row, EmergencyStep) else _WORDS_OF_TIME_OUT
    return any(all(getattr(row, name) == getattr(item, name) for name in words) for item in rows)


def askings(case: Case, meeting: Meeting) -> list[list[tuple[Meeting, Scale]]]:
    """Return each question asked up to `meeting`, with every meeting that asked it in the same words."""
    asked: dict[tuple[str, str], list[tuple[Meeting, Scale]]] = {}
    for held in (*case.before(meeting), meeting):
        for scale in held.scales:
            times = asked.setdefault((scale.kind, scale.question), [])
            if not times or times[-1][0] is not held:
                times.append((held, scale))
    return list(asked.values())


def asked_before(case: Case, meeting: Meeting, scale: Scale) -> Iterator[tuple[Meeting, Scale]]:
    """Yield the same question at the meetings before, the last first."""
    for earlier in reversed(case.before(meeting)):
        for item in earlier.scales:
            if _same(item, scale):
                yield earlier, item


def counterpart(scale: Scale, place: int, then: Sequence[Scale]) -> Scale | None:
    """Return the earlier question from which `scale` goes on: in the same words, or else at its place."""
    return next((item for item in then if _same(item, scale)), then[place] if place < len(then) else None)


def _same(one: Scale, other: Scale) -> bool:
    return (one.kind, one.question) == (other.kind, other.question)
