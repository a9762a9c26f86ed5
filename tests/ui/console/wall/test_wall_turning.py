"""Whether the wall turns its pages by itself is remembered from one meeting to the next."""

from beraad import settings
from tests.ui.opened_window import Shell


def test_the_tick_is_remembered(shell: Shell) -> None:
    shell.window.open_meeting("IT-2026-014", "b2")
    wall = shell.window.wall
    assert wall is not None
    assert not wall.turning
    wall.set_turning(True)
    assert shell.window.choices.chosen.wall_turns
    shell.window.show_case("IT-2026-014")
    shell.window.open_meeting("IT-2026-014", "b2")
    again = shell.window.wall
    assert again is not None
    assert again.turning
    assert settings.load(shell.settings_file).wall_turns
