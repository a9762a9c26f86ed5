"""A data folder, closed or open, for each test of the store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from beraad.store.sqlite.places import Places, Vault
from beraad.store.store import Store
from tests.store.samples import make_store, open_store


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "data"
    make_store(folder).close()
    return folder


@pytest.fixture
def data(_made_once: Path, tmp_path: Path) -> Path:
    """A closed store's data folder with one case in it."""
    folder = tmp_path / "data"
    shutil.copytree(_made_once, folder)
    return folder


@pytest.fixture
def live(data: Path) -> Vault:
    """The files of the live database in `data`."""
    return Places(data).live


@pytest.fixture
def store(data: Path) -> Iterator[Store]:
    """The store in `data`, open."""
    with open_store(data) as opened:
        yield opened
