"""Sentences about a case file: why it was refused or could not be written, and what it does not hold."""

from __future__ import annotations

import errno

from beraad.codes import Cause
from beraad.errors import BeraadError
from beraad.i18n import N_, Language

_WHY = {
    Cause.MISSING_FILE: N_("dit bestand is er niet"),
    Cause.NOT_A_FILE: N_("dit is een map of iets anders, en geen gewoon bestand"),
    Cause.UNREADABLE: N_("dit bestand kan niet worden geopend; misschien mag u het niet lezen"),
    Cause.TOO_LARGE: N_("het is groter dan {limit} MB, en zo groot is een zaak nooit"),
    Cause.EMPTY: N_("het bestand is leeg"),
    Cause.NOT_UTF8: N_("regel {line}, teken {column} is geen tekst in UTF-8"),
    Cause.NOT_JSON: N_("regel {line}, teken {column} is geen geldige JSON"),
    Cause.CUT_OFF: N_("het stopt halverwege, op regel {line}, teken {column}; een deel ontbreekt"),
    Cause.TOO_DEEP: N_("er zitten te veel lijsten in elkaar; zo is een zaak nooit opgebouwd"),
    Cause.NOT_AN_OBJECT: N_("het is JSON, maar geen zaak"),
    Cause.WRONG_FORMAT: N_("het is geen zaak van Beraad, want bij „{place}” staat niet „beraad-case”"),
    Cause.WRONG_VERSION: N_("bij „{place}” staat {value}, en die versie heeft nooit bestaan"),
    Cause.NEWER_VERSION: N_("bij „{place}” staat {value}; dit programma is ouder en leest versie 1 en 2"),
    Cause.MISSING_KEY: N_("„{place}” ontbreekt"),
    Cause.UNKNOWN_KEY: N_("„{place}” hoort niet in een zaak"),
    Cause.DOUBLE_KEY: N_("„{place}” staat er twee keer"),
    Cause.WRONG_TYPE: N_("bij „{place}” moet {expected} staan"),
    Cause.TOO_LOW: N_("bij „{place}” staat {value}; dat moet minstens {limit} zijn"),
    Cause.TOO_HIGH: N_("bij „{place}” staat {value}; dat mag hoogstens {limit} zijn"),
    Cause.TOO_MANY: N_("bij „{place}” staat te veel; het mogen er hoogstens {limit} zijn"),
    Cause.TOO_LONG: N_(
        "bij „{place}” staat een tekst van {value} tekens; dat mogen er hoogstens {limit} zijn"
    ),
    Cause.NO_NAME: N_("bij „{place}” staat niets; daar moet een naam of nummer staan"),
    Cause.NOT_A_NUMBER: N_("bij „{place}” staat NaN of Infinity, en dat is geen getal"),
    Cause.NUMBER_TOO_LARGE: N_("het getal bij „{place}” is te groot"),
    Cause.NOT_A_DATE: N_("bij „{place}” staat „{value}”, en dat is geen bestaande datum (jjjj-mm-dd)"),
    Cause.NOT_A_LOCAL_TIME: N_(
        "bij „{place}” staat „{value}”, en dat is geen plaatselijke tijd (jjjj-mm-ddTuu:mm, zonder tijdzone)"
    ),
    Cause.NOT_A_TIME: N_("bij „{place}” staat „{value}”, en dat is geen tijd (uu:mm)"),
    Cause.NOT_A_PERSON_ID: N_(
        "bij „{place}” staat „{value}”; dat mogen kleine letters, cijfers, - en _ zijn, hoogstens 40"
    ),
    Cause.NOT_A_GROUP: N_(
        "bij „{place}” staat „{value}”; dat moet everyone, professionals, facilitator, een lijst "
        "of everyone_but met een lijst zijn"
    ),
    Cause.NOT_A_STROKE: N_("bij „{place}” staat geen handtekening: lijsten van [x, y], elk van 0 tot 1"),
    Cause.BROKEN_CHARACTER: N_("bij „{place}” staat een half teken, dat niet te bewaren is"),
    Cause.UNKNOWN_VALUE: N_("bij „{place}” staat „{value}”; dat moet een van deze zijn: {allowed}"),
    Cause.UNKNOWN_PERSON: N_("bij „{place}” staat „{value}”, en zo iemand is er niet in deze zaak"),
    Cause.UNKNOWN_STATEMENT: N_("bij „{place}” staat „{value}”, en zo'n uitspraak is er niet in deze zaak"),
    Cause.UNKNOWN_AGREEMENT: N_("bij „{place}” staat „{value}”, en zo'n afspraak is er niet in deze zaak"),
    Cause.UNKNOWN_ORIGIN: N_(
        "bij „{place}” staat „{value}”, en zo'n uitspraak of afspraak is er niet in deze zaak"
    ),
    Cause.UNKNOWN_SCALE: N_("bij „{place}” staat „{value}”, en zo'n schaalvraag is er niet in deze zaak"),
    Cause.UNKNOWN_MEETING: N_("bij „{place}” staat „{value}”, en zo'n beraad is er niet in deze zaak"),
    Cause.NOT_UNIQUE: N_("bij „{place}” staat „{value}” voor de tweede keer"),
}
_EXPECTED = {
    "text": N_("tekst"),
    "whole_number": N_("een heel getal"),
    "yes_or_no": N_("true of false"),
    "list": N_("een lijst"),
    "object": N_("een object met { }"),
}
_NOT_WRITTEN = {
    "ENOSPC": N_("de schijf van die map is vol"),
    "EDQUOT": N_("de schijf van die map is vol"),
    "ENOENT": N_("die map is er niet"),
    "ENOTDIR": N_("die map is er niet"),
    "EEXIST": N_("daar staat een bestand, en geen map"),
    "ENAMETOOLONG": N_("die naam is te lang"),
    "EACCES": N_("u mag daar niets opslaan"),
    "EPERM": N_("u mag daar niets opslaan"),
    "EROFS": N_("u mag daar niets opslaan"),
    "EISDIR": N_("er is al een map met die naam"),
}


def refused_sentence(error: BeraadError, _: Language) -> str:
    """Return why a case file was refused (code `case_file_refused`): which file, where, and why."""
    facts = dict(error.facts)
    cause = Cause(str(facts["cause"]))
    if cause is Cause.TOO_LARGE:
        facts["limit"] = int(str(facts["limit"])) // 1_000_000
    if "expected" in facts:
        facts["expected"] = _(_EXPECTED[str(facts["expected"])])
    why = _(_WHY[cause]).format(**facts)
    return _("„{file}” is niet ingelezen: {why}.").format(file=error.facts.get("file", ""), why=why)


def not_written_sentence(error: BeraadError, _: Language) -> str:
    """Return why a file could not be written (codes `case_not_written` and `calendar_not_written`)."""
    why = _why_not_written(str(error.facts["reason"]), _)
    return _("„{file}” is niet opgeslagen: {why}.").format(file=error.facts["file"], why=why)


def why_not_written(error: OSError, _: Language) -> str:
    """Return why something could not be written, as a part of a sentence."""
    return _why_not_written(errno.errorcode.get(error.errno or 0, ""), _)


def scans_left_out(count: int, _: Language) -> str:
    """Return the sentence that a case file holds no scans; empty if there are none."""
    if not count:
        return ""
    return _.ngettext(
        "De scan van {count} getekend papier staat er niet in; die blijft in Beraad.",
        "De scans van {count} getekende papieren staan er niet in; die blijven in Beraad.",
        count,
    ).format(count=count)


def _why_not_written(symbol: str, _: Language) -> str:
    return _(_NOT_WRITTEN.get(symbol, N_("het opslaan lukte niet")))
