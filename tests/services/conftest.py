"""A store that costs next to nothing to unlock, with the example cases in it; a clock that is set by hand."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from beraad import assets
from beraad.services.acts import Act, Acts
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from tests.store.samples import CHEAP, PASSPHRASE, LentStore

DE_WIT, HADDAD = "IT-2026-014", "IT-2026-021"


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = dt.datetime.fromisoformat("2026-11-19T10:00:00")

    def __call__(self) -> dt.datetime:
        """The local time."""
        return self.now

    def later(self, **span: int) -> None:
        """Move on."""
        self.now += dt.timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    """A Thursday morning."""
    return Clock()


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LentStore]:
    """The example cases, read in once; who borrows it finds it so."""
    folder = tmp_path_factory.mktemp("cases")
    opened, _code = Store.create(folder / "data", PASSPHRASE, policy=CHEAP)
    with opened:
        for name in ("de-wit", "haddad"):
            path = folder / f"{name}.json"
            path.write_bytes(assets.example_case(name).read_bytes())
            CaseService(opened).import_file(path)
    lent = LentStore(folder / "data")
    yield lent
    lent.close()


@pytest.fixture
def store(made_once: LentStore) -> Iterator[Store]:
    """An open store with the example cases, as they were read in."""
    with made_once.lend() as lent:
        yield lent


@pytest.fixture
def cases(store: Store) -> CaseService:
    """The cases of the store."""
    return CaseService(store, today=lambda: dt.date(2026, 11, 19))


Opened = Callable[..., MeetingService]


@pytest.fixture
def opened(store: Store, clock: Clock) -> Iterator[Opened]:
    """Opens a meeting, by default the second of De Wit; all are closed afterwards."""
    services: list[MeetingService] = []

    def open_meeting(reference: str = DE_WIT, meeting: str = "b2", *, half: int | None = 1) -> MeetingService:
        """Where two rooms ask for it, `half` is here; None: nobody said so yet."""
        services.append(MeetingService(store, reference, meeting, clock))
        if half is not None and services[-1].asks_half:
            services[-1].show_half(half)
        return services[-1]

    yield open_meeting
    for service in services:
        service.close()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[Act]:
    """Every act from here on, where all of them come by."""
    acts: list[Act] = []
    keep = Acts._keep

    def listen(*given: Any) -> Act:
        acts.append(keep(*given))
        return acts[-1]

    monkeypatch.setattr(Acts, "_keep", listen)
    return acts


@pytest.fixture
def same_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each new row gets the id `snew`, `anew` or `vnew`: a case file may use an id again."""
    monkeypatch.setattr("beraad.services.rows.secrets.token_hex", lambda _bytes: "new")
