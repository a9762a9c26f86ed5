"""Names as long as people have them, in usual and the largest letters on a small screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override

from beraad.app import make_application
from beraad.demo.player import REFERENCE, Player
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from beraad.ui.printing import PrintDialog
from beraad.ui.projector import WallWindow
from tests.ui.driving import is_working
from tests.ui.everywhere.conftest import COMPACT, LARGE
from tests.ui.everywhere.cut_words import cut_words
from tests.ui.everywhere.long_names import vault_of_long_names

STOPS = {
    "cases", "case", "console-welkom", "console-zorgen", "console-wat-gaat-goed", "zoeken", "console-schaal",
    "cijfer-doorgeven", "cijfer-geven", "console-kamer-schaal", "console-afspraken", "console-afspraak",
    "console-voorlezen", "console-noodplan", "console-nog-open", "console-vaststellen", "tekenen",
    "doorgeven", "console-evaluatie", "printen",
}  # fmt: skip


class Looking(Player):
    """Plays the example meeting without its paper; keeps what cannot be read at each stop."""

    def __init__(self, window: MainWindow, vault: Vault) -> None:
        super().__init__(window, vault, Path(), console=COMPACT)
        self.cut: dict[str, list[str]] = {}

    @override
    def _grab(self, widget: QWidget, name: str) -> None:
        if isinstance(widget, WallWindow):
            return
        if isinstance(widget, QDialog):
            widget.resize(widget.size().boundedTo(COMPACT))
        for _turn in range(4):
            # How tall words are is known when they are laid out; what is round them follows, turn by turn.
            QApplication.processEvents()
        self.cut[name] = cut_words(widget, COMPACT)

    @override
    def _sign(self) -> None:
        private = self._page.steps.private
        private.sign("lisa")
        self._grab(self._window, "tekenen")
        self._give_answer("lisa")
        private.pass_on("lisa")
        self._grab(self._window, "doorgeven")
        private.take_back()

    @override
    def _print(self) -> None:
        self._window.print_copies(REFERENCE)
        dialog = self._window.findChild(PrintDialog)
        assert dialog is not None
        while is_working(dialog):
            self._wait(20)
        self._grab(dialog, "printen")
        dialog.reject()

    @override
    def _write_copies(self) -> None:
        """No paper."""


@pytest.fixture(params=(100, LARGE))
def cut(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[dict[str, list[str]]]:
    """What cannot be read, at each stop, at a size of text (per cent)."""
    chosen = Settings(text_size=request.param)
    make_application(chosen)
    with vault_of_long_names() as vault:
        window = MainWindow(vault, chosen=chosen, messages=ScriptedMessages([True] * 20))
        player = Looking(window, vault)
        try:
            player.play()
            yield player.cut
        finally:
            window.close()
            window.deleteLater()
            make_application(Settings())


@pytest.mark.first
def test_no_long_name_is_cut_or_makes_a_page_scroll_sideways(cut: dict[str, list[str]]) -> None:
    assert {stop: found for stop, found in cut.items() if found} == {}
    assert set(cut) >= STOPS
