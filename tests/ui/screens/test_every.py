"""What `make screens` says of a window system that is not here, that fails, and that does not end."""

from tests.ui.screens.every import Run, runs

PASSES = ("--version",)


def test_what_is_not_here_is_named_with_what_it_needs() -> None:
    assert Run("sway", "needs sway, grim", PASSES, 60).outcome() == "not run: needs sway, grim"


def test_what_is_here_is_run() -> None:
    assert Run("sway", "", PASSES, 60).outcome() == "passed"
    assert Run("sway", "", ("--no-such-option",), 60).outcome() == "FAILED"


def test_what_does_not_end_in_time_has_failed() -> None:
    assert Run("sway", "", PASSES, 0).outcome() == "FAILED: not done within 0 minutes"


def test_each_window_system_has_its_turn() -> None:
    names = [run.name for run in runs()]
    assert names == ["Xorg, openbox", "Xorg, openbox, 50 times", "GNOME Shell", "KWin", "sway"]
