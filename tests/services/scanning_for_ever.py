"""Lays pages behind an answer and takes them away again, saying each after it was kept, until it is killed.

Run as a program: the data folder. It says `+2` where a second page lies there, `-` where all was taken away.
"""

import sys
from pathlib import Path

from beraad.services.meeting import MeetingService
from beraad.terms import Decision
from tests.scanned import jpeg
from tests.services.conftest import HADDAD
from tests.services.forking import fork_for_each_line, say
from tests.store.samples import open_store

PAGES = [jpeg(number, (620, 877)) for number in range(6)]


def main() -> None:
    """Begin, and go on."""
    store = open_store(Path(sys.argv[1]))
    service = MeetingService(store, HADDAD, "b1")
    there = next((item.scanned for item in service.answers() if item.person == "yousef"), 0)
    if not there:
        service.deciding.answer("yousef", Decision.AGREE, on_paper=True)
    else:
        service.scans.remove("yousef")
    say("-")
    while True:
        for number, page in enumerate(PAGES, start=1):
            service.scans.add("yousef", [page])
            say(f"+{number}")
        service.scans.remove("yousef")
        say("-")


if __name__ == "__main__":
    fork_for_each_line(main)
