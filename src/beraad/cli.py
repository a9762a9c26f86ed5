"""The command line: beraad, and beraad demo | import | export | print | check."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from beraad import logs, settings
from beraad.errors import BeraadError
from beraad.exchange import read_case_file
from beraad.i18n import _, ngettext, set_language
from beraad.paths import Folders
from beraad.services.checking import check_sentences
from beraad.services.errors import PassphrasesDiffer, PassphraseUnreadable
from beraad.services.printing import Copies, Printed, Reason, copies_from_file
from beraad.services.sentences import leak_sentence, scans_left_out, sentence, withheld_summary
from beraad.services.vault import Vault
from beraad.store.state import StoreState

OK, TROUBLE, BAD_INPUT, LEAK = 0, 1, 2, 3
"""Exit codes: all went well; the store or the computer gave trouble; bad input; a leak withheld a copy."""

BAD_INPUT_CODES = frozenset(
    {
        "case_file_refused",
        "case_missing",
        "no_meeting",
        "not_valid",
        "passphrase_unreadable",
        "passphrases_differ",
        "reference_taken",
        "unknown_case",
        "unknown_person",
    }
)
"""Errors that lie in what was given, not in the store or the computer."""


class _Parser(argparse.ArgumentParser):
    """Says in the program's own words that a command is not understood."""

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        explanation = _("Deze opdracht klopt niet ({detail}). Typ „beraad --help” voor uitleg.")
        self.exit(BAD_INPUT, explanation.format(detail=message) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    try:
        wish = _parser().parse_args(arguments)
        folders = Folders.find(wish.data)
        set_language(settings.load(folders.settings_file).language)
        verb = {
            None: _window,
            "demo": _demo,
            "import": _import,
            "export": _export,
            "print": _print,
            "check": _check,
        }[wish.verb]
        return verb(wish, folders)
    except BeraadError as error:
        print(sentence(error), file=sys.stderr)
        return BAD_INPUT if error.code in BAD_INPUT_CODES else TROUBLE
    except KeyboardInterrupt:
        print(_("Gestopt. Wat al klaar was, is bewaard."), file=sys.stderr)
        return TROUBLE


def _parser() -> argparse.ArgumentParser:
    # The shared options may stand before or after the verb; SUPPRESS keeps a default from winning.
    shared = _Parser(add_help=False)
    _add_shared(shared, argparse.SUPPRESS)
    parser = _Parser(
        prog="beraad", description=_("Leidt een netwerkberaad en print voor ieder het eigen plan.")
    )
    _add_shared(parser, None)
    verbs = parser.add_subparsers(dest="verb", metavar=_("opdracht"), parser_class=_Parser)
    demo = verbs.add_parser("demo", parents=[shared], help=_("laat het programma zien met een voorbeeldzaak"))
    demo.add_argument("--out", type=Path, default=Path("build/demo"), help=_("map voor beelden en pdf's"))
    read = verbs.add_parser("import", parents=[shared], help=_("lees een zaak in"))
    read.add_argument("file", type=Path, help=_("bestand met een zaak"))
    read.add_argument(
        "--new-store",
        action="store_true",
        help=_("begin met een lege opslag, ook als hier reservekopieën staan van een andere"),
    )
    write = verbs.add_parser("export", parents=[shared], help=_("schrijf een zaak weg"))
    write.add_argument("reference", help=_("nummer van de zaak"))
    write.add_argument("--out", type=Path, required=True, help=_("bestand om in te schrijven"))
    copies = verbs.add_parser("print", parents=[shared], help=_("maak voor ieder het eigen exemplaar"))
    copies.add_argument("case", help=_("bestand met een zaak, of nummer van een zaak"))
    copies.add_argument("--out", type=Path, required=True, help=_("map voor de exemplaren"))
    copies.add_argument("--person", action="append", metavar="ID", help=_("alleen voor deze persoon"))
    verbs.add_parser("check", parents=[shared], help=_("kijk de bewaarde zaken na; verandert niets"))
    return parser


def _add_shared(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument("--data", type=Path, default=default, help=_("map waarin de zaken staan"))
    parser.add_argument(
        "--passphrase-file", type=Path, default=default, help=_("bestand met de wachtzin op de eerste regel")
    )


# -- verbs -------------------------------------------------------------------------------------------


def _window(wish: argparse.Namespace, folders: Folders) -> int:
    # Only here: every other command works on a computer without a screen.
    from beraad.app import run_app  # noqa: PLC0415

    return run_app(folders, passphrase=_passphrase(wish) if wish.passphrase_file else None)


def _demo(wish: argparse.Namespace, _folders: Folders) -> int:
    from beraad.app import run_demo  # noqa: PLC0415

    return run_demo(wish.out)


def _import(wish: argparse.Namespace, folders: Folders) -> int:
    # Read first: a bad file asks for no passphrase and makes no database.
    case = read_case_file(wish.file)
    vault = Vault(folders.data)
    found = vault.state
    beside_backups = found in (StoreState.ONLY_BACKUPS, StoreState.DATABASE_MISSING)
    if found is StoreState.ABSENT or (beside_backups and wish.new_store):
        code = vault.create(_passphrase(wish, new=True), anew=wish.new_store)
        print(_("Herstelcode: {code}").format(code=code))
        print(_("Bewaar deze code op papier, niet bij de computer. Beraad toont hem nooit meer."))
    else:
        vault.look()
        vault.unlock(_passphrase(wish))
    logs.start(folders.logs)
    try:
        reference = vault.cases().add(case)
    finally:
        vault.lock()
    print(_("Zaak {reference} is ingelezen.").format(reference=reference))
    return OK


def _export(wish: argparse.Namespace, folders: Folders) -> int:
    vault = _unlocked(wish, folders)
    try:
        scans = vault.cases().export_file(wish.reference, wish.out)
    finally:
        vault.lock()
    print(_("Zaak {reference} staat in {file}.").format(reference=wish.reference, file=wish.out))
    if scans:
        print(scans_left_out(scans))
    return OK


def _print(wish: argparse.Namespace, folders: Folders) -> int:
    path = Path(wish.case)
    if path.suffix.lower() == ".json" or path.exists():
        return _write_copies(copies_from_file(path), wish)
    vault = _unlocked(wish, folders)
    try:
        return _write_copies(vault.printing().copies(wish.case), wish)
    finally:
        vault.lock()


def _check(wish: argparse.Namespace, folders: Folders) -> int:
    report = Vault(folders.data).check(_passphrase(wish))
    for line in check_sentences(report):
        print(line)
    return OK if report.sound else TROUBLE


# -- inside ------------------------------------------------------------------------------------------


def _write_copies(copies: Copies, wish: argparse.Namespace) -> int:
    try:
        printed = copies.write_all(wish.out, wish.person, _progress)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        told = _("In {folder} kan niet worden geschreven ({reason}). Wat al klaar was, is bewaard.")
        print(told.format(folder=wish.out, reason=reason), file=sys.stderr)
        return TROUBLE
    _tell(printed, wish.out)
    return LEAK if printed.leaked else OK


def _progress(done: int, total: int) -> bool:
    if total > 1 and sys.stderr.isatty():
        line = _("Exemplaar {done} van {total}").format(done=min(done + 1, total), total=total)
        print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)
    return True


def _tell(printed: Printed, folder: Path) -> None:
    count = len(printed.copies)
    made = ngettext(
        "{count} exemplaar gemaakt in {folder}.", "{count} exemplaren gemaakt in {folder}.", count
    )
    print(made.format(count=count, folder=folder))
    for held in printed.withheld:
        if held.reason is Reason.PAPER:
            print(_("{called} krijgt geen papier.").format(called=held.called))
        for leak in held.leaks:
            refused = _("{called} krijgt geen exemplaar.").format(called=held.called)
            print(refused, leak_sentence(leak), file=sys.stderr)
    leaked = sum(held.reason is Reason.LEAK for held in printed.withheld)
    if leaked:
        print(withheld_summary(leaked), file=sys.stderr)


def _unlocked(wish: argparse.Namespace, folders: Folders) -> Vault:
    vault = Vault(folders.data)
    vault.unlock(_passphrase(wish))
    logs.start(folders.logs)
    return vault


def _passphrase(wish: argparse.Namespace, *, new: bool = False) -> str:
    """From the file's first line, or by prompt; a new one is asked twice."""
    if wish.passphrase_file is not None:
        return _first_line(wish.passphrase_file)
    first = getpass.getpass(_("Nieuwe wachtzin: ") if new else _("Wachtzin: "))
    if new and getpass.getpass(_("Nog een keer: ")) != first:
        raise PassphrasesDiffer
    return first


def _first_line(path: Path) -> str:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError):
        raise PassphraseUnreadable(file=path.name) from None
    return lines[0] if lines else ""


if __name__ == "__main__":
    sys.exit(main())
