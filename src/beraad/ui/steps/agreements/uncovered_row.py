"""Row of a worry or a bottom line that no agreement answers yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleStatement
from beraad.i18n import _, spoken
from beraad.terms import Gap, StatementKind
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.gaps import gap_sentence


class UncoveredRow(QFrame):
    """Row that names the statement, and offers to make the agreement."""

    agreement_requested = Signal(str)
    """Id of the statement."""

    def __init__(self, statement: ConsoleStatement, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setProperty("tone", "danger")
        theme = Theme.current()
        row = QHBoxLayout(self)
        gap = theme.size("space", "small")
        row.setContentsMargins(theme.size("space", "large"), gap, gap, gap)
        row.setSpacing(theme.size("space", "medium"))
        self._lead = TextLabel(_("Nog open"), "strong", wrap=False)
        self._text = TextLabel()
        row.addWidget(self._lead)
        row.addWidget(self._text, 1)
        self._make = button(_("Maak afspraak"), lambda: self.agreement_requested.emit(statement.id))
        row.addWidget(self._make)
        self.show_statement(statement)

    def show_statement(self, statement: ConsoleStatement) -> None:
        """Show the saved statement."""
        is_bottom_line = statement.kind is StatementKind.BOTTOM_LINE
        gap = Gap.UNCOVERED_BOTTOM_LINE if is_bottom_line else Gap.UNCOVERED_DANGER
        self._text.setText(gap_sentence(gap, statement.text, (), spoken()))
        self._make.setAccessibleName(_("Maak afspraak bij: {text}").format(text=statement.text))
