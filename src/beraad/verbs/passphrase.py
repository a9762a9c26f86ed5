"""Passphrase from a file or the terminal. Loads nothing else: the window asks here too."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from beraad.i18n import _
from beraad.services.errors import NoTerminal, PassphraseBroken, PassphrasesDiffer, PassphraseUnreadable
from beraad.texts import is_broken

_LONGEST = 100_000
"""Most characters that are read from a file."""


def passphrase(wish: argparse.Namespace, *, new: bool = False) -> str:
    """Return the file's first line, or the answer to a prompt; a new passphrase is asked twice.

    Raises NoTerminal, PassphrasesDiffer, PassphraseUnreadable, PassphraseBroken.
    """
    if wish.passphrase_file is not None:
        return _first_line(wish.passphrase_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise NoTerminal
    first = _asked(_("Nieuwe wachtzin: ") if new else _("Wachtzin: "))
    if new and _asked(_("Nog een keer: ")) != first:
        raise PassphrasesDiffer
    return first


def _asked(prompt: str) -> str:
    from getpass import getpass  # noqa: PLC0415 - nobody who has a file needs it

    try:
        return _whole(getpass(prompt))
    except EOFError:
        raise NoTerminal from None


def _first_line(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig") as file:
            # Limited, since a device would never end.
            return _whole(file.readline(_LONGEST).rstrip("\r\n"))
    except (OSError, ValueError):
        raise PassphraseUnreadable(file=path.name or str(path)) from None


def _whole(passphrase: str) -> str:
    """Return the passphrase; PassphraseBroken for half characters, from a terminal of another encoding."""
    if is_broken(passphrase):
        raise PassphraseBroken
    return passphrase
