"""Editor of one agreement, in its card."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.disclosure.console_views import (
    ConsoleAgreement,
    ConsolePerson,
    ConsoleTiming,
    ConsoleView,
)
from beraad.i18n import _, spoken
from beraad.places import Place
from beraad.readers import Readers
from beraad.services.meeting.draft_rows import ENDING
from beraad.terms import Lack, Lamp
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.agreements.covers_picker import CoversPicker
from beraad.ui.steps.agreements.readiness_editor import ReadinessEditor
from beraad.ui.steps.agreements.timing_editor import TimingEditor
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.draft_readers import DraftReaders
from beraad.ui.steps.shared.fields import Labelled, show_text
from beraad.ui.steps.shared.people import everybody
from beraad.ui.steps.shared.release_line import ReleaseLine
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button, icon_button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.words.gaps import lack_label, lamp_title

_WHY = 240
"""Pixels at 100 % that a reason needs beside its button."""


class AgreementField(StrEnum):
    """A field of an agreement; the value is its key."""

    OWNERS = "W"
    TIMING = "T"
    YES = "J"
    MEASURE = "M"
    CHECKER = "K"
    FALLBACK = "O"
    READERS = "Z"


class AgreementEditor(QWidget):
    """All fields of an agreement, in the order one talks about them.

    A choice is saved at once, words once they are placed.
    """

    close_requested = Signal()

    def __init__(
        self, model: MeetingModel, agreement: ConsoleAgreement, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._id = model, agreement.id
        self._owned_by: tuple[str, ...] = ()
        self._build()
        self._connect()
        self.show_agreement(model.view, agreement)

    def show_agreement(self, view: ConsoleView, agreement: ConsoleAgreement) -> None:
        """Show the saved agreement."""
        people = everybody(view)
        for picker in (self._owners, self._checker):
            picker.set_people(people)
        self._visible.set_people(people)
        show_text(self._what, agreement.what)
        show_text(self._measure, agreement.measured_by)
        show_text(self._fallback, agreement.fallback)
        self._owners.set_chosen(agreement.owners)
        self._checker.set_chosen((agreement.checked_by,) if agreement.checked_by else ())
        self._timing.show_timing(agreement.timing, _day_of(view))
        self._warnings[0].set_time(at=agreement.timing.at)
        self._covers.show_covers(view, agreement.covers)
        self._release.show_view(view)
        self._owned_by = agreement.owners
        self._readers.show(agreement.visible_to)
        owners = {person.id: person for person in view.people}
        self._owner_rows.show([owners[item] for item in agreement.owners if item in owners])
        for row in self._owner_rows.all():
            row.show_agreement(agreement)
        self._end_button.setVisible(not agreement.ended)
        if not agreement.ended:
            show_text(self._reason, "")
            self._end_form.setVisible(not self._end_form.isHidden() or bool(self._reason.text()))
        keep_reading_order(self)

    def focus_text(self) -> None:
        """Focus the first field, with the cursor at its end."""
        self._what.setFocus()
        self._what.moveCursor(self._what.textCursor().MoveOperation.End)

    def go_to(self, field: AgreementField) -> None:
        """Focus a field; `YES` goes to the owners while no owner is chosen."""
        match field:
            case AgreementField.OWNERS:
                self._owners.focus_chosen()
            case AgreementField.TIMING:
                self._timing.focus_first()
            case AgreementField.YES:
                row = next(iter(self._owner_rows.all()), None)
                (row.focus_yes if row else self._owners.focus_chosen)()
            case AgreementField.MEASURE:
                self._measure.setFocus()
            case AgreementField.CHECKER:
                self._checker.focus_chosen()
            case AgreementField.FALLBACK:
                self._fallback.setFocus()
            case AgreementField.READERS:
                self._visible.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "medium"))
        self._what = GrowingTextEdit(label=lack_label(Lack.NO_TEXT, spoken()))
        self._owners = PersonPicker(label=lack_label(Lack.NO_OWNER, spoken()))
        self._timing = TimingEditor()
        self._measure = GrowingTextEdit(label=lamp_title(Lamp.MEASURABLE, spoken()))
        self._checker = PersonPicker(label=lack_label(Lack.NO_CHECKER, spoken()), single=True)
        self._fallback = GrowingTextEdit(label=_("Als het niet lukt: wie doet dan wat?"))
        self._warnings = [
            TextWarnings(self._model, field, promise=True)
            for field in (self._what, self._measure, self._fallback)
        ]
        self._covers = CoversPicker()
        self._visible = ReadersPicker()
        self._release = ReleaseLine(self._model, Place.agreement(self._id))
        on_what, on_measure, on_fallback = self._warnings[:3]
        column.addWidget(Labelled(lack_label(Lack.NO_TEXT, spoken()), self._what))
        column.addWidget(on_what)
        column.addWidget(self._release)
        column.addWidget(Labelled(lack_label(Lack.NO_OWNER, spoken()), self._owners))
        column.addWidget(self._timing)
        self._owner_list = QVBoxLayout()
        column.addLayout(self._owner_list)
        self._owner_rows: KeyedRows[ConsolePerson, ReadinessEditor] = KeyedRows(
            self._owner_list,
            key=lambda person: person.id,
            make=lambda person: ReadinessEditor(self._model, self._id, person),
            show=lambda _row, _person: None,
        )
        for label, widget in (
            (lamp_title(Lamp.MEASURABLE, spoken()), self._measure),
            ("", on_measure),
            (lack_label(Lack.NO_CHECKER, spoken()), self._checker),
            (_("Als het niet lukt: wie doet dan wat?"), self._fallback),
            ("", on_fallback),
            (_("Waar is dit een antwoord op?"), self._covers),
            (_("Wie mag dit zien? Wie het doet, ziet het altijd."), self._visible),
        ):
            column.addWidget(Labelled(label, widget) if label else widget)
        column.addWidget(self._build_end())
        column.addLayout(self._build_buttons())

    def _build_end(self) -> QWidget:
        self._reason = GrowingTextEdit(label=_("Waarom stopt deze afspraak?"), enter_finishes=True)
        self._reason.entered.connect(self._on_entered)
        self._end_form = QWidget()
        form = FlowLayout(self._end_form, gap=Theme.current().size("space", "small"))
        asks = QWidget()
        why = QVBoxLayout(asks)
        why.setContentsMargins(0, 0, 0, 0)
        why.addWidget(Labelled(_("Waarom stopt deze afspraak?"), self._reason))
        self._warnings.append(TextWarnings(self._model, self._reason, promise=False))
        why.addWidget(self._warnings[-1])
        form.add_growing(asks, round(_WHY * Theme.current().scale))
        form.addWidget(button(_("Stop deze afspraak"), self._end))
        self._end_form.hide()
        return self._end_form

    def _build_buttons(self) -> FlowLayout:
        gap = Theme.current().size("space", "small")
        left = QWidget()
        ways = FlowLayout(left, gap=gap, wide=True)
        ways.addWidget(icon_button("up", _("Omhoog"), lambda: self._move(-1)))
        ways.addWidget(icon_button("down", _("Omlaag"), lambda: self._move(1)))
        ways.addWidget(icon_button("remove", _("Verwijderen (Ctrl+Z haalt terug)"), self._remove))
        self._end_button = button(_("Afspraak stopt …"), self._ask_end)
        ways.addWidget(self._end_button)
        row = FlowLayout(gap=gap)
        row.add_growing(left)
        row.addWidget(button(_("Klaar"), self._on_done, role="primary"))
        return row

    def _connect(self) -> None:
        drafting, here = self._model.drafting, Place.agreement(self._id)
        drafts = tuple(
            DraftField(drafting, field, here / name, partial(self._placing, name))
            for name, field in (
                ("what", self._what),
                ("measured_by", self._measure),
                ("fallback", self._fallback),
            )
        )
        self._readers = DraftReaders(self._visible, drafts, lambda readers: self._change(visible_to=readers))
        self._readers.changed.connect(self._on_readers)
        DraftField(drafting, self._reason, here / ENDING)
        self._owners.chosen_changed.connect(lambda people: self._change(owners=people))
        self._checker.chosen_changed.connect(
            lambda people: self._change(checked_by=people[0] if people else "")
        )
        self._covers.covers_changed.connect(lambda ids: self._change(covers=ids))
        self._timing.timing_changed.connect(self._on_timing)
        for field in AgreementField:
            shortcut = QShortcut(QKeySequence(f"Alt+{field}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.go_to, field))

    def _placing(self, name: str, text: str) -> Wish:
        key, fields = self._id, {name: text, "visible_to": self._readers.chosen}
        return lambda meeting: meeting.agreements.change(key, **fields)  # type: ignore[arg-type]

    def _change(self, **fields: object) -> None:
        self._model.act(lambda meeting: meeting.agreements.change(self._id, **fields))  # type: ignore[arg-type]

    def _on_timing(self, timing: ConsoleTiming) -> None:
        self._change(timing=timing)

    def _move(self, places: int) -> None:
        self._model.act(lambda meeting: meeting.agreements.move(self._id, places))

    def _remove(self) -> None:
        self._model.act(lambda meeting: meeting.agreements.remove(self._id))

    def _on_readers(self, readers: Readers) -> None:
        for warnings in self._warnings:
            warnings.set_readers(readers, self._owned_by)

    def _on_done(self) -> None:
        self._model.drafting.go_on()
        self.close_requested.emit()

    def _ask_end(self) -> None:
        self._end_form.show()
        self._reason.setFocus()

    def _on_entered(self) -> None:
        if self._reason.text().strip():
            self._end()

    def _end(self) -> None:
        because = self._reason.text().strip() or None
        self._model.act(lambda meeting: meeting.agreements.end(self._id, because))
        self._end_form.hide()


def _day_of(view: ConsoleView) -> dt.date:
    """The day of the meeting; today where it has none."""
    if view.starts_at:
        return dt.datetime.fromisoformat(view.starts_at).date()
    return dt.date.today()  # noqa: DTZ011 - the local day of who sits at the table
