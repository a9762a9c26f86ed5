"""Errors of the store, each its own type with a code.

Nothing was changed on disk unless the error says so.
"""

from __future__ import annotations

from beraad.errors import BeraadError


class StoreError(BeraadError):
    """Any expected trouble with the store. Facts name files (without folders), numbers and codes only."""

    code = "store"


# --- finding and unlocking -------------------------------------------------------------------------


class StoreMissing(StoreError):
    """There is no database here. Facts: `file`."""

    code = "store_missing"


class DatabaseGone(StoreMissing):
    """The database is gone, what belongs beside it is still there. Facts: `file`."""

    code = "database_gone"


class OnlyBackups(StoreMissing):
    """There is no database, but backups of one or one that was put aside. Facts: `count`."""

    code = "only_backups"


class StoreExists(StoreError):
    """A new database was asked for where something already stands. Nothing was touched. Facts: `file`."""

    code = "store_exists"


class DatabaseEmpty(StoreError):
    """The database file holds nothing: 0 bytes, or 1, which SQLite takes for 0. Facts: `file`."""

    code = "database_empty"


class DatabaseNotEncrypted(StoreError):
    """The database file is a plain SQLite file, so it is not one of ours. Facts: `file`."""

    code = "database_not_encrypted"


class DatabaseDamaged(StoreError):
    """The database cannot be trusted. Facts: `file`, `pages`, `bad_pages` (numbers), `backups` (how many)."""

    code = "database_damaged"


class DatabaseTooNew(StoreError):
    """A newer version of the program wrote this database. Facts: `found`, `newest` (revision codes)."""

    code = "database_too_new"


class DatabaseNotReadable(StoreError):
    """The database opens, and what should stand in it does not. Facts: `file`, `reason` (a code)."""

    code = "database_not_readable"


class KeyFileMissing(StoreError):
    """The database is there, its key file is not. Facts: `file`."""

    code = "key_file_missing"


class KeyFileDamaged(StoreError):
    """The key file cannot be read as one. Facts: `file`, `reason` (a code)."""

    code = "key_file_damaged"


class WrongPassphrase(StoreError):
    """This passphrase does not open the key file."""

    code = "wrong_passphrase"


class EmptyPassphrase(StoreError):
    """A passphrase of nothing but spaces protects nobody."""

    code = "empty_passphrase"


class RecoveryCodeMistyped(StoreError):
    """Not a recovery code. Facts: `groups` (numbers of the groups with a slip; none: wrong length)."""

    code = "recovery_code_mistyped"


class WrongRecoveryCode(StoreError):
    """The recovery code is well formed and belongs to another database."""

    code = "wrong_recovery_code"


class StoreInUse(StoreError):
    """Another running copy of the program has this store open."""

    code = "store_in_use"


class StoreNotWritable(StoreError):
    """A folder or file may not be written, or cannot be reached. Facts: `file`, `reason` (a code)."""

    code = "store_not_writable"


# --- saving ----------------------------------------------------------------------------------------


class NotSaved(StoreError):
    """A commit failed and nothing of it was saved; what the unit had loaded was read again from disk.

    Facts: `reason` (a code of the driver).
    """

    code = "not_saved"


class TextRefused(StoreError):
    """A text that cannot be stored; nothing was changed. Facts: `field`, `cause` (as of a draft)."""

    code = "not_valid"


class DiskFull(NotSaved):
    """As `NotSaved`: the disk is full."""

    code = "disk_full"


class ChangedElsewhere(NotSaved):
    """As `NotSaved`: somebody else changed or removed the same record since it was read."""

    code = "changed_elsewhere"


class RuleBroken(NotSaved):
    """As `NotSaved`: the database refused the record (a rule such as uniqueness)."""

    code = "rule_broken"


class SavedAfterAll(StoreError):
    """A commit reported a failure, and reading the disk again shows that it was kept, whole."""

    code = "saved_after_all"


class FileReplaced(StoreError):
    """The file of the open database was swapped, removed or overwritten. Nothing more is written.

    Facts: `file`; `how` (a `Change` of `store.watch`); `rescue`, the folder of a copy of everything that was
    saved and of what was being saved, or empty where none could be made.
    """

    code = "file_replaced"


class UnknownOutcome(StoreError):
    """A commit failed and the disk cannot be read again: whether it was kept is unknown.

    Facts: `reason` (why it failed), `reading` (why it cannot be read); both are codes.
    """

    code = "unknown_outcome"


# --- looking after ---------------------------------------------------------------------------------


class UnknownCase(StoreError):
    """No case has this reference. Facts: `reference`."""

    code = "unknown_case"


class BackupFailed(StoreError):
    """No backup could be made or it could not be read back. The database is untouched. Facts: `reason`."""

    code = "backup_failed"


class EditsMissing(StoreError):
    """The database has seen fewer commits than were counted beside it. Facts: `count`."""

    code = "edits_missing"


class LogSetAside(StoreError):
    """A write-ahead log of another database stood beside this one; it was renamed. Facts: `file`."""

    code = "log_set_aside"


class ConflictCopies(StoreError):
    """A synchronising program left copies beside the database. Facts: `files` (names)."""

    code = "conflict_copies"


class RescueStands(StoreError):
    """A copy rescued when somebody swapped the open file was not put back yet. Facts: `folders` (names)."""

    code = "rescue_stands"


class NoRoomForBackup(BackupFailed):
    """As `BackupFailed`: the disk with the cases is full."""

    code = "no_room_for_backup"


class PassphraseUnchanged(StoreError):
    """A new passphrase or recovery code could not be written: the former hold. Facts: `cause`, a code."""

    code = "passphrase_unchanged"


class PassphraseNotEverywhere(BackupFailed):
    """The passphrase or recovery code was changed; some backups have the former one. Facts: `backups`."""

    code = "passphrase_not_everywhere"


class NoScratch(StoreError):
    """Nowhere is room for temporary files. Facts: `megabytes`."""

    code = "no_scratch"


class ReadOnly(StoreError):
    """The folder cannot be written to: the cases were unlocked to read, print and export."""

    code = "read_only"


class MigrationFailed(StoreError):
    """Bringing the database to this version failed, was rolled back. Facts: `found`, `newest`, `reason`."""

    code = "migration_failed"
