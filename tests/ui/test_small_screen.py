"""The main window on a screen of 960×540, as a laptop has it at 150 or 200 %."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QScrollArea, QWidget

from beraad.app import make_application
from beraad.settings import TEXT_SIZES, Settings
from beraad.ui.console import MeetingPage
from tests.ui.opened_window import DE_WIT, HADDAD, Shell

ROOM = QSize(944, 460)
"""What is left of it beside a frame and a bar of tasks."""


@pytest.fixture(params=TEXT_SIZES)
def sized(request: pytest.FixtureRequest, shell: Shell) -> Iterator[Shell]:
    make_application(Settings(text_size=request.param))
    shell.window.show()
    shell.window.resize(ROOM)
    yield shell
    make_application(Settings())


def can_be_seen(widget: QWidget, shell: Shell) -> bool:
    """Whether some place of the page shows the right end of the foot of this."""
    (room,) = [it for it in shell.window.findChildren(QScrollArea) if it.widget() is shell.window.page]
    across, down = room.horizontalScrollBar(), room.verticalScrollBar()
    across.setValue(across.maximum())
    down.setValue(down.maximum())
    end = widget.mapTo(shell.window, QPoint(widget.width() - 1, widget.height() - 1))
    return QRect(QPoint(), shell.window.size()).contains(end)


def test_no_page_makes_the_window_larger_than_the_screen(sized: Shell) -> None:
    sized.window.show_cases()
    assert sized.window.size() == ROOM
    sized.window.show_case(DE_WIT)
    assert sized.window.size() == ROOM
    for reference, meeting in ((DE_WIT, "b2"), (HADDAD, "b1")):
        # The second one asks first who is in the room.
        sized.window.open_meeting(reference, meeting)
        sized.wait()
        assert sized.window.size() == ROOM
        assert isinstance(sized.window.page, MeetingPage)
        assert can_be_seen(sized.window.page.status, sized)
        sized.window.show_cases()


def test_with_usual_letters_all_of_the_console_is_in_sight(shell: Shell) -> None:
    shell.window.show()
    shell.window.resize(ROOM)
    shell.window.open_meeting(DE_WIT, "b2")
    shell.wait()
    assert shell.window.page.size().width() == ROOM.width()
    status = shell.window.page.status
    assert status.mapTo(shell.window, QPoint(0, status.height())).y() == ROOM.height()
