"""On every page and in every dialog: nothing changes without a click or a key that is meant."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QSpinBox, QTimeEdit, QWidget

from beraad.app import example_vault, make_application
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui import when_released
from beraad.ui.console import MeetingPage
from beraad.ui.meeting import drafting
from beraad.ui.meeting.drafting import SavedField
from beraad.ui.pages.case import CasePage
from beraad.ui.steps.shared import text_warnings
from beraad.ui.widgets.value_fields import ChoiceBox, DayBox, NumberBox, TimeBox
from tests.ui.everywhere.every_field import KEEPS_NOTHING, EveryField
from tests.ui.everywhere.fields_made import places_in_source, remember_places
from tests.ui.everywhere.kept import Kept
from tests.ui.everywhere.press import Presser
from tests.ui.everywhere.saved import Saver
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
    *,
    turns: Sequence[Do] = (),
    types: Sequence[Do] = (),
    until: Callable[[Walked], bool] = lambda walked: False,
    tour: type[Tour] = SeldomSeen,
) -> Walked:
    """Walk past everything, and do these things at each stop, one after the other, `until` enough was found.

    What `turns` a wheel must change nothing at all; what `types` is taken back, and then nothing is changed.
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
            walked.kinds |= {type(item).__name__ for item in with_a_value(window)}
            wrong = [line for do in turns for line in _done(do, window, vault, types=False)]
            wrong += [line for do in types for line in _done(do, window, vault, types=True)]
            if wrong:
                walked.wrong[name] = wrong

        with suppress(Enough):
            go_round(tour, vault, chosen, look)
    return walked


def _done(do: Do, window: QWidget, vault: Vault, *, types: bool) -> list[str]:
    before = Kept.now(vault, drafts=not types)
    wrong = do(window)
    QApplication.processEvents()
    if types:
        _take_back(vault, before, getattr(window, "page", None))
    return wrong + before.differs(Kept.now(vault, drafts=not types))


def _take_back(vault: Vault, before: Kept, page: QWidget | None) -> None:
    undo = page.model.undo if isinstance(page, MeetingPage) else None
    undo = page.undoing.undo if isinstance(page, CasePage) else undo
    acts = 0
    while undo is not None and acts < _UNDOES and before.differs(Kept.now(vault, drafts=False)):
        undo()
        acts += 1


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is kept, and is remarked upon, as soon as anything else happens."""
    monkeypatch.setattr(text_warnings, "PAUSE", 0)
    monkeypatch.setattr(drafting, "AT_REST", 0)
    monkeypatch.setattr(drafting, "KEEP_WITHIN", 0)
    remember_places(monkeypatch)


@pytest.mark.slow
@pytest.mark.first
def test_nothing_changes_by_the_wheel_or_by_words_that_no_field_is_meant_for(qapp: QApplication) -> None:
    """The wheel changes no value, and a sentence that is typed beside a field does nothing.

    Two promises in one walk, as the way to all those places is what takes long.
    """
    typist = Typist()
    walked = walk(turns=[turned_by_the_wheel], types=[typist])
    assert walked.wrong == {}
    assert walked.kinds >= {kind.__name__ for kind in _GUARDED}
    assert len(typist.tried) > _ENOUGH


@pytest.mark.slow
@pytest.mark.first
def test_what_is_typed_moves_nothing_under_a_press_and_saved_is_true(qapp: QApplication) -> None:
    """Nothing moves under a pressed button, and the line says that all is saved only where it is.

    Of every field that the program makes, in the meeting and outside it: a new one is missed here. A walk of
    its own: typing beside the fields closes those that stand only as long as one is in them.
    """
    saver, presser = Saver(), Presser()
    assert walk(types=[saver, presser], tour=EveryField).wrong == {}
    assert len(presser.tried) > _ENOUGH
    keeps = {place for place in places_in_source() if not place.startswith(KEEPS_NOTHING)}
    assert keeps - saver.places == set()


@pytest.mark.first
def test_a_field_that_takes_the_wheel_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for guarded, plain in _GUARDED.items():
        monkeypatch.setattr(guarded, "wheelEvent", plain.wheelEvent)
    wanted = {"case", "wall", *(kind.__name__ for kind in _GUARDED)}
    walked = walk(turns=[turned_by_the_wheel], until=lambda walked: walked.found() >= wanted)
    assert walked.found() >= wanted


@pytest.mark.first
def test_what_moves_under_a_pressed_button_is_found(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(when_released, "is_pressed", lambda: False)
    walked = walk(types=[Presser()], until=lambda walked: len(walked.wrong) >= 3)
    assert len(walked.wrong) >= 3


def test_a_field_that_is_not_kept_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that is not written."""
    monkeypatch.setattr(SavedField, "_on_typed", lambda *_args, **_options: None)
    walked = walk(types=[Saver()], until=lambda walked: bool(walked.wrong))
    assert "saved" in walked.found()
