"""The composition root: examples, a display or none, and errors that nobody expected."""

import logging
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from beraad import app, logs
from beraad.app import EscapedErrors, example_vault, has_display, make_application
from beraad.errors import BeraadError
from beraad.settings import Settings
from beraad.ui.messages import ScriptedMessages
from beraad.ui.theme import Theme


class NotThere(BeraadError):
    """An expected error that nobody caught."""

    code = "not_there"


def test_the_examples_are_in_a_folder_that_goes(qtbot: QtBot) -> None:
    with example_vault() as vault:
        folder = vault.folder
        assert {line.family_name for line in vault.cases().overview()} == {"De Wit", "Haddad"}
    assert not vault.unlocked
    assert not folder.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other desktops always have a display")
@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
    ],
)
def test_a_display_is_told_from_none(
    variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert has_display() is expected


def test_the_application_speaks_and_looks_as_chosen(qtbot: QtBot) -> None:
    made = make_application(Settings(theme="dark", text_size=150))
    assert made.applicationDisplayName() == "Beraad"
    assert (Theme.current().name, Theme.current().scale) == ("dark", 1.5)


def raised(error: Exception) -> tuple[type[Exception], Exception, object]:
    """An exception as the interpreter hands it over."""
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 - whatever it is
        return type(caught), caught, caught.__traceback__


def test_an_unexpected_error_is_said_once_and_plainly(qtbot: QtBot) -> None:
    messages = ScriptedMessages()
    escaped = EscapedErrors(messages, lambda *_given: None)
    escaped(*raised(ValueError("Sanne woont in de Lindestraat")))  # type: ignore[arg-type]
    escaped(*raised(ValueError("en nog een")))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: messages.said != [])
    assert len(messages.said) == 1
    assert "bewaard" in messages.said[0][2]
    assert "Sanne" not in str(messages.said)


def test_an_expected_error_that_escaped_has_its_own_sentence(qtbot: QtBot) -> None:
    messages = ScriptedMessages()
    EscapedErrors(messages, lambda *_given: None)(*raised(NotThere()))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: messages.said != [])
    assert "Dit is er niet meer" in messages.said[0][2]


def test_the_log_of_an_unexpected_error_holds_no_word_of_it(tmp_path: Path, qtbot: QtBot) -> None:
    before = sys.excepthook
    logs.start(tmp_path)
    try:
        EscapedErrors(ScriptedMessages(), sys.excepthook)(*raised(ValueError("Lindestraat 14")))  # type: ignore[arg-type]
        qtbot.wait(1)
        written = (tmp_path / "beraad.log").read_text()
    finally:
        logs.stop()
        sys.excepthook = before
        logging.getLogger().setLevel(logging.WARNING)
    assert "ValueError" in written
    assert "Lindestraat" not in written


def test_main_takes_the_folder_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(app, "run_app", lambda folders, **_kept: seen.append(folders.data) or 0)
    assert app.main(["--data", str(tmp_path)]) == 0
    assert seen == [tmp_path]


def test_main_ends_in_a_sentence_where_nothing_can_be_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--data", "~nergensiemand/x"]) == 1
    assert "zo'n gebruiker heeft deze computer niet" in capsys.readouterr().err
