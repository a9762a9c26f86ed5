"""Opens, makes and checks the encrypted store of a data folder.

The rooms behind it take seconds to load on a slow computer. They are loaded when first needed, so that the
unlock window stands before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from beraad.clock import AwakeClock, WallClock
from beraad.codes import ActKind, StoreState
from beraad.errors import BeraadError
from beraad.memory import wiping_what_is_freed
from beraad.store.sqlite.places import Places
from beraad.store.sqlite.state import store_state

if TYPE_CHECKING:
    from beraad.services.case_undo import CaseUndo
    from beraad.services.cases import CaseService
    from beraad.services.meeting import MeetingService
    from beraad.services.printing import PrintingService
    from beraad.services.search import CaseSearch
    from beraad.store.keys import KeyPolicy
    from beraad.store.sqlite.check import Report
    from beraad.store.store import Store


class Vault:
    """Data folder that is locked until `create`, `unlock` or `unlock_with_recovery`.

    `policy` is the cost of a guess at the passphrase; without it, that of `PRODUCTION`. `clock` gives the
    local time, without offset; `awake` counts the minutes of a meeting, see `MeetingService`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        policy: KeyPolicy | None = None,
        clock: WallClock | None = None,
        awake: AwakeClock | None = None,
    ) -> None:
        self.folder = folder
        self._policy, self._clock, self._awake = policy, clock, awake
        self._store: Store | None = None
        self._search: CaseSearch | None = None
        self._code_given = False
        """True if the maker of the store was given its recovery code and did not confirm that it was kept."""
        self.code_must_be_kept = False
        """True if that must be confirmed: a window asks for it, again after it was closed."""
        self.lost: BeraadError | None = None
        """FileReplaced error of the store that was locked last, until it is put right or opened again."""

    @property
    def state(self) -> StoreState:
        """State of the folder, told without a passphrase."""
        return store_state(self.folder)

    @property
    def glance(self) -> StoreState:
        """State of the folder, found faster: a damaged key file is told only on unlocking."""
        return store_state(self.folder, reading=False)

    @property
    def unlocked(self) -> bool:
        """True while cases can be read."""
        return self._store is not None

    def look(self) -> None:
        """Check the folder before anybody is asked for a passphrase. Raises what `Store.open` would."""
        from beraad.store.sqlite.state import refuse_unless_present  # noqa: PLC0415 - see the module

        refuse_unless_present(self.folder)

    def look_to_check(self) -> None:
        """Check that there is anything that `check` could report on. Raises what `Store.open` would."""
        from beraad.store.checking import key_file_to_check  # noqa: PLC0415
        from beraad.store.sqlite.lock import InstanceLock  # noqa: PLC0415

        places = Places(self.folder)
        key_file_to_check(places)
        InstanceLock(places.live.lock_file, may_make_file=False).release()

    @property
    def newest_backup(self) -> dt.datetime | None:
        """Time (UTC) of the newest backup that could be put back; None if there is none."""
        from beraad.store.sqlite.restoring import made_at, newest_backup  # noqa: PLC0415

        backup = newest_backup(Places(self.folder))
        return made_at(backup) if backup is not None else None

    def put_back_newest(self) -> None:
        """Put the newest backup in place of the database, whose remains are put aside.

        Raises StoreInUse, StoreMissing, StoreNotWritable, DiskFull.
        """
        from beraad.store.sqlite.restoring import newest_backup, put_back  # noqa: PLC0415

        places = Places(self.folder)
        put_back(places, newest_backup(places) or places.live)

    def put_back_rescue(self) -> None:
        """Put the rescue copy in place of the swapped database, which is put aside; see `lost`.

        Raises StoreInUse, StoreMissing, StoreNotWritable, DiskFull.
        """
        from beraad.store.sqlite.restoring import put_back_rescue  # noqa: PLC0415

        put_back_rescue(Places(self.folder), Path(str(self.lost.facts["rescue"]) if self.lost else ""))
        self.lost = None

    def create(self, passphrase: str, *, anew: bool = False) -> str:
        """Make the store and unlock it; return the recovery code. Raises what `Store.create` raises."""
        from beraad.store.store import Store  # noqa: PLC0415 - see the module

        store, code = Store.create(self.folder, passphrase, policy=self._cost(), anew=anew)
        self._enter(store, ActKind.STORE_MADE)
        self._code_given = True
        return code

    def unlock(self, passphrase: str, *, to_read: bool = False, back_up_later: bool = False) -> None:
        """Unlock the store. Raises what `Store.open` raises, and changes nothing then.

        With `to_read`, reading is enough if the folder is full or cannot be written to. With `back_up_later`
        the backup is left for `backup_job`.
        """
        from beraad.store.errors import DiskFull, StoreNotWritable  # noqa: PLC0415
        from beraad.store.store import Store  # noqa: PLC0415

        try:
            store = Store.open(self.folder, passphrase, policy=self._cost(), back_up_later=back_up_later)
        except (DiskFull, StoreNotWritable):
            if not to_read:
                raise
            from beraad.store.reading import ReadingStore  # noqa: PLC0415 - seldom needed

            reading = ReadingStore.open(self.folder, passphrase, policy=self._cost())
            store = cast("Store", reading)  # it gives what is asked of it, and refuses to write
        self._enter(store, ActKind.UNLOCKED)

    def unlock_with_recovery(self, code: str, new_passphrase: str) -> None:
        """Unlock with the printed recovery code and choose a new passphrase.

        Raises what `Store.open_with_recovery` raises, and PassphraseUnchanged; it stays locked then.
        """
        from beraad.store.errors import PassphraseNotEverywhere  # noqa: PLC0415
        from beraad.store.store import Store  # noqa: PLC0415

        store = Store.open_with_recovery(self.folder, code, policy=self._cost())
        try:
            store.change_passphrase(new_passphrase)
        except PassphraseNotEverywhere as error:
            store.notices = (*store.notices, error)
        except BaseException:
            store.close()
            raise
        self._enter(store, ActKind.UNLOCKED_BY_CODE, ActKind.PASSPHRASE_CHANGED)

    @property
    def code_is_kept(self) -> bool:
        """True if somebody was given the recovery code of the open store, and confirmed that it was kept."""
        return self._opened().code_is_kept

    def first_code(self) -> str:
        """Return the recovery code that nobody was given yet; see `code_is_kept`."""
        store = self._opened()
        self._record(store, ActKind.CODE_SHOWN)
        return store.recovery_code or ""

    def keep_code(self) -> None:
        """Note that somebody was given the recovery code of the open store, and kept it."""
        self._code_given = self.code_must_be_kept = False
        self._keep_code(self._opened())

    def recovery_code(self, passphrase: str) -> str | None:
        """Return the recovery code again, against the passphrase; None if it can only be replaced.

        Raises WrongPassphrase.
        """
        store = self._opened()
        store.confirm(passphrase)
        if (code := store.recovery_code) is not None:
            self._record(store, ActKind.CODE_SHOWN)
        return code

    def replace_recovery_code(self, passphrase: str) -> str:
        """Return a new recovery code; the former one opens nothing any more.

        Raises WrongPassphrase, PassphraseUnchanged.
        """
        from beraad.store.errors import PassphraseNotEverywhere  # noqa: PLC0415

        store = self._opened()
        store.confirm(passphrase)
        with suppress(PassphraseNotEverywhere):  # Unlocking mends it, and `check` names it until then.
            store.replace_recovery_code()
        self._record(store, ActKind.CODE_REPLACED)
        return store.recovery_code or ""

    @property
    def notices(self) -> tuple[BeraadError, ...]:
        """Notices of unlocking that somebody should hear of; see `Store.notices`."""
        if self._store is None:
            return ()
        trouble = self.backup_trouble
        return (*self._store.notices, *((trouble,) if trouble else ()))

    @property
    def backup_trouble(self) -> BeraadError | None:
        """Reason why no backup was made when the store was unlocked, if so."""
        from beraad.store.errors import DiskFull, NoRoomForBackup  # noqa: PLC0415

        trouble = self._store.backup_trouble if self._store is not None else None
        # Of a full disk: it is the backup that did not fit; nothing else was lost.
        return NoRoomForBackup(**trouble.facts) if isinstance(trouble, DiskFull) else trouble

    def backup_job(self) -> Callable[[], None] | None:
        """Return the job that makes the backup that `unlock` left; None if it left none. Raises FileReplaced.

        A worker thread may run it; see `Store.backup_job`.
        """
        return self._store.backup_job() if self._store is not None and self._store.backup_waits else None

    def look_at_file(self) -> BeraadError | None:
        """Check if somebody swapped the file of the open store; if so, save what it held elsewhere.

        Return the FileReplaced that says so, for as long as the store is open.
        """
        return self._store.look() if self._store is not None else None

    def check(self, passphrase: str) -> Report:
        """Read every page of the locked store, changing nothing."""
        from beraad.store.checking import check_store  # noqa: PLC0415

        return check_store(self.folder, passphrase, policy=self._cost())

    def cases(self, undo: CaseUndo | None = None) -> CaseService:
        """Return the service for cases; with `undo`, what it changes can be taken back."""
        from beraad.services.cases import CaseService  # noqa: PLC0415

        return CaseService(self._opened(), undo=undo)

    def case_undo(self) -> CaseUndo:
        """Return an empty list of acts for one page of cases; it ends when the store is locked."""
        from beraad.services.case_undo import CaseUndo  # noqa: PLC0415

        return CaseUndo(self._opened(), self._clock or dt.datetime.now)

    def meeting(self, reference: str, meeting: str) -> MeetingService:
        """Open a meeting. Close it before the vault, or call its `stand_aside`."""
        from beraad.services.meeting import MeetingService  # noqa: PLC0415

        return MeetingService(self._opened(), reference, meeting, self._clock, self._awake)

    def come_back(self, meeting: MeetingService) -> None:
        """Go on with a meeting that stood aside while this vault was locked; see `MeetingService`."""
        meeting.come_back(self._opened())

    def printing(self, undo: CaseUndo | None = None) -> PrintingService:
        """Return the service for copies; with `undo`, what is answered for them can be taken back."""
        from beraad.services.printing import PrintingService  # noqa: PLC0415

        return PrintingService(self._opened(), undo)

    @property
    def search(self) -> CaseSearch:
        """Search in all cases: one object until this vault is locked, which empties it."""
        from beraad.services.search import CaseSearch  # noqa: PLC0415 - see the module

        store = self._opened()
        if self._search is None:
            self._search = CaseSearch(store)
        return self._search

    def lock(self) -> None:
        """Back up, release everything, wipe what that frees. A failed backup is made at the next unlock."""
        with wiping_what_is_freed():
            self._let_go()

    def _let_go(self) -> None:
        if self._search is not None:
            self._search.close()
            self._search = None
        if self._store is not None:
            store, self._store = self._store, None
            try:
                if self._code_given and not self.code_must_be_kept:
                    self._keep_code(store)
                self._code_given = self.code_must_be_kept = False
                with suppress(BeraadError):
                    store.back_up()
                self.lost = store.look()
            finally:
                store.close()

    def _enter(self, store: Store, *kinds: ActKind) -> None:
        """Hold a store that was just opened; close it where that cannot be put on record."""
        try:
            self._record(store, *kinds)
        except BaseException:
            store.close()
            raise
        self._store = store

    def _keep_code(self, store: Store) -> None:
        """Note that the code was kept. If that cannot be written, it is asked again another time."""
        store.keep_code()
        with suppress(BeraadError):
            self._record(store, ActKind.CODE_KEPT)

    def _record(self, store: Store, *kinds: ActKind) -> None:
        from beraad.services.acts import record  # noqa: PLC0415 - see the module

        for kind in kinds:
            record(store, kind, clock=self._clock or dt.datetime.now)

    def _cost(self) -> KeyPolicy:
        from beraad.store.keys import PRODUCTION  # noqa: PLC0415

        return self._policy or PRODUCTION

    def _opened(self) -> Store:
        if self._store is None:
            raise RuntimeError("the vault is locked")
        return self._store
