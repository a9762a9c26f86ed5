"""Opening of the store for a verb, with the notices of unlocking."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from beraad import logs, terminal
from beraad.codes import StoreState
from beraad.i18n import _, spoken
from beraad.paths import Folders
from beraad.services.vault import Vault
from beraad.verbs.passphrase import passphrase
from beraad.words.errors import sentence


@contextmanager
def unlocked(wish: argparse.Namespace, folders: Folders) -> Iterator[Vault]:
    """Yield the vault, to read; it is locked again afterwards. Raises the errors of unlocking."""
    vault = Vault(folders.data)
    vault.look()
    vault.unlock(passphrase(wish), to_read=True)
    with _locked_after(vault, folders):
        _tell_of(vault)
        yield vault


@contextmanager
def unlocked_or_new(wish: argparse.Namespace, folders: Folders) -> Iterator[Vault]:
    """Yield the vault, to write; created if there is none. Raises the errors of unlocking and creating.

    Beside backups a new one is created only if that was asked for.
    """
    vault = Vault(folders.data)
    found = vault.state
    beside_backups = found in (StoreState.ONLY_BACKUPS, StoreState.DATABASE_MISSING)
    if found is StoreState.ABSENT or (beside_backups and wish.new_store):
        _tell_code(vault, vault.create(passphrase(wish, new=True), anew=wish.new_store))
    else:
        vault.look()
        vault.unlock(passphrase(wish))
        _tell_of(vault)
    with _locked_after(vault, folders):
        yield vault


@contextmanager
def _locked_after(vault: Vault, folders: Folders) -> Iterator[None]:
    logs.start(folders.logs)
    try:
        yield
    finally:
        vault.lock()


def _tell_of(vault: Vault) -> None:
    """Tell the notices of unlocking, and a recovery code not told yet because the program ended before."""
    for notice in vault.notices:
        terminal.warn(sentence(notice, spoken()))
    if not vault.code_is_kept:
        _tell_code(vault, vault.first_code())


def _tell_code(vault: Vault, code: str) -> None:
    told = _("Herstelcode: {code}").format(code=code)
    # The code is shown only once: use stderr if the output fails.
    if not terminal.say(told):
        terminal.warn(told)
    terminal.say(_("Bewaar deze code op papier, niet bij de computer."))
    vault.keep_code()
