"""Sentences for codes: what happened, what was kept, what to do; for the windows and the command line."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.codes import ActKind
from beraad.disclosure.console_views import ConsoleLeak, ConsoleRemark
from beraad.errors import BeraadError
from beraad.exchange import CaseFileError, CaseNotWritten
from beraad.i18n import N_, _, format_list, ngettext, spoken
from beraad.services.exchange_sentences import describe
from beraad.services.person_reference_sentences import reference_words
from beraad.terms import ContactKind, Remark, Strength
from beraad.words.people import detail_of

_SHOWN = 120
"""Most characters of a fact that a sentence shows."""

_ERRORS = {
    "meeting_settled": N_("Dit beraad is vastgesteld of afgezegd. Er is niets veranderd."),
    "still_needed": N_(
        "{called} kan nog niet weg. Dit hangt eraan vast: {references}. Er is niets veranderd."
    ),
    # the store
    "store_missing": N_("Hier staan nog geen zaken. Lees een zaak in of maak er een."),
    "database_gone": N_(
        "Het bestand met de zaken is weg, het sleutelbestand is er nog. Er is niets veranderd. "
        "Zet een reservekopie terug; begin niet opnieuw."
    ),
    "only_backups": N_(
        "Hier staan geen zaken, wel reservekopieën of zaken die opzij zijn gezet. Er is niets gemaakt en "
        "niets veranderd. Zet een reservekopie terug. Wilt u toch leeg beginnen? Zeg het dan met --new-store."
    ),
    "store_exists": N_("Hier staan al zaken. Er is niets veranderd. Ontgrendel ze met de wachtzin."),
    "database_empty": N_(
        "Het bestand met de zaken is leeg. Er is niets veranderd. Zet een reservekopie terug en "
        "begin niet opnieuw."
    ),
    "database_not_encrypted": N_(
        "Het bestand met de zaken is niet versleuteld; Beraad heeft het niet gemaakt. Er is niets veranderd."
    ),
    "database_damaged": N_(
        "Het bestand met de zaken is beschadigd. Er is niets veranderd. Er zijn {backups} reservekopieën."
    ),
    "database_too_new": N_(
        "Een nieuwere versie van Beraad heeft deze zaken bewaard. Er is niets veranderd. Gebruik die versie."
    ),
    "database_not_readable": N_(
        "De zaken kunnen niet worden gelezen: in het bestand staat niet wat Beraad verwacht. Er is niets "
        "veranderd. Zet een reservekopie terug."
    ),
    "key_file_missing": N_(
        "Het sleutelbestand naast de zaken ontbreekt. Er is niets veranderd. Zet het terug uit een "
        "reservekopie."
    ),
    "key_file_damaged": N_(
        "Het sleutelbestand is beschadigd. Er is niets veranderd. Zet het terug uit een reservekopie."
    ),
    "wrong_passphrase": N_("Deze wachtzin past niet. Er is niets veranderd. Probeer het nog eens."),
    "empty_passphrase": N_("Een lege wachtzin beschermt niemand. Kies een zin die u onthoudt."),
    "recovery_code_mistyped": N_(
        "In deze herstelcode zit een typefout. Kijk hem na en probeer het nog eens."
    ),
    "wrong_recovery_code": N_("Deze herstelcode hoort bij andere zaken. Er is niets veranderd."),
    "store_in_use": N_(
        "Beraad is al open met deze zaken. Er is niets veranderd. Ga naar dat venster of sluit het eerst."
    ),
    "store_not_writable": N_("In de map met de zaken kan niet worden geschreven. Er is niets veranderd."),
    "not_saved": N_("Dit is niet opgeslagen. Alles van daarvoor is bewaard. Probeer het nog eens."),
    "disk_full": N_(
        "De schijf met de zaken is vol: dit is niet opgeslagen. Alles van daarvoor is bewaard. Maak ruimte "
        "en probeer het nog eens."
    ),
    "changed_elsewhere": N_(
        "Dit is intussen ergens anders veranderd. Uw wijziging is niet opgeslagen; u ziet nu wat er staat."
    ),
    "rule_broken": N_("Dit mag niet zo worden opgeslagen. Alles van daarvoor is bewaard."),
    "saved_after_all": N_("De schijf gaf een fout, maar nagekeken: uw wijziging is toch opgeslagen."),
    "unknown_outcome": N_(
        "Het is niet zeker of dit is opgeslagen. Alles van daarvoor is bewaard. Sluit Beraad en "
        "open het opnieuw."
    ),
    "file_replaced": N_(
        "Het bestand met de zaken is buiten Beraad om vervangen, verplaatst of veranderd terwijl het open "
        "was. Beraad schrijft er niets meer in. Alles wat was opgeslagen, en wat u het laatst deed, staat "
        "in een reddingskopie: {rescue}."
    ),
    "file_replaced_unsaved": N_(
        "Het bestand met de zaken is buiten Beraad om vervangen, verplaatst of veranderd terwijl het open "
        "was. Beraad schrijft er niets meer in. Er kon ook geen reddingskopie worden gemaakt. Verander "
        "niets in de map met de zaken en vraag hulp. De reservekopieën staan in de map backups."
    ),
    "no_scratch": N_(
        "Beraad heeft voor even {megabytes} MB nodig en vindt die nergens: niet in de map voor tijdelijke "
        "bestanden en niet in de map met de zaken. Er is niets veranderd. Maak ruimte en probeer het opnieuw."
    ),
    "read_only": N_(
        "De map met de zaken is vol of kan niet worden beschreven. U kunt lezen, printen en exporteren. Wat "
        "u verandert, wordt niet bewaard."
    ),
    "passphrase_unchanged": N_(
        "Er is geen ruimte, of er kan niet worden geschreven in de map met de zaken. Er is niets veranderd: "
        "de wachtzin en de herstelcode van nu gelden nog. Maak ruimte en probeer het opnieuw."
    ),
    "passphrase_not_everywhere": N_(
        "De wachtzin is veranderd. Deze reservekopieën gaan nog met de vorige open: {backups}. Beraad "
        "probeert dat bij het ontgrendelen opnieuw."
    ),
    "edits_missing": N_(
        "Er ontbreken wijzigingen die al waren opgeslagen: {count}. Na een storing is een deel van het "
        "bestand weggeraakt, of er is een ouder bestand teruggezet. Kijk na wat er staat. Misschien staat "
        "er meer in een reservekopie, in de map backups."
    ),
    "log_set_aside": N_(
        "Naast de zaken stonden laatste wijzigingen die bij een ander bestand horen. Ze zijn niet "
        "gebruikt en opzij gezet als {file}."
    ),
    "conflict_copies": N_(
        "Naast de zaken staan dubbele bestanden van een programma dat mappen gelijk houdt: {files}. "
        "Daarin kan iets staan wat hier niet staat. Zet de map met de zaken buiten dat programma "
        "(Dropbox, OneDrive, Nextcloud, Syncthing)."
    ),
    "rescue_stands": N_(
        "Er staat nog een reddingskopie in de map met de zaken: {folders}. Daarin staat wat was "
        "opgeslagen toen het bestand werd vervangen."
    ),
    "case_missing": N_("Er is geen zaak met nummer {reference}."),
    "backup_failed": N_("Er kon geen reservekopie worden gemaakt. De zaken zelf zijn in orde."),
    "no_room_for_backup": N_(
        "De schijf met de zaken is vol: er kon geen reservekopie worden gemaakt. De zaken zelf zijn in orde. "
        "Maak ruimte."
    ),
    "migration_failed": N_(
        "De zaken konden niet naar deze versie worden gebracht. Er is niets veranderd; er ligt een "
        "reservekopie."
    ),
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
    "folder_unknown": N_("De map {folder} is er niet: zo'n gebruiker heeft deze computer niet."),
    # wishes
    "not_there": N_("Dit is er niet meer. U ziet nu wat er staat."),
    "reference_taken": N_(
        "Er is al een zaak met nummer {reference}. Er is niets ingelezen en niets veranderd."
    ),
    "unknown_case": N_("Er is geen zaak met nummer {reference}."),
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

_ACTS = {
    ActKind.DANGER_ADDED: N_("Zorg toegevoegd"),
    ActKind.DANGER_CHANGED: N_("Zorg veranderd"),
    ActKind.DANGER_REMOVED: N_("Zorg verwijderd"),
    ActKind.DANGER_MOVED: N_("Zorg verplaatst"),
    ActKind.SAFETY_ADDED: N_("Goed punt toegevoegd"),
    ActKind.SAFETY_CHANGED: N_("Goed punt veranderd"),
    ActKind.SAFETY_REMOVED: N_("Goed punt verwijderd"),
    ActKind.SAFETY_MOVED: N_("Goed punt verplaatst"),
    ActKind.NEXT_STEP_ADDED: N_("Doel of stap toegevoegd"),
    ActKind.NEXT_STEP_CHANGED: N_("Doel of stap veranderd"),
    ActKind.NEXT_STEP_REMOVED: N_("Doel of stap verwijderd"),
    ActKind.NEXT_STEP_MOVED: N_("Doel of stap verplaatst"),
    ActKind.GOAL_MADE: N_("Doel gemaakt"),
    ActKind.SCALE_ADDED: N_("Schaalvraag toegevoegd"),
    ActKind.SCALE_CHANGED: N_("Schaalvraag veranderd"),
    ActKind.SCALE_REMOVED: N_("Schaalvraag verwijderd"),
    ActKind.SCORE_GIVEN: N_("Cijfer gegeven"),
    ActKind.AGREEMENT_ADDED: N_("Afspraak toegevoegd"),
    ActKind.AGREEMENT_CHANGED: N_("Afspraak veranderd"),
    ActKind.AGREEMENT_REMOVED: N_("Afspraak verwijderd"),
    ActKind.AGREEMENT_MOVED: N_("Afspraak verplaatst"),
    ActKind.AGREEMENT_ENDED: N_("Afspraak gestopt"),
    ActKind.TIME_OUT_CHANGED: N_("Time-out veranderd"),
    ActKind.TIME_OUT_REMOVED: N_("Time-out verwijderd"),
    ActKind.EMERGENCY_ADDED: N_("Stap in het noodplan toegevoegd"),
    ActKind.EMERGENCY_CHANGED: N_("Noodplan veranderd"),
    ActKind.EMERGENCY_REMOVED: N_("Stap in het noodplan verwijderd"),
    ActKind.EMERGENCY_MOVED: N_("Stap in het noodplan verplaatst"),
    ActKind.ATTENDANCE_CHANGED: N_("Aanwezigheid veranderd"),
    ActKind.AGENDA_CHANGED: N_("Stappen veranderd"),
    ActKind.ANSWERS_SHOWN: N_("Cijfers getoond"),
    ActKind.STEP_MOVED: N_("Stap verplaatst"),
    ActKind.STEP_LEFT_OUT: N_("Stap weggelaten"),
    ActKind.STEP_ADDED: N_("Stap weer toegevoegd"),
    ActKind.NOTE_CHANGED: N_("Eigen notitie veranderd"),
    ActKind.NEXT_MEETING_CHANGED: N_("Volgende datum veranderd"),
    ActKind.MEETING_CHANGED: N_("Beraad veranderd"),
    ActKind.MODE_CHANGED: N_("Verder in één of twee kamers"),
    ActKind.CHILDS_PAPER_CHANGED: N_("Papier van een kind veranderd"),
    ActKind.PERSON_ADDED: N_("Iemand toegevoegd"),
    ActKind.PERSON_LEFT_OUT: N_("Iemand van dit beraad gehaald"),
    ActKind.PERSON_REMOVED: N_("Iemand uit de zaak verwijderd"),
    ActKind.MARKS_GIVEN: N_("Evaluatie ingevuld"),
    ActKind.CARRIED_OVER: N_("Overgenomen uit het vorige plan"),
    ActKind.PLAN_DECIDED: N_("Plan vastgesteld"),
    ActKind.ANSWERED: N_("Antwoord gegeven"),
    ActKind.SCAN_ADDED: N_("Scan toegevoegd"),
    ActKind.SCAN_REMOVED: N_("Scan weggehaald"),
    ActKind.SCAN_TURNED: N_("Blad van een scan gedraaid"),
    ActKind.DRAFT_DISCARDED: N_("Niet geplaatste tekst weggegooid"),
    ActKind.RELEASED: N_("Vrijgegeven aan de andere kamer"),
    ActKind.HIDDEN_DECIDED: N_("Gezegd waar een tekst over gaat"),
    ActKind.LET_KNOW: N_("Iemand mag een gegeven weten"),
    ActKind.READERS_CHANGED: N_("Veranderd wie een tekst mag zien"),
}

_REMARKS = {
    Remark.LABEL: N_("„{words}” zegt wat iemand is. Wat deed iemand?"),
    Remark.VAGUE: N_("„{words}” is vaag. Hoe vaak, of wat precies?"),
    Remark.LONG_SENTENCE: N_("Lange zin: {count} woorden. Maak er twee van."),
    Remark.HARD_WORD: N_("„{words}” is een moeilijk woord. Kan het gewoner?"),
    Remark.HARD_TEXT: N_("Deze tekst leest moeilijk. Kan het met kortere woorden?"),
    Remark.OTHER_TIME: N_("„{words}” is niet de tijd die erbij is gekozen. Wat klopt?"),
}

_PLACES = {
    "statements": N_("uitspraak {id}"),
    "agreements": N_("afspraak {id}"),
    "scales": N_("schaalvraag {id}"),
    "emergency": N_("noodplan, stap {id}"),
    "answers": N_("het antwoord van {id}"),
    "people": N_("de gegevens van {id}"),
    "time_out": N_("de time-out"),
    "next_meeting": N_("de volgende datum"),
}


def sentence(error: BaseException) -> str:
    """Describe an error in one or more plain sentences: what happened, what was saved, what to do."""
    if isinstance(error, CaseFileError | CaseNotWritten):
        return describe(error)
    if not isinstance(error, BeraadError):
        return _("Er ging iets mis dat Beraad niet kent. Alles wat als opgeslagen gemeld is, is bewaard.")
    if error.code == "not_valid":
        why = _NOT_VALID.get(str(error.facts.get("cause")), N_("Dit kan zo niet worden ingevuld."))
        return _(why).format_map(_Facts(error.facts))
    if error.code == "copy_leaks":
        leaks = error.facts.get("leaks")
        if isinstance(leaks, tuple) and leaks:
            return leak_sentence(leaks[0])
    code = error.code
    if code == "file_replaced" and not error.facts.get("rescue"):
        code = "file_replaced_unsaved"
    known = _ERRORS.get(code)
    if known is None:
        return _("Er ging iets mis ({code}). Alles wat als opgeslagen gemeld is, is bewaard.").format(
            code=error.code
        )
    facts = {
        name: format_list(value) if isinstance(value, list) else value for name, value in error.facts.items()
    }
    words = _(known)
    if isinstance(references := error.facts.get("references"), tuple):
        # Whole, however long: it is what there is to do.
        words = words.replace("{references}", reference_words(references))
    return words.format_map(_Facts(facts))


def leak_sentence(leak: ConsoleLeak, place: str = "") -> str:
    """Say which words of which text tell whose detail, and to whom; ask, if the leak is only possible.

    `place` is the text in words, if one can say it better than its place in the case.
    """
    told = (
        detail_of(ContactKind(leak.kind), leak.owner or "", spoken()) if leak.kind else _("een geheim woord")
    )
    words = format_list([f"„{word}”" for word in leak.words])
    if leak.strength is Strength.POSSIBLE:
        sentence = ngettext(
            "In {place} staat {words}. Gaat dat over {told}? Dat mag {reaches} niet weten.",
            "In {place} staat {words}. Gaat dat over {told}? Dat mogen {reaches} niet weten.",
            len(leak.reaches),
        )
    elif leak.words:
        sentence = ngettext(
            "In {place} staat {words}: {told}. Dat mag {reaches} niet weten.",
            "In {place} staat {words}: {told}. Dat mogen {reaches} niet weten.",
            len(leak.reaches),
        )
    else:
        sentence = ngettext(
            "In {place} staat {told}; dat mag {reaches} niet weten.",
            "In {place} staat {told}; dat mogen {reaches} niet weten.",
            len(leak.reaches),
        )
    reaches = format_list(leak.reaches)
    return sentence.format(place=place or place_words(leak.place), told=told, words=words, reaches=reaches)


def place_words(place: str) -> str:
    """Describe a path in a case: meetings/b1/emergency/2/number is the emergency plan, step 2."""
    parts = place.split("/")
    for index, part in enumerate(parts):
        if part.startswith("time_out"):
            return _(_PLACES["time_out"])
        if part in _PLACES:
            following = parts[index + 1] if index + 1 < len(parts) else ""
            return _(_PLACES[part]).format(id=following)
    return _("de kop van het plan")


def act_label(act: ActKind) -> str:
    """Return the name of an act for undo, e.g. "Zorg verwijderd"."""
    return _(_ACTS[act])


def remark_sentence(remark: ConsoleRemark) -> str:
    """Say what is remarkable in a text, and what could be done about it."""
    if remark.leak is not None:
        return leak_sentence(remark.leak, _("deze tekst"))
    return _(_REMARKS[remark.remark]).format(words=remark.words, count=remark.count)


def withheld_summary(count: int) -> str:
    """Say how many copies were withheld because of a leak."""
    return ngettext(
        "{count} exemplaar is niet gemaakt. De andere zijn wel gemaakt.",
        "{count} exemplaren zijn niet gemaakt. De andere zijn wel gemaakt.",
        count,
    ).format(count=count)


def not_watched_sentence(people: tuple[str, ...]) -> str:
    """Say that details like "geen" were saved, and are not looked for; empty if there are none."""
    if not people:
        return ""
    return _(
        "Bij {people} staat als gegeven dat er niets is, zoals „geen”. Dat is zo bewaard; het wordt niet "
        "gezocht."
    ).format(people=format_list(people))


def removed_summary(files: Sequence[str]) -> str:
    """Say which older copies were removed from the folder."""
    told = ngettext(
        "Een ouder exemplaar is uit de map gehaald: {files}.",
        "{count} oudere exemplaren zijn uit de map gehaald: {files}.",
        len(files),
    )
    return told.format(count=len(files), files=", ".join(files))


def not_home_summary(names: Sequence[str]) -> str:
    """Say whose paper waits somewhere else: it may not go home with them."""
    return _("Niet mee naar huis: {names}.").format(names=format_list(list(names)))


def unwritable_summary(words: Sequence[str]) -> str:
    """Say for which names and words paper has no letters."""
    told = _(
        "Hiervoor zijn op papier geen letters, daar staan puntjes: {words}. "
        "Schrijf in Beraad hoe het in letters is."
    )
    return told.format(words=", ".join(words))


def remarks_summary(count: int) -> str:
    """Say how many texts may tell a hidden detail; the copies were made."""
    return ngettext(
        "{count} tekst gaat misschien over een verborgen gegeven. Er is wel geprint: kijk in copies.json.",
        "{count} teksten gaan misschien over een verborgen gegeven. Er is wel geprint: kijk in copies.json.",
        count,
    ).format(count=count)


def scans_left_out(count: int) -> str:
    """Say that a case file holds no scans; empty if there are none."""
    if not count:
        return ""
    return ngettext(
        "De scan van {count} getekend papier staat er niet in; die blijft in Beraad.",
        "De scans van {count} getekende papieren staan er niet in; die blijven in Beraad.",
        count,
    ).format(count=count)


class _Facts(dict[str, object]):
    """Facts for a sentence; one that is missing or endless does not break the message about an error."""

    def __getitem__(self, name: str) -> object:
        value = super().__getitem__(name)
        return f"{value[:_SHOWN]}…" if isinstance(value, str) and len(value) > _SHOWN else value

    def __missing__(self, key: str) -> str:
        return "?"
