"""Names of the languages that somebody may speak at home, and of those in which there is paper."""

from __future__ import annotations

from beraad.i18n import _
from beraad.languages import LANGUAGES


def language_names() -> dict[str, str]:
    """Return BCP 47 code → name of the most common languages in the Netherlands."""
    return {
        "nl": _("Nederlands"),
        "ar": _("Arabisch"),
        "de": _("Duits"),
        "en": _("Engels"),
        "fr": _("Frans"),
        "fa": _("Perzisch"),
        "ku": _("Koerdisch"),
        "pap": _("Papiaments"),
        "pl": _("Pools"),
        "pt": _("Portugees"),
        "ru": _("Russisch"),
        "so": _("Somalisch"),
        "es": _("Spaans"),
        "zgh": _("Tamazight"),
        "ti": _("Tigrinya"),
        "tr": _("Turks"),
        "uk": _("Oekraïens"),
    }


def languages_of_paper() -> list[str]:
    """Return the names of the languages in which a copy can be printed."""
    names = language_names()
    return [names.get(code, facts.name) for code, facts in LANGUAGES.items()]
