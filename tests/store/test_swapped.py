"""A file that is swapped while it is open is noticed before anything is called saved, and nothing is lost."""

import itertools
import os
import random
import shutil
import signal
import threading
from pathlib import Path
from typing import IO

import pytest

from beraad.store.errors import FileReplaced
from beraad.store.sqlite import watch
from beraad.store.sqlite.places import Places
from beraad.store.unit_of_work import UnitOfWork
from tests.store.samples import a_statement, open_store
from tests.store.swaps import SWAPS, Swap, another_file, numbers_in, rescued_in
from tests.store.test_kills import committing

CHANCE = random.Random(20261130)


@pytest.fixture
def places(data: Path) -> Places:
    return Places(data)


def add(unit: UnitOfWork) -> int:
    """Keep one more numbered worry; gives its number."""
    case = unit.cases.get("2026-0007")
    number = len(case.meetings[0].statements)
    case.meetings[0].statements.append(a_statement(number))
    case.municipality = str(number)
    unit.commit()
    return number


def files(places: Places) -> dict[str, bytes]:
    """What is at the path; the log's index changes with every reader."""
    live = places.live
    return {path.name: path.read_bytes() for path in (live.database, live.key_file) if path.exists()}


@pytest.mark.parametrize("swap", SWAPS)
def test_an_edit_after_a_swap_is_not_called_saved_and_is_in_the_rescue_copy(
    swap: Swap, places: Places, data: Path, tmp_path: Path
) -> None:
    with open_store(data) as store, store.unit_of_work() as unit:
        add(unit)
        swap(places)
        swapped = files(places)
        with pytest.raises(FileReplaced) as caught:
            add(unit)
        assert files(places) == swapped
        rescue = Path(str(caught.value.facts["rescue"]))
        assert rescue.parent == data
        with pytest.raises(FileReplaced) as again:
            add(unit)
        assert again.value.facts == caught.value.facts
        with pytest.raises(FileReplaced):
            store.unit_of_work()
        assert [path.name for path in data.glob("rescued-*")] == [rescue.name]
        assert {path.name: path.stat().st_mode & 0o777 for path in rescue.iterdir()} == {
            "beraad.db": 0o600,
            "beraad.key": 0o600,
        }
    assert rescued_in(rescue, tmp_path / "aside") == [0, 1, 2, 3, 4]
    if swap.__name__ != "log_away":
        # Where the log alone is gone, closing puts into the file what it held: it is still ours.
        assert files(places) == swapped
    if places.live.database.exists() and swap.__name__ != "another_log":
        # As another program finds it: this one keeps open what it must not close.
        there = Path(shutil.copytree(data, tmp_path / "there"))
        assert numbers_in(there) in ([0, 1, 2], [0, 1, 2, 3, 4])


@pytest.mark.parametrize("swap", SWAPS)
def test_a_swap_at_the_moment_of_the_commit_is_noticed_too(
    swap: Swap, places: Places, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(data) as store, store.unit_of_work() as unit:
        add(unit)
        look, times = watch.FileWatch.look, itertools.count()

        def meanwhile(watched: watch.FileWatch) -> watch.Change | None:
            if next(times) == 1:  # before the commit nothing was amiss
                swap(places)
            return look(watched)

        monkeypatch.setattr(watch.FileWatch, "look", meanwhile)
        with pytest.raises(FileReplaced) as caught:
            add(unit)
    assert rescued_in(Path(str(caught.value.facts["rescue"])), tmp_path / "aside") == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("swap", SWAPS)
def test_a_swap_without_an_edit_is_noticed_by_looking_and_by_backing_up(
    swap: Swap, places: Places, data: Path, tmp_path: Path
) -> None:
    with open_store(data) as store:
        with store.unit_of_work() as unit:
            add(unit)
            add(unit)
        assert store.look() is None
        swap(places)
        found = store.look()
        assert found is not None
        with pytest.raises(FileReplaced):
            store.back_up()
    assert rescued_in(Path(str(found.facts["rescue"])), tmp_path / "aside") == [0, 1, 2, 3, 4]


def test_a_store_that_nobody_touches_goes_on(
    data: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: commits, checkpoints, readings, backups and a second unit raise no alarm."""
    monkeypatch.setattr(watch, "LONG_LOG", 100_000)
    sizes = {places.live.database.stat().st_size}
    with open_store(data) as store, store.unit_of_work() as unit:
        for number in range(3, 30):
            unit.cases.get("2026-0007").meetings[0].statements.append(a_statement(number, "x" * 3_900))
            unit.commit()
            assert store.look() is None
            sizes.add(places.live.database.stat().st_size)
            if number % 9 == 0:
                store.back_up()
                with store.unit_of_work() as other:
                    other.cases.get("2026-0007").family_name = f"De Vries {number}"
                    other.commit()
                unit.rollback()
    assert len(sizes) > 2, "the log was copied into the file meanwhile"
    assert not list(data.glob("rescued-*"))


def test_without_looking_the_edit_is_called_saved_and_lost(
    places: Places, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what the product did."""
    monkeypatch.setattr(watch.FileWatch, "look", lambda _watch: None)
    with open_store(data) as store, store.unit_of_work() as unit:
        another_file(places)
        number = add(unit)
    places.live.wal.unlink(missing_ok=True)
    assert number not in numbers_in(data)


def test_what_cannot_be_saved_beside_the_database_goes_home(
    places: Places, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    with open_store(data) as store, store.unit_of_work() as unit:
        add(unit)
        data.rename(tmp_path / "weg")
        with pytest.raises(FileReplaced) as caught:
            add(unit)
    rescue = Path(str(caught.value.facts["rescue"]))
    assert rescue.parent == home
    assert rescued_in(rescue, tmp_path / "aside") == [0, 1, 2, 3, 4]


def test_where_no_copy_can_be_made_that_is_said(
    places: Places, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise OSError(28, "no")

    monkeypatch.setattr("beraad.store.sqlite.rescue.copy_database", fail)
    with open_store(data) as store, store.unit_of_work() as unit:
        another_file(places)
        with pytest.raises(FileReplaced) as caught:
            add(unit)
    assert caught.value.facts["rescue"] == ""
    assert list(places.live.folder.glob("beraad.db-wal.left-*")), "what was committed is not thrown away"


def swapped_under(
    wishes: IO[str], answers: IO[str], folder: Path, swap: Swap, *, watched: bool
) -> tuple[int, str]:
    """Swap under a program that goes on saving: the last number it said, and where the rescue copy is."""
    last, rescue, child, swapped_at = 2, "", 0, 0
    wanted = 2 + CHANCE.choice([1, 2, 5, 12])
    wishes.write(f"{folder}\n")
    wishes.flush()
    for line in answers:
        word, _, rest = line.strip().partition(" ")
        if word == "ended":
            break
        if word == "child":
            child = int(rest)
        elif word == "rescued":
            rescue = rest
        else:
            last = int(word)
        if last >= wanted and not swapped_at:
            threading.Event().wait(CHANCE.random() * 0.004)
            swap(Places(folder))
            swapped_at = last
        elif not watched and child and swapped_at and last > swapped_at + 20:
            os.kill(child, signal.SIGKILL)
            child = 0
    return last, rescue


def lost_by_swaps(data: Path, tmp_path: Path, swaps: tuple[Swap, ...], *arguments: str) -> int:
    """After how many of the swaps an acknowledged edit is in no store that anybody is told of."""
    lost = 0
    with committing(data, *arguments) as (wishes, answers):
        for turn, swap in enumerate(swaps):
            folder = Path(shutil.copytree(data, tmp_path / f"turn{turn}"))
            last, rescue = swapped_under(wishes, answers, folder, swap, watched=not arguments)
            if rescue:
                found = rescued_in(Path(rescue), aside := tmp_path / f"aside{turn}")
                shutil.rmtree(aside)
            else:
                found = numbers_in(folder)
            lost += last not in found
            shutil.rmtree(folder)
    return lost


@pytest.mark.slow
def test_no_acknowledged_edit_is_lost_by_a_swap(data: Path, tmp_path: Path) -> None:
    assert lost_by_swaps(data, tmp_path, SWAPS) == 0


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_no_acknowledged_edit_is_lost_by_many_swaps(data: Path, tmp_path: Path) -> None:
    assert lost_by_swaps(data, tmp_path, SWAPS * 30) == 0


def test_edits_said_without_looking_are_seen_to_be_lost(data: Path, tmp_path: Path) -> None:
    """The control: this harness notices a loss."""
    assert lost_by_swaps(data, tmp_path, (another_file, another_file), "unwatched") == 2


def test_a_look_of_another_thread_waits_while_the_log_is_copied(data: Path) -> None:
    seen: list[object] = []
    with open_store(data) as store, store.unit_of_work() as unit:
        add(unit)
        guard = store._guard
        looking = threading.Thread(target=lambda: seen.append(guard.look()))

        class Copying:
            """The connection, in the middle of copying the log."""

            def execute(self, words: str) -> object:
                done = unit.raw.execute(words)
                looking.start()
                looking.join(0.2)
                return done

        guard._watch.log_is_long = True
        guard.kept(0, Copying())
        looking.join()
        assert seen == [None]
        assert store.look() is None
