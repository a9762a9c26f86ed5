"""Ways in which somebody swaps the files of a database that is open, and what must be found afterwards."""

import shutil
from collections.abc import Callable
from pathlib import Path

from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.restoring import newest_backup
from tests.store.samples import open_store

Swap = Callable[[Places], None]


def backup_of(places: Places) -> Vault:
    """The newest backup."""
    backup = newest_backup(places)
    assert backup is not None
    return backup


def another_file(places: Places) -> None:
    """As a program that synchronises does it: written beside, and renamed over."""
    new = places.live.folder / ".beraad.db.tmp"
    shutil.copyfile(backup_of(places).database, new)
    new.rename(places.live.database)


def written_over(places: Places) -> None:
    """As `cp` does it: the same file, other contents."""
    with places.live.database.open("r+b") as file:
        content = backup_of(places).database.read_bytes()
        file.write(content)
        file.truncate(len(content))


def another_folder(places: Places) -> None:
    """As the manual said it: the folder put aside, a backup in its place."""
    places.live.folder.rename(places.data / "database oud")
    shutil.copytree(backup_of(places).folder, places.live.folder)


def folder_away(places: Places) -> None:
    """Put aside, and nothing in its place."""
    places.live.folder.rename(places.data / "database oud")


def file_away(places: Places) -> None:
    """Removed."""
    places.live.database.unlink()


def log_away(places: Places) -> None:
    """The write-ahead log removed."""
    places.live.wal.unlink()


def another_log(places: Places) -> None:
    """A log of before in the place of the one that is written."""
    new = places.live.folder / ".log.tmp"
    new.write_bytes(places.live.wal.read_bytes()[:8192])
    new.rename(places.live.wal)


SWAPS: tuple[Swap, ...] = (
    another_file,
    written_over,
    another_folder,
    folder_away,
    file_away,
    log_away,
    another_log,
)


def numbers_in(folder: Path) -> list[int]:
    """The numbers of the worries in a store, after seeing that none is half."""
    with open_store(folder) as store, store.unit_of_work() as unit:
        case = unit.cases.get("2026-0007")
        numbers = [row.position for row in case.meetings[0].statements]
        assert numbers == list(range(len(numbers)))
        assert case.municipality in (None, str(numbers[-1]))
        return numbers


def rescued_in(rescue: Path, aside: Path) -> list[int]:
    """The same, of a rescue copy as a data folder of its own: with the key file that lies beside it."""
    shutil.copytree(rescue, Places(aside).live.folder)
    return numbers_in(aside)
