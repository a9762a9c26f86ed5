"""`beraad print`: the copies of a case, from the store or from a file."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path

from beraad import terminal
from beraad.codes import NoCopy
from beraad.i18n import _, ngettext, spoken
from beraad.paths import Folders
from beraad.services.exchange_slips import SlipMade
from beraad.services.printed import Printed
from beraad.services.printing import Copies, copies_from_file
from beraad.verbs import BAD_INPUT, LEAK, OK, TROUBLE, cut
from beraad.verbs.case_given import case_file
from beraad.verbs.opening import unlocked
from beraad.words.case_file import why_not_written
from beraad.words.copies import (
    cards_summary,
    left_off_sentence,
    no_copy_in_short,
    not_home_summary,
    remarks_summary,
    removed_summary,
    together_summary,
    unwritable_summary,
    withheld_summary,
)
from beraad.words.difference import slips_summary
from beraad.words.remarks import leak_sentence


def print_copies(wish: argparse.Namespace, folders: Folders) -> int:
    """Write everybody's copy, or those of the people who were named."""
    if path := case_file(wish):
        if wish.hand_out:
            terminal.warn(
                _("Van een bestand schrijft Beraad niet op wie papier kreeg. Noem het nummer van de zaak.")
            )
            return BAD_INPUT
        return _write(copies_from_file(path), wish)
    with unlocked(wish, folders) as vault:
        return _write(vault.printing().copies(wish.case), wish)


def _write(copies: Copies, wish: argparse.Namespace) -> int:
    everybody = wish.person or [reader.person for reader in copies.readers()]
    if words := [item.words for item in copies.unwritable(everybody)]:
        terminal.warn(unwritable_summary(list(dict.fromkeys(words)), spoken()))
    slips: tuple[SlipMade, ...] = ()
    try:
        printed = copies.write_all(wish.out, wish.person, _progress)
        if wish.slips:
            slips = copies.slips.write_all(wish.out, wish.person)
    except OSError as error:
        told = _("In {folder} is niet alles opgeslagen: {why}. Wat al klaar was, is bewaard.")
        terminal.warn(told.format(folder=cut(str(wish.out)), why=why_not_written(error, spoken())))
        return TROUBLE
    if wish.hand_out:
        copies.handing_out.hand_out([(item.person, item.card) for item in printed.copies], dt.date.today())  # noqa: DTZ011 - the day of the user
    for item in copies.left_off(everybody):
        terminal.say(left_off_sentence(item, copies.names[item.child], spoken()))
    _tell(printed, wish.out)
    if wish.slips:
        terminal.say(slips_summary(len(slips), spoken()))
    pairs = dict.fromkeys(item.pair for item in copies.side_by_side())
    names = [(copies.names[one], copies.names[other]) for one, other in pairs if {one, other} & {*everybody}]
    if names:
        terminal.say(together_summary(names, spoken()))
    return LEAK if printed.leaked else OK


def _progress(done: int, total: int) -> bool:
    if total > 1:
        line = _("Exemplaar {done} van {total}").format(done=min(done + 1, total), total=total)
        terminal.count(line, last=done == total)
    return True


def _tell(printed: Printed, folder: Path) -> None:
    count = len(printed.copies)
    made = ngettext(
        "{count} exemplaar gemaakt in {folder}.", "{count} exemplaren gemaakt in {folder}.", count
    )
    terminal.say(made.format(count=count, folder=folder))
    for held in printed.withheld:
        if held.reason is NoCopy.PAPER:
            terminal.say(no_copy_in_short(held.reason, held.called, spoken()))
        for leak in held.leaks:
            refused = no_copy_in_short(held.reason, held.called, spoken())
            # Leave out the words of the leak: others may see the terminal, and it keeps its output.
            terminal.warn(f"{refused} {leak_sentence(replace(leak, words=()), spoken())}")
    if printed.removed:
        terminal.say(removed_summary([item.file for item in printed.removed], spoken()))
    if printed.not_home:
        terminal.say(not_home_summary(printed.not_home, spoken()))
    if printed.with_card:
        terminal.say(cards_summary(printed.with_card, spoken()))
    leaked = sum(held.reason is NoCopy.LEAK for held in printed.withheld)
    if leaked:
        terminal.warn(withheld_summary(leaked, spoken()))
    if printed.remarks:
        terminal.say(remarks_summary(len({(item.where, item.words) for item in printed.remarks}), spoken()))
