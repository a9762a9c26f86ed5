"""Finds the copies that were printed for somebody before, in the folder where a new one comes."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

LIST = "copies.json"
_LONGEST_LIST = 1_000_000


def read_list(folder: Path) -> Mapping[str, Any]:
    """Return the list of the last printing in `folder`; empty if there is none, or it cannot be read."""
    try:
        if (folder / LIST).stat().st_size > _LONGEST_LIST:
            return {}
        content = json.loads((folder / LIST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


class OlderCopies:
    """Copies of a case from earlier printings: an outdated one can send somebody to a wrong door.

    A copy is known by its name, which holds the case and the number of the person, or by the list beside it:
    the number of a person moves when somebody before is taken out of the case.
    """

    def __init__(self, folder: Path, reference: str, stem: str) -> None:
        self._folder, self._stem = folder, stem
        known = read_list(folder)
        self._listed = known.get("copies") if known.get("reference") == reference else None

    def remove(self, person: str, number: int, new: Collection[str]) -> tuple[str, ...]:
        """Remove this person's copies that are not among the `new` ones; return the names of those removed.

        Raises OSError.
        """
        gone = []
        for name in sorted({*self._named(number), *self._listed_for(person)} - {*new}):
            path = self._folder / name
            if path.is_file():
                path.unlink()
                gone.append(name)
        return tuple(gone)

    def _named(self, number: int) -> Iterator[str]:
        ours = self._pattern(f"{number:02d}")
        return (path.name for path in self._folder.iterdir() if ours.fullmatch(path.name))

    def _listed_for(self, person: str) -> Iterator[str]:
        any_number = self._pattern(r"\d{2,}")
        for item in self._listed if isinstance(self._listed, list) else ():
            if isinstance(item, dict) and item.get("person") == person:
                name = item.get("file")
                if isinstance(name, str) and any_number.fullmatch(name):
                    yield name

    def _pattern(self, number: str) -> re.Pattern[str]:
        day = r"(?:\d{4}-\d\d-\d\d|concept)"
        return re.compile(rf"{re.escape(self._stem)}_{number}(?:_kaart|_wissel)?_{day}\.pdf")
