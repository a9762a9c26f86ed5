"""Opens the example meeting on a real screen, with its wall, and stays until it is told to go.

Run as a program: it says `ready` on its output when it stands, pauses the meeting at each line of its input,
and ends when its input does.
"""

import sys
import threading

from PySide6.QtCore import QMetaObject, QSize, Qt, QTimer

from beraad.app import example_vault, make_application
from beraad.settings import Settings
from beraad.ui.main_window import MainWindow
from beraad.ui.meeting import MeetingPage


def main() -> None:
    """Open it, and wait."""
    chosen = Settings()
    app = make_application(chosen)
    with example_vault() as vault:
        window = MainWindow(vault, chosen=chosen)
        window.resize(QSize(1366, 768))
        window.show()
        window.open_meeting("IT-2026-014", "b2")
        page, wall = window.page, window.wall
        assert isinstance(page, MeetingPage)
        assert wall is not None
        page.model.act(lambda meeting: meeting.table.all_present())
        wall.show()
        QTimer.singleShot(1_500, lambda: print("ready", flush=True))  # noqa: T201 - whoever started it waits for that

        def until_told() -> None:
            for _line in sys.stdin:
                QMetaObject.invokeMethod(page.rail._pause, "click", Qt.ConnectionType.QueuedConnection)
            QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)

        threading.Thread(target=until_told, daemon=True).start()
        app.exec()
        page.close_meeting()
        window.close()


if __name__ == "__main__":
    main()
