"""`beraad import`: case files into the store, each all or nothing."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from beraad import terminal
from beraad.exchange import CaseFileError, read_case_file
from beraad.i18n import _, ngettext, spoken
from beraad.models import Case
from beraad.paths import Folders
from beraad.services.cases import CaseService
from beraad.services.errors import ReferenceTaken
from beraad.services.watching import not_watched
from beraad.verbs import BAD_INPUT, OK
from beraad.verbs.opening import unlocked_or_new
from beraad.words.errors import sentence
from beraad.words.people import not_watched_sentence


def import_cases(wish: argparse.Namespace, folders: Folders) -> int:
    """Import every file, and every case file in a folder; a refused file does not stop the others."""
    told = _Told(list(_files(wish.files)))
    cases = told.read()
    # Read the first case now: if every file is bad, no passphrase is asked and no database made.
    first = next(cases, None)
    if first is not None:
        with unlocked_or_new(wish, folders) as vault:
            try:
                told.add(vault.cases(), first)
                for case in cases:
                    told.add(vault.cases(), case)
            finally:
                told.say_all()
    else:
        told.say_all()
    return BAD_INPUT if told.refused or not told.files else OK


def _files(given: list[Path]) -> Iterator[Path]:
    """Iterate over the named files, and the case files in the named folders, by name."""
    for path in given:
        # Not Path.is_dir: it raises for a name that no file can have.
        if os.path.isdir(path):  # noqa: PTH112
            yield from sorted(item for item in path.iterdir() if item.suffix.lower() == ".json")
        else:
            yield path


@dataclass
class _Told:
    """Report to the user of what became of each file."""

    files: list[Path]
    kept: int = 0
    refused: int = 0
    besides: list[str] = field(default_factory=list)

    def read(self) -> Iterator[Case]:
        """Iterate over the cases of the good files; tell what is wrong with a bad one."""
        for number, path in enumerate(self.files):
            if self._many:
                line = _("Zaak {number} van {total}").format(number=number + 1, total=len(self.files))
                terminal.count(line, last=number + 1 == len(self.files))
            try:
                case = read_case_file(path)
            except CaseFileError as error:
                self._refuse(error)
            else:
                yield case

    def add(self, cases: CaseService, case: Case) -> None:
        """Store a case; refuse one that is there already. Raises the errors of saving."""
        unwatched = not_watched_sentence(not_watched(case), spoken())
        try:
            reference = cases.add(case)
        except ReferenceTaken as error:
            self._refuse(error)
            return
        self.kept += 1
        if not self._many:
            terminal.say(_("Zaak {reference} is ingelezen.").format(reference=reference))
        if unwatched:
            self.besides.append(f"{reference}: {unwatched}" if self._many else unwatched)

    def say_all(self) -> None:
        """Tell how many were stored and refused, also after a stop half-way."""
        for line in self.besides:
            terminal.say(line)
        if not self.files:
            terminal.warn(_("In deze map staat geen bestand dat op .json eindigt. Er is niets ingelezen."))
        elif self._many:
            kept = ngettext("{count} zaak is ingelezen.", "{count} zaken zijn ingelezen.", self.kept)
            terminal.say(kept.format(count=self.kept))
            if self.refused:
                words = ngettext("{count} bestand niet.", "{count} bestanden niet.", self.refused)
                terminal.warn(words.format(count=self.refused))

    @property
    def _many(self) -> bool:
        return len(self.files) > 1

    def _refuse(self, error: CaseFileError | ReferenceTaken) -> None:
        self.refused += 1
        terminal.warn(sentence(error, spoken()))
