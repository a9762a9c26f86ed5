"""History of scale questions over the meetings of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from beraad.disclosure.views import AskedView, HistoryView, PersonView, ScoreView
from beraad.models import Case, Meeting
from beraad.models.threads import askings


def scales_over_meetings(
    case: Case, meeting: Meeting, people: Mapping[str, PersonView]
) -> Iterator[HistoryView]:
    """Yield the questions that were asked, in the same words, at two meetings or more up to `meeting`.

    The result holds everybody's numbers. The caller decides beforehand who may have it.
    """
    for asked in askings(case, meeting):
        last = asked[-1][1]
        views = tuple(
            AskedView(
                held.number,
                held.day,
                tuple(
                    ScoreView(people[score.person], score.value)
                    for score in scale.scores
                    if score.value is not None and not score.declined
                ),
            )
            for held, scale in asked
        )
        if len(views) > 1:
            yield HistoryView(last.question, last.zero, last.ten, views)
