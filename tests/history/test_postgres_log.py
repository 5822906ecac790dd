"""What PostgreSQL's log does when its connection or its server goes: nothing is lost, doubled or guessed."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from app.facilitation.commands import Join
from app.facilitation.ids import Place, SessionId
from app.history import catalogue, migrate
from app.history.errors import LogUnavailable, OutcomeUnknown, SchemaMismatch
from app.history.location import PostgresAddress
from app.history.postgres import log as postgres_log
from app.history.postgres.log import PostgresLog
from app.rooms.registry import Rooms
from benchmarks.cutting import CuttingProxy
from benchmarks.postgres import Postgres
from tests.history.conftest import NOW, new_session
from tests.history.test_log import batch

PID = "SELECT pg_backend_pid()"


@pytest_asyncio.fixture
async def proxy(postgres: Postgres) -> AsyncIterator[CuttingProxy]:
    """What stands between the log and its server."""
    async with CuttingProxy(postgres.socket) as cutting:
        yield cutting


@pytest_asyncio.fixture
async def log(
    postgres: Postgres, address: PostgresAddress, proxy: CuttingProxy
) -> AsyncIterator[PostgresLog]:
    """An open log whose every connection goes through the proxy."""
    database = address.url.split("/")[3].split("?")[0]
    opened = await PostgresLog.open(PostgresAddress(postgres.url(database, proxy.port)))
    yield opened
    proxy.heal()
    await opened.close()


async def test_a_commit_whose_answer_was_cut_off_is_unknown_and_then_found(
    log: PostgresLog, session_id: str, proxy: CuttingProxy
) -> None:
    assert await log.append(batch(session_id, 0))
    proxy.heard = lambda piece: "answer" if b"mine" in piece else None
    with pytest.raises(OutcomeUnknown):
        await log.append(batch(session_id, 1, name="mine"))
    proxy.heard = None
    assert await log.has_batch(session_id, "mine")
    assert await log.heads([session_id]) == {session_id: (2, 0)}


async def test_a_batch_that_never_arrived_is_unknown_and_then_not_there(
    log: PostgresLog, session_id: str, proxy: CuttingProxy
) -> None:
    assert await log.append(batch(session_id, 0))
    proxy.heard = lambda piece: "all" if b"mine" in piece else None
    with pytest.raises(OutcomeUnknown):
        await log.append(batch(session_id, 1, name="mine"))
    proxy.heard = None
    assert not await log.has_batch(session_id, "mine")
    assert await log.append(batch(session_id, 1, name="mine"))


@pytest.mark.parametrize("cut", ["answer", "all"])
async def test_a_command_whose_commit_dies_is_applied_once_and_answered(
    log: PostgresLog, proxy: CuttingProxy, cut: str
) -> None:
    session = SessionId(await new_session(log))
    rooms = Rooms(log)
    died = 0

    def heard(piece: bytes) -> str | None:
        nonlocal died
        if b"participant.joined" not in piece or died >= 5:
            return None
        died += 1
        return cut

    proxy.heard = heard
    for name in ("Ana", "Ben", "Cal"):
        answer = await rooms.serve(session, Join(name, Place.remote))
        assert answer.made is not None
    assert died == (3 if cut == "answer" else 5)
    people = (await rooms.state(session)).people
    assert [people.by_id[each].name for each in people.order] == ["Ana", "Ben", "Cal"]
    kinds = [entry.kind for entry in await log.read(session)]
    assert kinds.count("participant.joined") == 3
    await rooms.stop()


async def test_while_the_database_is_away_everything_is_refused_with_one_code_and_goes_on_after(
    log: PostgresLog, session_id: str, proxy: CuttingProxy
) -> None:
    assert await log.append(batch(session_id, 0))
    proxy.cut()
    # What is open has to be found dead first.
    await asyncio.gather(*(log.heads([session_id]) for _ in range(8)), return_exceptions=True)
    for attempt in (
        log.append(batch(session_id, 1)),
        log.read(session_id),
        catalogue.known_session(log.database, session_id),
        catalogue.create_session(log.database, "room", now=NOW),
    ):
        with pytest.raises(LogUnavailable, match="does not answer"):
            await attempt
    proxy.heal()
    assert await log.append(batch(session_id, 1))
    assert (await catalogue.known_session(log.database, session_id)).head_seq == 2


async def test_a_killed_server_has_kept_what_it_acknowledged(postgres: Postgres) -> None:
    name = await postgres.create()
    address = PostgresAddress(postgres.url(name))
    await asyncio.to_thread(migrate.upgrade, address)
    log = await PostgresLog.open(address)
    session_id = await new_session(log)
    acknowledged: list[str] = []
    enough = asyncio.Event()

    async def write() -> None:
        seq = 0
        while True:
            try:
                assert await log.append(batch(session_id, seq))
            except (LogUnavailable, OutcomeUnknown):
                enough.set()
                return
            acknowledged.append(f"b{seq}")
            seq += 1
            if seq == 200:
                enough.set()

    writing = asyncio.create_task(write())
    await enough.wait()
    await asyncio.to_thread(postgres.kill)
    await writing
    await asyncio.to_thread(postgres.start)
    stored = await log.read(session_id)
    assert len(acknowledged) >= 200
    assert len(acknowledged) <= len(stored) <= len(acknowledged) + 1
    assert all([await log.has_batch(session_id, each) for each in acknowledged])
    await log.close()
    await postgres.drop(name)


async def test_a_database_that_may_lose_what_it_has_promised_is_refused(postgres: Postgres) -> None:
    name = await postgres.create()
    address = PostgresAddress(postgres.url(name))
    with pytest.raises(SchemaMismatch, match="up to date"):
        await PostgresLog.open(address)
    await asyncio.to_thread(migrate.upgrade, address)
    await postgres.tell("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    try:
        await postgres.until("SHOW fsync", "off")
        with pytest.raises(LogUnavailable, match="fsync off"):
            await PostgresLog.open(address)
    finally:
        await postgres.tell("ALTER SYSTEM RESET fsync", "SELECT pg_reload_conf()")
        await postgres.until("SHOW fsync", "on")
    await (await PostgresLog.open(address)).close()
    await postgres.drop(name)


def test_a_password_is_in_no_sentence() -> None:
    address = PostgresAddress("postgresql://ana:secret@db.example/evenfloor?password=secret")
    assert "secret" not in f"{address} {address!r}"
    assert str(address) == "postgresql://db.example/evenfloor"


async def test_a_database_that_accepts_and_never_answers_keeps_no_log_from_closing(
    log: PostgresLog, session_id: str, proxy: CuttingProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_log, "FAREWELL_S", 0.2)
    database = log.database
    backends = [await database.read(lambda session: session.connection().exec_driver_sql(PID).scalar_one())]
    backends.append(await log._pool.fetchval(PID))
    try:
        for backend in backends:
            os.kill(backend, signal.SIGSTOP)
        writing = asyncio.ensure_future(log.append(batch(session_id, 0)))
        reading = asyncio.ensure_future(database.read(lambda session: session.connection().closed))
        # Both are on their way.
        heard: asyncio.Queue[bytes] = asyncio.Queue()
        proxy.heard = heard.put_nowait
        # What was asked waits for ten seconds by itself; the goodbye of each connection would, too.
        async with asyncio.timeout(8):
            await heard.get()
            await heard.get()
            await log.close()
            outcomes = await asyncio.gather(writing, reading, return_exceptions=True)
    finally:
        for backend in backends:
            os.kill(backend, signal.SIGCONT)
    assert [type(outcome) for outcome in outcomes] == [OutcomeUnknown, LogUnavailable]
