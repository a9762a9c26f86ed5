"""Forks a child for each line of its input; the child imports a case, as the command line does.

A line is a data folder, and the seconds of work after which the system ends the child, wherever it is; with
0 nobody ends it. The control (`silent` as first argument) ends itself at the moment at which it would tell
the recovery code.
"""

import os
import signal
import sys

from beraad import terminal
from beraad.cli import main
from beraad.services import cases  # noqa: F401 - before the children are made


def die_before_telling(_text: str) -> bool:
    """Killed at the one moment that counts."""
    os.kill(os.getpid(), signal.SIGKILL)
    return True


def serve() -> None:
    """Read wishes, fork, wait."""
    case, passphrase = sys.argv[2:4]
    for wish in sys.stdin:
        folder, seconds = wish.split()
        child = os.fork()
        if child == 0:
            if sys.argv[1] == "silent":
                terminal.say = die_before_telling
            # Of its own processor time: a busy computer does not move the moments.
            signal.setitimer(signal.ITIMER_PROF, float(seconds))
            os._exit(main(["import", case, "--data", folder, "--passphrase-file", passphrase]))
        used = os.wait4(child, 0)[2]
        os.write(1, f"ended {used.ru_utime + used.ru_stime}\n".encode())


if __name__ == "__main__":
    serve()
