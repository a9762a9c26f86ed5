"""Folders of the program on this computer, and replacement of a file as a whole."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from beraad.errors import BeraadError

_NAME = "beraad"
_LONGEST_STEM = 60
_TOLD_APART = re.compile("[a-z]|_[0-9a-f]{12}$")
"""Stems that are equal to another where a file system ignores case, or that look like one with a digest."""


class FolderUnknown(BeraadError):
    """A folder is in the home of a user who does not exist: fact `folder`."""

    code = "folder_unknown"


@dataclass(frozen=True)
class Folders:
    """Folders of one user's data, settings and logs. They are created by `make` only."""

    data: Path
    settings: Path

    @classmethod
    def find(cls, data: Path | str | None = None) -> "Folders":
        """Return the platform's folders, or with `data` (the option `--data`) that one folder for everything.

        Raises FolderUnknown for the home of an unknown user.
        """
        if data is not None:
            chosen = in_home(Path(data)).absolute()
            return cls(data=chosen, settings=chosen)
        import platformdirs  # noqa: PLC0415 - nobody who names a folder needs it

        return cls(
            data=platformdirs.user_data_path(_NAME, appauthor=False),
            settings=platformdirs.user_config_path(_NAME, appauthor=False),
        )

    @property
    def logs(self) -> Path:
        """Folder of the log files."""
        return self.data / "logs"

    @property
    def settings_file(self) -> Path:
        """File with the user's settings; it holds nothing of any case but references."""
        return self.settings / "settings.json"

    def make(self) -> None:
        """Create the folders, readable by this user alone; OSError if that is not possible."""
        for folder in (self.data, self.settings, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def in_home(path: Path) -> Path:
    """Return the path with a leading `~` replaced by a home. Raises FolderUnknown for an unknown user."""
    try:
        return path.expanduser()
    except RuntimeError:
        # Python finds no user of that name, or no home.
        raise FolderUnknown(folder=str(path)) from None


def file_stem(reference: str) -> str:
    """Return the start of the names of a case's files, unique for each reference on any file system.

    A reference of ASCII capitals, digits, `-` and `_` is used as it is. In any other, characters that a file
    system may refuse become `-`, and a digest of the whole is added: 2026/014 and 2026-014, it-1 and IT-1
    differ.
    """
    plain = re.sub("[^A-Za-z0-9_-]", "-", reference)
    if plain == reference and 0 < len(plain) <= _LONGEST_STEM and not _TOLD_APART.search(plain):
        return plain
    import hashlib  # noqa: PLC0415 - few references need it

    digest = hashlib.sha256(reference.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{plain[:_LONGEST_STEM] or 'case'}_{digest[:12]}"


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` whole and durably, or leave the old file untouched and raise OSError.

    The new file is written beside the old one, synced, and then renamed over it; only its owner can read it.
    """
    import tempfile  # noqa: PLC0415 - until something is written nobody needs it

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder, so that they survive a power cut. Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
