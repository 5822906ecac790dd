"""The tables of a file: made, undone, left alone when they are right, refused when they are newer or
another's.
"""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from app.history import migrate
from app.history.errors import LogUnavailable, NotADatabase, SchemaMismatch
from app.history.tables import EventRow

OURS = {table.name for table in EventRow.metadata.sorted_tables}


def tables_of(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    try:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        connection.close()


def test_a_new_file_gets_every_table_in_a_folder_that_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "evenfloor.sqlite3"
    assert migrate.upgrade(path)
    assert tables_of(path) > OURS
    assert migrate.revision_of(path) == migrate.revisions()[-1]


def test_a_database_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "evenfloor.sqlite3"
    migrate.upgrade(path)
    assert path.stat().st_mode & 0o077 == 0


def test_a_file_that_is_up_to_date_is_left_alone_without_loading_alembic(path: Path) -> None:
    before = path.read_bytes()
    program = (
        "import pathlib, sys; from app.history import migrate; "
        "assert not migrate.upgrade(pathlib.Path(sys.argv[1])); assert 'alembic.command' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True, cwd=Path(__file__).parents[2])
    assert path.read_bytes() == before


def test_every_migration_goes_down_and_up_again(path: Path) -> None:
    for revision in [*reversed(migrate.revisions()[:-1]), "base"]:
        migrate.run(path, revision)
        assert migrate.revision_of(path) == (None if revision == "base" else revision)
    assert not OURS & tables_of(path)
    for revision in migrate.revisions():
        migrate.run(path, revision)
        assert migrate.revision_of(path) == revision
    assert tables_of(path) > OURS


def test_what_was_stored_survives_a_migration_down_and_up_to_the_newest(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO room VALUES ('r', 'RT7K2M9P', 'Buses', 'decide', 'mixed', '{}', 'h', 1)")
    connection.commit()
    connection.close()
    assert not migrate.upgrade(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT name FROM room").fetchall() == [("Buses",)]
    connection.close()


def test_the_migrations_make_what_the_tables_declare(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_the_names_of_the_migrations_tell_their_order() -> None:
    assert migrate.revisions() == [f"{number:04}" for number in range(1, len(migrate.revisions()) + 1)]


def test_two_programs_that_start_together_migrate_once(tmp_path: Path) -> None:
    path = tmp_path / "evenfloor.sqlite3"
    program = (
        "import pathlib, sys; from app.history import migrate; migrate.upgrade(pathlib.Path(sys.argv[1]))"
    )
    children = [
        subprocess.Popen([sys.executable, "-c", program, str(path)], cwd=Path(__file__).parents[2])
        for _ in range(3)
    ]
    assert [child.wait() for child in children] == [0, 0, 0]
    assert tables_of(path) > OURS


def test_a_file_of_a_newer_release_is_refused_in_one_sentence(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for attempt in (migrate.upgrade, migrate.check):
        with pytest.raises(SchemaMismatch, match="newer Evenfloor") as refused:
            attempt(path)
        assert re.search(r"9999.*Upgrade Evenfloor", refused.value.message)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all, but longer than a header" * 100, b"name;talk\n"]
)
def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "evenfloor.sqlite3"
    path.write_bytes(content)
    with pytest.raises(NotADatabase, match="Nothing was changed"):
        migrate.upgrade(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mail (id)")
    connection.commit()
    connection.close()
    with pytest.raises(NotADatabase, match="another program"):
        migrate.upgrade(path)
    assert tables_of(path) == {"mail"}


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LogUnavailable, match=r"file/under/evenfloor.sqlite3 cannot be made"):
        migrate.upgrade(tmp_path / "file" / "under" / "evenfloor.sqlite3")
