"""`beraad export` and `beraad check`: a case from the store, and the store itself."""

from __future__ import annotations

import argparse

from beraad import terminal
from beraad.i18n import _, ngettext
from beraad.paths import Folders
from beraad.services.checking import check_sentences
from beraad.services.sentences import scans_left_out
from beraad.services.vault import Vault
from beraad.verbs import OK, TROUBLE
from beraad.verbs.opening import unlocked
from beraad.verbs.passphrase import passphrase


def export_case(wish: argparse.Namespace, folders: Folders) -> int:
    """Write a case file."""
    with unlocked(wish, folders) as vault:
        scans = vault.cases().export_file(wish.reference, wish.out)
    terminal.say(_("Zaak {reference} staat in {file}.").format(reference=wish.reference, file=wish.out))
    if scans:
        terminal.say(scans_left_out(scans))
    return OK


def check(wish: argparse.Namespace, folders: Folders) -> int:
    """Read every page of the store and its backups; change nothing but the overview, if asked."""
    vault = Vault(folders.data)
    vault.look_to_check()
    given = passphrase(wish)
    report = vault.check(given)
    for line in check_sentences(report):
        terminal.say(line)
    if not report.sound:
        return TROUBLE
    if wish.rebuild:
        _rebuild(vault, given)
    return OK


def _rebuild(vault: Vault, passphrase: str) -> None:
    vault.unlock(passphrase)
    try:
        count = vault.cases().rebuild_overview()
    finally:
        vault.lock()
    made = ngettext(
        "Het overzicht is opnieuw gemaakt: {count} zaak.",
        "Het overzicht is opnieuw gemaakt: {count} zaken.",
        count,
    )
    terminal.say(made.format(count=count))
