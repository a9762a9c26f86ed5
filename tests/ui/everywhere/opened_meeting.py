"""Opens the example meeting on a real screen, with its wall, and stays until it is told to go.

Run as a program: it says `ready` on its output when it stands. Each line of its input is a place to go to, or
`pause`, after which it says `ready` again; it ends when its input does.
"""

import sys
import threading

from PySide6.QtCore import QMetaObject, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from beraad.app import example_vault, make_application
from beraad.i18n import _
from beraad.settings import Settings
from beraad.terms import Step
from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.scale.page import ScalePage
from tests.ui.driving import the

SETTLED = 800
"""Milliseconds after which a page stands."""


class Asked(QObject):
    """Tells on the thread of the windows what the input asked for."""

    place = Signal(str)


def go(page: MeetingPage, place: str) -> None:
    """Go to a step, or to the screen on which `sign:sanne` lets somebody sign; `pause` pauses."""
    if place == "pause":
        the(page.rail, _("Pauze"), QPushButton).click()
        return
    private = page.steps.private
    private.take_back()
    if place.startswith("sign:"):
        page.go_to(Step.DECIDE_AND_SIGN)
        reasons = {(gap.gap, gap.subject): "besproken" for gap in page.model.gaps}
        page.model.act(lambda meeting: meeting.deciding.decide(reasons))
        private.sign(place.removeprefix("sign:"))
        return
    page.model.act(lambda meeting: meeting.carrying.keep_the_rest())
    page.go_to(Step(place))
    if place == Step.SCALE:
        scale = str(
            page.model.act(lambda meeting: meeting.scales.add("Hoe veilig is het nu?", "niet", "heel"))
        )
        page.model.act(lambda meeting: meeting.scales.score(scale, "sanne", 6))
        if panel := page.steps.of(ScalePage).panel(scale):
            panel.ask("lisa")
    if place == Step.AGREEMENTS:
        page.steps.of(AgreementsPage).open_card(page.model.view.agreements[0].id)


def main() -> None:
    """Open it, and wait."""
    chosen = Settings()
    app = make_application(chosen)
    with example_vault() as vault:
        window = MainWindow(vault, chosen=chosen)
        window.resize(QSize(1366, 768))
        window.show()
        window.open_meeting("IT-2026-014", "b2")
        page, wall = window.page, window.wall
        assert isinstance(page, MeetingPage)
        assert wall is not None
        page.model.act(lambda meeting: meeting.course.all_present())
        wall.show()
        QTimer.singleShot(1_500, ready)
        asked = Asked()
        asked.place.connect(lambda place: (go(page, place), QTimer.singleShot(SETTLED, ready)))

        def until_told() -> None:
            for line in sys.stdin:
                asked.place.emit(line.strip())
            QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)

        threading.Thread(target=until_told, daemon=True).start()
        app.exec()
        page.close_meeting()
        window.close()


def ready() -> None:
    """Tell whoever started it, and waits."""
    print("ready", flush=True)  # noqa: T201 - whoever started it waits for that


if __name__ == "__main__":
    main()
