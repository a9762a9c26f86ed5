"""Scans of signed papers, attached to the answers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from beraad.codes import ActKind
from beraad.disclosure.proof import scan_of
from beraad.models import Answer, Meeting, Scan
from beraad.services.errors import NotThere, NotValid, TooManyPages
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.rows import in_order

MOST_PAGES = 10
"""Most pages of one scan."""


class Scans:
    """Service that attaches pages to an answer on paper, returns them, and removes them."""

    def __init__(self, open_rows: OpenRows) -> None:
        self._open = open_rows

    def add(self, person: str, pages: Sequence[bytes]) -> int:
        """Attach pages (JPEG) after those already there; return how many there are now.

        Raises NotThere if this person answered nothing on paper, NotValid without a page, TooManyPages.
        """
        if not pages:
            raise NotValid(field="pages", cause="missing")
        open_rows, answer = self._open, self._on_paper(person)
        named = {hashlib.sha256(page).hexdigest(): page for page in pages}
        before = scan_of(open_rows.meeting, answer)
        # The very same page twice is one page: a file that was chosen again by mistake.
        shown = list(dict.fromkeys((*before, *named)))
        if len(shown) > MOST_PAGES:
            raise TooManyPages(count=len(shown), most=MOST_PAGES)
        with open_rows.act(ActKind.SCAN_ADDED) as meeting:
            open_rows.add_pages(named)
            self._put(meeting, answer, shown)
        return len(shown)

    def turn(self, person: str, number: int, page: bytes) -> int:
        """Replace page `number` (from 0) by `page`, its turned version; return how many pages there are.

        Raises NotThere.
        """
        answer = self._on_paper(person)
        shown = list(scan_of(self._open.meeting, answer))
        identity = hashlib.sha256(page).hexdigest()
        if not 0 <= number < len(shown) or identity in shown:
            raise NotThere(id=person)
        shown[number] = identity
        with self._open.act(ActKind.SCAN_TURNED) as meeting:
            self._open.add_pages({identity: page})
            self._put(meeting, answer, shown)
        return len(shown)

    def _put(self, meeting: Meeting, answer: Answer, shown: list[str]) -> None:
        scan = Scan(person=answer.person, digest=answer.digest, added_at=self._open.now(), pages=shown)
        meeting.scans = [*(item for item in meeting.scans if item.person != answer.person), scan]
        in_order(meeting.scans)

    def remove(self, person: str) -> None:
        """Remove all pages; until the meeting is left, undo brings them back. Raises NotThere."""
        if not scan_of(self._open.meeting, self._on_paper(person)):
            raise NotThere(id=person)
        with self._open.act(ActKind.SCAN_REMOVED) as meeting:
            meeting.scans = [item for item in meeting.scans if item.person != person]
            in_order(meeting.scans)

    def pages(self, person: str) -> tuple[bytes, ...]:
        """Return the pages attached to somebody's answer, as JPEG, for the facilitator. Raises NotThere."""
        shown = scan_of(self._open.meeting, self._on_paper(person))
        stored = self._open.read_pages(shown)
        if not shown or len(stored) < len(shown):
            raise NotThere(id=person)
        return tuple(stored[identity] for identity in shown)

    def _on_paper(self, person: str) -> Answer:
        for answer in self._open.meeting.answers:
            if answer.person == person and answer.on_paper:
                return answer
        raise NotThere(id=person)
