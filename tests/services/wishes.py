"""A facilitator who wishes by chance: anything that a console could ask, about what is on the table now."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from beraad.disclosure.console_views import ConsoleTimeOut, ConsoleTiming, ConsoleView
from beraad.errors import BeraadError
from beraad.readers import EVERYONE, FACILITATOR, PROFESSIONALS, Readers
from beraad.services.meeting import MeetingService
from beraad.services.people import PersonLine
from beraad.terms import (
    KINDS_IN,
    Attendance,
    CarryOver,
    Circle,
    Column,
    Decision,
    EvaluationItem,
    ScaleKind,
    StatementKind,
    Step,
    TimingKind,
)

PAGES = (b"\xff\xd8 een", b"\xff\xd8 twee", b"\xff\xd8 drie")
WORDS = ("Mark belt Kees.", "  om acht uur ", "", "Şağıroğlu & <b>", "regel een\nregel twee", "proberen")


class Facilitator:
    """Makes wishes of one open meeting."""

    def __init__(self, service: MeetingService, seed: int) -> None:
        self.service = service
        self.chance = random.Random(seed)
        self.refused: list[str] = []
        self.console: ConsoleView

    @property
    def undoable_wishes(self) -> list[Callable[[], object]]:
        """Wishes that undo takes back, about what is on the table now."""
        self.console = self.service.console()
        return [
            *self._statements(),
            *self._scales(),
            *self._agreements(),
            *self._emergency(),
            *self._table(),
            *self._carrying(),
            *self._rooms(),
            *self._scans(),
            *self._deciding(),
        ]

    @property
    def all_wishes(self) -> list[Callable[[], object]]:
        """Every wish, those that stay and undo and redo among them."""
        service, one, number = self.service, self.chance.choice, self.chance.randrange
        lasting: list[Callable[[], object]] = [
            lambda: service.course.spend(one(list(Step)), number(30)),
            lambda: service.course.add_person(PersonLine("", self.text(), "Sita", Circle.NETWORK)),
            service.undo,
            service.redo,
        ]
        return [*self.undoable_wishes, *lasting, *lasting]

    def wish(self, wishes: list[Callable[[], object]]) -> bool:
        """One of these; False where the rules refuse it."""
        try:
            self.chance.choice(wishes)()
        except BeraadError as error:
            self.refused.append(error.code)
            return False
        return True

    # -- what there is to choose from ------------------------------------------------------------------

    def person(self) -> str:
        """Anybody of the case."""
        return self.chance.choice(self.console.people).id

    def people(self) -> list[str]:
        """Some of them."""
        everybody = [person.id for person in self.console.people]
        return self.chance.sample(everybody, self.chance.randrange(3))

    def text(self) -> str:
        """What somebody may type."""
        return self.chance.choice(WORDS) + str(self.chance.randrange(100))

    def maybe(self, value: Any) -> Any:
        """This, or no change."""
        return value if self.chance.random() < 0.5 else None

    def visible_to(self) -> Readers:
        """A group, some people, or everyone but some."""
        some = tuple(self.people())
        left_out = (Readers.everyone_but(*some),) if some else ()
        groups = (EVERYONE, PROFESSIONALS, FACILITATOR)
        return self.chance.choice((*groups, EVERYONE, Readers.only(*some), *left_out))

    def one_of(self, items: Any) -> str:
        """The id of one of these; of nothing where there is none."""
        return self.chance.choice(items).id if items else "niets"

    def _deciding(self) -> list[Callable[[], object]]:
        def answer() -> None:
            self.service.deciding.answer(
                self.person(),
                self.chance.choice(list(Decision)),
                remark=self.chance.choice((None, "omdat")),
                strokes=[[[0.1, 0.5], [1.0, 0.0]]],
                on_paper=self.chance.choice((True, False)),
            )

        return [self._decide, self._decide, answer, answer]

    def _decide(self) -> None:
        gaps = self.service.gaps()
        self.service.deciding.decide({(gap.gap, gap.subject): "komt later" for gap in gaps})

    def _statements(self) -> list[Callable[[], object]]:
        part, one, number = self.service.statements, self.chance.choice, self.chance.randrange
        which = lambda: self.one_of(self.console.statements)  # noqa: E731
        column = one(list(Column))
        return [
            lambda: part.add(column, self.text(), one(KINDS_IN[column]), self.maybe(self.person())),
            lambda: part.add(column, self.text(), one(list(StatementKind))),
            lambda: part.change(
                which(),
                text=self.maybe(self.text()),
                kind=self.maybe(one(list(StatementKind))),
                by=self.maybe(one((self.person(), ""))),
                about=self.maybe(self.people()),
                disputed_by=self.maybe(self.people()),
                visible_to=self.maybe(self.visible_to()),
            ),
            lambda: part.move(which(), number(-3, 4)),
            lambda: part.place(which(), column, self.maybe(which()), self.maybe(one(KINDS_IN[column]))),
            lambda: part.make_goal(which()),
            lambda: self.service.agreements.add_for(which()),
            lambda: part.remove(which()),
        ]

    def _scales(self) -> list[Callable[[], object]]:
        part, one, number = self.service.scales, self.chance.choice, self.chance.randrange
        which = lambda: self.one_of(self.console.scales)  # noqa: E731
        return [
            lambda: part.add(self.text(), self.text(), self.text(), one(list(ScaleKind))),
            lambda: part.change(
                which(), question=self.maybe(self.text()), visible_to=self.maybe(self.visible_to())
            ),
            lambda: part.remove(which()),
            lambda: part.score(
                which(), self.person(), self.maybe(number(-1, 12)), declined=one((True, False))
            ),
            lambda: part.explain(
                which(), self.person(), because=self.maybe(self.text()), one_up=self.maybe("")
            ),
        ]

    def _agreements(self) -> list[Callable[[], object]]:
        part, one, number = self.service.agreements, self.chance.choice, self.chance.randrange
        which = lambda: self.one_of(self.console.agreements)  # noqa: E731
        covers = [item.id for item in self.console.statements]
        day = dt.date(2026, 11, 1) + dt.timedelta(days=number(60))
        timing = ConsoleTiming(
            one(list(TimingKind)),
            self.maybe(day),
            self.maybe(day + dt.timedelta(days=number(-2, 9))),
            self.maybe(one(("FREQ=DAILY", "", "elke week"))),
            self.maybe(one(("08:00", "23:59", "", "acht uur", "24:00"))),
        )
        return [
            lambda: part.add(self.text(), covers=self.chance.sample(covers, min(len(covers), number(3)))),
            lambda: part.change(
                which(),
                what=self.maybe(self.text()),
                owners=self.maybe(self.people()),
                measured_by=self.maybe(self.text()),
                checked_by=self.maybe(one((self.person(), ""))),
                fallback=self.maybe(self.text()),
                covers=self.maybe(self.chance.sample(covers, min(len(covers), number(3)))),
                visible_to=self.maybe(self.visible_to()),
                accepted_by=self.maybe(self.people()),
                timing=self.maybe(timing),
            ),
            lambda: part.accept(which(), self.person(), yes=one((True, False))),
            lambda: part.ready(
                which(),
                self.person(),
                willingness=number(-1, 12),
                confidence=None,
                capacity=5,
                remark=self.text(),
            ),
            lambda: part.end(which(), self.maybe(self.text())),
            lambda: part.move(which(), number(-3, 4)),
            lambda: part.remove(which()),
        ]

    def _emergency(self) -> list[Callable[[], object]]:
        part, one, number = self.service.emergency, self.chance.choice, self.chance.randrange
        time_out = ConsoleTimeOut(
            self.text(),
            self.person(),
            self.text(),
            number(200),
            self.text(),
            self.maybe(self.text()),
            self.visible_to(),
        )
        step = lambda: number(len(self.console.emergency) + 1)  # noqa: E731
        # One more than there are: each who takes one may have an own one.
        place = lambda: number(len(self.console.time_outs) + 2)  # noqa: E731
        return [
            lambda: part.set_time_out(time_out, place()),
            lambda: part.begin_time_out(self.person(), place()),
            lambda: part.remove_time_out(place()),
            lambda: part.add(self.text(), self.maybe("112")),
            lambda: part.change(
                step(),
                text=self.maybe(self.text()),
                number=self.maybe(one(("112", ""))),
                visible_to=self.maybe(self.visible_to()),
            ),
            lambda: part.move(step(), number(-3, 4)),
            lambda: part.remove(step()),
        ]

    def _table(self) -> list[Callable[[], object]]:
        part, one, number = self.service.course, self.chance.choice, self.chance.randrange
        marks = [self.maybe(number(0, 12)) for _ in EvaluationItem]
        return [
            lambda: part.attend(self.person(), one(list(Attendance))),
            part.all_present,
            lambda: part.leave_out(self.person()),
            lambda: part.remove_person(self.person()),
            lambda: part.sit_in(self.person(), one((1, 2, 3, None))),
            lambda: part.plan_minutes(one(list(Step)), number(-1, 60)),
            lambda: part.move_step(one(list(Step)), number(-1, 12)),
            lambda: part.skip(one(list(Step)), skipped=one((True, False))),
            lambda: part.note(number(3), self.text()),
            lambda: part.mark(marks, self.maybe(self.person())),
            lambda: part.meet_again(one((None, "2026-12-10T10:00:00", "morgen")), self.maybe(self.text())),
        ]

    def _scans(self) -> list[Callable[[], object]]:
        part = self.service.scans
        pages = self.chance.sample(PAGES, self.chance.randrange(3))
        return [lambda: part.add(self.person(), pages), lambda: part.remove(self.person())]

    def _rooms(self) -> list[Callable[[], object]]:
        waiting = [item.place for item in self.console.waiting]
        return [lambda: self.service.rooms.release(self.chance.sample(waiting, min(len(waiting), 2)))]

    def _carrying(self) -> list[Callable[[], object]]:
        part = self.service.carrying

        def carry() -> None:
            left = self.console.carry
            if left:
                item = self.chance.choice(left)
                part.carry(
                    item.kind, item.subject, self.chance.choice(list(CarryOver)), self.maybe(self.text())
                )

        return [carry, carry, carry, part.keep_the_rest]
