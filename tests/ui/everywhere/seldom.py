"""The walk, with what is seldom seen: what went wrong, what was left, a form that opens on request."""

import datetime as dt

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from typing_extensions import override

from beraad.demo.player import MEETING, REFERENCE
from beraad.disclosure.console_views import ConsoleTiming
from beraad.i18n import _
from beraad.readers import Readers
from beraad.terms import Column, Decision, Step, TimingKind
from beraad.ui.console.bars.top_bar import WallState
from beraad.ui.console.finding.find_sheet import FindSheet
from beraad.ui.console.finding.finder import Finder
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.steps.scale.room_choice import RoomChoice
from beraad.ui.steps.shared.last_time import LastTime
from tests.ui.driving import in_sight, the
from tests.ui.everywhere.tour import Tour
from tests.ui.pages.cases.listed import search_field

VAGUE_LABEL = "Mark was agressief en probeert beter te luisteren."


class SeldomSeen(Tour):
    """Stops at more places; what it changes for that is taken back, so that the walk goes on as it was."""

    @override
    def _visit_case(self) -> None:
        super()._visit_case()
        self._window.show_case("IT-2026-021")
        case = self._window.page
        assert isinstance(case, CasePage)
        case.show_tab(case.people)
        self._grab(self._window, "case-secrets")
        self._in_dialog("secrets-some", case.people.change_secrets)
        self._in_dialog("person-some", lambda: case.people.change_person("rima"))
        self._window.show_cases()
        cases = self._window.page
        assert isinstance(cases, CasesPage)
        search_field(cases).setText("niemand heet zo")
        self._grab(self._window, "cases-none")

    @override
    def _grab(self, widget: QWidget, name: str) -> None:
        super()._grab(widget, name)
        beside = {
            "console-vorige-keer": self._why_it_stops,
            "console-cijfer-vragen": self._too_few_numbers,
            "console-noodplan": self._an_agreement_with_everything,
        }
        if name in beside:
            beside[name]()

    def _why_it_stops(self) -> None:
        """An agreement of last time that stops asks for a reason."""
        self._page.go_to(Step.AGREEMENTS)
        self._grab(self._window, "console-afspraken-vorige-keer")
        (asked, *_others) = [it for it in self._window.findChildren(LastTime) if it.isVisible()]
        stops, *_others = [it for it in in_sight(asked, QPushButton) if it.text() == _("Stopt")]
        stops.click()
        self._grab(self._window, "console-stopt")
        self._page.go_to(Step.WORRIES)

    def _too_few_numbers(self) -> None:
        (choice,) = [it for it in self._window.findChildren(RoomChoice) if it.isVisible()]
        the(choice, _("Per kring"), QPushButton).click()
        (scale,) = self._page.model.view.scales
        panel = self._page.steps.of(ScalePage).panel(scale.id)
        assert panel is not None
        panel.cover()
        self._grab(self._window, "console-schaal-bedekt")
        the(panel, _("Laat mij de cijfers zien"), QPushButton).click()
        the(choice, _("Alles, met naam"), QPushButton).click()

    @override
    def _columns(self) -> None:
        super()._columns()
        page, model = self._page, self._page.model
        made = str(
            model.act(
                lambda meeting: meeting.statements.add(
                    Column.SAFETY,
                    VAGUE_LABEL,
                    visible_to=Readers.only(*(item.id for item in model.view.people[:7])),
                )
            )
        )
        remark, *_others = (
            model.ask(lambda meeting: meeting.wording.remarks(VAGUE_LABEL, promise=False)) or ()
        )
        model.show(lambda meeting: meeting.wording.let_stand(VAGUE_LABEL, remark, "zo zei hij het zelf"))
        page.steps.of(ColumnsPage).open_card(made)
        card = page.steps.of(ColumnsPage).card(made)
        assert card is not None
        for more in card.findChildren(QPushButton):
            if more.isVisible() and more.text().endswith(" …"):
                more.click()
        self._grab(self._window, "console-kaart-alles")
        model.undo()
        model.act(lambda meeting: meeting.course.skip(Step.FAMILY_TIME, skipped=True))
        page.status.save_state.set_failed()
        for state in WallState:
            page.top_bar.show_wall(state, Step.DECIDE_AND_SIGN)
            self._grab(self._window, f"bar-{state.name.lower()}")
        model.undo()
        sheet = FindSheet(Finder(model.view, model.step), parent=page)
        sheet.show()
        sheet.type("dat zei niemand")
        self._grab(sheet, "zoeken-niets")
        sheet.reject()
        sheet.deleteLater()

    def _an_agreement_with_everything(self) -> None:
        """On set days, with low numbers, a vague word, and a reason to stop."""
        page, model = self._page, self._page.model
        page.steps.of(AgreementsPage).leave()
        made = str(model.act(lambda meeting: meeting.agreements.add(VAGUE_LABEL)))
        timing = ConsoleTiming(
            TimingKind.RECURRING,
            dt.date(2026, 11, 21),
            dt.date(2027, 1, 31),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SA",
            "19:30",
        )
        model.act(lambda meeting: meeting.agreements.change(made, owners=("lisa", "mark"), timing=timing))
        for owner in ("lisa", "mark"):
            model.act(
                lambda meeting, owner=owner: meeting.agreements.ready(
                    made, owner, willingness=3, confidence=2, capacity=4
                )
            )
        page.steps.of(AgreementsPage).open_card(made)
        card = page.steps.of(AgreementsPage).card(made)
        assert card is not None
        assert card.editor is not None
        the(card.editor, _("Afspraak stopt …"), QPushButton).click()
        self._grab(self._window, "console-afspraak-alles")
        page.steps.of(AgreementsPage).leave()
        self._grab(self._window, "console-afspraken-open")
        model.act(lambda meeting: meeting.agreements.remove(made))
        page.steps.of(AgreementsPage).show_emergency()

    @override
    def _decide(self) -> None:
        super()._decide()
        row = self._page.steps.of(DecidePage).answer_row("peter")
        assert row is not None
        the(row, _("Anders …"), QPushButton).click()
        (which,) = in_sight(row, QComboBox)
        which.setCurrentIndex(which.findData(Decision.AGREE_WITH_REMARK))
        self._grab(self._window, "console-anders-papier")
        the(row, _("Toch niet"), QPushButton).click()

    @override
    def _sign(self) -> None:
        super()._sign()
        page, model = self._page, self._page.model
        page.steps.private.pass_on("mark")
        self._grab(self._window, "doorgeven-klaar")
        page.steps.private.take_back()
        page.go_to(Step.AGREEMENTS)
        first = model.view.agreements[0]
        model.act(lambda meeting: meeting.agreements.change(first.id, fallback="Kees belt dan Joke."))
        model.act(lambda meeting: meeting.course.note(0, "let op"))
        if page.concept.isHidden():
            raise RuntimeError("nobody was told that it is a concept again")
        self._grab(self._window, "console-weer-concept")
        page.go_to(Step.DECIDE_AND_SIGN)
        self._grab(self._window, "console-opnieuw")
        page.navigation.call_last()
        self._grab(self._window, "console-voor-sluiten-veel")
        page.steps.private.close_screen()
        for _act in range(2):
            model.undo()
        (scale,) = model.view.scales
        model.act(lambda meeting: meeting.scales.score(scale.id, "peter", None, declined=True))
        page.steps.private.give_numbers(scale.id)
        self._grab(self._window, "cijfer-doorgeven-klaar")
        page.steps.private.take_back()
        model.undo()

    @override
    def _print(self) -> None:
        self._window.open_meeting(REFERENCE, MEETING)
        self._grab(self._window, "console-verder")
        self._page.close_meeting()
        super()._print()
