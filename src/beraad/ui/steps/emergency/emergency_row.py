"""Row of one step of the emergency plan."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleEmergencyStep, ConsoleNumber, ConsoleView
from beraad.i18n import _
from beraad.places import Place
from beraad.readers import Readers
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.emergency.number_words import offer_words
from beraad.ui.steps.emergency.withheld_line import WithheldLine
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.draft_readers import DraftReaders
from beraad.ui.steps.shared.fields import show_text
from beraad.ui.steps.shared.forward import stands_at
from beraad.ui.steps.shared.people import everybody
from beraad.ui.steps.shared.release_line import ReleaseLine
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import icon_button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox

ALWAYS_OFFERED = (("112", "112"), ("Veilig Thuis", "0800-2000"))
"""Numbers that every plan may need: acute danger; advice day and night, free."""


class EmergencyRow(QFrame):
    """Row with the text, the number to call (offered from people's telephones), and who may see it."""

    def __init__(self, model: MeetingModel, index: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._index, self._at = model, index, Place.emergency_step(index + 1)
        self._offered: tuple[ConsoleNumber, ...] | None = None
        self._build()
        self._connect()
        stands_at(self, self._at)

    def show_step(self, view: ConsoleView, step: ConsoleEmergencyStep) -> None:
        """Show the saved step."""
        self._number_label.setText(str(step.index + 1))
        self._name_parts(step.index + 1)
        show_text(self._text, step.text)
        self._offer(step)
        self._number_draft.show(step.number or "")
        self._visible.set_people(everybody(view))
        self._readers.show(step.visible_to)
        self._release.show_view(view)
        number, readers = step.number or "", step.visible_to
        reaches = self._model.ask(lambda meeting: meeting.emergency.not_for(number, readers))
        self._warning.show_people(reaches or ())

    def focus_text(self) -> None:
        """Focus the text."""
        self._text.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self._move(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _offer(self, step: ConsoleEmergencyStep) -> None:
        theirs = self._model.ask(lambda meeting: meeting.emergency.numbers(step.visible_to)) or ()
        if theirs == self._offered:
            return
        self._offered = theirs
        typed = self._number.currentText()
        self._number.clear()
        for name, number in ALWAYS_OFFERED:
            self._number.addItem(number if name == number else f"{name}: {number}", number)
        for item in theirs:
            self._number.addItem(offer_words(item), item.value)
        self._number.setEditText(typed)

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "panel")
        grid = QGridLayout(self)
        gap = theme.size("space", "small")
        grid.setContentsMargins(theme.size("space", "medium"), gap, gap, gap)
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(gap)
        self._number_label = TextLabel(role="heading", tone="danger", wrap=False)
        self._number_label.setMinimumWidth(theme.size("space", "wide"))
        # As high as a field of one line, so that the words stand on the same height.
        one_line = theme.size("text", "line") + 2 * (theme.size("space", "tight") + 1)
        self._number_label.setMinimumHeight(one_line + theme.size("space", "tight"))
        self._text = GrowingTextEdit(label=_("Wie doet wat als het misgaat?"), placeholder=_("Wie doet wat?"))
        self._remarks = TextWarnings(self._model, self._text, promise=True)
        self._number, self._line = _number_box()
        self._warning = WithheldLine()
        self._visible = ReadersPicker()
        self._named: list[tuple[QWidget | None, str]] = [
            (self._text, _("Wie doet wat als het misgaat?")),
            (self._number, _("Welk nummer wordt gebeld?")),
            (self._line, _("Welk nummer wordt gebeld?")),
            (self._visible.focusProxy(), _("Wie mag dit zien?")),
        ]
        grid.addWidget(self._number_label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_stacked(self._text, self._remarks), 0, 1, 1, 2)
        for place, (icon, says, wish) in enumerate(
            (
                ("up", _("Omhoog"), lambda: self._move(-1)),
                ("down", _("Omlaag"), lambda: self._move(1)),
                ("remove", _("Verwijderen (Ctrl+Z haalt terug)"), self._remove),
            )
        ):
            made = icon_button(icon, says, wish)
            self._named.append((made, says))
            grid.addWidget(made, 0, 3 + place, Qt.AlignmentFlag.AlignTop)
        below, visible = QWidget(), QWidget()
        beside = FlowLayout(visible, gap=gap, top=True, wide=True)
        beside.addWidget(self._visible_label())
        beside.add_growing(self._visible)
        line = FlowLayout(below, gap=gap, top=True)
        line.addWidget(self._number)
        line.add_growing(visible)
        grid.addWidget(below, 1, 1, 1, 5)
        self._release = ReleaseLine(self._model, self._at)
        grid.addWidget(self._warning, 2, 1, 1, 5)
        grid.addWidget(self._release, 3, 1, 1, 5)
        grid.setColumnStretch(2, 1)

    def _visible_label(self) -> TextLabel:
        """As high as the box beside it, whatever people stand under that."""
        label = TextLabel(_("Wie mag dit zien?"), "small", wrap=False)
        if (box := self._visible.focusProxy()) is not None:
            box.ensurePolished()
            label.setMinimumHeight(box.sizeHint().height())
        return label

    def _name_parts(self, number: int) -> None:
        """Every row has these: who listens must hear of which step they are."""
        for widget, says in self._named:
            if widget is not None:
                widget.setAccessibleName(_("Stap {number}: {what}").format(number=number, what=says))

    def _connect(self) -> None:
        drafting, placing = self._model.drafting, self._placing
        words = DraftField(drafting, self._text, self._at / "text", partial(placing, "text"))
        self._number_draft = DraftField(drafting, self._line, self._at / "number", partial(placing, "number"))
        self._number.activated.connect(self._on_number_chosen)
        self._readers = DraftReaders(self._visible, (words, self._number_draft), self._on_visible)
        self._readers.changed.connect(self._remarks.set_readers)

    def _placing(self, name: str, text: str) -> Wish:
        index, readers, words = self._index, self._readers.chosen, {name: text.strip()}
        return lambda meeting: meeting.emergency.change(index, visible_to=readers, **words)

    def _on_number_chosen(self) -> None:
        self._number.setEditText(str(self._number.currentData()))
        self._number_draft.place()

    def _on_visible(self, readers: Readers) -> None:
        self._model.act(lambda meeting: meeting.emergency.change(self._index, visible_to=readers))

    def _move(self, places: int) -> None:
        # What is being typed here stands in another row then.
        self._model.drafting.rest()
        self._model.act(lambda meeting: meeting.emergency.move(self._index, places))

    def _remove(self) -> None:
        self._model.drafting.rest()
        self._model.act(lambda meeting: meeting.emergency.remove(self._index))


def _number_box() -> tuple[ChoiceBox, LineEdit]:
    """Numbers to choose from, and the line to type another in."""
    box, line = ChoiceBox(), LineEdit()
    box.setEditable(True)
    box.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
    box.setMinimumWidth(round(180 * Theme.current().scale))
    box.setLineEdit(line)
    line.setPlaceholderText(_("Nummer, of leeg"))
    return box, line


def _stacked(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    for widget in widgets:
        column.addWidget(widget)
    return column
