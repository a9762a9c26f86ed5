"""Killed at any moment, a first import leaves no store whose recovery code nobody was told."""

import os
import random
import shutil
from pathlib import Path

import pytest

from beraad import assets
from beraad.cli import main
from beraad.codes import StoreState
from beraad.services.vault import Vault
from beraad.store.sqlite.state import store_state
from tests.children import started

CHANCE = random.Random(20261130)
TOLD = "Herstelcode: "

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")


def untold_after_imports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], turns: int, how: str = "killed"
) -> tuple[int, int]:
    """After how many first imports there is a store, and after how many of these its code was never told.

    The first of those that are to be killed is a whole one: what it costs says where the others can be.
    """
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("een lange wachtzin\n", "utf-8")
    case, another = (str(assets.example_case(name)) for name in ("haddad", "de-wit"))
    stores, untold, whole = 0, 0, 0.0
    with started("tests.store.importing", how, case, str(passphrase)) as program:
        for turn in range(turns):
            folder = tmp_path / f"turn{turn}"
            # Most of them late: the store is made near the end.
            after = CHANCE.random() ** 0.5 * whole if how == "killed" else 0.0
            program.wishes.write(f"{folder} {after}\n")
            program.wishes.flush()
            said = []
            for line in program.says:
                if line.startswith("ended "):
                    break
                said.append(line)
            whole = whole or float(line.split()[1])
            if store_state(folder) is StoreState.PRESENT:
                stores += 1
                capsys.readouterr()
                opening = ["--data", str(folder), "--passphrase-file", str(passphrase)]
                assert main(["import", another, *opening]) == 0
                untold += not any(TOLD in line for line in (*said, capsys.readouterr().out))
            shutil.rmtree(folder, ignore_errors=True)
    return stores, untold


@pytest.mark.slow
@pytest.mark.first
def test_a_first_import_that_is_killed_tells_its_code_at_the_latest_at_the_next_unlock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert untold_after_imports(tmp_path, capsys, 6)[1] == 0
    stores, untold = untold_after_imports(tmp_path, capsys, 2, "silent")
    assert (stores, untold) == (2, 0)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_the_same_of_many_kills(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stores, untold = untold_after_imports(tmp_path, capsys, 81)
    assert stores > 20
    assert untold == 0


def test_a_store_that_does_not_ask_is_seen_to_keep_its_code_to_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what the product did."""
    monkeypatch.setattr(Vault, "code_is_kept", True)
    assert untold_after_imports(tmp_path, capsys, 2, "silent") == (2, 2)
