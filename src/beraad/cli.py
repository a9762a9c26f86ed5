"""The command line: beraad, and beraad demo | import | export | print | gaps | check.

The rooms of a verb are loaded when that verb runs: they take seconds on a slow computer, and the window needs
none of them.
"""

from __future__ import annotations

import argparse
import errno
import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from typing_extensions import override

from beraad import logs, settings, terminal
from beraad.errors import BeraadError
from beraad.i18n import _, ngettext, set_language
from beraad.memory import refuse_dumps
from beraad.paths import Folders, in_home
from beraad.texts import is_broken

if TYPE_CHECKING:
    from beraad.services.gap_list import GapList
    from beraad.services.printed import Printed
    from beraad.services.printing import Copies
    from beraad.services.vault import Vault

_log = logging.getLogger(__name__)

OK, TROUBLE, BAD_INPUT, LEAK = 0, 1, 2, 3
"""Exit codes: all went well; the store or the computer gave trouble; bad input; a leak withheld a copy."""

BAD_INPUT_CODES = frozenset(
    {
        "case_file_refused",
        "case_missing",
        "folder_unknown",
        "no_meeting",
        "not_valid",
        "passphrase_broken",
        "passphrase_unreadable",
        "passphrases_differ",
        "reference_taken",
        "unknown_case",
        "unknown_meeting",
        "unknown_person",
    }
)
"""Errors that lie in what was given, not in the store or the computer."""

_LONGEST_PASSPHRASE = 100_000
_SHOWN = 300
"""Characters of what was typed that a sentence repeats."""


class _Parser(argparse.ArgumentParser):
    """Says in the program's own words that a command is not understood."""

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        explanation = _("Deze opdracht klopt niet ({detail}). Typ „beraad --help” voor uitleg.")
        terminal.warn(explanation.format(detail=_cut(message)))
        self.exit(BAD_INPUT)

    @override
    def print_usage(self, file: object = None) -> None:
        terminal.warn_lines(self.format_usage())

    @override
    def print_help(self, file: object = None) -> None:
        terminal.say_lines(self.format_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    refuse_dumps()
    terminal.prepare()
    logs.be_quiet()
    try:
        return _run(_parser().parse_args(arguments))
    except KeyboardInterrupt:
        terminal.warn(_("Gestopt. Wat al klaar was, is bewaard."))
        return TROUBLE
    except OSError as error:
        told = _("De computer kan dit niet doen ({reason}). Wat al klaar was, is bewaard.")
        terminal.warn(told.format(reason=errno.errorcode.get(error.errno or 0, type(error).__name__)))
        return TROUBLE
    except Exception as error:  # noqa: BLE001 - whatever it is, it ends in a sentence and the log
        return _tell_error(error)


def _run(wish: argparse.Namespace) -> int:
    if wish.version:
        return _version()
    folders = Folders.find(wish.data)
    if "out" in wish:
        wish.out = in_home(wish.out)
    set_language(settings.load(folders.settings_file).language)
    verb = {
        None: _window,
        "demo": _demo,
        "import": _import,
        "export": _export,
        "print": _print,
        "gaps": _gaps,
        "check": _check,
    }[wish.verb]
    return verb(wish, folders)


def _parser() -> argparse.ArgumentParser:
    # The shared options may stand before or after the verb; SUPPRESS keeps a default from winning.
    shared = _Parser(add_help=False)
    _add_shared(shared, argparse.SUPPRESS)
    parser = _Parser(
        prog="beraad", description=_("Leidt een netwerkberaad en print voor ieder het eigen plan.")
    )
    _add_shared(parser, None)
    parser.add_argument("--version", action="store_true", help=_("zeg welke versie dit is"))
    # For measuring: the windows close as soon as they are painted.
    parser.add_argument("--until-shown", action="store_true", help=argparse.SUPPRESS)
    verbs = parser.add_subparsers(dest="verb", metavar=_("opdracht"), parser_class=_Parser)
    demo = verbs.add_parser("demo", parents=[shared], help=_("laat het programma zien met een voorbeeldzaak"))
    demo.add_argument("--out", type=_place, default=Path("build/demo"), help=_("map voor beelden en pdf's"))
    read = verbs.add_parser("import", parents=[shared], help=_("lees een zaak in"))
    read.add_argument("file", type=Path, help=_("bestand met een zaak"))
    read.add_argument(
        "--new-store",
        action="store_true",
        help=_("begin met een lege opslag, ook als hier reservekopieën staan van een andere"),
    )
    write = verbs.add_parser("export", parents=[shared], help=_("schrijf een zaak weg"))
    write.add_argument("reference", help=_("nummer van de zaak"))
    write.add_argument("--out", type=_place, required=True, help=_("bestand om in te schrijven"))
    copies = verbs.add_parser("print", parents=[shared], help=_("maak voor ieder het eigen exemplaar"))
    copies.add_argument("case", help=_("bestand met een zaak, of nummer van een zaak"))
    copies.add_argument("--out", type=_place, required=True, help=_("map voor de exemplaren"))
    copies.add_argument("--person", action="append", metavar="ID", help=_("alleen voor deze persoon"))
    missing = verbs.add_parser("gaps", parents=[shared], help=_("zeg wat er in het plan ontbreekt"))
    missing.add_argument("case", help=_("bestand met een zaak, of nummer van een zaak"))
    missing.add_argument("--meeting", metavar="ID", help=_("van dit beraad, en niet van het plan dat geldt"))
    missing.add_argument("--json", action="store_true", help=_("als JSON, voor een ander programma"))
    verbs.add_parser("check", parents=[shared], help=_("kijk de bewaarde zaken na; verandert niets"))
    return parser


def _add_shared(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument("--data", type=_place, default=default, help=_("map waarin de zaken staan"))
    parser.add_argument(
        "--passphrase-file", type=Path, default=default, help=_("bestand met de wachtzin op de eerste regel")
    )


def _place(text: str) -> Path:
    """A folder or a file to write in. An empty one would be whatever folder one happens to be in."""
    if not text:
        raise argparse.ArgumentTypeError(_("er staat niets"))
    return Path(text)


# -- verbs -------------------------------------------------------------------------------------------


def _version() -> int:
    from importlib.metadata import version  # noqa: PLC0415 - see the module

    terminal.say(f"beraad {version('beraad')}")
    return OK


def _window(wish: argparse.Namespace, folders: Folders) -> int:
    from beraad.ui.collecting import collect_nothing_yet  # noqa: PLC0415 - see the module

    collect_nothing_yet()
    # Only here: every other command works on a computer without a screen.
    from beraad.app import run_app  # noqa: PLC0415

    passphrase = _passphrase(wish) if wish.passphrase_file else None
    return run_app(folders, passphrase=passphrase, until_shown=wish.until_shown)


def _demo(wish: argparse.Namespace, _folders: Folders) -> int:
    from beraad.app import run_demo  # noqa: PLC0415 - see the module

    return run_demo(wish.out)


def _import(wish: argparse.Namespace, folders: Folders) -> int:
    from beraad.exchange import read_case_file  # noqa: PLC0415 - see the module
    from beraad.services.sentences import not_watched_sentence  # noqa: PLC0415
    from beraad.services.vault import Vault  # noqa: PLC0415
    from beraad.services.watching import not_watched  # noqa: PLC0415
    from beraad.store.state import StoreState  # noqa: PLC0415

    # Read first: a bad file asks for no passphrase and makes no database.
    case = read_case_file(wish.file)
    told_besides = not_watched_sentence(not_watched(case))
    vault = Vault(folders.data)
    found = vault.state
    beside_backups = found in (StoreState.ONLY_BACKUPS, StoreState.DATABASE_MISSING)
    if found is StoreState.ABSENT or (beside_backups and wish.new_store):
        code = vault.create(_passphrase(wish, new=True), anew=wish.new_store)
        told = _("Herstelcode: {code}").format(code=code)
        # It is shown once: where the output takes nothing, the other way.
        if not terminal.say(told):
            terminal.warn(told)
        terminal.say(_("Bewaar deze code op papier, niet bij de computer."))
        vault.keep_code()
    else:
        vault.look()
        vault.unlock(_passphrase(wish))
        _tell_of(vault)
    logs.start(folders.logs)
    try:
        reference = vault.cases().add(case)
    finally:
        vault.lock()
    terminal.say(_("Zaak {reference} is ingelezen.").format(reference=reference))
    if told_besides:
        terminal.say(told_besides)
    return OK


def _export(wish: argparse.Namespace, folders: Folders) -> int:
    from beraad.services.sentences import scans_left_out  # noqa: PLC0415 - see the module

    vault = _unlocked(wish, folders)
    try:
        scans = vault.cases().export_file(wish.reference, wish.out)
    finally:
        vault.lock()
    terminal.say(_("Zaak {reference} staat in {file}.").format(reference=wish.reference, file=wish.out))
    if scans:
        terminal.say(scans_left_out(scans))
    return OK


def _print(wish: argparse.Namespace, folders: Folders) -> int:
    if path := _case_file(wish):
        from beraad.services.printing import copies_from_file  # noqa: PLC0415 - see the module

        return _write_copies(copies_from_file(path), wish)
    vault = _unlocked(wish, folders)
    try:
        return _write_copies(vault.printing().copies(wish.case), wish)
    finally:
        vault.lock()


def _gaps(wish: argparse.Namespace, folders: Folders) -> int:
    if path := _case_file(wish):
        from beraad.services.gap_list import gap_list_of_file  # noqa: PLC0415 - see the module

        return _tell_gaps(gap_list_of_file(path, wish.meeting), wish)
    vault = _unlocked(wish, folders)
    try:
        return _tell_gaps(vault.cases().gaps(wish.case, wish.meeting), wish)
    finally:
        vault.lock()


def _check(wish: argparse.Namespace, folders: Folders) -> int:
    from beraad.services.checking import check_sentences  # noqa: PLC0415 - see the module
    from beraad.services.vault import Vault  # noqa: PLC0415

    vault = Vault(folders.data)
    vault.look_to_check()
    report = vault.check(_passphrase(wish))
    for line in check_sentences(report):
        terminal.say(line)
    return OK if report.sound else TROUBLE


# -- inside ------------------------------------------------------------------------------------------


def _tell_error(error: Exception) -> int:
    from beraad.services.sentences import sentence  # noqa: PLC0415 - see the module

    terminal.warn(sentence(error))
    if not isinstance(error, BeraadError):
        _log.critical("program.uncaught", exc_info=error)
        return TROUBLE
    return BAD_INPUT if error.code in BAD_INPUT_CODES else TROUBLE


def _tell_gaps(found: GapList, wish: argparse.Namespace) -> int:
    if wish.json:
        terminal.say_lines(found.in_json())
    else:
        for line in found.in_words():
            terminal.say(line)
    return OK


def _write_copies(copies: Copies, wish: argparse.Namespace) -> int:
    from beraad.services.left_off import left_off_sentences  # noqa: PLC0415 - see the module
    from beraad.services.sentences import unwritable_summary  # noqa: PLC0415

    everybody = wish.person or [reader.person for reader in copies.readers()]
    if words := [item.words for item in copies.unwritable(everybody)]:
        terminal.warn(unwritable_summary(list(dict.fromkeys(words))))
    for told in left_off_sentences(copies.left_off(everybody), copies.names):
        terminal.say(told)
    try:
        printed = copies.write_all(wish.out, wish.person, _progress)
    except OSError as error:
        from beraad.services.exchange_sentences import not_written_words  # noqa: PLC0415 - see the module

        told = _("In {folder} is niet alles opgeslagen: {why}. Wat al klaar was, is bewaard.")
        terminal.warn(told.format(folder=_cut(str(wish.out)), why=not_written_words(error)))
        return TROUBLE
    _tell(printed, wish.out)
    return LEAK if printed.leaked else OK


def _progress(done: int, total: int) -> bool:
    if total > 1:
        line = _("Exemplaar {done} van {total}").format(done=min(done + 1, total), total=total)
        terminal.count(line, last=done == total)
    return True


def _tell(printed: Printed, folder: Path) -> None:
    from beraad.services import sentences  # noqa: PLC0415 - see the module
    from beraad.services.printed import Reason  # noqa: PLC0415

    count = len(printed.copies)
    made = ngettext(
        "{count} exemplaar gemaakt in {folder}.", "{count} exemplaren gemaakt in {folder}.", count
    )
    terminal.say(made.format(count=count, folder=folder))
    for held in printed.withheld:
        if held.reason is Reason.PAPER:
            terminal.say(_("{called} krijgt geen papier.").format(called=held.called))
        for leak in held.leaks:
            refused = _("{called} krijgt geen exemplaar.").format(called=held.called)
            # What it tells stays out of the terminal, which others may look at and which remembers.
            terminal.warn(f"{refused} {sentences.leak_sentence(replace(leak, words=()))}")
    if printed.removed:
        terminal.say(sentences.removed_summary([item.file for item in printed.removed]))
    if printed.not_home:
        terminal.say(sentences.not_home_summary(printed.not_home))
    leaked = sum(held.reason is Reason.LEAK for held in printed.withheld)
    if leaked:
        terminal.warn(sentences.withheld_summary(leaked))
    if printed.remarks:
        terminal.say(sentences.remarks_summary(len({(item.where, item.words) for item in printed.remarks})))


def _unlocked(wish: argparse.Namespace, folders: Folders) -> Vault:
    from beraad.services.vault import Vault  # noqa: PLC0415 - see the module

    vault = Vault(folders.data)
    vault.look()
    vault.unlock(_passphrase(wish), to_read=True)
    _tell_of(vault)
    logs.start(folders.logs)
    return vault


def _tell_of(vault: Vault) -> None:
    """What unlocking noticed, and a recovery code that was made and never told: the program ended before."""
    from beraad.services.sentences import sentence  # noqa: PLC0415 - see the module

    for notice in vault.notices:
        terminal.warn(sentence(notice))
    if not vault.code_is_kept:
        told = _("Herstelcode: {code}").format(code=vault.first_code())
        if not terminal.say(told):
            terminal.warn(told)
        terminal.say(_("Bewaar deze code op papier, niet bij de computer."))
        vault.keep_code()


def _passphrase(wish: argparse.Namespace, *, new: bool = False) -> str:
    """From the file's first line, or by prompt; a new one is asked twice."""
    from beraad.services.errors import NoTerminal, PassphrasesDiffer  # noqa: PLC0415 - see the module

    if wish.passphrase_file is not None:
        return _first_line(wish.passphrase_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise NoTerminal
    first = _asked(_("Nieuwe wachtzin: ") if new else _("Wachtzin: "))
    if new and _asked(_("Nog een keer: ")) != first:
        raise PassphrasesDiffer
    return first


def _asked(prompt: str) -> str:
    from getpass import getpass  # noqa: PLC0415 - see the module

    from beraad.services.errors import NoTerminal  # noqa: PLC0415

    try:
        return _whole(getpass(prompt))
    except EOFError:
        raise NoTerminal from None


def _first_line(path: Path) -> str:
    from beraad.services.errors import PassphraseUnreadable  # noqa: PLC0415 - see the module

    try:
        with path.open(encoding="utf-8-sig") as file:
            # No more than that: a device would go on for ever.
            return _whole(file.readline(_LONGEST_PASSPHRASE).rstrip("\r\n"))
    except (OSError, ValueError):
        raise PassphraseUnreadable(file=path.name or str(path)) from None


def _whole(passphrase: str) -> str:
    """The passphrase, if a key can be made of it: a terminal of another encoding gives half characters."""
    from beraad.services.errors import PassphraseBroken  # noqa: PLC0415 - see the module

    if is_broken(passphrase):
        raise PassphraseBroken
    return passphrase


def _case_file(wish: argparse.Namespace) -> Path | None:
    """The file that is meant by the case that was given; None where it is a reference."""
    path = Path(wish.case)
    return path if path.suffix.lower() == ".json" or _is_there(path) else None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # No file can have so long a name.
        return False


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


if __name__ == "__main__":
    sys.exit(main())
