"""`beraad export` and `beraad check`: a case from the store, and the store itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from beraad import terminal
from beraad.codes import FindingCode
from beraad.i18n import _, ngettext, spoken
from beraad.paths import Folders
from beraad.services.vault import Vault
from beraad.store.sqlite.check import DatabaseReport, Report
from beraad.verbs import OK, TROUBLE
from beraad.verbs.opening import unlocked
from beraad.verbs.passphrase import passphrase
from beraad.words.case_file import scans_left_out
from beraad.words.store import finding_label

_READABLE = frozenset({FindingCode.KEY_FILE, FindingCode.FOREIGN_LOG})
"""Findings with which all cases can still be read."""


def export_case(wish: argparse.Namespace, folders: Folders) -> int:
    """Write a case file."""
    with unlocked(wish, folders) as vault:
        scans = vault.cases().export_file(wish.reference, wish.out)
    terminal.say(_("Zaak {reference} staat in {file}.").format(reference=wish.reference, file=wish.out))
    if scans:
        terminal.say(scans_left_out(scans, spoken()))
    return OK


def check(wish: argparse.Namespace, folders: Folders) -> int:
    """Read every page of the store and its backups; change nothing but the overview, if asked."""
    vault = Vault(folders.data)
    vault.look_to_check()
    given = passphrase(wish)
    report = vault.check(given)
    for line in _told(report):
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


def _told(report: Report) -> Iterator[str]:
    """Yield a line for the database and for each backup, and what to do."""
    yield _line(_("De zaken"), report.database)
    for backup in report.backups:
        yield _line(_("Reservekopie {name}").format(name=backup.name), backup)
    if report.no_backups is not None:
        yield finding_label(report.no_backups, {}, spoken())
    if report.sound:
        yield _("Alles is in orde. Er is niets veranderd.")
    elif report.database.sound and report.no_backups is not None:
        yield _("De zaken zijn in orde. Er is niets veranderd.")
    elif report.database.sound:
        yield _("De zaken zijn in orde, een reservekopie niet. Er is niets veranderd.")
    elif all(finding.code in _READABLE for finding in report.database.findings):
        yield _("De zaken zijn te lezen, maar niet alles is in orde. Er is niets veranderd.")
    elif not any(backup.readable for backup in report.backups):
        yield _(
            "De zaken zijn beschadigd, en geen reservekopie is in orde. Er is niets veranderd. Vraag hulp."
        )
    else:
        yield _(
            "De zaken zijn beschadigd. Er is niets veranderd. Ga verder met een reservekopie die in orde is."
        )


def _line(name: str, report: DatabaseReport) -> str:
    pages = ngettext("{count} bladzijde", "{count} bladzijden", report.pages).format(count=report.pages)
    if report.sound:
        return _("{name}: {pages} gelezen, in orde.").format(name=name, pages=pages)
    found = "; ".join(finding_label(item.code, item.facts, spoken()) for item in report.findings)
    return _("{name}: {pages} gelezen, niet in orde: {found}.").format(name=name, pages=pages, found=found)
