"""Step 4: scale questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleScale, ConsoleView, VisibleToValue
from beraad.i18n import _, format_list
from beraad.services.meeting import MeetingService
from beraad.terms import ScaleKind, VisibleTo
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.meeting.parts.keyed_rows import KeyedRows
from beraad.ui.meeting.parts.scale_panel import ScalePanel
from beraad.ui.meeting.parts.step_page import StepPage, scrolling_column
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel


@dataclass(frozen=True, slots=True)
class Example:
    """A question to choose; one that was asked last time comes back for those who might see it then."""

    kind: ScaleKind
    question: str
    zero: str
    ten: str
    visible_to: VisibleToValue = VisibleTo.EVERYONE.value


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
        self._offer(tuple(item for item in examples(view) if item.question not in asked))
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
            made = button(example.question.replace("&", "&&"), partial(self._ask, example), icon="scale")
            self._flow.addWidget(made)
            made.show()
        own = button(_("Eigen vraag"), self._ask_own, role="add")
        self._flow.addWidget(own)
        own.show()

    def _ask(self, example: Example) -> None:
        self.model.act(
            lambda meeting: meeting.scales.add(
                example.question, example.zero, example.ten, example.kind, example.visible_to
            )
        )

    def _ask_own(self) -> None:
        """A question in own words: the room sees it when the first person is asked."""

        def make(meeting: MeetingService) -> None:
            meeting.hold_back(f"scales/{meeting.scales.add('', '', '', ScaleKind.OTHER)}")

        self.model.act(make)


def examples(view: ConsoleView) -> tuple[Example, ...]:
    """What was asked last time, to compare; else questions worded for this family."""
    earlier = tuple(
        Example(item.kind, item.question, item.zero, item.ten, item.visible_to)
        for item in view.earlier_scales
    )
    children = [person.called for person in view.people if person.child]
    who = format_list(children) if children else _("iedereen")
    usual = (
        Example(
            ScaleKind.SAFETY,
            _("Hoe veilig is het nu voor {who}?").format(who=who),
            _("het geweld gaat vandaag gewoon door"),
            _("{who} is veilig en de hulp kan weg").format(who=who),
        ),
        Example(
            ScaleKind.PROGRESS,
            _("Hoe ver zijn we met wat we samen willen?"),
            _("er is nog niets begonnen"),
            _("het is zoals wij het willen"),
        ),
    )
    kinds = {item.kind for item in earlier}
    return (*earlier, *(item for item in usual if item.kind not in kinds))
