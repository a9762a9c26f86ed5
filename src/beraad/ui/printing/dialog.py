"""Dialog to print a plan: readers, a preview of their copies, saving in a folder, and printing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Self

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.codes import ActKind, NoCopy
from beraad.errors import BeraadError
from beraad.i18n import _, ngettext, spoken
from beraad.paths import replace_file
from beraad.services.printed import Printed, Withheld
from beraad.services.printing import Copies
from beraad.ui.dialogs.files import Files
from beraad.ui.messages import Messages
from beraad.ui.printing.handing_out import HandingOut
from beraad.ui.printing.keyed_papers import KeyedPapers
from beraad.ui.printing.left_off import LeftOffPanels
from beraad.ui.printing.letters import LettersDialog
from beraad.ui.printing.outcome import Outcome, held_sentence
from beraad.ui.printing.preview import CopyPreview
from beraad.ui.printing.printers import Printers
from beraad.ui.printing.readers import FILE, ReaderList, card_of, is_slip, slip_of, whose
from beraad.ui.printing.remarks import RemarksDialog
from beraad.ui.printing.sheets import print_all
from beraad.ui.printing.together import TogetherPanels
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.dialog_frame import DialogFrame
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import LineLabel, TextLabel
from beraad.ui.work import Progress, Work
from beraad.words.errors import sentence

_BESIDE, _READERS, _PREVIEW = 760, 320, 200
"""Pixels at 100 %: width of the dialog for a preview beside the readers, and of each of the two."""


class PrintDialog(DialogFrame):
    """Readers on the left, the copy of the chosen one on the right, buttons for all copies below."""

    def __init__(
        self,
        copies: Copies,
        *,
        messages: Messages,
        files: Files,
        printers: Printers,
        today: Callable[[], dt.date] = dt.date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Printen"), parent=parent)
        self._today = today
        self._copies, self._messages, self._files, self._printers = copies, messages, files, printers
        self._called = {reader.person: reader.called for reader in copies.readers()}
        self._withheld = {held.person: held for held in copies.withheld()}
        self._slips = frozenset(line.person for line in copies.slips.lines())
        self._keyed = KeyedPapers(copies)
        self._outcome = Outcome(messages)
        self._work = Work(self)
        self._wanted: str | None = None
        self._shown: tuple[str, bytes] | None = None
        self._build()
        self._connect()
        self.readers.setCurrentRow(0)
        self._show_count()

    @classmethod
    def show_over(
        cls,
        copies: Copies,
        *,
        messages: Messages,
        files: Files,
        printers: Printers,
        today: Callable[[], dt.date],
        parent: QWidget,
    ) -> Self | None:
        """Show the dialog over a window and return at once, without waiting for it to close.

        First it asks about texts that may tell a hidden detail, and how to write names with letters that
        paper does not have. It returns None, without a dialog, if the user cancels there.
        """
        remarks = copies.remarks()
        if remarks and not RemarksDialog.ask(remarks, copies.decide, parent=parent):
            return None
        unwritable = copies.unwritable()
        if unwritable and not LettersDialog.ask(unwritable, copies.spell, parent=parent):
            return None
        dialog = cls(copies, messages=messages, files=files, printers=printers, today=today, parent=parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @override
    def done(self, result: int, /) -> None:
        """Stop a running job and wait for its thread, then close."""
        self._work.finish()
        super().done(result)

    # -- wishes --------------------------------------------------------------------------------------

    def save_all(self) -> None:
        """Ask for a folder and write a PDF for every ticked reader."""
        if self._work.busy or (folder := self._files.folder()) is None:
            return
        # Include people who get no copy: an older copy of theirs must be removed from the folder.
        people = (*self.readers.ticked(), *self._withheld)
        register = self.handing_out.register()

        def write(progress: Progress) -> Printed:
            def told(at: int, of: int) -> bool:
                if not progress.cancelled:
                    progress.step(at, of, _copy_words(at, of))
                return not progress.cancelled

            printed = self._copies.write_all(folder, people, told)
            if not printed.cancelled:
                self._copies.slips.write_all(folder, self.readers.ticked())
            register(card_of(item.person) if item.card else item.person for item in printed.copies)
            return printed

        self._work.run(
            _("De exemplaren worden gemaakt…"), write, done=self._on_saved, failed=self._outcome.failed
        )

    def print_all(self) -> None:
        """Ask for a printer and print every ticked copy with its card and slip, each as its own job."""
        cards = {card_of(reader.person) for reader in self._copies.readers() if reader.card}
        beside = cards | {slip_of(person) for person in self._slips}
        papers = (key for one in self.readers.ticked() for key in (one, card_of(one), slip_of(one)))
        keys = [key for key in papers if key in beside or key == whose(key)[0]]
        self._print(keys, tuple(self._withheld.values()))

    def print_shown(self) -> None:
        """Ask for a printer and print the copy that is shown."""
        if self._shown is not None and self._shown[0] not in self._withheld:
            self._print((self._shown[0],), ())

    def save_shown(self) -> None:
        """Ask for a file name and write the copy that is shown."""
        if self._shown is None or self._shown[0] in self._withheld:
            return
        reader, data = self._shown
        person, _card = whose(reader)
        path = self._files.to_write(self._keyed.name_for(reader), _("PDF"), "*.pdf")
        if path is not None and not self._work.busy:
            register = self.handing_out.register()

            def write(_progress: Progress) -> None:
                replace_file(path, data)
                self._copies.handed_out(ActKind.COPY_SAVED, (person,))
                register((reader,))

            self._work.run(
                _("Het exemplaar wordt opgeslagen…"),
                write,
                done=lambda _result: self.handing_out.show_for(reader),
                failed=self._outcome.failed,
                cancellable=False,
            )

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = Theme.current()
        self.readers = ReaderList(self._copies.readers(), self._copies.withheld(), self._slips)
        self.preview = CopyPreview()
        self.left_off = LeftOffPanels(self._copies.left_off(), self._copies.names, self)
        self.handing_out = HandingOut(self._copies, self._today, self)
        self.together = TogetherPanels(self._copies.side_by_side(), self._copies.names, self)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "medium"))
        if self._copies.is_being_changed:
            told = _(
                "Dit is het plan zoals het is vastgesteld. Wat daarna is veranderd, staat er nog niet op."
            )
            column.addWidget(TextLabel(told, "soft"))
        if not self._copies.agreed_at:
            told = _("Dit plan is nog niet vastgesteld. Op elke bladzijde staat dat het een concept is.")
            column.addWidget(TextLabel(told, "strong", tone="amber"))
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(theme.size("space", "wide"))
        self._left, right = self._build_left(), self._build_right()
        self._middle.addWidget(self._left)
        self._middle.addWidget(right, 1)
        column.addLayout(self._middle, 1)
        self._build_foot()
        self.take(QSize(1120, 820) * theme.scale)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        # The preview is beside the readers, or below them if both would be too narrow.
        theme, ways = Theme.current(), QBoxLayout.Direction
        beside = self.width() >= _BESIDE * theme.scale
        self._middle.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._left.setMaximumWidth(round(_READERS * theme.scale) if beside else self.width())
        self._left.setMinimumWidth(self._left.maximumWidth() if beside else 0)
        super().resizeEvent(event)

    def _build_left(self) -> QWidget:
        theme = Theme.current()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "small"))
        asks = TextLabel(_("Wie krijgt een exemplaar?"), "heading")
        # As high as the heading of the other column with its buttons.
        asks.setMinimumHeight(theme.size("text", "line") + 2 * theme.size("space", "tight") + 6)
        column.addWidget(asks)
        self.readers.setMinimumHeight(round(_PREVIEW * theme.scale))
        column.addWidget(self.readers, 1)
        self.told = QFrame()
        self.told.setProperty("role", "panel")
        self.told.setProperty("tone", "danger")
        told = QVBoxLayout(self.told)
        for held in self._withheld.values():
            if held.reason is NoCopy.LEAK:
                told.addWidget(TextLabel(held_sentence(held), tone="danger"))
        column.addWidget(self.told)
        # Show it only in its layout: before, it would be a window of its own for a moment, with a secret.
        self.told.setVisible(any(held.reason is NoCopy.LEAK for held in self._withheld.values()))
        column.addWidget(self.handing_out.tick)
        column.addWidget(self.left_off.summary)
        column.addWidget(self.together.summary)
        return left

    def _build_right(self) -> QWidget:
        theme = Theme.current()
        gap = theme.size("space", "small")
        self._whose = LineLabel(role="heading")
        self._save_one = QPushButton(_("Opslaan als…"))
        self._save_one.setAccessibleName(_("Dit exemplaar opslaan"))
        self._print_one = QPushButton(_("Alleen dit printen…"))
        head = FlowLayout(gap=gap)
        head.add_growing(self._whose)
        for button in (self._save_one, self._print_one):
            button.setAutoDefault(False)
            head.addWidget(button)
        self.preview.setMinimumHeight(round(_PREVIEW * theme.scale))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(head)
        column.addWidget(self.handing_out.beside)
        column.addWidget(self.left_off.beside)
        column.addWidget(self.together.beside)
        column.addWidget(self.preview, 1)
        return right

    def _build_foot(self) -> None:
        self._count = LineLabel(role="soft")
        self._close = QPushButton(_("Sluiten"))
        self._save = QPushButton(_("Opslaan in map…"))
        set_icon(self._save, "open")
        self._print_button = QPushButton(_("Alles printen…"))
        self._print_button.setProperty("role", "primary")
        set_icon(self._print_button, "print", "on_strong")
        self.foot.add_growing(self._count)
        for button in (self._close, self._save, self._print_button):
            button.setAutoDefault(False)
            self.foot.addWidget(button)

    def _connect(self) -> None:
        self.readers.reader_chosen.connect(self._on_reader)
        self.readers.ticked_changed.connect(self._show_count)
        self._save_one.clicked.connect(self.save_shown)
        self._print_one.clicked.connect(self.print_shown)
        self._close.clicked.connect(self.reject)
        self._save.clicked.connect(self.save_all)
        self._print_button.clicked.connect(self.print_all)

    # -- showing -------------------------------------------------------------------------------------

    def _on_reader(self, reader: str) -> None:
        self._wanted = reader
        self._shown = None
        person, card = whose(reader)
        title = _("Aparte kaart van {name}") if card else _("Exemplaar voor {name}")
        title = _("Wisselbriefje voor {name}") if is_slip(reader) else title
        self._whose.setText(title.format(name=self._called[person]) if reader != FILE else _("Dossier"))
        self.handing_out.show_for(reader)
        self.left_off.show_for(reader)
        self.together.show_for(reader)
        self._allow_one(allowed=False)
        self._bring_in_sight()
        held = self._withheld.get(reader)
        if held is not None:
            self._wanted = None
            self.preview.show_words(held_sentence(held))
        elif not self._work.busy:
            self._render()

    def _bring_in_sight(self) -> None:
        """Scroll the dialog to the current reader if the list is taller than its room."""
        # The list itself scrolls only after this signal.
        self.readers.scrollToItem(self.readers.currentItem())
        row = self.readers.visualItemRect(self.readers.currentItem())
        middle = self.readers.viewport().mapTo(self.area.viewport(), row.center())
        middle += QPoint(0, self.area.verticalScrollBar().value())
        self.area.ensureVisible(0, middle.y(), 0, row.height() // 2)

    def _render(self) -> None:
        """Make the wanted copy; if another was chosen meanwhile, make that one next."""
        reader = self._wanted
        if reader is None:
            return
        self._wanted = None

        def rendered(data: bytes) -> None:
            if self._wanted is None and self.readers.chosen() == reader:
                self._shown = (reader, data)
                self.preview.show_pdf(data)
                self._allow_one(allowed=True)
            self._render()

        def failed(error: Exception) -> None:
            if not isinstance(error, BeraadError):
                raise error
            self.preview.show_words(sentence(error, spoken()))
            self._render()

        job = self._keyed.sheets(reader)
        self._work.run(
            _("Het exemplaar wordt gemaakt…"),
            lambda _progress: job().data,
            done=rendered,
            failed=failed,
            cancellable=False,
        )

    def _allow_one(self, *, allowed: bool) -> None:
        self._save_one.setEnabled(allowed)
        self._print_one.setEnabled(allowed)

    def _show_count(self) -> None:
        count = len(self.readers.ticked())
        told = ngettext("{count} exemplaar", "{count} exemplaren", count).format(count=count)
        self._count.setText(told)
        self._save.setEnabled(bool(count))
        self._print_button.setEnabled(bool(count))

    # -- making --------------------------------------------------------------------------------------

    def _print(self, people: Sequence[str], withheld: tuple[Withheld, ...]) -> None:
        """Print these copies and cards (or FILE), by their keys; `withheld` is told beside it."""
        if self._work.busy or not people:
            return
        if not self._printers.any:
            self._messages.tell(
                _("Er is geen printer"),
                _("Deze computer kent geen printer. Sla de exemplaren op in een map en print ze elders."),
            )
            return
        printer = self._printers.choose(self)
        if printer is not None:
            self._run_printer(printer, people, withheld)

    def _run_printer(self, printer: QPrinter, people: Sequence[str], withheld: tuple[Withheld, ...]) -> None:
        register = self.handing_out.register()

        def job(progress: Progress) -> int:
            def told(at: int, of: int) -> None:
                if at:
                    # The printer took it: said before anything can stop the rest.
                    self._copies.handed_out(ActKind.COPY_PRINTED, (whose(people[at - 1])[0],))
                    register((people[at - 1],))
                progress.step(at, of, _copy_words(at, of))

            return print_all(printer, [self._keyed.sheets(person) for person in people], told)

        self._work.run(
            _("De exemplaren worden geprint…"),
            job,
            done=lambda count: self._on_printed(count, people, withheld),
            failed=self._outcome.failed,
        )

    def _on_printed(self, count: int, people: Sequence[str], withheld: tuple[Withheld, ...]) -> None:
        self.handing_out.show_for(self.readers.chosen())
        self._outcome.printed(count, withheld, self._keyed.not_home(people), self._keyed.with_card(people))

    def _on_saved(self, printed: Printed) -> None:
        self.handing_out.show_for(self.readers.chosen())
        self._outcome.saved(printed, tuple(self._withheld.values()))


def _copy_words(at: int, of: int) -> str:
    return _("Exemplaar {number} van {count}").format(number=min(at + 1, of), count=of)
