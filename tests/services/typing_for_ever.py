"""Types a draft on, letter by letter, and says how long it is after each was kept, until it is killed.

Run as a program: the data folder.
"""

import sys
from pathlib import Path

from beraad.places import Place
from beraad.services.meeting import KeptDraft, MeetingService
from tests.services.conftest import HADDAD
from tests.services.forking import fork_for_each_line, say
from tests.store.samples import open_store

PLACE = Place.parse("statements/new/danger/text")


def main() -> None:
    """Begin, and go on."""
    service = MeetingService(open_store(Path(sys.argv[1])), HADDAD, "b1")
    draft = service.drafts.at(PLACE)
    length = len(draft.text) if draft else 0
    while True:
        length += 1
        service.drafts.keep(KeptDraft(PLACE, "x" * length))
        say(str(length))


if __name__ == "__main__":
    fork_for_each_line(main)
