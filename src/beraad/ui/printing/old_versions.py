"""Dialog with the plans that count no more: which there were, to read and to print as what they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.codes import ActKind
from beraad.export.timing import day_of
from beraad.i18n import _, spoken
from beraad.paths import replace_file
from beraad.services.old_versions import OldVersion, OldVersions
from beraad.ui.dialogs.files import Files
from beraad.ui.document_view import DocumentView
from beraad.ui.messages import Messages
from beraad.ui.printing.outcome import Outcome
from beraad.ui.printing.printers import Printers
from beraad.ui.printing.sheets import Sheets, print_all
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.dialog_frame import DialogFrame
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.work import Work
from beraad.words.case import meeting_title
from beraad.words.plan import version_label

_ROWS = 4
"""Most versions that the list shows without scrolling."""


class OldVersionsDialog(DialogFrame):
    """Earlier versions in a list, the chosen one below it, and buttons to save and print that one."""

    def __init__(
        self,
        versions: OldVersions,
        *,
        messages: Messages,
        files: Files,
        printers: Printers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Eerdere versies"), parent=parent)
        self._versions, self._messages, self._files, self._printers = versions, messages, files, printers
        self._outcome, self._work = Outcome(messages), Work(self)
        self._lines = versions.lines()
        self.list = QListWidget()
        self.reading = DocumentView()
        self._close, self._save = QPushButton(_("Sluiten")), QPushButton(_("Opslaan als…"))
        self._print = QPushButton(_("Printen…"))
        self._build()
        self._connect()
        self.list.setCurrentRow(0)

    @classmethod
    def show_over(
        cls, versions: OldVersions, *, messages: Messages, files: Files, printers: Printers, parent: QWidget
    ) -> None:
        """Show the dialog over a window and return at once."""
        dialog = cls(versions, messages=messages, files=files, printers=printers, parent=parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @override
    def done(self, result: int, /) -> None:
        """Stop a running job and wait for its thread, then close."""
        self._work.finish()
        super().done(result)

    def save(self) -> None:
        """Ask for a file name and write the version that is shown."""
        chosen = self._chosen()
        path = self._files.to_write(self._versions.name_for(chosen.place), _("PDF"), "*.pdf")
        if path is not None:
            version = chosen.place

            def write() -> None:
                replace_file(path, self._versions.one(version).data)
                self._versions.handed_out(ActKind.COPY_SAVED, version)

            self._run(_("Het exemplaar wordt opgeslagen…"), write)

    def print(self) -> None:
        """Ask for a printer and print the version that is shown."""
        if not self._printers.any:
            told = _("Deze computer kent geen printer. Sla de exemplaren op in een map en print ze elders.")
            self._messages.tell(_("Er is geen printer"), told)
            return
        printer = self._printers.choose(self)
        if printer is not None:
            version = self._chosen().place
            name = Path(self._versions.name_for(version)).stem

            def job() -> None:
                print_all(printer, [lambda: Sheets(name, self._versions.one(version).data)])
                self._versions.handed_out(ActKind.COPY_PRINTED, version)

            self._run(_("De exemplaren worden geprint…"), job)

    def _run(self, title: str, job: Callable[[], None]) -> None:
        if not self._work.busy:
            self._work.run(
                title,
                lambda _progress: job(),
                done=lambda _result: None,
                failed=self._outcome.failed,
                cancellable=False,
            )

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "medium"))
        told = _("Deze plannen tellen niet meer. Ze zijn alleen voor uzelf en het dossier.")
        column.addWidget(TextLabel(told, "soft"))
        self.list.setAccessibleName(_("Eerdere versies"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        for line in self._lines:
            self.list.addItem(QListWidgetItem(_told(line)))
        row = max(self.list.sizeHintForRow(0), 2 * theme.size("text", "line"))
        self.list.setFixedHeight(row * min(len(self._lines), _ROWS) + 2 * theme.size("space", "small"))
        column.addWidget(self.list)
        column.addWidget(self.reading)
        column.addStretch(1)
        set_icon(self._print, "print")
        for button in (self._close, self._save, self._print):
            button.setAutoDefault(False)
            self.foot.addWidget(button)
        self.take(QSize(760, 760) * theme.scale)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_chosen)
        self._close.clicked.connect(self.reject)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)

    def _on_chosen(self, row: int) -> None:
        if row >= 0:
            self.reading.show_document(self._versions.document(self._lines[row].place))

    def _chosen(self) -> OldVersion:
        return self._lines[max(0, self.list.currentRow())]


def _told(line: OldVersion) -> str:
    """Return a version in two lines: what it was, and who was asked."""
    parts = (
        version_label(line.version, spoken()),
        _("vervallen"),
        day_of(line.agreed_at, spoken()),
        meeting_title(line.meeting, spoken()),
    )
    asked = _("Gevraagd: {names}").format(names=spoken().listed(list(line.asked)) or _("niemand"))
    return f"{' · '.join(parts)}\n{asked}"
