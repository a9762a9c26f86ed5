"""The walk, with every field that the program makes, also those that stand only after something was asked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.services.unwritable import Unwritable
from beraad.terms import Column
from beraad.ui.dialogs.may_call_editor import MayCallEditor
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.dialogs.watch_chips import WatchChips
from beraad.ui.printing.letters import LettersDialog
from beraad.ui.scoring import ScoringScreen
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.shared.text_warnings import TextWarnings
from tests.ui.driving import in_sight, the
from tests.ui.everywhere.seldom import SeldomSeen

KEEPS_NOTHING = ("pages/unlock/", "pages/cases/", "console/find_sheet.py")
"""Passphrases and codes, and words one looks for."""


_LABEL = "Kees was agressief."


class EveryField(SeldomSeen):
    """Stops also where a field stands only after something was asked for."""

    @override
    def _grab(self, widget: QWidget, name: str) -> None:
        super()._grab(widget, name)
        if name == "cijfer-geven":
            self._own_words()
        if isinstance(widget, PersonDialog) and name == "new-person":
            # A name for which paper has no letters asks how it is written in letters.
            widget.name.setText("李")
            super()._grab(widget, f"{name}-letters")
            widget.name.setText("")
            letters = LettersDialog([Unwritable("李", "lisa")], lambda _person, _letters: None, parent=widget)
            letters.show()
            super()._grab(letters, "letters")
            letters.close()
        for chips in widget.findChildren(WatchChips):
            if chips.isVisible() and (
                more := [it for it in in_sight(chips, QPushButton) if it.text() == _("+ woord")]
            ):
                more[0].click()
                super()._grab(widget, f"{name}-woord")
                QTest.keyClick(in_sight(chips, QLineEdit)[0], Qt.Key.Key_Escape)
                break
        for editor in widget.findChildren(MayCallEditor):
            if editor.isVisible() and not editor.lines:
                editor.add_button.click()
                super()._grab(widget, f"{name}-bellen")
                editor.lines[0].remove.click()

    @override
    def _columns(self) -> None:
        super()._columns()
        columns = self._page.steps.of(ColumnsPage)
        made = self._page.model.act(lambda meeting: meeting.statements.add(Column.SAFETY, _LABEL))
        columns.open_card(str(made))
        card = columns.card(str(made))
        assert card
        (remarks,) = card.findChildren(TextWarnings)
        remarks.check()
        the(remarks, _("Laat zo …"), QPushButton).click()
        super()._grab(self._window, "console-waarom")
        columns.open_card("")
        self._page.model.act(lambda meeting: meeting.statements.remove(str(made)))

    def _own_words(self) -> None:
        """The words beside a number, which stand once it was chosen."""
        screen = self._page.steps.private.open_screen
        if isinstance(screen, ScoringScreen) and (page := screen.score_page):
            the(page, _("Cijfer {number}").format(number=4), QPushButton).click()
            super()._grab(self._window, "cijfer-en-woorden")
