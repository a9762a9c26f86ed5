"""On every page and in every dialog: nothing changes without a click or a key that is meant."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QSpinBox, QTimeEdit, QWidget

from beraad.app import example_vault, make_application
from beraad.settings import Settings
from beraad.ui.widgets.value_fields import ChoiceBox, DayBox, NumberBox, TimeBox
from tests.ui.everywhere.kept import Kept
from tests.ui.everywhere.seldom import SeldomSeen
from tests.ui.everywhere.tour import go_round
from tests.ui.everywhere.wheel import turned_by_the_wheel, with_a_value

Do = Callable[[QWidget], list[str]]
"""Does something with a window; gives what went wrong, in words."""

_GUARDED = {ChoiceBox: QComboBox, NumberBox: QSpinBox, DayBox: QDateEdit, TimeBox: QTimeEdit}


@dataclass
class Walked:
    """What went wrong at each stop, and which kinds of fields were come past."""

    wrong: dict[str, list[str]] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)
    stops: set[str] = field(default_factory=set)


def walk(do: Do, *, until: Callable[[Walked], bool] = lambda walked: False) -> Walked:
    """Walk past everything, and do something at each stop, `until` enough was found."""
    chosen = Settings()
    make_application(chosen)
    walked = Walked()
    with example_vault() as vault:

        def look(name: str, window: QWidget) -> None:
            if until(walked):
                return
            before = Kept.now(vault)
            walked.kinds |= {type(item).__name__ for item in with_a_value(window)}
            wrong = do(window)
            QApplication.processEvents()
            wrong += before.differs(Kept.now(vault))
            walked.stops.add(name)
            if wrong:
                walked.wrong[name] = wrong

        go_round(SeldomSeen, vault, chosen, look)
    return walked


def test_the_wheel_changes_no_value_anywhere(qapp: QApplication) -> None:
    walked = walk(turned_by_the_wheel)
    assert walked.wrong == {}
    assert walked.kinds >= {kind.__name__ for kind in _GUARDED}


def test_a_field_that_takes_the_wheel_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for guarded, plain in _GUARDED.items():
        monkeypatch.setattr(guarded, "wheelEvent", plain.wheelEvent)
    wanted = {"case", "wall", *(kind.__name__ for kind in _GUARDED)}
    walked = walk(turned_by_the_wheel, until=lambda walked: _found(walked) >= wanted)
    assert _found(walked) >= wanted


def _found(walked: Walked) -> set[str]:
    """The first word of everything that went wrong."""
    return {line.split(" ")[0] for lines in walked.wrong.values() for line in lines}
