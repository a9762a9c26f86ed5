"""The line below the console says that all is on disk only where it is, whichever field one types in."""

import pytest
from PySide6.QtWidgets import QApplication

from beraad.ui.meeting import drafting
from beraad.ui.meeting.drafting import Typed
from tests.ui.everywhere.saved import Saver
from tests.ui.everywhere.test_hands_off import walk

_ENOUGH = 12
"""Fields, so that a walk past none is noticed."""


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for somebody to rest."""
    monkeypatch.setattr(drafting, "AT_REST", 0)
    monkeypatch.setattr(drafting, "KEEP_WITHIN", 0)


@pytest.mark.slow
def test_saved_is_said_of_no_field_that_is_not(qapp: QApplication) -> None:
    saver = Saver()
    assert walk(saver, types=True).wrong == {}
    assert len(saver.tried) > _ENOUGH


@pytest.mark.slow
def test_a_field_that_is_not_kept_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Typed, "_on_typed", lambda self: None)
    walked = walk(Saver(), types=True, until=lambda walked: bool(walked.wrong))
    assert walked.found() == {"saved"}
