"""`beraad compare`: what the papers of two people betray by lying together."""

from __future__ import annotations

import argparse

from beraad.paths import Folders
from beraad.services.printing import copies_from_file
from beraad.services.side_by_side import compared
from beraad.verbs.case_given import case_file
from beraad.verbs.opening import unlocked
from beraad.verbs.telling import tell


def compare_papers(wish: argparse.Namespace, folders: Folders) -> int:
    """Print which items stand in one of two papers and not in the other."""
    if path := case_file(wish):
        found = compared(copies_from_file(path), wish.readers)
    else:
        with unlocked(wish, folders) as vault:
            found = compared(vault.printing().copies(wish.case), wish.readers)
    return tell(wish, found.in_json, found.in_words)
