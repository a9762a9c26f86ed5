"""What is kept of every case, and what the room sees: the same before and after, where nothing was done."""

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QApplication

from beraad.exchange.writing import write_case
from beraad.services.vault import Vault
from beraad.store.sqlite.places import Places
from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from tests.inside import store_in

_LAST: dict[str, Any] = {}
"""What was read at the last time, and the bytes that it was read from."""


@dataclass(frozen=True)
class Kept:
    """Each case as its file would be, by reference; and the wall, where there is a meeting."""

    cases: dict[str, bytes]
    wall: object

    @classmethod
    def now(cls, vault: Vault, *, drafts: bool = True) -> "Kept":
        """Of this moment. Of a store that is locked nothing is kept anew, so nothing is read."""
        cases = cases_of(vault)
        return cls(cases if drafts else {name: without_drafts(case) for name, case in cases.items()}, wall())

    def differs(self, later: "Kept") -> list[str]:
        """What became different, in words."""
        found = [f"case {name}" for name in later.cases if later.cases[name] != self.cases.get(name)]
        return found + (["wall"] if self.wall != later.wall else [])


def cases_of(vault: Vault) -> dict[str, bytes]:
    """Every case, as its file; read anew unless not a byte on disk is another than at the last time."""
    store = store_in(vault)
    if store is None:
        return {}
    live = Places(vault.folder).live
    on_disk = tuple(path.read_bytes() for path in (live.database, live.wal) if path.exists())
    if _LAST.get("bytes") != on_disk:
        with store.unit_of_work() as work:
            cases = {name: write_case(work.cases.get(name)) for name in work.cases.references()}
        _LAST.update(bytes=on_disk, cases=cases)
    return dict(_LAST["cases"])


def wall() -> object:
    """What the room sees of the meeting that is open."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and isinstance(window.page, MeetingPage):
            return window.page.model.wall_view, window.page.wall.frozen
    return None


def without_drafts(case: bytes) -> bytes:
    """The file without what was typed and not placed: undo leaves that as it is."""
    document = json.loads(case)
    for meeting in document["meetings"]:
        meeting.pop("drafts", None)
    return json.dumps(document).encode()
