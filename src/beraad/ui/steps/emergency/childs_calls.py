"""Panel of whom each child may call; warns where harm may come from somebody chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.disclosure.childs_views import ConsoleCall, ConsoleChild
from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, format_list
from beraad.ui.dialogs.childs_paper_form import ChildsPaperForm
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_button import WrappingButton

_LEAST = 200
"""Pixels at 100 %: the least width for the people a child chose."""


class ChildsCalls(QWidget):
    """Rows, one for each child that gets a paper of its own; hidden where there is none."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "small"))
        column.addWidget(TextLabel(_("Wie mag een kind bellen?"), "heading"))
        asks = _("Kies het samen met het kind. Het komt alleen op het papier van dit kind, onder 112.")
        column.addWidget(TextLabel(asks, "soft"))
        rows = QVBoxLayout()
        rows.setSpacing(Theme.current().size("space", "small"))
        column.addLayout(rows)
        self._rows: KeyedRows[ConsoleChild, ChildsRow] = KeyedRows(
            rows,
            key=lambda child: child.id,
            make=lambda child: ChildsRow(model, child),
            show=ChildsRow.show_child,
        )

    def row(self, child: str) -> ChildsRow | None:
        """Return the row of one child."""
        return self._rows.get(child)

    def show_view(self, view: ConsoleView) -> None:
        """Show the saved calls."""
        self._rows.show(view.children)
        self.setVisible(bool(view.children))


class ChildsRow(QFrame):
    """Row with the people one child chose, and the button to choose with the child."""

    def __init__(self, model: MeetingModel, child: ConsoleChild) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._model, self._child = model, child
        self.chosen, self.warning = TextLabel(), TextLabel(role="small", tone="amber")
        self.choose = WrappingButton()
        self.choose.clicked.connect(self._on_choosing)
        theme = Theme.current()
        gap = theme.size("space", "small")
        row = FlowLayout(gap=gap)
        row.add_growing(self.chosen, round(_LEAST * theme.scale))
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        column.addLayout(row)
        column.addWidget(self.warning)

    def show_child(self, child: ConsoleChild) -> None:
        """Show the saved calls of this child."""
        self._child = child
        names = [_said(call) for call in child.calls]
        told = _("{child} mag bellen: {people}.") if names else _("{child} koos nog niemand om te bellen.")
        self.chosen.setText(told.format(child=child.called, people=format_list(names) if names else ""))
        self.choose.setText(_("Kiezen met {child}…").format(child=child.called).replace("&", "&&"))
        words = " ".join(_warning(child, call) for call in child.calls if call.feared)
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    def _on_choosing(self) -> None:
        asked = self._model.ask(lambda meeting: meeting.course.childs_form(self._child.id))
        if asked is None:
            return
        child, people, feared = asked
        with self._model.drafting.form_over(self):
            ChildsPaperForm.ask(
                lambda wish: self._model.try_to(lambda meeting: meeting.course.put_childs_paper(wish)),
                child=child,
                people=people,
                feared=feared,
                parent=self,
            )


def _said(call: ConsoleCall) -> str:
    """Return what the child calls somebody, with the name of that person."""
    return f"{call.said} ({call.called})" if call.said and call.said != call.called else call.called


def _warning(child: ConsoleChild, call: ConsoleCall) -> str:
    if call.reason:
        told = _("Van {person} kan gevaar komen. {person} staat er toch op: de reden is opgeschreven.")
    else:
        told = _(
            "Van {person} kan gevaar komen. {person} komt niet op het papier van {child}, tenzij u bij "
            "Vaststellen schrijft waarom het mag."
        )
    return told.format(person=call.called, child=child.called)
