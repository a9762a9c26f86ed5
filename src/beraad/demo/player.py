"""Player of the example meeting; it leaves pictures and printed copies."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from beraad.demo import two_rooms
from beraad.demo.phone_round import play_phone_round
from beraad.demo.signed_paper import signed_paper
from beraad.disclosure.console_views import ConsoleTiming
from beraad.i18n import _
from beraad.places import Place
from beraad.services.vault import Vault
from beraad.terms import Column, Decision, RoomSees, StatementKind, Step, TimingKind
from beraad.ui.console import MeetingPage
from beraad.ui.console.finding.find_sheet import FindSheet
from beraad.ui.console.finding.finder import Finder
from beraad.ui.main_window import MainWindow
from beraad.ui.pages.case import CasePage
from beraad.ui.printing import PrintDialog
from beraad.ui.printing.sheets import open_pdf
from beraad.ui.projector import WallWindow
from beraad.ui.scoring import ScoringScreen
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.scale.page import ScalePage

REFERENCE, MEETING = "IT-2026-014", "b2"
"""The second meeting of the De Wit family, who are made up."""

ON_PAPER = "peter"
"""Person who signs on paper."""

CONSOLE = QSize(1366, 768)
WALL = QSize(1920, 1080)

_PIXELS_PER_POINT = 1.6
PREVIEW_READY = 1500
"""Milliseconds in which the preview of the first copy is made, off the GUI thread."""

SAID = {
    "lisa": ("Papa schreeuwt minder.", "Dat ik weer thuis durf te slapen als papa er is."),
    "sanne": ("Mark belt eerst voordat hij komt.", ""),
    "mark": ("", "Dat ik ook op een verjaardag niet drink."),
    "kees": ("Ik kan altijd langsgaan, ook 's avonds laat.", ""),
}
"""Words of some people with their number: why it is no lower, and what would be one higher."""

_REMARKED = 400
"""Milliseconds after which a pause in the typing is over and remarks show."""

SCORES = {"lisa": 3, "sanne": 6, "mark": 8, "ans": 5, "kees": 6, "fatima": 4, "joke": 4}


class Player:
    """Player that does what a facilitator does, step by step, with a picture of each step."""

    def __init__(
        self,
        window: MainWindow,
        vault: Vault,
        folder: Path,
        *,
        console: QSize = CONSOLE,
        wall: QSize = WALL,
    ) -> None:
        self._window, self._vault, self._folder = window, vault, folder
        self._console_size, self._wall_size = console, wall
        self.pictures: list[Path] = []

    def play(self) -> None:
        """Play from the list of cases to the printed copies."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._window.resize(self._console_size)
        self._window.show()
        self._window.show_cases()
        self._grab(self._window, "cases")
        self._window.show_case(REFERENCE)
        self._grab(self._window, "case")
        if isinstance(case := self._window.page, CasePage):
            play_phone_round(case, lambda name: self._grab(self._window, name))
        self._two_rooms()
        self._window.open_meeting(REFERENCE, MEETING)
        for step in (
            self._welcome,
            self._columns,
            self._scale,
            self._agreements,
            self._decide,
            self._sign,
            self._evaluate,
        ):
            step()
        self._page.close_meeting()
        self._print()
        self._write_copies()

    def _two_rooms(self) -> None:
        self._window.open_meeting(two_rooms.REFERENCE, two_rooms.MEETING)
        two_rooms.play_two_rooms(self._page, lambda name: self._grab(self._window, name))
        self._page.close_meeting()

    # -- the meeting ---------------------------------------------------------------------------------

    @property
    def _page(self) -> MeetingPage:
        page = self._window.page
        if not isinstance(page, MeetingPage):
            raise TypeError(type(page).__name__)
        return page

    @property
    def _wall(self) -> WallWindow:
        wall = self._window.wall
        if wall is None:
            raise RuntimeError("no wall")
        return wall

    def _welcome(self) -> None:
        self._page.model.act(lambda meeting: meeting.course.all_present())
        self._both("welkom")

    def _columns(self) -> None:
        page = self._page
        page.go_to(Step.WORRIES)
        self._grab(self._window, "console-vorige-keer")
        page.model.act(lambda meeting: meeting.carrying.keep_the_rest())
        page.model.act(
            lambda meeting: meeting.statements.add(
                Column.DANGER,
                "Op 14 november dronk Mark bij een verjaardag. Sanne en Lisa gingen toen naar oma Ans.",
                StatementKind.HARM,
                by="ans",
            )
        )
        self._both("zorgen")
        self._type_a_card()
        page.steps.of(ColumnsPage).toggle_last_plan()
        self._grab(self._window, "console-vorig-plan")
        page.steps.of(ColumnsPage).toggle_last_plan()
        self._forward(Place.statement(page.model.view.column(Column.DANGER)[0].id), "kaart")
        page.go_to(Step.GOING_WELL)
        page.model.act(
            lambda meeting: meeting.statements.add(
                Column.SAFETY,
                "Sinds 20 september is er geen geweld geweest.",
                StatementKind.EXISTING_SAFETY,
                by="sanne",
            )
        )
        page.model.give_turn("mark")
        self._both("wat-gaat-goed")
        self._in_between()

    def _in_between(self) -> None:
        """Play a break and a search."""
        page = self._page
        page.pausing.pause()
        self._both("pauze")
        page.pausing.resume()
        sheet = FindSheet(Finder(page.model.view, page.model.step), parent=page)
        sheet.show()
        sheet.type("oma")
        self._grab(sheet, "zoeken")
        sheet.reject()
        sheet.deleteLater()

    def _type_a_card(self) -> None:
        """Type a card that gets remarks, then take it back."""
        columns = self._page.steps.of(ColumnsPage)
        columns.begin(Column.DANGER)
        field = columns.column(Column.DANGER).add_statement.field
        field.insertPlainText("Mark was agressief. Bel Peter op 076-5550103.")
        self._wait(_REMARKED)
        self._grab(self._window, "console-opmerkingen")
        field.clear()
        self._page.model.drafting.rest()
        columns.column(Column.DANGER).add_statement.finish()

    def _forward(self, place: Place, name: str) -> None:
        """Show one card alone on the wall, and go back."""
        self._page.model.bring_forward(place)
        self._both(f"{name}-groot")
        self._page.model.bring_forward(None)

    def _scale(self) -> None:
        page = self._page
        page.go_to(Step.SCALE)
        scale = page.model.act(
            lambda meeting: meeting.scales.add(
                "Hoe veilig is het nu voor Lisa?",
                "het geweld gaat vandaag gewoon door",
                "Lisa is veilig en de hulp kan weg",
            )
        )
        private = page.steps.private
        private.give_numbers(str(scale))
        self._grab(self._window, "cijfer-doorgeven")
        if isinstance(screen := private.open_screen, ScoringScreen):
            screen.take(next(place for place, item in enumerate(page.model.view.at_table) if item.child))
            self._grab(self._window, "cijfer-geven")
        private.take_back()
        if panel := page.steps.of(ScalePage).panel(str(scale)):
            panel.ask("lisa")
        self._grab(self._window, "console-cijfer-vragen")
        for person, value in SCORES.items():
            self._answer(str(scale), person, value)
        self._both("schaal-verborgen")
        for sees, name in (
            (RoomSees.CIRCLES, "schaal-per-kring"),
            (RoomSees.WORDS, "schaal-eigen-woorden"),
            (RoomSees.ALL, "schaal"),
        ):
            self._show_room(str(scale), sees)
            self._both(name)

    def _show_room(self, scale: str, sees: RoomSees) -> None:
        self._page.model.show(lambda meeting: meeting.reveal(scale, sees))

    def _answer(self, scale: str, person: str, value: int) -> None:
        spoken_by = "ans" if person == "lisa" else None
        because, one_up = SAID.get(person, ("", ""))
        self._page.model.act(
            lambda meeting: meeting.scales.give(
                scale, person, value, spoken_by=spoken_by, because=because, one_up=one_up
            )
        )

    def _agreements(self) -> None:
        page = self._page
        page.go_to(Step.WHAT_MUST_HAPPEN)
        page.model.act(
            lambda meeting: meeting.statements.add(
                Column.NEXT_STEP,
                "Mark heeft geen sleutel van het huis van Sanne.",
                StatementKind.BOTTOM_LINE,
                by="fatima",
            )
        )
        self._both("wat-moet-er-gebeuren")
        page.go_to(Step.FAMILY_TIME)
        self._both("familietijd")
        page.go_to(Step.AGREEMENTS)
        agreement = str(
            page.model.act(lambda meeting: meeting.agreements.add("Lisa belt 112 als het misgaat."))
        )
        page.model.act(lambda meeting: meeting.agreements.change(agreement, owners=("lisa",)))
        self._both("afspraken")
        self._forward(Place.agreement(page.model.view.agreements[0].id), "afspraak")
        page.steps.of(AgreementsPage).open_card(agreement)
        self._grab(self._window, "console-afspraak")
        self._make_smart(agreement)
        page.steps.of(AgreementsPage).leave()
        page.steps.of(AgreementsPage).read_aloud()
        self._both("voorlezen")
        page.steps.of(AgreementsPage).leave()
        page.steps.of(AgreementsPage).show_emergency()
        self._grab(self._window, "console-noodplan")

    def _make_smart(self, agreement: str) -> None:
        """Let the adults take over a task that a child would have had."""
        model = self._page.model
        covers = next(s.id for s in model.view.statements if s.kind is StatementKind.DANGER_STATEMENT)
        starts_on = dt.date.fromisoformat(str(model.view.starts_at)[:10])
        model.act(
            lambda meeting: meeting.agreements.change(
                agreement,
                what="Sanne belt 112 als het misgaat. Lisa hoeft dat niet te doen.",
                owners=("sanne",),
                measured_by="Sanne belt daarna Fatima",
                checked_by="fatima",
                fallback="oma Ans belt 112",
                covers=(covers,),
                timing=ConsoleTiming(TimingKind.ALWAYS, starts_on=starts_on),
            )
        )
        model.act(lambda meeting: meeting.agreements.accept(agreement, "sanne"))
        model.act(
            lambda meeting: meeting.agreements.ready(
                agreement, "sanne", willingness=9, confidence=8, capacity=8
            )
        )

    def _decide(self) -> None:
        page = self._page
        page.go_to(Step.DECIDE_AND_SIGN)
        self._grab(self._window, "console-nog-open")
        reasons = {(gap.gap, gap.subject): "besproken aan tafel" for gap in page.model.gaps}
        page.model.act(lambda meeting: meeting.deciding.decide(reasons))
        self._both("vaststellen")

    def _sign(self) -> None:
        private = self._page.steps.private
        private.sign("ans")
        self._grab(self._window, "tekenen")
        private.speak_in("first")
        private.sign("mark")
        self._grab(self._window, "tekenen-ik")
        private.speak_in("second")
        self._give_answer("mark")
        private.pass_on("mark")
        self._grab(self._window, "doorgeven")
        private.take_back()
        for person in self._page.model.view.at_table:
            if person.id != ON_PAPER:
                self._give_answer(person.id)
        self._sign_on_paper(ON_PAPER)
        self._both("getekend")

    def _sign_on_paper(self, person: str) -> None:
        """Play somebody who signs the paper at home and sends it back."""
        page = self._page
        copy = self._vault.printing().copies(REFERENCE, MEETING).one(person)
        paper = signed_paper(copy.data, signature(len(person)))
        page.model.act(lambda meeting: meeting.deciding.answer(person, Decision.AGREE, on_paper=True))
        page.model.act(lambda meeting: meeting.scans.add(person, [paper]))
        if row := page.steps.of(DecidePage).answer_row(person):
            self._bring_in_sight(row)
        self._grab(self._window, "console-met-scan")
        page.steps.scanning.show(person)
        self._grab(self._window, "scan-bekijken")
        page.steps.private.close_screen()

    def _give_answer(self, person: str) -> None:
        remark = "Ik wil volgende keer langer praten." if person == "mark" else None
        decision = Decision.AGREE_WITH_REMARK if remark else Decision.AGREE
        self._page.model.act(
            lambda meeting: meeting.deciding.answer(
                person, decision, remark=remark, strokes=signature(len(person))
            )
        )

    def _evaluate(self) -> None:
        page = self._page
        page.go_to(Step.EVALUATION)
        page.model.act(lambda meeting: meeting.course.meet_again("2027-01-15T14:00:00", "buurthuis De Lucht"))
        for marks in ((9, 8, 9, 8, 8, 7), (8, 7, 8, 8, 9, 8)):
            self._mark(marks)
        self._both("evaluatie")
        page.navigation.call_last()
        self._grab(self._window, "console-voor-sluiten")
        page.steps.private.close_screen()

    def _mark(self, marks: tuple[int, ...]) -> None:
        self._page.model.act(lambda meeting: meeting.course.mark(marks))

    # -- paper ---------------------------------------------------------------------------------------

    def _print(self) -> None:
        self._window.print_copies(REFERENCE, MEETING)
        dialog = self._window.findChild(PrintDialog)
        if dialog is None:
            raise RuntimeError("no print dialog")
        self._wait(PREVIEW_READY)
        self._grab(dialog, "printen")
        dialog.reject()

    def _write_copies(self) -> None:
        printed = self._vault.printing().copies(REFERENCE, MEETING).write_all(self._folder)
        by_person = {copy.person: copy.file for copy in printed.copies}
        for person, name in (("ans", "copy-large"), ("mark", "copy-personal"), ("lisa", "copy-child")):
            self._picture_of_page((self._folder / by_person[person]).read_bytes(), name)
        whole = self._vault.printing().copies(REFERENCE, MEETING).for_the_file()
        document, _memory = open_pdf(whole.data)
        proof = next(
            number
            for number in range(whole.pages)
            if _("Bewijs bij het plan") in document.getAllText(number).text()
        )
        self._picture_of_page(whole.data, "copy-proof", proof)
        # The scan is the last page of the copy for the file.
        self._picture_of_page(whole.data, "copy-scan", whole.pages - 1)

    def _picture_of_page(self, pdf: bytes, name: str, number: int = 0) -> None:
        document, _memory = open_pdf(pdf)
        size = document.pagePointSize(number) * _PIXELS_PER_POINT
        page = document.render(number, size.toSize())
        paper = QImage(page.size(), QImage.Format.Format_RGB32)
        # The background of a page is transparent; paper is white.
        paper.fill("white")
        painter = QPainter(paper)
        painter.drawImage(0, 0, page)
        painter.end()
        self._keep(paper, name)

    def _bring_in_sight(self, widget: QWidget) -> None:
        for _turn in range(4):
            self._wait(10)
        holder: QWidget | None = widget
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if holder is not None:
            holder.ensureWidgetVisible(widget)

    # -- pictures ------------------------------------------------------------------------------------

    def _both(self, name: str) -> None:
        self._grab(self._window, f"console-{name}")
        self._wall.resize(self._wall_size)
        self._grab(self._wall, f"wall-{name}")

    def _grab(self, widget: QWidget, name: str) -> None:
        # The height of words is known after layout; the widgets around them follow in later turns.
        for _turn in range(4):
            self._wait(10)
        self._keep(widget.grab().toImage(), name)

    def _keep(self, picture: QImage, name: str) -> None:
        path = self._folder / f"{name}.png"
        picture.save(str(path))
        self.pictures.append(path)

    @staticmethod
    def _wait(milliseconds: int) -> None:
        """Let the windows lay themselves out."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def signature(seed: int) -> list[list[list[float]]]:
    """Return a made-up signature: one stroke of points, x and y in 0..1."""
    wave = [
        [0.1 + 0.8 * step / 40, 0.5 + 0.3 * math.sin(step / (2 + seed % 3)) * math.cos(step / 7 + seed)]
        for step in range(41)
    ]
    return [wave]


def play_meeting(window: MainWindow, vault: Vault, folder: Path) -> int:
    """Play the meeting and print where the pictures and copies are; return the exit code."""
    player = Player(window, vault, folder)
    player.play()
    window.close()
    told = _(
        "Er is geen scherm. Het voorbeeldberaad is gespeeld; {count} beelden en de pdf's staan in {folder}."
    )
    print(told.format(count=len(player.pictures), folder=folder))  # noqa: T201 - there is no window to say it in
    return 0
