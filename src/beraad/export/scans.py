"""Scans of the sheets signed on paper: the last pages of the copy for the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from beraad.disclosure.views import PlanView, ProofLineView
from beraad.export import timing
from beraad.export.document import Block, Emphasis, Line, NewPage, Prose, Sheet, Span
from beraad.export.sections import line
from beraad.i18n import Language
from beraad.words.answers import outdated_label, signed_on_paper_label


def scanned_sheets(view: PlanView, scanned: Mapping[str, bytes], _: Language) -> Iterator[Block]:
    """Yield each scanned page on a page of its own, in the order of the proof.

    `scanned` gives the JPEG by its SHA-256.
    """
    for item in view.proof.lines if view.proof else ():
        for number, identity in enumerate(item.scan, start=1):
            title = _("Getekend door {name}, blad {number} van {count}").format(
                name=item.person.called, number=number, count=len(item.scan)
            )
            words = _about(item, _)
            yield NewPage()
            if jpeg := scanned.get(identity):
                yield Sheet(title, words, jpeg)
            else:
                yield Prose((words, line(_("Dit blad is niet gevonden."), Emphasis.STRONG)), title)


def _about(item: ProofLineView, _: Language) -> Line:
    """Return when it was signed, and the code that must be at the foot of the right copy."""
    said = [signed_on_paper_label(_)]
    if item.answered_at:
        said = [_("op papier getekend, {day}").format(day=timing.day_of(item.answered_at, _))]
    if item.outdated:
        said.append(outdated_label(_))
    else:
        said.append(_("onderaan het papier hoort te staan: Plan {code}-…").format(code=item.code))
    return (Span(" · ".join(said), Emphasis.SOFT),)
