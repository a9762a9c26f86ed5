"""Editor of somebody's contact details, each with who may see it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _, spoken
from beraad.readers import EVERYONE, FACILITATOR
from beraad.services.cases import ContactLine
from beraad.terms import ContactKind
from beraad.ui.dialogs.chosen_readers import chosen_readers
from beraad.ui.dialogs.watch_chips import WatchChips
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.people import contact_kind_label


class ContactEditor(QWidget):
    """Lines to fill in, one detail each. An empty line is not kept."""

    def __init__(
        self,
        contact: tuple[ContactLine, ...] = (),
        people: tuple[PersonChoice, ...] = (),
        *,
        names: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people, self._names = people, names
        self.lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().size("space", "small"))
        self._add = QPushButton(_("Nummer of adres toevoegen"))
        self._add.setProperty("role", "add")
        set_icon(self._add, "add", "soft")
        self._column.addWidget(self._add)
        for line in contact:
            self.add(line)
        self._add.clicked.connect(self._on_add)

    def contact(self) -> tuple[ContactLine, ...]:
        """Return what is filled in, without empty lines."""
        return tuple(line.detail() for line in self.lines if line.value.text().strip())

    def add(self, detail: ContactLine) -> None:
        """Show one more detail."""
        line = _Line(detail, self._people, self._names)
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        line.remove.clicked.connect(lambda: self._drop(line))
        keep_reading_order(self.window())

    def _on_add(self) -> None:
        self.add(ContactLine(ContactKind.PHONE, "", FACILITATOR))
        self.lines[-1].value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._add.setFocus()


class _Line(QFrame):
    """Kind and value, below them who may see it, and the words watched for while somebody may not."""

    def __init__(self, detail: ContactLine, people: tuple[PersonChoice, ...], names: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        theme = Theme.current()
        self._before = detail.visible_to
        self.kind = ChoiceBox()
        for kind in ContactKind:
            self.kind.addItem(contact_kind_label(kind, spoken()), kind.value)
        self.kind.setCurrentIndex(self.kind.findData(detail.kind.value))
        self.kind.setAccessibleName(_("Soort gegeven"))
        self.value = LineEdit(detail.value)
        self.value.setAccessibleName(_("Gegeven"))
        self.remove = QPushButton()
        self.remove.setProperty("role", "quiet")
        self.remove.setToolTip(_("Weghalen"))
        self.remove.setAccessibleName(_("Dit gegeven weghalen"))
        set_icon(self.remove, "remove", "soft")
        self.visible_to = ReadersPicker(people, detail.visible_to, at_once=False)
        self.watched = WatchChips(names, also=detail.watch_also, struck=detail.watch_not)
        first = QHBoxLayout()
        first.addWidget(self.kind)
        first.addWidget(self.value, 1)
        first.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space", "small"),) * 4)
        column.addLayout(first)
        column.addWidget(TextLabel(_("Wie mag dit zien?"), "small", wrap=False))
        column.addWidget(self.visible_to)
        column.addWidget(self.watched)
        self.kind.activated.connect(self._show_watched)
        self.value.textChanged.connect(self._show_watched)
        self.visible_to.readers_changed.connect(self._show_watched)
        self._show_watched()

    def detail(self) -> ContactLine:
        """Return the detail as it is filled in now."""
        return ContactLine(
            self._chosen_kind(),
            self.value.text().strip(),
            chosen_readers(self.visible_to, self._before),
            self.watched.also,
            self.watched.struck,
        )

    def _show_watched(self) -> None:
        hidden = self.visible_to.readers() != EVERYONE
        self.watched.show_detail(self._chosen_kind(), self.value.text() if hidden else "")

    def _chosen_kind(self) -> ContactKind:
        return ContactKind(str(self.kind.currentData()))
