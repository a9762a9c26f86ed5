"""A computer on which every job beside the windows takes long, so that its progress is always shown.

`pytest -p tests.slow_jobs tests/ui` finds tests that hold only where no dialog takes the keyboard.
"""

import time

from beraad.ui import work

LONGER = 0.15
"""Seconds that each job takes longer: more than a dialog needs to appear."""

_run = work._Job.run


def _slowly(job: work._Job) -> None:
    time.sleep(LONGER)
    _run(job)


work._SHOW_AFTER = 0
work._Job.run = _slowly  # type: ignore[method-assign]
