"""Fields of a form: a label above each, and saved text shown without disturbing who types."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.ui.meeting.drafting import SavedField
from beraad.ui.theme import Theme
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.text_label import LineLabel
from beraad.ui.widgets.value_fields import ChoiceBox


def show_text(field: GrowingTextEdit, text: str | None) -> None:
    """Show saved text in a field that is saved while one types; what is being typed stays."""
    saved = field.findChild(SavedField, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(saved, SavedField):
        saved.show(text or "")


def narrow_combo() -> ChoiceBox:
    """Make a choice box as narrow as its column, however long its choices are."""
    combo = ChoiceBox()
    combo.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo


class Labelled(QWidget):
    """A small label above a widget; the label is dimmed, the widget is what counts."""

    def __init__(self, label: str, widget: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight") // 2)
        self._label = LineLabel(label, "small")
        self._label.setBuddy(widget)
        column.addWidget(self._label)
        column.addWidget(widget)
        # Beside a higher one both labels stand on the same height.
        column.addStretch()

    def set_label(self, label: str) -> None:
        """Change the words above."""
        self._label.setText(label)
