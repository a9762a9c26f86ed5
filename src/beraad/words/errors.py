"""Sentences for errors: what happened, what was kept, what to do."""

from __future__ import annotations

from collections.abc import Callable

from beraad.codes import PhaseRefused
from beraad.errors import BeraadError
from beraad.i18n import N_, Language
from beraad.words.case_file import not_written_sentence, refused_sentence
from beraad.words.course import phase_refused
from beraad.words.references import reference_words
from beraad.words.remarks import Leak, leak_sentence
from beraad.words.store import STORE_ERRORS

_SHOWN = 120
"""Most characters of a fact that a sentence shows."""

_WISHES = {
    "meeting_settled": N_("Dit beraad is vastgesteld of afgezegd. Er is niets veranderd."),
    "still_needed": N_(
        "{called} kan nog niet weg. Dit hangt eraan vast: {references}. Er is niets veranderd."
    ),
    "not_there": N_("Dit is er niet meer. U ziet nu wat er staat."),
    "reference_taken": N_(
        "Er is al een zaak met nummer {reference}. Er is niets ingelezen en niets veranderd."
    ),
    "unknown_person": N_("In deze zaak is niemand met de code „{person}”."),
    "no_meeting": N_("Deze zaak heeft nog geen beraad. Plan eerst een beraad."),
    "unknown_meeting": N_("Deze zaak heeft geen beraad „{meeting}”."),
    "owner_cannot_see": N_(
        "{called} doet mee aan deze afspraak en moet hem kunnen zien. Er is niets veranderd. "
        "Laat {called} meelezen of kies iemand anders."
    ),
    "must_be_ended": N_(
        "Deze afspraak stond al in een plan of is al nagekeken. Haal hem niet weg, maar zet hem op gestopt: "
        "dan zegt het plan dat hij niet meer telt."
    ),
    "plan_has_gaps": N_(
        "Het plan is nog niet compleet. Vul aan wat ontbreekt, of schrijf op waarom het zo mag."
    ),
    "plan_not_agreed": N_(
        "Het plan is nog niet vastgesteld. Stel het eerst vast; daarna kan iedereen antwoorden."
    ),
    "scan_unreadable": N_(
        "{file} kan niet worden geopend. Er is niets toegevoegd. Kijk of het bestand er nog is, en kies het "
        "opnieuw."
    ),
    "no_scan": N_(
        "{file} is geen scan die Beraad kan lezen. Er is niets toegevoegd. Kies een pdf, of een foto als "
        "JPEG, PNG, TIFF of WebP."
    ),
    "scan_damaged": N_(
        "{file} is beschadigd of niet compleet. Er is niets toegevoegd. Scan het blad opnieuw, of vraag het "
        "bestand nog eens."
    ),
    "scan_locked": N_(
        "{file} is een pdf met een wachtwoord. Er is niets toegevoegd. Sla hem op zonder wachtwoord, of scan "
        "het blad opnieuw."
    ),
    "scan_too_big": N_(
        "{file} is groter dan {most} MB. Er is niets toegevoegd. Scan het blad opnieuw, met 150 of 300 dpi."
    ),
    "scan_too_fine": N_(
        "{file} heeft meer dan {most} miljoen beeldpunten. Er is niets toegevoegd. Scan het blad opnieuw, "
        "met 150 of 300 dpi."
    ),
    "too_many_pages": N_(
        "Een scan kan hooguit {most} bladen hebben; dit zijn er {count}. Er is niets toegevoegd. Scan alleen "
        "de bladen waarop is getekend."
    ),
    "not_in_this_room": N_(
        "{called} zit niet in deze kamer. Kies eerst boven in het venster welke groep er nu is."
    ),
    "copy_leaks": N_("Dit kan niet worden getoond: in de tekst staat iets wat deze persoon niet mag weten."),
}
"""Sentence for each code of `services.errors`."""

_COMPUTER = {
    "passphrases_differ": N_("De twee wachtzinnen zijn niet gelijk. Er is niets gemaakt."),
    "passphrase_unreadable": N_("Het bestand met de wachtzin, {file}, kan niet worden gelezen."),
    "passphrase_broken": N_(
        "In deze wachtzin staan tekens die hier niet goed doorkomen. Er is niets veranderd. Zet de wachtzin "
        "in een bestand en gebruik --passphrase-file."
    ),
    "no_terminal": N_(
        "Hier kan geen wachtzin worden gevraagd. Er is niets veranderd. Zet de wachtzin in een bestand en "
        "gebruik --passphrase-file."
    ),
    "no_display": N_(
        "Er is hier geen beeldscherm dat Beraad kan gebruiken. Er is niets veranderd. Start Beraad op een "
        "computer met een scherm, of gebruik een opdracht die geen scherm nodig heeft: zie beraad --help."
    ),
    "not_printed": N_(
        "De printer nam {printed} van de {total} exemplaren aan. Kijk de printer na en print de rest."
    ),
    "folder_unknown": N_("De map {folder} is er niet: zo'n gebruiker heeft deze computer niet."),
}
"""Sentence for each code of trouble with the computer, and with what was typed on the command line."""

_SENTENCES = STORE_ERRORS | _WISHES | _COMPUTER

_NOT_VALID = {
    "missing": N_("Dit veld kan niet leeg blijven."),
    "unwritable": N_("Ook hiervoor zijn op papier geen letters. Schrijf het met de letters a tot en met z."),
    "placeholder": N_(
        "Hier staat dat er niets is. Laat deze regel dan weg: Beraad zou dit woord anders overal zoeken."
    ),
    "out_of_range": N_("Dit getal kan niet."),
    "end_before_start": N_("De einddatum ligt voor de begindatum."),
    "not_between": N_("Deze dag kan niet: kies een dag vanaf het vaststellen tot en met vandaag."),
    "kind_in_wrong_column": N_("Deze soort hoort in een andere kolom."),
    "too_long": N_("Deze tekst is te lang voor dit veld. Maak hem korter."),
    "too_many": N_("Meer dan {most} mensen kunnen niet in een zaak staan."),
    "broken_character": N_("In deze tekst staat een half teken, dat niet te bewaren is. Typ het opnieuw."),
    "not_a_date": N_("Dit is geen datum."),
    "not_a_local_time": N_("Dit is geen datum met een tijd."),
    "not_a_time": N_("Dit is geen tijd. Schrijf bijvoorbeeld 20:00."),
}
"""Sentence for each `cause` of a value that is not allowed."""


def sentence(error: BaseException, _: Language) -> str:
    """Return one or more plain sentences about an error: what happened, what was saved, what to do."""
    if not isinstance(error, BeraadError):
        return _("Er ging iets mis dat Beraad niet kent. Alles wat als opgeslagen gemeld is, is bewaard.")
    if of_its_own := _OF_THEIR_OWN.get(error.code):
        return of_its_own(error, _)
    if known := _SENTENCES.get(error.code):
        return _filled_in(known, error, _)
    unknown = _("Er ging iets mis ({code}). Alles wat als opgeslagen gemeld is, is bewaard.")
    return unknown.format(code=error.code)


def _not_valid(error: BeraadError, _: Language) -> str:
    why = _NOT_VALID.get(str(error.facts.get("cause")), N_("Dit kan zo niet worden ingevuld."))
    return _(why).format_map(_Facts(error.facts))


def _copy_leaks(error: BeraadError, _: Language) -> str:
    leaks = error.facts.get("leaks")
    if isinstance(leaks, tuple) and leaks and isinstance(leaks[0], Leak):
        return leak_sentence(leaks[0], _)
    return _filled_in(_SENTENCES["copy_leaks"], error, _)


def _file_replaced(error: BeraadError, _: Language) -> str:
    code = "file_replaced" if error.facts.get("rescue") else "file_replaced_unsaved"
    return _filled_in(_SENTENCES[code], error, _)


def _phase_not_possible(error: BeraadError, _: Language) -> str:
    why = error.facts.get("why")
    return phase_refused(why, _) if isinstance(why, PhaseRefused) else str(why)


_OF_THEIR_OWN: dict[str, Callable[[BeraadError, Language], str]] = {
    "calendar_not_written": not_written_sentence,
    "case_file_refused": refused_sentence,
    "case_not_written": not_written_sentence,
    "copy_leaks": _copy_leaks,
    "file_replaced": _file_replaced,
    "not_valid": _not_valid,
    "phase_not_possible": _phase_not_possible,
}
"""Functions for the codes of which the sentence depends on a fact."""


def _filled_in(known: str, error: BeraadError, _: Language) -> str:
    facts = {
        name: _.listed(value) if isinstance(value, list) else value for name, value in error.facts.items()
    }
    words = _(known)
    if isinstance(references := error.facts.get("references"), tuple):
        # Whole, however long: it is what there is to do.
        words = words.replace("{references}", reference_words(references, _))
    return words.format_map(_Facts(facts))


class _Facts(dict[str, object]):
    """Facts for a sentence; one that is missing or endless does not break the message about an error."""

    def __getitem__(self, name: str) -> object:
        value = super().__getitem__(name)
        return f"{value[:_SHOWN]}…" if isinstance(value, str) and len(value) > _SHOWN else value

    def __missing__(self, key: str) -> str:
        return "?"
