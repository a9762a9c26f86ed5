"""Describes in plain words the result of reading every page of the store."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.codes import FindingCode
from beraad.i18n import N_, _, ngettext
from beraad.store.sqlite.check import DatabaseReport, Finding, Report

_FINDINGS = {
    FindingCode.BAD_PAGES: N_("beschadigde bladzijden: {pages}"),
    FindingCode.UNREADABLE: N_("niet te lezen: afgekapt of aan het begin beschadigd"),
    FindingCode.STRUCTURE: N_("de bladzijden zijn heel, maar passen niet bij elkaar ({count} keer)"),
    FindingCode.BROKEN_REFERENCES: N_("er zijn verwijzingen naar iets wat er niet is"),
    FindingCode.MISSING: N_("er is geen bestand met zaken"),
    FindingCode.EMPTY: N_("het bestand is leeg"),
    FindingCode.FOREIGN_LOG: N_("het bestand ernaast met de laatste wijzigingen is er geen van Beraad"),
    FindingCode.NO_BACKUPS: N_("Er is geen reservekopie. Bij het ontgrendelen maakt Beraad er een."),
    FindingCode.BACKUPS_BLOCKED: N_(
        "Er is geen reservekopie: waar de map „backups” hoort, staat iets anders, of die map is niet te "
        "lezen. Zolang dat zo is, maakt Beraad er geen."
    ),
    FindingCode.FORMER_KEY: N_(
        "gaat nog open met een vorige wachtzin of herstelcode; bij het ontgrendelen wordt dat hersteld"
    ),
    FindingCode.EDITS_MISSING: N_("er ontbreken wijzigingen die al waren opgeslagen: {count}"),
    FindingCode.KEY_FILE: N_("het sleutelbestand ontbreekt of is beschadigd"),
}

_READABLE = frozenset({FindingCode.KEY_FILE, FindingCode.FOREIGN_LOG})
"""Findings with which all cases can still be read."""


def check_sentences(report: Report) -> Iterator[str]:
    """Yield a line for the database and for each backup, and what to do."""
    yield _line(_("De zaken"), report.database)
    for backup in report.backups:
        yield _line(_("Reservekopie {name}").format(name=backup.name), backup)
    if report.no_backups is not None:
        yield _(_FINDINGS[report.no_backups])
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
    found = "; ".join(map(_found, report.findings))
    return _("{name}: {pages} gelezen, niet in orde: {found}.").format(name=name, pages=pages, found=found)


def _found(finding: Finding) -> str:
    facts = {
        name: ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
        for name, value in finding.facts.items()
    }
    return _(_FINDINGS[finding.code]).format(**facts)
