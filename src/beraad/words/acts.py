"""Words for the acts on a case."""

from __future__ import annotations

from beraad.codes import ActKind
from beraad.i18n import N_, Language

_ACTS = {
    ActKind.CASE_IMPORTED: N_("Zaak ingelezen"),
    ActKind.COLOUR_GIVEN: N_("Kleur gegeven"),
    ActKind.SECRETS_CHANGED: N_("Geheime woorden veranderd"),
    ActKind.WORKERS_CHANGED: N_("Vaste hulpverleners veranderd"),
    ActKind.PERSON_CHANGED: N_("Gegevens van iemand veranderd"),
    ActKind.LETTERS_CHOSEN: N_("Gezegd hoe een naam geschreven wordt"),
    ActKind.MEETING_PLANNED: N_("Beraad gepland"),
    ActKind.MEETING_CALLED_OFF: N_("Beraad afgezegd"),
    ActKind.MEETING_RESTORED: N_("Beraad gaat toch door"),
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
"""Name of each act that undo takes back."""


def act_label(act: ActKind, _: Language) -> str:
    """Return the name of an act for undo, e.g. "Zorg verwijderd"."""
    return _(_ACTS[act])
