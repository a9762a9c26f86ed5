"""The phases of a case on its page: it goes on, stops, begins again, and a wrong day is mended."""

import datetime as dt

from PySide6.QtWidgets import QApplication, QDialog

from beraad.terms import Colour, Phase
from beraad.ui.pages.case.overview.phase_dialog import PhaseDayDialog, PhaseDialog
from tests.ui.driving import choose, is_there, press, texts, type_into
from tests.ui.opened_window import DE_WIT, TODAY, Shell
from tests.ui.pages.case.test_case import InDialog, case_page


def phases(shell: Shell) -> list[tuple[Phase, dt.date | None]]:
    """Phases as they are stored."""
    return [(line.phase, line.began) for line in shell.vault.cases().course.course(DE_WIT).phases]


def go_to_monitoring(dialog: QDialog) -> None:
    """Everybody but the network was asked: first without a reason, then with one."""
    choose(dialog, "Naar welke fase?", "monitorfase")
    choose(dialog, "Volgens de cliënt", "ja")
    choose(dialog, "Volgens de hulpverleners", "ja")
    choose(dialog, "Welke kleur heeft de zaak nu?", "geel: gevaar op langere termijn")
    press(dialog, "Opslaan")
    assert "Schrijf op waarom." in texts(dialog)
    type_into(dialog, "Waarom?", "Kees was er niet.")
    press(dialog, "Opslaan")


def test_a_case_goes_to_monitoring_closes_and_begins_again(
    shell: Shell, in_dialog: InDialog, qapp: QApplication
) -> None:
    page = case_page(shell, DE_WIT)
    done = in_dialog(go_to_monitoring)
    press(page, "Fase veranderen…")
    qapp.processEvents()
    assert done == ["PhaseDialog"]
    assert "monitorfase sinds 21 nov 2026" in texts(page)
    assert "veilig genoeg: cliënt en hulpverleners" in texts(page)
    assert "Kees was er niet." in texts(page)
    assert shell.vault.cases().case(DE_WIT).colour is Colour.YELLOW

    def close(dialog: QDialog) -> None:
        assert isinstance(dialog, PhaseDialog)
        assert dialog.phase.currentData() == Phase.CLOSED
        for who in ("Volgens de cliënt", "Volgens het netwerk", "Volgens de hulpverleners"):
            choose(dialog, who, "ja")
        press(dialog, "Opslaan")

    in_dialog(close)
    press(page, "Fase veranderen…")
    qapp.processEvents()
    assert phases(shell)[-1] == (Phase.CLOSED, TODAY)

    def begin_again(dialog: QDialog) -> None:
        assert not is_there(dialog, "Volgens de cliënt"), "nobody is asked whether it is safe"
        type_into(dialog, "Waarom?", "Er was weer geweld.")
        press(dialog, "Opslaan")

    in_dialog(begin_again)
    press(page, "Fase veranderen…")
    qapp.processEvents()
    assert [phase for phase, _day in phases(shell)] == [
        Phase.INTENSIVE,
        Phase.MONITOR,
        Phase.CLOSED,
        Phase.INTENSIVE,
    ]
    page.undoing.undo()
    assert phases(shell)[-1] == (Phase.CLOSED, TODAY)


def test_a_wrong_day_is_corrected(shell: Shell, in_dialog: InDialog, qapp: QApplication) -> None:
    page = case_page(shell, DE_WIT)

    def correct(dialog: QDialog) -> None:
        assert isinstance(dialog, PhaseDayDialog)
        dialog.on.show_day(dt.date(2026, 9, 1))
        press(dialog, "Opslaan")
        assert "voor het begin van de zaak" in texts(dialog)
        dialog.on.show_day(dt.date(2026, 9, 20))
        press(dialog, "Opslaan")

    in_dialog(correct)
    press(page, "Dag van intensieve fase verbeteren")
    qapp.processEvents()
    assert phases(shell) == [(Phase.INTENSIVE, dt.date(2026, 9, 20))]
