"""How long a test waits for what must come: long enough for a computer that is busy with something else."""

from functools import partialmethod

from pytestqt.qtbot import QtBot

MINUTE = 60_000
"""Milliseconds. A test that waits so long has failed; none that passes does."""


class PatientBot(QtBot):
    """Waits a minute where pytest-qt waits five seconds."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=MINUTE)  # noqa: N815 - a name of pytest-qt
    waitActive = partialmethod(QtBot.waitActive, timeout=MINUTE)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=MINUTE)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=MINUTE)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=MINUTE)  # noqa: N815
    waitCallback = partialmethod(QtBot.waitCallback, timeout=MINUTE)  # noqa: N815
