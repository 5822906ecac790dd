"""The tables of a file: made, undone, left alone when they are right, refused when they are newer or
another's.
"""

import asyncio
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect
from sqlmodel import SQLModel

from app.history import migrate
from app.history.errors import LogUnavailable, NotADatabase, SchemaMismatch
from app.history.location import Location, PostgresAddress
from app.history.postgres.connecting import connect
from app.history.postgres.database import engine_of
from app.history.tables import EventRow
from benchmarks.postgres import Postgres

T = TypeVar("T")

OURS = {table.name for table in EventRow.metadata.sorted_tables}


def tables_of(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    try:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        connection.close()


def asked(location: Location, question: Callable[[Connection], T]) -> T:
    """What a database of either kind answers."""
    if isinstance(location, Path):
        engine = create_engine(f"sqlite:///{location}")
        with engine.connect() as connection:
            answer = question(connection)
        engine.dispose()
        return answer

    async def ask() -> T:
        engine = engine_of(partial(connect, location))
        async with engine.connect() as connection:
            answer = await connection.run_sync(question)
        await engine.dispose()
        return answer

    return asyncio.run(ask())


def tables_in(location: Location) -> set[str]:
    return asked(location, lambda connection: set(inspect(connection).get_table_names()))


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


def test_every_migration_goes_down_and_up_again(location: Location) -> None:
    for revision in [*reversed(migrate.revisions()[:-1]), "base"]:
        migrate.run(location, revision)
        assert migrate.revision_of(location) == (None if revision == "base" else revision)
    assert not OURS & tables_in(location)
    for revision in migrate.revisions():
        migrate.run(location, revision)
        assert migrate.revision_of(location) == revision
    assert tables_in(location) > OURS


def test_what_was_stored_survives_a_migration_down_and_up_to_the_newest(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO room VALUES ('r', 'RT7K2M9P', 'Buses', 'decide', 'mixed', '{}', 'h', 1)")
    connection.commit()
    connection.close()
    assert not migrate.upgrade(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT name FROM room").fetchall() == [("Buses",)]
    connection.close()


def test_the_migrations_make_what_the_tables_declare(location: Location) -> None:
    def differences(connection: Connection) -> object:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, SQLModel.metadata)

    assert asked(location, differences) == []


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
    assert [child.wait(60) for child in children] == [0, 0, 0]
    assert tables_of(path) > OURS


def test_two_nodes_that_start_together_migrate_once(postgres: Postgres) -> None:
    name = asyncio.run(postgres.create())
    address = PostgresAddress(postgres.url(name))
    program = (
        "import sys; from app.history import migrate; from app.history.location import PostgresAddress; "
        "migrate.upgrade(PostgresAddress(sys.argv[1]))"
    )
    children = [
        subprocess.Popen([sys.executable, "-c", program, address.url], cwd=Path(__file__).parents[2])
        for _ in range(3)
    ]
    assert [child.wait(60) for child in children] == [0, 0, 0]
    assert tables_in(address) > OURS
    asyncio.run(postgres.drop(name))


def test_a_postgresql_database_of_another_program_or_a_newer_release_is_refused(postgres: Postgres) -> None:
    name = asyncio.run(postgres.create())
    address = PostgresAddress(postgres.url(name))

    def do(sql: str) -> None:
        def run(connection: Connection) -> None:
            connection.exec_driver_sql(sql)
            connection.commit()

        asked(address, run)

    do("CREATE TABLE mail (id int)")
    with pytest.raises(NotADatabase, match="another program"):
        migrate.upgrade(address)
    assert tables_in(address) == {"mail"}
    do("DROP TABLE mail")
    assert migrate.upgrade(address)
    assert not migrate.upgrade(address)
    do("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaMismatch, match="newer Evenfloor"):
        migrate.upgrade(address)
    asyncio.run(postgres.drop(name))


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://127.0.0.1:1/evenfloor", "does not answer"),
        ("{socket}/nowhere", "There is no such database"),
    ],
)
def test_a_postgresql_server_that_is_not_there_is_told_in_a_sentence(
    postgres: Postgres, url: str, sentence: str
) -> None:
    with pytest.raises(LogUnavailable, match=sentence):
        migrate.upgrade(PostgresAddress(postgres.url("nowhere") if "socket" in url else url))


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
