"""Headings and labels that stand at several places, marked for translation: `_(headings.EMERGENCY)`."""

from __future__ import annotations

from beraad.i18n import N_

WELCOME = N_("Welkom")
SCALE = N_("Schaalvraag")
FAMILY_TIME = N_("Familietijd")
AGREEMENTS = N_("Afspraken")
DECIDE_AND_SIGN = N_("Vaststellen en tekenen")
EVALUATION = N_("Evaluatie en vervolg")

MY_PLAN = N_("Mijn plan")
MY_CARD = N_("Mijn kaart")
SAFETY_PLAN = N_("Veiligheidsplan")
FOR_THE_FILE = N_("Voor het dossier")

ALL_AGREEMENTS = N_("Alle afspraken")
NOBODY_YET = N_("nog niemand")
NOT_HELPED = N_("Lukt het niet?")
STOPPED = N_("Deze afspraken zijn gestopt")

EMERGENCY = N_("Als het misgaat")
SAFE_AT_HOME = N_("Veilig Thuis, dag en nacht, gratis")
TIME_OUT = N_("Time-out")
SIGNS = N_("Signalen")
SIGNAL = N_("Woord en gebaar")
WHERE_TO = N_("Waarheen?")

SIGNED = N_("Getekend")
SIGNING_MEANS = N_("Tekenen betekent: ik ken de afspraken en ik sta voor die van mij.")
NOT_SIGNED_YET = N_("nog niet getekend")

SEE_AGAIN = N_("We zien elkaar weer")
DATE_FOLLOWS = N_("De datum volgt.")

PAGE = N_("{page} van {pages}")
GOES_ON = N_("{title} (vervolg)")
