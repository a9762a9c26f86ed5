"""What the guide tells the facilitator at each step: questions to ask aloud, and one thing to mind."""

from __future__ import annotations

from beraad.i18n import N_, _
from beraad.terms import Step

_PROMPTS: dict[Step, tuple[str, ...]] = {
    Step.WELCOME: (
        N_("Wie zijn er, en wat hoop je dat er vandaag lukt?"),
        N_("Wat heb jij nodig om hier vrij te kunnen praten?"),
        N_("Wat doen we als de spanning oploopt?"),
    ),
    Step.WORRIES: (
        N_("Wat heb je zelf gezien of gehoord?"),
        N_("Wie was erbij? Wat gebeurde er daarna?"),
        N_("Waar ben je het meest bang voor als er niets verandert?"),
    ),
    Step.GOING_WELL: (
        N_("Wanneer had het mis kunnen gaan, en ging het goed? Wie deed toen wat?"),
        N_("Wat deed iemand waardoor een ander veilig bleef?"),
        N_("Waar kan het kind terecht?"),
    ),
    Step.SCALE: (
        N_("Wat maakt dat het geen 0 is?"),
        N_("Wat is er anders als het één punt hoger is?"),
        N_("Wat was het hoogste cijfer ooit? Wat was er toen?"),
    ),
    Step.WHAT_MUST_HAPPEN: (
        N_("Wat moet er zeker gebeuren, zodat de hulp kan stoppen?"),
        N_("Waaraan merkt het kind dat het beter gaat?"),
        N_("Wat is de eerste kleine stap?"),
    ),
    Step.FAMILY_TIME: (
        N_("Wat willen jullie samen bespreken, zonder ons?"),
        N_("Wie let op de tijd, en wie komt ons halen?"),
    ),
    Step.AGREEMENTS: (
        N_("Wat precies, hoe vaak, en tot wanneer?"),
        N_("Hoe merken de anderen dat het gebeurt?"),
        N_("Hoe zeker ben je dat dit lukt, van 0 tot 10?"),
    ),
    Step.DECIDE_AND_SIGN: (
        N_("Klopt het zo? Mist er iets?"),
        N_("Weet je wat jij gaat doen, en wie je belt als het misgaat?"),
    ),
    Step.EVALUATION: (
        N_("Heb je kunnen zeggen wat je wilde zeggen?"),
        N_("Wanneer kijken we samen hoe het gaat?"),
        N_("Waar kan jouw papier veilig liggen?"),
    ),
}

_MIND: dict[Step, str] = {
    Step.WELCOME: N_("Zeg wat er met de aantekeningen gebeurt en wie een kopie krijgt."),
    Step.WORRIES: N_("Schrijf op wat iemand deed, niet wat iemand is."),
    Step.GOING_WELL: N_("Een kracht is nog geen veiligheid: vraag wat iemand ermee deed."),
    Step.SCALE: N_("Kijk eerst zelf. Een laag cijfer kan gevaar geven voor wie het gaf."),
    Step.WHAT_MUST_HAPPEN: N_("Houd de eisen van de hulp en de doelen van het gezin uit elkaar."),
    Step.FAMILY_TIME: N_("Ga de kamer uit. Het scherm blijft rustig."),
    Step.AGREEMENTS: N_("Een kind draagt nooit de veiligheid. Wie er niet is, zegt later zelf ja."),
    Step.DECIDE_AND_SIGN: N_("Tekenen is geen bekentenis. Ook „niet akkoord” is een antwoord."),
    Step.EVALUATION: N_("De cijfers zijn zonder naam. Geef ieder de eigen kopie in de hand."),
}


def prompts(step: Step) -> tuple[str, ...]:
    """Questions to ask aloud at this step."""
    return tuple(_(text) for text in _PROMPTS[step])


def to_mind(step: Step) -> str:
    """What the facilitator keeps in mind at this step."""
    return _(_MIND[step])
