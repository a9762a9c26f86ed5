"""The line below the console says that all is on disk only where it is, whichever field one types in."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from beraad.services.unwritable import Unwritable
from beraad.terms import Column
from beraad.ui.dialogs.may_call_editor import MayCallEditor
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.dialogs.watch_chips import WatchChips
from beraad.ui.meeting import drafting
from beraad.ui.meeting.drafting import Typed
from beraad.ui.meeting.parts.text_warnings import TextWarnings
from beraad.ui.printing.letters import LettersDialog
from beraad.ui.scoring import ScoringScreen
from tests.ui.everywhere.fields_made import places_in_source, remember_places
from tests.ui.everywhere.saved import Saver
from tests.ui.everywhere.seldom import SeldomSeen
from tests.ui.everywhere.test_hands_off import walk

_KEEPS_NOTHING = ("pages/unlock/", "pages/cases/", "meeting/find_sheet.py")
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
            if chips.isVisible() and chips._field.isHidden():
                chips._open_field()
                super()._grab(widget, f"{name}-woord")
                chips._close_field()
                break
        for editor in widget.findChildren(MayCallEditor):
            if editor.isVisible() and not editor.lines:
                editor.add_button.click()
                super()._grab(widget, f"{name}-bellen")
                editor.lines[0].remove.click()

    @override
    def _columns(self) -> None:
        super()._columns()
        columns = self._page.steps.columns
        made = self._page.model.act(lambda meeting: meeting.statements.add(Column.SAFETY, _LABEL))
        columns.open_card(str(made))
        card = columns.card(str(made))
        assert card
        (remarks,) = card.findChildren(TextWarnings)
        remarks.check()
        remarks._ask_why(remarks._rows.all()[0].remark)
        super()._grab(self._window, "console-waarom")
        columns.open_card("")
        self._page.model.act(lambda meeting: meeting.statements.remove(str(made)))

    def _own_words(self) -> None:
        """The words beside a number, which stand once it was chosen."""
        screen = self._page.steps.private.open_screen
        if isinstance(screen, ScoringScreen) and (page := screen.answer_page):
            page._pad.type_digit(4)
            super()._grab(self._window, "cijfer-en-woorden")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for somebody to rest."""
    monkeypatch.setattr(drafting, "AT_REST", 0)
    monkeypatch.setattr(drafting, "KEEP_WITHIN", 0)
    remember_places(monkeypatch)


@pytest.mark.slow
def test_saved_is_said_of_no_field_that_is_not(qapp: QApplication) -> None:
    """Of every field that the program makes, in the meeting and outside it: a new one is missed here."""
    saver = Saver()
    assert walk(saver, types=True, tour=EveryField).wrong == {}
    keeps = {place for place in places_in_source() if not place.startswith(_KEEPS_NOTHING)}
    assert keeps - saver.places == set()


@pytest.mark.slow
def test_a_field_that_is_not_kept_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that is not written."""
    monkeypatch.setattr(Typed, "_on_typed", lambda *_args, **_options: None)
    walked = walk(Saver(), types=True, until=lambda walked: bool(walked.wrong), tour=EveryField)
    assert "saved" in walked.found()
