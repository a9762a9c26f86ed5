"""`beraad list`, `beraad search` and `beraad gaps`: lists in words, or as JSON for another program."""

from __future__ import annotations

import argparse
import datetime as dt
from contextlib import closing

from beraad.paths import Folders
from beraad.verbs.case_given import case_file
from beraad.verbs.opening import unlocked
from beraad.verbs.telling import tell


def list_cases(wish: argparse.Namespace, folders: Folders) -> int:
    """Print the state of each case, and what asks for attention."""
    from beraad.services.case_list import lines_in_json, lines_in_words, listed  # noqa: PLC0415 - its own rooms

    today = dt.date.today()  # noqa: DTZ011 - the day of the user
    with unlocked(wish, folders) as vault:
        lines = listed(vault.cases().overview(), over=wish.all)
    return tell(wish, lambda: lines_in_json(lines, today), lambda: lines_in_words(lines, today))


def search_cases(wish: argparse.Namespace, folders: Folders) -> int:
    """Print where in all cases these words occur."""
    from beraad.services.search import MOST, found_in_json, found_in_words  # noqa: PLC0415 - its own rooms

    with unlocked(wish, folders) as vault:
        with closing(vault.search.catch_up()) as read:
            read()
        found = vault.search.find(" ".join(wish.words), MOST)
    return tell(wish, lambda: found_in_json(found), lambda: found_in_words(found))


def list_gaps(wish: argparse.Namespace, folders: Folders) -> int:
    """Print what is missing in a plan."""
    from beraad.services.gap_list import gap_list_of_file  # noqa: PLC0415 - its own rooms

    if path := case_file(wish):
        found = gap_list_of_file(path, wish.meeting)
    else:
        with unlocked(wish, folders) as vault:
            found = vault.cases().gaps(wish.case, wish.meeting)
    return tell(wish, found.in_json, found.in_words)
