"""The course of a case: its phases with their days, and the colours at their turns."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from beraad import assets
from beraad.codes import PhaseRefused
from beraad.exchange import read_case_file
from beraad.services.cases import CaseService
from beraad.services.course import PhaseWish
from beraad.services.errors import NotThere, PhaseNotPossible
from beraad.store.store import Store
from beraad.terms import Colour, ColourMoment, Phase
from tests.store.samples import CHEAP, PASSPHRASE

DE_WIT = "IT-2026-014"
TODAY = dt.date(2026, 11, 21)
SAFE = PhaseWish(Phase.MONITOR, TODAY, client_safe=True, network_safe=True, workers_safe=True)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[CaseService]:
    """De Wit, in its intensive phase since 18 September."""
    store, _code = Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    with store:
        service = CaseService(store, today=lambda: TODAY)
        service.import_file(assets.example_case("de-wit"))
        yield service


def phases(service: CaseService) -> list[tuple[Phase, dt.date | None]]:
    return [(line.phase, line.began) for line in service.course.course(DE_WIT).phases]


def refused(service: CaseService, wish: PhaseWish) -> PhaseRefused:
    before = phases(service)
    with pytest.raises(PhaseNotPossible) as told:
        service.course.move(DE_WIT, wish)
    assert phases(service) == before
    why = told.value.facts["why"]
    assert isinstance(why, PhaseRefused)
    return why


def test_a_case_goes_to_monitoring_and_the_overview_follows(service: CaseService, tmp_path: Path) -> None:
    service.course.move(DE_WIT, replace(SAFE, colour=Colour.YELLOW))
    assert phases(service) == [(Phase.INTENSIVE, dt.date(2026, 9, 18)), (Phase.MONITOR, TODAY)]
    line = service.line(DE_WIT)
    assert (line.phase, line.phase_began, line.colour) == (Phase.MONITOR, TODAY, Colour.YELLOW)
    assert service.course.course(DE_WIT).colours[-1].moment is ColourMoment.END_OF_INTENSIVE
    service.export_file(DE_WIT, tmp_path / "zaak.json")
    kept = read_case_file(tmp_path / "zaak.json").phases[-1]
    assert (kept.client_safe, kept.network_safe, kept.workers_safe, kept.why) == (True, True, True, None)


@pytest.mark.parametrize("missing", ["client_safe", "network_safe", "workers_safe"])
@pytest.mark.parametrize("answer", [None, False])
def test_where_not_everybody_finds_it_safe_enough_a_reason_is_needed(
    service: CaseService, missing: str, answer: bool | None
) -> None:
    wish = replace(SAFE, **{missing: answer})
    assert refused(service, wish) is PhaseRefused.NO_REASON
    service.course.move(DE_WIT, replace(wish, why="De wijkagent kijkt mee."))
    assert service.course.course(DE_WIT).phases[-1].why == "De wijkagent kijkt mee."


@pytest.mark.parametrize("phase", [Phase.ENDED_EARLY])
def test_to_end_early_a_reason_is_needed(service: CaseService, phase: Phase) -> None:
    assert refused(service, PhaseWish(phase, TODAY, "  ")) is PhaseRefused.NO_REASON


def test_a_case_is_closed_and_begun_again(service: CaseService) -> None:
    service.course.move(DE_WIT, replace(SAFE, phase=Phase.CLOSED))
    again = PhaseWish(Phase.INTENSIVE, TODAY, colour=Colour.ORANGE)
    assert refused(service, again) is PhaseRefused.NO_REASON
    service.course.move(DE_WIT, replace(again, why="Er was weer geweld."))
    assert [phase for phase, _began in phases(service)] == [Phase.INTENSIVE, Phase.CLOSED, Phase.INTENSIVE]
    assert service.course.course(DE_WIT).colours[-1].moment is ColourMoment.START
    assert service.line(DE_WIT).phase is Phase.INTENSIVE


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (None, PhaseRefused.NO_DAY),
        (TODAY + dt.timedelta(1), PhaseRefused.TO_COME),
        (dt.date(2026, 9, 17), PhaseRefused.BEFORE_CASE),
    ],
)
def test_a_day_that_cannot_be_is_refused(service: CaseService, on: dt.date | None, why: PhaseRefused) -> None:
    assert refused(service, replace(SAFE, on=on)) is why


def test_the_same_phase_again_is_refused(service: CaseService) -> None:
    assert refused(service, PhaseWish(Phase.INTENSIVE, TODAY, "Nog eens.")) is PhaseRefused.SAME


def test_a_wrong_day_is_corrected_but_phases_keep_their_order(service: CaseService) -> None:
    service.course.move(DE_WIT, replace(SAFE, on=dt.date(2026, 11, 10)))
    service.course.correct(DE_WIT, 1, dt.date(2026, 11, 12))
    assert phases(service)[1] == (Phase.MONITOR, dt.date(2026, 11, 12))
    for number, on, why in (
        (0, dt.date(2026, 11, 13), PhaseRefused.AFTER_LATER),
        (1, dt.date(2026, 9, 17), PhaseRefused.BEFORE_CASE),
    ):
        with pytest.raises(PhaseNotPossible) as told:
            service.course.correct(DE_WIT, number, on)
        assert told.value.facts["why"] is why
    service.course.correct(DE_WIT, 0, dt.date(2026, 10, 1))
    with pytest.raises(PhaseNotPossible) as told:
        service.course.correct(DE_WIT, 1, dt.date(2026, 9, 30))
    assert told.value.facts["why"] is PhaseRefused.BEFORE_EARLIER
    with pytest.raises(NotThere):
        service.course.correct(DE_WIT, 2, TODAY)
