"""A laptop and a projector that are really there, for the X server at least."""

from collections.abc import Iterator

import pytest

from tests.ui.screens.two_screens import TwoScreens, what_is_missing


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoScreens]:
    """An X server of its own with two outputs; skips where none can be had."""
    if missing := what_is_missing():
        pytest.skip(missing)
    two = TwoScreens(tmp_path_factory.mktemp("screens"))
    try:
        two.start()
    except RuntimeError as error:
        pytest.skip(str(error))
    yield two
    two.stop()
