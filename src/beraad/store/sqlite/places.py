"""Paths of the store's files, below the data folder."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

BACKUP_NAME = re.compile(r"(?P<number>\d{6})-(?P<commits>\d+)-(?P<made>\d{8}T\d{6}Z)", re.ASCII)
"""Backup name: number (a wrong clock changes no order), commits the database had seen, time made."""

RESCUED = "rescued"
"""Prefix of the folders with rescue copies, made when somebody swapped the open database."""


@dataclass(frozen=True)
class Vault:
    """Folder with one database and its key file: the live one, or one backup."""

    folder: Path

    @property
    def database(self) -> Path:
        """Path of the encrypted database."""
        return self.folder / "beraad.db"

    @property
    def wal(self) -> Path:
        """Path of the write-ahead log; it exists while the database is open, or after a crash."""
        return self.folder / "beraad.db-wal"

    @property
    def shm(self) -> Path:
        """Path of the index of the write-ahead log."""
        return self.folder / "beraad.db-shm"

    def set_log_aside(self) -> list[Path]:
        """Rename the write-ahead log with its index, so that no file is opened with it. Raises OSError."""
        mark = secrets.token_hex(4)
        there = [path for path in (self.wal, self.shm) if path.exists()]
        return [path.rename(path.with_name(f"{path.name}.left-{mark}")) for path in there]

    @property
    def key_file(self) -> Path:
        """Path of the file with the wrapped data key."""
        return self.folder / "beraad.key"

    @property
    def count_file(self) -> Path:
        """Path of the file with the number of commits the database has seen, counted outside of it."""
        return self.folder / "beraad.count"

    @property
    def lock_file(self) -> Path:
        """Path of the file that a running program locks so that a second one is told."""
        return self.folder / "beraad.lock"


@dataclass(frozen=True)
class Places:
    """Places of the store in the data folder."""

    data: Path

    @property
    def live(self) -> Vault:
        """Database that is worked in."""
        return Vault(self.data / "database")

    @property
    def backups(self) -> Path:
        """Folder with one folder (a `Vault`) for each rolling backup."""
        return self.data / "backups"

    @property
    def backup_folders(self) -> list[Path]:
        """Folders with a backup's name, oldest first, whatever is in them."""
        if not self.backups.is_dir():
            return []
        return sorted(path for path in self.backups.iterdir() if BACKUP_NAME.fullmatch(path.name))

    @property
    def remains(self) -> list[Path]:
        """Databases beside the live one: in backups, and in folders that somebody put aside."""
        beside = [path for path in self.data.glob("*/beraad.db") if path.parent != self.live.folder]
        found = [*beside, *self.backups.glob("*/beraad.db")]
        return [path for path in found if not path.parent.name.startswith(".")]
