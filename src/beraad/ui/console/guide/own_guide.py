"""Copies the shipped guide texts, for the team to change in any editor."""

from __future__ import annotations

from pathlib import Path

from beraad import assets
from beraad.i18n import _, language
from beraad.paths import replace_file
from beraad.ui.console.guide.guide_texts import guide_texts, own_file
from beraad.ui.dialogs.files import Files
from beraad.ui.messages import Messages


def offer_own_guide(folder: Path | None, messages: Messages, files: Files) -> None:
    """Put the copy in `folder` if there is none yet, say how it is used, and show the folder.

    An existing file is left as it is; if it cannot be understood, that is said too.
    """
    if folder is None:
        messages.tell(
            _("Dit kan niet in het voorbeeld"), _("Open Beraad met uw eigen zaken om eigen woorden te maken.")
        )
        return
    path = own_file(folder, language())
    try:
        if not path.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(path, assets.guide_path(language()).read_bytes())
    except OSError:
        messages.warn(
            _("Het bestand kon niet worden gemaakt"),
            _("In de map {folder} kan niet worden geschreven. Er is niets veranderd.").format(folder=folder),
        )
        return
    if trouble := guide_texts(language(), folder).trouble:
        messages.warn(_("Uw eigen woorden worden nog niet gebruikt"), trouble)
    else:
        messages.tell(
            _("Eigen woorden voor de gespreksleider"),
            _(
                "Verander het bestand {file} in Kladblok of een ander programma voor gewone tekst. Beraad "
                "leest het als u een beraad opent. Haalt u het weg, dan gelden weer de gewone woorden. "
                "Schrijf er niets in over een gezin: dit bestand is niet versleuteld."
            ).format(file=path),
        )
    files.show_folder(folder)
