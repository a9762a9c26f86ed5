"""Number of papers of a case that must come back, and that must still be given, by its register."""

from __future__ import annotations

from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import LeakSearch
from beraad.models import Case, Meeting, Person
from beraad.models.calling import feared_in
from beraad.services.agreed_plan import with_plan_of
from beraad.services.held_back import leaks_of, leaks_on_paper
from beraad.terms import Paper, PaperState


def papers_out(case: Case, plan_of: Case, plan: Meeting, search: LeakSearch | None) -> tuple[int, int]:
    """Return how many old papers are out, and how many readers lack the paper that counts.

    `plan` is the plan in force as it was agreed, in its case `plan_of`. Nobody lacks a paper where
    nothing was ever handed out by the register: this case does not use it.
    """
    if not case.handed_papers:
        return 0, 0
    shown = Disclosure(plan_of, plan, search, feared=feared_in(case), as_agreed=with_plan_of)
    now: dict[tuple[str, bool], int] = {}
    for person in plan_of.people:
        now[person.id, False] = shown.paper(person.id).view.version
        if card := shown.card(person.id):
            now[person.id, True] = card.view.version
    out = [row for row in case.handed_papers if row.state == PaperState.OUT]
    # A card that there is no more is old, whatever its version.
    counts = [row for row in out if row.version >= now.get((row.person, bool(row.card)), row.version + 1)]
    given = {(row.person, bool(row.card)) for row in counts}
    lacking = sum(
        not {key for key in now if key[0] == item.person} <= given
        for item in plan.participants
        if _gets_paper(shown, plan_of.person(item.person))
    )
    return len(out) - len(counts), lacking


def _gets_paper(shown: Disclosure, person: Person | None) -> bool:
    """Return True if printing makes a copy for somebody."""
    if person is None or person.paper == Paper.NO:
        return False
    return not leaks_of(shown, leaks_on_paper(shown, person), person)
