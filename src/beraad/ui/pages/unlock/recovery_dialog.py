"""Dialog to show or replace the recovery code after the passphrase was typed again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.services.vault import Vault
from beraad.ui.messages import Messages
from beraad.ui.pages.unlock.code_form import CodeForm
from beraad.ui.pages.unlock.form import UnlockForm
from beraad.ui.widgets.dialog_frame import DialogFrame
from beraad.ui.work import Work
from beraad.words.errors import sentence


class RecoveryCodeDialog(DialogFrame):
    """Dialog that asks the passphrase, then shows the code. It keeps neither."""

    def __init__(
        self,
        vault: Vault,
        work: Work,
        *,
        messages: Messages,
        print_code: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._vault, self._work, self._messages = vault, work, messages
        self.ask_form = UnlockForm(
            _("Herstelcode"),
            _("Typ uw wachtzin. Dan ziet u de herstelcode nog eens, of maakt u een nieuwe."),
            _("Laat de code zien"),
            icon="key",
        )
        self.passphrase = self.ask_form.add_field(_("Wachtzin"))
        self.renew = self.ask_form.add_link(_("Maak een nieuwe code; de vorige werkt dan niet meer"))
        self.code_form = CodeForm()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.ask_form)
        self._stack.addWidget(self.code_form)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._fit()
        self.ask_form.submitted.connect(self._on_show)
        self.renew.clicked.connect(self._on_renew)
        self.code_form.print_requested.connect(print_code)
        self.code_form.submitted.connect(self._on_kept)
        self.passphrase.setFocus()

    @classmethod
    def show_over(
        cls,
        vault: Vault,
        work: Work,
        *,
        messages: Messages,
        print_code: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(vault, work, messages=messages, print_code=print_code, parent=parent)
        dialog.exec()
        dialog.deleteLater()

    @override
    def done(self, result: int, /) -> None:
        self.ask_form.clear()
        self.code_form.clear()
        super().done(result)

    def _on_show(self) -> None:
        self._run(self._vault.recovery_code)

    def _on_renew(self) -> None:
        if not self.passphrase.text():
            self.ask_form.say(_("Typ eerst uw wachtzin."))
            return
        sure = self._messages.ask(
            _("Een nieuwe herstelcode maken?"),
            _("De vorige code opent daarna niets meer, ook geen reservekopie. Gooi het oude papier weg."),
            yes=_("Nieuwe code maken"),
        )
        if sure:
            self._run(self._vault.replace_recovery_code)

    def _run(self, job: Callable[[str], str | None]) -> None:
        """Run a job on a worker thread, since Argon2 is slow on purpose."""
        if self._work.busy:
            return
        typed = self.passphrase.text()
        self.ask_form.say("")
        self._stack.setEnabled(False)
        self._work.run(
            "", lambda _progress: job(typed), done=self._on_told, failed=self._on_failed, cancellable=False
        )

    def _on_told(self, code: str | None) -> None:
        self._stack.setEnabled(True)
        self.passphrase.clear()
        if code is None:
            self.ask_form.say(
                _("Deze code is gemaakt voordat Beraad hem nog eens kon tonen. Maak een nieuwe code.")
            )
            return
        self._stack.setCurrentWidget(self.code_form)
        self.code_form.show_code(code)
        self._fit()
        self.code_form.kept.setFocus()

    def _fit(self) -> None:
        """Resize to the form that is shown."""
        if (form := self._stack.currentWidget()) is not None:
            margins = self.column.contentsMargins()
            self.take_width(form.sizeHint().width() + margins.left() + margins.right())

    def _on_failed(self, error: Exception) -> None:
        self._stack.setEnabled(True)
        if not isinstance(error, BeraadError):
            raise error
        self.passphrase.clear()
        self.passphrase.setFocus()
        self.ask_form.say(sentence(error, spoken()))

    def _on_kept(self) -> None:
        self._vault.keep_code()
        self.accept()
