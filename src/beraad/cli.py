"""Command line: beraad, and its verbs.

The modules of a verb (`beraad.verbs`) are loaded when that verb runs: they take seconds on a slow computer,
and the window needs none of them.
"""

from __future__ import annotations

import argparse
import errno
import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from typing_extensions import override

from beraad import logs, settings, terminal
from beraad.errors import BeraadError
from beraad.i18n import _, set_language, spoken
from beraad.memory import refuse_dumps
from beraad.paths import Folders, in_home
from beraad.verbs import BAD_INPUT, OK, TROUBLE, cut
from beraad.words.errors import sentence

_log = logging.getLogger(__name__)

BAD_INPUT_CODES = frozenset(
    {
        "case_file_refused",
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
"""Codes of errors in the input, as opposed to the store or the computer."""

_VERBS = {
    "import": ("importing", "import_cases"),
    "export": ("storing", "export_case"),
    "print": ("printing", "print_copies"),
    "compare": ("comparing", "compare_papers"),
    "register": ("registering", "list_papers"),
    "calendar": ("saving_calendar", "save_calendar"),
    "list": ("listing", "list_cases"),
    "search": ("searching", "search_cases"),
    "gaps": ("finding_gaps", "list_gaps"),
    "check": ("storing", "check"),
}
"""Module of `beraad.verbs` and function in it for each verb."""


class _Parser(argparse.ArgumentParser):
    """Parser that reports a wrong command in the program's own words."""

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        explanation = _("Deze opdracht klopt niet ({detail}). Typ „beraad --help” voor uitleg.")
        terminal.warn(explanation.format(detail=cut(message)))
        self.exit(BAD_INPUT)

    @override
    def print_usage(self, file: object = None) -> None:
        terminal.warn_lines(self.format_usage())

    @override
    def print_help(self, file: object = None) -> None:
        terminal.say_lines(self.format_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
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
    if wish.verb is None:
        return _window(wish, folders)
    if wish.verb == "demo":
        return _demo(wish)
    module, name = _VERBS[wish.verb]
    return int(getattr(import_module(f"beraad.verbs.{module}"), name)(wish, folders))


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
    as_json = _("als JSON, voor een ander programma")
    verbs = parser.add_subparsers(dest="verb", metavar=_("opdracht"), parser_class=_Parser)
    demo = verbs.add_parser("demo", parents=[shared], help=_("laat het programma zien met een voorbeeldzaak"))
    demo.add_argument("--out", type=_place, default=Path("build/demo"), help=_("map voor beelden en pdf's"))
    read = verbs.add_parser("import", parents=[shared], help=_("lees zaken in"))
    read.add_argument(
        "files", nargs="+", type=_place, help=_("bestand met een zaak, of map met zulke bestanden")
    )
    read.add_argument(
        "--new-store",
        action="store_true",
        help=_("begin met een lege opslag, ook als hier reservekopieën staan van een andere"),
    )
    write = verbs.add_parser("export", parents=[shared], help=_("schrijf een zaak weg"))
    write.add_argument("reference", help=_("nummer van de zaak"))
    write.add_argument("--out", type=_place, required=True, help=_("bestand om in te schrijven"))
    _add_paper_verbs(verbs, shared, as_json)
    _add_calendar(verbs, shared)
    lines = verbs.add_parser("list", parents=[shared], help=_("zeg hoe het met de zaken staat"))
    lines.add_argument("--all", action="store_true", help=_("ook de zaken die klaar zijn"))
    lines.add_argument("--json", action="store_true", help=as_json)
    find = verbs.add_parser("search", parents=[shared], help=_("zoek woorden in alle zaken"))
    find.add_argument("words", nargs="+", help=_("waar een woord mee begint, is genoeg"))
    find.add_argument("--json", action="store_true", help=as_json)
    missing = verbs.add_parser("gaps", parents=[shared], help=_("zeg wat er in het plan ontbreekt"))
    missing.add_argument("case", help=_("bestand met een zaak, of nummer van een zaak"))
    missing.add_argument("--meeting", metavar="ID", help=_("van dit beraad, en niet van het plan dat geldt"))
    missing.add_argument("--json", action="store_true", help=as_json)
    look = verbs.add_parser("check", parents=[shared], help=_("kijk de bewaarde zaken na; verandert niets"))
    look.add_argument("--rebuild", action="store_true", help=_("maak daarna het overzicht opnieuw"))
    return parser


def _add_calendar(verbs: argparse._SubParsersAction[_Parser], shared: _Parser) -> None:
    moments = verbs.add_parser(
        "calendar", parents=[shared], help=_("schrijf beraden en dagen om te bellen weg als agenda")
    )
    moments.add_argument(
        "references", nargs="*", metavar=_("nummer"), help=_("nummer van een zaak; anders alle")
    )
    moments.add_argument(
        "--out",
        type=_place,
        required=True,
        help=_("bestand dat eindigt op .ics, of een map met een bestand per moment"),
    )


def _add_paper_verbs(verbs: Any, shared: argparse.ArgumentParser, as_json: str) -> None:
    copies = verbs.add_parser("print", parents=[shared], help=_("maak voor ieder het eigen exemplaar"))
    copies.add_argument("case", help=_("bestand met een zaak, of nummer van een zaak"))
    copies.add_argument("--out", type=_place, required=True, help=_("map voor de exemplaren"))
    copies.add_argument("--person", action="append", metavar="ID", help=_("alleen voor deze persoon"))
    copies.add_argument(
        "--slips", action="store_true", help=_("ook een wisselbriefje voor wie een ander papier krijgt")
    )
    copies.add_argument(
        "--hand-out",
        action="store_true",
        help=_("schrijf op dat deze exemplaren zijn uitgedeeld (alleen van een bewaarde zaak)"),
    )
    pair = verbs.add_parser(
        "compare", parents=[shared], help=_("zeg wat twee papieren naast elkaar verraden")
    )
    pair.add_argument("case", help=_("bestand met een zaak, of nummer van een zaak"))
    pair.add_argument("--readers", nargs=2, required=True, metavar="ID", help=_("van wie de papieren zijn"))
    pair.add_argument("--json", action="store_true", help=as_json)
    handed = verbs.add_parser(
        "register", parents=[shared], help=_("zeg welke papieren van een zaak zijn uitgedeeld")
    )
    handed.add_argument("case", help=_("nummer van een zaak"))
    handed.add_argument("--json", action="store_true", help=as_json)


def _add_shared(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument("--data", type=_place, default=default, help=_("map waarin de zaken staan"))
    parser.add_argument(
        "--passphrase-file", type=Path, default=default, help=_("bestand met de wachtzin op de eerste regel")
    )


def _place(text: str) -> Path:
    """Return a path to write to. An empty one is refused: it would be the current folder."""
    if not text:
        raise argparse.ArgumentTypeError(_("er staat niets"))
    return Path(text)


# -- without a store ---------------------------------------------------------------------------------


def _version() -> int:
    from importlib.metadata import version  # noqa: PLC0415 - see the module

    terminal.say(f"beraad {version('beraad')}")
    return OK


def _window(wish: argparse.Namespace, folders: Folders) -> int:
    from beraad.ui.garbage_collection import collect_nothing_yet  # noqa: PLC0415 - see the module

    collect_nothing_yet()
    # Loaded here, since every other command works on a computer without a screen.
    from beraad.app import run_app  # noqa: PLC0415
    from beraad.verbs.passphrase import passphrase  # noqa: PLC0415

    given = passphrase(wish) if wish.passphrase_file else None
    return run_app(folders, passphrase=given, until_shown=wish.until_shown)


def _demo(wish: argparse.Namespace) -> int:
    from beraad.app import run_demo  # noqa: PLC0415 - see the module

    return run_demo(wish.out)


# -- inside ------------------------------------------------------------------------------------------


def _tell_error(error: Exception) -> int:
    terminal.warn(sentence(error, spoken()))
    if not isinstance(error, BeraadError):
        _log.critical("program.uncaught", exc_info=error)
        return TROUBLE
    return BAD_INPUT if error.code in BAD_INPUT_CODES else TROUBLE


if __name__ == "__main__":
    sys.exit(main())
