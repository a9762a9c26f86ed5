"""`beraad gaps`: what is missing in a plan."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from beraad.i18n import _, spoken
from beraad.paths import Folders
from beraad.services.gap_list import GapList, gap_list_of_file
from beraad.verbs.case_given import case_file
from beraad.verbs.opening import unlocked
from beraad.verbs.telling import tell
from beraad.words.gaps import gap_sentence


def list_gaps(wish: argparse.Namespace, folders: Folders) -> int:
    """Print what is missing in a plan, also what was let stand.

    As JSON: a list of objects with `gap`, `subject`, `people` (ids) and `reason` (null: not let stand).
    """
    if path := case_file(wish):
        found = gap_list_of_file(path, wish.meeting)
    else:
        with unlocked(wish, folders) as vault:
            found = vault.cases().gaps(wish.case, wish.meeting)
    items = [
        {"gap": gap.gap.value, "subject": gap.subject, "people": list(gap.people), "reason": gap.reason}
        for gap in found.gaps
    ]
    return tell(wish, items, _in_words(found))


def _in_words(found: GapList) -> Iterator[str]:
    """Yield a sentence per gap, with the reason if it may stand; one sentence if there is none."""
    for gap in found.gaps:
        words = gap_sentence(gap.gap, gap.text, [found.names[person] for person in gap.people], spoken())
        because = _("{gap} (mag zo, want: {reason})")
        yield because.format(gap=words, reason=gap.reason) if gap.reason else words
    if not found.gaps:
        yield _("In dit plan ontbreekt niets.")
