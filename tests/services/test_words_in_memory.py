"""What is left in memory of the cases when they are locked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from beraad.store.store import Store
from tests.store.holding_keys import SHADE
from tests.store.samples import CHEAP, PASSPHRASE, a_case

ROOT = Path(__file__).parents[2]
WORD = "gordeldiersnuit"


def _glibc() -> bool:
    from beraad.memory import _libc  # noqa: PLC0415

    return hasattr(_libc, "mallopt")


pytestmark = pytest.mark.skipif(
    not Path("/proc/self/mem").exists() or not _glibc(), reason="needs Linux with glibc"
)


def test_locking_leaves_few_words_of_the_cases_in_memory(tmp_path: Path) -> None:
    store, _code = Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    with store, store.unit_of_work() as unit:
        for number in range(60):
            case = a_case(f"2026-{number:04}")
            for statement in case.meetings[0].statements:
                statement.text = f"Op dag {number} lag er een {WORD} op de mat, en niemand wist van wie."
            unit.cases.add(case)
        unit.commit()
    assert _words_left(tmp_path / "data", "wiped") < _words_left(tmp_path / "data", "left") / 2


def _words_left(folder: Path, how: str) -> int:
    shaded = bytes(byte ^ SHADE for byte in WORD.encode()).hex()
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.words_in_memory", str(folder), shaded, how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return int(done.stdout)
