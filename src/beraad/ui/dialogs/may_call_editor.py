"""Editor of the people that a child may call: up to four, in its order and in its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _, spoken
from beraad.services.calling import MOST_CALLS, call_doubts
from beraad.services.naming import told_apart
from beraad.services.people import CallLine, PersonLine
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.people import call_doubt_sentence


class MayCallEditor(QWidget):
    """One line for each person that the child chose, at first none."""

    def __init__(
        self,
        child: PersonLine,
        people: tuple[PersonLine, ...] = (),
        feared: tuple[str, ...] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._child, self._feared = child, feared
        self._people = tuple(item for item in people if item.id and item.id != child.id)
        self.lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().size("space", "small"))
        self.add_button = QPushButton(_("Iemand kiezen met het kind"))
        self.add_button.setProperty("role", "add")
        set_icon(self.add_button, "add", "soft")
        self._column.addWidget(self.add_button)
        for call in child.may_call:
            self._insert(call)
        self.add_button.clicked.connect(self._on_add)
        self._show_room()

    def may_call(self) -> tuple[CallLine, ...]:
        """Return the chosen people, in the child's order."""
        return tuple(call for line in self.lines if (call := line.call()).person)

    def _insert(self, call: CallLine) -> _Line:
        line = _Line(self._child, call, self._people, self._feared)
        self.lines.append(line)
        self._column.insertWidget(len(self.lines) - 1, line)
        line.remove.clicked.connect(lambda: self._drop(line))
        line.up.clicked.connect(lambda: self._raise(line))
        keep_reading_order(self.window())
        return line

    def _on_add(self) -> None:
        self._insert(CallLine("")).person.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_room()

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._show_room()
        self.add_button.setFocus()

    def _raise(self, line: _Line) -> None:
        """Move a person one place up, to be called before the one who stood above."""
        place = self.lines.index(line)
        self.lines.insert(max(0, place - 1), self.lines.pop(place))
        self._column.removeWidget(line)
        self._column.insertWidget(self.lines.index(line), line)
        keep_reading_order(self.window())
        self._show_room()
        line.up.setFocus()

    def _show_room(self) -> None:
        self.add_button.setEnabled(len(self.lines) < MOST_CALLS)
        for place, line in enumerate(self.lines):
            line.up.setEnabled(place > 0)


class _Line(QFrame):
    """Person, the name the child uses, and below it what to mind."""

    def __init__(
        self, child: PersonLine, call: CallLine, people: tuple[PersonLine, ...], feared: tuple[str, ...]
    ) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._child, self._feared = child, feared
        self._people = {item.id: item for item in people}
        self.person = ChoiceBox()
        self.person.setAccessibleName(_("Wie?"))
        self.person.addItem(_("Wie?"), "")
        names = told_apart(people)
        for item in people:
            # A feared person is never proposed. If this person was chosen before, a warning is shown instead.
            if item.id not in feared or item.id == call.person:
                self.person.addItem(names[item.id], item.id)
        self.person.setCurrentIndex(max(0, self.person.findData(call.person)))
        self.called = LineEdit(call.called or "")
        self.called.setPlaceholderText(_("Zo noemt het kind deze persoon"))
        self.called.setAccessibleName(_("Zo noemt het kind deze persoon"))
        self.up = _small(_("Eerder bellen"), "up")
        self.remove = _small(_("Weghalen"), "remove")
        self.warning = TextLabel(role="small", tone="amber")
        self._lay_out()
        self.person.currentIndexChanged.connect(self._warn)
        self._warn()

    def call(self) -> CallLine:
        """Return the line as it is filled in now."""
        return CallLine(str(self.person.currentData() or ""), self.called.text().strip() or None)

    def _lay_out(self) -> None:
        small = Theme.current().size("space", "small")
        row = QHBoxLayout()
        row.addWidget(self.person, 1)
        row.addWidget(self.called, 1)
        row.addWidget(self.up)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(small, small, small, small)
        column.addLayout(row)
        column.addWidget(self.warning)

    def _warn(self) -> None:
        other = self._people.get(str(self.person.currentData() or ""))
        doubts = call_doubts(self._child, other, self._feared) if other else ()
        told = (
            " ".join(call_doubt_sentence(doubt, other.called, spoken()) for doubt in doubts) if other else ""
        )
        self.warning.setText(told)
        self.warning.setVisible(bool(told))
        self.person.setAccessibleDescription(told)


def _small(name: str, icon: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "quiet")
    button.setToolTip(name)
    button.setAccessibleName(name)
    set_icon(button, icon, "soft")
    return button
