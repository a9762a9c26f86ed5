"""The languages that somebody may speak at home, in words."""

from __future__ import annotations

from beraad.i18n import _


def language_names() -> dict[str, str]:
    """BCP 47 code → name; the ones met most in the Netherlands."""
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
