"""Words for what a plan or an agreement still lacks."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.i18n import N_, Language
from beraad.terms import Gap, Lack, Lamp

_LABELS = {
    Gap.UNCOVERED_DANGER: N_("bij iets waar we bang voor zijn hoort nog geen afspraak"),
    Gap.UNCOVERED_BOTTOM_LINE: N_("bij een bodemeis hoort nog geen afspraak"),
    Gap.NO_ASKER: N_("een bodemeis van niemand"),
    Gap.NO_TEXT: N_("een afspraak zonder woorden"),
    Gap.NO_OWNER: N_("een afspraak van niemand"),
    Gap.NO_CHECK: N_("niet afgesproken wie er kijkt"),
    Gap.NOT_ACCEPTED: N_("iemand heeft nog geen ja gezegd"),
    Gap.READINESS_UNKNOWN: N_("niet gevraagd of iemand het wil en kan"),
    Gap.READINESS_LOW: N_("een laag cijfer, en niet gezegd wat helpt"),
    Gap.NO_DATE: N_("een afspraak zonder datum"),
    Gap.NO_END: N_("een afspraak zonder einde"),
    Gap.ENDS_BEFORE_START: N_("een einde dat voor het begin ligt"),
    Gap.NO_FALLBACK: N_("niet afgesproken wat we doen als het niet lukt"),
    Gap.CHILD_CARRIES_SAFETY: N_("een kind heeft een taak in de veiligheid"),
    Gap.CHILD_CHECKS: N_("een kind kijkt of iets lukt"),
    Gap.CHILD_FALLBACK: N_("een kind doet iets als het niet lukt"),
    Gap.CHILD_IN_EMERGENCY: N_("een kind heeft een taak in het noodplan"),
    Gap.CHILD_TAKES_TIME_OUT: N_("een kind neemt de time-out"),
    Gap.ONLY_FEARED_LEFT: N_("als het misgaat, is alleen iemand over voor wie we bang zijn"),
    Gap.NUMBER_DIFFERS: N_("een nummer dat niet van die persoon is"),
    Gap.NO_CONTACT_NUMBER: N_("iemand heeft geen nummer van de vaste contactpersoon"),
    Gap.CHILD_CALLS_FEARED: N_("een kind mag iemand bellen voor wie we bang zijn"),
    Gap.NOT_REVIEWED: N_("iets uit het vorige plan is nog niet besproken"),
}
_SENTENCES = {
    Gap.UNCOVERED_DANGER: N_("Bij deze zorg hoort nog geen afspraak: „{text}”"),
    Gap.UNCOVERED_BOTTOM_LINE: N_("Bij deze bodemeis hoort nog geen afspraak: „{text}”"),
    Gap.NO_ASKER: N_("Niet gezegd wie deze bodemeis stelt: „{text}”"),
    Gap.NO_TEXT: N_("Een afspraak heeft nog geen woorden"),
    Gap.NO_OWNER: N_("Niemand doet deze afspraak: „{text}”"),
    Gap.NO_CHECK: N_("Niet afgesproken hoe we het merken en wie er kijkt: „{text}”"),
    Gap.NOT_ACCEPTED: N_("Nog geen ja van {people} tegen: „{text}”"),
    Gap.READINESS_UNKNOWN: N_("Nog geen cijfers voor willen en kunnen van {people}: „{text}”"),
    Gap.READINESS_LOW: N_("Een laag cijfer van {people}, en niet gezegd wat helpt: „{text}”"),
    Gap.NO_DATE: N_("Niet afgesproken vanaf wanneer of hoe vaak: „{text}”"),
    Gap.NO_END: N_("Niet afgesproken tot wanneer: „{text}”"),
    Gap.ENDS_BEFORE_START: N_("Het einde ligt voor het begin: „{text}”"),
    Gap.NO_FALLBACK: N_("Niet afgesproken wat we doen als het niet lukt: „{text}”"),
    Gap.CHILD_CARRIES_SAFETY: N_("Een kind draagt hier de veiligheid ({people}): „{text}”"),
    Gap.CHILD_CHECKS: N_("Een kind moet hier kijken of het lukt ({people}): „{text}”"),
    Gap.CHILD_FALLBACK: N_("Als het niet lukt, moet een kind iets doen ({people}): „{text}”"),
    Gap.CHILD_IN_EMERGENCY: N_("Een kind heeft een taak in het noodplan ({people}): „{text}”"),
    Gap.CHILD_TAKES_TIME_OUT: N_("Een kind neemt de time-out ({people})"),
    Gap.ONLY_FEARED_LEFT: N_(
        "Als het misgaat, is er alleen nog iemand voor wie we bang zijn ({people}): „{text}”"
    ),
    Gap.NUMBER_DIFFERS: N_("Dit nummer is niet van {people}: „{text}”"),
    Gap.NO_CONTACT_NUMBER: N_(
        "Op het exemplaar van {people} staat geen nummer van {text}, de vaste contactpersoon"
    ),
    Gap.CHILD_CALLS_FEARED: N_(
        "{text} mag {people} bellen, en van {people} kan gevaar komen. Zonder reden staat {people} "
        "niet op het papier van {text}"
    ),
    Gap.NOT_REVIEWED: N_("Uit het vorige plan nog niet besproken: „{text}”"),
}
_LACKS = {
    Lack.NO_TEXT: N_("Wat precies?"),
    Lack.NO_OWNER: N_("Wie doet het?"),
    Lack.OWNER_NOT_AT_TABLE: N_("Wie het doet, zit niet aan tafel."),
    Lack.NO_MEASURE: N_("Hoe merken de anderen het?"),
    Lack.NO_CHECKER: N_("Wie kijkt het na?"),
    Lack.NOT_ACCEPTED: N_("Nog niet iedereen zei ja."),
    Lack.READINESS_UNKNOWN: N_("Hoe bereid, zeker en in staat is wie het doet?"),
    Lack.LOW_WITHOUT_HELP: N_("Een laag cijfer: wat helpt?"),
    Lack.NO_START: N_("Vanaf wanneer?"),
    Lack.NO_END: N_("Tot wanneer?"),
    Lack.ENDS_BEFORE_START: N_("Het einde ligt voor het begin."),
    Lack.NO_RULE: N_("Hoe vaak?"),
    Lack.NO_FALLBACK: N_("Wat als het niet lukt?"),
}
_LAMPS = {
    Lamp.SPECIFIC: N_("Wat precies, en wie?"),
    Lamp.MEASURABLE: N_("Hoe zien de anderen dat het gebeurt?"),
    Lamp.ACCEPTED: N_("Zei iedereen van wie het is zelf ja?"),
    Lamp.REALISTIC: N_("Willen, durven en kunnen zij het?"),
    Lamp.TIMED: N_("Vanaf wanneer, tot wanneer, hoe vaak?"),
}


def gap_label(code: str, _: Language) -> str:
    """Return the words for the code of a gap that was let stand; an unknown code is returned as it is."""
    return _(_LABELS[Gap(code)]) if code in set(Gap) else code


def gap_sentence(gap: Gap, text: str, people: Sequence[str], _: Language) -> str:
    """Return a sentence about what is missing, in which text, and for whom (names as in the plan)."""
    return _(_SENTENCES[gap]).format(text=text, people=_.listed(people) if people else "")


def lack_label(lack: Lack, _: Language) -> str:
    """Return what one agreement still lacks, as a question."""
    return _(_LACKS[lack])


def lamp_title(lamp: Lamp, _: Language) -> str:
    """Return the question that a lamp of SMART stands for."""
    return _(_LAMPS[lamp])
