"""All copies on a real printer queue: a scheduler of its own, with a printer that leads nowhere."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from beraad import assets
from beraad.services.printing import copies_from_file

CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
LPADMIN = shutil.which("lpadmin", path=f"{os.environ.get('PATH', '')}:/usr/sbin")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CUPSD and LPADMIN and hasattr(os, "geteuid") and os.geteuid() == 0),
        reason="needs cups, and the right to start a scheduler",
    ),
]

FILES = """
ServerRoot {folder}
StateDir {folder}
CacheDir {folder}
RequestRoot {folder}/spool
TempDir {folder}/tmp
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
SystemGroup root
FileDevice Yes
"""
SETTINGS = """
Listen {folder}/cups.sock
DefaultAuthType None
Browsing Off
DirtyCleanInterval 0
PreserveJobFiles Yes
PreserveJobHistory Yes
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
PRINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from PySide6.QtPrintSupport import QPrinter
app = QApplication(["print"])
from beraad.services.printing import copies_from_file
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.messages import ScriptedMessages
from beraad.ui.printing import PrintDialog
from beraad.ui.printing.printers import ScriptedPrinters
from beraad.ui.theme import Theme
Theme.load().apply(app)
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setPrinterName("nowhere")
printer.setResolution(100)
assert printer.isValid() and printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
messages = ScriptedMessages()
dialog = PrintDialog(
    copies_from_file(Path(sys.argv[1])), messages=messages, files=ScriptedFiles(),
    printers=ScriptedPrinters([printer]),
)
dialog.show()
while dialog._work.busy:
    app.processEvents()
dialog.print_all()
while dialog._work.busy:
    app.processEvents()
print(messages.said[-1][2])
dialog.close()
"""


def tickets_of(scheduler: Path, count: int) -> list[Path]:
    """What the scheduler wrote down of its jobs: a moment after it took them."""
    deadline = time.monotonic() + 60
    while len(found := sorted((scheduler / "spool").glob("c*"))) < count:
        assert time.monotonic() < deadline
    return found


@pytest.fixture
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A running scheduler with one printer; gives its folder."""
    # The path of a socket may have some hundred signs at most.
    folder = tmp_path_factory.getbasetemp().parent / f"cups-{os.getpid()}"
    for part in ("spool", "tmp"):
        (folder / part).mkdir(parents=True)
    (folder / "cups-files.conf").write_text(FILES.format(folder=folder))
    (folder / "cupsd.conf").write_text(SETTINGS.format(folder=folder))
    process = subprocess.Popen(
        [str(CUPSD), "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while not (folder / "cups.sock").exists():
            assert process.poll() is None
            assert time.monotonic() < deadline
        server = {**os.environ, "CUPS_SERVER": str(folder / "cups.sock")}
        add = [str(LPADMIN), "-p", "nowhere", "-v", "file:///dev/null", "-E"]
        subprocess.run(add, env=server, check=True, capture_output=True)
        yield folder
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def test_every_copy_is_a_job_of_its_own_with_all_its_pages_and_no_name(scheduler: Path) -> None:
    case = assets.example_case("haddad")
    done = subprocess.run(
        [sys.executable, "-c", PRINT, str(case)],
        env={**os.environ, "CUPS_SERVER": str(scheduler / "cups.sock"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert "6 exemplaren zijn naar de printer gestuurd." in done.stdout, done.stderr
    copies = copies_from_file(case)
    held = {item.person for item in copies.withheld()}
    expected = [copies.one(reader.person).pages for reader in copies.readers() if reader.person not in held]
    jobs = sorted((scheduler / "spool").glob("d*"))
    assert [len(pypdf.PdfReader(BytesIO(job.read_bytes())).pages) for job in jobs] == expected
    tickets = b"".join(map(Path.read_bytes, tickets_of(scheduler, len(jobs))))
    assert b"IT-2026-021" in tickets
    assert not [name for name in (b"Haddad", b"Rima", b"Yousef", b"Samira", b"Chantal") if name in tickets]
