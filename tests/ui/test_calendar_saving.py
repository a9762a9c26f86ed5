"""Saving the moments of a case, or of all, from the menu."""

from pathlib import Path

from tests.ui.opened_window import DE_WIT, Shell


def count(path: Path) -> int:
    """Number of moments in a file."""
    return path.read_bytes().count(b"BEGIN:VEVENT")


def save(shell: Shell) -> None:
    """As the user does it."""
    action = shell.window.menus.actions["calendar"]
    assert action.isEnabled()
    action.trigger()
    shell.wait()


def test_the_list_saves_all_cases_and_a_case_its_own(shell: Shell, tmp_path: Path) -> None:
    shell.files.answer(tmp_path / "alle", tmp_path / "een.ics")
    save(shell)
    shell.window.show_case(DE_WIT)
    save(shell)
    assert count(tmp_path / "alle.ics") > count(tmp_path / "een.ics") > 0
    assert shell.files.suggested == ["agenda.ics"] * 2
    assert [title for _kind, title, _text in shell.messages.said] == ["De agenda is opgeslagen"] * 2


def test_who_thinks_better_of_it_saves_nothing(shell: Shell) -> None:
    shell.files.answer(None)
    save(shell)
    assert shell.messages.said == []


def test_that_it_cannot_be_saved_is_said(shell: Shell, tmp_path: Path) -> None:
    shell.files.answer(tmp_path / "nergens" / "agenda.ics")
    save(shell)
    assert shell.messages.said[-1][:2] == ("warn", "De agenda is niet opgeslagen")
    assert "die map is er niet" in shell.messages.said[-1][2]


def test_it_is_not_offered_in_a_meeting(shell: Shell) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    assert not shell.window.menus.actions["calendar"].isEnabled()
