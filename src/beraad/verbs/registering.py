"""`beraad register`: the papers of a case that were handed out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from beraad.i18n import _, format_date_short, spoken
from beraad.paths import Folders
from beraad.services.register import PaperLine
from beraad.verbs.opening import unlocked
from beraad.verbs.telling import tell
from beraad.words.register import paper_label, place_label, state_label


def list_papers(wish: argparse.Namespace, folders: Folders) -> int:
    """Print every paper in the register of a case, the oldest first.

    As JSON: a list of objects with `person` (an id), `version` (as that reader counts them), `code` (at the
    foot of the paper), `day` (an ISO date, or null), `where` and `state` (codes).
    """
    with unlocked(wish, folders) as vault:
        papers = vault.cases().register.papers(wish.case)
    items = [
        {
            "person": paper.person,
            "version": paper.version,
            "code": paper.code,
            "day": paper.on.isoformat() if paper.on else None,
            "where": paper.where.value,
            "state": paper.state.value,
        }
        for paper in papers
    ]
    return tell(wish, items, _in_words(papers))


def _in_words(papers: Sequence[PaperLine]) -> Iterator[str]:
    """Yield a line per paper, or one sentence if there is none."""
    for paper in papers:
        parts = (
            paper.called,
            paper_label(paper, spoken()),
            paper.code,
            format_date_short(paper.on) if paper.on else "",
            place_label(paper, spoken()),
            state_label(paper, spoken()),
            _("oud: haal dit papier terug") if paper.old and paper.is_out else "",
        )
        yield " · ".join(part for part in parts if part)
    if not papers:
        yield _("Er is nog niets uitgedeeld.")
