"""The migrated database is the one the models mean, and a migration is whole or not at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

import beraad.models  # noqa: F401 - registers every table
from beraad.store.errors import BackupFailed, DatabaseTooNew, MigrationFailed
from beraad.store.keys import DataKey, KeyFile
from beraad.store.sqlite import schema
from beraad.store.sqlite.database import connect, new_database, open_engine
from beraad.store.sqlite.places import Places, Vault
from beraad.store.store import Store
from tests.inside import backups_in, engine_of
from tests.store.samples import CHEAP, PASSPHRASE, open_store, picture

NEWEST = schema.newest_revision()
NEXT = f"{int(NEWEST) + 1:04}"

STEP = '''"""A step for this test."""
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{newest}"

def upgrade():
    with op.batch_alter_table("cases", recreate="always") as cases:
        cases.add_column(sa.Column("added", sa.String(), nullable=True))
    {then}
'''


def step(then: str = "") -> str:
    """A step after the newest."""
    return STEP.format(newest=NEWEST, next=NEXT, then=then)


@pytest.fixture
def next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program that is one step further; the test writes the step."""
    path = tmp_path / "steps" / f"r{NEXT}_next.py"
    path.parent.mkdir()
    folders = [*schema._folders(), path.parent]
    monkeypatch.setattr(schema, "_folders", lambda: folders)
    return path


def key_of(vault: Vault) -> DataKey:
    return KeyFile.read(vault.key_file).unlock(PASSPHRASE, CHEAP)


def revision_in(vault: Vault, key: DataKey) -> str | None:
    connection = connect(vault.database, key)
    try:
        return schema.revision_of(connection)
    finally:
        connection.close()


def test_the_migrated_schema_is_that_of_the_models(store: Store) -> None:
    with engine_of(store).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, SQLModel.metadata)
    assert differences == []


def test_a_difference_would_be_seen(store: Store) -> None:
    with engine_of(store).connect() as connection:
        connection.exec_driver_sql("ALTER TABLE cases ADD COLUMN surplus TEXT")
        connection.exec_driver_sql("DROP TABLE notes")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = [str(difference[0]) for difference in compare_metadata(context, SQLModel.metadata)]
    assert {"remove_column", "add_table"} <= set(found)


def test_the_rules_of_deletion_are_those_of_the_models(store: Store) -> None:
    """Alembic does not compare what happens to rows whose parent goes."""
    with engine_of(store).connect() as connection:
        for table in SQLModel.metadata.sorted_tables:
            found = {
                (row[3], row[2], row[6])
                for row in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table.name}")')
            }
            wanted = {(key.parent.name, key.column.table.name, key.ondelete) for key in table.foreign_keys}
            assert found == wanted


def test_no_step_imports_a_model() -> None:
    folder = Path(schema.__file__).parents[1] / "migrations"
    texts = [path.read_text() for path in folder.rglob("*.py")]
    assert len(texts) >= 5
    assert not [text for text in texts if "beraad" in text or "sqlmodel" in text]


FORMER = sorted((Path(__file__).parent / "former").iterdir())
"""A data folder of each version that people may have, named after its revision; made by that version."""


@pytest.mark.parametrize("made", FORMER, ids=lambda folder: folder.name)
def test_a_database_of_a_former_version_opens_with_all_it_held(made: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(made, tmp_path / "data"))
    assert revision_in(Places(data).live, key_of(Places(data).live)) == made.name
    with open_store(data) as store, store.unit_of_work() as unit:
        assert unit.cases.references() == ["2026-0007", "IT-2026-014"]
        meeting = unit.cases.get("IT-2026-014").meetings[-1]
        assert [item.planned_minutes for item in meeting.agenda if item.step == "scale"] == [20]
        assert len(meeting.carry_decisions) == 23
        assert (meeting.bookmark, meeting.scans) == (None, [])
    assert revision_in(Places(data).live, key_of(Places(data).live)) == schema.newest_revision()


def test_every_revision_but_the_newest_has_such_a_database() -> None:
    steps = ScriptDirectory.from_config(schema._config()).walk_revisions()
    assert {step.revision for step in steps} - {schema.newest_revision()} == {path.name for path in FORMER}


def test_there_is_one_newest_revision_and_every_step_is_named_after_its_own() -> None:
    """Revisions are told by the names of the steps: to ask Alembic takes 0.1 s at each start."""
    steps = ScriptDirectory.from_config(schema._config())
    assert steps.get_heads() == [schema.newest_revision()]
    assert {step.revision for step in steps.walk_revisions()} == schema._revisions()


def test_a_step_keeps_every_row_and_backs_up_before(data: Path, live: Vault, next_step: Path) -> None:
    """Making a table anew drops the old one; with foreign keys enforced, what refers to it would go too."""
    key = key_of(live)
    next_step.write_text(step())
    with open_store(data) as store, store.unit_of_work() as unit:
        case = unit.cases.get("2026-0007")
        assert len(case.meetings[0].statements) == 3
        assert case.people[0].contact[0].value == "06 12345678"
        backups = backups_in(store)
    assert revision_in(live, key) == NEXT
    assert [revision_in(vault, key) for vault in backups][-2:] == [NEWEST, NEXT]


def test_foreign_keys_are_enforced_again_after_a_step(data: Path, next_step: Path) -> None:
    next_step.write_text(step())
    with open_store(data) as store, engine_of(store).connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


@pytest.mark.parametrize(
    "then",
    [
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        'op.execute("UPDATE people SET case_pk = 99")',
    ],
)
def test_a_step_that_fails_is_rolled_back_whole(
    data: Path, live: Vault, next_step: Path, then: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_step.write_text(step(then))
    with pytest.raises(MigrationFailed) as caught:
        open_store(data)
    assert (caught.value.facts["found"], caught.value.facts["newest"]) == (NEWEST, NEXT)
    assert revision_in(live, key_of(live)) == NEWEST
    monkeypatch.undo()
    with open_store(data) as store, store.unit_of_work() as unit:
        assert len(unit.cases.get("2026-0007").meetings[0].statements) == 3


def test_without_a_backup_there_is_no_migration(
    data: Path, live: Vault, next_step: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise BackupFailed(reason="EACCES")

    next_step.write_text(step())
    monkeypatch.setattr("beraad.store.store.make_backup", fail)
    before = {name: content for name, (content, *_when) in picture(live.folder).items()}
    with pytest.raises(BackupFailed):
        open_store(data)
    assert {name: content for name, (content, *_when) in picture(live.folder).items()} == before


def test_an_older_program_refuses_the_migrated_database(
    data: Path, next_step: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_step.write_text(step())
    open_store(data).close()
    monkeypatch.undo()
    before = picture(data)
    with pytest.raises(DatabaseTooNew) as caught:
        open_store(data)
    assert caught.value.facts == {"found": NEXT, "newest": NEWEST}
    assert picture(data) == before


def test_a_new_step_can_be_written_from_the_models(tmp_path: Path, next_step: Path) -> None:
    """What a developer does: Alembic compares the models with a database and writes the step."""
    key = DataKey.random()
    new_database(tmp_path / "new.db", key)
    engine = open_engine(tmp_path / "new.db", key)
    with engine.begin() as connection:
        config = schema._config()
        config.attributes.update(connection=connection, metadata=SQLModel.metadata)
        config.set_main_option("version_locations", str(next_step.parent))
        command.revision(config, "next", autogenerate=True, rev_id="0001", version_path=str(next_step.parent))
    engine.dispose()
    assert "create_table('cases'" in next(next_step.parent.glob("*.py")).read_text()
