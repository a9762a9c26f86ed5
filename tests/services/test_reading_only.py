"""A folder that is full or cannot be written to keeps no case from being read, printed and exported."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from beraad import assets
from beraad.cli import main
from beraad.services.vault import Vault
from beraad.store import errors
from beraad.store.reading import ReadingStore
from beraad.store.sqlite.places import Places
from beraad.store.store import Store
from tests.store.samples import CHEAP, PASSPHRASE, open_store, picture

HADDAD = "IT-2026-021"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A locked store with one case."""
    vault = Vault(tmp_path / "data", policy=CHEAP)
    vault.create(PASSPHRASE)
    vault.cases().import_file(assets.example_case("haddad"))
    vault.lock()
    return vault.folder


@pytest.fixture
def protected(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, where it is as if nothing could be written."""
    access = os.access

    def refused(path: os.PathLike[str], mode: int) -> bool:
        return not Path(path).is_relative_to(folder) and access(path, mode)

    monkeypatch.setattr(os, "access", refused)
    return folder


def test_what_cannot_be_written_is_read_printed_and_exported_and_left_as_it_is(
    protected: Path, tmp_path: Path
) -> None:
    before = picture(protected)
    vault = Vault(protected, policy=CHEAP)
    vault.unlock(PASSPHRASE, to_read=True)
    assert [notice.code for notice in vault.notices] == ["read_only"]
    vault.cases().export_file(HADDAD, tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_bytes()) == json.loads(
        assets.example_case("haddad").read_bytes()
    )
    assert len(vault.printing().copies(HADDAD).one("rima").data) > 1_000
    with pytest.raises(errors.StoreNotWritable):
        vault.cases().create("2026-1", "Jansen")
    assert vault.code_is_kept
    vault.lock()
    assert picture(protected) == before


def test_who_wants_to_write_is_refused(protected: Path) -> None:
    vault = Vault(protected, policy=CHEAP)
    with pytest.raises(errors.StoreNotWritable):
        vault.unlock(PASSPHRASE)


def test_a_folder_that_can_be_written_to_is_opened_to_write(folder: Path) -> None:
    """The control."""
    vault = Vault(folder, policy=CHEAP)
    vault.unlock(PASSPHRASE, to_read=True)
    assert vault.notices == ()
    vault.cases().create("2026-1", "Jansen")
    vault.lock()


def test_what_stands_in_the_log_only_is_read_too(folder: Path, tmp_path: Path) -> None:
    with open_store(folder) as store:
        with store.unit_of_work() as unit:
            unit.cases.get(HADDAD).municipality = "Utrecht"
            unit.commit()
        crashed = tmp_path / "crashed"
        subprocess.run(["cp", "-r", str(folder), str(crashed)], check=True)
    before = picture(crashed)
    reading = ReadingStore.open(crashed, PASSPHRASE, policy=CHEAP)
    with reading.unit_of_work() as unit:
        assert unit.cases.get(HADDAD).municipality == "Utrecht"
    reading.close()
    reading.close()
    assert picture(crashed) == before
    assert not list(Path(tempfile.gettempdir()).glob(".beraad-*/beraad.db"))


@pytest.mark.parametrize("spoil", ["wrong passphrase", "damage"])
def test_reading_refuses_what_opening_refuses(spoil: str, folder: Path) -> None:
    if spoil == "damage":
        database = Places(folder).live.database
        content = bytearray(database.read_bytes())
        content[9_000] ^= 1
        database.write_bytes(content)
    expected = errors.DatabaseDamaged if spoil == "damage" else errors.WrongPassphrase
    with pytest.raises(expected):
        ReadingStore.open(folder, PASSPHRASE if spoil == "damage" else "anders", policy=CHEAP)


def test_a_store_that_is_open_elsewhere_is_not_read_meanwhile(folder: Path) -> None:
    with open_store(folder), pytest.raises(errors.StoreInUse):
        ReadingStore.open(folder, PASSPHRASE, policy=CHEAP)


@pytest.mark.parametrize("gone", ["gone", "full"])
def test_a_temporary_folder_that_is_gone_or_full_keeps_no_store_shut_after_a_crash(
    gone: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = tmp_path / "crashed"
    with open_store(folder):
        subprocess.run(["cp", "-r", str(folder), str(crashed)], check=True)
    assert Places(crashed).live.wal.exists()
    Places(crashed).live.wal.write_bytes(Places(crashed).live.wal.read_bytes() or b"\x00" * 100)
    if gone == "gone":
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    else:
        real = __import__("shutil").disk_usage
        monkeypatch.setattr(
            "beraad.store.sqlite.scratch.shutil.disk_usage",
            lambda path: real(path) if str(path) != tempfile.gettempdir() else real(path)._replace(free=0),
        )
    open_store(crashed).close()


def test_where_there_is_no_room_anywhere_that_is_what_is_said(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Places(folder).live.wal.write_bytes(b"\x00" * 100)
    monkeypatch.setattr("beraad.store.sqlite.scratch._places", lambda _near: iter(()))
    before = picture(folder)
    with pytest.raises(errors.NoScratch):
        Store.open(folder, PASSPHRASE, policy=CHEAP)
    assert picture(folder) == before


SCRIPT = """
import os, shutil, sys
from pathlib import Path
from beraad.cli import main
small, kind, kept, out = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
data, passphrase = small / "data", Path(out) / "passphrase"
shutil.copytree(kept, data)
if kind == "full":
    space = os.statvfs(small)
    (small / "filler").write_bytes(bytes(space.f_bavail * space.f_bsize))
    os.environ["TMPDIR"] = str(small)
else:
    assert os.system(f"mount -o remount,ro {small}") == 0
shared = ["--data", str(data), "--passphrase-file", str(passphrase)]
print(main(["export", "IT-2026-014", "--out", f"{out}/out.json", *shared]))
print(main(["print", "IT-2026-014", "--out", f"{out}/copies", *shared]))
print(main(["import", sys.argv[5], *shared]))
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a small disk is mounted by root only"
)
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["full", "read only"])
def test_a_disk_that_is_really_full_or_read_only_lets_the_command_line_export_and_print(
    kind: str, tmp_path: Path
) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("een lange wachtzin\n", "utf-8")
    kept, small = tmp_path / "kept", tmp_path / "small"
    shared = ["--data", str(kept), "--passphrase-file", str(passphrase)]
    assert main(["import", str(assets.example_case("de-wit")), *shared]) == 0
    small.mkdir()
    command = 'mount -t tmpfs -o size=6m tmpfs "$0" || exit 77; exec "$1" -c "$2" "$0" "$3" "$4" "$5" "$6"'
    done = subprocess.run(
        [
            "unshare",
            "-m",
            "sh",
            "-c",
            command,
            str(small),
            sys.executable,
            SCRIPT,
            kind,
            str(kept),
            str(tmp_path),
            str(assets.example_case("haddad")),
        ],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    if done.returncode in (1, 77) and ("unshare" in done.stderr or "mount" in done.stderr):
        pytest.skip("no disk may be mounted here")
    assert done.returncode == 0, done.stderr
    codes = [line for line in done.stdout.splitlines() if line.isdigit()]
    assert codes[:2] == ["0", "0"], done.stdout + done.stderr
    assert codes[2] == "1"
    assert "De map met de zaken is vol of kan niet worden beschreven" in done.stderr
    assert json.loads((tmp_path / "out.json").read_bytes())["reference"] == "IT-2026-014"
    assert len(list((tmp_path / "copies").glob("*.pdf"))) == 8
