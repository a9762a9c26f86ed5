"""A walk past every page, form and dialog of the program, in one language and at one size of text."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from typing_extensions import override

from beraad.demo.player import CONSOLE, PREVIEW_READY, REFERENCE, WALL, Player
from beraad.i18n import _, spoken
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.terms import CheckResult, Circle, Decision
from beraad.ui.console import MeetingPage
from beraad.ui.dialogs.case_search import CaseSearchDialog
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.case.agreements.round_panel import RoundPanel
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.pages.unlock.form import UnlockForm
from beraad.ui.pages.unlock.page import UnlockState
from beraad.ui.printing import PrintDialog
from beraad.ui.projector import WallWindow
from beraad.ui.screens.chooser import ScreenChooser
from beraad.ui.screens.cover import Change, Cover
from beraad.ui.signing import SigningScreen
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.steps.welcome.page import WelcomePage
from beraad.ui.widgets.wrapping_button import WrappingButton
from beraad.words.answers import decision_said
from tests.ui.driving import in_sight, is_there, is_working, the
from tests.ui.paper_screens import LAPTOP, desk, projector

Look = Callable[[str, QWidget], None]
"""What is done at each stop: its name, and the window that stands."""


class Tour(Player):
    """Plays the example meeting, looks at each picture of the player, and goes past all the rest as well."""

    def __init__(
        self,
        window: MainWindow,
        vault: Vault,
        look: Look,
        *,
        folder: Path = Path(),
        console: QSize = CONSOLE,
        wall: QSize = WALL,
    ) -> None:
        super().__init__(window, vault, folder, console=console, wall=wall)
        self._look = look

    @override
    def play(self) -> None:
        self._visit_cases()
        self._visit_case()
        self._window.open_meeting("IT-2026-021", "b1")
        self._grab(self._window, "alternating")
        self._page.close_meeting()
        super().play()
        self._window.show_case(REFERENCE)
        self._grab(self._window, "case-charts")
        self._visit_unlocking()

    @override
    def _grab(self, widget: QWidget, name: str) -> None:
        for _turn in range(8):
            self._wait(0)
        if isinstance(widget, WallWindow):
            self._look_at_wall(name, widget)
        else:
            self._look(name, widget)

    def _look_at_wall(self, name: str, wall: QWidget) -> None:
        """What stands on the wall is looked at elsewhere."""

    @override
    def _welcome(self) -> None:
        self._in_dialog("keys-meeting", self._page.status.keys_requested.emit)
        self._visit_screens()
        super()._welcome()
        welcome = self._page.steps.of(WelcomePage)
        self._in_dialog("two-rooms", the(welcome, _("Verder in twee kamers…"), QPushButton).click)
        self._in_dialog("somebody-new", the(welcome, _("Iemand die nieuw is…"), QPushButton).click)

    def _visit_screens(self) -> None:
        """What is said and asked about screens."""
        wall = self._page.wall_screen
        assert wall.placement is not None
        happenings = (
            ("lost", wall.placement.screen_lost),
            ("found", wall.placement.screen_found),
            ("back", wall.placement.screen_back),
            ("astray", wall.placement.astray),
        )
        for name, happening in happenings:
            happening.emit()
            self._grab(self._window, f"screen-{name}")
        wall.notice.hide()
        screens = (projector().now, desk().now)
        self._in_dialog("screens", lambda: ScreenChooser.ask(screens, LAPTOP, over=self._window))
        for change in Change:
            cover = Cover(self._window, change)
            cover.tell(change, can_swap=True)
            self._grab(cover, f"cover-{change.name.lower()}")
            cover.deleteLater()

    @override
    def _scale(self) -> None:
        super()._scale()
        (scale,) = self._page.model.view.scales
        panel = self._page.steps.of(ScalePage).panel(scale.id)
        assert panel is not None
        panel.cover()
        the(panel, _("Laat mij de cijfers zien"), QPushButton).click()
        self._grab(self._window, "console-schaal-gezien")

    @override
    def _decide(self) -> None:
        row = self._page.steps.of(AgreementsPage).emergency.calls.row("lisa")
        assert row is not None
        self._in_dialog("childs-paper", row.choose.click)
        super()._decide()
        row = self._page.steps.of(DecidePage).answer_row("peter")
        assert row is not None
        the(row, _("Anders …"), QPushButton).click()
        self._grab(self._window, "console-anders")
        the(row, _("Toch niet"), QPushButton).click()

    @override
    def _sign(self) -> None:
        private = self._page.steps.private
        for person in ("lisa", "mark"):
            private.sign(person)
            screen = private.open_screen
            assert isinstance(screen, SigningScreen)
            for decision in Decision:
                if decision is not Decision.ABSENT:
                    the(screen, decision_said(decision, spoken()), WrappingButton).click()
                    self._grab(self._window, f"signing-{person}-{decision.value}")
            if is_there(screen, _("Mijn hele exemplaar lezen")):
                the(screen, _("Mijn hele exemplaar lezen"), QPushButton).click()
                self._grab(self._window, f"signing-{person}-copy")
            private.take_back()
        super()._sign()

    @override
    def _evaluate(self) -> None:
        super()._evaluate()
        self._page.steps.private.mark()
        self._grab(self._window, "marks")
        self._page.steps.private.take_back()

    @override
    def _print(self) -> None:
        self._window.print_copies(REFERENCE)
        dialog = self._window.findChild(PrintDialog)
        assert dialog is not None
        while is_working(dialog):
            self._wait(20)
        self._fit(dialog)
        if self._folder != Path():
            # On a picture the copy itself is to be seen too.
            self._wait(PREVIEW_READY)
        self._grab(dialog, "print")
        dialog.reject()

    @override
    def _write_copies(self) -> None:
        if self._folder != Path():
            super()._write_copies()

    def _visit_cases(self) -> None:
        self._window.resize(self._console_size)
        self._window.show()
        self._window.show_cases()
        cases = self._window.page
        self._in_dialog("keys", self._window.show_keys)
        self._in_dialog("manual", self._window.menus.actions["manual"].trigger)
        self._in_dialog("new-case", self._window.menus.actions["new_case"].trigger)
        for name, words in (
            ("zoeken-alles", ""),
            ("zoeken-alles-gevonden", "mark"),
            ("zoeken-alles-niets", "zzz"),
        ):
            self._search_all(name, words)
        assert cases is not None

    def _search_all(self, name: str, words: str) -> None:
        while not self._window.index.is_ready:
            self._window.index.catch_up()
            self._wait(20)
        QTimer.singleShot(0, lambda: self._type_to_find(words))
        self._in_dialog(name, self._window.menus.actions["search"].trigger)

    @staticmethod
    def _type_to_find(words: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CaseSearchDialog)
        dialog.type(words)

    def _visit_case(self) -> None:
        self._window.show_case(REFERENCE)
        case = self._window.page
        assert isinstance(case, CasePage)
        for name, tab in (("people", case.people), ("preparing", case.preparing), ("paper", case.paper)):
            case.show_tab(tab)
            self._grab(self._window, f"case-{name}")
        self._in_dialog("phase", case.overview.change_phase)
        first, *_later = self._vault.cases().course.course(REFERENCE).phases
        self._in_dialog("phase-day", lambda: case.overview.correct_phase(first))
        self._vault.printing().copies(REFERENCE).handing_out.hand_out([("ans", False)], dt.date(2026, 11, 21))
        case.refresh()
        case.show_tab(case.paper)
        self._grab(self._window, "case-paper-out")
        paper, *_others = self._vault.cases().register.papers(REFERENCE)
        self._in_dialog("paper-place", lambda: case.paper.ask_place(paper))
        self._in_dialog("person", lambda: case.people.change_person("lisa"))
        self._in_dialog("new-person", lambda: case.people.add_person(Circle.PROFESSIONAL))
        self._in_dialog("secrets", case.people.change_secrets)
        self._in_dialog("workers", case.people.change_workers)
        self._in_dialog("plan-meeting", case.preparing.plan_meeting)
        meeting = self._vault.cases().case(REFERENCE).meetings[-1].id
        self._in_dialog("change-meeting", lambda: case.preparing.change_meeting(meeting))
        self._in_dialog("call-off", lambda: case.preparing.call_off(meeting))
        self._visit_agreements(case)

    def _visit_agreements(self, case: CasePage) -> None:
        tab, follow_up = case.agreements, self._vault.cases().follow_up
        case.show_tab(tab)
        self._grab(self._window, "case-agreements")
        tab.call(tab.callers()[0])
        self._grab(self._window, "case-call")
        (panel,) = tab.findChildren(RoundPanel)
        panel.ask()
        self._grab(self._window, "case-round")
        panel.answer(CheckResult.NOT_KEPT)
        self._grab(self._window, "case-round-why")
        panel.ended.emit()
        (followed, *_rest) = follow_up.followed(REFERENCE)
        self._in_dialog("check", lambda: tab.ask_check(followed))

    def _visit_unlocking(self) -> None:
        self._window.lock()
        while is_working(self._window):
            # Its backup; after that the page asks for the passphrase.
            self._wait(20)
        page = self._window.page
        assert isinstance(page, UnlockPage)
        for state in UnlockState:
            page.enter(state)
            if state is UnlockState.KEEP_CODE:
                page.code_form.show_code("ABCD-EFGH-JKLM-NPQR-STUV-WXYZ")
            else:
                in_sight(page, UnlockForm)[0].say(
                    "De wachtzin klopt niet. Er is niets veranderd. Probeer het opnieuw."
                )
            self._grab(self._window, f"unlock-{state.name.lower()}")

    def _in_dialog(self, name: str, ask: Callable[[], object]) -> None:
        """Look at the dialog that `ask` waits for, and refuse it."""
        seen: list[str] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                QTimer.singleShot(5, look)
                return
            try:
                self._fit(dialog)
                self._grab(dialog, name)
                seen.append(name)
            finally:
                dialog.reject()

        QTimer.singleShot(0, look)
        ask()
        assert seen == [name]

    def _fit(self, dialog: QWidget) -> None:
        """As large as it would like to be, on this screen."""
        dialog.resize(
            dialog.sizeHint().expandedTo(dialog.size()).boundedTo(self._console_size - QSize(0, 40))
        )


def go_round(
    tour: type[Tour], vault: Vault, chosen: Settings, look: Look, *, console: QSize = CONSOLE
) -> None:
    """Walk past everything, in a window of this size, and call `look` at each stop."""
    window = MainWindow(vault, chosen=chosen, messages=ScriptedMessages([True] * 20))
    try:
        tour(window, vault, look, console=console).play()
    finally:
        if isinstance(window.page, MeetingPage):
            # While somebody else has the laptop nothing closes it.
            window.page.steps.private.take_back()
            window.page.close_meeting()
        window.close()
        window.deleteLater()
