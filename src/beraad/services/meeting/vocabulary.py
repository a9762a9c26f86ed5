"""Words that are right in this case, though no dictionary has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.models import Case
from beraad.services.meeting.open_rows import OpenRows

_WORD = re.compile(r"[^\W\d_]+")


class Vocabulary:
    """Names, places, and the words that the facilitator added. For the facilitator alone."""

    def __init__(self, open_rows: OpenRows) -> None:
        self._open = open_rows

    def words(self) -> frozenset[str]:
        """Return each word in lower case; a name of two words gives both."""
        case = self._open.case
        found = {word.casefold() for text in _texts(case) for word in _WORD.findall(text)}
        return frozenset(found | {word.casefold() for word in case.known_words})

    def add(self, word: str) -> None:
        """Save a word with the case; raises what `UnitOfWork.commit` raises."""
        with self._open.beside():
            case = self._open.case
            if word not in case.known_words:
                case.known_words = [*case.known_words, word]


def _texts(case: Case) -> Iterator[str]:
    yield case.family_name
    yield case.municipality or ""
    for person in case.people:
        yield person.name
        yield person.called
        yield person.relation or ""
        yield person.organisation or ""
        for detail in person.contact:
            yield detail.value
        for whom in person.may_call:
            yield whom.called or ""
    for meeting in case.meetings:
        yield meeting.place or ""
