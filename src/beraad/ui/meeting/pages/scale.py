"""Step 4: scale questions."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleScale, ConsoleView
from beraad.i18n import _, format_list
from beraad.terms import ScaleKind
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.meeting.parts.keyed_rows import KeyedRows
from beraad.ui.meeting.parts.scale_panel import ScalePanel
from beraad.ui.meeting.parts.step_page import StepPage, scrolling_column
from beraad.ui.theme import Theme
from beraad.ui.widgets import FlowLayout, SectionHeading, TextLabel

Example = tuple[ScaleKind, str, str, str]
"""Kind, question, what 0 means, what 10 means."""


class ScalePage(StepPage):
    """Questions to choose from or in own words, and a panel for each that is asked."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._offered: tuple[Example, ...] = ()
        self._build()

    def panel(self, scale: str) -> ScalePanel | None:
        """The panel of a question."""
        return self._panels.get(scale)

    @override
    def leave(self) -> None:
        for panel in self._panels.all():
            panel.ask("")

    @override
    def show_view(self, view: ConsoleView) -> None:
        self._panels.show(view.scales)
        self._intro.setVisible(not view.scales)
        asked = {item.question for item in view.scales}
        self._offer(tuple(item for item in examples(view) if item[1] not in asked))
        self._more.setText(_("Nog een vraag stellen") if view.scales else _("Kies een vraag"))

    def _build(self) -> None:
        column = scrolling_column(self)
        column.addWidget(SectionHeading(_("Schaalvraag"), large=True))
        self._intro = TextLabel(
            _("Iedereen geeft een cijfer van 0 tot 10. De kamer ziet de cijfers pas als u ze laat zien."),
            "soft",
        )
        column.addWidget(self._intro)
        panels = QVBoxLayout()
        panels.setSpacing(Theme.current().size("space", "page"))
        self._panels: KeyedRows[ConsoleScale, ScalePanel] = KeyedRows(
            panels,
            key=lambda item: item.id,
            make=lambda item: ScalePanel(self.model, item.id),
            show=lambda panel, item: panel.show_scale(self.model.view, item),
        )
        column.addLayout(panels)
        self._more = TextLabel(role="strong")
        column.addWidget(self._more)
        offer = QWidget()
        self._flow = FlowLayout(offer, gap=Theme.current().size("space", "small"))
        column.addWidget(offer)
        column.addStretch(1)

    def _offer(self, offered: tuple[Example, ...]) -> None:
        if offered == self._offered and self._flow.count():
            return
        self._offered = offered
        self._flow.clear()
        for example in offered:
            made = button(example[1].replace("&", "&&"), partial(self._ask, example), icon="scale")
            self._flow.addWidget(made)
            made.show()
        own = button(_("Eigen vraag"), partial(self._ask, (ScaleKind.OTHER, "", "", "")), role="add")
        self._flow.addWidget(own)
        own.show()

    def _ask(self, example: Example) -> None:
        kind, question, zero, ten = example
        self.model.act(lambda meeting: meeting.scales.add(question, zero, ten, kind))


def examples(view: ConsoleView) -> tuple[Example, ...]:
    """What was asked last time, to compare; else questions worded for this family."""
    earlier = tuple((item.kind, item.question, item.zero, item.ten) for item in view.earlier_scales)
    children = [person.called for person in view.people if person.child]
    who = format_list(children) if children else _("iedereen")
    usual: tuple[Example, ...] = (
        (
            ScaleKind.SAFETY,
            _("Hoe veilig is het nu voor {who}?").format(who=who),
            _("het geweld gaat vandaag gewoon door"),
            _("{who} is veilig en de hulp kan weg").format(who=who),
        ),
        (
            ScaleKind.PROGRESS,
            _("Hoe ver zijn we met wat we samen willen?"),
            _("er is nog niets begonnen"),
            _("het is zoals wij het willen"),
        ),
    )
    kinds = {item[0] for item in earlier}
    return (*earlier, *(item for item in usual if item[0] not in kinds))
