"""On every page and in every dialog: nothing changes without a click or a key that is meant."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QSpinBox, QTimeEdit, QWidget

from beraad.app import example_vault, make_application
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui import pressed
from beraad.ui.meeting import MeetingPage, drafting
from beraad.ui.meeting.parts import text_warnings
from beraad.ui.widgets.value_fields import ChoiceBox, DayBox, NumberBox, TimeBox
from tests.ui.everywhere.kept import Kept
from tests.ui.everywhere.press import Presser
from tests.ui.everywhere.seldom import SeldomSeen
from tests.ui.everywhere.sentence import Typist
from tests.ui.everywhere.tour import Tour, go_round
from tests.ui.everywhere.wheel import turned_by_the_wheel, with_a_value

Do = Callable[[QWidget], list[str]]
"""Does something with a window; gives what went wrong, in words."""

_GUARDED = {ChoiceBox: QComboBox, NumberBox: QSpinBox, DayBox: QDateEdit, TimeBox: QTimeEdit}

_UNDOES = 12
"""More than what is typed at one stop to see what happens."""

_ENOUGH = 100
"""Presses, so that a page which shows nothing to press is noticed."""


class Enough(Exception):
    """Nothing more needs to be seen."""


@dataclass
class Walked:
    """What went wrong at each stop, and which kinds of fields were come past."""

    wrong: dict[str, list[str]] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)

    def found(self) -> set[str]:
        """The first word of everything that went wrong."""
        return {line.split(" ")[0] for lines in self.wrong.values() for line in lines}


def walk(
    do: Do,
    *,
    types: bool = False,
    until: Callable[[Walked], bool] = lambda walked: False,
    tour: type[Tour] = SeldomSeen,
) -> Walked:
    """Walk past everything, and do something at each stop, `until` enough was found.

    What is done must change nothing that is kept; where it `types`, that is taken back.
    """
    chosen = Settings()
    make_application(chosen)
    walked = Walked()
    with example_vault() as vault:

        def look(name: str, window: QWidget) -> None:
            if until(walked):
                # An error that is raised within the loop of a dialog goes nowhere.
                if QApplication.activeModalWidget() is None:
                    raise Enough
                return
            before = Kept.now(vault, drafts=not types)
            walked.kinds |= {type(item).__name__ for item in with_a_value(window)}
            wrong = do(window)
            QApplication.processEvents()
            if types:
                _take_back(vault, before, getattr(window, "page", None))
            wrong += before.differs(Kept.now(vault, drafts=not types))
            if wrong:
                walked.wrong[name] = wrong

        with suppress(Enough):
            go_round(tour, vault, chosen, look)
    return walked


def _take_back(vault: Vault, before: Kept, page: QWidget | None) -> None:
    acts = 0
    while isinstance(page, MeetingPage) and acts < _UNDOES and before.differs(Kept.now(vault, drafts=False)):
        page.model.undo()
        acts += 1


def test_the_wheel_changes_no_value_anywhere(qapp: QApplication) -> None:
    walked = walk(turned_by_the_wheel)
    assert walked.wrong == {}
    assert walked.kinds >= {kind.__name__ for kind in _GUARDED}


def test_a_field_that_takes_the_wheel_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for guarded, plain in _GUARDED.items():
        monkeypatch.setattr(guarded, "wheelEvent", plain.wheelEvent)
    wanted = {"case", "wall", *(kind.__name__ for kind in _GUARDED)}
    assert walk(turned_by_the_wheel, until=lambda walked: walked.found() >= wanted).found() >= wanted


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is kept, and is remarked upon, as soon as anything else happens."""
    monkeypatch.setattr(text_warnings, "PAUSE", 0)
    monkeypatch.setattr(drafting, "KEEP_WITHIN", 0)


@pytest.mark.usefixtures("_at_once")
def test_nothing_moves_under_a_pressed_button(qapp: QApplication) -> None:
    presser = Presser()
    assert walk(presser, types=True).wrong == {}
    assert len(presser.tried) > _ENOUGH


@pytest.mark.usefixtures("_at_once")
def test_what_moves_under_a_pressed_button_is_found(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pressed, "is_pressed", lambda: False)
    walked = walk(Presser(), types=True, until=lambda walked: len(walked.wrong) >= 3)
    assert len(walked.wrong) >= 3


def test_a_sentence_that_is_typed_beside_a_field_does_nothing(qapp: QApplication) -> None:
    typist = Typist()
    assert walk(typist, types=True).wrong == {}
    assert len(typist.tried) > _ENOUGH
