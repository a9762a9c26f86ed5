"""Sentences about the store: why it does not open or save, and what a check of it found."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.codes import FindingCode, StoreState
from beraad.i18n import N_, Language

STORE_ERRORS = {
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
    "unknown_case": N_("Er is geen zaak met nummer {reference}."),
    "backup_failed": N_("Er kon geen reservekopie worden gemaakt. De zaken zelf zijn in orde."),
    "no_room_for_backup": N_(
        "De schijf met de zaken is vol: er kon geen reservekopie worden gemaakt. De zaken zelf zijn in orde. "
        "Maak ruimte."
    ),
    "migration_failed": N_(
        "De zaken konden niet naar deze versie worden gebracht. Er is niets veranderd; er ligt een "
        "reservekopie."
    ),
}
"""Sentence for each code of `store.errors`."""

_STATES = {
    StoreState.DATABASE_EMPTY: STORE_ERRORS["database_empty"],
    StoreState.DATABASE_NOT_ENCRYPTED: STORE_ERRORS["database_not_encrypted"],
    StoreState.KEY_FILE_MISSING: STORE_ERRORS["key_file_missing"],
    StoreState.KEY_FILE_DAMAGED: STORE_ERRORS["key_file_damaged"],
    StoreState.IN_USE: STORE_ERRORS["store_in_use"],
    StoreState.UNREACHABLE: N_(
        "De map met de zaken kan niet worden gelezen. Er is niets veranderd. Kijk of u erbij mag."
    ),
}

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


def state_sentence(state: StoreState, _: Language) -> str:
    """Return what is wrong with a store that cannot be unlocked, as opening it would say."""
    return _(_STATES[state])


def finding_label(code: FindingCode, facts: Mapping[str, object], _: Language) -> str:
    """Return what is wrong with a database, as a part of a sentence; "no backup" is a sentence of its own."""
    listed = {
        name: ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
        for name, value in facts.items()
    }
    return _(_FINDINGS[code]).format(**listed)
