"""Scale questions, and the numbers that are given."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from html import escape
from typing import Self

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleScale, ConsoleView
from beraad.i18n import _
from beraad.places import Place
from beraad.terms import ScaleKind
from beraad.texts import set_in
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import PointGroup
from beraad.ui.steps.scale.open_points import without_numbers
from beraad.ui.steps.scale.scale_examples import Example, examples
from beraad.ui.steps.scale.scale_panel import ScalePanel
from beraad.ui.steps.shared.step_host import StepHost
from beraad.ui.steps.shared.step_page import StepPage, scrolling_column
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_button import WrappingButton
from beraad.words import headings


class ScalePage(StepPage):
    """Page with questions to choose from or in own words, and a panel for each that is asked."""

    numbers_requested = Signal(str)
    """Id of the question to which everybody gives a number on this screen."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._offered: tuple[Example, ...] = ()
        self._build()

    @classmethod
    @override
    def of(cls, host: StepHost) -> Self:
        page = cls(host.model, parent=host.parent)
        page.numbers_requested.connect(host.give_numbers)
        return page

    @classmethod
    @override
    def open_points(cls, model: MeetingModel) -> Iterable[PointGroup]:
        return ((_("Cijfers"), without_numbers(model.view)),)

    def panel(self, scale: str) -> ScalePanel | None:
        """Return the panel of a question."""
        return self._panels.get(scale)

    @override
    def show_card(self, card: Place) -> None:
        if (panel := self._panels.get(card.id)) is not None:
            _scales, _scale, in_scale, person, *_rest = *card, "", ""
            panel.go_to(person if in_scale == "scores" else "")

    @override
    def leave(self) -> None:
        for panel in self._panels.all():
            panel.ask("")

    @override
    def show_view(self, view: ConsoleView) -> None:
        self._panels.show(view.scales)
        self._intro.setVisible(not view.scales)
        # What the other room is asked alone, this one can be asked too: the answers stay apart.
        theirs = {None, self.model.half}
        asked = {item.question for item in view.scales if view.waits_in(Place.scale(item.id)) in theirs}
        self._offer(tuple(item for item in examples(view) if item.question not in asked))
        self._more.setText(_("Nog een vraag stellen") if view.scales else _("Kies een vraag"))

    def _build(self) -> None:
        column = scrolling_column(self)
        column.addWidget(SectionHeading(_(headings.SCALE), large=True))
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
            make=self._make_panel,
            show=lambda panel, item: panel.show_scale(self.model.view, item),
        )
        column.addLayout(panels)
        self._more = TextLabel(role="strong")
        column.addWidget(self._more)
        offer = QWidget()
        self._flow = FlowLayout(offer, gap=Theme.current().size("space", "small"))
        column.addWidget(offer)
        column.addStretch(1)

    def _make_panel(self, scale: ConsoleScale) -> ScalePanel:
        panel = ScalePanel(self.model, scale.id)
        panel.numbers_requested.connect(self.numbers_requested)
        return panel

    def _offer(self, offered: tuple[Example, ...]) -> None:
        if offered == self._offered and self._flow.count():
            return
        self._offered = offered
        self._flow.clear()
        for example in offered:
            made = WrappingButton(example.question.replace("&", "&&"))
            made.setAccessibleName(example.question)
            set_icon(made, "scale", "ink")
            made.clicked.connect(partial(self._on_example, example))
            ends = set_in(_("0 = {zero}. 10 = {ten}."), zero=example.zero, ten=example.ten)
            made.setToolTip(escape(ends))
            made.setAccessibleDescription(ends)
            self._flow.addWidget(made)
            made.show()
        own = button(_("Eigen vraag"), self._ask_own, role="add")
        self._flow.addWidget(own)
        own.show()

    def _on_example(self, example: Example, _checked: bool = False) -> None:
        self._ask(example)

    def _ask(self, example: Example) -> None:
        before = {scale.id for scale in self.model.view.scales}
        self.model.act(
            lambda meeting: meeting.scales.add(
                example.question, example.zero, example.ten, example.kind, example.visible_to
            )
        )
        # What was pressed is gone: the keyboard would come to who may see the question.
        for scale in self.model.view.scales:
            if scale.id not in before and (panel := self.panel(scale.id)) is not None:
                panel.focus_begin()

    def _ask_own(self) -> None:
        """A question in own words: the room sees it when they are placed."""
        self.model.act(lambda meeting: meeting.scales.add("", "", "", ScaleKind.OTHER))
