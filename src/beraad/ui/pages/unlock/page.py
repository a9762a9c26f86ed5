"""Page to unlock or create the store: the choice of a form, and the next form after each."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum, auto
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.codes import StoreState
from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.services.vault import Vault
from beraad.ui.pages.unlock.choose_form import ChooseForm
from beraad.ui.pages.unlock.code_form import CodeForm
from beraad.ui.pages.unlock.form import UnlockForm
from beraad.ui.pages.unlock.remains_form import RemainsForm
from beraad.ui.pages.unlock.rescued_form import RescuedForm
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.work import Work
from beraad.words.errors import sentence
from beraad.words.store import state_sentence

F = TypeVar("F", bound=UnlockForm)

TWICE_WITHIN = 0.8
"""Largest number of seconds between two presses of Escape that count as one double press."""


class UnlockState(Enum):
    """Step on the way to unlocked cases."""

    CHOOSE = auto()
    KEEP_CODE = auto()
    ASK = auto()
    RECOVER = auto()
    REMAINS = auto()
    RESCUED = auto()
    TROUBLE = auto()


_TYPED_WRONG = frozenset(
    {"wrong_passphrase", "empty_passphrase", "recovery_code_mistyped", "wrong_recovery_code"}
)


class UnlockPage(QWidget):
    """One form at a time, in the middle. It keeps nothing that was typed."""

    unlocked = Signal()
    code_print_requested = Signal(str)
    escaped_twice = Signal()

    def __init__(self, vault: Vault, work: Work, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._work = vault, work
        self._escaped_at = -TWICE_WITHIN
        self._build()
        self.begin()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        for form in self._forms.values():
            keep_reading_order(form)
        super().showEvent(event)
        if not event.spontaneous():
            # A focus set before the page was shown may have moved to the next widget meanwhile.
            self._focus(self._form(self._state))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            now = time.monotonic()
            if now - self._escaped_at < TWICE_WITHIN:
                self.escaped_twice.emit()
            self._escaped_at = now
        else:
            super().keyPressEvent(event)

    @property
    def state(self) -> UnlockState:
        """Present state."""
        return self._state

    def begin(self) -> None:
        """Look at the data folder, and show the form for what is there."""
        # During a lock this program itself still has the store open.
        state = StoreState.PRESENT if self._vault.unlocked else self._vault.glance
        self._anew = False
        if self._vault.lost is not None and not self._vault.unlocked:
            self.enter(UnlockState.RESCUED)
            self._show_loss(self._vault.lost)
        elif state is StoreState.ABSENT:
            self.enter(UnlockState.CHOOSE)
        elif state is StoreState.PRESENT:
            self.enter(UnlockState.ASK)
        elif state in (StoreState.ONLY_BACKUPS, StoreState.DATABASE_MISSING):
            self.enter(UnlockState.REMAINS)
            self.remains_form.show_backup(self._vault.newest_backup)
        else:
            self.enter(UnlockState.TROUBLE)
            self.trouble_form.say(state_sentence(state, spoken()))

    def add_foot(self, foot: QWidget) -> None:
        """Put a widget below the form."""
        self._column.addWidget(foot)

    def clear(self) -> None:
        """Clear everything that was typed or shown."""
        for form in self._forms.values():
            form.clear()

    # Each form is made when it is first needed: the window shows sooner with one form than with six.

    @cached_property
    def choose_form(self) -> ChooseForm:
        """Form to choose the passphrase of a new store."""
        form = ChooseForm()
        form.submitted.connect(self._on_chosen)
        return self._place(UnlockState.CHOOSE, form)

    @cached_property
    def code_form(self) -> CodeForm:
        """Form that shows the recovery code once."""
        form = CodeForm()
        form.submitted.connect(self._on_code_kept)
        form.print_requested.connect(self.code_print_requested)
        return self._place(UnlockState.KEEP_CODE, form)

    @cached_property
    def ask_form(self) -> UnlockForm:
        """Form that asks for the passphrase."""
        form = UnlockForm(_("Beraad openen"), "", _("Openen"), icon="lock")
        form.add_field(_("Wachtzin"))
        self._lost = form.add_link(_("Wachtzin kwijt? Gebruik de herstelcode"))
        self._lost.clicked.connect(lambda: self.enter(UnlockState.RECOVER))
        form.submitted.connect(self._on_passphrase)
        return self._place(UnlockState.ASK, form)

    @property
    def passphrase(self) -> QLineEdit:
        """Field for the passphrase of an existing store."""
        return self.ask_form.fields_in_order()[0]

    @cached_property
    def recover_form(self) -> ChooseForm:
        """Form to choose a new passphrase with the recovery code."""
        form = ChooseForm(recovery=True)
        self._back = form.add_link(_("Terug naar de wachtzin"))
        self._back.clicked.connect(lambda: self.enter(UnlockState.ASK))
        form.submitted.connect(self._on_recover)
        return self._place(UnlockState.RECOVER, form)

    @cached_property
    def trouble_form(self) -> UnlockForm:
        """Form that says what is wrong with the folder."""
        form = UnlockForm(_("Beraad gaat niet open"), "", _("Opnieuw proberen"), icon="warning")
        self._folder = form.add_link(_("De map met de zaken laten zien"))
        self._folder.clicked.connect(self._on_show_folder)
        form.submitted.connect(self.begin)
        return self._place(UnlockState.TROUBLE, form)

    @cached_property
    def remains_form(self) -> RemainsForm:
        """Form for backups without a database."""
        form = RemainsForm()
        form.submitted.connect(self._on_put_back)
        form.again.clicked.connect(self.begin)
        form.folder.clicked.connect(self._on_show_folder)
        form.anew.clicked.connect(self._on_anew)
        return self._place(UnlockState.REMAINS, form)

    @cached_property
    def rescued_form(self) -> RescuedForm:
        """Form that says that the open database was swapped and what it held was saved."""
        form = RescuedForm()
        form.submitted.connect(self._on_put_rescue_back)
        form.folder.clicked.connect(self._on_show_folder)
        form.as_it_is.clicked.connect(self._on_as_it_is)
        return self._place(UnlockState.RESCUED, form)

    def _build(self) -> None:
        self._forms: dict[UnlockState, UnlockForm] = {}
        """Forms made so far."""
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack)

    def _place(self, state: UnlockState, form: F) -> F:
        self._forms[state] = form
        self._stack.addWidget(_centred(form))
        return form

    def _form(self, state: UnlockState) -> UnlockForm:
        forms: dict[UnlockState, Callable[[], UnlockForm]] = {
            UnlockState.CHOOSE: lambda: self.choose_form,
            UnlockState.KEEP_CODE: lambda: self.code_form,
            UnlockState.ASK: lambda: self.ask_form,
            UnlockState.RECOVER: lambda: self.recover_form,
            UnlockState.REMAINS: lambda: self.remains_form,
            UnlockState.RESCUED: lambda: self.rescued_form,
            UnlockState.TROUBLE: lambda: self.trouble_form,
        }
        return forms[state]()

    def _on_chosen(self) -> None:
        if objection := self.choose_form.objection():
            self.choose_form.say(objection)
            return
        passphrase, anew = self.choose_form.first.text(), self._anew
        self._run(
            _("De versleutelde opslag wordt gemaakt…"),
            lambda: self._vault.create(passphrase, anew=anew),
            self._made,
        )

    def _on_put_back(self) -> None:
        self._run(
            _("De reservekopie wordt teruggezet…"), self._vault.put_back_newest, lambda _done: self.begin()
        )

    def _show_loss(self, lost: BeraadError) -> None:
        # A file that was overwritten is still open here, and cannot be opened a second time.
        may_go_on = lost.facts.get("how") not in ("overwritten", "log_replaced")
        self.rescued_form.show_loss(
            sentence(lost, spoken()), rescued=bool(lost.facts.get("rescue")), may_go_on=may_go_on
        )

    def _on_put_rescue_back(self) -> None:
        self._run(
            _("De reddingskopie wordt teruggezet…"), self._vault.put_back_rescue, lambda _done: self.begin()
        )

    def _on_as_it_is(self) -> None:
        self._vault.lost = None
        self.begin()

    def _on_anew(self) -> None:
        """Start a new store. Only after the user was asked; the backups stay where they are."""
        self._anew = True
        self.enter(UnlockState.CHOOSE)

    def _on_passphrase(self) -> None:
        passphrase = self.passphrase.text()
        self._run(
            _("De zaken worden ontgrendeld…"),
            lambda: self._vault.unlock(passphrase, to_read=True, back_up_later=True),
            self._in,
        )

    def _on_recover(self) -> None:
        if objection := self.recover_form.objection():
            self.recover_form.say(objection)
            return
        code = self.recover_form.code.text() if self.recover_form.code else ""
        passphrase = self.recover_form.first.text()
        self._run(
            _("De zaken worden ontgrendeld…"),
            lambda: self._vault.unlock_with_recovery(code, passphrase),
            self._in,
        )

    def _on_code_kept(self) -> None:
        self._vault.keep_code()
        self.clear()
        self.unlocked.emit()

    def _on_show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._vault.folder)))

    def _run(self, title: str, job: Callable[[], object], done: Callable[[object], None]) -> None:
        """Run a job on a worker thread with the form disabled, since Argon2 is slow on purpose."""
        if self._work.busy:
            return
        self._forms[self._state].say("")
        self._stack.setEnabled(False)
        self._work.run(
            title,
            lambda _progress: job(),
            done=lambda result: self._reopen(lambda: done(result)),
            failed=lambda error: self._reopen(lambda: self._failed(error)),
            cancellable=False,
        )

    def _reopen(self, then: Callable[[], None]) -> None:
        self._stack.setEnabled(True)
        then()

    def _made(self, code: object) -> None:
        # If the user closes the window before the tick, the form is shown again next time.
        self._vault.code_must_be_kept = True
        self.enter(UnlockState.KEEP_CODE)
        self.code_form.show_code(str(code))

    def _in(self, _result: object) -> None:
        if not self._vault.code_is_kept:
            # The code was made but never shown, because the program ended first.
            self._made(self._vault.first_code())
            return
        self.clear()
        self.unlocked.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, BeraadError):
            raise error
        form = self._forms[self._state]
        if error.code in _TYPED_WRONG:
            if error.code == "wrong_passphrase":
                self.passphrase.clear()
            form.say(sentence(error, spoken()))
            self._focus(form)
        else:
            self.enter(UnlockState.TROUBLE)
            self.trouble_form.say(sentence(error, spoken()))

    def enter(self, state: UnlockState) -> None:
        """Show the empty form of this state."""
        self.clear()
        self._state = state
        form = self._form(state)
        self._stack.setCurrentIndex(list(self._forms).index(state))
        if self.isVisible():
            keep_reading_order(form)
        self._focus(form)

    def _focus(self, form: UnlockForm) -> None:
        first = form.fields_in_order()
        (first[0] if first else form.submit).setFocus(Qt.FocusReason.OtherFocusReason)


def _centred(form: UnlockForm) -> ScrollColumn:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addStretch(2)
    # Stretches instead of an alignment: with one the layout would measure the text at the window's width.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(3)
    return ScrollColumn(inside)
