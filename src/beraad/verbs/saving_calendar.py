"""`beraad calendar`: moments of cases for a calendar program."""

from __future__ import annotations

import argparse

from beraad import terminal
from beraad.i18n import ngettext, spoken
from beraad.paths import Folders
from beraad.verbs import OK
from beraad.verbs.opening import unlocked


def save_calendar(wish: argparse.Namespace, folders: Folders) -> int:
    """Write a calendar into a file or a folder, of the cases that are named, else of all."""
    with unlocked(wish, folders) as vault:
        count = vault.cases().save_calendar(wish.out, wish.references, spoken())
    told = ngettext("{count} moment staat in {out}.", "{count} momenten staan in {out}.", count)
    terminal.say(told.format(count=count, out=wish.out))
    return OK
