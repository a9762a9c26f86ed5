"""What the tests of the store share: cheap keys, a case with something in every depth, a folder's picture."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beraad.models import Agreement, Case, ContactDetail, Meeting, Person, Readiness, Statement, Timing
from beraad.store.keys import Argon2Cost, KeyPolicy
from beraad.store.sqlite.places import Places
from beraad.store.store import Store
from beraad.terms import Circle, Column, ContactKind, MeetingKind, StatementKind, TimingKind
from tests.inside import engine_of

PASSPHRASE = "een zin die niemand raadt"
CHEAP_COST = Argon2Cost(memory_kib=64, passes=1, lanes=1)
CHEAP = KeyPolicy(cost=CHEAP_COST, floor=CHEAP_COST, ceiling=Argon2Cost(memory_kib=128, passes=2, lanes=2))
"""For tests only: a guess costs next to nothing."""


def a_case(reference: str = "2026-0007") -> Case:
    """A small case with a row at every depth."""
    meeting = Meeting(
        id="m1", number=1, kind=MeetingKind.FAMILY_NETWORK, starts_at="2026-03-02T19:00", facilitator="joke"
    )
    for position in range(3):
        meeting.statements.append(a_statement(position))
    meeting.agreements.append(
        Agreement(
            id="a1",
            what="Oma Ans belt elke avond om acht uur.",
            owners=["ans"],
            timing=Timing(kind=TimingKind.ALWAYS),
            readiness=[Readiness(person="ans", willingness=9, confidence=8, capacity=8)],
        )
    )
    ans = Person(id="ans", name="Ans Jansen", called="oma Ans", circle=Circle.NETWORK)
    ans.contact.append(ContactDetail(kind=ContactKind.PHONE, value="06 12345678"))
    return Case(reference=reference, family_name="Jansen", people=[ans], meetings=[meeting])


def a_statement(position: int, text: str = "") -> Statement:
    """A numbered worry."""
    return Statement(
        id=f"s{position}",
        position=position,
        column=Column.DANGER,
        kind=StatementKind.HARM,
        text=text or f"Zorg nummer {position}.",
    )


def make_store(folder: Path) -> Store:
    """A new store with one case in it."""
    store, _code = Store.create(folder, PASSPHRASE, policy=CHEAP)
    with store.unit_of_work() as unit:
        unit.cases.add(a_case())
        unit.commit()
    return store


def open_store(folder: Path) -> Store:
    """The store again."""
    return Store.open(folder, PASSPHRASE, policy=CHEAP)


class LentStore:
    """A store that stays unlocked for many tests, and that each of them finds as it was made.

    For tests that are not about opening: that goes through every page, backs up, and has every statement of
    the database compiled anew, which is much of what a small test costs.
    """

    def __init__(self, made: Path) -> None:
        self._store = open_store(made)
        self._files = Places(made).live
        self._let_go()
        self._as_made = self._files.database.read_bytes()

    @contextmanager
    def lend(self) -> Iterator[Store]:
        """The store, for one test; afterwards the file is put back."""
        try:
            yield self._store
        finally:
            self._let_go()
            self._files.database.write_bytes(self._as_made)

    def close(self) -> None:
        """No more tests."""
        self._store.close()

    def _let_go(self) -> None:
        """Nothing of the database is open, so that the file alone is all there is of it."""
        for unit in list(self._store._units):
            unit.close()
        engine_of(self._store).dispose()
        assert not self._files.wal.exists(), "somebody still has the database open"


def picture(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file and folder below `folder`: bytes, time of change, rights."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
            path.stat().st_mode,
        )
        for path in [folder, *folder.rglob("*")]
    }
