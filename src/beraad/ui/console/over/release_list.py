"""Screen with what one room of an alternating meeting said, and has not released to the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleView, ConsoleWaiting
from beraad.i18n import _, spoken
from beraad.places import Place
from beraad.terms import PlanPart
from beraad.texts import set_in
from beraad.ui.console.over.list_screen import ListScreen
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.shared.people import names, short
from beraad.ui.steps.shared.release_line import waiting_words
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_check_box import WrappingCheckBox
from beraad.words.plan import column_title, part_title
from beraad.words.remarks import leak_sentence_here


class ReleaseList(ListScreen):
    """List of what waits, to release one by one or the ticked ones in one act; none is ticked at first."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model, self._released = model, 0
        self._build()
        model.changed.connect(self._show)
        self._show(model.view)

    def _show(self, view: ConsoleView) -> None:
        self._rows.show(view.waiting)
        if (words := waiting_words(view)) != self._count.text():
            self._count.setText(words)
            announce(self, words)
        self._all.setEnabled(bool(view.waiting))
        self._undo.setVisible(self._released > 0)
        self._show_chosen()

    def _build(self) -> None:
        column = self.column
        self._count = TextLabel(role="title")
        column.addWidget(self._count)
        says = _("Dit zei de ene kamer. De andere kamer ziet het pas als u het vrijgeeft, ook op papier.")
        column.addWidget(TextLabel(says, "soft"))
        rows = QVBoxLayout()
        rows.setSpacing(Theme.current().size("space", "small"))
        self._rows: KeyedRows[ConsoleWaiting, _Row] = KeyedRows(
            rows, key=lambda item: item.place, make=self._make, show=self._show_row
        )
        column.addLayout(rows)
        column.addStretch(1)
        self._all = button(_("Kies alles"), self._choose_all)
        self._undo = button(_("Ongedaan maken"), self._on_undo, icon="undo")
        self._chosen = button("", self._release_chosen, role="primary")
        self.foot.insertWidget(0, self._all)
        self.foot.insertWidget(1, self._undo)
        self.foot.addWidget(self._chosen)

    def _make(self, item: ConsoleWaiting) -> _Row:
        row = _Row(item)
        row.chosen_changed.connect(self._show_chosen)
        row.release_requested.connect(partial(self._release, item.place))
        return row

    def _show_row(self, row: _Row, item: ConsoleWaiting) -> None:
        view = self._model.view
        leaks = self._model.ask(lambda meeting: meeting.rooms.would_tell(item.place))
        room = _("Nu alleen voor groep {number}: {people}").format(
            number=item.half, people=names(view, item.readers)
        )
        told = " ".join(leak_sentence_here(leak, spoken()) for leak in leaks or ())
        row.show_item(item, f"{_kind_words(view, item.place)} · {room}", told)

    def _show_chosen(self) -> None:
        count = sum(row.chosen for row in self._rows.all())
        words = _("Geef vrij wat gekozen is: {count}") if count else _("Geef vrij wat gekozen is")
        self._chosen.setText(words.format(count=count))
        self._chosen.setEnabled(count > 0)

    def _choose_all(self) -> None:
        for row in self._rows.all():
            row.choose()

    def _release_chosen(self) -> None:
        self._release(*(row.place for row in self._rows.all() if row.chosen))

    def _release(self, *places: Place) -> None:
        waited = len(self._model.view.waiting)
        self._model.release(*places)
        if len(self._model.view.waiting) < waited:
            # Only what was done here is taken back from here.
            self._released += 1
            self._undo.show()
        if not self._model.view.waiting:
            self.back.setFocus()

    def _on_undo(self) -> None:
        self._released -= 1
        if self._released == 0:
            self.back.setFocus()
        self._model.undo()


def _kind_words(view: ConsoleView, place: Place) -> str:
    if place.kind == "statements":
        columns = (item.column for item in view.statements if item.id == place.id)
        return next((column_title(column, spoken()) for column in columns), "")
    return part_title(PlanPart(place.kind), spoken())


class _Row(QFrame):
    """Row of one thing that waits: for whom it is now, and what it would tell too much."""

    chosen_changed = Signal()
    release_requested = Signal()

    def __init__(self, item: ConsoleWaiting) -> None:
        super().__init__()
        self.place = item.place
        theme = Theme.current()
        across = QHBoxLayout(self)
        self.setProperty("role", "panel")
        gap = theme.size("space", "medium")
        across.setContentsMargins(gap, gap, gap, gap)
        across.setSpacing(gap)
        words = QVBoxLayout()
        words.setSpacing(theme.size("space", "tight"))
        self._box = WrappingCheckBox("")
        self._where, self._told = TextLabel(role="small"), TextLabel(role="small", tone="danger")
        for below in (self._where, self._told):
            below.setContentsMargins(self._box.words_left, 0, 0, 0)
        for widget in (self._box, self._where, self._told):
            words.addWidget(widget)
        across.addLayout(words, 1)
        self._release = button(_("Geef vrij"), self.release_requested.emit, icon="unlock")
        across.addWidget(self._release, 0, Qt.AlignmentFlag.AlignTop)
        self._box.toggled.connect(lambda _on: self.chosen_changed.emit())

    @property
    def chosen(self) -> bool:
        return self._box.isChecked()

    def choose(self) -> None:
        self._box.setChecked(True)

    def show_item(self, item: ConsoleWaiting, where: str, told: str) -> None:
        words = item.words or _("(nog leeg)")
        self._box.setText(words.replace("&", "&&"))
        self._where.setText(where)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._release.setAccessibleName(set_in(_("{what}: geef vrij"), what=short(words)))
