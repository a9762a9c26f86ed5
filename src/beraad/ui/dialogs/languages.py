"""Names of the languages that somebody may speak at home."""

from __future__ import annotations

from beraad.i18n import _


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
