"""Dialog for words that may reach nobody else: a code word, a place to flee to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.readers import PROFESSIONALS
from beraad.services.cases import SecretLine
from beraad.ui.dialogs.chosen_readers import chosen_readers
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.dialogs.watch_chips import WatchChips
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.text_label import TextLabel


class SecretsDialog(FormDialog):
    """Secret words of a case, each with who may see it and why."""

    def __init__(
        self,
        save: Callable[[Sequence[SecretLine]], None],
        *,
        secrets: tuple[SecretLine, ...],
        people: tuple[PersonChoice, ...],
        names: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Geheime woorden"), _("Opslaan"), width=620, height=560, parent=parent)
        self._save = save
        self._people, self._names = people, names
        self.lines: list[_Line] = []
        self.form.addWidget(
            hint_label(
                _(
                    "Een codewoord, een plek om naartoe te gaan. Staat zo’n woord ergens in een tekst, "
                    "dan komt die tekst niet bij wie het woord niet mag weten: niet op papier en "
                    "niet op het scherm."
                )
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(Theme.current().size("space", "small"))
        self.form.addLayout(self._list)
        self._add = QPushButton(_("Geheim woord toevoegen"))
        self._add.setProperty("role", "add")
        set_icon(self._add, "add", "soft")
        self.form.addWidget(self._add)
        for secret in secrets:
            self.add(secret)
        self._add.clicked.connect(self._on_add)

    @classmethod
    def ask(
        cls,
        save: Callable[[Sequence[SecretLine]], None],
        *,
        secrets: tuple[SecretLine, ...],
        people: tuple[PersonChoice, ...],
        names: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> tuple[SecretLine, ...] | None:
        """Return the secrets once `save` accepted them; None if the user cancelled."""
        dialog = cls(save, secrets=secrets, people=people, names=names, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        wish = dialog.wish() if accepted else None
        dialog.deleteLater()
        return wish

    def wish(self) -> tuple[SecretLine, ...]:
        """Return what is filled in now, without empty lines."""
        return tuple(line.secret() for line in self.lines if line.word.text().strip())

    def add(self, secret: SecretLine) -> None:
        """Show one more secret."""
        line = _Line(secret, self._people, self._names)
        self.lines.append(line)
        self._list.addWidget(line)
        line.remove.clicked.connect(lambda: self._drop(line))

    @override
    def save(self) -> None:
        self._save(self.wish())

    def _on_add(self) -> None:
        self.add(SecretLine("", PROFESSIONALS, None))
        self.lines[-1].word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._add.setFocus()


class _Line(QFrame):
    """Word, the reason why it is secret, who may see it, and the words watched for."""

    def __init__(self, secret: SecretLine, people: tuple[PersonChoice, ...], names: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        theme = Theme.current()
        self._before = secret.visible_to
        self.word = LineEdit(secret.text)
        self.word.setPlaceholderText(_("woord of zin"))
        self.word.setAccessibleName(_("Geheim woord of zin"))
        self.why = LineEdit(secret.why or "")
        self.why.setPlaceholderText(_("waarom: een codewoord"))
        self.why.setAccessibleName(_("Waarom dit geheim is"))
        self.remove = QPushButton()
        self.remove.setProperty("role", "quiet")
        self.remove.setToolTip(_("Weghalen"))
        self.remove.setAccessibleName(_("Dit geheime woord weghalen"))
        set_icon(self.remove, "remove", "soft")
        self.visible_to = ReadersPicker(people, secret.visible_to, at_once=False)
        self.watched = WatchChips(names, also=secret.watch_also, struck=secret.watch_not)
        first = QHBoxLayout()
        first.addWidget(self.word, 1)
        first.addWidget(self.why, 1)
        first.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space", "small"),) * 4)
        column.addLayout(first)
        column.addWidget(TextLabel(_("Wie mag dit weten?"), "small", wrap=False))
        column.addWidget(self.visible_to)
        column.addWidget(self.watched)
        self.word.textChanged.connect(self._show_watched)
        self._show_watched()

    def secret(self) -> SecretLine:
        """Return the secret as it is filled in now."""
        return SecretLine(
            self.word.text().strip(),
            chosen_readers(self.visible_to, self._before),
            self.why.text().strip() or None,
            self.watched.also,
            self.watched.struck,
        )

    def _show_watched(self) -> None:
        self.watched.show_detail(None, self.word.text())
